"""Tracked changes of one paragraph: its text before them, and the edits that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model import Revision

from .edits import Edit, is_noise, joined


@dataclass(frozen=True, slots=True)
class Before:
    """A paragraph as it was sent out, its edits, and for each edit its place in the accepted text."""

    text: str
    edits: tuple[Edit, ...]
    steps: tuple[tuple[int, int], ...]  # (accepted offset, original offset), where they part

    def original(self, accepted: int) -> int:
        """The offset in `text` of an offset in the accepted text."""
        before = [step for step in self.steps if step[0] <= accepted]
        if not before:
            return accepted
        at, source = before[-1]
        return min(source + accepted - at, len(self.text))


def before(accepted: str, revisions: Sequence[Revision]) -> Before:
    """Undoes the revisions of a paragraph. Insertions lie in `accepted` at `Revision.at`; deletions
    stand between its characters."""
    text, at = "", 0
    steps: list[tuple[int, int]] = []
    raw: list[tuple[int, int, str]] = []
    for revision in sorted(revisions, key=lambda r: r.at):
        text += accepted[at : revision.at]
        at = max(at, revision.at)
        start = len(text)
        if revision.op == "-":
            text += revision.text
            raw.append((start, len(text), ""))
        else:
            at += len(revision.text)
            raw.append((start, start, revision.text))
        steps.append((at, len(text)))
    text += accepted[at:]
    found = joined([Edit(text, start, end, new) for start, end, new in raw])
    return Before(text, tuple(e for e in found if not is_noise(e.old, e.new)), tuple(steps))
