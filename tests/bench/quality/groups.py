"""Grouping on labelled pairs (`tests/data/groups`): of the pairs that are put together, how many are one
question, and of those that are, how many are put together. A pair is together where one issue holds both."""

from __future__ import annotations

import json
from pathlib import Path

from drafter.analyses.grouping import issues, saying_key
from drafter.model import SharedWords

DATA = Path(__file__).parents[2] / "data" / "groups"


def pairs(name: str) -> list[tuple[str, str, bool]]:
    """The pairs of a set: both texts, and whether they say the same."""
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [(each["one"], each["other"], each["same"]) for each in map(json.loads, lines)]


def together(one: str, other: str) -> bool:
    """Whether two texts on one clause become one issue."""
    sayings = {
        saying_key(text): SharedWords(saying_key(text), text, "", "clauses", "I", 1, 1)
        for text in (one, other)
    }
    return len(issues(list(sayings.values()))) == 1


def report() -> dict[str, object]:
    out: dict[str, object] = {}
    for name in ("pairs", "pairs-held-out", "pairs-held-out-2"):
        found = [(together(one, other), label) for one, other, label in pairs(name)]
        right = sum(put and label for put, label in found)
        out[f"{name}: precision"] = right / max(1, sum(put for put, _ in found))
        out[f"{name}: recall"] = right / sum(label for _, label in found)
    return out
