"""The table as a Word file that an official can hand in: landscape A4, repeated header, native numbers."""

from __future__ import annotations

import io
from html import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from drafter.language.issuers import is_of_the_party
from drafter.model import Table
from drafter.wording.messages import say
from drafter.writers.office import page
from drafter.writers.record import APPLICATION, footer_text, record_xml, row_key, with_record
from drafter.writers.table.frame import closing, opening, subject, title
from drafter.writers.table.layout import Layout, Line, columns, header, lines

_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_SIZE = 24  # half points: 12 pt in the table, 13 outside …
_SMALL = 20  # … and 10 pt where the proof makes it eight columns, so that no word is cut
_SIGNATURE = 4  # empty lines for signature and seal; the name is left to be written


def table_docx(table: Table, layout: Layout, lang: str, *, provenance: bool) -> bytes:
    """The bytes of the .docx, its record of inputs and rows inside; equal for equal tables."""
    document = page.landscape(size=13, title=f"{title(lang)} {subject(table, lang)}")
    _letterhead(document, table, lang)
    page.line(document, title(lang), bold=True, size=14, align="center", before=12, after=0)
    page.line(document, subject(table, lang), bold=True, align="center", after=12)
    for text in opening(table, lang):
        page.line(document, text, first=12.7)
    _table(document, table, layout, lang)
    _closing(document, table, lang)
    if provenance:
        _inputs(document, table, lang)
    page.page_number(document)
    page.footer(document, footer_text(table, lang))
    raw = io.BytesIO()
    document.save(raw)
    return with_record(
        raw.getvalue(),
        record_xml(table),
        owner="word/document.xml",
        patches={"docProps/app.xml": lambda _: APPLICATION},
    )


def _letterhead(document: Document, table: Table, lang: str) -> None:
    issuer = (table.issuer or "").upper()
    office = say("table.office", lang)
    dated = (say("table.dated", lang), "i", 13)
    above = [(issuer, "", 13)] if issuer else []
    if is_of_the_party(issuer):
        left = [*above, (office, "b", 13), ("*", "", 13), (say("table.number.party", lang), "", 13)]
        right = [(say("table.party", lang), "b", 14), ("————————", "", 8), dated]
    else:
        left = [*above, (office, "b", 13), ("————", "", 8), (say("table.number.state", lang), "", 13)]
        right = [(say("table.state", lang), "b", 13), (say("table.motto", lang), "b", 13)]
        right += [("————————", "", 8), dated]
    page.borderless(document, (Mm(110), Mm(142)), (left, right))


# --- the table itself, written as XML: cell by cell through the library is quadratic -------


def _table(document: Document, table: Table, layout: Layout, lang: str) -> None:
    shown = columns(table, layout)
    shares = sum(column.share for column in shown)
    widths = [_WIDTH * column.share // shares for column in shown]
    size = _SMALL if table.proof else _SIZE
    number = page.counting_list(document) if shown[0].counted else None
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_header_row(header(table, layout, lang), widths, size)]
    rows += [_row(one, widths, size, number, at) for at, one in enumerate(lines(table, layout, lang))]
    if not table.rows:
        rows.append(_group_row(say("table.empty", lang), widths, size, italic=True))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def _header_row(texts: tuple[str, ...], widths: list[int], size: int) -> str:
    cells = "".join(
        _cell(text, width, size, bold=True, align="center", shade="D9E2F3")
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(one: Line, widths: list[int], size: int, number: int | None, at: int) -> str:
    if one.row is None:
        return _group_row(one.cells[0], widths, size)
    cells = []
    for column, (text, width) in enumerate(zip(one.cells, widths, strict=True)):
        if column == 0 and number is not None:
            cells.append(_cell("", width, size, align="center", number=number))
        elif column == len(widths) - 1:
            # The bookmark finds the row again when decisions are read back from an edited file.
            cells.append(_cell(text, width, size, bookmark=(at, row_key(one.row))))
        else:
            cells.append(_cell(text, width, size))
    # A long comment may break across pages; a short row should not.
    keep = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, one.cells)) < 600 else ""
    return f"<w:tr>{keep}{''.join(cells)}</w:tr>"


def _group_row(text: str, widths: list[int], size: int, *, italic: bool = False) -> str:
    cell = _cell(
        text, sum(widths), size, bold=not italic, italic=italic, shade="F2F2F2", span=len(widths), keep=True
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _cell(
    text: str,
    width: int,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
    shade: str | None = None,
    span: int = 1,
    number: int | None = None,
    bookmark: tuple[int, str] | None = None,
    keep: bool = False,
) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    look = f'{"<w:b/>" if bold else ""}{"<w:i/>" if italic else ""}<w:sz w:val="{size}"/>'
    numbered = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    )
    layout = (
        f"<w:pPr>{'<w:keepNext/>' if keep else ''}{numbered}"
        f'<w:spacing w:before="40" w:after="40"/><w:jc w:val="{align}"/>'
        # The look of the paragraph mark is the look of its automatic number.
        f"<w:rPr>{look}</w:rPr></w:pPr>"
    )
    paragraphs = [
        f'<w:p>{layout}<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r></w:p>'
        if part
        else f"<w:p>{layout}</w:p>"
        for part in text.split("\n")
    ]
    if bookmark is not None:
        at, name = bookmark
        start = f'<w:bookmarkStart w:id="{at}" w:name="{name}"/>'
        paragraphs[0] = paragraphs[0].replace(layout, layout + start, 1)
        paragraphs[-1] = paragraphs[-1][: -len("</w:p>")] + f'<w:bookmarkEnd w:id="{at}"/></w:p>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


# --- after the table ---------------------------------------------------------------------


def _closing(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.balance", lang), bold=True, size=12, before=10, after=2, keep=True)
    for text in closing(table, lang):
        page.line(document, text, size=12, after=2, keep=True)
    page.line(document, "", after=0, keep=True)
    page.borderless(
        document,
        (Mm(126), Mm(126)),
        (
            [
                (say("table.notify", lang), "bil", 12),
                ("- …………;", "l", 11),
                (say("table.file", lang), "l", 11),
            ],
            [(say("table.signer", lang), "b", 13), *[("", "", 13)] * _SIGNATURE],
        ),
    )


def _inputs(document: Document, table: Table, lang: str) -> None:
    page.line(document, say("table.inputs", lang), bold=True, size=11, before=12, after=2, keep=True)
    for path, digest in table.inputs:
        page.line(document, f"{digest}  {path}", size=9, align="left", after=0)
