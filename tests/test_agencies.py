"""Agencies asked for comments: who answered when, who is late, who is silent."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.analyses.agencies import responses
from drafter.analyses.agencies.responses import last_requests
from drafter.model import AnswerState, Asked, Letter, Response, Stance
from drafter.wording.agencies import letters_words
from tests.commands import ROOT, run

TODAY = date(2021, 3, 10)
ASKED = Asked("Sở Y tế", date(2021, 2, 24), date(2021, 3, 5))
LETTER = Letter("so-y-te.txt", "Sở Y tế", "12/SYT", date(2021, 3, 4), Stance.REQUEST, ())


def of(asked: list[Asked], letters: list[Letter], **options: bool | date) -> list[Response]:
    return [*responses(asked, letters, today=TODAY, home="Tỉnh ủy Hà Tĩnh", **options)]  # type: ignore[arg-type]


def state(letters: list[Letter], asked: Asked = ASKED, **options: bool | date) -> AnswerState:
    return of([asked], letters, **options)[0].state


def test_an_answer_by_the_due_date_is_in_time_and_one_after_it_late() -> None:
    assert state([LETTER]) is AnswerState.ANSWERED
    assert state([replace(LETTER, date=ASKED.due)]) is AnswerState.ANSWERED
    late = of([ASKED], [replace(LETTER, date=date(2021, 3, 8))])[0]
    assert (late.state, late.days_late) == (AnswerState.LATE, 3)


def test_without_an_answer_the_due_date_decides_between_waiting_and_silent() -> None:
    silent = of([ASKED], [])[0]
    assert (silent.state, silent.days_late, silent.days_left) == (AnswerState.SILENT, 5, None)
    waiting = of([replace(ASKED, due=date(2021, 3, 12))], [])[0]
    assert (waiting.state, waiting.days_left) == (AnswerState.WAITING, 2)
    assert state([], replace(ASKED, due=TODAY)) is AnswerState.WAITING
    assert state([], replace(ASKED, due=None)) is AnswerState.WAITING


def test_as_of_a_day_gone_by_a_letter_from_later_had_not_come_and_is_told_as_such() -> None:
    came = replace(LETTER, date=date(2021, 3, 8))
    (found,) = of([ASKED], [came], until=date(2021, 3, 6))
    assert found.state is AnswerState.SILENT and not found.letters
    assert letters_words(found, "vi") == "12/SYT, 08/3/2021: 0 ý kiến (đến sau ngày này)"
    both = of([ASKED], [LETTER, came], until=date(2021, 3, 6))[0]
    assert both.state is AnswerState.ANSWERED and len(both.later) == 1
    assert state([replace(LETTER, date=None)], until=date(2021, 3, 6)) is AnswerState.ANSWERED


def test_silence_counts_as_agreement_only_where_it_is_so_settled_and_the_time_is_over() -> None:
    assert state([], silence_is_agreement=True) is AnswerState.AGREED
    assert state([], replace(ASKED, due=TODAY), silence_is_agreement=True) is AnswerState.WAITING
    assert state([], replace(ASKED, due=None), silence_is_agreement=True) is AnswerState.WAITING


@pytest.mark.slow
@pytest.mark.parametrize(("due", "taken"), [("2021-03-05", True), ("2999-12-31", False), (None, False)])
def test_a_table_takes_silence_for_agreement_once_the_time_is_over(
    tmp_path: Path, due: str | None, taken: bool
) -> None:
    until = f"due = {due}" if due else ""
    asked = f'silence_is_agreement = true\n[[agencies]]\nname = "Sở Y tế"\n{until}\n'
    folder = workspace(tmp_path, asked)
    shutil.copytree(ROOT / "drafts", folder / "drafts")
    made = run(folder, "table", "-o", str(folder / "t.json"))
    assert made.exit_code == 0, made.output
    told = json.loads((folder / "t.json").read_text(encoding="utf-8"))
    assert [each["agency"] for each in told["agreements"] if each["by_silence"]] == ["Sở Y tế"] * taken
    assert told["silent"] == ["Sở Y tế"] * (not taken)


@pytest.mark.slow
def test_who_wrote_with_others_or_what_cannot_be_read_is_never_called_silent_in_the_table(
    tmp_path: Path,
) -> None:
    names = ("Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế")
    folder = workspace(
        tmp_path, "".join(f'[[agencies]]\nname = "{name}"\ndue = 2021-03-05\n' for name in names)
    )
    shutil.copytree(ROOT / "drafts", folder / "drafts")
    joint = LETTER_TEXT.replace(LETTER_TEXT.splitlines()[0], "SỞ TÀI CHÍNH - SỞ TƯ PHÁP\nLIÊN NGÀNH", 1)
    (folder / "comments" / "lien-nganh.txt").write_text(joint, encoding="utf-8")
    (folder / "comments" / "Sở Xây dựng.docx").write_bytes(b"PK\x03\x04 broken")
    run(folder, "table", "-o", str(folder / "t.md"))
    told = (folder / "t.md").read_text(encoding="utf-8")
    counted = "03/05 cơ quan, tổ chức, đơn vị có ý kiến góp ý cụ thể:"
    assert counted in told and "Sở Tài chính" in told and "gửi chung" not in told
    assert "chưa đọc được: Sở Xây dựng." in told and "chưa có ý kiến: Sở Y tế." in told


def test_an_agency_is_known_by_any_of_its_names() -> None:
    letter = replace(LETTER, agency="Ủy ban nhân dân thành phố Hà Tĩnh")
    found = of([replace(ASKED, name="UBND TP Hà Tĩnh")], [letter])
    assert [each.state for each in found] == [AnswerState.ANSWERED]
    apart = of([replace(ASKED, name="UBND huyện Lộc Hà")], [letter])
    assert [each.state for each in apart] == [AnswerState.SILENT, AnswerState.UNASKED]


def test_a_letter_from_before_the_request_is_no_answer_to_it() -> None:
    found = of([ASKED], [replace(LETTER, date=date(2021, 2, 20))])[0]
    assert found.state is AnswerState.SILENT and len(found.earlier) == 1 and not found.letters


def test_a_letter_answers_the_last_request_made_before_it() -> None:
    again = replace(ASKED, asked=date(2021, 3, 6), due=date(2021, 3, 20))
    found = of([ASKED, again], [LETTER])
    assert [each.state for each in found] == [AnswerState.ANSWERED, AnswerState.WAITING]
    assert [each.agency for each in last_requests(found)] == [again]


def test_a_letter_without_a_date_is_late_for_nobody() -> None:
    undated = replace(LETTER, date=None)
    assert state([undated]) is AnswerState.ANSWERED
    assert state([undated, replace(LETTER, date=date(2021, 3, 9))]) is AnswerState.ANSWERED


TOML = """
[[agencies]]
name = "Sở Y tế"
asked = 2021-02-24
due = 2021-03-05
level = "tỉnh"
[[agencies]]
name = "Sở Nội vụ"
asked = 2021-02-24
due = 2021-03-20
"""
LETTER_TEXT = "SỞ NỘI VỤ\nSố: 12/SNV-VP\nHà Tĩnh, ngày 01 tháng 3 năm 2021\n\nĐề nghị bỏ khoản 2 mục III."


def workspace(folder: Path, settings: str) -> Path:
    (folder / "comments").mkdir()
    (folder / "comments" / "so-noi-vu.txt").write_text(LETTER_TEXT, encoding="utf-8")
    (folder / "drafter.toml").write_text(settings, encoding="utf-8")
    return folder


def listed(folder: Path, *options: str) -> dict[str, object]:
    made = run(folder, "agencies", "--today", "2021-03-10", "--json", *options)
    assert made.exit_code == 0, made.output
    return json.loads(made.stdout)


@pytest.mark.slow
def test_the_command_says_of_each_agency_how_it_stands(tmp_path: Path) -> None:
    found = listed(workspace(tmp_path, TOML))
    told = [(each["name"], each["state"], each["answered"]) for each in found["agencies"]]
    assert told == [("Sở Y tế", "silent", None), ("Sở Nội vụ", "answered", "2021-03-01")]
    assert found["summary"]["asked"] == 2 and found["summary"]["silent"] == 1
    screen = run(tmp_path, "agencies", "--today", "2021-03-10").stdout
    assert "12/SNV-VP" in screen and "quá hạn" in screen


def test_before_any_letter_came_all_are_waited_for(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('agencies = ["Sở Y tế", "Sở Nội vụ"]', encoding="utf-8")
    assert [each["state"] for each in listed(tmp_path)["agencies"]] == ["waiting", "waiting"]


def test_a_workbook_may_list_the_agencies(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["DANH SÁCH LẤY Ý KIẾN"])
    book.active.append(["STT", "Tên cơ quan, đơn vị", "Địa chỉ", "Ngày gửi", "Hạn trả lời"])
    book.active.append([1, "Sở Y tế", "Số 71 Hải Thượng Lãn Ông", date(2021, 2, 24), "05/3/2021"])
    book.active.append([2, "Sở Nội vụ", None, "24/2/2021", date(2021, 3, 20)])
    book.save(tmp_path / "ds.xlsx")
    found = listed(workspace(tmp_path, 'agencies = "ds.xlsx"'))
    told = [(each["name"], each["asked"], each["due"], each["state"]) for each in found["agencies"]]
    assert told == [
        ("Sở Y tế", "2021-02-24", "2021-03-05", "silent"),
        ("Sở Nội vụ", "2021-02-24", "2021-03-20", "answered"),
    ]


def test_a_text_file_may_list_the_agencies_too(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Đơn vị;Hạn\nSở Y tế;15/3/2021\n=1+1;16/3/2021\n", encoding="utf-8-sig")
    found = listed(workspace(tmp_path, 'agencies = "ds.csv"'))
    assert [each["name"] for each in found["agencies"]][:2] == ["Sở Y tế", "=1+1"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [("Họ;Tuổi\na;b\n", "ds.csv"), ("Đơn vị;Hạn\nSở Y tế;sắp tới\n", "2: sắp tới"), (None, "ds.csv")],
)
def test_a_list_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, rows: str | None, told: str) -> None:
    if rows is not None:
        (tmp_path / "ds.csv").write_text(rows, encoding="utf-8")
    made = run(workspace(tmp_path, 'agencies = "ds.csv"'), "agencies")
    assert made.exit_code == 3 and told in made.stderr and len(made.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "settings",
    [
        "[[agencies]]\nasked = 2021-02-24",
        '[[agencies]]\nname = "a"\ndue = "15/3"',
        '[[agencies]]\nname = "a"\nasked = 2021-02-24\ndue = 2021-02-20',
        "agencies = [1]",
    ],
)
def test_a_wrong_entry_is_refused_by_its_number(tmp_path: Path, settings: str) -> None:
    made = run(workspace(tmp_path, settings), "agencies")
    assert made.exit_code == 3 and "agencies" in made.stderr


def test_a_wrong_day_is_wrong_usage(tmp_path: Path) -> None:
    made = workspace(tmp_path, TOML)
    for wrong in ("10/3", "31/02/2021", "3/15/2021"):
        assert run(made, "agencies", "--today", wrong).exit_code == 2


def test_a_day_may_be_written_as_offices_write_it(tmp_path: Path) -> None:
    made = workspace(tmp_path, TOML)
    assert (
        run(made, "agencies", "--today", "10/3/2021").output
        == run(made, "agencies", "--today", "2021-03-10").output
    )


def _written(folder: Path, files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """What is known of each agency of `asked` long after its time, where silence is agreement."""
    (folder / "comments").mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / "comments" / name).write_bytes(data)
    found = json.loads(run(folder, "agencies", "--today", "2030-01-01", "--json").stdout)
    return {each["name"]: each for each in found["agencies"]}


def _asked(folder: Path, *names: str) -> Path:
    listed = "".join(f'[[agencies]]\nname = "{name}"\ndue = 2024-06-30\n' for name in names)
    (folder / "drafter.toml").write_text(f"silence_is_agreement = true\n{listed}", "utf-8")
    return folder


AGREES = "Nhất trí với dự thảo, không có ý kiến khác.\n".encode()


def test_equal_letters_named_only_by_their_files_are_each_agency_s_own(tmp_path: Path) -> None:
    root = _asked(tmp_path, "Sở Xây dựng", "Công an tỉnh", "Sở Y tế", "Sở Nội vụ")
    found = _written(
        root, dict.fromkeys(("so-xay-dung.txt", "cong-an-tinh.txt", "Sở Y tế.txt", "Sở Y tế (2).txt"), AGREES)
    )
    assert [found[name]["state"] for name in ("Sở Xây dựng", "Công an tỉnh", "Sở Y tế")] == ["answered"] * 3
    assert len(found["Sở Y tế"]["letters"]) == 1  # type: ignore[arg-type]
    assert found["Sở Nội vụ"]["state"] == "agreed"


@pytest.mark.parametrize("head", ["SỞ TÀI CHÍNH - SỞ TƯ PHÁP\nLIÊN NGÀNH", "SỞ TÀI CHÍNH – SỞ TƯ PHÁP"])
def test_all_that_wrote_one_letter_together_are_heard(tmp_path: Path, head: str) -> None:
    text = (
        f"{head}\nSố: 05/LN-TC-TP\nKính gửi: Sở Công Thương\n1. Khoản 1 Điều 2: đề nghị quy định mức thu.\n"
    )
    root = _asked(tmp_path, "Sở Tài chính", "Sở Tư pháp", "Sở Nội vụ")
    found = _written(root, {"a.txt": text.encode()})
    assert {name: each["state"] for name, each in found.items()} == {
        "Sở Tài chính": "answered",
        "Sở Tư pháp": "answered",
        "Sở Nội vụ": "agreed",
    }


def test_an_agency_whose_file_cannot_be_read_is_not_silent(tmp_path: Path) -> None:
    root = _asked(tmp_path, "Sở Nội vụ", "Sở Y tế", "Sở Tư pháp")
    found = _written(
        root, {"Sở Nội vụ.pdf": b"%PDF-1.4\n\x00\x01", "gop-y-so-y-te.docx": b"PK\x03\x04", "x.pdf": b"\0"}
    )
    assert {name: each["state"] for name, each in found.items()} == {
        "Sở Nội vụ": "unread",
        "Sở Y tế": "unread",
        "Sở Tư pháp": "agreed",
    }
    shown = " ".join(run(root, "agencies", "--today", "2030-01-01").stdout.split())
    assert "Sở Nội vụ.pdf" in shown and "có văn bản nhưng không đọc được: 2" in shown


def test_what_is_said_below_a_name_is_no_part_of_it(tmp_path: Path) -> None:
    text = "BQL chợ Trung tâm\nGóp ý: giá 60.000 đ là hợp lý\n- Điều 3: đề nghị sửa thành 3 tháng.\n"
    found = _written(_asked(tmp_path, "Ban Quản lý chợ Trung tâm"), {"bql.txt": text.encode()})
    assert {name: each["state"] for name, each in found.items()} == {"Ban Quản lý chợ Trung tâm": "answered"}
