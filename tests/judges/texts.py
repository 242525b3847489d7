"""Texts of a package, story by story, with all revisions accepted or all rejected."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from typing import Literal

from .packages import MC, Element, M, Parts, R, mc, w

View = Literal["accept", "reject"]
GONE: dict[View, frozenset[str]] = {
    "accept": frozenset((w("del"), w("moveFrom"))),
    "reject": frozenset((w("ins"), w("moveTo"))),
}
STORIES = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\d*\.xml$")
_HOLDERS = frozenset(
    map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom", "smartTag"))
)
_TEXTS = frozenset((w("t"), w("delText"), f"{{{M}}}t"))
_SILENT = frozenset(map(w, ("pPr", "rPr", "instrText", "delInstrText")))
_PICTURES = frozenset(("blip", "imagedata", "relIds", "chart"))


def stories(parts: Parts, view: View) -> dict[str, list[str]]:
    """The non-empty paragraphs in NFC of each kind of story: document, footnotes, header, …

    Notes and headers are sorted: which comes first is no matter. A header without a letter is a page
    number that a program cached.
    """
    out: dict[str, list[str]] = {}
    shown = _shown_headers(parts)
    for name, root in parts.trees.items():
        found = STORIES.match(name)
        if found is None or (found[1].startswith(("header", "footer")) and name not in shown):
            continue
        kind = re.sub(r"\d+", "", found[1])
        for top in _tops(root, kind):
            out.setdefault(kind, []).extend(_Reading(view).story(top))
    for kind in ("header", "footer"):
        if kind in out:
            out[kind] = [text for text in out[kind] if re.search(r"[^\W\d]", text)]
    for kind in out.keys() - {"document"}:
        out[kind] = sorted(out[kind])
    return {
        kind: [unicodedata.normalize("NFC", text) for text in texts if text.strip()]
        for kind, texts in out.items()
    }


def _tops(root: Element, kind: str) -> list[Element]:
    if kind in ("footnotes", "endnotes"):
        return [note for note in root if note.get(w("type")) in (None, "normal")]
    top = root.find(w("body")) if kind == "document" else root
    return [] if top is None else [top]


def _shown_headers(parts: Parts) -> set[str]:
    """Header and footer parts that a section shows."""
    document, rels = (parts.trees.get(f"word/{one}") for one in ("document.xml", "_rels/document.xml.rels"))
    if document is None or rels is None:
        return set()
    ids = {one.get(f"{{{R}}}id") for one in document.iter(w("headerReference"), w("footerReference"))}
    targets = [one.get("Target", "") for one in rels if isinstance(one.tag, str) and one.get("Id") in ids]
    return {posixpath.normpath(posixpath.join("/word", target)).lstrip("/") for target in targets}


class _Reading:
    """Paragraphs of one story; a paragraph whose mark is gone runs on into the next."""

    def __init__(self, view: View) -> None:
        self.view: View = view
        self.gone = GONE[view]
        self.paragraphs: list[str] = []
        self.open: list[str] = []
        self.boxes: list[str] = []

    def story(self, top: Element) -> list[str]:
        self.blocks(top)
        self.close()
        return self.paragraphs + self.boxes

    def close(self) -> None:
        if self.open:
            self.paragraphs.append("".join(self.open))
            self.open = []

    def blocks(self, parent: Element) -> None:
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in self.gone:
                continue
            if child.tag == w("p"):
                self.open.append(self.inline(child))
                mark = child.find(f"{w('pPr')}/{w('rPr')}")
                if mark is None or not any(mark.find(tag) is not None for tag in self.gone):
                    self.close()
            elif child.tag == w("tbl"):
                self.close()
                self.table(child)
            elif child.tag in _HOLDERS:
                self.blocks(child)
            elif child.tag == mc("AlternateContent"):
                chosen = child.find(mc("Choice"))
                if chosen is not None:
                    self.blocks(chosen)

    def table(self, table: Element) -> None:
        for row in table.iter(w("tr")):
            if next(row.iterancestors(w("tbl"))) is not table:
                continue
            properties = row.find(w("trPr"))
            if properties is not None and any(properties.find(tag) is not None for tag in self.gone):
                continue
            for cell in row.iter(w("tc")):
                if next(cell.iterancestors(w("tr"))) is row:
                    self.blocks(cell)
                    self.close()

    def inline(self, parent: Element) -> str:
        out: list[str] = []
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in self.gone or child.tag in _SILENT:
                continue
            out.append(self.printed(child))
        return "".join(out)

    def printed(self, child: Element) -> str:
        local = child.tag.rpartition("}")[2]
        if child.tag in _TEXTS:
            return child.text or ""
        if child.tag == w("tab"):
            parent = child.getparent()
            return "\t" if parent is not None and parent.tag == w("r") else ""
        if child.tag in (w("br"), w("cr")):
            return "\n"
        if child.tag == w("noBreakHyphen"):
            return "\u2011"
        if child.tag == w("sym"):
            return f"[sym {child.get(w('char'))}]"
        if child.tag in (w("footnoteReference"), w("endnoteReference")):
            return "[note]"
        if child.tag == w("txbxContent"):
            self.boxes += ["[box] " + text for text in _Reading(self.view).story(child)]
            return ""
        if child.tag == f"{{{MC}}}AlternateContent":
            chosen = child.find(mc("Choice"))
            return self.inline(chosen) if chosen is not None else ""
        return ("[picture]" if local in _PICTURES else "") + self.inline(child)
