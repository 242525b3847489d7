"""Help and usage errors: click's own words too are in the language of the output."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from drafter.cli import COMMANDS, app
from drafter.wording.messages import known
from tests.languages import english_words, vietnamese
from tests.test_wording_catalogue import NAMES


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="drafter")


def typed(text: str) -> str:
    """Help without the options and choices that are typed as they stand."""
    words = (word.strip("[](),;:.") for word in text.split())
    return " ".join(word for word in words if not word.startswith("-") and "|" not in word)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_language_asked_for(command: str) -> None:
    vi, en = (call("--lang", lang, *command.split(), "--help").output for lang in ("vi", "en"))
    assert english_words(typed(vi)) <= NAMES | set(COMMANDS) | {"vi", "en"}
    assert "Cách dùng:" in vi and "Tùy chọn:" in vi
    assert "Usage:" in en and not vietnamese(en.replace("“Đ”", ""))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("diff", "Thiếu dự thảo cũ (BẢN_CŨ)"),
        ("diff 1", "Thiếu dự thảo mới (BẢN_MỚI)"),
        ("show", "Thiếu số của ý kiến (N); số của từng ý kiến xem bằng drafter comments."),
        ("decide", "Thiếu số của ý kiến (N)"),
        ("snapshot", "xem bằng drafter log --snapshots"),
        ("snapshot restore-view", "xem bằng drafter log --snapshots"),
        ("snapshot 1 2", "Thừa tham số"),
        ("snapshot x", "“x” không phải số"),
        ("table", "Thiếu tên tệp (-o / --output)"),
        ("new", "Thiếu tên thư mục (THƯ_MỤC)"),
        ("log --snapshots 3", "không kèm số của ý kiến"),
        ("targets 2 --ledger", "không kèm số của một dự thảo"),
        ("outline --foo", "Không có tùy chọn --foo"),
        ("foo", "Không có lệnh foo"),
        ("--lang fr outline", "--lang"),
        ("table --layout x -o a.docx", "--layout không nhận “x”; hãy chọn một trong: clause, comment, text"),
        ("table -o", "-o"),
        ("outline a b c", "Thừa tham số"),
        ("show x", "“x” không phải số"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_and_ends_with_2(arguments: str, told: str) -> None:
    result = call(*arguments.split())
    assert result.exit_code == 2
    assert told in result.output and "Lỗi:" in result.output
    assert not {"Error", "Usage", "Try", "Missing", "such"} & english_words(result.output)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("show", "Missing the number of a comment (N); drafter comments shows the numbers."),
        ("snapshot restore-view", "drafter log --snapshots shows them"),
        ("table --layout x -o a.docx", "--layout does not take “x”; choose one of: clause, comment, text"),
        ("table", "Missing the name of a file (-o / --output)."),
    ],
)
def test_what_is_missing_or_no_choice_is_told_in_english_too(arguments: str, told: str) -> None:
    result = call("--lang", "en", *arguments.split())
    assert result.exit_code == 2 and "Usage:" in result.output
    assert told in result.output and not vietnamese(result.output)


def test_whatever_a_command_needs_has_a_name_of_its_own_where_it_is_missing() -> None:
    context = click.Context(app)
    needed = [param for name in COMMANDS for param in app.get_command(context, name).params if param.required]  # type: ignore[union-attr]
    words = {(param.metavar or str(param.name)).strip("[].").upper() for param in needed} - {"RESTORE-VIEW"}
    assert {"N", "FILE"} < words
    assert all(known(f"missing.{word}") for word in words), words


def test_wrong_usage_in_english_is_what_click_says(tmp_path: Path) -> None:
    result = call("-C", str(tmp_path), "--lang", "en", "foo")
    assert result.exit_code == 2
    assert "No such command" in result.output and not vietnamese(result.output)


def test_the_list_of_commands_cuts_no_description() -> None:
    assert "..." not in call("--help").output.partition("Lệnh:")[2].replace("…", "...")
