"""How many comments came: one answer on every page and in the table, agreements told apart."""

from pathlib import Path

import pytest

from drafter.jobs.queue import Sought, State, Trust, find
from drafter.wording.counts import said_words
from tests.commands import STAGES, part
from tests.form_files import form_file
from tests.workbench import desk, words_of

ROWS = [("TT", "Điều, khoản", "Nội dung góp ý"),
        ("1", "Điểm a khoản 4 mục III", "Đề nghị bổ sung lộ trình thực hiện."),
        ("2", "Điểm b khoản 4 mục III", "Nhất trí")]  # fmt: skip


@pytest.mark.slow
def test_every_page_tells_as_many_comments_and_agreements_as_the_table(tmp_path: Path) -> None:
    root = part(tmp_path)
    form_file(root / "comments" / "so-du-lich.xlsx", ROWS)
    (root / "comments" / "so-ngoai-vu.txt").write_text(
        "SỞ NGOẠI VỤ\nSố: 9/SNgV\nSở Ngoại vụ nhất trí với dự thảo lần 2 Nghị quyết.\n", "utf-8"
    )
    someone = desk(root)
    someone.site.stages = STAGES
    board, _ = someone.site.board()
    table = board.table
    assert table is not None and table.balance.agreements == 1 and table.agreeing == 2
    said = said_words(table, "vi")
    assert (
        table.balance.comments_in_rows + table.balance.agreements
        == len(board.read.comments)
        == len(board.queue)
    )
    for address in ("/", "/files"):
        assert said in words_of(someone.get(address)), address
    counts = find(board.queue, Sought()).counts["state"]
    assert counts[State.AGREEMENT] == table.agreeing
    assert counts[State.OPEN] == table.balance.comments_in_rows
    looked = find(board.queue, Sought(trust=Trust.LOOK)).entries
    assert not any(State.AGREEMENT in each.states for each in looked)
