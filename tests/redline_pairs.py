"""The pairs of drafts that redlines are judged on."""

from __future__ import annotations

import csv
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.outline import outline
from drafter.analyses.plans import plan
from drafter.model import Plan
from tests.inputs import read_docx, redline

ROOT = Path(__file__).parents[1]
_DATA = ROOT / "tests" / "data"
DRAFTS = sorted((ROOT / "drafts").glob("*.docx"))


class Pair(NamedTuple):
    """Two drafts; `name` is short."""

    name: str
    old: Path
    new: Path


def public() -> list[Pair]:
    """The public test pairs of other engines."""
    folder = _DATA / "redline"
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Pair(row["id"], folder / row["old"], folder / row["new"]) for row in rows]


def sample() -> list[Pair]:
    """The drafts of the sample in all orders of two."""
    numbered = list(enumerate(DRAFTS, 1))
    return [Pair(f"lan-{i}-{k}", old, new) for (i, old), (k, new) in permutations(numbered, 2)]


def versions() -> list[Pair]:
    """The two versions of one text, both ways."""
    one, other = (_DATA / "versions" / f"{name}.docx" for name in ("v1", "v2"))
    return [Pair("v1-v2", one, other), Pair("v2-v1", other, one)]


def led(old: Path, new: Path, *, moves: bool = True) -> Plan:
    """The plan of a redline as the command makes it."""
    before, after = read_docx(old), read_docx(new)
    one, other = outline(before), outline(after)
    found = changes(one, other, align(one, other))
    return plan(before, after, found, old_draft=one, new_draft=other, moves=moves)


def written(pair: Pair, folder: Path, *, formatting: bool = False) -> Path:
    """The redline of a pair as a file in `folder`."""
    path = folder / f"{pair.name}.docx"
    data = redline(pair.old, pair.new, led(pair.old, pair.new), author="Sở Tư pháp", formatting=formatting)
    path.write_bytes(data)
    return path
