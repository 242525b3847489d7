"""`--engine` on the command line: what goes with it, what does not, and what is told of rows."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import app

SAMPLE = str(Path(__file__).parents[1])


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", SAMPLE, "--lang", "en", *arguments], prog_name="drafter")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("link --engine processes -o out", "-o: with --engine only where"),
        ("table --engine processes -o a.docx --partition 5000", "--partition: with --engine only where"),
        ("comments --engine processes --scheduler tcp://a:1", "--scheduler goes with"),
        ("link --engine local a.jsonl", "--engine needs"),
        ("link --engine local -o out --scheduler tcp://a:1 a.jsonl", "--scheduler"),
        ("link -o out a.jsonl", "-o: only with --engine"),
        ("comments --workers 2", "--workers: only with --engine"),
        ("evidence a.jsonl", "FILE: only with --engine"),
        ("table -o a.csv a.jsonl", "FILE: only with --engine"),
        ("link --engine local -o out --json a.jsonl", "--json: not with --engine"),
        ("comments --engine local -o out --rest a.jsonl", "--rest: not with --engine"),
        ("evidence --engine local -o out --silent a.jsonl", "--silent: not with --engine"),
        ("table --engine local -o a.csv --balance a.jsonl", "--balance: not with --engine"),
        ("link --engine local -o out --agency A a.jsonl", "--agency"),
    ],
)
def test_wrong_usage_of_engines_is_told(arguments: str, told: str) -> None:
    result = call(*arguments.split())
    assert result.exit_code == 2
    assert told in result.output


def test_a_table_of_issues_in_another_format_is_refused_before_any_work(tmp_path: Path) -> None:
    result = call("table", "--engine", "local", "-o", str(tmp_path / "a.pdf"), "none.jsonl")
    assert result.exit_code == 3
    assert ".docx .csv .parquet .json" in result.output
    assert not any(tmp_path.iterdir())


@pytest.mark.slow
def test_rows_that_are_no_comments_are_told_by_their_numbers_and_the_table_is_written(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    rows = tmp_path / "rows.jsonl"
    lines = ['{"text": "Đề nghị rút gọn phần bối cảnh.", "x": 1}', "", '{"text": " "}', "{"]
    rows.write_text("\n".join([*lines, '{"text": "Đề nghị rút gọn phần bối cảnh"}']), "utf-8")
    output = tmp_path / "bang.csv"
    arguments = ("table", "--engine", "local", "-o", str(output), str(rows))
    result = call(*arguments)
    assert result.exit_code == 0
    for told in ("row 3 has no text", "row 4 is no JSON", "not used: x", "4 rows read: 2 comments, 2 rows"):
        assert told in result.output
    assert len(output.read_text("utf-8-sig").splitlines()) == 2  # a head and one issue
    assert call(*arguments).exit_code == 0  # its own output, which nobody has edited
    output.write_text(output.read_text("utf-8-sig").replace("1", "2"), "utf-8")
    assert call(*arguments).exit_code == 3


@pytest.mark.slow
def test_rows_without_any_comment_are_no_consultation(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "rows.jsonl").write_text('{"noi_dung": "a"}', "utf-8")
    result = call("link", "--engine", "local", "-o", str(tmp_path / "out"), str(tmp_path / "rows.jsonl"))
    assert result.exit_code == 3
    assert "no comment was found" in result.output
