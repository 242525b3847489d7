"""What stands in two files counts once; which draft a letter is about; what drafter.toml settles of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.commands import run
from tests.docx_builder import W, docx, p, r

BODY = (
    "Người dân và doanh nghiệp là trung tâm của chuyển đổi số.",
    "Dữ liệu số là tài nguyên quan trọng, được quản lý thống nhất từ tỉnh đến xã.",
    "Ít nhất 80% dịch vụ công trực tuyến được cung cấp ở mức độ 4.",
    "Sở Nội vụ chủ trì bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã.",
)
LETTER = "SỞ TÀI CHÍNH\nSố: 12/STC\n\nKính gửi: Sở Nội vụ.\n\n1. Tại khoản 3, đề nghị nêu rõ cách tính.\n"


def workspace(folder: Path, drafts: int = 1) -> Path:
    (folder / "comments").mkdir()
    for n in range(1, drafts + 1):
        place = docx(folder / f"made-{n}.docx", *body())
        (folder / "drafts").mkdir(exist_ok=True)
        place.rename(folder / "drafts" / f"nghi-quyet-{'abc'[n - 1]}.docx")
    return folder


def body(*changed: str) -> list[str]:
    return [
        p("NGHỊ QUYẾT"),
        p("Về chuyển đổi số"),
        *(p(f"{n}. {line}") for n, line in enumerate(changed or BODY, 1)),
    ]


def copy(folder: Path, name: str, *remarks: tuple[str, str, str]) -> None:
    """A copy with comments in its margin: (author, moment, words), one on each clause in turn."""
    lines = body()
    listed = ""
    for n, (author, moment, words) in enumerate(remarks):
        ends = [f'<w:commentRange{end} w:id="{n}"/>' for end in ("Start", "End")]
        sign = f'<w:r><w:commentReference w:id="{n}"/></w:r>'
        lines[2 + n] = p(ends[0], r(f"{n + 1}. {BODY[n]}"), ends[1], sign)
        listed += f'<w:comment w:id="{n}" w:author="{author}" w:date="{moment}">{p(words)}</w:comment>'
    made = docx(folder / "made.docx", *lines, comments=f'<w:comments xmlns:w="{W}">{listed}</w:comments>')
    made.rename(folder / "comments" / name)


def read(folder: Path, *command: str) -> Any:
    result = run(folder, *command, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def told(document: Any) -> set[tuple[str, str]]:
    return {(notice["code"], notice["place"]) for notice in document["notices"]}


FIRST = ("CV-01", "2021-03-05T08:00:00Z", "Đề nghị làm rõ thế nào là trung tâm.")
SECOND = ("CV-07", "2021-03-05T09:30:00Z", "Đề nghị bổ sung nguồn kinh phí.")


def test_marks_that_were_passed_on_count_for_the_file_that_had_them_first(tmp_path: Path) -> None:
    workspace(tmp_path)
    copy(tmp_path, "a-so-noi-vu.docx", FIRST, SECOND)
    copy(tmp_path, "b-so-tai-chinh.docx", FIRST)
    found = read(tmp_path, "comments")
    said = [(each["agency"], each["text"]) for each in found["comments"]]
    assert said == [("Sở Nội vụ", SECOND[2]), ("Sở Tài chính", FIRST[2])]
    assert ("marks-again", "a-so-noi-vu.docx") in told(found)


def test_the_same_words_by_another_hand_or_at_another_time_count_twice(tmp_path: Path) -> None:
    workspace(tmp_path)
    copy(tmp_path, "so-noi-vu.docx", FIRST)
    copy(tmp_path, "so-tai-chinh.docx", ("CV-01", "2021-03-05T08:00:09Z", FIRST[2]))
    assert len(read(tmp_path, "comments")["comments"]) == 2


def test_a_copy_passed_on_without_a_word_of_its_own_is_told_and_the_balance_closes(tmp_path: Path) -> None:
    workspace(tmp_path)
    copy(tmp_path, "so-tai-chinh.docx", FIRST)
    copy(tmp_path, "so-noi-vu-chuyen-tiep.docx", FIRST)
    (tmp_path / "comments" / "so-noi-vu-chuyen-tiep.docx").write_bytes(
        (tmp_path / "comments" / "so-noi-vu-chuyen-tiep.docx").read_bytes() + b"\0"
    )
    found = read(tmp_path, "comments")
    assert len(found["comments"]) == 1
    made = run(tmp_path, "table", "-o", str(tmp_path / "t.json"))
    assert made.exit_code == 0, made.output
    assert json.loads((tmp_path / "t.json").read_text("utf-8"))["balance"]["files"] == 1


def test_a_file_that_lies_there_twice_counts_once_and_both_names_are_told(tmp_path: Path) -> None:
    workspace(tmp_path)
    for name in ("so-tai-chinh.txt", "so-tai-chinh (1).txt"):
        (tmp_path / "comments" / name).write_text(LETTER, encoding="utf-8")
    found = read(tmp_path, "comments")
    assert len(found["comments"]) == 1
    (notice,) = found["notices"]
    assert notice["place"] == "so-tai-chinh (1).txt" and "so-tai-chinh.txt" in notice["message"]
    assert run(tmp_path, "table", "-o", str(tmp_path / "t.md")).exit_code == 0


def test_a_letter_that_tells_no_draft_is_about_the_newest_or_the_one_answered(
    tmp_path: Path,
) -> None:
    workspace(tmp_path, drafts=3)
    (tmp_path / "comments" / "so-tai-chinh.txt").write_text(LETTER, encoding="utf-8")
    found = read(tmp_path, "comments")
    assert found["comments"][0]["draft"].endswith("nghi-quyet-c.docx")
    assert ("assumed-draft", "so-tai-chinh.txt") in told(found)
    result = run(tmp_path, "evidence", "--json")
    assert "nghi-quyet-b.docx" in result.stderr
    assert [each["draft"][-6:] for each in json.loads(result.stdout)["evidence"]] == ["c.docx"]


def test_settings_say_which_draft_which_agency_and_when(tmp_path: Path) -> None:
    workspace(tmp_path, drafts=2)
    (tmp_path / "comments" / "vb.txt").write_text(LETTER, encoding="utf-8")
    settings = (
        '[[letters]]\npath = "comments/vb.txt"\ndraft = "drafts/nghi-quyet-a.docx"\n'
        'agency = "Sở Du lịch"\ndate = 2021-03-04\n'
    )
    (tmp_path / "drafter.toml").write_text(settings, encoding="utf-8")
    found = read(tmp_path, "comments")
    (said,) = found["comments"]
    assert (said["agency"], said["date"]) == ("Sở Du lịch", "2021-03-04")
    assert said["draft"].endswith("nghi-quyet-a.docx")
    assert found["notices"] == []


def test_settings_for_a_letter_or_draft_that_is_not_there_are_told(tmp_path: Path) -> None:
    workspace(tmp_path, drafts=2)
    (tmp_path / "comments" / "vb.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "drafter.toml").write_text('[[letters]]\npath = "khac.txt"\ndraft = 1\n', encoding="utf-8")
    result = run(tmp_path, "comments")
    assert result.exit_code == 3 and "khac.txt" in result.stderr
    (tmp_path / "drafter.toml").write_text(
        '[[letters]]\npath = "vb.txt"\ndraft = "lần 9"\n', encoding="utf-8"
    )
    result = run(tmp_path, "comments")
    assert result.exit_code == 3 and "lần 9" in result.stderr


def test_an_edit_of_a_note_that_the_next_draft_took_over_is_not_said_to_be_undone(tmp_path: Path) -> None:
    workspace(tmp_path)

    def noted(figure: str) -> dict[str, str]:
        words = f'<w:footnote w:id="2">{p(f"Số liệu năm 2020 là {figure} theo báo cáo.")}</w:footnote>'
        return {"footnotes": f'<w:footnotes xmlns:w="{W}">{words}</w:footnotes>'}

    lines = body()
    lines[4] = p(f"3. {BODY[2]}", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    for number, figure in ((1, "45%"), (2, "48%")):
        made = docx(tmp_path / "made.docx", p(f"Dự thảo lần {number}"), *lines, **noted(figure))
        made.rename(tmp_path / "drafts" / f"lan-{number}.docx")
    (tmp_path / "drafts" / "nghi-quyet-a.docx").unlink()
    back = docx(tmp_path / "made.docx", p("Dự thảo lần 1"), *lines, **noted("48%"))
    back.rename(tmp_path / "comments" / "so-y-te.docx")
    (found,) = read(tmp_path, "evidence")["evidence"]
    assert found["verdict"] == "addressed"


def test_a_letter_sent_as_word_and_as_print_counts_once_and_that_is_told(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (folder / "comments" / "a.txt").write_text(LETTER, "utf-8")
    words = LETTER.replace("cách tính", "cách\xa0tính").splitlines()
    docx(folder / "made.docx", *map(p, filter(None, words))).rename(folder / "comments" / "so-tai-chinh.docx")
    document = read(folder, "comments")
    assert list(dict.fromkeys(each["path"] for each in document["comments"])) == ["so-tai-chinh.docx"]
    assert ("same-letter", "a.txt") in told(document)


def test_letters_of_one_number_that_say_different_things_both_count(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (folder / "comments" / "a.txt").write_text(LETTER, "utf-8")
    (folder / "comments" / "b.txt").write_text(LETTER.replace("khoản 3", "khoản 2"), "utf-8")
    (folder / "comments" / "c.txt").write_text(
        LETTER.replace("Số: 12/STC\n", "") + "\n2. Như trên.\n", "utf-8"
    )
    (folder / "comments" / "d.txt").write_text(LETTER.replace("Số: 12/STC\n", ""), "utf-8")
    (folder / "comments" / "e.txt").write_text(LETTER.replace("Số: 12/STC\n\n", ""), "utf-8")
    document = read(folder, "comments")
    assert list(dict.fromkeys(each["path"] for each in document["comments"])) == [
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
        "e.txt",
    ]


def test_a_note_with_open_changes_that_asks_for_things_is_a_letter_with_all_of_its_words(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path)
    marks = 'w:id="{}" w:author="Sở Nội vụ" w:date="2021-03-05T08:00:00Z"'
    changed = p(
        r("2. Đề nghị bỏ khoản "),
        f"<w:del {marks.format(5)}><w:r><w:delText>3</w:delText></w:r></w:del>",
        f"<w:ins {marks.format(6)}>{r('4')}</w:ins>",
        r(" cho gọn."),
    )
    asked = p("1. Đề nghị bỏ khoản 2 vì trùng lặp.")
    docx(folder / "made.docx", p("Góp ý của Sở Nội vụ"), asked, changed).rename(
        folder / "comments" / "a.docx"
    )
    document = read(folder, "comments")
    assert [(each["agency"], each["text"]) for each in document["comments"]] == [
        ("Sở Nội vụ", "Đề nghị bỏ khoản 2 vì trùng lặp."),
        ("Sở Nội vụ", "Đề nghị bỏ khoản 4 cho gọn."),
    ]


def test_a_later_draft_among_the_letters_is_told_and_is_no_agencys_comments(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    first = folder / "drafts" / "nghi-quyet-a.docx"
    docx(folder / "made.docx", p("Dự thảo lần 1"), *body()).rename(first)
    changed = body(BODY[0], BODY[1], "Ít nhất 90% dịch vụ công trực tuyến ở mức độ 4.", BODY[3])
    made = docx(folder / "made.docx", p("Dự thảo lần 2"), *changed)
    made.rename(folder / "comments" / "ban-moi.docx")
    (folder / "comments" / "a.txt").write_text(LETTER, "utf-8")
    result = run(folder, "comments", "--json")
    assert result.exit_code == 3 and "dự thảo lần 2" in result.stderr and "drafts/" in result.stderr
    assert {each["path"] for each in json.loads(result.stdout)["comments"]} == {"a.txt"}
    settings = '[[letters]]\npath = "comments/ban-moi.docx"\nagency = "Sở Nội vụ"\n'
    (folder / "drafter.toml").write_text(settings, "utf-8")
    assert "Sở Nội vụ" in {each["agency"] for each in read(folder, "comments")["comments"]}
