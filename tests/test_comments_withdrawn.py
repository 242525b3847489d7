"""What an agency takes back, in its letter or by a later one, is neither done nor not done."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Correspondence, Verdict
from drafter.workspace import Stages, Workspace
from tests.docx_builder import docx, p
from tests.form_files import read
from tests.made_verdicts import DRAFT, edited

HEAD = "SỞ Y TẾ\nSố: 12/SYT-NV\n\nSở Y tế có ý kiến về dự thảo lần 1 như sau:\n\n"
ITEMS = """1. Tại khoản 2 Điều 2 bổ sung “các thôn”.
2. Tại khoản 2 Điều 1 bỏ “an toàn”.
3. Tại khoản 3 Điều 2 đề nghị thay “6 tháng” bằng “hằng quý”.
"""
EDITS = (("đến các xã", "đến các xã, các thôn"), ("sản xuất an toàn", "sản xuất"), ("6 tháng", "hằng quý"))


def taken_back(folder: Path, body: str) -> set[int]:
    """Which of the comments of a letter it takes back, by their order."""
    path = folder / "thu.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    (letter,) = read(path)
    return {place for place, one in enumerate(letter.comments, 1) if one.withdrawn}


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("4. Sở Y tế xin rút ý kiến số 1.", {1}),
        ("4. Ý kiến số 2 và số 3 nêu trên, Sở Y tế xin rút.", {2, 3}),
        ("4. Đề nghị không tổng hợp góp ý thứ hai.", {2}),
        ("4. Sở Y tế rút lại đề nghị tại mục 1 của văn bản này.", {1}),
        ("4. Sở xin rút ý kiến về khoản 3 Điều 2.", {3}),
        ("4. Ý kiến số 1 không còn giá trị.", {1}),
        ("4. Tại khoản 2 Điều 1 thay “an toàn” bằng “hữu cơ”. Ý kiến này thay cho ý kiến tại mục 2.", {2}),
        ("4. Sở không bảo lưu các ý kiến trên.", {1, 2, 3}),
        ("4. Thực hiện Công văn số 5/SNV-CC, Sở Y tế xin rút các ý kiến trên.", {1, 2, 3}),
        ("4. Trước đây tại cuộc họp Sở đã đề nghị như trên, nay xin rút ý kiến số 2.", {2}),
        ("4. Sở xin rút ý kiến về chế độ báo cáo.", {1, 2, 3}),  # which it is nothing tells
    ],
)
def test_another_item_of_a_letter_takes_back_what_it_names(
    tmp_path: Path, said: str, items: set[int]
) -> None:
    assert taken_back(tmp_path, f"{ITEMS}{said}\n") == items


@pytest.mark.parametrize(
    "said",
    [
        "4. Trước đây Sở Y tế đã đề nghị bỏ chỉ tiêu này tại Công văn số 55/SYT-VP, nay xin rút ý kiến đó.",
        "4. Tại Công văn số 55/SYT-VP, Sở Y tế kiến nghị bỏ chỉ tiêu này, nay xin rút ý kiến đó.",
        "4. Ở vòng trước Sở đã có đề nghị bỏ Phụ lục, nay xin rút ý kiến này.",
        "4. Không đồng ý với ý kiến số 2 của Sở Tài chính.",
        "4. Đề nghị không xem xét ý kiến số 2 của Sở Tài chính.",
        "4. Đề nghị bỏ nội dung tại khoản 1 Điều 2.",
        "4. Tại khoản 1 Điều 2 đề nghị thay đổi nội dung này.",
        "4. Tại khoản 1 Điều 2 bổ sung “rút ý kiến số 1”.",
        "4. Tại khoản 1 Điều 2 đề nghị rút ngắn nội dung.",
        "4. Sở Y tế xin rút ý kiến của mình tại Công văn số 9/SYT-NV ngày 01/02/2021.",
    ],
)
def test_edits_of_the_draft_and_wishes_of_others_take_nothing_back(tmp_path: Path, said: str) -> None:
    assert taken_back(tmp_path, f"{ITEMS}{said}\n") == set()


def proved(folder: Path, **letters: str) -> tuple[Correspondence, list[tuple[str, Verdict]]]:
    """Letters on a draft, and what is told of each comment where the next draft did all that they ask for."""
    for name in ("drafts", "comments"):
        (folder / name).mkdir()
    for number, text in enumerate((DRAFT, edited(DRAFT, EDITS)), 1):
        lines = [f"Dự thảo lần {number}", *text.strip().split("\n")]
        docx(folder / "drafts" / f"{number}.docx", *map(p, lines))
    for name, text in letters.items():
        (folder / "comments" / f"{name}.txt").write_text(text, encoding="utf-8")

    def refuse(error: Exception) -> None:
        raise error

    workspace = Workspace(folder, report=refuse, stages=Stages())
    read_ = workspace.correspondence(answered=True)
    return read_, [(one.comment, one.verdict) for one in workspace.evidence(read_)]


def test_of_what_is_taken_back_nothing_is_said_to_be_done(tmp_path: Path) -> None:
    read_, found = proved(tmp_path, a=f"{HEAD}{ITEMS}4. Sở Y tế xin rút ý kiến số 1.\n")
    assert [verdict for _, verdict in found] == [
        Verdict.UNCLEAR, Verdict.ADDRESSED, Verdict.ADDRESSED, Verdict.UNCLEAR,
    ]  # fmt: skip
    assert [notice.code for notice in read_.notices] == ["withdrawn"]
    assert "các thôn" in read_.notices[0].detail


EARLIER = HEAD.replace("12/", "10/")


@pytest.mark.parametrize(
    "line",
    [
        "Công văn này thay thế Công văn số 10/SYT-NV ngày 01/3/2021 của Sở Y tế.",
        "Văn bản này thay thế toàn bộ ý kiến tại Văn bản số 10/SYT-NV.",
    ],
)
def test_a_letter_that_replaces_another_takes_back_all_of_it(tmp_path: Path, line: str) -> None:
    first, second = ITEMS.split("\n", 1)
    read_, found = proved(tmp_path, a=f"{EARLIER}{first}\n", b=f"{HEAD}{second}\n{line}\n")
    verdicts = dict(found)
    assert verdicts["a.txt#1"] is Verdict.UNCLEAR
    assert Verdict.ADDRESSED in verdicts.values()
    told = [notice for notice in read_.notices if notice.code == "replaced-letter"]
    assert [notice.place.endswith("a.txt") for notice in told] == [True] and "10/SYT-NV" in told[0].detail


def test_a_replaced_letter_that_is_not_there_is_named(tmp_path: Path) -> None:
    opening = HEAD.replace("như sau:", "như sau (văn bản này thay thế Công văn số 10/SYT-NV):")
    read_, _ = proved(tmp_path, a=f"{opening}{ITEMS}")
    assert [(n.code, n.detail) for n in read_.notices] == [("replaces-letter", "Công văn số 10/SYT-NV")]


def test_a_letter_of_another_agency_under_that_number_stays(tmp_path: Path) -> None:
    other = EARLIER.replace("SỞ Y TẾ", "SỞ XÂY DỰNG").replace("Sở Y tế", "Sở Xây dựng")
    line = "Công văn này thay thế Công văn số 10/SYT-NV."
    read_, _ = proved(tmp_path, a=f"{other}{ITEMS}", b=f"{HEAD}{ITEMS}\n{line}\n")
    assert not any(one.withdrawn for one in read_.comments)


REPLACES = "Văn bản này thay thế Công văn số 10/SYT-NV ngày 01/3/2021"


@pytest.mark.parametrize(
    "line",
    [
        f"{REPLACES} của Sở Y tế.",
        f"4. {REPLACES}.",
        f"({REPLACES})",
        "(Thay thế Công văn số 10/SYT-NV ngày 01/3/2021)",
        f"Lưu ý: {REPLACES[0].lower()}{REPLACES[1:]} đã gửi trước đó.",
        f"{REPLACES}; đề nghị quý Sở không sử dụng văn bản cũ.",
        "Phiếu góp ý này thay thế Phiếu góp ý đã gửi ngày 01/3/2021.",
        "Sở Y tế xin thu hồi Công văn số 10/SYT-NV ngày 01/3/2021.",
    ],
)
def test_a_line_that_only_names_the_letter_replaced_is_no_comment(tmp_path: Path, line: str) -> None:
    (tmp_path / "thu.txt").write_text(f"{HEAD}{ITEMS}{line}\nTrân trọng./.\n", encoding="utf-8")
    (letter,) = read(tmp_path / "thu.txt")
    assert (len(letter.comments), letter.words.closes, len(letter.replaces)) == (3, True, 1)


@pytest.mark.parametrize(
    "line",
    [
        f"4. {REPLACES}; đề nghị bổ sung kinh phí tại khoản 2 Điều 1.",
        "4. Khoản 1 Điều 2: đề nghị thu hồi Công văn số 123/UBND ngày 05/3/2020 vì không còn phù hợp.",
    ],
)
def test_what_asks_beside_a_replaced_letter_is_a_comment(tmp_path: Path, line: str) -> None:
    (tmp_path / "thu.txt").write_text(f"{HEAD}{ITEMS}{line}\n", encoding="utf-8")
    (letter,) = read(tmp_path / "thu.txt")
    assert len(letter.comments) == 4
