"""Outline: clauses of the gold drafts found as they should be; text of the official files covered once."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from drafter.analyses.outline import outline
from drafter.language.markers import read_marker
from drafter.model import Clause, Draft, Manuscript, Numbered
from tests.inputs import read_docx

DATA = Path(__file__).parents[2] / "data"
GOLD = {
    "links/nq57": "links/clauses.tsv",
    "versions/v1": "versions/clauses-v1.tsv",
    "versions/v2": "versions/clauses-v2.tsv",
}
FIELDS = ("parent", "marker", "numbering", "role", "text")
CLOSING = "end"  # the gold leaves open where the last sentence hangs


def report() -> dict[str, float | int | str]:
    """Per gold draft the share of its clauses found by id, and with each field right; coverage per file."""
    found: dict[str, float | int | str] = {}
    for name, gold in GOLD.items():
        draft = outline(read_docx(DATA / f"{name}.docx"))
        rows = gold_rows(DATA / gold)
        for field, share in shares(draft, rows).items():
            found[f"{name} {field}"] = share
        gold_ids = {row["id"] for row in rows}
        found[f"{name} not in gold"] = " ".join(one.id for one in draft.clauses if one.id not in gold_ids)
    for path in [*sorted(DATA.glob("official/*.docx")), *(DATA / f"{name}.docx" for name in GOLD)]:
        manuscript = read_docx(path)
        found[f"{path.parent.name}/{path.stem} coverage"] = coverage(manuscript, outline(manuscript))
    return found


def gold_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["id"] != CLOSING]


def shares(draft: Draft, rows: list[dict[str, str]]) -> dict[str, float]:
    right: Counter[str] = Counter()
    for row in rows:
        clause = draft.by_id.get(row["id"])
        if clause is None:
            continue
        right["id"] += 1
        right.update(
            field for field in FIELDS if _value(clause, field) == row.get(field, _value(clause, field))
        )
    return {field: right[field] / len(rows) for field in ("id", *FIELDS)}


def _value(clause: Clause, field: str) -> str:
    return str(getattr(clause, field) or "")


def coverage(manuscript: Manuscript, draft: Draft) -> float:
    """Share of the body's paragraphs with text that stand in exactly one place, to the letter."""
    claimed: dict[int, list[tuple[int, int]]] = {}
    typed: dict[int, list[str]] = {}
    for clause in draft.clauses:
        for place in clause.places:
            claimed.setdefault(place.paragraph, []).append((place.start, place.end))
        if clause.places and clause.marker and clause.numbering is Numbered.TYPED:
            typed.setdefault(clause.places[0].paragraph, []).append(clause.marker)
    outside = Counter(text for part in (draft.front, draft.back, draft.header) for text in part)
    filled = [one for one in manuscript.paragraphs if one.text.strip()]
    good = 0
    for one in filled:
        rest = one.text
        for start, end in sorted(claimed.get(one.index, ()), reverse=True):
            rest = rest[:start] + rest[end:]
        for marker in typed.get(one.index, ()):
            rest = rest.replace(marker, "", 1)
        lines = [line.strip() for line in rest.split("\n") if line.strip(" \t:.-–—\u00a0")]
        if one.index in typed:  # bullets of any shape are marked by a dash
            lines = [line for line in lines if not read_marker(f"{line} X")]
        whole = one.text.strip()
        printed = [text for text in (f"{one.marker} {whole}", whole) if outside[text]]
        if not lines:
            good += 1
        elif printed:
            outside[printed[0]] -= 1
            good += 1
        else:
            numbered = [f"{one.marker} {lines[0]}", *lines[1:]]
            wanted = next((way for way in (numbered, lines) if not Counter(way) - outside), None)
            outside.subtract(wanted or ())
            good += wanted is not None
    return good / len(filled) if filled else 1.0
