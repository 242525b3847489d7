"""What a paragraph of a Word file says: runs, breaks, fields, controls, boxes, notes, looks, fonts."""

from __future__ import annotations

from pathlib import Path

from drafter.model import Manuscript, Story, View
from tests.docx_builder import cell, docx, p, r, row, t, table
from tests.inputs import read_docx

BOX = "<w:txbxContent>{}</w:txbxContent>"


def read(folder: Path, *blocks: str, view: View = View.ACCEPTED, **parts: str) -> Manuscript:
    return read_docx(docx(folder, *blocks, **parts), view=view)


def texts(manuscript: Manuscript) -> list[str]:
    return [paragraph.text for paragraph in manuscript.paragraphs]


def field(instruction: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


def test_breaks_tabs_and_hyphens_print_as_they_look(tmp_path: Path) -> None:
    inner = (
        t("a")
        + "<w:br/>"
        + t("b")
        + "<w:tab/>"
        + t("c")
        + "<w:noBreakHyphen/><w:softHyphen/><w:cr/>"
        + t("d")
    )
    assert texts(read(tmp_path, p(f"<w:r>{inner}</w:r>"))) == ["a\nb\tc-\nd"]


def test_zero_width_characters_go_and_decomposed_letters_stay(tmp_path: Path) -> None:
    assert texts(read(tmp_path, p("phát\u200b tri\u00adển\ufeff ho\u0301a"))) == ["phát triển ho\u0301a"]


def test_wrappers_at_every_level_are_read_through(tmp_path: Path) -> None:
    def control(inner: str) -> str:
        return f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    inline = f"<w:hyperlink>{r('b')}</w:hyperlink><w:smartTag><w:smartTag>{r('c')}</w:smartTag></w:smartTag>"
    found = read(
        tmp_path,
        control(p("khối")),
        p(r("a"), inline, control(r("d")), f"<w:customXml>{r('e')}</w:customXml>"),
        table(control(row(control(cell(p("ô")))))),
        f"<w:customXml>{p('cuối')}</w:customXml>",
    )
    assert texts(found) == ["khối", "abcde", "ô", "cuối"]
    assert [one.index for one in found.paragraphs] == [0, 1, 2, 3]
    assert found.paragraphs[2].cell is not None and found.notices == ()


def test_of_a_field_only_the_result_is_printed(tmp_path: Path) -> None:
    nested = field("IF " + field("DATE", r("2021")) + " = 1", r("đúng"))
    simple = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
    assert texts(read(tmp_path, p(r("x "), nested, simple, r(" y")))) == ["x đúng7 y"]


def test_a_field_left_open_hides_nothing_after_it(tmp_path: Path) -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert texts(read(tmp_path, p(opened), p("Điều 1."))) == ["", "Điều 1."]


def test_symbols_of_symbol_fonts_become_unicode(tmp_path: Path) -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert texts(read(tmp_path, p(sign, r(" 80%")))) == ["≥✓ 80%"]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, p(r("hiện "), r("ẩn", "<w:vanish/>"), r("rõ", '<w:vanish w:val="0"/>')))
    assert texts(found) == ["hiện rõ"]
    assert [(one.code, one.detail) for one in found.notices] == [("hidden-text", "2")]


def test_a_text_box_in_both_branches_is_read_once_as_a_note(tmp_path: Path) -> None:
    box = BOX.format(p("DỰ THẢO"))
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + box + "</wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(tmp_path, p(both, r("Số: /NQ")), p("sau"))
    assert texts(found) == ["Số: /NQ", "sau"]
    assert [(n.story, n.text) for n in found.paragraphs[0].notes] == [(Story.TEXT_BOX, "DỰ THẢO")]
    assert found.paragraphs[1].index == 1


def test_a_box_within_a_box_and_a_table_within_it_are_read(tmp_path: Path) -> None:
    inner = f"<w:r><w:pict><v:textbox>{BOX.format(p('trong'))}</v:textbox></w:pict></w:r>"
    content = BOX.format(p(inner, r("ngoài")) + table(row(cell(p("ô")))))
    found = read(tmp_path, p(f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"))
    assert [note.text for note in found.paragraphs[0].notes] == ["ngoài\ntrong\nô"]


def test_footnotes_hang_on_their_paragraph_and_separators_do_not(tmp_path: Path) -> None:
    itself = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("Theo Nghị quyết 57."), itself)}</w:footnote>'
    )
    refer = '<w:r><w:footnoteReference w:id="0"/><w:footnoteReference w:id="2"/></w:r>'
    found = read(tmp_path, p(r("Căn cứ"), refer), footnotes=notes)
    assert [(n.story, n.text) for n in found.paragraphs[0].notes] == [(Story.FOOTNOTE, "Theo Nghị quyết 57.")]


def test_an_unknown_element_with_words_is_read_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, p(f"<w:futureThing>{r('chữ')}</w:futureThing>"))
    assert texts(found) == ["chữ"]
    assert [(one.code, one.detail) for one in found.notices] == [("unknown-element", "futureThing")]


def test_embedded_content_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, p("a"), '<w:altChunk r:id="r9"/>')
    assert [(one.code, one.place) for one in found.notices] == [("alt-chunk", "1")]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:jc w:val="center"/>'
    '<w:outlineLvl w:val="1"/><w:ind w:left="567"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục Lớn"/><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:b/></w:rPr></w:style>'
)


