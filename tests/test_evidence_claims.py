"""What is never called done: words that came to another place, one part of several, the opposite of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Verdict
from tests.redrafted import RESOLUTION, Edits, verdicts

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


B_GONE = ("b) Xây dựng trung tâm dữ liệu; ưu tiên vùng sâu, vùng xa.\nc)", "b)")
ALONE = (", phối hợp với Sở Tài chính", "")
LEGAL = ("Sở Y tế", "Sở Y tế, Sở Tư pháp")
HEALTH = ("Sở Tài chính đào", "Sở Tài chính, Sở Y tế đào")
STAFF = ("cán bộ", "công chức")
TRAINED = ("đào tạo", "bồi dưỡng")
ONLINE = ("60%", "70%")
TASK = "Tại khoản 1 Điều 2, đề nghị"
SHARES = "Tại khoản 3 Điều 1, đề nghị nâng tỷ lệ hồ sơ trực tuyến"


@pytest.mark.parametrize(
    ("request_", "first", "rest"),
    [
        (
            "Tại khoản 3 Điều 1, đề nghị bổ sung “chuyên gia nước ngoài” và nâng mức đãi ngộ lên 50%.",
            ("chuyên gia", "chuyên gia nước ngoài"),
            ("30%", "50%"),
        ),
        (f"{SHARES} từ 60% lên 70% và giảm mức đãi ngộ từ 30% xuống 20%.", ONLINE, ("30%", "20%")),
        (f"{TASK} thay “đào tạo” bằng “bồi dưỡng” và thay “cán bộ” bằng “công chức”.", TRAINED, STAFF),
        (f"{TASK} sửa “đào tạo” thành “bồi dưỡng”, “cán bộ” thành “công chức”.", TRAINED, STAFF),
        (f"{TASK} bổ sung “Sở Y tế”, “Sở Tư pháp” vào sau “Sở Tài chính”.", HEALTH, LEGAL),
        (f"{TASK} bỏ “Công an tỉnh” và “Sở Tài chính”.", ("Công an tỉnh, ", ""), ALONE),
        (
            f"{TASK} thay “Công an tỉnh”, “Sở Tài chính” bằng “các sở, ngành”.",
            ("Công an tỉnh", "các sở, ngành"),
            (", Sở Tài chính", ""),
        ),
    ],
)  # fmt: skip
def test_a_request_of_several_parts_is_done_when_each_is(
    tmp_path: Path, request_: str, first: tuple[str, str], rest: tuple[str, str]
) -> None:
    for name in ("some", "all"):
        (tmp_path / name).mkdir()
    assert verdicts(tmp_path / "some", request_, (first,)) == {Verdict.PARTLY}
    assert verdicts(tmp_path / "all", request_, (first, rest)) == {Verdict.ADDRESSED}


@pytest.mark.parametrize(
    ("request_", "first"),
    [
        ("Tại khoản 2 Điều 2, đề nghị bỏ điểm b và thêm nội dung về bảo vệ môi trường.", B_GONE),
        (f"{TASK} thay “đào tạo” bằng “bồi dưỡng”, đồng thời giao Sở Tài chính chủ trì.", TRAINED),
        (f"{TASK} thay “đào tạo” bằng “bồi dưỡng” và ghi Tỉnh đoàn vào cơ quan phối hợp.", TRAINED),
        (f"{TASK} bổ sung “Sở Y tế” và làm rõ nguồn kinh phí thực hiện.", HEALTH),
        ("Đề nghị viết gọn khoản 1 Điều 2 và bổ sung “Sở Y tế”.", HEALTH),
        (f"{SHARES} lên 70% và tách thành 02 chỉ tiêu.", ONLINE),
        (
            "Tại khoản 3 Điều 2, đề nghị bỏ cụm từ “theo quy định” và chuyển nội dung này xuống Điều 5.",
            (" theo quy định.\n4", ".\n4"),
        ),
    ],
)
def test_a_part_that_is_told_without_words_keeps_a_request_from_being_done(
    tmp_path: Path, request_: str, first: tuple[str, str]
) -> None:
    assert verdicts(tmp_path, request_, (first,)) <= {Verdict.PARTLY, Verdict.UNCLEAR}


@pytest.mark.parametrize(
    "reason",
    ["để làm rõ trách nhiệm và nâng hiệu quả", "nhằm giảm áp lực, tăng tính chủ động", "vì cần sửa, bổ sung"],
)
def test_verbs_of_a_reason_ask_for_nothing_more(tmp_path: Path, reason: str) -> None:
    said = f"Tại khoản 3 Điều 2, đề nghị thay “6 tháng” bằng “hằng quý” {reason}."
    assert verdicts(tmp_path, said, (("6 tháng", "hằng quý"),)) == {Verdict.ADDRESSED}


SAFE = "Tại điểm c khoản 2 Điều 2, đề nghị"


def led(by: str) -> Edits:
    """An edit that says who leads the task of điểm c."""
    return (("của các cơ quan.\n3", f"của các cơ quan; {by}.\n3"),)


@pytest.mark.parametrize(
    ("request_", "wrong", "right"),
    [
        (
            f"{SAFE} bổ sung cơ quan chủ trì là Công an tỉnh.",
            "Sở Thông tin và Truyền thông chủ trì",
            "Công an tỉnh chủ trì, phối hợp với Sở Nội vụ",
        ),
        (
            f"{SAFE} giao cho Công an tỉnh làm cơ quan chủ trì.",
            "Sở Nội vụ chủ trì, phối hợp với Công an tỉnh",
            "Công an tỉnh chủ trì",
        ),
        (
            f"{SAFE} bổ sung cơ quan chủ trì: Công an tỉnh, cơ quan phối hợp: Sở Nội vụ.",
            "Sở Nội vụ chủ trì, phối hợp với Công an tỉnh",
            "Công an tỉnh chủ trì, phối hợp với Sở Nội vụ",
        ),
        (
            f"{SAFE} bổ sung Sở Y tế là cơ quan phối hợp.",
            "Sở Y tế chủ trì",
            "Sở Nội vụ chủ trì, phối hợp với Sở Y tế",
        ),
    ],
)
def test_an_agency_that_came_in_another_role_is_not_what_was_asked(
    tmp_path: Path, request_: str, wrong: str, right: str
) -> None:
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
    assert Verdict.ADDRESSED not in verdicts(tmp_path / "wrong", request_, led(wrong))
    assert verdicts(tmp_path / "right", request_, led(right)) == {Verdict.ADDRESSED}


@pytest.mark.parametrize(
    ("request_", "wrong", "right"),
    [
        (
            "Tại khoản 3 Điều 2, đề nghị bổ sung “hợp tác xã”.",
            ("kết quả định", "kết quả cho Liên minh Hợp tác xã tỉnh định"),
            ("Các cơ quan báo", "Các cơ quan, hợp tác xã báo"),
        ),
        (
            "Tại khoản 2 Điều 1, đề nghị bổ sung “hợp tác xã”.",
            ("tổ chức tập huấn", "và Liên minh Hợp tác xã Việt Nam tổ chức tập huấn"),
            ("tổ chức tập huấn", "và hợp tác xã tổ chức tập huấn"),
        ),
        (
            "Tại khoản 1 Điều 2, đề nghị bổ sung “Sở Giáo dục”.",
            (", Sở Tài chính", ", Sở Tài chính, Sở Giáo dục và Đào tạo"),
            (", Sở Tài chính", ", Sở Tài chính, Sở Giáo dục"),
        ),
        ("Tại khoản 2 Điều 1, đề nghị sửa “100” thành “5”.", ("100 mô", "7,5 mô"), ("100 mô", "5 mô")),
        ("Tại khoản 3 Điều 1, đề nghị sửa “60%” thành “7%”.", ("60%", "0,7%"), ("60%", "7%")),
        ("Tại khoản 3 Điều 1, đề nghị sửa “60%” thành “70%”.", ("60%", "70-80%"), ("60%", "70%")),
        (
            "Tại khoản 1 Điều 2, đề nghị lùi thời hạn hoàn thành sang năm 2025.",
            ("trong năm 2022", "trong giai đoạn 2025-2030"),
            ("năm 2022", "năm 2025"),
        ),
    ],
)
def test_words_that_came_inside_a_longer_name_or_figure_are_not_done(
    tmp_path: Path, request_: str, wrong: tuple[str, str], right: tuple[str, str]
) -> None:
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
    assert Verdict.ADDRESSED not in verdicts(tmp_path / "wrong", request_, (wrong,))
    assert verdicts(tmp_path / "right", request_, (right,)) == {Verdict.ADDRESSED}


@pytest.mark.parametrize(
    ("request_", "wrong", "right"),
    [
        (
            f"{TASK} sửa thời hạn hoàn thành thành quý II năm 2023.",
            ("năm 2022", "năm 2023"),
            ("năm 2022", "quý II năm 2023"),
        ),
        (
            f"{TASK} sửa thời hạn hoàn thành thành quý II năm 2023.",
            ("năm 2022", "quý III năm 2023"),
            ("năm 2022", "quý II/2023"),
        ),
        (
            f"{TASK} rút thời hạn xuống tháng 6/2022.",
            ("trong năm 2022", "trong tháng 9/2022"),
            ("trong năm 2022", "trong tháng 6/2022"),
        ),
        (
            f"{TASK} lùi thời hạn hoàn thành sang năm 2023.",
            ("trong năm 2022", "trước ngày 30/6/2022, nhân rộng từ năm 2023"),
            ("năm 2022", "năm 2023"),
        ),
        (f"{SHARES} lên 70%.", ("30%", "70%"), ONLINE),
        ("Đề nghị nâng tỷ lệ hộ gia đình có Internet lên 90%.", ("15% GRDP", "90% GRDP"), ("80%", "90%")),
    ],
)
def test_another_date_or_the_figure_of_something_else_is_not_what_was_asked(
    tmp_path: Path, request_: str, wrong: tuple[str, str], right: tuple[str, str]
) -> None:
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
    assert Verdict.ADDRESSED not in verdicts(tmp_path / "wrong", request_, (wrong,))
    assert verdicts(tmp_path / "right", request_, (right,)) == {Verdict.ADDRESSED}


def test_a_figure_that_went_up_otherwise_while_another_got_the_one_asked_for_is_not_done(
    tmp_path: Path,
) -> None:
    found = verdicts(tmp_path, f"{SHARES} từ 60% lên 70%.", (("60%", "65%"), ("30%", "70%")))
    assert found == {Verdict.UNCLEAR}


MOVED = "Tại điểm b khoản 2 Điều 2, đề nghị chuyển cụm từ “ưu tiên vùng sâu, vùng xa” sang điểm a."
DECREE = "Tại khoản 4 Điều 2, đề nghị viện dẫn Nghị định số 13/2023/NĐ-CP"
NEW_LAW = "Luật Dữ liệu số 60/2024/QH15"
LAW = f"Tại khoản 4 Điều 2, đề nghị thay Luật Giao dịch điện tử số 20/2023/QH15 bằng {NEW_LAW}."


@pytest.mark.parametrize(
    ("request_", "wrong", "right"),
    [
        (
            MOVED,
            (*REMOTE, ("của các cơ quan.\n3", "của các cơ quan; ưu tiên vùng sâu, vùng xa.\n3")),
            (*REMOTE, ("chung hạ tầng.", "chung hạ tầng; ưu tiên vùng sâu, vùng xa.")),
        ),
        (
            f"{DECREE}.",
            (("QH15", "QH15, Nghị định số 113/2023/NĐ-CP"),),
            (("QH15", "QH15, Nghị định số 13/2023/NĐ-CP"),),
        ),
        (
            f"{DECREE} và Nghị định số 47/2020/NĐ-CP.",
            (("QH15", "QH15, Nghị định số 13/2023/NĐ-CP"),),
            (("QH15", "QH15, Nghị định số 13/2023/NĐ-CP, Nghị định số 47/2020/NĐ-CP"),),
        ),
        (
            LAW,
            (("20/2023/QH15", "20/2023/QH15, Luật Dữ liệu số 60/2024/QH15"),),
            (("Luật Giao dịch điện tử số 20/2023/QH15", "Luật Dữ liệu số 60/2024/QH15"),),
        ),
        (
            "Đề nghị đổi tên Điều 2 thành “Giải pháp trọng tâm”.",
            (("Nhiệm vụ, giải pháp\n", "Nhiệm vụ và giải pháp trọng tâm\n"),),
            (("Nhiệm vụ, giải pháp\n", "Giải pháp trọng tâm\n"),),
        ),
        (
            "Tại khoản 1 Điều 5, đề nghị bổ sung “từ ngân sách tỉnh”.",
            (("hằng năm.", "hằng năm không từ ngân sách tỉnh."),),
            (("hằng năm.", "hằng năm từ ngân sách tỉnh."),),
        ),
    ],
)
def test_what_came_beside_the_thing_asked_for_is_not_done(
    tmp_path: Path, request_: str, wrong: Edits, right: Edits
) -> None:
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
    assert Verdict.ADDRESSED not in verdicts(tmp_path / "wrong", request_, wrong)
    assert verdicts(tmp_path / "right", request_, right) == {Verdict.ADDRESSED}


@pytest.mark.parametrize(
    ("request_", "edits"),
    [
        ("Tại khoản 3 Điều 1, đề nghị sửa tỷ lệ hồ sơ trực tuyến thành 60 - 70%.", (("60%", "70%"),)),
        (
            "Đề nghị bổ sung tiêu chí đánh giá kết quả thực hiện nhiệm vụ của cơ quan tại khoản 3 Điều 2.",
            (("báo cáo kết quả", "báo cáo kết quả thực hiện nhiệm vụ của các cơ quan"),),
        ),
        (
            "Đề nghị bổ sung lộ trình thực hiện từng năm cho các nhiệm vụ.",
            (("80%.", "80%; kinh tế số đạt 10% năm 2022, 12% năm 2023 và 15% năm 2024."),),
        ),
    ],
)
def test_one_end_of_a_range_or_words_about_the_thing_are_not_the_thing(
    tmp_path: Path, request_: str, edits: Edits
) -> None:
    assert Verdict.ADDRESSED not in verdicts(tmp_path, request_, edits)


@pytest.mark.parametrize(
    ("request_", "edit"),
    [
        ("Tại khoản 1 Điều 1, đề nghị nâng từ “15%” lên “20%”.", ("15%", "12%")),
        (
            "Tại khoản 3 Điều 2, đề nghị thay “định kỳ 6 tháng” bằng “hằng quý”.",
            ("định kỳ 6 tháng", "mỗi năm"),
        ),
        ("Tại khoản 1 Điều 1, đề nghị bỏ cụm từ “chiếm 15% GRDP”.", ("15%", "18%")),
        ("Tại khoản 1 Điều 1, đề nghị nâng kinh tế số lên 20% GRDP.", ("15%", "18%")),
    ],
)
def test_a_clause_that_was_changed_in_other_words_is_not_said_to_be_as_it_was(
    tmp_path: Path, request_: str, edit: tuple[str, str]
) -> None:
    for name in ("other", "same"):
        (tmp_path / name).mkdir()
    assert verdicts(tmp_path / "other", request_, (edit,)) == {Verdict.UNCLEAR}
    elsewhere = ("bố trí kinh phí hằng năm", "bố trí đủ kinh phí")
    assert verdicts(tmp_path / "same", request_, (elsewhere,)) == {Verdict.NOT_YET}


# --- one sentence of a clause ---------------------------------------------------------------

SENTENCES = RESOLUTION.replace(
    "3. Các cơ quan báo cáo kết quả định kỳ 6 tháng; xử lý vi phạm theo quy định.",
    "3. Các cơ quan báo cáo kết quả theo quy định. Sở Nội vụ tổng hợp kết quả theo quy định. "
    "Vi phạm bị xử lý theo quy định.",
)
FIRST, SECOND, THIRD = "Các cơ quan báo cáo kết quả", "Sở Nội vụ tổng hợp kết quả", "Vi phạm bị xử lý"


@pytest.mark.parametrize(
    ("request_", "there", "elsewhere"),
    [
        (
            "Tại câu thứ hai khoản 3 Điều 2, đề nghị bỏ cụm từ “theo quy định”.",
            (f"{SECOND} theo quy định.", f"{SECOND}."),
            (f"{FIRST} theo quy định.", f"{FIRST}."),
        ),
        (
            "Câu cuối khoản 3 Điều 2: đề nghị thay cụm từ “theo quy định” bằng “nghiêm minh”.",
            (f"{THIRD} theo quy định.", f"{THIRD} nghiêm minh."),
            (f"{FIRST} theo quy định.", f"{FIRST} nghiêm minh."),
        ),
        (
            "Đề nghị bổ sung từ “hằng năm” vào câu đầu khoản 3 Điều 2.",
            (f"{FIRST} theo", f"{FIRST} hằng năm theo"),
            (f"{SECOND} theo", f"{SECOND} hằng năm theo"),
        ),
        (
            "Đề nghị bổ sung “bảo đảm đúng hạn và đúng mẫu” vào câu 2 khoản 3 Điều 2.",
            (f"{SECOND} theo", f"{SECOND} bảo đảm đúng hạn và đúng mẫu theo"),
            (f"{FIRST} theo", f"{FIRST} bảo đảm đúng hạn và đúng mẫu theo"),
        ),
    ],
)
def test_words_are_done_only_in_the_sentence_that_is_named(
    tmp_path: Path, request_: str, there: tuple[str, str], elsewhere: tuple[str, str]
) -> None:
    for name in ("there", "elsewhere", "pushed"):
        (tmp_path / name).mkdir()
    assert verdicts(tmp_path / "there", request_, (there,), SENTENCES) == {Verdict.ADDRESSED}
    assert Verdict.ADDRESSED not in verdicts(tmp_path / "elsewhere", request_, (elsewhere,), SENTENCES)
    pushed = (there, ("3. Các cơ quan", "3. Việc này làm từng bước. Các cơ quan"))
    assert verdicts(tmp_path / "pushed", request_, pushed, SENTENCES) == {Verdict.ADDRESSED}


def test_a_sentence_that_the_clause_does_not_have_leaves_it_to_a_person(tmp_path: Path) -> None:
    request_ = "Tại câu thứ năm khoản 3 Điều 2, đề nghị bỏ cụm từ “theo quy định”."
    edit = (f"{SECOND} theo quy định.", f"{SECOND}.")
    assert verdicts(tmp_path, request_, (edit,), SENTENCES) == {Verdict.UNCLEAR}
