"""Any sequence of decisions here and edits there: what stands at each step is what people said last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.analyses.returned import returned
from drafter.language.dispositions import disposition_of
from drafter.language.retyped import retyped
from drafter.model import UNDECIDED, Decision, Disposition, Layout, RowFate
from tests.properties import examples
from tests.returned_tables import (
    AUTHOR,
    OFFICE,
    Edited,
    decided,
    key,
    known,
    made,
    read,
    without_record,
    written,
)

ROWS = 6
BEGINS: Mapping[str, Disposition | None] = {
    "Tiếp thu, đã sửa": Disposition.ACCEPTED,
    "Đã tiếp thu": Disposition.ACCEPTED,
    "Tiếp thu một phần:": Disposition.PARTLY,
    "Giải trình:": Disposition.EXPLAINED,
    "Không tiếp thu, vì": Disposition.EXPLAINED,
    "Ghi nhận": Disposition.NOTED,
    "Sở đã": None,
    "=1+": None,
}
ANSWERS = st.tuples(
    st.sampled_from([*BEGINS]), st.sampled_from(["nguồn kinh phí", "“mục II” – khoản 3", "2,5%"])
)


@dataclass(frozen=True)
class Act:
    """What happens to a row while the table is out: in it, and here."""

    there: str = ""  # answer, retype, note, delete or nothing
    answer: tuple[str, str] = ("", "")
    here: Decision | None = None


ACTS = st.builds(
    Act,
    there=st.sampled_from(["", "", "answer", "answer", "retype", "note", "delete"]),
    answer=ANSWERS,
    here=st.none() | st.builds(decided, st.sampled_from(["accepted", "noted"]), st.just("Đã trao đổi.")),
)
ROUNDS = st.tuples(
    st.sampled_from(OFFICE),
    st.sampled_from(Layout),
    st.booleans(),
    st.permutations(range(ROWS)),
    st.lists(ACTS, min_size=ROWS, max_size=ROWS),
)


def said(decision: Decision) -> tuple[Disposition, str]:
    return decision.disposition, decision.response


def unsaid(suffix: str, before: Decision) -> Disposition:
    """What stands beside an answer that says no disposition."""
    beside = suffix == ".xlsx" or disposition_of(before.response) is None
    return before.disposition if beside else Disposition.PENDING


def expected(act: Act, suffix: str, printed: str, before: Decision, now: Decision) -> tuple[Disposition, str]:
    """What stands of a row afterwards."""
    if act.there == "note" and suffix == ".xlsx":
        wanted = Disposition.NOTED, before.response
        touched = before.disposition is not Disposition.NOTED
    elif act.there == "answer":
        begin, rest = act.answer
        text = f"{begin} {rest}"
        wanted = BEGINS[begin] or unsaid(suffix, before), text
        touched = retyped(text) != retyped(printed)
    else:
        return said(now)
    return wanted if touched and said(before) == said(now) else said(now)


def edit(table: Edited, acts: list[Act], order: list[int]) -> None:
    """Do in the table what is to be done there."""
    for at, act in enumerate(acts):
        if act.there == "answer":
            table.answer(at, " ".join(act.answer))
        elif act.there == "retype":
            table.answer(at, f" {table.get(at, table.answers)}".replace("“", '"').replace(" ", "  "))
        elif act.there == "note" and table.suffix == ".xlsx":
            table.choose(at, "Ghi nhận")
    table.order(order)
    gone = [place for place, at in enumerate(order) if acts[at].there == "delete"]
    for place in reversed(gone):
        table.delete(place)


@pytest.mark.slow  # a second for ten of them
@examples(250)
@given(st.lists(ROUNDS, min_size=1, max_size=4))
def test_what_stands_at_each_step_is_what_people_said_last(
    rounds: list[tuple[str, Layout, bool, list[int], list[Act]]],
) -> None:
    decisions: dict[str, Decision] = {}
    for suffix, layout, dropped, order, acts in rounds:
        before = dict(decisions)
        table = Edited(written(made(before), suffix, layout), suffix)
        printed = [table.get(at, table.answers) for at in range(ROWS)]
        # Words that stood beside another comment may have come there by sorting: that is for a person to say.
        others = [{retyped(text) for text in (*printed[:at], *printed[at + 1 :])} for at in range(ROWS)]
        assume(
            not any(
                act.there == "answer" and retyped(" ".join(act.answer)) in others[at]
                for at, act in enumerate(acts)
            )
        )
        edit(table, acts, order)
        for at, act in enumerate(acts):
            if act.here is not None:
                version = decisions.get(key(at), UNDECIDED).version
                decisions[key(at)] = replace(act.here, version=version + 1)
        model = {
            key(at): expected(
                act, suffix, printed[at], before.get(key(at), UNDECIDED), decisions.get(key(at), UNDECIDED)
            )
            for at, act in enumerate(acts)
        }
        data = without_record(table.data) if dropped else table.data
        found = returned(read(data, suffix), known(decisions), AUTHOR)
        for save in found.saves:
            assert save.decision.version == decisions.get(save.key, UNDECIDED).version
            decisions[save.key] = replace(save.decision, version=save.decision.version + 1)
        assert {key(at): said(decisions.get(key(at), UNDECIDED)) for at in range(ROWS)} == model
        assert len(found.of(RowFate.MISSING)) == sum(act.there == "delete" for act in acts)
        assert not found.of(RowFate.UNCLEAR) and not found.of(RowFate.UNKNOWN)
        keys = [key for row in found.rows for key in row.keys]
        assert sorted(keys) == [key(at) for at in range(ROWS)]
