"""Targets and measures against `tests/data/targets/gold.tsv`.

A found target is right where a gold target of the same clause shares a figure with it, or, without
figures, most of its words. Found targets without a figure count neither for nor against
precision; of the second file only the annex is labelled. Measures are compared field by field in
matched targets: growth may be `increase` or a bound of change, units regardless of capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from csv import QUOTE_NONE, DictReader
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from drafter.language.indicators import similarity
from drafter.language.normal import folded
from drafter.model import Draft, Measure, Register, Target

DATA = Path(__file__).parents[2] / "data"
LABELLED = {"links/nq57.docx": "", "official/nq03-nqcp.docx": "pl-I."}
FIELDS = ("comparator", "value", "value_max", "unit", "of", "scope", "deadline")
Row = Mapping[str, str]


@dataclass(frozen=True)
class Gold:
    """A gold target: its rows, one a measure."""

    name: str
    rows: tuple[Row, ...]

    @property
    def measures(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row["measure"] != "0")

    @property
    def values(self) -> set[Decimal]:
        return {Decimal(row["value"]) for row in self.measures if row["value"]}


def gold(file: str) -> list[Gold]:
    """The gold targets of a file in order, headings left out."""
    with (DATA / "targets" / "gold.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            r
            for r in DictReader(lines, delimiter="\t", quoting=QUOTE_NONE)
            if r["file"] == file and r["measurable"] != "group"
        ]
    names = dict.fromkeys(row["target"] for row in rows)
    return [Gold(name, tuple(row for row in rows if row["target"] == name)) for name in names]


def read(file: str) -> Draft:
    """A draft of the data by the project's own reader."""
    from drafter.analyses.outline import outline
    from tests.inputs import read_docx

    return outline(read_docx(DATA / file))


def matched(found: Sequence[Target], wanted: Sequence[Gold]) -> dict[str, Target]:
    """Gold name to found target, best pairs first, each once."""
    pairs = sorted(
        ((score, target, one) for one in wanted for target in found if (score := _score(target, one)) > 0),
        key=lambda pair: -pair[0],
    )
    right: dict[str, Target] = {}
    taken: set[str] = set()
    for _, target, one in pairs:
        if one.name not in right and target.id not in taken:
            right[one.name] = target
            taken.add(target.id)
    return right


def _score(target: Target, one: Gold) -> float:
    row = one.rows[0]
    if target.clause != row["clause"]:
        return 0.0
    alike = max(similarity(target.indicator, row["indicator"]), similarity(target.text, row["evidence"]))
    shared = len(one.values & {m.value for m in target.measures if m.value is not None})
    if one.values:
        return shared + alike if shared else 0.0
    return alike if alike >= 0.4 and not any(m.value is not None for m in target.measures) else 0.0


def agrees(field: str, found: Measure, row: Row) -> bool:
    """Is one field of a measure right? Growth may be `increase` or a bound of change."""
    wanted = row[field] or None
    if field in ("value", "value_max"):
        return bool(getattr(found, field) == (Decimal(wanted) if wanted else None))
    if field == "comparator":
        return str(found.comparator) == wanted or (found.of_change and wanted == "increase")
    if field == "deadline":
        return found.deadline == (int(wanted) if wanted else None)
    return folded(getattr(found, field) or "") == folded(wanted or "")


def _pairs(right: Mapping[str, Target], wanted: Sequence[Gold]) -> Iterator[tuple[Measure | None, Row]]:
    """Each gold measure with the found one of the same value, in order."""
    for one in wanted:
        left = list(right[one.name].measures) if one.name in right else []
        for row in one.measures:
            best = max(
                left,
                key=lambda m: sum(agrees(f, m, row) for f in FIELDS) + 5 * agrees("value", m, row),
                default=None,
            )
            if best is not None:
                left.remove(best)
            yield best, row


def compare(registers: Mapping[str, Register]) -> dict[str, float | int | str]:
    """All metrics over the registers of the labelled files."""
    counts = {"found": 0, "right": 0, "wanted": 0, "wanted_right": 0, "figured": 0, "figured_right": 0}
    pairs: list[tuple[Measure | None, Row]] = []
    spare = repeats = repeats_right = 0
    for file, register in registers.items():
        inside = [t for t in register.targets if t.clause.startswith(LABELLED[file])]
        wanted = gold(file)
        right = matched(inside, wanted)
        ids = {target.id for target in right.values()}
        figured = [t for t in inside if any(m.value is not None for m in t.measures)]
        counts["found"] += len(figured)
        counts["right"] += sum(t.id in ids for t in figured)
        counts["wanted"] += len(wanted)
        counts["wanted_right"] += len(right)
        counts["figured"] += sum(bool(one.values) for one in wanted)
        counts["figured_right"] += sum(one.name in right for one in wanted if one.values)
        pairs.extend(_pairs(right, wanted))
        spare += sum(
            max(0, len(right[g.name].measures) - len(g.measures))
            for g in wanted
            if g.name in right and g.measures
        )
        if file == "links/nq57.docx":
            again = [g for g in wanted if g.rows[0]["same_as"]]
            repeats += len(again)
            repeats_right += sum(
                g.name in right
                and g.rows[0]["same_as"] in right
                and right[g.name].same_as == right[g.rows[0]["same_as"]].id
                for g in again
            )
    result: dict[str, float | int | str] = {
        "targets: precision (with figures)": counts["right"] / counts["found"],
        "targets: recall": counts["wanted_right"] / counts["wanted"],
        "targets: recall (with figures)": counts["figured_right"] / counts["figured"],
        "same_as: accuracy": repeats_right / repeats if repeats else 1.0,
    }
    for field in FIELDS:
        result[f"measures: {field}"] = sum(m is not None and agrees(field, m, row) for m, row in pairs) / len(
            pairs
        )
    core = ("comparator", "value", "value_max", "unit", "deadline")
    whole = sum(m is not None and all(agrees(f, m, row) for f in core) for m, row in pairs)
    result["measures: recall (comparator, value, unit, deadline)"] = whole / len(pairs)
    result["measures: precision (the same)"] = whole / (sum(m is not None for m, _ in pairs) + spare)
    result["measures: all fields"] = sum(
        m is not None and all(agrees(f, m, r) for f in FIELDS) for m, r in pairs
    ) / len(pairs)
    return result


def report() -> dict[str, float | int | str]:
    """The metrics, and the number of task groups of the labelled draft (7)."""
    from drafter.analyses.targets import targets
    from drafter.analyses.tasks import tasks

    drafts = {file: read(file) for file in LABELLED}
    registers = {file: targets(draft) for file, draft in drafts.items()}
    result = compare(registers)
    for file, draft in drafts.items():
        result[f"task groups of {Path(file).stem}"] = len(tasks(draft, registers[file]).groups)
    return result
