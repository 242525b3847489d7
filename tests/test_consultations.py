"""Files of rows: every row is a comment or is told with its number; nothing is lost between slices."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError, EmptyFile, NotFound, NotRows
from drafter.model import ConsultedRow, RowFault, RowForm, Slice
from drafter.readers.consultations import read_rows, slices, survey

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def rows_of(path: Path, size: int = 3) -> list[ConsultedRow]:
    found = survey(path, path.name)
    return [row for each in slices([(path, found)], size) for row in read_rows(each).rows]


def of_line(line: str) -> ConsultedRow:
    (row,) = read_rows(Slice(0, "a.jsonl", 7, RowForm.LINES, line.encode())).rows
    return row


def test_a_row_says_who_where_when_and_how() -> None:
    row = of_line(
        '{"text": " Đề nghị bỏ. ", "group": "Tổ 3", "province": "A", "date": "3/6/2025", "channel": "web"}'
    )
    assert row == ConsultedRow(7, "Đề nghị bỏ.", "Tổ 3", "A", "web", datetime.date(2025, 6, 3))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{}", RowFault.NO_TEXT),
        ('{"text": "  "}', RowFault.NO_TEXT),
        ('{"text": 5}', RowFault.NO_TEXT),
        ('{"text": "a", "date": "31/02/2025"}', RowFault.BAD_DATE),
        ('{"text": "a", "date": "0025-01-01"}', RowFault.BAD_DATE),
        ('{"text": "a", "date": 20250101}', RowFault.BAD_DATE),
        ('{"text": "a"', RowFault.NOT_JSON),
        ('["a"]', RowFault.NOT_JSON),
        (r'{"text": "a\ud800"}', RowFault.NOT_JSON),  # half a pair of signs
        ("[" * 5000, RowFault.NOT_JSON),
    ],
)
def test_a_row_that_is_no_comment_says_why(line: str, fault: RowFault) -> None:
    assert of_line(line).fault is fault


@pytest.mark.parametrize("day", ["2025-06-03", "2025-06-03T08:30:00", "03/06/2025", "3-6-2025", "3.6.2025"])
def test_a_day_is_read_in_the_forms_that_programs_write(day: str) -> None:
    assert of_line(json.dumps({"text": "a", "date": day})).date == datetime.date(2025, 6, 3)


@given(
    lines=st.lists(st.sampled_from(['{"text": "a"}', "", "  ", "{", '{"text": ""}', '{"text": "b c"}'])),
    size=st.integers(1, 5),
    last=st.booleans(),
)
def test_every_line_that_is_not_blank_is_one_row_with_the_number_of_its_line(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], size: int, last: bool
) -> None:
    path = tmp_path_factory.mktemp("rows") / "a.jsonl"
    path.write_text("\n".join(lines) + ("\n" if last else " "), "utf-8", newline="")
    rows = rows_of(path, size)
    assert [row.row for row in rows] == [n for n, line in enumerate(lines, 1) if line.strip()]
    assert survey(path, "a").rows == len(rows)


def test_parquet_says_what_json_lines_say(tmp_path: Path) -> None:
    said = [
        {"text": f"Ý kiến {n}", "agency": "Sở A", "date": f"2025-06-{n:02}", "x": n} for n in range(1, 12)
    ]
    lines, columns = tmp_path / "a.jsonl", tmp_path / "a.parquet"
    lines.write_text("\n".join(map(json.dumps, said)), "utf-8")
    pq.write_table(pa.Table.from_pylist(said), columns, row_group_size=4)
    assert rows_of(columns) == rows_of(lines)
    unknown = [read_rows(s).unknown for s in slices([(columns, survey(columns, "a"))], 20)]
    assert set(unknown) == {("x",)}


def test_dates_in_parquet_may_be_dates(tmp_path: Path) -> None:
    days = [datetime.date(2025, 6, 3), None]
    pq.write_table(pa.table({"text": ["a", "b"], "date": days}), tmp_path / "a.parquet")
    assert [row.date for row in rows_of(tmp_path / "a.parquet")] == days


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jsonl", b"", EmptyFile),
        ("a.docx", b"PK", NotRows),
        ("a.parquet", b"PAR1 and nothing more", NotRows),
        ("none.jsonl", None, NotFound),
    ],
)
def test_what_is_no_file_of_rows_is_refused(
    tmp_path: Path, name: str, content: bytes | None, error: type[DrafterError]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(error):
        survey(tmp_path / name, name)


def test_parquet_without_a_text_is_refused_and_its_columns_named(tmp_path: Path) -> None:
    pq.write_table(pa.table({"noi_dung": ["a"]}), tmp_path / "a.parquet")
    with pytest.raises(NotRows) as refused:
        survey(tmp_path / "a.parquet", "a.parquet")
    assert refused.value.facts["found"] == "noi_dung"
