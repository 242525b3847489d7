"""What stands before a figure and belongs to it: comparator, direction, "bình quân", "xếp thứ"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .spans import LexiconSpans


@dataclass(frozen=True, slots=True)
class FigureLead:
    """The words before a figure that belong to it: their first token, and by label what they say."""

    start: int
    said: Mapping[str, str]
    words: frozenset[str]

    @property
    def ranks(self) -> bool:
        return "RANK" in self.said

    @property
    def growth(self) -> str | None:
        """ "tăng lên 80%" says where a change ends, not by how much."""
        if self.words & {"còn", "xuống", "lên"}:
            return "to"
        return "up" if "UP" in self.said else "down" if "DOWN" in self.said else None


_LEADING = ("COMPARATOR", "UP", "DOWN", "MEAN", "RANK", "FILLER", "BEFORE")


def lead_of(spans: LexiconSpans, i: int) -> FigureLead:
    """Back over the words that belong to the figure at token `i`."""
    said: dict[str, str] = {}
    words: list[str] = []
    at = i
    unmeant = 0  # where the first "bình quân" ends
    while at > 0 and not spans.upto("AFTER", at):
        start, label, id = _phrase_before(spans, at)
        if not label or (label == "RANK" and at != i and "COMPARATOR" not in said):
            break
        if label == "BEFORE":
            said[label] = "yes"
            break
        text = spans.doc[start:at].text.lower()
        words += text.split()
        said.setdefault(label, id or text)
        unmeant = unmeant or (at if label == "MEAN" else 0)
        at = start
    # "bình quân" is the growth's only beside "tăng"; else the indicator's ("tuổi thọ trung bình").
    first = unmeant if unmeant and not {"UP", "DOWN"} & said.keys() else at
    return FigureLead(first, said, frozenset(words))


def _phrase_before(spans: LexiconSpans, at: int) -> tuple[int, str, str]:
    """(start, label, id) of the longest phrase that ends before token `at`; no label where there is none."""
    found = ((span[0], label, span[1]) for label in _LEADING if (span := spans.upto(label, at)))
    return min(found, key=lambda phrase: phrase[0], default=(at, "", ""))
