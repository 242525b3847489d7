"""The work grows with the length of a file, with its square nowhere; of many letters one costs no more."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from drafter.analyses.evidence.case import Side, Texts, loose, phrase
from drafter.analyses.targets import targets
from drafter.model import Kind
from drafter.workspace.kept import Kept
from tests.bench.growth import JOBS, TIMES, calls, consulted, growth
from tests.bench.many_letters import different
from tests.commands import ROOT
from tests.redrafting import clause, draft

_SIZES = {"paragraph": 60, "rows": 500}
_MOST = 1.1 * TIMES  # what a text repeats is answered from what was kept, more or less of it


@pytest.mark.slow
@pytest.mark.parametrize("name", JOBS)
def test_three_times_the_length_is_three_times_the_work(name: str, tmp_path: Path) -> None:
    assert growth(name, _SIZES.get(name, 120), tmp_path) <= _MOST


@pytest.mark.slow
def test_a_row_of_a_consultation_costs_little_more_on_a_draft_of_many_clauses(tmp_path: Path) -> None:
    """Ten times the clauses: only the few that its words point at see what costs much."""
    few, more = (
        calls(consulted(rows, clauses, tmp_path / f"{rows}-{clauses}"))
        for rows, clauses in ((600, 290), (300, 290))
    )
    many, less = (
        calls(consulted(rows, clauses, tmp_path / f"{rows}-{clauses}"))
        for rows, clauses in ((600, 2900), (300, 2900))
    )
    assert many - less <= 2 * (few - more)  # without what a draft costs once


def test_what_is_kept_of_one_letter_more_costs_the_same_among_many(tmp_path: Path) -> None:
    store = Kept(tmp_path)

    def keep(first: int, many: int) -> int:
        return calls(lambda: [store.put("links", at, {}) for at in range(first, first + many)])

    keep(0, 1)
    few = keep(1, 20)
    keep(21, 60)
    assert keep(81, 20) < 1.2 * few


def test_a_phrase_is_held_by_the_clauses_that_its_pattern_finds_it_in() -> None:
    random = Random(1)
    words = ["thu", "chi", "ngân", "sách", "5", "7,5", "2-5", "–", "tỷ", "lệ", "đạt", "5%", "của", "tỉnh"]
    about = draft(*(clause(str(at), " ".join(random.choices(words, k=8))) for at in range(40)))
    side = Side(Texts(about), (), targets)
    for _ in range(60):
        said = " … ".join(" ".join(random.choices(words, k=2)) for _ in range(random.choice((1, 1, 2))))
        lines = side.texts.lines(loose)
        assert side.holding(said, loose) == tuple(
            id for id, line in lines.items() if phrase(said).search(line)
        )


def test_an_opening_is_the_last_line_with_a_colon_before_a_clause_on_its_level() -> None:
    random = Random(2)
    ends = (":", ".", ": ")
    parts = [clause("I", "Phần")] + [
        clause(f"I.{at}", f"câu{random.choice(ends)}", "I", kind=random.choice((Kind.DASH, Kind.TABLE_ROW)))
        for at in range(40)
    ]
    about = draft(*parts)
    for one in about.clauses:
        before = [each for each in about.children.get(one.parent, ()) if each.order < one.order]
        openings = [e for e in before if e.kind is not Kind.TABLE_ROW and e.text.rstrip().endswith(":")]
        assert about.openings.get(one.id) == (openings[-1] if openings and one.parent else None)


@pytest.mark.slow
def test_letters_made_for_the_benchmarks_say_nothing_twice() -> None:
    said = different(ROOT / "drafts")
    made = [next(said) for _ in range(2000)]
    assert len(set(made)) == 2000
