"""The page of files: what is sent is read aside, sorted, shown and corrected; what is hostile is told."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from drafter.jobs.removing import bring_back, removed
from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming
from drafter.settings import read_settings
from drafter.web.options import Limits
from drafter.web.sessions import Access
from drafter.web.trying import tried
from tests.commands import ROOT, SAMPLE, STAGES, part
from tests.workbench import Desk, chromium, desk, let_in, served, words_of

DRAFTS = sorted((ROOT / "drafts").glob("*.docx"))
LETTER = "Kính gửi: Sở Thông tin và Truyền thông.\n1. Đề nghị bổ sung {words} vào khoản 2 mục III.\n"


def letter(words: str = "lộ trình") -> bytes:
    return LETTER.format(words=words).encode()


def send(someone: Desk, *files: tuple[str, bytes], kind: str = "") -> str:
    """The page after the files were sent."""
    answer = someone.client.post(
        "/files/send", data={"csrf": someone.csrf, "kind": kind}, files=[("files", each) for each in files]
    )
    assert answer.status_code == 200, answer.text[:500]
    return answer.text


def kept(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for name in ("drafts", "comments")
        for path in (root / name).glob("*")
    }


def test_an_empty_folder_asks_for_files(tmp_path: Path) -> None:
    page = desk(tmp_path).get("/files")
    assert "/comments?state=open" not in page
    assert "Thả các dự thảo và văn bản góp ý vào đây" in words_of(page) and 'type="file"' in page


def test_every_file_of_the_sample_stands_there_as_it_was_understood() -> None:
    someone = desk(SAMPLE)
    someone.site.stages = STAGES
    words = words_of(someone.get("/files"))
    assert "3 dự thảo, 17 tệp góp ý, 60 ý kiến" in words
    assert "Dự thảo lần 3 mới nhất" in words and "số 612/STC-QLNS 08/3/2021 Dự thảo lần 2" in words
    opened = words_of(someone.get("/files/letter", path="so-tai-chinh.docx"))
    assert "Sở Tài chính" in opened and "Phần không phải ý kiến" in opened and "Nơi nhận" in opened
    assert someone.client.get("/files/letter", params={"path": "../drafter.toml"}).status_code == 404


@pytest.mark.slow
def test_what_is_sent_is_sorted_read_aside_and_put_in_place(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    page = send(someone, ("../../gop-y-so-y-te.txt", letter()), (DRAFTS[1].name, DRAFTS[1].read_bytes()))
    assert kept(tmp_path) == {f"drafts/{DRAFTS[1].name}", "comments/gop-y-so-y-te.txt"}
    assert "1 dự thảo, 1 tệp góp ý, 01 ý kiến góp ý" in words_of(page)
    receipt = page[page.index('class="card receipt"') : page.index("</section>")]
    told = words_of(receipt)
    assert "Sở Y tế · 1 ý kiến" in told and "Dự thảo lần 2 · " in told
    assert receipt.count('action="/files/remove"') == 2  # with a way back
    assert 'href="/comments?state=open"' in page  # on to the comments without a search for them
    assert 'href="/comments/1"' in someone.get("/files/letter", path="gop-y-so-y-te.txt")
    assert not list((tmp_path / ".drafter" / "uploads").iterdir())


@pytest.mark.slow
def test_the_same_file_is_not_added_twice(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    send(someone, ("a.txt", letter()))
    assert "đã có sẵn" in words_of(send(someone, ("b.txt", letter())))
    assert kept(tmp_path) == {"comments/a.txt"}


@pytest.mark.slow
def test_what_was_sorted_wrongly_is_moved(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    name = "ban cua chung toi.docx"
    send(someone, (name, DRAFTS[1].read_bytes()), kind="letter")
    assert kept(tmp_path) == {f"comments/{name}"}
    assert someone.post("/files/move", path=f"comments/{name}") == 303
    assert kept(tmp_path) == {f"drafts/{name}"}


@pytest.mark.slow
def test_a_correction_is_written_and_read(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    (tmp_path / "drafter.toml").write_text("# hạn\ndeadline = 2021-03-31\n")
    seen = read_settings(tmp_path).sha256
    fields = {"agency": "Sở Tư pháp tỉnh", "date": "2021-03-02", "draft": "2", "seen": seen,
              "letter-number": "77/STP-XD"}  # fmt: skip
    assert someone.post("/files/letter", path="comments/so-tu-phap.md", **fields) == 303
    words = words_of(someone.get("/files"))
    assert "Sở Tư pháp tỉnh" in words and "02/3/2021" in words and "số 77/STP-XD" in words
    assert "# hạn" in (tmp_path / "drafter.toml").read_text()
    draft = DRAFTS[2].name
    fields = {"number": "4", "label": "Bản trình", "seen": read_settings(tmp_path).sha256}
    assert someone.post("/files/draft", path=f"drafts/{draft}", **fields) == 303
    assert "Bản trình" in words_of(someone.get("/files"))


@pytest.mark.slow
def test_a_letter_is_about_no_draft_that_is_not_there(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    fields = {"csrf": someone.csrf, "path": "comments/so-tu-phap.md", "draft": "9", "seen": ""}
    answer = someone.client.post("/files/letter", data=fields)
    assert answer.status_code == 404 and "Hiện có: 2, 3" in words_of(answer.text)
    assert not (tmp_path / "drafter.toml").exists()


@pytest.mark.slow
def test_a_correction_of_a_page_that_is_stale_is_refused(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    (tmp_path / "drafter.toml").write_text("approval = true\n")
    assert someone.post("/files/letter", path="comments/so-tu-phap.md", agency="Sở B", seen="") == 409
    assert (tmp_path / "drafter.toml").read_text() == "approval = true\n"


@pytest.mark.slow
def test_what_was_typed_into_a_form_of_a_stale_page_is_shown_again(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    (tmp_path / "drafter.toml").write_text("approval = true\n")
    typed = {"agency": "Sở <b> & C", "letter-number": "77/STP-XD", "seen": "", "csrf": someone.csrf}
    answer = someone.client.post("/files/letter", data={"path": "comments/so-tu-phap.md", **typed})
    assert answer.status_code == 409 and "Sở &lt;b&gt; &amp; C" in answer.text
    assert "77/STP-XD" in words_of(answer.text)


@pytest.mark.slow
@pytest.mark.parametrize("named", ['"Bản một"', "2", '"{path}"'])
def test_the_draft_that_a_letter_is_declared_to_be_about_is_chosen_however_it_is_named(
    named: str, tmp_path: Path
) -> None:
    someone = desk(part(tmp_path))
    (draft, *_) = sorted((tmp_path / "drafts").glob("*2*.docx"))
    path = f"drafts/{draft.name}"
    settings = f'[[drafts]]\npath = "{path}"\nlabel = "Bản một"\n\n[[letters]]\npath = "so-tu-phap.md"\n'
    (tmp_path / "drafter.toml").write_text(f"{settings}draft = {named.format(path=path)}\n", encoding="utf-8")
    page = someone.get("/files/letter", path="so-tu-phap.md")
    assert '<option value="2" selected>' in page


def test_a_broken_drafter_toml_is_told_and_the_files_are_still_named(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    (tmp_path / "drafter.toml").write_text("[[drafts]")
    page = words_of(someone.get("/files"))
    assert "drafter.toml" in page and "so-tu-phap.md" in page
    assert someone.post("/files/letter", path="comments/so-tu-phap.md", agency="Sở B", seen="") == 500
    assert (tmp_path / "drafter.toml").read_text() == "[[drafts]"


@pytest.mark.slow
def test_a_file_is_removed_told_and_brought_back(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    assert someone.post("/files/remove", path="comments/so-tu-phap.md") == 303
    page = someone.get("/files")
    assert "Đã bỏ khỏi hồ sơ" in words_of(page) and "comments/so-tu-phap.md" not in kept(tmp_path)
    id = page.split('name="id" value="')[1].split('"')[0]
    assert someone.post("/files/back", id=id) == 303 and "comments/so-tu-phap.md" in kept(tmp_path)


@pytest.mark.parametrize("access", [Access.VIEWER])
def test_whoever_may_only_look_sends_nothing(tmp_path: Path, access: Access) -> None:
    someone = desk(tmp_path, access=access)
    assert "/files/send" not in someone.get("/files")
    files = [("files", ("a.txt", letter()))]
    assert someone.client.post("/files/send", data={"csrf": someone.csrf}, files=files).status_code == 403


@pytest.mark.slow
def test_names_and_words_of_files_are_text_in_the_page(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    bad = "<img src=x onerror=alert(1)>"
    page = send(someone, (f"{bad}.txt", letter(bad)), (f"{bad}.exe", b"MZ"))
    opened = someone.get("/files/letter", path=next((tmp_path / "comments").iterdir()).name)
    assert "<img" not in page + opened and "&lt;img" in opened


# --- hostile files -------------------------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


NAMESPACE = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    f'<Types xmlns="{NAMESPACE}/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
LEADS = (
    f'<Relationships xmlns="{NAMESPACE}/package/2006/relationships"><Relationship Id="r" '
    f'Type="{NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def document(body: str, before: str = "") -> bytes:
    """A Word file with this body."""
    text = (
        f'<w:document xmlns:w="{NAMESPACE}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": LEADS, "word/document.xml": before + text}
    return zipped({name: each.encode() for name, each in parts.items()})


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "bom.docx": document("<w:p/>" * 3_000_000),
    "thuc-the.docx": document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", LAUGHS),
    "sau.docx": document("<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000),
    "cut.docx": document("<w:p/>")[:200],
    "gia.xlsx": b"MZ\x00\x01",
    "rong.txt": b"",
    "la.exe": b"MZ",
}


@pytest.mark.slow
def test_hostile_files_are_told_in_a_line_each_and_the_others_are_taken(tmp_path: Path) -> None:
    someone = desk(tmp_path, limits=Limits(seconds=60))
    page = send(someone, *HOSTILE.items(), ("gop-y-so-y-te.txt", letter()))
    assert kept(tmp_path) == {"comments/gop-y-so-y-te.txt"}
    assert page.count("Chưa nhận") == len(HOSTILE)
    assert all(name in page for name in HOSTILE)
    assert "Traceback" not in page and str(tmp_path) not in page
    assert someone.client.get("/files").status_code == 200


@pytest.mark.slow
def test_too_large_and_too_many_are_told_file_by_file(tmp_path: Path) -> None:
    someone = desk(tmp_path, limits=Limits(file=1000, files=2))
    page = words_of(send(someone, ("a.txt", letter()), ("b.txt", b"x" * 2000)))
    assert kept(tmp_path) == {"comments/a.txt"} and "b.txt" in page and "quá lớn" in page


def tame(root: Path, name: str, data: bytes, **limits: float) -> tuple[object, float]:
    """What is said of one file, and after how long."""
    path = root / f"aside{Path(name).suffix}"
    path.write_bytes(data)
    begun = time.monotonic()
    made = Limits(**{"seconds": 5.0, **limits})  # type: ignore[arg-type]
    (found,) = tried(root, [Incoming(path, name, FileKind.LETTER)], made)
    return found.failure and found.failure.code, time.monotonic() - begun


@pytest.mark.slow
def test_a_file_that_takes_too_long_is_refused_in_bounded_time(tmp_path: Path) -> None:
    code, took = tame(tmp_path, "dai.txt", letter() * 40_000, seconds=1.0)
    assert code in ("too-slow", "unreadable") and took < 30


@pytest.mark.slow
def test_a_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    code, _ = tame(tmp_path, "lon.txt", letter() * 20_000, seconds=60.0, memory=8 * 2**20)
    assert code == "unreadable"


def test_leftovers_of_a_server_that_was_killed_are_cleared_away(tmp_path: Path) -> None:
    import os

    left = tmp_path / ".drafter" / "uploads" / "abc"
    left.mkdir(parents=True)
    (left / "x.docx").write_bytes(b"half")
    os.utime(left, (0, 0))
    desk(tmp_path)
    assert not left.exists()


@pytest.mark.slow
@pytest.mark.browser
def test_an_empty_folder_becomes_the_sample_by_dropping_its_files(tmp_path: Path) -> None:
    files = [str(path) for name in ("comments", "drafts") for path in sorted((ROOT / name).iterdir())]
    with served(tmp_path) as (address, site), chromium() as browser:
        page = let_in(browser, address, site)
        page.goto(f"{address}/files")
        page.set_input_files("#files", files)
        page.wait_for_selector(".receipt", timeout=180_000)
        assert page.locator(".receipt .chip.refused").count() == 0
        page.locator("details.letter > summary").first.click()
        page.wait_for_selector("details.letter ol.comments li")
        board, _ = site.board()
    from tests.commands import workspace

    theirs = {(c.agency, c.text) for c in workspace().correspondence(answered=True).comments}
    assert {(c.agency, c.text) for c in board.read.comments} == theirs
    assert [draft.number for draft in board.rounds.drafts] == [1, 2, 3]


@pytest.mark.parametrize(
    "told", ['{"path": "", "at": "x", "by": "y"}', "[]", '{"path": "/etc/x", "at": 1, "by": 2}']
)
def test_what_was_written_of_a_file_put_aside_may_be_damaged(tmp_path: Path, told: str) -> None:
    folder = tmp_path / ".drafter" / "removed"
    folder.mkdir(parents=True)
    (folder / "20260101-000000-abcdef.json").write_text(told)
    assert not removed(tmp_path)


def test_a_file_comes_back_where_what_was_declared_of_it_is_damaged(tmp_path: Path) -> None:
    folder = tmp_path / ".drafter" / "removed"
    folder.mkdir(parents=True)
    (folder / "20260101-000000-abcdef.json").write_text(
        '{"path": "comments/x.txt", "at": "x", "by": "y", "declared": "z"}'
    )
    (folder / "20260101-000000-abcdef x.txt").write_text("x")
    assert bring_back(tmp_path, "20260101-000000-abcdef").path == tmp_path / "comments" / "x.txt"
