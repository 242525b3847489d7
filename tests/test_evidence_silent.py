"""Silent changes: what a newer draft changed for no comment, rows that follow a clause left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.analyses.evidence.silent import silent
from drafter.analyses.targets import targets
from drafter.jobs.evidence import silent as silent_changes
from drafter.model import (
    Ask,
    Clause,
    Comment,
    Draft,
    Evidence,
    Kind,
    Link,
    LinkedClause,
    Op,
    Position,
    Scope,
    SilentChange,
    Verdict,
)
from drafter.workspace import Stages, Workspace
from tests.redrafted import verdicts
from tests.redrafting import clause, draft

TASK = "Xây dựng kiến trúc tổng thể đô thị thông minh của tỉnh, hoàn thành trong năm {}."


def row(id: str, *cells: str) -> Clause:
    return replace(clause(id, " | ".join(cells), "pl-II.t1", kind=Kind.TABLE_ROW), cells=cells)


def written(year: str, row_year: str, lead: str = "Sở Xây dựng") -> Draft:
    return draft(
        clause("III", "NHIỆM VỤ"),
        clause("III.1", TASK.format(year), "III"),
        clause("III.2", "Phát triển nguồn nhân lực cho chuyển đổi số của các cơ quan trong tỉnh.", "III"),
        clause("pl-II", "PHỤ LỤC II", kind=Kind.ANNEX),
        clause("pl-II.t1", "Bảng nhiệm vụ", "pl-II"),
        row("pl-II.t1.r1", "1", "Kiến trúc tổng thể đô thị thông minh của tỉnh", lead, row_year),
        row("pl-II.t1.r2", "2", "Bồi dưỡng kỹ năng số cho người dân ở nông thôn", "Sở Nội vụ", "2021"),
        number=int(year) - 2020,
    )


def told(new: Draft) -> list[SilentChange]:
    """What is silent where the new year of III.1 answers a comment."""
    old = written("2021", "2021")
    found = changes(old, new, align(old, new))
    answer = Evidence("a#1", new.path, Verdict.ADDRESSED, (), ("III.1",), ())
    return list(silent(found, old, new, targets(new), (), (), (answer,)))


def test_the_row_of_a_task_that_changes_with_its_clause_is_explained() -> None:
    assert told(written("2022", "2022")) == []


def test_a_change_that_may_have_been_made_for_a_comment_names_it() -> None:
    old, new = written("2021", "2021"), written("2022", "2021")
    words, at = "Đề nghị rà soát thời hạn.", Position(paragraph=1, start=0, end=10)
    asked = Comment("a#1", "Sở A", None, old.path, "a", at, words, asks=(Ask(Op.CLARIFY),))
    open_ = Evidence("a#1", new.path, Verdict.UNCLEAR, (), ("III.1",), ())
    link = Link("a#1", Scope.CLAUSES, (LinkedClause("III.1", 1.0, addressed=True),), 1.0, review=False)
    found = changes(old, new, align(old, new))
    (change,) = silent(found, old, new, targets(new), (asked,), (link,), (open_,))
    assert change.perhaps == ("a#1",)
    (change,) = silent(found, old, new, targets(new), (replace(asked, asks=()),), (link,), (open_,))
    assert change.perhaps == ()


def test_a_row_that_changes_in_more_than_its_clause_is_told() -> None:
    (change,) = told(written("2022", "2022", "Công an tỉnh"))
    assert change.new == ("pl-II.t1.r1",)
    assert "Công an tỉnh" in "".join(one.text for one in change.segments if one.op == "+")


def test_a_row_about_something_else_is_told_though_it_has_the_same_new_words() -> None:
    new = written("2022", "2021")
    rows = [
        replace(one, text=one.text.replace("2021", "2022"), cells=(*one.cells[:-1], "2022"))
        if one.id == "pl-II.t1.r2"
        else one
        for one in new.clauses
    ]
    (change,) = told(replace(new, clauses=tuple(rows)))
    assert change.new == ("pl-II.t1.r2",)


MARKETS = """QUY ĐỊNH
Về quản lý chợ trên địa bàn tỉnh
Điều 2. Mức thu
1. Hộ nghèo được giảm 30% mức thu.
2. Sở Công Thương công khai kết quả trên cổng thông tin.
Điều 3. Báo cáo
1. Sở Công Thương nêu tên cơ quan phối hợp.
2. Báo cáo trước ngày 15 tháng 12."""


@pytest.mark.parametrize(
    ("request_", "edit", "silent_"),
    [
        ("Khoản 1 Điều 2: đề nghị sửa “30%” thành “50%”.", ("giảm 30%", "giảm 50%"), []),
        (
            "Khoản 1 Điều 2: đề nghị sửa “30%” thành “50%”.",
            ("Hộ nghèo được giảm 30%", "Hộ nghèo, hộ cận nghèo được giảm 50%"),
            [("dieu-2.1",)],
        ),
        (
            "Khoản 1 Điều 3 cần nêu rõ cơ quan chủ trì; khoản 2 Điều 3 nên đổi sang ngày 20 tháng 12.",
            ("ngày 15", "ngày 20"),
            [],
        ),
        (
            "Khoản 2 Điều 3: đề nghị giữ nguyên, không lùi sang ngày 20 tháng 12.",
            ("ngày 15", "ngày 20"),
            [("dieu-3.2",)],
        ),
    ],
)
def test_what_a_clause_got_besides_is_told_and_what_a_comment_on_it_names_is_not(
    tmp_path: Path, request_: str, edit: tuple[str, str], silent_: list[tuple[str, ...]]
) -> None:
    verdicts(tmp_path, request_, (edit,), MARKETS)
    workspace = Workspace(tmp_path, report=lambda error: None, stages=Stages())
    assert [change.new for change in silent_changes(workspace).silent] == silent_
