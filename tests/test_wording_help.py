"""Help and usage errors: click's own words too are in the language of the output."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import COMMANDS, app
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
        ("diff", "Thiếu BẢN_CŨ"),
        ("outline --foo", "Không có tùy chọn --foo"),
        ("foo", "Không có lệnh foo"),
        ("--lang fr outline", "--lang"),
        ("table --layout x -o a.docx", "hãy chọn một trong clause, comment, text"),
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


def test_wrong_usage_in_english_is_what_click_says(tmp_path: Path) -> None:
    result = call("-C", str(tmp_path), "--lang", "en", "foo")
    assert result.exit_code == 2
    assert "No such command" in result.output and not vietnamese(result.output)
