"""Verdicts on comments against what a person read off the drafts, with the confusion matrix.

The sample workspace, and the workspaces of `data/verdicts`: drafts, letters, and the verdicts that were
labelled before any code saw them.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from drafter.model import Evidence
from drafter.workspace import Workspace
from tests.commands import STAGES

ROOT = Path(__file__).parents[3]
VERDICTS = ROOT / "tests" / "data" / "verdicts"
Key = tuple[str, int]  # (comment, number of the later draft)


def labelled() -> dict[str, tuple[Path, Path]]:
    """Name of a labelled workspace → its folder and its labels, the sample first."""
    others = sorted(path.parent for path in VERDICTS.glob("*/verdicts.tsv"))
    return {"sample": (ROOT, VERDICTS / "sample.tsv")} | {
        folder.name: (folder, folder / "verdicts.tsv") for folder in others
    }


def read_gold(name: str = "sample") -> dict[Key, str]:
    """The verdicts that a person gave."""
    with labelled()[name][1].open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["comment"], int(row["draft"])): row["verdict"] for row in rows}


@cache
def found(name: str = "sample") -> dict[Key, Evidence]:
    """The same keys → the evidence of the workspace."""
    problems: list[Exception] = []
    workspace = Workspace(labelled()[name][0], report=problems.append, stages=STAGES)
    numbers = {draft.path: draft.number or 0 for draft in workspace.rounds.drafts}
    return {(one.comment, numbers[one.draft]): one for one in workspace.evidence(workspace.correspondence())}


def report() -> dict[str, float | int | str]:
    """Share of right verdicts, and how often a person's verdict (first) was given as which."""
    out: dict[str, float | int | str] = {}
    for name in labelled():
        gold, given = read_gold(name), found(name)
        read = {key: verdict for key, verdict in gold.items() if key in given}
        out[f"{name}: labelled"] = len(gold)
        out[f"{name}: unread"] = len(gold) - len(read)
        out[f"{name}: right"] = sum(given[key].verdict == read[key] for key in read) / len(gold)
        out[f"{name}: claimed done, and was not"] = sum(
            given[key].verdict == "addressed" and verdict in ("not-yet", "regressed")
            for key, verdict in read.items()
        )
        confusion = Counter(f"{verdict} given as {given[key].verdict}" for key, verdict in read.items())
        out |= {f"{name}: {pair}": count for pair, count in sorted(confusion.items())}
    return out
