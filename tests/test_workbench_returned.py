"""A table that comes back to the page: looked at, taken as it was shown, by whoever sent it alone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from drafter.jobs.decisions import DecideOptions, decide, history
from drafter.model import Disposition, Via
from drafter.opc import FileFormat
from drafter.web.options import Limits
from drafter.web.prints import Prints
from drafter.web.sessions import Access
from drafter.web.uploads import Uploads, plain_name
from drafter.workspace import Stages
from tests.commands import part
from tests.test_workbench_table import NOTHING
from tests.workbench import Desk, chromium, desk, let_in, served, words_of

ANSWER = "Giải trình: Nội dung này đã được cấp trên quy định."
READ = Stages()  # the same files in every folder: read once


def someone_at(root: Path, **options: object) -> Desk:
    made = desk(root, **options)  # type: ignore[arg-type]
    made.site.prints = Prints(lambda: NOTHING)
    made.site.stages = READ
    return made


def edited(data: bytes, answer: str = ANSWER) -> bytes:
    """The table with another answer in its first row."""
    document = docx.Document(io.BytesIO(data))
    table = max(document.tables, key=lambda each: len(each.rows))
    row = next(row for row in table.rows[1:] if len({id(cell._tc) for cell in row.cells}) > 1)
    first, *others = row.cells[-1].paragraphs
    for run in first.runs[1:]:
        run.text = ""
    first.runs[0].text = answer
    for paragraph in others:
        paragraph._p.getparent().remove(paragraph._p)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sent(someone: Desk, data: bytes, name: str = "bang.docx") -> str:
    """Where the page leads after a file was sent."""
    answer = someone.client.post(
        "/table/returned", data={"csrf": someone.csrf}, files={"table": (name, data)}, follow_redirects=False
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def mark_in(page: str) -> str:
    found = re.search(r'name="mark" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


@pytest.fixture
def official(tmp_path: Path) -> Desk:
    return someone_at(part(tmp_path))


def table_of(someone: Desk) -> bytes:
    return someone.client.get("/table/file").content


@pytest.mark.slow
def test_looking_at_what_a_table_would_change_changes_nothing(official: Desk) -> None:
    where = sent(official, edited(table_of(official)))
    page = words_of(official.get(where))
    assert "Sẽ nhận 1 dòng" in page and "cấp trên quy định" in page and "Chưa có phương án xử lý" in page
    assert history(official.site.workspace()) == ()


@pytest.mark.slow
def test_what_is_confirmed_is_what_was_shown_in_one_act_under_the_name_of_who_confirms(
    official: Desk,
) -> None:
    where = sent(official, edited(table_of(official)))
    assert official.post(f"{where}/take", mark=mark_in(official.get(where))) == 303
    lines = history(official.site.workspace())
    assert {(line.act, line.author.name, line.author.via) for line in lines} == {
        (1, "Chuyên viên A", Via.TABLE)
    }
    assert {line.after.response for line in lines} == {ANSWER.removeprefix("Giải trình: ")} or {
        line.after.response for line in lines
    } == {ANSWER}
    assert official.post(f"{where}/take", mark="0") == 404  # the file is gone with its question


@pytest.mark.slow
def test_where_somebody_decided_meanwhile_nothing_is_taken_and_both_texts_are_shown(official: Desk) -> None:
    where = sent(official, edited(table_of(official)))
    mark = mark_in(official.get(where))
    board = official.site.board()[0]
    assert board.table is not None
    options = DecideOptions(board.table.rows[0].numbers, Disposition.NOTED, response="Ghi nhận, sẽ xem xét.")
    decide(official.site.workspace(), options, "Chuyên viên B")
    answer = official.client.post(f"{where}/take", data={"csrf": official.csrf, "mark": mark})
    page = words_of(answer.text)
    assert answer.status_code == 409 and "chưa nhận gì" in page
    assert "cấp trên quy định" in page and "Ghi nhận, sẽ xem xét" in page
    assert {line.author.name for line in history(official.site.workspace())} == {"Chuyên viên B"}


@pytest.mark.slow
def test_what_was_never_shown_is_not_taken(official: Desk) -> None:
    where = sent(official, edited(table_of(official)))
    assert official.post(f"{where}/take", mark="0" * 32) == 409
    assert history(official.site.workspace()) == ()


@pytest.mark.slow
def test_another_session_neither_sees_nor_confirms_nor_drops_an_upload(official: Desk) -> None:
    where = sent(official, edited(table_of(official)))
    mark = mark_in(official.get(where))
    other = official.site.sessions.begin("Chuyên viên B", Access.APPROVER)
    official.client.cookies.set(official.site.options.cookie, other.id)
    stranger = Desk(official.client, official.site, other.csrf)
    gone = official.client.get(where, follow_redirects=False)
    assert (gone.status_code, gone.headers["location"]) == (303, "/table")
    assert stranger.post(f"{where}/take", mark=mark) == 404
    assert stranger.post(f"{where}/leave") == 404
    assert history(official.site.workspace()) == ()


@pytest.mark.slow
def test_who_may_only_look_sends_no_table(tmp_path: Path) -> None:
    root = part(tmp_path)
    for someone in (someone_at(root, access=Access.VIEWER), someone_at(root, read_only=True)):
        assert 'type="file"' not in someone.get("/table")
        answer = someone.client.post(
            "/table/returned", data={"csrf": someone.csrf}, files={"table": ("bang.docx", b"PK")}
        )
        assert answer.status_code == 403
    assert not (root / ".drafter" / "uploads").exists()


@pytest.mark.parametrize("name", ["../../etc/passwd.docx", "C:\\Windows\\a.docx", "a\r\nb.docx", "/x/y.docx"])
def test_the_name_of_an_upload_leads_nowhere(tmp_path: Path, name: str) -> None:
    kept = Uploads(tmp_path / "uploads").keep("session", name, b"x", {FileFormat.TEXT: ".txt"})
    assert kept.path.parent == tmp_path / "uploads" and re.fullmatch(r"[0-9a-f]{32}\.txt", kept.path.name)
    assert not re.search(r"[\\/\r\n]", kept.name) and plain_name(name) == kept.name


@pytest.mark.slow
def test_a_file_that_is_no_table_is_told_by_its_own_name_and_does_not_stay(official: Desk) -> None:
    where = sent(official, b"PK no table at all", "ảnh chụp.docx")
    answer = official.client.get(where)
    assert answer.status_code == 422 and "ảnh chụp.docx" in answer.text
    assert str(official.site.root) not in answer.text
    assert not list((official.site.root / ".drafter" / "uploads").iterdir())


def test_a_file_of_another_kind_is_refused(official: Desk) -> None:
    answer = official.client.post(
        "/table/returned", data={"csrf": official.csrf}, files={"table": ("bang.exe", b"MZ")}
    )
    assert answer.status_code == 422 and ".docx" in answer.text


def test_a_file_that_is_too_large_is_refused_and_not_kept(tmp_path: Path) -> None:
    someone = someone_at(part(tmp_path), limits=Limits(file=1000))
    answer = someone.client.post(
        "/table/returned", data={"csrf": someone.csrf}, files={"table": ("bang.docx", b"x" * 1001)}
    )
    assert answer.status_code == 413 and "quá lớn" in answer.text
    assert not (tmp_path / ".drafter" / "uploads").exists()


def test_uploads_are_few_and_do_not_last(tmp_path: Path) -> None:
    now = [0.0]
    uploads = Uploads(tmp_path / "uploads", clock=lambda: now[0])
    kept = [uploads.keep("session", "a", b"x", {FileFormat.TEXT: ".txt"}) for _ in range(7)]
    assert uploads.find("session", kept[0].id) is None and uploads.find("session", kept[-1].id) is kept[-1]
    assert len(list((tmp_path / "uploads").iterdir())) == 5
    now[0] = 7200.0
    assert uploads.find("session", kept[-1].id) is None


@pytest.mark.browser
@pytest.mark.slow
def test_a_person_sends_looks_confirms_and_takes_back(tmp_path: Path) -> None:
    root = part(tmp_path)
    with served(root) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/table")
        with page.expect_download() as downloaded:
            page.click("a[href^='/table/file?as=docx']")
        assert downloaded.value.suggested_filename == "Bảng tổng hợp ý kiến góp ý - Dự thảo lần 3.docx"
        file = tmp_path / "sửa.docx"
        file.write_bytes(edited(Path(downloaded.value.path()).read_bytes()))
        page.set_input_files("#returned", str(file))
        page.get_by_role("button", name="Xem trước thay đổi").click()
        page.get_by_role("button", name="Xác nhận").click()
        page.wait_for_url("**/table?taken=*")
        assert len(history(site.workspace())) == 1
        page.get_by_role("link", name="Xem trong Nhật ký").click()
        page.get_by_role("button", name="Hoàn tác").click()
        page.get_by_text("đã hoàn tác").wait_for()
        with page.expect_download():
            page.goto(f"{address}/table")
            page.get_by_role("button", name="Lập Word").click()
        page.goto(f"{address}/log/sent")
        assert page.get_by_text("Bảng tổng hợp ý kiến góp ý").count() == 1


@pytest.mark.slow
def test_a_table_is_read_by_a_child_that_may_not_take_more_than_it_is_given(tmp_path: Path) -> None:
    """A table that nothing else is wrong with, and a child without memory to read it."""
    data = table_of(someone_at(part(tmp_path)))
    narrow = someone_at(tmp_path, limits=Limits(memory=2**20))
    answer = narrow.client.get(sent(narrow, data))
    assert answer.status_code == 422 and "bang.docx" in answer.text
    assert not list((tmp_path / ".drafter" / "uploads").iterdir())
    assert narrow.client.get("/table").status_code == 200
