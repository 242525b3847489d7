"""The page of the table: as it will be printed, as a file, as official output."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.intake.office import LibreOffice
from drafter.intake.programs import apart
from drafter.jobs.printing import Printer, printed
from drafter.jobs.snapshots import snapshot, snapshots
from drafter.model import Extras, Layout
from drafter.web.downloads import disposition
from drafter.web.prints import Prints, PrintState
from drafter.web.sessions import Access
from drafter.writers.table import Format, table_bytes
from tests.commands import SAMPLE, STAGES, part
from tests.workbench import Desk, desk, words_of

NOTHING = Printer()


def without_office(root: Path, **options: object) -> Desk:
    """Somebody at a computer that has no LibreOffice."""
    someone = desk(root, **options)  # type: ignore[arg-type]
    someone.site.prints = Prints(lambda: NOTHING)
    if root == SAMPLE:
        someone.site.stages = STAGES
    return someone


@pytest.fixture(scope="module")
def official() -> Desk:
    return without_office(SAMPLE)


def test_without_a_draft_the_page_says_what_to_add(tmp_path: Path) -> None:
    page = words_of(without_office(tmp_path).get("/table"))
    assert "Chưa có dự thảo" in page and "Tải về" not in page


def test_without_libreoffice_the_page_says_that_it_is_not_page_for_page(official: Desk) -> None:
    page = official.get("/table")
    assert "không chia trang" in words_of(page) and 'src="/table/view?layout=clause' in page
    assert "as=pdf" not in page
    assert official.client.get("/table/file", params={"as": "pdf"}).status_code == 503


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".csv"])
@pytest.mark.parametrize("layout", ["clause", "text"])
def test_what_is_downloaded_is_the_table_to_the_byte(official: Desk, suffix: str, layout: str) -> None:
    answer = official.client.get("/table/file", params={"as": suffix[1:], "layout": layout, "proof": "1"})
    table = official.site.board()[0].table
    assert table is not None
    wanted = replace(table, extras=Extras(proof=True))
    assert answer.content == table_bytes(wanted, Format(suffix), Layout(layout), "vi")
    said = answer.headers["content-disposition"]
    assert said.startswith(f'attachment; filename="Bang tong hop y kien gop y - Du thao lan 3{suffix}"')
    assert "filename*=UTF-8''B%E1%BA%A3ng%20t%E1%BB%95ng%20h%E1%BB%A3p" in said


def test_a_name_in_a_header_ends_no_header_and_leads_nowhere() -> None:
    said = disposition('../../etc/"x"\r\nSet-Cookie: a=b.docx')
    assert "\r" not in said and "\n" not in said and "/" not in said and said.count('"') == 2


@pytest.mark.slow
def test_looking_at_the_table_and_downloading_it_keeps_nothing(tmp_path: Path) -> None:
    someone = without_office(part(tmp_path))
    for path in ("/table", "/table/view", "/table/file"):
        someone.get(path) if path != "/table/file" else someone.client.get(path)
    assert snapshots(someone.site.workspace()) == ()


@pytest.mark.slow
def test_what_goes_out_is_kept_as_it_is_under_the_name_of_who_sends_it(tmp_path: Path) -> None:
    someone = without_office(part(tmp_path))
    sent = someone.client.post(
        "/table/send?layout=comment&attachment=1", data={"csrf": someone.csrf, "as": "docx"}
    )
    (kept,) = snapshots(someone.site.workspace())
    assert snapshot(someone.site.workspace(), kept.id).output == sent.content
    assert kept.author.name == "Chuyên viên A"
    assert kept.path == "Bảng tổng hợp ý kiến góp ý - Dự thảo lần 3.docx" and kept.rows


def test_what_can_be_no_official_output_is_not_sent(official: Desk) -> None:
    assert official.post("/table/send", **{"as": "csv"}) == 404
    assert official.client.get("/table/file", params={"as": "./../etc/passwd"}).status_code == 404


def test_where_nothing_can_be_kept_nothing_goes_out(official: Desk) -> None:
    # the sample's store cannot be made: a file stands where its folder would be
    answer = official.client.post("/table/send", data={"csrf": official.csrf, "as": "docx"})
    assert answer.status_code >= 400 and not answer.content.startswith(b"PK")


@pytest.mark.slow
def test_who_may_only_look_sends_nothing_and_may_download(tmp_path: Path) -> None:
    root = part(tmp_path)
    for someone in (without_office(root, access=Access.VIEWER), without_office(root, read_only=True)):
        assert "Lập bảng chính thức" not in words_of(someone.get("/table"))
        assert someone.post("/table/send", **{"as": "docx"}) == 403
        assert someone.client.get("/table/file").content.startswith(b"PK")
        assert snapshots(someone.site.workspace()) == ()


def test_the_table_in_a_frame_can_do_nothing(official: Desk) -> None:
    answer = official.client.get("/table/view")
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy and "default-src 'none'" in policy and "script-src" not in policy
    assert answer.headers["content-disposition"].startswith("inline")


def test_what_stands_against_handing_in_is_counted_with_where_it_is_settled(official: Desk) -> None:
    part = official.get("/table/readiness")
    assert "Chưa có phương án xử lý" in words_of(part) and 'href="/comments?state=open"' in part


def test_a_file_that_cannot_be_printed_is_told_and_is_tried_again_later(tmp_path: Path) -> None:
    now = [0.0]
    prints = Prints(lambda: Printer(office=LibreOffice("/bin/false")), clock=lambda: now[0])
    assert prints.ask(b"x").state is PrintState.WAITING
    assert prints._worker is None or prints._worker.join(10) is None
    assert prints.ask(b"x").state is PrintState.FAILED
    now[0] = 3600.0
    assert prints.ask(b"x").state is PrintState.WAITING


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 60 & sleep 60\n")
    slow.chmod(0o755)
    assert printed(Printer(office=LibreOffice(str(slow), seconds=0.2)), b"x") is None


def test_pages_of_nothing_that_was_printed_are_not_there(official: Desk) -> None:
    for path in ("/prints/abc.pdf", "/prints/abc/1.png", "/prints/..%2f..%2fx.pdf"):
        assert official.client.get(path).status_code == 404


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_shows_the_table_page_for_page(tmp_path: Path) -> None:
    someone = desk(part(tmp_path))
    assert 'hx-get="/table/pages?' in someone.get("/table")
    waiting = someone.client.get("/table/pages", headers={"HX-Request": "true"})
    assert waiting.status_code in (200, 204)
    worker = someone.site.prints._worker
    assert worker is not None
    worker.join(180)
    page = someone.get("/table")
    assert "Bản in:" in words_of(page) and "/1.png" in page and 'alt="Trang 1/' in page
    address = next(each for each in page.split('"') if each.endswith("/1.png"))
    assert someone.client.get(address).content.startswith(b"\x89PNG")
    assert someone.client.get(address.replace("/1.png", "/99.png")).status_code == 404
    assert someone.client.get("/table/file", params={"as": "pdf"}).content.startswith(b"%PDF")


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_is_given_no_network() -> None:
    if not apart():
        pytest.skip("this kernel gives nobody a network of its own")
    assert apart()[-1] == "--net"
