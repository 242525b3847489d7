"""Revisions as strings, right ones, and one small redline: what tests of the judges are made of."""

from __future__ import annotations

from pathlib import Path

from tests.docx_builder import docx, p, t

from .referee import Verdict, judge

BY = 'w:author="x"'


def run(text: str, look: str = "") -> str:
    """A run of words."""
    return f"<w:r><w:rPr>{look}</w:rPr>{t(text)}</w:r>"


def deleted(text: str, key: int = 1) -> str:
    """A deletion of words."""
    return f'<w:del w:id="{key}" {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str, key: int = 2) -> str:
    """An insertion of words."""
    return f'<w:ins w:id="{key}" {BY}>{run(text)}</w:ins>'


def moved(side: str, text: str, key: int, name: str = "m") -> str:
    """Words that moved away or came, with the ends of their range."""
    return (
        f'<w:move{side}RangeStart w:id="{key}" {BY} w:name="{name}"/>'
        f'<w:move{side} w:id="{key + 1}" {BY}>{run(text)}</w:move{side}>'
        f'<w:move{side}RangeEnd w:id="{key}"/>'
    )


def move_mark(side: str, key: int) -> str:
    """Properties of a paragraph whose mark moved along."""
    return f'<w:rPr><w:move{side} w:id="{key}" {BY}/></w:rPr>'


def box(choice: str, fallback: str) -> str:
    """A text box in both of its forms."""
    return p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>'
        f"{choice}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        f"{fallback}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


OLD, NEW = p("Đạt 5 điểm."), p("Đạt 6 điểm.")
RIGHT = p(run("Đạt "), deleted("5"), inserted("6"), run(" điểm."))


def verdict(folder: Path, old: str, new: str, redline: str) -> Verdict:
    """What the referee says of a redline, each file made of one body."""
    return judge(
        docx(folder / "old.docx", old), docx(folder / "new.docx", new), docx(folder / "redline.docx", redline)
    )
