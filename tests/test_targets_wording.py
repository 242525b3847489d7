"""Targets: how plans word them. The cases stand in `tests/data/targets/wordings.txt`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.analyses.targets import targets
from drafter.language.normal import folded
from drafter.model import Measure, Target

from .target_drafts import one_bullet

FILE = Path(__file__).parent / "data" / "targets" / "wordings.txt"
_MEASURE = re.compile(
    r"(?P<comparator>\S+)(?: (?P<value>[\d.]+?)(?:\.\.(?P<value_max>[\d.]+))?)?"
    r"(?: (?P<unit>(?!of |change|@|\^)[^@^]+?))?"
    r"(?: of (?P<of>[^@^]+?))?(?P<change> change)?(?: @(?P<scope>[^^]+?))?(?: \^(?P<year>\d{4}))?"
)


@dataclass(frozen=True)
class Wanted:
    """One target of a case: the printed lines of its measures."""

    measures: tuple[str, ...]

    def agrees(self, target: Target) -> bool:
        """Has `target` these measures, in order? What a line leaves out is not compared."""
        return len(self.measures) == len(target.measures) and all(map(agrees, self.measures, target.measures))


def agrees(line: str, measure: Measure) -> bool:
    """Does a measure say what a line of the file says?"""
    found = _MEASURE.fullmatch(line)
    assert found, line
    said = found.groupdict()
    plain = measure.comparator == said["comparator"]
    return (
        plain
        and measure.value == (Decimal(said["value"]) if said["value"] else None)
        and measure.value_max == (Decimal(said["value_max"]) if said["value_max"] else None)
        and folded(measure.unit or "") == folded(said["unit"] or "")
        and measure.of_change == bool(said["change"])
        and (said["of"] is None or folded(measure.of or "") == folded(said["of"]))
        and (said["scope"] is None or folded(measure.scope or "") == folded(said["scope"]))
        and (said["year"] is None or measure.deadline == int(said["year"]))
    )


def cases() -> list[tuple[str, tuple[Wanted, ...]]]:
    """Sentence and wanted targets of every block of the file."""
    found = []
    for block in FILE.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            wanted = [
                Wanted(tuple(m.strip() for m in line[1:].split(";") if m.strip())) for line in lines[1:]
            ]
            found.append((lines[0], tuple(wanted)))
    return found


@pytest.mark.parametrize(
    ("sentence", "wanted"), cases(), ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_wording_gives_the_targets_an_official_reads(sentence: str, wanted: tuple[Wanted, ...]) -> None:
    found = targets(one_bullet(sentence)).targets
    assert len(found) == len(wanted), [t.text for t in found]
    for one, target in zip(wanted, found, strict=True):
        assert one.agrees(target), (one.measures, target.measures)
