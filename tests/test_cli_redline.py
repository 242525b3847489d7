"""`diff --docx` as a user meets it: written whole, refused over an input, quiet about identical drafts."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import app
from drafter.model import View
from drafter.readers.docx import read_docx
from drafter.writers.files import is_ours

ROOT = Path(__file__).parents[1]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "drafts", tmp_path / "drafts")
    return tmp_path


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(workspace), *arguments])


def lines(path: Path, view: View) -> list[str]:
    return [p.text for p in read_docx(path, view=view).paragraphs if p.text.strip()]


def test_the_redline_holds_the_new_draft_accepted_and_the_old_one_rejected(drafts: Path) -> None:
    out = drafts / "so sánh.docx"
    assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    old, new = (next((drafts / "drafts").glob(f"*{number}.docx")) for number in (2, 3))
    assert lines(out, View.ACCEPTED) == lines(new, View.ACCEPTED)
    assert lines(out, View.ORIGINAL) == lines(old, View.ACCEPTED)
    assert is_ours(out.read_bytes())


def test_authors_set_noise_and_numbering_apart(drafts: Path) -> None:
    out = drafts / "a.docx"
    run(drafts, "diff", "1", "2", "--docx", str(out), "--author", "Sở Thông tin và Truyền thông")
    authors = {revision.author for revision in read_docx(out).revisions}
    assert authors == {"Sở Thông tin và Truyền thông", "Chuẩn hóa", "Đánh số"}


def test_equal_inputs_give_equal_bytes_and_an_edited_redline_is_kept(drafts: Path) -> None:
    out = drafts / "a.docx"
    for _ in range(2):
        assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    first = out.read_bytes()
    assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 0
    assert out.read_bytes() == first
    out.write_bytes(first[:-1])
    assert run(drafts, "diff", "2", "3", "--docx", str(out)).exit_code == 3
    assert out.read_bytes() == first[:-1]


def test_identical_drafts_give_a_document_without_revisions_and_a_note(drafts: Path) -> None:
    out = drafts / "a.docx"
    result = run(drafts, "diff", "2", "2", "--docx", str(out))
    assert result.exit_code == 0
    assert "giống hệt" in result.stderr
    assert read_docx(out).revisions == ()


@pytest.mark.parametrize("option", ["--docx", "--html"])
def test_an_output_over_an_input_is_refused_whatever_is_forced(drafts: Path, option: str) -> None:
    target = next((drafts / "drafts").glob("*3.docx"))
    before = target.read_bytes()
    result = run(drafts, "diff", "2", "3", option, str(target), "--force")
    assert result.exit_code == 3
    assert len(result.stderr.strip().splitlines()) == 1
    assert target.read_bytes() == before


def test_a_date_that_is_none_is_wrong_usage(drafts: Path) -> None:
    assert run(drafts, "diff", "2", "3", "--docx", str(drafts / "a.docx"), "--date", "hôm qua").exit_code == 2
