"""Verdicts on the sample's comments against what a person read off the drafts, with the confusion matrix."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from drafter.model import Evidence
from drafter.workspace import Workspace

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "data" / "verdicts" / "sample.tsv"


def read_gold() -> dict[tuple[str, int], str]:
    """(comment, number of the later draft) → verdict."""
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["comment"], int(row["draft"])): row["verdict"] for row in rows}


def found() -> dict[tuple[str, int], Evidence]:
    """The same keys → the evidence of the sample workspace."""
    problems: list[Exception] = []
    workspace = Workspace(ROOT, report=problems.append)
    numbers = {draft.path: draft.number or 0 for draft in workspace.drafts}
    return {(one.comment, numbers[one.draft]): one for one in workspace.evidence(workspace.correspondence())}


def report() -> dict[str, float | int | str]:
    """Share of right verdicts, and how often a person's verdict (first) was given as which."""
    gold, given = read_gold(), found()
    right = sum(key in given and given[key].verdict == verdict for key, verdict in gold.items())
    confusion = Counter(
        f"{verdict} given as {given[key].verdict}" for key, verdict in gold.items() if key in given
    )
    return {
        "verdicts: labelled": len(gold),
        "verdicts: right": right / len(gold),
        **{f"verdicts: {name}": count for name, count in sorted(confusion.items())},
    }
