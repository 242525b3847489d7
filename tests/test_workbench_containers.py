"""Archives and mails on the page of files: sent, shown with what lies in them, corrected, removed whole."""

from pathlib import Path

import pytest

from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming, Trial
from drafter.settings import read_settings
from tests.commands import ROOT
from tests.made_mail import COVER, WORDS, mail, zipped
from tests.test_workbench_files import kept, letter, send
from tests.workbench import desk, words_of

DRAFT = sorted((ROOT / "drafts").glob("*.docx"))[1]
GOOD = {"Các sở/so-y-te.txt": letter("lộ trình"), "so-noi-vu.txt": letter("kinh phí")}


@pytest.mark.slow
def test_an_archive_that_is_sent_shows_its_letters_and_is_removed_with_them(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    page = send(
        someone, ("thu.zip", zipped({**GOOD, "anh.rar": b"Rar!\x1a\x07\0"})), (DRAFT.name, DRAFT.read_bytes())
    )
    assert kept(tmp_path) == {f"drafts/{DRAFT.name}", "comments/thu.zip"}
    words = words_of(page)
    assert "1 dự thảo, 2 tệp góp ý, 02 ý kiến góp ý" in words
    assert "Bên trong: 2 văn bản đã đọc, 1 tệp chưa dùng được." in words
    assert (
        "comments/thu.zip/anh.rar thu.zip/anh.rar: là tệp nén RAR" in words
        and "thu.zip/Các sở/so-y-te.txt" in words
    )
    opened = words_of(someone.get("/files/letter", path="thu.zip/so-noi-vu.txt"))
    assert "kinh phí" in opened and "Nằm trong thu.zip" in opened
    path = "comments/thu.zip/so-noi-vu.txt"
    assert someone.post("/files/letter", path=path, agency="Sở Nội vụ", seen="", date="", draft="") == 303
    assert read_settings(tmp_path).of_letter("thu.zip/so-noi-vu.txt") is not None
    assert someone.post("/files/remove", path=path) == 404  # alone it cannot go
    assert someone.post("/files/remove", path="comments/thu.zip") == 303
    assert kept(tmp_path) == {f"drafts/{DRAFT.name}"} and not read_settings(tmp_path).letters
    (id,) = [each.stem for each in (tmp_path / ".drafter" / "removed").glob("*.json")]
    assert someone.post("/files/back", id=id) == 303
    found = read_settings(tmp_path).of_letter("thu.zip/so-noi-vu.txt")
    assert found is not None and found.agency == "Sở Nội vụ"


@pytest.mark.slow
def test_a_mail_that_is_sent_brings_its_attachments(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    send(someone, (DRAFT.name, DRAFT.read_bytes()))
    page = send(someone, ("thu.eml", bytes(mail(COVER, attached={"gop-y.txt": WORDS.encode()}))))
    words = words_of(page)
    assert "Thư chỉ gửi kèm tệp" in words and "thu.eml/gop-y.txt" in words and "2 ý kiến" in words
    opened = words_of(someone.get("/files/letter", path="thu.eml"))
    assert "Bỏ tệp này khỏi hồ sơ là bỏ cả 1 tệp bên trong." in opened


@pytest.mark.slow
def test_an_archive_in_which_nothing_can_be_read_is_not_taken(tmp_path: Path) -> None:
    someone = desk(tmp_path)
    bomb = zipped({"a.txt": b"0" * 20_000_000})
    page = send(someone, ("bom.zip", bomb), ("rong.zip", zipped({})), ("tot.zip", zipped(GOOD)))
    assert kept(tmp_path) == {"comments/tot.zip"}
    assert "không mở vì không an toàn" in words_of(page) and "không có tệp nào bên trong" in words_of(page)
    page = send(someone, ("du-thao.zip", zipped(GOOD)), kind="draft")
    assert "không phải dự thảo" in words_of(page) and kept(tmp_path) == {"comments/tot.zip"}


def test_the_page_of_an_agency_takes_its_files_one_by_one(tmp_path: Path) -> None:
    trial = Trial(tmp_path)
    for name, data, code in (
        ("a.zip", zipped(GOOD), "several-in-one"),
        ("a.eml", bytes(mail(WORDS, attached={"b.txt": WORDS.encode()})), "several-in-one"),
        ("b.eml", bytes(mail(WORDS)), None),
    ):
        (tmp_path / name).write_bytes(data)
        found = trial.of(Incoming(tmp_path / name, name, FileKind.LETTER, "Sở Tài chính")).failure
        assert (found and found.code) == code
