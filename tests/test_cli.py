"""The commands as a user or a script meets them: JSON, exit codes, one line for each fault."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands import ROOT, part, run, sample, told


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the sample workspace."""
    return sample(tmp_path)


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """A copy of a part of the sample workspace."""
    return part(tmp_path)


def only_line(result: Result) -> str:
    """The one line on stderr of a run that ended with 3."""
    assert result.exit_code == 3, result.output
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.output
    return lines[0]


def drafts_of(workspace: Path) -> list[Path]:
    return sorted((workspace / "drafts").glob("*.docx"))


def test_every_reading_command_prints_one_json_document_and_nothing_else() -> None:
    for arguments in (
        ["outline", "2"],
        ["targets", "2"],
        ["tasks", "2"],
        ["diff", "1", "2"],
        ["comments"],
        ["link"],
    ):
        result = told(*arguments, "--json")
        assert result.exit_code == 0, (arguments, result.output)
        assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.slow
def test_every_reading_command_has_a_view_for_people_in_both_languages() -> None:
    for arguments in (
        ["outline", "2"],
        ["targets", "1"],
        ["tasks", "2"],
        ["diff", "1", "2"],
        ["comments"],
        ["link"],
    ):
        views = {told("--lang", lang, *arguments).stdout for lang in ("vi", "en")}
        assert len(views) == 2, arguments
        assert all(len(view.splitlines()) > 5 for view in views)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["link", "evidence", "targets 3", "diff 1 2"])
