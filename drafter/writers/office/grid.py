"""A table of a Word file, written as XML: cell by cell through the library is quadratic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_FIRST_CONTROL = 860_000  # ids of content controls
_FIRST_CHOICE = 880_000
_COUNTER = 800  # the id of the list that counts rows: beyond those of the template


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks: `size` in half points, `align` left or center, `shade` as RRGGBB.

    `keep`: on one page with the next row.
    """

    size: int
    bold: bool = False
    italic: bool = False
    align: str = "left"
    shade: str | None = None
    keep: bool = False


# A line of a cell in pieces, each with whether it is highlighted for a person to fill in.
Pieces = Callable[[str], Iterable[tuple[str, bool]]]


def plain(line: str) -> Iterable[tuple[str, bool]]:
    """The line as it is, nothing highlighted."""
    return ((line, False),)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name for a cell, by which a program finds it again; `id` is unique in the document.

    It stands as a bookmark around the words, or as the tag of a content control before them that shows
    nothing: a program may lose the one or the other.
    """

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen in a cell, from a list that drops down; `id` is unique among them, `name` is shown
    above it."""

    id: int
    name: str
    offered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LateGrid:
    """A table that is put in its `place` when the document is written."""

    place: bytes
    xml: bytes


def add_grid(document: Document, rows: Iterable[str], widths: Sequence[int]) -> None:
    """A table of these rows at the end, its columns as wide as given in twentieths of a point."""
    _add(document, parse_xml(_grid(rows, widths)))


def add_late_grid(document: Document, rows: Iterable[str], widths: Sequence[int]) -> LateGrid:
    """The same of thousands of rows, each of which would take twenty kilobytes of memory as a tree: its place
    at the end, and what stands there in the file."""
    place = parse_xml(f'<w:tbl {nsdecls("w")} w:rsid="late"/>')
    _add(document, place)
    return LateGrid(b'<w:tbl w:rsid="late"/>', _grid(rows, widths).encode())


def _add(document: Document, table: BaseOxmlElement) -> None:
    document.element.body.insert(len(document.element.body) - 1, table)


def _grid(rows: Iterable[str], widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, whole: bool = True, header: bool = False) -> str:
    """A row; `whole`: not broken across pages; `header`: repeated on each."""
    properties = f"{'<w:cantSplit/>' if whole else ''}{'<w:tblHeader/>' if header else ''}"
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(
    text: str,
    width: int,
    look: CellLook,
    *,
    span: int = 1,
    number: int | None = None,
    bookmark: Bookmark | None = None,
    tag: Bookmark | None = None,
    pieces: Pieces = plain,
    choice: Choice | None = None,
) -> str:
    """A cell, a paragraph for each line of `text`; over `span` columns, counted by the list `number`; named
    by a `bookmark` or the `tag` of a content control; `choice`: of what its one line is to be chosen."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if look.shade:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
    start = end = ""
    if bookmark is not None:
        start = f'<w:bookmarkStart w:id="{bookmark.id}" w:name="{bookmark.name}"/>'
        end = f'<w:bookmarkEnd w:id="{bookmark.id}"/>'
    if tag is not None:
        start = _control(tag, counted=number is not None) + start
    letters = _letters(look)
    begun = f"<w:p>{_paragraph(look, letters, number)}"
    if choice is not None:
        control = _drop_down(choice, _run(text, False, letters))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{begun}{control}</w:p></w:tc>"
    runs = ("".join(_run(*piece, letters) for piece in pieces(part)) for part in text.split("\n"))
    paragraphs = f"</w:p>{begun}".join(runs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{begun}{start}{paragraphs}{end}</w:p></w:tc>"


def _control(tag: Bookmark, *, counted: bool) -> str:
    """A content control around one hidden blank: an empty one would show a placeholder, and words inside one
    are not seen by programs that read runs. Where a list counts the cell the blank is tiny instead:
    LibreOffice prints no number for a paragraph that is hidden from end to end."""
    properties = f'<w:tag w:val="{tag.name}"/><w:id w:val="{_FIRST_CONTROL + tag.id}"/>'
    look = '<w:sz w:val="2"/>' if counted else "<w:vanish/>"
    blank = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve"> </w:t></w:r>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{blank}</w:sdtContent></w:sdt>"


def _drop_down(choice: Choice, run: str) -> str:
    items = "".join(
        f'<w:listItem w:displayText="{escape(each)}" w:value="{escape(each)}"/>' for each in choice.offered
    )
    properties = f'<w:alias w:val="{escape(choice.name)}"/><w:id w:val="{_FIRST_CHOICE + choice.id}"/>'
    properties += f"<w:dropDownList>{items}</w:dropDownList>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"


def _letters(look: CellLook) -> str:
    return f'{"<w:b/>" if look.bold else ""}{"<w:i/>" if look.italic else ""}<w:sz w:val="{look.size}"/>'


def _paragraph(look: CellLook, letters: str, number: int | None) -> str:
    counted = "" if number is None else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return (
        f"<w:pPr>{'<w:keepNext/>' if look.keep else ''}{counted}"
        f'<w:spacing w:before="40" w:after="40"/><w:jc w:val="{look.align}"/>'
        # The look of the paragraph mark is the look of its automatic number.
        f"<w:rPr>{letters}</w:rPr></w:pPr>"
    )


def _run(text: str, highlighted: bool, letters: str) -> str:
    if not text:
        return ""
    marked = f'{letters}<w:highlight w:val="yellow"/>' if highlighted else letters
    return f'<w:r><w:rPr>{marked}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def counting_list(document: Document) -> int:
    """The id of a list that prints 1, 2, 3 for table rows, so that an inserted row renumbers the rest."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_COUNTER}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
    )
    numbering.findall(qn("w:abstractNum"))[-1].addnext(abstract)
    used = f'<w:num {nsdecls("w")} w:numId="{_COUNTER}"><w:abstractNumId w:val="{_COUNTER}"/></w:num>'
    numbering.append(parse_xml(used))
    return _COUNTER
