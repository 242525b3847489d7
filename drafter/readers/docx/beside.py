"""Beside the body: the paragraphs of a note or text box as one text, its tracked changes counted in that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model import Note, Paragraph, Revision, Story

__all__ = ["joined"]


def joined(kind: Story, paragraphs: Sequence[Paragraph], revisions: Sequence[Revision]) -> Note:
    """One line a paragraph, with its automatic number; `revisions` count in the paragraphs."""
    lines: list[str] = []
    found: list[Revision] = []
    at, known = 0, {paragraph.index for paragraph in paragraphs}
    for line, index, shift, inner in _lines(paragraphs):
        own = (edit for edit in revisions if edit.paragraph == index and inner is None)
        for edit in (*own, *(() if inner is None else inner.revisions)):
            found.append(replace(edit, paragraph=0, at=at + min(max(edit.at + shift, 0), len(line))))
        if line:
            lines.append(line)
            at += len(line) + 1
    gone = (edit for edit in revisions if edit.paragraph not in known)
    found.extend(replace(edit, paragraph=0, at=max(at - 1, 0)) for edit in gone)
    return Note(kind, "\n".join(lines), tuple(found))


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, int, int, Note | None]]:
    """Each line with its paragraph, what its number and lost spaces shift offsets by, and whose it is."""
    for paragraph in paragraphs:
        number = f"{paragraph.marker or ''} "
        line = f"{number}{paragraph.text}".strip()
        shift = (
            len(number) if line.startswith(number) else -(len(paragraph.text) - len(paragraph.text.lstrip()))
        )
        yield line, paragraph.index, shift, None
        for note in paragraph.notes:
            yield note.text, paragraph.index, 0, note
