"""How many of the known changes between two drafts are found, on `tests/data/versions`."""

from __future__ import annotations

import csv
from pathlib import Path

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.outline import outline
from drafter.model import Change, ChangeKind, Draft
from tests.inputs import read_docx

VERSIONS = Path(__file__).parents[2] / "data" / "versions"


def read_gold(path: Path = VERSIONS / "gold.tsv") -> list[dict[str, str]]:
    """The rows of gold.tsv; `old`, `new` hold ids joined by `;`."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_drafts() -> tuple[Draft, Draft]:
    """Both versions as the real reader gives them."""
    old, new = (outline(read_docx(VERSIONS / name)) for name in ("v1.docx", "v2.docx"))
    return old, new


def shown_figures(change: Change, wanted: str) -> str:
    """The changed figures as gold writes them: `50→55 %;25→30 % GDP` (the whole only where gold has one)."""
    named = [one.partition("→")[2].split(" ", 1)[1] for one in wanted.split(";") if one]
    shown = []
    for place, one in enumerate(change.figures):
        unit = one.unit or ""
        whole = f"{unit} {one.of or ''}".strip()
        shown.append(f"{one.old}→{one.new} {whole if place < len(named) and named[place] == whole else unit}")
    return ";".join(shown)


def measure(old: Draft, new: Draft, gold: list[dict[str, str]]) -> dict[str, float | int | str]:
    """Shares of gold rows found, each field apart; false splits and merges counted."""
    found = {(change.old, change.new): change for change in changes(old, new, align(old, new)).changes}
    pairs = [(row, found.get((_ids(row["old"]), _ids(row["new"])))) for row in gold]
    known = [(row, change) for row, change in pairs if change is not None]
    both = [(row, change) for row, change in known if row["old"] and row["new"]]
    divided = {key for key, change in found.items() if change.kind in (ChangeKind.SPLIT, ChangeKind.MERGED)}
    true = {(_ids(row["old"]), _ids(row["new"])) for row in gold if row["kind"] in ("split", "merged")}
    return {
        "versions: gold changes found": len(known) / len(gold),
        "versions: kind": _share([row["kind"] == change.kind for row, change in known]),
        "versions: moved": _share([(row["moved"] == "yes") == change.moved for row, change in known]),
        "versions: renumbered": _share(
            [(row["renumbered"] == "yes") == change.renumbered for row, change in known]
        ),
        "versions: figures": _share(
            [row["figures"] == shown_figures(change, row["figures"]) for row, change in known]
        ),
        "versions: noise": _share(
            [set(row["noise"].split(";")) - {""} == set(change.noise) for row, change in both]
        ),
        "versions: noise only": _share(
            [(row["noise_only"] == "yes") == change.noise_only for row, change in both]
        ),
        "versions: false splits and merges": len(divided - true),
        "versions: changes beyond gold": len(found) - len(known),
    }


def report() -> dict[str, float | int | str]:
    """On the real files, read by the real reader."""
    return measure(*read_drafts(), read_gold())


def _ids(field: str) -> tuple[str, ...]:
    return tuple(field.split(";")) if field else ()


def _share(right: list[bool]) -> float:
    return sum(right) / max(1, len(right))
