"""Whole letters, minutes and forms against what an official would list: gold set and `tests/data/letters`."""

import csv
from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.errors import NoComments
from drafter.model import Letter, Stance
from tests.bench.quality import comments as quality
from tests.inputs import read_comment_file

LETTERS = Path(__file__).parent / "data" / "letters"


def expected() -> list[dict[str, str]]:
    with (LETTERS / "expected.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def found(path: str) -> list[dict[str, str]]:
    """The comments of a file in the columns of `expected.tsv`."""
    out = []
    for letter in letters(read_comment_file(LETTERS / path, root=LETTERS)):
        for comment in letter.comments:
            asked = comment.operation
            out.append(
                {
                    "file": letter.path,
                    "agency": letter.agency,
                    "letter": letter.number or "",
                    "date": str(letter.date or ""),
                    "draft": str(letter.draft_number or ""),
                    "n": comment.id.rpartition("#")[2],
                    "stance": str(comment.stance),
                    "op": str(asked.op) if asked else "",
                    "old": (asked and asked.old) or "",
                    "new": (asked and asked.new) or "",
                    "text": comment.text.replace("\n", " ⏎ "),
                }
            )
    return out


@pytest.mark.parametrize("path", sorted({row["file"] for row in expected()}))
def test_a_letter_gives_the_comments_that_an_official_would_list(path: str) -> None:
    assert found(path) == [row for row in expected() if row["file"] == path]


@pytest.mark.slow
def test_the_letters_of_the_gold_set_are_read_as_their_author_meant_them() -> None:
    report = quality.report()
    assert report["letters: agency, number, date and stance right"] == 1.0
    assert report["comments missed"] == 0
    assert report["comments spurious"] == 0
    assert report["stance right"] >= 0.95
    assert report["topics: F1"] >= 0.90
    assert report["suggestion: operation right"] >= 0.95
    assert report["suggestion: old and new words right, of those named"] >= 0.90


def read(tmp_path: Path, text: str, name: str = "so-tai-chinh.txt") -> tuple[Letter, ...]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return letters(read_comment_file(path, root=tmp_path))


def texts(found: tuple[Letter, ...]) -> list[str]:
    return [comment.text for letter in found for comment in letter.comments]


def test_a_letter_that_only_agrees_has_exactly_one_comment(tmp_path: Path) -> None:
    """Also where it says so item by item."""
    found = read(
        tmp_path,
        "SỞ TÀI CHÍNH\nKính gửi: Ban soạn thảo\nSở Tài chính có ý kiến như sau:\n"
        "1. Thống nhất với sự cần thiết ban hành.\n2. Nhất trí với bố cục.\n3. Không có ý kiến khác.\n",
    )
    assert [letter.stance for letter in found] == [Stance.AGREEMENT]
    assert len(texts(found)) == 1


def test_basic_agreement_with_a_request_is_a_letter_of_request(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "SỞ TÀI CHÍNH\nKính gửi: Ban soạn thảo\n"
        "Sở Tài chính cơ bản thống nhất với dự thảo. Tuy nhiên, đề nghị bổ sung lộ trình từng năm.\n"
        "Trân trọng./.\n",
    )
    assert texts(found) == ["Tuy nhiên, đề nghị bổ sung lộ trình từng năm."]
    assert found[0].stance is Stance.REQUEST


def test_items_below_a_place_inherit_the_place(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "SỞ TÀI CHÍNH\n1. Tại khoản 2 mục III:\n- bổ sung nguồn vốn;\n- bỏ cụm từ “nếu có”.\n"
        "2. Phụ lục II còn thiếu cột.\n",
    )
    cited = [comment.cited for comment in found[0].comments]
    assert cited == ["Tại khoản 2 mục III:", "Tại khoản 2 mục III:", ""]


def test_a_second_request_in_one_item_is_a_second_comment(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "SỞ TÀI CHÍNH\n- Khoản 3 mục II: đề nghị nâng mức từ 60% lên 70% để phù hợp tình hình mới; "
        "đồng thời làm rõ nguồn kinh phí bố trí.\n",
    )
    assert len(texts(found)) == 2
    second = found[0].comments[1]
    assert second.text == "Khoản 3 mục II, đồng thời làm rõ nguồn kinh phí bố trí."
    assert second.position.end - second.position.start == len("đồng thời làm rõ nguồn kinh phí bố trí.")


@pytest.mark.parametrize(
    "item",
    [
        "Khoản 2 chưa rõ. Đề nghị làm rõ trách nhiệm của các sở.",
        "Đề nghị bỏ khoản 2; lý do: trùng với khoản 5.",
        "Đề nghị bổ sung kinh phí; nếu không bố trí được thì cần có lộ trình.",
        "Đề nghị bỏ khoản 2. Hiện nay nội dung này đã có trong Kế hoạch số 12/KH-UBND.",
        "Đề nghị tách khoản 7 thành ba nhóm: nghiên cứu; chuyển giao; đào tạo.",
        "Đề nghị nêu căn cứ hoặc điều chỉnh thành “60%”.",
    ],
)
def test_a_reason_an_alternative_or_a_list_begins_no_new_comment(tmp_path: Path, item: str) -> None:
    assert texts(read(tmp_path, f"SỞ TÀI CHÍNH\n- {item}\n- Bỏ khoản 9 mục IV.\n"))[0] == item


def test_closing_formulas_and_signatures_are_no_comments(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "SỞ TÀI CHÍNH\nKính gửi: Sở Thông tin và Truyền thông\n1. Bỏ khoản 9 mục IV.\n"
        "Trên đây là ý kiến góp ý của Sở Tài chính, đề nghị Sở Thông tin và Truyền thông nghiên cứu, "
        "tổng hợp./.\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n",
    )
    assert texts(found) == ["Bỏ khoản 9 mục IV."]


def test_the_draft_is_found_by_number_words_and_brackets(tmp_path: Path) -> None:
    for named in (
        "dự thảo lần 2",
        "dự thảo (lần thứ hai)",
        "Dự thảo Nghị quyết về chính quyền số, lần 2",
        "dự thảo 2.",
    ):
        found = read(tmp_path, f"SỞ TÀI CHÍNH\nKính gửi: Ban soạn thảo\nVề {named}\n1. Bỏ khoản 9 mục IV.\n")
        assert found[0].draft_number == 2, named


def test_without_a_letterhead_the_file_name_says_who_wrote(tmp_path: Path) -> None:
    found = read(tmp_path, "1. Bỏ khoản 9 mục IV.\n", "Góp ý của Sở Khoa học và Công nghệ (lần 2).txt")
    assert found[0].agency == "Sở Khoa học và Công nghệ"


def test_a_file_without_any_comment_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoComments):
        read(tmp_path, "SỞ TÀI CHÍNH\nSố: 12/STC-VP\nKính gửi: Ban soạn thảo\nTrân trọng./.\n")
