"""Several agencies that speak below their names in one file, and "Góp ý:" before what is said."""

from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.model import Letter, Stance
from tests.inputs import read_comment_file

FINANCE, TRADE, HEALTH = "Sở Tài chính", "Sở Công Thương", "Sở Y tế"
SAID = {
    FINANCE: ("Đề nghị bổ sung nguồn kinh phí.", "Khoản 1 mục II chưa rõ."),
    TRADE: ("Đề nghị bổ sung thương mại điện tử.",),
    HEALTH: ("Thống nhất với dự thảo.",),
}


def read(folder: Path, text: str, name: str = "gop-y.txt") -> tuple[Letter, ...]:
    path = folder / name
    path.write_text(text, "utf-8")
    made = letters(read_comment_file(path, root=folder))
    assert made[0].words.closes
    return made


def said(made: tuple[Letter, ...]) -> dict[str, tuple[str, ...]]:
    return {letter.agency: tuple(comment.text for comment in letter.comments) for letter in made}


def only(made: tuple[Letter, ...]) -> Letter:
    (letter,) = made
    return letter


def listed(head: str, name: str, item: str) -> str:
    """A collation: a line for each name and each thing said, as these say them."""
    lines = [head]
    for at, (agency, words) in enumerate(SAID.items(), 1):
        lines.append(name.format(agency=agency, n=at, roman="I" * at))
        lines += [item.format(text, n=n) for n, text in enumerate(words, 1)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "head", ["", "Tổng hợp ý kiến góp ý", "BIÊN BẢN HỌP\n", "SỞ NỘI VỤ\nSố: 1/SNV\nTỔNG HỢP Ý KIẾN"]
)
@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("{n}. {agency}", "- {}"),
        ("{roman}. {agency}", "{n}. {}"),
        ("{n}. {agency}:", "{}"),
        ("{agency}", "- {}"),
        ("## {agency}", "- {}"),
    ],
)  # fmt: skip
def test_what_stands_below_a_name_is_said_by_that_agency(
    name: str, item: str, head: str, tmp_path: Path
) -> None:
    kind = "gop-y.md" if name.startswith("#") else "gop-y.txt"
    made = read(tmp_path, listed(head.replace("\n", "\n\n") if "md" in kind else head, name, item), kind)
    assert said(made) == SAID
    assert [letter.stance for letter in made] == [Stance.REQUEST, Stance.REQUEST, Stance.AGREEMENT]


@pytest.mark.parametrize("label", ["Góp ý", "Ý kiến", "Nội dung góp ý"])
def test_a_label_below_each_name_gives_the_floor_in_a_letter_too(label: str, tmp_path: Path) -> None:
    head = "UBND HUYỆN HƯƠNG KHÊ\nSố: 5/UBND\nV/v góp ý\nKính gửi: Văn phòng Tỉnh ủy"
    each = [f"{agency}\n{label}: {words[0]}" for agency, words in SAID.items()]
    made = read(tmp_path, "\n".join((head, *each)))
    assert said(made) == {agency: (f"{label}: {words[0]}",) for agency, words in SAID.items()}


def test_names_above_the_items_of_a_letter_are_those_whom_they_are_about(tmp_path: Path) -> None:
    head = "UBND HUYỆN HƯƠNG KHÊ\nSố: 5/UBND\nV/v góp ý\nKính gửi: Văn phòng Tỉnh ủy"
    letter = only(read(tmp_path, listed(head, "{n}. {agency}", "- {}")))
    assert letter.agency == "Ủy ban nhân dân huyện Hương Khê"


def test_what_a_speaker_says_of_others_is_his_own(tmp_path: Path) -> None:
    items = (
        "Về nhiệm vụ của Sở Y tế: đề nghị bổ sung hồ sơ điện tử.",
        "Vai trò của Sở Công Thương: cần nêu rõ.",
        "Thời gian hoàn thành chưa hợp lý.",
    )
    lines = ["BIÊN BẢN HỌP", "1. Đại diện Sở Tài chính:", *(f"- {item}" for item in items)]
    made = read(tmp_path, "\n".join([*lines, f"2. Đại diện {HEALTH}: nhất trí với dự thảo."]))
    assert said(made)[FINANCE] == items and list(said(made)) == [FINANCE, HEALTH]


def test_the_words_of_the_chair_below_names_are_no_agencys(tmp_path: Path) -> None:
    text = listed("Biên bản họp", "{n}. {agency}", "- {}") + "\nKết luận: giao Văn phòng tổng hợp."
    assert said(read(tmp_path, text)) == SAID


@pytest.mark.parametrize("words", ["thống nhất.", "nhất trí với dự thảo", "không có ý kiến."])
def test_an_agreement_behind_a_label_is_no_subject(words: str, tmp_path: Path) -> None:
    letter = only(read(tmp_path, f"SỞ TÀI CHÍNH\nGóp ý vào dự thảo: {words}"))
    assert (letter.agency, letter.stance) == (FINANCE, Stance.AGREEMENT)


def test_each_label_begins_a_comment_of_its_own(tmp_path: Path) -> None:
    lines = ("Góp ý: khoản 1 mục II chưa rõ.", "Góp ý: khoản 2 mục III nên gộp với khoản 3.")
    assert said(read(tmp_path, "\n".join(("SỞ TÀI CHÍNH", *lines)))) == {FINANCE: lines}


@pytest.mark.parametrize("label", ["Sở Tài chính", "Góp ý của Sở Tài chính", "Ý kiến của Sở Tài chính"])
def test_a_text_without_letterhead_is_of_whom_its_first_line_names(label: str, tmp_path: Path) -> None:
    assert only(read(tmp_path, f"{label}: bỏ khoản 1 mục II.\nBổ sung lộ trình.")).agency == FINANCE


@pytest.mark.parametrize("label", ["Về nhiệm vụ của Sở Tài chính", "Đối với Sở Tài chính", "1. Sở Tài chính"])
def test_whom_a_first_line_is_about_has_not_written_it(label: str, tmp_path: Path) -> None:
    assert only(read(tmp_path, f"{label}: bổ sung việc bố trí kinh phí.")).agency == "gop-y"


def test_a_name_below_the_subject_says_who_writes(tmp_path: Path) -> None:
    head = "Góp ý dự thảo Nghị quyết\nSở Tài chính"
    assert only(read(tmp_path, f"{head}\nĐề nghị bỏ khoản 1 mục II.")).agency == FINANCE
