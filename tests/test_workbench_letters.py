"""Replies, reminders, agencies and the log on the page."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from drafter.jobs.decisions import DecideOptions, decide, history
from drafter.jobs.reply import reply
from drafter.jobs.snapshots import snapshot, snapshots
from drafter.model import Disposition, SnapshotKind, Via
from drafter.web.sessions import Access
from tests.commands import part, run
from tests.test_workbench_returned import someone_at
from tests.workbench import Desk, words_of

ASKED = """\
deadline = 2021-03-31
[[agencies]]
name = "Sở Tư pháp"
asked = 2021-03-01
due = 2021-03-15
[[agencies]]
name = "Sở Khoa học và Công nghệ"
asked = 2021-03-01
due = 2021-03-15
"""


@pytest.fixture
def official(tmp_path: Path) -> Desk:
    root = part(tmp_path)
    (root / "drafter.toml").write_text(ASKED, encoding="utf-8")
    someone = someone_at(root)
    someone.site.today = lambda: date(2021, 3, 18)
    return someone


def settle(someone: Desk, agency: str) -> None:
    """Decide all comments of an agency."""
    numbers = tuple(each.no for each in someone.site.board()[0].registered.values() if each.agency == agency)
    decide(someone.site.workspace(), DecideOptions(numbers, Disposition.NOTED), "Chuyên viên B")


@pytest.mark.slow
def test_the_list_of_letters_makes_none_of_them(official: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.writers.letters.reply_docx", lambda *_, **__: 1 / 0)
    page = words_of(official.get("/replies"))
    assert "Sở Tư pháp" in page and "Chưa có phương án xử lý ý kiến" in page
    assert "Sở Khoa học và Công nghệ" in words_of(official.get("/replies", part="reminders"))


@pytest.mark.slow
def test_the_archive_holds_each_letter_once_as_the_job_writes_it_and_alike_each_time(official: Desk) -> None:
    first = official.client.get("/replies/all.zip")
    made = reply(official.site.workspace(), "vi").files
    with zipfile.ZipFile(io.BytesIO(first.content)) as archive:
        assert archive.namelist() == sorted(file.name for file in made)
        assert {file.name: archive.read(file.name) for file in made} == {
            file.name: file.data for file in made
        }
    other = someone_at(official.site.root)
    assert other.client.get("/replies/all.zip").content == first.content
    assert "V%C4%83n%20b%E1%BA%A3n" in first.headers["content-disposition"]


@pytest.mark.slow
def test_one_letter_is_shown_in_words_and_given_as_the_job_writes_it(official: Desk) -> None:
    (file,) = (each for each in reply(official.site.workspace(), "vi", ("Sở Tư pháp",)).files)
    assert official.client.get(f"/replies/{file.name}/file").content == file.data
    page = words_of(official.get(f"/replies/{file.name}"))
    assert (
        "Kính gửi: Sở Tư pháp" in page
        and "Đề xuất, chưa được quyết định hoặc phê duyệt" in page
        and "DỰ THẢO" in page
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["x.docx", "..%2f..%2fdrafter.toml", "drafter.toml", "%2e%2e"])
def test_no_other_file_is_given_as_a_letter(official: Desk, name: str) -> None:
    for path in (f"/replies/{name}", f"/replies/{name}/file", f"/replies/{name}/pages"):
        assert official.client.get(path).status_code == 404


@pytest.mark.slow
def test_only_what_is_settled_is_recorded_as_sent_and_not_twice(official: Desk) -> None:
    assert official.post("/replies/send", all="1") == 409
    settle(official, "Sở Tư pháp")
    assert official.post("/replies/send", all="1") == 303
    (kept,) = snapshots(official.site.workspace())
    assert (kept.kind, kept.agency, kept.author.name) == (SnapshotKind.REPLY, "Sở Tư pháp", "Chuyên viên A")
    (file,) = reply(official.site.workspace(), "vi", ("Sở Tư pháp",)).files
    assert snapshot(official.site.workspace(), kept.id).output == file.data
    assert "Đã ghi là đã gửi lúc" in words_of(official.get("/replies"))
    assert official.post("/replies/send", name=kept.path) == 409
    numbers = tuple(
        each.no for each in official.site.board()[0].registered.values() if each.agency == "Sở Tư pháp"
    )
    options = DecideOptions(numbers, Disposition.EXPLAINED, response="Giải trình: đã có trong dự thảo.")
    decide(official.site.workspace(), options, "Chuyên viên B")
    assert "cần lập và gửi lại" in words_of(official.get("/replies"))


@pytest.mark.slow
def test_what_a_command_wrote_is_recorded_as_sent_by_who_sent_it(official: Desk) -> None:
    settle(official, "Sở Tư pháp")
    written = run(official.site.root, "reply", "-o", str(official.site.root / "tra-loi"))
    assert written.exit_code == 0
    page = words_of(official.get("/replies"))
    assert "chưa ghi đã gửi" in page and "Ghi đã gửi 1 văn bản" in page
    assert official.post("/replies/send", all="1") == 303
    assert [each.author.via for each in snapshots(official.site.workspace())] == [Via.COMMAND, Via.PAGE]
    assert "Ghi đã gửi 1 văn bản" not in words_of(official.get("/replies"))
    run(official.site.root, "reply", "-o", str(official.site.root / "tra-loi"))
    assert len(snapshots(official.site.workspace())) == 2
    assert official.post("/replies/send", all="1") == 409


@pytest.mark.slow
def test_a_reminder_names_the_day_and_is_kept_as_sent(official: Desk) -> None:
    name = "don-doc-so-khoa-hoc-va-cong-nghe.docx"
    page = words_of(official.get(f"/replies/{name}", part="reminders", until="2021-03-25"))
    assert "quá hạn 3 ngày" in page and "25/3/2021" in page
    assert official.post("/replies/send?part=reminders&until=2021-03-25", name=name) == 303
    (kept,) = snapshots(official.site.workspace())
    assert (kept.kind, kept.agency) == (SnapshotKind.REMINDER, "Sở Khoa học và Công nghệ")


@pytest.mark.slow
def test_who_may_only_look_records_nothing(official: Desk) -> None:
    settle(official, "Sở Tư pháp")
    for someone in (
        someone_at(official.site.root, access=Access.VIEWER),
        someone_at(official.site.root, read_only=True),
    ):
        assert "Ghi đã gửi" not in re.sub(r"“[^”]*”", "", words_of(someone.get("/replies")))
        assert someone.post("/replies/send", all="1") == 403
        assert someone.post("/log/undo", act="1", seen="1:1") == 403
    assert snapshots(official.site.workspace()) == ()


def test_the_board_of_agencies_says_who_is_late_and_how_long_there_is(official: Desk) -> None:
    page = official.get("/agencies")
    words = words_of(page)
    assert "Chưa trả lời, quá hạn 3 ngày" in words and "còn 13 ngày" in words
    assert "Văn bản góp ý" in words  # theirs; a reply is ours
    assert "còn 2 ngày" in words_of(official.get("/agencies", today="2021-03-13"))
    assert "/comments?agency=" in page and "part=reminders" in page


def test_a_folder_without_anything_has_its_pages(tmp_path: Path) -> None:
    someone = someone_at(tmp_path)
    for path in ("/agencies", "/replies", "/log", "/log/sent"):
        assert someone.get(path)
    assert someone.client.get("/replies/all.zip").status_code == 404


@pytest.mark.slow
def test_the_log_is_newest_first_and_filtered(official: Desk) -> None:
    settle(official, "Sở Tư pháp")
    settle(official, "Sở Xây dựng")
    page = official.get("/log")
    assert page.index('id="act-2"') < page.index('id="act-1"')
    (no, *_) = {line.no for line in history(official.site.workspace()) if line.act == 1}
    assert 'id="act-2"' not in official.get("/log", no=str(no))
    assert 'id="act-1"' not in official.get("/log", who="Chuyên viên A")
    assert 'id="act-1"' in official.get("/log", who="Chuyên viên B", via="command", page="99")


@pytest.mark.slow
def test_the_last_act_is_taken_back_and_an_older_one_on_the_same_comment_is_not(official: Desk) -> None:
    settle(official, "Sở Tư pháp")
    stale = _seen(official.get("/log"))[1]
    (line, *_) = history(official.site.workspace())
    answer = "Giải trình: đã có trong dự thảo."
    options = DecideOptions((line.no,), Disposition.EXPLAINED, response=answer, remark="Đã trao đổi")
    decide(official.site.workspace(), options, "Chuyên viên B")
    assert "đã có trong dự thảo; ghi chú" in words_of(official.get("/log"))
    assert official.post("/log/undo", act="1", seen=stale) == 409
    assert set(_seen(official.get("/log"))) == {2}
    assert official.post("/log/undo", act="2", seen=_seen(official.get("/log"))[2]) == 303
    assert "đã hoàn tác" in words_of(official.get("/log"))
    assert official.site.board()[0].decisions[line.key].disposition is Disposition.NOTED


def _seen(page: str) -> dict[int, str]:
    """By act, what its form says was seen."""
    pairs = re.findall(r'name="act" value="(\d+)"><input type="hidden" name="seen" value="([\d:,]+)"', page)
    return {int(act): seen for act, seen in pairs}


@pytest.mark.slow
def test_what_went_out_is_looked_at_and_downloaded_as_it_was(official: Desk) -> None:
    sent = official.client.post("/table/send", data={"csrf": official.csrf, "as": "docx"})
    (kept,) = snapshots(official.site.workspace())
    settle(official, "Sở Tư pháp")
    answer = official.client.get(f"/log/sent/{kept.id}/file")
    assert answer.content == sent.content
    assert answer.headers["content-disposition"] == sent.headers["content-disposition"]
    assert kept.path in words_of(official.get(f"/log/sent/{kept.id}"))
    assert kept.path in words_of(official.get("/log/sent"))
    assert official.client.get("/log/sent/99").status_code == 404
    assert str(official.site.root) not in official.get("/log/sent")
