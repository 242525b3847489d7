"""Targets of whole documents against `tests/data/targets-plans`: which paragraphs set some, and by when.

A line that begins with `2@2025> ` sets two targets to 2025; the others set none. The official documents are
labelled by clause in `official.tsv`. A found target is right as long as its paragraph holds that many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from csv import QUOTE_NONE, DictReader
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.model import Draft, Kind, Target

DATA = Path(__file__).parents[2] / "data"
_FRONT = 4  # lines of a plan: who issues it (two), the kind of text, its subject
_LABEL = re.compile(r"(?P<count>\d+)@(?P<year>\d{4}|none)> (?P<text>.*)")


@dataclass(frozen=True)
class Plan:
    """A document with its targets: clause → how many, and due when."""

    name: str
    draft: Draft
    wanted: Mapping[str, tuple[int, int | None]]


def plans() -> Iterator[Plan]:
    """The written plans, then the official documents."""
    with TemporaryDirectory() as folder:
        for path in sorted((DATA / "targets-plans").glob("*.txt")):
            yield _written(path, Path(folder))
    with (DATA / "targets-plans" / "official.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(DictReader(lines, delimiter="\t", quoting=QUOTE_NONE))
    for file in dict.fromkeys(row["file"] for row in rows):
        labels = {
            row["clause"]: (int(row["targets"]), _year(row["deadline"]))
            for row in rows
            if row["file"] == file and row["clause"]
        }
        yield Plan(file, _read(DATA / "official" / file), labels)


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _read(path: Path) -> Draft:
    from drafter.analyses.outline import outline
    from tests.inputs import read_docx

    return outline(read_docx(path))


def _written(path: Path, folder: Path) -> Plan:
    """The lines of a plan as paragraphs of a Word file, read back."""
    from tests.docx_builder import docx, p

    lines = path.read_text(encoding="utf-8").splitlines()
    labels = [_LABEL.fullmatch(line) for line in lines]
    texts = [found["text"] if found else line for found, line in zip(labels, lines, strict=True)]
    centred = [p(text, ppr='<w:jc w:val="center"/>') for text in texts[:_FRONT]]
    draft = _read(docx(folder / f"{path.stem}.docx", "".join([*centred, *map(p, texts[_FRONT:])])))
    wanted = {}
    for found in filter(None, labels):
        clause = next(c for c in draft.clauses if c.text and found["text"].endswith(c.text))
        wanted[clause.id] = (int(found["count"]), _year(found["year"]))
    return Plan(path.stem, draft, wanted)


def found_in(plan: Plan) -> list[Target]:
    """The targets found, rows of annexes left out: another set holds these."""
    from drafter.analyses.targets import targets

    rows = {clause.id for clause in plan.draft.clauses if clause.kind is Kind.TABLE_ROW}
    return [target for target in targets(plan.draft).targets if target.clause not in rows]


def report() -> dict[str, float | int | str]:
    """Precision and recall of targets, and deadlines right among those found rightly."""
    counts: Counter[str] = Counter()
    for plan in plans():
        found = Counter(target.clause for target in found_in(plan))
        counts["found"] += found.total()
        counts["wanted"] += sum(count for count, _ in plan.wanted.values())
        counts["right"] += sum(min(found[id], count) for id, (count, _) in plan.wanted.items())
        for target in found_in(plan):
            if target.clause in plan.wanted:
                counts["dated"] += 1
                counts["dated right"] += target.deadline == plan.wanted[target.clause][1]
    return {
        "plans: targets wanted": counts["wanted"],
        "plans: precision": counts["right"] / counts["found"],
        "plans: recall": counts["right"] / counts["wanted"],
        "plans: deadlines right": counts["dated right"] / counts["dated"],
    }


def differences() -> Iterator[str]:
    """One line for every paragraph that is read otherwise than labelled."""
    for plan in plans():
        found: dict[str, list[Target]] = {}
        for target in found_in(plan):
            found.setdefault(target.clause, []).append(target)
        for id in sorted(found.keys() | plan.wanted.keys(), key=lambda id: plan.draft.by_id[id].order):
            count, year = plan.wanted.get(id, (0, None))
            there = found.get(id, [])
            years = {target.deadline for target in there}
            if len(there) != count or (count and years != {year}):
                text = plan.draft.by_id[id].text[:90]
                yield f"{plan.name} {id} wanted {count}@{year}, found {len(there)}@{years}: {text}"
