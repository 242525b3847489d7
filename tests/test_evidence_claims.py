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


REPORT = "Tại khoản 3 Điều 2, đề nghị bổ sung cụm từ"
PUBLIC = "Khuyến khích các tổ chức xã hội tham gia giám sát chất lượng dịch vụ công."


@pytest.mark.parametrize(
    ("request_", "there", "elsewhere"),
    [
        (
            f"{REPORT} “và hằng năm” sau cụm từ “định kỳ 6 tháng”.",
            ("6 tháng;", "6 tháng và hằng năm;"),
            ("theo quy định.\n4", "theo quy định và hằng năm.\n4"),
        ),
        (
            f"{REPORT} “đột xuất và” trước cụm từ “định kỳ 6 tháng”.",
            ("định kỳ 6", "đột xuất và định kỳ 6"),
            ("6 tháng;", "6 tháng đột xuất và;"),
        ),
        (
            "Tại khoản 3 Điều 2, giữa cụm từ “báo cáo” và “kết quả” đề nghị bổ sung từ “đầy đủ”.",
            ("báo cáo kết", "báo cáo đầy đủ kết"),
            ("xử lý vi", "đầy đủ xử lý vi"),
        ),
        (
            "Đề nghị bổ sung cụm từ “và người dân” vào cuối khoản 3 Điều 2.",
            ("theo quy định.\n4", "theo quy định và người dân.\n4"),
            ("Các cơ quan báo", "Các cơ quan và người dân báo"),
        ),
        (
            "Đề nghị bổ sung cụm từ “Khẩn trương” vào đầu điểm b khoản 2 Điều 2.",
            ("b) Xây", "b) Khẩn trương xây"),
            ("ưu tiên vùng", "ưu tiên khẩn trương vùng"),
        ),
        (
            "Đề nghị bổ sung “chủ yếu” vào tên Điều 2.",
            ("giải pháp\n", "giải pháp chủ yếu\n"),
            ("gồm:", "gồm chủ yếu:"),
        ),
        (
            "Đề nghị bổ sung cụm từ “bảo đảm công khai, minh bạch trong quản lý” tại Điều 5.",
            ("hằng năm.", "hằng năm, bảo đảm công khai, minh bạch trong quản lý."),
            ("vùng xa.", "vùng xa, bảo đảm công khai, minh bạch trong quản lý."),
        ),
        (
            f"Đề nghị bổ sung vào Điều 5 một khoản: “{PUBLIC}”",
            ("việc thực hiện Nghị quyết.", f"việc thực hiện Nghị quyết.\n3. {PUBLIC}"),
            ("20/2023/QH15.", f"20/2023/QH15.\n5. {PUBLIC}"),
        ),
        (
            f"Sau khoản 3 Điều 2 đề nghị bổ sung khoản mới: “{PUBLIC}”",
            ("4. Phát", f"4. {PUBLIC}\n5. Phát"),
            ("việc thực hiện Nghị quyết.", f"việc thực hiện Nghị quyết.\n3. {PUBLIC}"),
        ),
        (
            "Tại Điều 5, đề nghị bổ sung trách nhiệm giám sát chất lượng dịch vụ công của tổ chức xã hội.",
            ("việc thực hiện Nghị quyết.", f"việc thực hiện Nghị quyết.\n3. {PUBLIC}"),
            ("20/2023/QH15.", f"20/2023/QH15.\n5. {PUBLIC}"),
        ),
    ],
)
def test_words_that_came_to_another_place_than_asked_are_partly_done(
    tmp_path: Path, request_: str, there: tuple[str, str], elsewhere: tuple[str, str]
) -> None:
    for name in ("there", "elsewhere"):
        (tmp_path / name).mkdir()
    assert verdicts(tmp_path / "there", request_, (there,)) == {Verdict.ADDRESSED}
    assert verdicts(tmp_path / "elsewhere", request_, (elsewhere,)) <= {Verdict.PARTLY, Verdict.UNCLEAR}


def test_words_for_two_clauses_are_partly_done_where_one_has_them(tmp_path: Path) -> None:
    said = "Đề nghị bổ sung “hợp tác công tư” tại khoản 1 và khoản 3 Điều 2."
    assert verdicts(tmp_path, said, (("đào tạo cán", "hợp tác công tư, đào tạo cán"),)) == {Verdict.PARTLY}
