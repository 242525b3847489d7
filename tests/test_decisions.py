"""Decisions as people record them: in the history, in the table, back and forth between stores."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result

from drafter.cli import app
from drafter.wording.elsewhere import without_places
from tests.commands import STAGES, part

TAKEN = "Cơ quan soạn thảo đã rà soát."


def run(folder: Path, *arguments: str) -> Result:
    """As `tests.commands.run`; the letters and drafts are the same in all these tests, and read once."""
    return CliRunner().invoke(app, ["-C", str(folder), *arguments], obj=STAGES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return part(tmp_path)


def document(result: Result) -> dict[str, list[dict[str, object]]]:
    assert result.exit_code == 0, result.output
    read: dict[str, list[dict[str, object]]] = json.loads(result.stdout)
    return read


def log(folder: Path, *arguments: str) -> list[dict[str, object]]:
    return document(run(folder, "log", *arguments, "--json"))["log"]


def found_by_check(folder: Path) -> list[dict[str, object]]:
    read: dict[str, list[dict[str, object]]] = json.loads(run(folder, "check", "--format", "json").stdout)
    return read["findings"]


def rows(folder: Path, name: str = "bang.json") -> list[dict[str, object]]:
    out = folder / name
    assert run(folder, "table", "-o", str(out), "--force").exit_code == 0
    return list(json.loads(out.read_text("utf-8"))["rows"])


def test_a_decision_stands_in_the_table_under_the_name_of_who_made_it(folder: Path) -> None:
    run(
        folder, "decide", "2", "--explain", "--reason", "out-of-scope", "--response", TAKEN, "--by", "Phòng A"
    )
    row = next(row for row in rows(folder) if row["response"] == f"Giải trình: {TAKEN}")
    assert (row["disposition"], row["proposed"], row["decided_by"]) == ("explained", False, "Phòng A")
    assert row["reason"] == "out-of-scope"
    assert sum(not each["proposed"] for each in rows(folder)) == 1


def test_a_number_means_the_same_comment_whatever_becomes_of_its_file(folder: Path) -> None:
    before = {each["no"]: each["key"] for each in document(run(folder, "show", "1", "--json"))["history"]}
    run(folder, "decide", "1", "--note", "--by", "A")
    listed = document(run(folder, "comments", "--json"))["comments"]
    numbers = {each["key"]: each["no"] for each in listed}
    (folder / "comments" / "so-tu-phap.md").rename(folder / "comments" / "a-thu-khac-ten.md")
    again = document(run(folder, "comments", "--json"))["comments"]
    assert {each["key"]: each["no"] for each in again} == numbers and not before
    assert sorted(filter(None, numbers.values())) == [*range(1, len(numbers) + 1)]


@pytest.mark.parametrize("way", ["--partly", "--explain", "--pending"])
def test_what_is_not_wholly_accepted_needs_a_reason_in_words(folder: Path, way: str) -> None:
    refused = run(folder, "decide", "1", way)
    assert refused.exit_code == 2 and "số 1" in refused.stderr
    assert log(folder) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("--remark", "nội bộ"), ("--response", "Giải trình."), ("--response", "…")]
)
def test_a_reason_stands_in_the_answer_and_says_more_than_the_outcome(
    folder: Path, words: tuple[str, str]
) -> None:
    refused = run(folder, "decide", "1", "--explain", *words)
    assert refused.exit_code == 2 and log(folder) == []
    run(folder, "decide", "1", "--explain", "--response", TAKEN)
    assert run(folder, "decide", "1", "--response", "").exit_code == 2
    assert len(log(folder)) == 1


@pytest.mark.parametrize(
    ("way", "answer"),
    [
        ("--explain", "Tiếp thu toàn bộ."),
        ("--accept", "Không tiếp thu, vì đã có."),
        ("--accept", "[Tiếp thu/Không tiếp thu, lý do: …]"),
    ],
)
def test_an_answer_that_says_the_contrary_of_the_outcome_is_refused(
    folder: Path, way: str, answer: str
) -> None:
    refused = run(folder, "decide", "1", way, "--response", answer)
    assert refused.exit_code == 2 and answer in refused.stderr and log(folder) == []


def test_under_another_outcome_nothing_is_taken_over_from_a_like_comment(folder: Path) -> None:
    run(folder, "decide", "1", "--accept", "--response", "Tiếp thu, đã sửa.")
    assert run(folder, "decide", "3", "--like", "1", "--explain").exit_code == 2
    assert run(folder, "decide", "3", "--like", "1", "--explain", "--response", TAKEN).exit_code == 0
    assert log(folder, "3")[-1]["after"]["response"] == TAKEN  # type: ignore[index]


def test_another_disposition_does_not_keep_the_words_of_the_last(folder: Path) -> None:
    run(folder, "decide", "1", "--explain", "--response", TAKEN)
    run(folder, "decide", "1", "--note")
    assert log(folder)[-1]["after"]["response"] != TAKEN  # type: ignore[index]


def test_one_act_on_several_comments_has_a_line_of_history_for_each(folder: Path) -> None:
    run(folder, "decide", "1", "3", "--note", "--by", "A")
    assert [(line["act"], line["no"]) for line in log(folder)] == [(1, 1), (1, 3)]


@pytest.mark.slow
def test_undo_gives_back_what_stood_before_and_keeps_both_in_the_history(folder: Path) -> None:
    run(folder, "decide", "1", "--explain", "--response", "một")
    run(folder, "decide", "1", "--explain", "--response", "hai")
    for expected in ("một", ""):
        assert run(folder, "decide", "1", "--undo").exit_code == 0
        assert log(folder, "1")[-1]["after"]["response"] == expected  # type: ignore[index]
    assert len(log(folder, "1")) == 4
    spent = run(folder, "decide", "1", "--undo")
    assert spent.exit_code == 2 and len(log(folder, "1")) == 4


def test_a_decision_is_approved_by_another_name_and_approval_ends_with_the_next_change(folder: Path) -> None:
    (folder / "drafter.toml").write_text("approval = true\n", "utf-8")
    run(folder, "decide", "1", "--note", "--by", "Phòng A")
    assert run(folder, "approve", "2", "--by", "Lãnh đạo").exit_code == 2  # nobody has decided it
    own = run(folder, "approve", "1", "--by", "Phòng A")
    assert own.exit_code == 2 and "Phòng A" in own.stderr
    assert run(folder, "approve", "--all", "--by", "Lãnh đạo").exit_code == 0
    assert log(folder)[-1]["after"]["approved_by"] == "Lãnh đạo"  # type: ignore[index]
    run(folder, "decide", "1", "--where", "khoản 2 mục III", "--by", "Phòng A")
    assert log(folder)[-1]["after"]["approved_by"] == ""  # type: ignore[index]


@pytest.mark.slow
@pytest.mark.parametrize(
    "said", [("--assign", "Chi"), ("--remark", "xem"), ("--stand", "satisfied"), ("--note",)]
)
def test_who_leaves_the_answer_as_it_is_neither_makes_it_theirs_nor_ends_its_approval(
    folder: Path, said: tuple[str, ...]
) -> None:
    run(folder, "decide", "1", "--note", "--by", "Phòng A")
    run(folder, "decide", "1", *said, "--by", "Phòng B")
    assert run(folder, "approve", "1", "--by", "Phòng A").exit_code == 2  # it is still their own
    assert run(folder, "approve", "1", "--by", "Phòng B").exit_code == 0
    run(folder, "decide", "1", *said, "--by", "Phòng C")
    assert log(folder)[-1]["after"]["approved_by"] == "Phòng B"  # type: ignore[index]


@pytest.mark.parametrize("typed", [normalize("NFD", "Lê Hoà"), "LÊ HÒA", " lê  hòa "])
def test_nobody_approves_their_own_decision_under_their_name_typed_otherwise(
    folder: Path, typed: str
) -> None:
    run(folder, "decide", "1", "--note", "--by", "Lê Hòa")
    assert run(folder, "approve", "1", "--by", typed).exit_code == 2
    run(folder, "approve", "--all", "--by", typed)
    assert not log(folder)[-1]["after"]["approved_by"]  # type: ignore[index]


@pytest.mark.slow
def test_a_table_is_stamped_until_every_row_is_approved(folder: Path) -> None:
    (folder / "drafter.toml").write_text("approval = true\n", "utf-8")
    run(folder, "comments")
    numbers = [str(no) for row in rows(folder) for no in row["numbers"]]  # type: ignore[attr-defined]
    out = folder / "bang.md"

    def stamped() -> bool:
        assert run(folder, "table", "-o", str(out), "--force").exit_code == 0
        return out.read_text("utf-8").count("DỰ THẢO\n") > 0

    assert stamped()
    run(folder, "decide", *numbers, "--explain", "--response", TAKEN, "--by", "A")
    assert stamped()
    run(folder, "approve", "--all", "--by", "B")
    assert not stamped()


@pytest.mark.slow
def test_a_file_read_alone_shows_the_numbers_that_its_comments_have_among_all(folder: Path) -> None:
    letters = sorted((folder / "comments").glob("*.md"))
    copy = letters[0].with_name("z-thu-gui-lan-nua.md")
    copy.write_text(letters[0].read_text("utf-8") + "\n\nBản gửi lần nữa.\n", "utf-8")
    run(folder, "decide", "1", "--note")  # from now on there are numbers
    whole = document(run(folder, "comments", "--json"))["comments"]
    numbers = {each["id"]: each["no"] for each in whole}
    for path in sorted((folder / "comments").iterdir()):
        alone = document(run(folder, "comments", str(path), "--json"))["comments"]
        assert all(each["no"] == numbers[each["id"]] for each in alone)
    assert len(set(numbers.values())) == len(numbers)


@pytest.mark.slow
@pytest.mark.parametrize("store", [True, False])
def test_a_new_file_read_alone_shows_no_number_of_another_comment(folder: Path, store: bool) -> None:
    if store:
        run(folder, "decide", "1", "--note")
    letter = folder / "comments" / "z-so-lao-dong.txt"
    letter.write_text("SỞ LAO ĐỘNG\nVề dự thảo lần 2:\n1. Đề nghị bổ sung cơ quan chủ trì.\n", "utf-8")
    shown = run(folder, "comments", str(letter)).stdout
    (number,) = re.findall(r"│ (\d+) +│", shown)
    run(folder, "decide", number, "--explain", "--response", TAKEN)
    assert "SỞ LAO ĐỘNG" in run(folder, "show", number).stdout.upper()


@pytest.mark.slow
def test_a_letter_sent_again_without_the_first_of_two_equal_comments_asks_what_the_other_was_answered(
    folder: Path,
) -> None:
    letter = folder / "comments" / "so-lao-dong.txt"
    head = "SỞ LAO ĐỘNG\nKính gửi: Ban soạn thảo\nVề dự thảo lần 2, Sở có ý kiến như sau:\n2. Tại mục III:\n"
    wish = "- Đề nghị bổ sung cơ quan chủ trì.\n"
    letter.write_text(f"{head}a) Hạ tầng số\n{wish}b) Nhân lực số\n{wish}", "utf-8")
    run(folder, "comments")
    listed = document(run(folder, "comments", str(letter), "--json"))["comments"]
    first, second = (str(each["no"]) for each in listed if "cơ quan chủ trì" in str(each["text"]))
    run(folder, "decide", first, "--accept", "--response", "Tiếp thu, đã bổ sung về hạ tầng số.")
    run(folder, "decide", second, "--explain", "--response", TAKEN)
    letter.write_text(f"{head}a) Nhân lực số\n{wish}", "utf-8")
    (row,) = [each for each in rows(folder) if "cơ quan chủ trì" in str(each["comment"])]
    assert row["decided_by"] is None and "hạ tầng" not in str(row["response"])
    codes = {finding["code"] for finding in found_by_check(folder)}
    assert {"confirm", "vanished"} <= codes


def test_an_unknown_number_is_wrong_usage_and_names_those_there_are(folder: Path) -> None:
    told = run(folder, "decide", "99", "--note")
    assert told.exit_code == 2 and "1–" in told.stderr


def test_a_corrected_clause_moves_the_comment_in_link_and_table(folder: Path) -> None:
    listed = document(run(folder, "link", "--json"))["links"]
    id = listed[0]["comment"]
    other = next(each["clauses"][0]["id"] for each in listed[1:] if each["clauses"])  # type: ignore[index]
    run(folder, "comments")
    no = next(
        each["no"] for each in document(run(folder, "comments", "--json"))["comments"] if each["id"] == id
    )
    assert run(folder, "decide", str(no), "--clause", str(other)).exit_code == 0
    link = next(each for each in document(run(folder, "link", "--json"))["links"] if each["comment"] == id)
    assert [each["id"] for each in link["clauses"]] == [other]  # type: ignore[attr-defined]
    assert not link["review"]


@pytest.mark.slow
def test_what_went_out_is_kept_and_comes_back_to_the_byte(folder: Path) -> None:
    out, again = folder / "bang.docx", folder / "lai.docx"
    assert run(folder, "table", "-o", str(out)).exit_code == 0
    sent = out.read_bytes()
    run(folder, "decide", "1", "--note")
    assert run(folder, "table", "-o", str(out)).exit_code == 0
    (first, second) = document(run(folder, "log", "--snapshots", "--json"))["snapshots"]
    assert (first["decisions"], second["decisions"]) == (0, 1)
    run(folder, "snapshot", "restore-view", "1", "-o", str(again))
    assert again.read_bytes() == sent != out.read_bytes()
    assert run(folder, "snapshot", "restore-view", "9").exit_code == 2


def test_a_backup_gives_an_empty_store_all_numbers_and_the_whole_history(
    folder: Path, tmp_path: Path
) -> None:
    run(folder, "decide", "1", "2", "--explain", "--response", TAKEN, "--by", "A")
    run(folder, "decide", "2", "--undo", "--by", "B")
    exported = run(folder, "export-decisions").stdout
    backup = tmp_path / "luu.jsonl"
    backup.write_text(exported, "utf-8")
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    taken = run(folder, "import-decisions", str(backup))
    assert taken.exit_code == 0 and "không có các bảng, văn bản đã lập" in taken.stderr
    assert run(folder, "export-decisions").stdout == exported


@pytest.mark.slow
def test_a_backup_is_renewed_by_a_later_one_and_takes_no_other_file_s_place(
    folder: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "luu.jsonl"
    for no in ("1", "2"):
        run(folder, "decide", no, "--note", "--by", "A")
        assert run(folder, "export-decisions", "-o", str(backup)).exit_code == 0
        assert backup.read_text("utf-8") == run(folder, "export-decisions").stdout
    head, *lines = backup.read_text("utf-8").splitlines()
    for other in ("ghi chú", "\n".join((head, *lines, lines[-2].replace('"A"', '"B"')))):
        backup.write_text(other, "utf-8")
        refused = run(folder, "export-decisions", "-o", str(backup))
        assert refused.exit_code == 3 and "--force" not in refused.stderr  # which this command has not
        assert backup.read_text("utf-8") == other


def test_decisions_of_another_store_never_replace_those_that_stand_here(folder: Path, tmp_path: Path) -> None:
    run(folder, "decide", "1", "--explain", "--response", "ở kia", "--by", "A")
    backup = tmp_path / "luu.jsonl"
    run(folder, "export-decisions", "-o", str(backup))
    run(folder, "decide", "1", "--explain", "--response", "ở đây", "--by", "B")
    told = run(folder, "import-decisions", str(backup), "--by", "C")
    assert told.exit_code == 0 and "số 1" in told.stderr
    assert log(folder, "1")[-1]["after"]["response"] == "ở đây"  # type: ignore[index]


@pytest.mark.parametrize("damage", [b"", b"[]\n", b'{"format":"x"}\n', None])
def test_a_damaged_backup_is_told_and_nothing_is_taken(
    folder: Path, tmp_path: Path, damage: bytes | None
) -> None:
    run(folder, "decide", "1", "--note", "--by", "A")
    whole = run(folder, "export-decisions").stdout.encode()
    backup = tmp_path / "luu.jsonl"
    backup.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    told = run(folder, "import-decisions", str(backup))
    assert told.exit_code == 3 and len(told.stderr.strip().split("\n")) == 1
    assert log(folder) == []


@pytest.mark.slow
def test_a_backup_that_lost_lines_is_told_and_one_of_before_they_were_counted_is_taken_and_told(
    folder: Path, tmp_path: Path
) -> None:
    run(folder, "decide", "1", "2", "--note", "--by", "A")
    run(folder, "decide", "2", "--undo", "--by", "B")
    head, *lines, end = run(folder, "export-decisions").stdout.splitlines()
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    backup = tmp_path / "luu.jsonl"
    for lost in (
        (head,),
        *((head, *lines[:most]) for most in range(1, len(lines) + 1)),
        (head, *lines[:-1], end),
        (head, *lines[1:], end),
        (head, *lines, end, lines[0].replace('"no":1,', '"no":999,')),
    ):
        backup.write_text("\n".join(lost), "utf-8")
        told = run(folder, "import-decisions", str(backup))
        assert told.exit_code == 3 and len(told.stderr.strip().split("\n")) == 1
    assert log(folder) == []
    backup.write_text("\r\n".join((head, *lines, end)), "utf-8", newline="")
    assert run(folder, "import-decisions", str(backup)).exit_code == 0
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    backup.write_text("\n".join((head.replace("-3", "-2"), *lines)), "utf-8")
    told = run(folder, "import-decisions", str(backup))
    assert told.exit_code == 0 and "không có dòng kết thúc" in told.stderr and len(log(folder)) == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (1, '"no":1,', '"no":2,'),
        (1, '"no":1,', '"no":-1,'),
        (1, '"no":1,', '"no":100000000000000000000,'),
        (-3, '"act":1,', '"act":0,'),
        (-2, '"undoes":1', '"undoes":7'),
        (-2, '"disposition":"noted"', '"disposition":"accepted"'),
        (1, '"path":"', '"path":"x'),  # what nothing else in the file tells
        (-1, '"comments":', '"comments":1'),
    ],
)
def test_a_backup_that_was_changed_by_hand_is_told_by_its_line_and_nothing_is_taken(
    folder: Path, tmp_path: Path, line: int, old: str, new: str
) -> None:
    run(folder, "decide", "1", "--note", "--by", "A")
    run(folder, "decide", "1", "--undo", "--by", "B")
    lines = run(folder, "export-decisions").stdout.splitlines()
    for path in (folder / ".drafter").iterdir():
        path.unlink()
    backup = tmp_path / "luu.jsonl"
    backup.write_text("\n".join(lines), "utf-8")
    assert old in lines[line]
    at = line % len(lines)
    lines[at] = lines[at].replace(old, new)
    changed = tmp_path / "sua.jsonl"
    changed.write_text("\n".join(lines), "utf-8")
    told = run(folder, "import-decisions", str(changed))
    assert told.exit_code == 3 and "sua.jsonl" in told.stderr and "workspace.db" not in told.stderr
    assert log(folder) == []
    assert run(folder, "import-decisions", str(backup)).exit_code == 0


@pytest.mark.slow
def test_show_tells_what_is_known_also_of_a_comment_whose_file_is_gone(folder: Path) -> None:
    run(folder, "decide", "1", "--explain", "--response", TAKEN)
    shown = document(run(folder, "show", "1", "--json"))
    (folder / "comments" / str(shown["path"])).unlink()
    gone = run(folder, "show", "1")
    assert gone.exit_code == 0 and TAKEN in gone.stdout.replace("\n", "")
    assert document(run(folder, "show", "1", "--json"))["comment"] is None


def test_who_accepts_what_was_accepted_with_a_reason_takes_the_reason_out(folder: Path) -> None:
    run(folder, "decide", "1", "--accept", "--reason", "other", "--response", TAKEN)
    run(folder, "decide", "1", "--accept", "--where", "mục II")
    assert [line["after"]["reason"] for line in log(folder)] == ["other", None]  # type: ignore[index]


def test_a_decision_can_be_made_like_another_and_says_what_that_says(folder: Path) -> None:
    run(folder, "decide", "1", "--explain", "--reason", "other", "--response", TAKEN)
    assert run(folder, "decide", "2", "--like", "9").exit_code == 2
    assert run(folder, "decide", "2", "--like", "3").exit_code == 2  # nobody has decided it
    assert run(folder, "decide", "2", "--like", "1").exit_code == 0
    after = [line["after"] for line in log(folder)]
    assert [(each["disposition"], each["response"]) for each in after] == [("explained", TAKEN)] * 2  # type: ignore[index]


def test_a_place_that_is_another_comment_s_is_not_taken_over(folder: Path) -> None:
    there = "Giải trình: đã nêu tại điểm z khoản 99 mục XX."
    run(folder, "decide", "1", "--explain", "--response", there)
    refused = run(folder, "decide", "2", "--like", "1")
    assert refused.exit_code == 2 and "[điều, khoản, điểm]" in refused.stderr
    assert len(log(folder)) == 1
    assert run(folder, "decide", "2", "--like", "1", "--response", TAKEN).exit_code == 0


@pytest.mark.parametrize(
    ("own", "kept"),
    [(("khoản 2, Điều 19",), True), (("Điều 1",), False), ((), False), (("Điều 1", "Điều 19"), True)],
)
def test_a_place_of_an_answer_stays_only_where_it_is_the_comment_s_own(
    own: tuple[str, ...], kept: bool
) -> None:
    answer = "Tiếp thu, đã sửa tại Điều 19. Nội dung khác đã nêu tại Điều 5 Luật Đất đai."
    blank = answer.replace("Điều 19", "[điều, khoản, điểm]")
    assert without_places(answer, own, "vi") == (answer if kept else blank)


@pytest.mark.slow
def test_an_accepted_edit_is_kept_and_the_draft_that_drops_it_is_named(folder: Path) -> None:
    """The last draft of the sample is taken away, a later one drops what was done."""
    run(folder, "comments")
    comments = document(run(folder, "comments", "--json"))["comments"]
    proposed = {
        id
        for row in rows(folder)
        if row["proposed"] and row["evidence"] == "addressed"
        for id in row["comments"]
    }  # type: ignore[attr-defined]
    numbers = [str(each["no"]) for each in comments if each["id"] in proposed]
    assert numbers
    run(folder, "decide", *numbers, "--accept")
    kept = [line for line in log(folder) if line["after"]["deed"]]  # type: ignore[index]
    assert kept
    first, last = sorted((folder / "drafts").glob("*.docx"))
    shutil.copy(first, folder / "drafts" / "nq-lan-4.docx")
    text = f'[[drafts]]\npath = "drafts/nq-lan-4.docx"\nnumber = {_number(last) + 1}\n'
    (folder / "drafter.toml").write_text(text, "utf-8")
    watched = document(run(folder, "show", str(kept[0]["no"]), "--json"))["watched"]
    assert [each["state"] for each in watched] == ["regressed"]
    assert watched[0]["draft"] == "drafts/nq-lan-4.docx"


def _number(draft: Path) -> int:
    return int(re.findall(r"\d+", draft.stem)[-1])


def test_words_that_stand_everywhere_are_no_edit_to_watch(folder: Path) -> None:
    told = run(folder, "decide", "1", "--accept", "--response", TAKEN, "--words", "và")
    assert told.exit_code == 2 and "“và”" in told.stderr
    assert log(folder) == []


def test_a_name_steers_no_terminal(folder: Path) -> None:
    run(folder, "decide", "1", "--note", "--by", "A\x1b[31m\x07")
    assert "\x1b" not in run(folder, "log").stdout and log(folder)[0]["who"] == "A[31m"


def test_comments_that_came_before_the_first_draft_get_their_numbers_with_it(folder: Path) -> None:
    shutil.move(folder / "drafts", folder / "away")
    shutil.rmtree(folder / ".drafter", ignore_errors=True)
    (folder / ".drafter").mkdir()
    (folder / "drafts").mkdir()
    assert run(folder, "comments").exit_code == 0
    for draft in (folder / "away").iterdir():
        shutil.copy(draft, folder / "drafts")
    numbers = [each["no"] for each in document(run(folder, "comments", "--json"))["comments"]]
    assert sorted(map(int, map(str, numbers))) == list(range(1, len(numbers) + 1))
    assert not [each for each in found_by_check(folder) if each["code"] == "vanished"]