def test_looks_come_through_the_chain_of_styles(tmp_path: Path) -> None:
    found = read(tmp_path, p("I. MỤC TIÊU", ppr='<w:pStyle w:val="Muc"/>'), p("thường"), styles=STYLES)
    first, second = found.paragraphs
    assert (first.style, first.outline_level, first.bold, first.centred, first.indent) == (
        "mục lớn", 1, True, True, 567,
    )  # fmt: skip
    assert (second.style, second.outline_level, second.bold, second.centred) == ("normal", None, False, False)


def test_body_text_level_overrides_the_outline_of_the_style(tmp_path: Path) -> None:
    ppr = '<w:pStyle w:val="Muc"/><w:outlineLvl w:val="9"/>'
    assert read(tmp_path, p("x", ppr=ppr), styles=STYLES).paragraphs[0].outline_level is None


def test_bold_of_paragraph_and_character_style_cancel_and_the_run_decides(tmp_path: Path) -> None:
    ppr, dam = '<w:pStyle w:val="Muc"/>', '<w:rStyle w:val="Dam"/>'
    found = read(
        tmp_path,
        p(r("x", dam), ppr=ppr),
        p(r("x", dam + "<w:b/>"), ppr=ppr),
        p(r("x", '<w:b w:val="false"/>'), ppr=ppr),
        p(r("a "), r("đậm", dam), r(" b")),
        styles=STYLES,
    )
    assert [one.bold for one in found.paragraphs] == [False, True, False, False]
    assert found.paragraphs[3].emphasis == ((2, 5),)


def test_pages_come_from_breaks_or_are_unknown(tmp_path: Path) -> None:
    brk = '<w:r><w:br w:type="page"/></w:r>'
    assert [one.page for one in read(tmp_path, p(r("a"), brk), p("b"), p(brk, r("c"))).paragraphs] == [
        1,
        2,
        3,
    ]
    assert read(tmp_path, p("a")).paragraphs[0].page is None
    rendered = "<w:r><w:lastRenderedPageBreak/>" + t("b") + "</w:r>"
    assert [one.page for one in read(tmp_path, p("a"), p(rendered)).paragraphs] == [1, 2]


def test_landscape_is_that_of_the_section(tmp_path: Path) -> None:
    turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    found = read(tmp_path, p("a"), p("b", ppr=upright), p("c"), p("d", ppr=turned), p("e"), upright)
    assert [one.landscape for one in found.paragraphs] == [False, False, True, True, False]


VNTIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
VNTIMEH = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'


def test_tcvn3_is_decoded_run_by_run_and_told_once(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        p(r("§¶ng bé tØnh x· ", VNTIME), r("héi", VNTIME)),
        p(r("céng hßa x· héi", VNTIMEH)),
        p(r("Ủy ban nhân dân", VNTIME)),
    )
    assert texts(found) == ["Đảng bộ tỉnh xã hội", "CỘNG HÒA XÃ HỘI", "Ủy ban nhân dân"]
    assert [one.code for one in found.notices] == ["legacy-font"]


def test_the_letter_u_horn_that_word_keeps_as_a_soft_hyphen_is_decoded(tmp_path: Path) -> None:
    run = f"<w:r><w:rPr>{VNTIME}</w:rPr>{t('ch')}<w:softHyphen/>{t('¬ng tr×nh')}</w:r>"
    assert texts(read(tmp_path, p(run))) == ["chương trình"]


def test_vni_is_decoded(tmp_path: Path) -> None:
    found = read(tmp_path, p(r("Ñaûng boä tænh; chöông trình, kinh teá soá", VNI)))
    assert texts(found) == ["Đảng bộ tỉnh; chương trình, kinh tế số"]


def test_a_legacy_font_from_a_style_counts_and_its_name_alone_does_not(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Cu"/><w:rPr>'
        + VNTIMEH
        + "</w:rPr></w:style>"
    )
    ppr = '<w:pStyle w:val="Cu"/>'
    found = read(tmp_path, p("nghÞ quyÕt ®¹i héi", ppr=ppr), p("Nghị quyết", ppr=ppr), styles=style)
    assert texts(found) == ["NGHỊ QUYẾT ĐẠI HỘI", "Nghị quyết"]


def test_words_struck_through_are_told_and_stay_in_the_text(tmp_path: Path) -> None:
    struck = p(
        r("Ít nhất "), r("80", "<w:strike/>"), r("%", "<w:dstrike/>"), r(" 85%", '<w:strike w:val="0"/>')
    )
    (found,) = read(tmp_path, struck).paragraphs
    assert [found.text[start:end] for start, end in found.struck] == ["80%"]
    assert found.text == "Ít nhất 80% 85%"


def test_a_text_box_of_a_strict_file_is_read(tmp_path: Path) -> None:
    content = BOX.format(p("DỰ THẢO")).replace("w:txbx", "wne:txbx")
    box = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"
    assert [note.text for note in read(tmp_path, p(box, r("Số")), p("sau")).paragraphs[0].notes] == [
        "DỰ THẢO"
    ]
