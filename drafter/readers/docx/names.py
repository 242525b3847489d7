"""The element and attribute names that reading a Word file needs, written out once for speed."""

from __future__ import annotations

from drafter.opc import name

W_P, W_R, W_T, W_TBL, W_TR, W_TC = map(name, ("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc"))
W_PPR, W_RPR, W_TRPR, W_TCPR, W_TBLPR = map(name, ("w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:tblPr"))
W_VAL, W_ID, W_AUTHOR, W_DATE = map(name, ("w:val", "w:id", "w:author", "w:date"))
W_INS, W_DEL, W_MOVE_FROM, W_MOVE_TO = map(name, ("w:ins", "w:del", "w:moveFrom", "w:moveTo"))
W_SECTPR, W_NUMPR, W_NUMID, W_ILVL = map(name, ("w:sectPr", "w:numPr", "w:numId", "w:ilvl"))
W_PSTYLE, W_RSTYLE, W_OUTLINE = map(name, ("w:pStyle", "w:rStyle", "w:outlineLvl"))
W_JC, W_IND, W_LEFT, W_START, W_PAGE_BEFORE = map(
    name, ("w:jc", "w:ind", "w:left", "w:start", "w:pageBreakBefore")
)
W_B, W_I, W_VANISH, W_RFONTS, W_ASCII, W_HANSI = map(
    name, ("w:b", "w:i", "w:vanish", "w:rFonts", "w:ascii", "w:hAnsi")
)
W_TAB, W_BR, W_CR, W_TYPE, W_SYM, W_CHAR, W_FONT = map(
    name, ("w:tab", "w:br", "w:cr", "w:type", "w:sym", "w:char", "w:font")
)
W_NB_HYPHEN, W_SOFT_HYPHEN, W_DEL_TEXT = map(name, ("w:noBreakHyphen", "w:softHyphen", "w:delText"))
W_RENDERED_BREAK, W_FLD_CHAR, W_FLD_TYPE = map(
    name, ("w:lastRenderedPageBreak", "w:fldChar", "w:fldCharType")
)
W_FOOTNOTE_REF, W_ENDNOTE_REF = map(name, ("w:footnoteReference", "w:endnoteReference"))
W_FOOTNOTE, W_ENDNOTE = map(name, ("w:footnote", "w:endnote"))
WNE_TXBX = name("wne:txbxContent")  # in strict files
W_DRAWING, W_PICT, W_OBJECT, W_TXBX = map(name, ("w:drawing", "w:pict", "w:object", "w:txbxContent"))
MC_ALTERNATE, MC_CHOICE = map(name, ("mc:AlternateContent", "mc:Choice"))
W_SDT, W_SDT_CONTENT, W_HYPERLINK, W_SMART_TAG, W_CUSTOM_XML, W_FLD_SIMPLE = map(
    name, ("w:sdt", "w:sdtContent", "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple")
)
W_DIR, W_BDO, W_RUBY, W_RUBY_BASE, W_ALT_CHUNK = map(
    name, ("w:dir", "w:bdo", "w:ruby", "w:rubyBase", "w:altChunk")
)
M_MATH_PARA, M_MATH = map(name, ("m:oMathPara", "m:oMath"))
W_COMMENT, W_COMMENT_START, W_COMMENT_END, W_COMMENT_REF = map(
    name, ("w:comment", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
)
W_STRIKE, W_DSTRIKE, W_VERT_ALIGN = map(name, ("w:strike", "w:dstrike", "w:vertAlign"))
W_PPR_CHANGE = name("w:pPrChange")
W_CELL_INS, W_CELL_DEL, W_POSITION_TAB = map(name, ("w:cellIns", "w:cellDel", "w:ptab"))
W_SDT_PR = name("w:sdtPr")
W_BOOKMARKS = tuple(map(name, ("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr")))
W_BODY, W_PG_SZ, W_ORIENT, W_W, W_H = map(name, ("w:body", "w:pgSz", "w:orient", "w:w", "w:h"))
W_GRID_SPAN, W_VMERGE, W_GRID_BEFORE, W_TBL_HEADER = map(
    name, ("w:gridSpan", "w:vMerge", "w:gridBefore", "w:tblHeader")
)
W_TBL_STYLE, W_TBL_BORDERS, W_TC_BORDERS = map(name, ("w:tblStyle", "w:tblBorders", "w:tcBorders"))
W_STYLE, W_STYLE_ID, W_NAME, W_BASED_ON, W_DEFAULT, W_DOC_DEFAULTS = map(
    name,
    ("w:style", "w:styleId", "w:name", "w:basedOn", "w:default", "w:docDefaults"),
)

# Wrappers that print nothing themselves.
TRANSPARENT = frozenset(
    (W_SDT, W_SDT_CONTENT, W_HYPERLINK, W_SMART_TAG, W_CUSTOM_XML, W_FLD_SIMPLE, W_DIR, W_BDO, MC_CHOICE)
)


def is_on(value: str | None) -> bool:
    """An on/off attribute (ECMA-376 17.17.4): present without a value means on."""
    return value not in ("0", "false", "off")
