"""A workbook: its sheets in order, the strings and looks that they share, the notes on their cells."""

from __future__ import annotations

from drafter.errors import DamagedFile, MissingPart
from drafter.language.controls import unescaped
from drafter.opc import Package, name
from drafter.opc.names import Element

from .drawn import OverCells, drawn_on
from .sheets import Shared, Worksheet, worksheet
from .strings import shared_strings, words_of
from .styles import NumberLooks

S_SHEET, S_PROPERTIES, S_COMMENT, S_AUTHORS, S_TEXT = map(
    name, ("s:sheet", "s:workbookPr", "s:comment", "s:authors", "s:text")
)
R_ID, TC_COMMENT, TC_TEXT = map(name, ("r:id", "tc:threadedComment", "tc:text"))
_USUAL = "xl/workbook.xml"
_THREAD = "tc="  # the author of a note that only repeats a thread for older programs


def read_workbook(package: Package) -> tuple[Worksheet, ...]:
    """The sheets of the workbook in `package`, hidden ones too; sheets of charts hold no cells.

    Raises DamagedFile, UnsafeFile, and MissingPart where there is no workbook in it.
    """
    main = package.related("", "officeDocument") or (_USUAL if _USUAL in package.names else None)
    if main is None:
        raise MissingPart(package.shown, part=_USUAL)
    root = package.xml(main)
    properties = root.find(S_PROPERTIES)
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = Shared(
        shared_strings(_part(package, main, "sharedStrings")), NumberLooks(_looks(package, main)), since_1904
    )
    found: dict[str, Worksheet] = {}  # by part: each is one sheet, however often a damaged file names it
    for sheet in root.iter(S_SHEET):
        part = _sheet_part(package, main, sheet.get(R_ID, ""))
        if part is not None and part not in found:
            visible = sheet.get("state", "visible") == "visible"
            title = sheet.get("name", "")
            notes, drawn = _notes(package, part), _drawn(package, part)
            found[part] = worksheet(package.xml(part), book, title, visible, notes, drawn)
    if not found:
        raise DamagedFile(package.shown, part=main)
    return tuple(found.values())


def _part(package: Package, main: str, kind: str) -> Element | None:
    part = package.related(main, kind)
    return None if part is None else package.xml(part)


def _looks(package: Package, main: str) -> Element | None:
    """Looks that cannot be read cost no words."""
    try:
        return _part(package, main, "styles")
    except DamagedFile:
        return None


def _sheet_part(package: Package, main: str, key: str) -> str | None:
    relationship = package.relationships(main).get(key)
    if relationship is None or relationship.external or relationship.kind != "worksheet":
        return None
    if relationship.target not in package.names:
        raise MissingPart(package.shown, part=relationship.target)
    return relationship.target


def _drawn(package: Package, sheet: str) -> tuple[OverCells, ...]:
    """Drawings that cannot be read cost no words of cells."""
    try:
        return drawn_on(package, sheet)
    except DamagedFile:
        return ()


def _notes(package: Package, sheet: str) -> list[tuple[str, str]]:
    """Notes and threads on the cells of a sheet."""
    found = []
    for relationship in package.relationships(sheet).values():
        if relationship.external or relationship.target not in package.names:
            continue
        if relationship.kind == "comments":
            found += _plain_notes(package.xml(relationship.target))
        elif relationship.kind == "threadedComment":
            found += [
                (each.get("ref", ""), unescaped(each.findtext(TC_TEXT) or "").strip())
                for each in package.xml(relationship.target).iter(TC_COMMENT)
            ]
    return [(cell, words) for cell, words in found if words]


def _plain_notes(root: Element) -> list[tuple[str, str]]:
    holder = root.find(S_AUTHORS)
    authors = [] if holder is None else [author.text or "" for author in holder]
    found = []
    for comment in root.iter(S_COMMENT):
        text, who = comment.find(S_TEXT), comment.get("authorId", "")
        author = authors[int(who)] if who.isdecimal() and int(who) < len(authors) else ""
        if text is not None and not author.startswith(_THREAD):
            found.append((comment.get("ref", ""), words_of(text).text.strip()))
    return found
