"""Beside the text: footnotes, endnotes, text boxes and the bullets of lists."""

from __future__ import annotations

import re
from html import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.model import Note, Story
from drafter.opc import OFFICE, storable

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_LIST = 800  # beyond the lists of the template
_KINDS = ((Story.FOOTNOTE, "footnote"), (Story.ENDNOTE, "endnote"))
# ISO 29500-1 17.11.10: the lines that divide notes from the text are notes themselves.
_DIVIDING = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
TOC = "toc 1"
_DRAWN = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_PIECES = re.compile(r"([\n\t])")
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Beside:
    """Collects what a document keeps in other parts, and gives the marks that stand for it in the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: dict[Story, list[str]] = {story: [] for story, _ in _KINDS}
        self._lists: dict[str, int] = {}
        self._boxes = 0
        self._contents: str | None = None

    def mark(self, note: Note) -> str:
        """The run that stands for a note, or holds a text box."""
        words = "".join(_paragraph(line) for line in note.text.split("\n"))
        if note.story not in self._notes:
            self._boxes += 1
            shape = f'<v:shape {_DRAWN} id="box{self._boxes}" style="width:120pt;height:24pt" stroked="t">'
            box = f"<v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox>"
            return f"<w:r><w:pict>{shape}{box}</v:shape></w:pict></w:r>"
        kept = self._notes[note.story]
        kept.append(words)
        kind = dict(_KINDS)[note.story]
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        return f'<w:r>{raised}<w:{kind}Reference w:id="{len(kept)}"/></w:r>'

    def list_of(self, label: str) -> int:
        """The id of the list that prints `label` before each of its paragraphs."""
        return self._lists.setdefault(label, _FIRST_LIST + len(self._lists))

    def contents(self) -> str:
        """The id of the style for lines of a table of contents."""
        if self._contents is None:
            self._contents = self._document.styles.add_style(TOC, WD_STYLE_TYPE.PARAGRAPH).style_id
        return self._contents

    def close(self) -> None:
        """Add the parts for all that was collected."""
        for story, kind in _KINDS:
            if self._notes[story]:
                self._add_notes(kind, self._notes[story])
        numbering = self._document.part.numbering_part.element
        for label, id in self._lists.items():
            numbering.findall(qn("w:abstractNum"))[-1].addnext(parse_xml(_list(label, id)))
            used = f'<w:num {nsdecls("w")} w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
            numbering.append(parse_xml(used))

    def _add_notes(self, kind: str, texts: list[str]) -> None:
        dividing = "".join(
            f'<w:{kind} w:type="{name}" w:id="{id}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
            for name, id, line in _DIVIDING
        )
        notes = "".join(f'<w:{kind} w:id="{id}">{text}</w:{kind}>' for id, text in enumerate(texts, 1))
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind}s {nsdecls("w")}>'
        data = f"{xml}{dividing}{notes}</w:{kind}s>".encode()
        package = self._document.part.package
        part = Part(PackURI(f"/word/{kind}s.xml"), f"{_CONTENT}.{kind}s+xml", data, package)
        self._document.part.relate_to(part, f"{OFFICE}{kind}s")


def words(text: str) -> str:
    """What stands in a run: words, line breaks and tabs."""
    return "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(storable(piece))}</w:t>'
        for piece in _PIECES.split(text)
        if piece
    )


def _paragraph(text: str) -> str:
    return f"<w:p><w:r>{words(text)}</w:r></w:p>" if text else "<w:p/>"


def _list(label: str, id: int) -> str:
    """A list that prints one label; a number in it does not count on."""
    kind = "decimal" if any(char.isalnum() for char in label) and len(label) > 1 else "bullet"
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{escape(storable(label))}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