def test_json_is_the_same_from_run_to_run(command: str) -> None:
    """Whatever order Python's sets happen to have: each run has another seed for it."""
    call = [sys.executable, "-m", "drafter", *command.split(), "--json"]
    runs = [
        subprocess.run(call, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] and runs[0] == runs[1]


def test_a_missing_draft_is_one_line_and_exit_3(workspace: Path) -> None:
    assert "khong-co.docx" in only_line(run(workspace, "outline", "khong-co.docx"))


@pytest.mark.slow
def test_an_unknown_draft_number_names_the_drafts_there_are(workspace: Path) -> None:
    line = only_line(run(workspace, "outline", "9"))
    assert "1, 2, 3" in line


def test_a_folder_in_place_of_a_draft_is_one_line_and_exit_3(workspace: Path) -> None:
    only_line(run(workspace, "outline", "drafts"))


def test_wrong_usage_is_exit_2(workspace: Path) -> None:
    assert run(workspace, "diff").exit_code == 2
    assert run(workspace, "table").exit_code == 2
    assert run(workspace, "no-such-command").exit_code == 2


def test_a_workspace_without_drafts_says_so(tmp_path: Path) -> None:
    assert "drafts" in only_line(run(tmp_path, "table", "-o", str(tmp_path / "a.docx")))
    assert not (tmp_path / "a.docx").exists()


def test_letters_can_be_read_before_there_is_a_draft(workspace: Path) -> None:
    shutil.rmtree(workspace / "drafts")
    result = run(workspace, "comments", "--json", "so-tu-phap.md")
    assert result.exit_code == 0, result.output
    assert [comment["draft"] for comment in json.loads(result.stdout)["comments"]] == [None] * 4


def test_messages_come_in_the_language_of_the_workspace(workspace: Path) -> None:
    (workspace / "drafter.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "Check the path" in only_line(run(workspace, "outline", "khong-co.docx"))


def faults() -> Iterator[tuple[str, bytes]]:
    """(name, content) of files among the comments that cannot be used."""
    yield "khong-phai-zip.docx", b"%PDF-1.7 not a zip"
    yield "rong.docx", b""
    yield "ghi-chu.xyz", b"some text"
    yield "cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.slow
@pytest.mark.few
@pytest.mark.parametrize(("name", "content"), list(faults()))
def test_a_bad_file_among_the_comments_is_named_and_the_others_still_count(
    some: Path, name: str, content: bytes
) -> None:
    before = json.loads(run(some, "comments", "--json").stdout)
    (some / "comments" / name).write_bytes(content)
    result = run(some, "comments", "--json")
    assert name in only_line(result)
    after = json.loads(result.stdout)
    assert after["comments"] == before["comments"]
    assert [problem["path"] for problem in after["problems"]] == [name]


@pytest.mark.slow
def test_the_table_is_written_without_a_bad_letter_and_the_run_still_ends_with_3(some: Path) -> None:
    (some / "comments" / "rong.docx").write_bytes(b"")
    target = some / "bang.json"
    only_line(run(some, "-q", "table", "-o", str(target)))
    balance = json.loads(target.read_text(encoding="utf-8"))["balance"]
    assert balance["problems"] == 1
    assert balance["closes"] is True


@pytest.mark.slow
def test_two_drafts_with_one_number_are_named_and_the_first_is_used(some: Path) -> None:
    second = drafts_of(some)[1]
    shutil.copy(second, second.with_name("zz-ban-sao.docx"))
    result = run(some, "-q", "table", "-o", str(some / "bang.json"))
    assert "zz-ban-sao.docx" in only_line(result)
    assert (some / "bang.json").exists()


@pytest.mark.slow
def test_a_table_that_somebody_edited_is_not_overwritten_without_force(workspace: Path) -> None:
    target = workspace / "bang.md"
    assert run(workspace, "table", "-o", str(target)).exit_code == 0
    assert run(workspace, "table", "-o", str(target)).exit_code == 0
    target.write_text(target.read_text(encoding="utf-8") + "\nÝ kiến của tôi\n", encoding="utf-8")
    edited = target.read_bytes()
    assert "--force" in only_line(run(workspace, "table", "-o", str(target)))
    assert target.read_bytes() == edited
    assert run(workspace, "table", "-o", str(target), "--force").exit_code == 0


def test_an_unknown_output_format_is_refused_before_any_work(workspace: Path) -> None:
    assert ".docx" in only_line(run(workspace, "table", "-o", str(workspace / "bang.pdf")))


def test_version_imports_neither_spacy_nor_docx() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from drafter.cli import app; "
        "CliRunner().invoke(app, ['--version']); "
        "unwanted = 'spacy docx lxml openpyxl rich jinja2 sqlalchemy'.split(); "
        "print([m for m in unwanted if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert found.stdout.strip() == "[]"


@pytest.mark.slow
def test_what_reads_letters_loads_no_database_where_nobody_has_decided_anything(workspace: Path) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from drafter.cli import app; "
        f"r = CliRunner().invoke(app, ['-C', {str(workspace)!r}, 'link', '--json']); "
        "print(r.exit_code, 'sqlalchemy' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert found.stdout.strip() == "0 False"


@pytest.mark.slow
def test_diff_imports_no_spacy(workspace: Path) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from drafter.cli import app; "
        f"r = CliRunner().invoke(app, ['-C', {str(workspace)!r}, 'diff', '1', '2', '--json']); "
        "print(r.exit_code, 'spacy' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert found.stdout.strip() == "0 False"


@pytest.mark.slow
@pytest.mark.alone
def test_version_starts_within_three_times_the_import_of_click() -> None:
    from tests.bench.speed_start import version_ratio

    assert version_ratio() <= 3


@pytest.mark.slow
@pytest.mark.alone
def test_the_sample_table_takes_at_most_six_times_the_import_of_its_libraries() -> None:
    from tests.bench.speed_start import table_ratio

    assert table_ratio() <= 6


@pytest.mark.slow
def test_a_table_made_under_other_settings_has_another_hash_of_its_inputs(workspace: Path) -> None:
    tables = []
    for agencies in ('["Sở Tài chính"]', '["Sở Tài chính", "Sở Xây dựng"]'):
        (workspace / "drafter.toml").write_text(f"agencies = {agencies}\n", encoding="utf-8")
        target = workspace / f"{len(tables)}.json"
        assert run(workspace, "table", "-o", str(target)).exit_code == 0
        tables.append(json.loads(target.read_text(encoding="utf-8"))["inputs"])
    assert [table[-1]["path"] for table in tables] == ["drafter.toml", "drafter.toml"]
    assert tables[0][-1] != tables[1][-1]
