"""Names of the elements that a redline reads and writes, and small helpers on them."""

from __future__ import annotations

from lxml import etree

from drafter.opc import NAMESPACES, chosen

Element = etree._Element
_W, _R, _M, _MC = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("w", "r", "m", "mc"))
R_PREFIX = _R
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(local: str) -> str:
    """`w("p")` as lxml writes it."""
    return _W + local


P, R, T, TAB, BR, CR = map(w, ("p", "r", "t", "tab", "br", "cr"))
PPR, RPR, SECTPR, TBL, TR, TC, TRPR = map(w, ("pPr", "rPr", "sectPr", "tbl", "tr", "tc", "trPr"))
INS, DEL, MOVE_FROM, MOVE_TO = map(w, ("ins", "del", "moveFrom", "moveTo"))
ID, AUTHOR, DATE, NAME, VAL, TYPE = map(w, ("id", "author", "date", "name", "val", "type"))
DEL_TEXT, INSTR, DEL_INSTR, FLD_CHAR, FLD_TYPE = map(
    w, ("delText", "instrText", "delInstrText", "fldChar", "fldCharType")
)
SDT, SDT_CONTENT, HYPERLINK, SMART_TAG, CUSTOM_XML, FLD_SIMPLE = map(
    w, ("sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "fldSimple")
)
TXBX, FOOTNOTE_REF, ENDNOTE_REF, SYM, NB_HYPHEN = map(
    w, ("txbxContent", "footnoteReference", "endnoteReference", "sym", "noBreakHyphen")
)
HEADER_REF, FOOTER_REF, RPR_CHANGE, PPR_CHANGE = map(
    w, ("headerReference", "footerReference", "rPrChange", "pPrChange")
)
MC_ALTERNATE, MC_CHOICE = _MC + "AlternateContent", _MC + "Choice"
IGNORABLE = _MC + "Ignorable"
M_MATH, M_PARA = _M + "oMath", _M + "oMathPara"

# Wrappers between a paragraph and its runs that print nothing themselves.
WRAPPERS = frozenset((HYPERLINK, SMART_TAG, CUSTOM_XML, FLD_SIMPLE, SDT, w("dir"), w("bdo")))
# Properties of such wrappers.
WRAPPER_PROPERTIES = frozenset(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")))
# Wrappers between a story and its paragraphs.
BLOCK_WRAPPERS = frozenset((SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG))


def content(wrapper: Element) -> Element:
    """Where the content of a wrapper stands: a content control keeps it one level deeper."""
    if wrapper.tag != SDT:
        return wrapper
    inner = wrapper.find(SDT_CONTENT)
    return wrapper if inner is None else inner


def parent_of(element: Element) -> Element:
    """The parent of an element that has one."""
    found = element.getparent()
    assert found is not None
    return found


def choice_of(element: Element) -> Element:
    """What counts of an element: of `mc:AlternateContent` one branch, as the readers take it."""
    return chosen(element) if element.tag == MC_ALTERNATE else element


def note_kind(element: Element) -> str:
    """`"footnotes"` or `"endnotes"` for a reference to one."""
    return "footnotes" if element.tag == FOOTNOTE_REF else "endnotes"
