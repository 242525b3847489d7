"""The board: what was put together once is the same as if all were read again."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import Stale
from drafter.jobs.approval import approve
from drafter.jobs.board import Board, board, renewed
from drafter.jobs.decisions import DecideOptions, decide, undo
from drafter.jobs.show import comment_view, show
from drafter.model import Decision, Disposition
from drafter.workspace import Workspace
from tests.commands import STAGES, part
from tests.workbench import desk

SAID = DecideOptions((1,), Disposition.EXPLAINED, response="Giải trình: giữ như dự thảo để thống nhất.")


def opened(root: Path) -> Workspace:
    return Workspace(root, report=lambda _: None, stages=STAGES)


def facts(made: Board) -> tuple[object, ...]:
    return (
        made.table,
        made.links,
        made.evidence,
        made.clashes,
        made.decisions,
        made.registered,
        made.watched,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        SAID,
        replace(SAID, clauses=("mục III",)),
        DecideOptions((2,), assignee="Lan"),
        replace(SAID, alike=True),
    ],
)
def test_a_board_that_was_renewed_is_what_reading_all_again_gives(
    tmp_path: Path, options: DecideOptions
) -> None:
    root = part(tmp_path)
    accepted = DecideOptions((3, 4), Disposition.ACCEPTED, response="Tiếp thu.")
    decide(opened(root), accepted, "An")
    before = board(opened(root))
    assert before.watched is not None  # asked for before the save, and kept where nothing changed
    decide(opened(root), options, "An", before)
    after = renewed(before)
    assert after.decisions != before.decisions
    assert facts(after) == facts(board(opened(root)))


@pytest.mark.slow
def test_a_decision_on_a_board_is_the_same_as_one_that_reads_all(tmp_path: Path) -> None:
    found: list[Decision] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        root = part(tmp_path / name)
        known = board(opened(root)) if name == "a" else None
        accepted = DecideOptions((1, 2, 3), Disposition.ACCEPTED, response="Tiếp thu.", alike=True)
        done = decide(opened(root), accepted, "An", known)
        found.extend(replace(each.decision, decided_at="") for each in done)
    assert found[: len(found) // 2] == found[len(found) // 2 :]


def test_a_comment_is_shown_from_a_board_as_it_is_from_the_files(tmp_path: Path) -> None:
    root = part(tmp_path)
    decide(opened(root), SAID, "An")
    seen, told = comment_view(board(opened(root)), 1), show(opened(root), 1)
    assert replace(seen, rounds=told.rounds) == told


def test_what_nobody_saw_is_neither_approved_nor_taken_back(tmp_path: Path) -> None:
    root = part(tmp_path)
    workspace = opened(root)
    decide(workspace, SAID, "An")
    decide(workspace, replace(SAID, response="Giải trình: đã giao Sở Nội vụ chủ trì."), "An")
    with pytest.raises(Stale):
        approve(workspace, (1,), "Bình", versions=((1, 1),))
    with pytest.raises(Stale):
        undo(workspace, (1,), "An", versions=((1, 1),))
    assert approve(workspace, (1,), "Bình", versions=((1, 2),))[0].decision.approved_by == "Bình"


def test_a_group_is_saved_as_it_was_seen_or_not_at_all(tmp_path: Path) -> None:
    workspace = opened(part(tmp_path))
    decide(workspace, SAID, "An")
    with pytest.raises(Stale):
        decide(workspace, replace(SAID, numbers=(1, 2), versions=((1, 0), (2, 0))), "Bình")
    assert {each.decided_by for each in workspace.decisions.values()} == {"An"}


def test_a_date_that_was_set_can_be_taken_away(tmp_path: Path) -> None:
    from datetime import date

    workspace = opened(part(tmp_path))
    decide(workspace, DecideOptions((1,), due=date(2021, 3, 1)), "An")
    (done,) = decide(workspace, DecideOptions((1,), without=frozenset(("due",))), "An")
    assert done.decision.due is None


@pytest.mark.slow
def test_a_save_puts_only_decisions_together_anew(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    before, _ = someone.site.board()
    decide(someone.site.workspace(), SAID, "An", before)
    after, _ = someone.site.board()
    assert after.read is before.read and after.evidence is before.evidence
    assert after.decision(after.by_no[1]).response == SAID.response


@pytest.mark.slow
def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    root = part(tmp_path)
    someone = desk(root)
    before, _ = someone.site.board()
    (root / "comments" / "so-y-te.txt").write_text(
        "SỞ Y TẾ\nSố: 1/SYT\n\n1. Đề nghị bỏ điểm a khoản 2 mục III.\n"
    )
    after, _ = someone.site.board()
    assert len(after.read.comments) > len(before.read.comments)
