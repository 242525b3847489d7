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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("output", "input"),
    [("x.parquet", "x.heat.parquet"), ("bang.docx", "bang.csv"), ("bang.csv", "bang.heat.csv")],
)
def test_no_input_is_written_over_under_any_name_that_an_output_has(
    tmp_path: Path, output: str, input: str
) -> None:
    pq, pa = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    rows = tmp_path / input
    pq.write_table(pa.table({"text": ["Đề nghị rút gọn phần bối cảnh."]}), rows)
    before = rows.read_bytes()
    arguments = ("table", "--engine", "local", "--force", "-o", str(tmp_path / output), str(rows))
    result = call(*arguments)
    assert result.exit_code == 3 and input in result.output
    assert rows.read_bytes() == before and [*tmp_path.iterdir()] == [rows]


def test_a_file_among_the_results_is_no_input(tmp_path: Path) -> None:
    rows = tmp_path / "out" / "part-00000.parquet"
    rows.parent.mkdir()
    rows.write_bytes(b"PAR1")
    result = call("link", "--engine", "local", "-o", str(tmp_path / "out"), str(rows))
    assert result.exit_code == 3 and rows.read_bytes() == b"PAR1"


def test_a_file_of_somebody_beside_the_table_stops_it_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "bang.csv").write_text("của người khác", "utf-8")
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "Đề nghị rút gọn phần bối cảnh."}', "utf-8")
    result = call("table", "--engine", "local", "-o", str(tmp_path / "bang.docx"), str(rows))
    assert result.exit_code == 3 and "bang.csv" in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bang.csv", "rows.jsonl"]
