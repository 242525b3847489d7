"""The place of a comment: what it inherits from the words before it, and what it does not."""

from pathlib import Path

import pytest

from drafter.language.normal import decoded
from drafter.model import Ask

from .form_files import form_file, read

HEAD = "SỞ Y TẾ\nSố: 12/SYT-VP\nKính gửi: Sở Thông tin và Truyền thông\n"


def cited(folder: Path, body: str) -> dict[str, str]:
    """The words of each comment → the place that it inherits."""
    path = folder / "thu.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    return {comment.text: comment.cited for letter in read(path) for comment in letter.comments}


@pytest.mark.parametrize(
    "other",
    [
        "Chỉ tiêu hồ sơ sức khỏe cần nâng lên 95%.",
        "Đề nghị rà soát lỗi chính tả toàn văn bản.",
        "Bố cục dự thảo cần được rút gọn.",
    ],
)
def test_a_sentence_with_a_subject_of_its_own_inherits_no_place_nor_do_those_behind_it(
    tmp_path: Path, other: str
) -> None:
    found = cited(
        tmp_path, f"Khoản 2 mục III: đề nghị bổ sung kinh phí. {other} Đề nghị bổ sung thêm cơ quan phối hợp."
    )
    assert len(found) > 1
    assert not any(found.values())


def test_behind_a_label_a_bare_request_is_about_the_same_place(tmp_path: Path) -> None:
    found = cited(tmp_path, "Khoản 2 mục III: đề nghị bổ sung kinh phí. Đề nghị nêu rõ thời hạn thực hiện.")
    assert found["Đề nghị nêu rõ thời hạn thực hiện."] == "Khoản 2 mục III"


def test_in_running_text_nothing_says_that_the_next_request_is_about_the_same_place(tmp_path: Path) -> None:
    found = cited(tmp_path, "Tại khoản 2 mục III đề nghị bổ sung kinh phí. Đề nghị thêm sơ kết hằng năm.")
    assert found["Đề nghị thêm sơ kết hằng năm."] == ""
    found = cited(tmp_path, "Tại khoản 2 mục III đề nghị bổ sung kinh phí. Đề nghị sửa thời hạn của mục này.")
    assert found["Đề nghị sửa thời hạn của mục này."]


def test_a_paragraph_about_the_whole_draft_is_below_no_place(tmp_path: Path) -> None:
    found = cited(
        tmp_path, "Tại khoản 2 mục III:\nĐề nghị bổ sung kinh phí.\nĐề nghị rà soát chính tả toàn bộ dự thảo."
    )
    assert found["Đề nghị bổ sung kinh phí."] == "Tại khoản 2 mục III:"
    assert found["Đề nghị rà soát chính tả toàn bộ dự thảo."] == ""


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_row_about_the_whole_draft_is_not_about_its_group(tmp_path: Path, suffix: str) -> None:
    rows = (
        ("STT", "Vị trí", "Nội dung góp ý"),
        ("I", "Mục III. Nhiệm vụ", ""),
        ("1", "", "Đề nghị bổ sung kinh phí."),
        ("2", "", "Toàn văn bản còn lỗi chính tả."),
    )
    (letter,) = read(form_file(tmp_path / f"so-y-te{suffix}", rows))
    assert [comment.cited for comment in letter.comments] == ["Mục III. Nhiệm vụ", ""]


SPACES = {"no-break": "\u00a0", "narrow": "\u202f", "of a figure": "\u2007", "thin": "\u2009"}


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES.keys())
def test_other_kinds_of_spaces_and_soft_hyphens_hide_neither_place_nor_words(
    tmp_path: Path, space: str
) -> None:
    lines = (
        "1. Tại khoản 2 Điều 5: đề nghị thay “hiện đại” bằng “đồng bộ”, giảm từ 30 % xuống 20 %.",
        "Trên đây là ý kiến của Sở Y tế, kính gửi Sở Nội vụ tổng hợp.",
        "GIÁM ĐỐC",
    )
    head = "SỞ Y TẾ\nSố: 12/SYT-NV\nKính gửi: Sở Nội vụ\nSở Y tế có ý kiến như sau:\n"
    plain, odd = ((head + "\n".join(lines)).replace(" ", each) for each in (" ", space))
    made = []
    for name, text in (("a", plain), ("b", odd.replace("kho", "kh\u00ado").replace("đạ", "đ\u00adạ"))):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        (letter,) = read(tmp_path / f"{name}.txt")
        found = [([_plain(a) for a in c.asks], [r.locators for r in c.references]) for c in letter.comments]
        made.append((letter.agency, letter.number, found, [piece.kind for piece in letter.frame]))
    assert made[0] == made[1]


def _plain(ask: Ask) -> list[str]:
    return [decoded(words or "") for words in (ask.op, ask.old, ask.new, ask.place, ask.figure, ask.about)]


def test_a_sentence_that_goes_on_in_the_next_line_is_read_as_if_in_one(tmp_path: Path) -> None:
    halves = (
        ("Khoản 4 mục III: rà soát các chỉ tiêu cho phù hợp;", "đồng thời bổ sung lộ trình từng năm."),
        ("Khoản 4 mục III: đề nghị làm rõ cơ quan chủ trì,", "bổ sung cơ quan phối hợp thực hiện."),
        ("Khoản 4 mục III: đề nghị làm rõ cơ quan chủ trì và", "quy định thời hạn báo cáo."),
        ("Khoản 4 mục III: bỏ cụm từ “hiện đại”;", "bổ sung cụm từ “đồng bộ” tại khoản 5 mục III."),
    )
    for mark in ("", "1. ", "- "):
        for first, second in halves:
            broken, whole = (cited(tmp_path, f"{mark}{first}{gap}{second}\n") for gap in ("\n", " "))
            assert {" ".join(text.split()): place for text, place in broken.items()} == whole


@pytest.mark.parametrize(
    "below", ["a) bỏ khoản 3;\nb) bỏ khoản 4.", "- bỏ khoản 3;\n- bỏ khoản 4.", "Bỏ khoản 3.\nBỏ khoản 4."]
)
def test_items_below_each_other_stay_apart(tmp_path: Path, below: str) -> None:
    assert len(cited(tmp_path, f"1. Đề nghị bỏ khoản 2;\n{below}\n")) == 3


def test_what_a_request_lists_below_it_in_small_letters_is_its_own(tmp_path: Path) -> None:
    lines = "Đề nghị bổ sung các nội dung sau:\nnâng cấp hạ tầng;\nđào tạo cán bộ."
    assert list(cited(tmp_path, f"1. {lines}\n2. Bỏ khoản 3 mục II.\n")) == [lines, "Bỏ khoản 3 mục II."]
