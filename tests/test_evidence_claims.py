"""What is never called done: words that came to another place, one part of several, the opposite of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Verdict
from tests.redrafted import verdicts

REMOTE = (("; ưu tiên vùng sâu, vùng xa", ""),)


@pytest.mark.parametrize(
    "request_",
    [
        "đề nghị rà soát đối tượng để không bỏ sót “vùng sâu, vùng xa”.",
        "đề nghị xem lại để khỏi bỏ lọt “vùng sâu, vùng xa”.",
        "đề nghị viết rõ hơn, tránh bỏ “vùng sâu, vùng xa”.",
        "đề nghị rà soát, tránh việc lược bỏ cụm từ “vùng sâu, vùng xa”.",
        "không nên xóa “vùng sâu, vùng xa”.",
        "tuyệt đối không được bỏ cụm từ “vùng sâu, vùng xa”.",
        "đề nghị không loại bỏ cụm từ “vùng sâu, vùng xa”.",
        "việc bỏ cụm từ “vùng sâu, vùng xa” sẽ gây thiệt thòi cho người dân.",
        "nếu bỏ “vùng sâu, vùng xa” thì người dân thiệt thòi.",
    ],
)
def test_words_that_were_to_be_spared_are_not_done_by_deleting_them(tmp_path: Path, request_: str) -> None:
    found = verdicts(tmp_path, f"Tại điểm b khoản 2 Điều 2, {request_}", REMOTE)
    assert found and Verdict.ADDRESSED not in found


def test_words_that_were_to_go_lest_others_be_missed_are_done_by_deleting_them(tmp_path: Path) -> None:
    said = "Tại điểm b khoản 2 Điều 2, đề nghị bỏ cụm từ “vùng sâu, vùng xa” để không bỏ sót địa bàn khác."
    assert verdicts(tmp_path, said, REMOTE) == {Verdict.ADDRESSED}
