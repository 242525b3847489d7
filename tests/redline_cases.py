"""Redlines of small Word files for tests: made from strings, read back in either view."""

from __future__ import annotations

from pathlib import Path

from drafter.model import Plan, View
from drafter.opc import Package, name
from tests.docx_builder import docx
from tests.inputs import open_package, read_docx, redline


class Redline:
    """The redline from one body to another, written to `folder`."""

    def __init__(
        self, folder: Path, old: str, new: str, plan: Plan | None = None, *, formatting: bool = False,
        silent: bool = False, bars: bool = False,
    ) -> None:  # fmt: skip
        self.old, self.new = docx(folder / "old.docx", old), docx(folder / "new.docx", new)
        self.path = folder / "redline.docx"
        self.data = redline(
            self.old, self.new, plan, author="Sở Tư pháp", formatting=formatting, silent=silent, bars=bars
        )
        self.path.write_bytes(self.data)

    @property
    def package(self) -> Package:
        return open_package(self.path)

    def texts(self, view: View) -> list[str]:
        """Its paragraphs in a view, those in tables too, empty ones left out."""
        return [p.text for p in read_docx(self.path, view=view).paragraphs if p.text.strip()]

    def marked(self, tag: str, author: str | None = None) -> list[str]:
        """The words of every `w:ins`, `w:del`, … in order, of one author or all."""
        root = self.package.xml(self.package.main)
        found = []
        for mark in root.iter(name(f"w:{tag}")):
            words = "".join(t.text or "" for t in mark.iter(name("w:t"), name("w:delText")))
            if words and author in (None, mark.get(name("w:author"))):
                found.append(words)
        return found


def printed(path: Path) -> list[str]:
    """The paragraphs of a file as its readers see them, empty ones left out."""
    return [p.text for p in read_docx(path).paragraphs if p.text.strip()]
