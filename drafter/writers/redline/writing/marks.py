"""Revision marks: elements with author and unique id, on runs, paragraph marks and rows."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from drafter.opc import storable

from ..names import AUTHOR, DATE, ID, NAME, PPR, PPR_CHANGE, RPR, SECTPR, TRPR, VAL, Element, w

SPOT = "{urn:drafter:spot}at"  # taken out again before the file is written
_BEFORE_ROW_PROPERTIES = w("tblPrEx")
_NO_DATE = "1980-01-01T00:00:00Z"  # the first moment that a zip archive knows


@dataclass(slots=True)
class RevisionMarks:
    """Makes marks; ids rise through the whole package. `date` is ISO 8601 or None."""

    author: str
    date: str | None
    next_id: int
    spot: str | None = None  # a name for the place being written, for what is hung on its marks later

    def fresh(self) -> int:
        self.next_id += 1
        return self.next_id

    def make(self, tag: str, author: str | None = None) -> Element:
        element = etree.Element(tag)
        element.set(ID, str(self.fresh()))
        element.set(AUTHOR, storable(author or self.author))
        if self.date:
            element.set(DATE, self.date)
        if self.spot is not None:
            element.set(SPOT, self.spot)
        return element

    def range_start(self, tag: str, name: str) -> Element:
        """The start of a move's range; its end repeats the id. A date must stand here (CT_MoveBookmark)."""
        element = self.make(tag)
        element.set(DATE, self.date or _NO_DATE)
        element.set(NAME, name)
        return element

    def paragraph(self, p: Element, tag: str, author: str | None = None) -> None:
        """Mark the paragraph mark of `p`: `w:pPr/w:rPr`, tracking first (ECMA-376 17.3.1.29)."""
        properties = properties_of(p)
        run = properties.find(RPR)
        if run is None:
            run = etree.Element(RPR)
            at = next(
                (place for place, child in enumerate(properties) if child.tag in (SECTPR, PPR_CHANGE)),
                len(properties),
            )
            properties.insert(at, run)
        run.insert(0, self.make(tag, author))

    def row(self, row: Element, tag: str) -> None:
        """Mark a whole row as inserted or deleted: last in `w:trPr` (ECMA-376 17.4.82)."""
        properties = row.find(TRPR)
        if properties is None:
            properties = etree.Element(TRPR)
            row.insert(1 if len(row) and row[0].tag == _BEFORE_ROW_PROPERTIES else 0, properties)
        if not len(properties):  # the schema wants one property at least: this says what holds anyway
            etree.SubElement(properties, w("cantSplit")).set(VAL, "off")
        properties.append(self.make(tag))


def properties_of(p: Element) -> Element:
    """The `w:pPr` of a paragraph, made where it has none."""
    found = p.find(PPR)
    if found is None:
        found = etree.Element(PPR)
        p.insert(0, found)
    return found
