"""`diff --docx` as a user meets it: written whole, refused over an input, quiet about identical drafts."""

import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model import View
from drafter.record import is_ours
from tests.commands import ROOT, run
from tests.docx_builder import docx, p
from tests.inputs import read_docx


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "drafts", tmp_path / "drafts")
    return tmp_path


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A workspace of two drafts of a few words."""
    (tmp_path / "drafts").mkdir()
    for number, days in ((2, 5), (3, 7)):
        body = p(f"Dự thảo lần {number}") + p("Điều 1. Thời hạn") + p(f"Thời hạn là {days} ngày.")
        docx(tmp_path / "drafts" / f"lần {number}.docx", body)
    return tmp_path


def lines(path: Path, view: View) -> list[str]:
    return [p.text for p in read_docx(path, view=view).paragraphs if p.text.strip()]


@pytest.mark.slow
def test_the_redline_holds_the_new_draft_accepted_and_the_old_one_rejected(drafts: Path) -> None:
    out = drafts / "so sánh.docx"
    assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    old, new = (next((drafts / "drafts").glob(f"*{number}.docx")) for number in (2, 3))
    assert lines(out, View.ACCEPTED) == lines(new, View.ACCEPTED)
    assert lines(out, View.ORIGINAL) == lines(old, View.ACCEPTED)
    assert is_ours(out.read_bytes())


@pytest.mark.slow
def test_authors_set_noise_and_numbering_apart(drafts: Path) -> None:
    out = drafts / "a.docx"
    run(drafts, "diff", "1", "2", "--docx", str(out), "--author", "Sở Thông tin và Truyền thông")
    authors = {revision.author for revision in read_docx(out).revisions}
    assert authors == {"Sở Thông tin và Truyền thông", "Chuẩn hóa", "Đánh số"}


def test_equal_inputs_give_equal_bytes_and_an_edited_redline_is_kept(short: Path) -> None:
    out = short / "a.docx"
    for _ in range(2):
        assert run(short, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    first = out.read_bytes()
    assert run(short, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    assert out.read_bytes() == first
    out.write_bytes(first[:-1])
    assert run(short, "diff", "2", "3", "--docx", str(out)).exit_code == 3
    assert out.read_bytes() == first[:-1]


@pytest.mark.slow
def test_drafts_of_many_pages_give_equal_bytes_too(drafts: Path) -> None:
    made = []
    for name in ("a.docx", "b.docx"):
        assert run(drafts, "diff", "2", "3", "--docx", str(drafts / name)).exit_code == 0
        made.append((drafts / name).read_bytes())
    assert made[0] == made[1]


def test_identical_drafts_give_a_document_without_revisions_and_a_note(short: Path) -> None:
    out = short / "a.docx"
    result = run(short, "diff", "2", "2", "--docx", str(out))
    assert result.exit_code == 0
    assert "giống hệt" in result.stderr
    assert read_docx(out).revisions == ()


@pytest.mark.parametrize("option", ["--docx", "--html"])
def test_an_output_over_an_input_is_refused_whatever_is_forced(short: Path, option: str) -> None:
    target = next((short / "drafts").glob("*3.docx"))
    before = target.read_bytes()
    result = run(short, "diff", "2", "3", option, str(target), "--force")
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) == 1
    assert target.read_bytes() == before


def test_a_date_that_is_none_is_wrong_usage(short: Path) -> None:
    assert run(short, "diff", "2", "3", "--docx", str(short / "a.docx"), "--date", "hôm qua").exit_code == 2


def repacked(path: Path, edit: Callable[[str, bytes], bytes], **more: bytes) -> Path:
    """The package at `path` with each part edited, and further parts."""
    with zipfile.ZipFile(path) as source:
        parts = {name: edit(name, source.read(name)) for name in source.namelist()} | more
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path


def with_macros(name: str, data: bytes) -> bytes:
    if name == "[Content_Types].xml":
        plain = b"wordprocessingml.document.main+xml"
        macro = (
            b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        )
        main = b"application/vnd.openxmlformats-officedocument." + plain
        data = data.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")
        data = data.replace(b"</Types>", macro + b"</Types>")
    return data


@pytest.mark.slow
def test_macros_of_a_draft_are_read_past_and_not_carried(drafts: Path) -> None:
    new = next((drafts / "drafts").glob("*3.docx"))
    macro = new.rename(new.with_suffix(".docm"))
    repacked(macro, with_macros, **{"word/vbaProject.bin": b"macro"})
    out = drafts / "a.docx"
    assert run(drafts, "diff", "2", str(macro), "--docx", str(out)).exit_code == 0
    with zipfile.ZipFile(out) as made:
        assert not [name for name in made.namelist() if "vba" in name.lower()]
        assert b"macroEnabled" not in made.read("[Content_Types].xml")


def strict(name: str, data: bytes) -> bytes:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    if name == "word/document.xml":
        return data.replace(transitional, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    return data


@pytest.mark.slow
def test_a_strict_draft_is_compared_like_any_other(drafts: Path) -> None:
    new = repacked(next((drafts / "drafts").glob("*3.docx")), strict)
    out = drafts / "a.docx"
    assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    assert lines(out, View.ACCEPTED) == lines(new, View.ACCEPTED)
    assert b"purl.oclc.org" not in zipfile.ZipFile(out).read("word/document.xml")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), b"%PDF-1.7 no Word file", b"PK\x03\x04 cut off"],
    ids=["empty", "protected-or-old", "pdf", "damaged"],
)
def test_what_is_no_word_file_gets_one_line_and_nothing_is_written(short: Path, data: bytes) -> None:
    broken = short / "drafts" / "hỏng.docx"
    broken.write_bytes(data)
    out = short / "a.docx"
    result = run(short, "diff", "2", str(broken), "--docx", str(out))
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) == 1
    assert "hỏng.docx" in result.stderr
    assert not out.exists()


@pytest.mark.slow
def test_what_was_counted_anew_is_told_once(drafts: Path) -> None:
    result = run(drafts, "--lang", "en", "diff", "2", "3", "--docx", str(drafts / "a.docx"))
    told = [line for line in result.stderr.splitlines() if line.startswith("Own number changed")]
    assert len(told) == 1
    assert "2 clauses" in told[0] and "→ e" in told[0]


@pytest.mark.slow
def test_the_page_and_the_redline_show_the_same_words(drafts: Path) -> None:
    """Both come from one list of changes: a word that the page strikes through is deleted in Word too."""
    page, out = drafts / "a.html", drafts / "a.docx"
    assert run(drafts, "diff", "2", "3", "--html", str(page), "--docx", str(out)).exit_code == 0
    told = json.loads(run(drafts, "diff", "2", "3", "--json").stdout)
    gone = [
        text.strip()
        for change in told["changes"]
        if change["kind"] == "edited"
        for op, text in change["segments"]
        if op == "-" and len(text.split()) > 2
    ]
    assert gone
    old = " ".join(lines(out, View.ORIGINAL))
    html = page.read_text(encoding="utf-8")
    assert all(text in old and text in html for text in gone if "|" not in text)
    struck = " ".join(r.text for r in read_docx(out).revisions if r.op == "-").split()
    missing = Counter(" ".join(gone).split()) - Counter(struck)
    assert not missing
