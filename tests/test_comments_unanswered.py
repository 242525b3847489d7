"""What a collation says of agencies that sent nothing is no comment of theirs: they are still to be asked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from drafter.analyses.comments import letters
from drafter.errors import NoComments
from drafter.model import FrameKind, Letter, Stance
from tests.inputs import read_comment_file

SILENT = (
    "Chưa gửi ý kiến", "chưa nhận được văn bản góp ý", "Không trả lời", "(chưa có văn bản)",
    "Chưa có ý kiến do đang xin ý kiến Bộ Công an, sẽ gửi sau",
    "Đến nay chưa có ý kiến.", "Không có ý kiến phản hồi", "Vắng mặt (có lý do)", "không cử người dự họp",
)  # fmt: skip
HEARD = (
    "Không có ý kiến", "Không có ý kiến góp ý.", "Chưa có cổng dữ liệu, đề nghị bổ sung",
    "Chưa gửi ý kiến, đã được nhắc và đề nghị bỏ khoản 2",
    "Đến ngày 3/3 đề nghị bỏ khoản 2, chưa gửi văn bản",
    "Chưa gửi văn bản nhưng đề nghị bỏ khoản 2 mục III", "Chưa nhận được dự thảo, đề nghị gửi lại",
)  # fmt: skip
ROWS = (("Sở Tài chính", "Đề nghị bỏ khoản 3 mục II."), ("Sở Nội vụ", "Nhất trí."))


def read(folder: Path, name: str, text: str) -> tuple[Letter, ...]:
    (folder / name).write_text(text, "utf-8")
    return letters(read_comment_file(folder / name, root=folder))


def collation(folder: Path, form: str, said: str) -> tuple[Letter, ...]:
    rows = (*ROWS, ("Sở Y tế", said))
    if form == "csv":
        lines = [("STT", "Cơ quan", "Nội dung góp ý"), *((at, *row) for at, row in enumerate(rows, 1))]
        with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
        return letters(read_comment_file(folder / "a.csv", root=folder))
    if form == "md":
        table = "".join(f"| {at} | {name} | {text} |\n" for at, (name, text) in enumerate(rows, 1))
        return read(folder, "a.md", f"| STT | Cơ quan | Nội dung góp ý |\n|---|---|---|\n{table}")
    if form == "names above":
        return read(
            folder,
            "a.txt",
            "TỔNG HỢP Ý KIẾN\n" + "".join(f"{a}. {n}\n{t}\n" for a, (n, t) in enumerate(rows, 1)),
        )
    return read(
        folder, "a.txt", "BIÊN BẢN\n" + "".join(f"{a}. {n}: {t}\n" for a, (n, t) in enumerate(rows, 1))
    )


@pytest.mark.parametrize("form", ["csv", "md", "minutes", "names above"])
@pytest.mark.parametrize("said", SILENT)
def test_who_sent_nothing_is_told_and_has_no_comment(tmp_path: Path, form: str, said: str) -> None:
    made = collation(tmp_path, form, said)
    assert [letter.agency for letter in made] == ["Sở Tài chính", "Sở Nội vụ"]
    assert not any(said.strip("().") in comment.text for letter in made for comment in letter.comments)
    pieces = [piece.text for piece in made[0].frame if piece.kind is FrameKind.UNANSWERED]
    assert len(pieces) == 1 and said in pieces[0]
    assert [n.detail for n in made[0].notices if n.code == "unanswered"] == ["Sở Y tế"]
    assert made[0].words.closes


@pytest.mark.parametrize("form", ["csv", "md", "minutes"])
@pytest.mark.parametrize("said", HEARD)
def test_who_agrees_or_says_more_is_heard(tmp_path: Path, form: str, said: str) -> None:
    made = collation(tmp_path, form, said)
    assert [letter.agency for letter in made] == ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]
    assert (made[2].stance is Stance.AGREEMENT) == said.startswith("Không có ý kiến")


def test_a_list_of_those_who_sent_nothing_belongs_to_no_speaker(tmp_path: Path) -> None:
    text = (
        "BIÊN BẢN\n1. Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n2. Công an tỉnh vắng (có lý do).\n"
        "3. Sở Nội vụ: đề nghị bỏ khoản 4 mục II.\nCòn 02 đơn vị chưa gửi ý kiến: Sở Y tế, Sở Du lịch.\n"
    )
    made = read(tmp_path, "a.txt", text)
    assert [(each.agency, len(each.comments)) for each in made] == [("Sở Tài chính", 1), ("Sở Nội vụ", 1)]
    told = [notice.detail for notice in made[0].notices]
    assert told == ["Công an tỉnh, Sở Y tế, Sở Du lịch"]


def test_what_an_agency_writes_of_itself_is_its_answer(tmp_path: Path) -> None:
    head = "SỞ Y TẾ\nSố: 1/SYT\n\nGóp ý dự thảo\n\n"
    text = f"{head}Sở Y tế không có ý kiến phản hồi.\nĐề nghị bỏ khoản 3 mục II.\n"
    made = read(tmp_path, "a.txt", text)
    assert [each.agency for each in made] == ["Sở Y tế"]
    assert not [piece for piece in made[0].frame if piece.kind is FrameKind.UNANSWERED]


@pytest.mark.parametrize("form", ["csv", "md", "minutes", "names above"])
@pytest.mark.parametrize(
    "said",
    [
        "Quá thời hạn, chưa có văn bản trả lời",
        "Đến ngày 15/3/2021 chưa nhận được văn bản góp ý của Sở Y tế",
        "Hết thời hạn lấy ý kiến, Sở Y tế chưa gửi văn bản góp ý.", "Đã đôn đốc 02 lần nhưng chưa gửi",
        "Đơn vị chưa có ý kiến", "Chưa gửi ý kiến (đã đôn đốc tại Công văn số 12/STTTT ngày 03/3/2021)",
        "☒ Chưa gửi", "Không tham gia họp", "xin vắng",
        "Chưa gửi ý kiến. Sau khi nhận được sẽ tổng hợp, bổ sung.", "Chưa gửi; Sở đã gọi điện đôn đốc.",
        "Chưa có ý kiến (đề nghị Sở sớm gửi).",
    ],
)  # fmt: skip
def test_when_and_after_what_it_is_said_changes_nothing(tmp_path: Path, form: str, said: str) -> None:
    made = collation(tmp_path, form, said)
    assert [letter.agency for letter in made] == ["Sở Tài chính", "Sở Nội vụ"]
    assert [n.detail for n in made[0].notices if n.code == "unanswered"] == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        (
            "Các đơn vị chưa gửi ý kiến:\n- Sở Y tế; Sở Du lịch;\n- Công an tỉnh.",
            "Sở Y tế, Sở Du lịch, Công an tỉnh",
        ),
        ("C. CÁC ĐƠN VỊ CHƯA GỬI Ý KIẾN\n1. Sở Y tế\n2. Sở Du lịch", "Sở Y tế, Sở Du lịch"),
        ("Có 02 đơn vị không gửi ý kiến (Sở Y tế, Sở Du lịch).", "Sở Y tế, Sở Du lịch"),
        ("Đến nay, còn Sở Y tế và Sở Du lịch chưa gửi văn bản góp ý.", "Sở Y tế, Sở Du lịch"),
        ("Chưa nhận được ý kiến của Sở Y tế.", "Sở Y tế"),
        ("Vắng: Công an tỉnh (có lý do), Sở Y tế.", "Công an tỉnh, Sở Y tế"),
        ("5. Đồng chí Giám đốc Sở Y tế: vắng (có lý do)", "Sở Y tế"),
        ("5. Ông Nguyễn Văn A, Phó Giám đốc Sở Y tế: vắng mặt.", "Sở Y tế"),
        ("5. Lãnh đạo Sở Y tế đi công tác, vắng họp.", "Sở Y tế"),
        ("Các sở, ngành còn lại chưa gửi ý kiến.", ""),
    ],
)
def test_a_line_tells_who_sent_nothing_or_was_not_there(tmp_path: Path, line: str, silent: str) -> None:
    text = f"BIÊN BẢN\n1. Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n2. Sở Nội vụ: nhất trí.\n{line}\n"
    made = read(tmp_path, "a.txt", text)
    assert [(each.agency, len(each.comments)) for each in made] == [("Sở Tài chính", 1), ("Sở Nội vụ", 1)]
    assert ", ".join(n.detail for n in made[0].notices if n.code == "unanswered") == silent
    assert made[0].words.closes


def test_one_speaks_and_the_others_sent_nothing(tmp_path: Path) -> None:
    made = read(
        tmp_path, "a.txt", "1. Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n2. Sở Y tế: chưa gửi ý kiến.\n"
    )
    assert [(each.agency, len(each.comments)) for each in made] == [("Sở Tài chính", 1)]
    assert [n.detail for n in made[0].notices if n.code == "unanswered"] == ["Sở Y tế"]


def test_who_has_a_comment_in_the_next_cell_is_heard(tmp_path: Path) -> None:
    rows = [("Cơ quan", "Số văn bản", "Nội dung góp ý"), ("Sở Y tế", "chưa có văn bản", "Bỏ khoản 3 mục II."),
            ("Sở Du lịch", "chưa gửi", "")]  # fmt: skip
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    made = letters(read_comment_file(tmp_path / "a.csv", root=tmp_path))
    assert [each.agency for each in made] == ["Sở Y tế"]
    assert [n.detail for n in made[0].notices if n.code == "unanswered"] == ["Sở Du lịch"]


def test_in_the_letter_of_one_agency_a_word_of_others_is_its_own(tmp_path: Path) -> None:
    head = "SỞ NỘI VỤ\nSố: 1/SNV\n\nGóp ý dự thảo\n\n"
    text = f"{head}1. Đề nghị bỏ khoản 3 mục II.\n2. Sở Y tế chưa có văn bản.\n"
    assert len(read(tmp_path, "a.txt", text)[0].comments) == 2


@pytest.mark.parametrize(
    "said", ["không nhất trí với khoản 2 mục III", "chưa gửi văn bản, nhưng đề nghị bỏ khoản 2"]
)
def test_a_speaker_may_begin_with_no(tmp_path: Path, said: str) -> None:
    first, last = "- Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n", "- Sở Nội vụ: nhất trí.\n"
    text = f"TỔNG HỢP Ý KIẾN\n{first}- Sở Y tế {said}\n{last}"
    made = read(tmp_path, "a.txt", text)
    assert [(each.agency, len(each.comments)) for each in made][1] == ("Sở Y tế", 1)


@pytest.mark.parametrize("word", ["đến nay ", "các sở, ngành, ", "đã đôn đốc lần 1 ", "chưa gửi ý kiến "])
def test_a_long_line_of_these_words_is_read_at_once(tmp_path: Path, word: str) -> None:
    text = (
        f"BIÊN BẢN\n1. Sở Tài chính: đề nghị bỏ khoản 3 mục II.\n2. Sở Nội vụ: nhất trí.\n3. {word * 30}x\n"
    )
    assert len(read(tmp_path, "a.txt", text)) == 2


def test_who_writes_that_its_answer_is_to_come_has_not_answered(tmp_path: Path) -> None:
    head = "CÔNG AN TỈNH\nSố: 4/CAT\nKính gửi: Sở Nội vụ\n"
    later = "Công an tỉnh chưa có ý kiến do đang xin ý kiến Bộ Công an, sẽ gửi sau."
    with pytest.raises(NoComments):
        read(tmp_path, "a.txt", f"{head}{later}\n")
    made = read(tmp_path, "b.txt", f"{head}{later}\nTuy nhiên đề nghị bỏ khoản 2 Điều 4.\n")
    assert [c.text for letter in made for c in letter.comments] == ["Tuy nhiên đề nghị bỏ khoản 2 Điều 4."]
