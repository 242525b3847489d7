"""Lint on the official documents against the labelled findings of `tests/data/lint/official.tsv`."""

from __future__ import annotations

from collections import Counter
from csv import QUOTE_NONE, DictReader
from pathlib import Path

from drafter.model import Finding

DATA = Path(__file__).parents[2] / "data"
_SAID = ("cited", "short", "start", "indicator", "side", "detail", "shown")
Key = tuple[str, str, str, str]  # file, rule, clause, what is said


def labels() -> dict[Key, str]:
    """The label of every finding that was read, the later reading where there are two."""
    with (DATA / "lint" / "official.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(DictReader(lines, delimiter="\t", quoting=QUOTE_NONE))
    return {(row["file"], row["rule"], row["clause"], row["said"]): row["label"] for row in rows}


def found(file: str) -> list[Key]:
    """The findings on one of the official documents."""
    from drafter.analyses.lint import lint
    from drafter.analyses.outline import outline
    from drafter.analyses.targets import targets
    from drafter.analyses.tasks import tasks
    from tests.inputs import read_docx, read_layout

    path = DATA / "official" / file
    draft = outline(read_docx(path))
    register = targets(draft)
    findings = lint(draft, register, tasks(draft, register), read_layout(path))
    return [(file, one.rule, one.clause or "", said(one)) for one in findings]


def said(finding: Finding) -> str:
    """What a finding names; "" for one on the document as a whole."""
    value = next((str(finding.data[key]) for key in _SAID if finding.data.get(key)), "")
    return value.replace("\t", " ").replace("\n", " ")


def report() -> dict[str, float | int | str]:
    """How many findings there are, how many of those that were read are useful, and which nobody read."""
    known = labels()
    all_found = [key for file in sorted({key[0] for key in known}) for key in found(file)]
    counts = Counter(known.get(key, "unread") for key in all_found)
    read = counts.total() - counts["unread"]
    useful = sum(label == "useful" for label in known.values())
    return {
        "lint: findings on the official documents": counts.total(),
        "lint: nobody read": counts["unread"],
        "lint: useful, of those that were read": counts["useful"] / read if read else 0.0,
        "lint: useful ones still found": counts["useful"] / useful,
        "lint: pointless or false ones still found": counts["pointless"] + counts["false"],
    }
