"""Redlines before the referee: public pairs, the sample in all orders, two versions, generated pairs."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.judges.referee import Verdict, formatting_restored, judge
from tests.mutations import pair
from tests.redline_pairs import Pair, public, sample, versions, written

_GENERATED = 60


def report() -> dict[str, float | int | str]:
    """Of each set: passed, paragraph for paragraph, marked / least, looks given back by rejecting."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sets = {"public pairs": public(), "sample": sample(), "versions": versions()}
        sets["generated"] = [_generated(seed, folder) for seed in range(_GENERATED)]
        metrics: dict[str, float | int | str] = {}
        for title, pairs in sets.items():
            metrics |= {f"{title}: {key}": value for key, value in _of(pairs, folder).items()}
    return metrics


def _generated(seed: int, folder: Path) -> Pair:
    made = pair(seed)
    old, new = folder / f"old-{seed}.docx", folder / f"new-{seed}.docx"
    old.write_bytes(made.old)
    new.write_bytes(made.new)
    return Pair(f"seed-{seed}", old, new)


def _of(pairs: Sequence[Pair], folder: Path) -> dict[str, float | int | str]:
    verdicts = [judge(one.old, one.new, written(one, folder)) for one in pairs]
    looks = [formatting_restored(one.old, written(one, folder, formatting=True)) for one in pairs]
    large = [one for one in verdicts if one.least >= 20]
    return {
        "pairs": len(pairs),
        "passed": sum(one.passed for one in verdicts),
        "paragraph for paragraph": sum(one.strict for one in verdicts),
        "marked / least": _ratio(verdicts),
        "single pairs at most 1.25": sum(one.cost <= 1.25 * one.least for one in large) / max(len(large), 1),
        "looks given back": sum(same for same, _ in looks) / max(sum(every for _, every in looks), 1),
    }


def _ratio(verdicts: Sequence[Verdict]) -> float:
    return sum(one.cost for one in verdicts) / max(sum(one.least for one in verdicts), 1)
