"""Comments, links, evidence and the table as data: each column told of, each value there, none computed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from drafter.model import Position
from drafter.record import is_ours
from drafter.writers.data import DataFile, columns_of, dictionary_csv, records_csv
from drafter.writers.data.columns import DataType
from drafter.writers.data.parquet import records_parquet
from drafter.writers.data.records import LinkRecord
from drafter.writers.json.comments import CommentJson
from drafter.writers.json.encoding import JsonObject
from drafter.writers.json.evidence import EvidenceJson
from drafter.writers.json.table import RowJson
from tests.commands import SAMPLE, run

KINDS = {"comments": CommentJson, "links": LinkRecord, "evidence": EvidenceJson, "table": RowJson}


class Sign(JsonObject, frozen=True):
    """Signs. `text`: what it says; `count` how many."""

    text: str
    count: int | None


def rows(data: bytes) -> list[dict[str, str]]:
    assert is_ours(data)
    return [*csv.DictReader(data.decode("utf-8-sig").splitlines())]


@pytest.mark.parametrize("name", KINDS)
def test_every_column_is_told_of(name: str) -> None:
    told = rows(dictionary_csv([DataFile(name, KINDS[name], ())]))
    assert [each["column"] for each in told] == [each.name for each in columns_of(KINDS[name])]
    assert [each["column"] for each in told if not each["description"]] == []
    assert all(each["file"] == name for each in told)


def test_text_that_begins_like_a_formula_stays_text() -> None:
    texts = ("=1+1", "+84", "-3", "@a", "\tx", "plain")
    data = records_csv(DataFile("signs", Sign, tuple(Sign(text, None) for text in texts)))
    found = [each["text"] for each in rows(data)]
    assert found[:4] == ["'=1+1", "'+84", "'-3", "'@a"]
    assert found[4].startswith("'")
    assert found[5] == "plain"


@pytest.mark.slow
def test_parquet_has_the_types_of_the_classes() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    made = records_parquet(DataFile("signs", Sign, (Sign("=1+1", 3), Sign("b", None))))
    assert is_ours(made)
    table = parquet.read_table(io.BytesIO(made))
    assert [str(field.type) for field in table.schema] == ["string", "int64"]
    assert table.to_pylist() == [{"text": "=1+1", "count": 3}, {"text": "b", "count": None}]


def test_an_object_is_the_text_of_its_json() -> None:
    columns = {each.name: each for each in columns_of(CommentJson)}
    assert columns["position"].type is DataType.JSON
    assert columns["date"].type is DataType.DATE
    assert columns["no"].empty
    assert columns["stance"].values[0] == "request"
    assert Position.__doc__  # what the text holds is told there


@pytest.mark.slow
def test_the_files_say_what_json_says_in_both_formats(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in ("csv", "parquet", "csv"):  # what nobody has edited gives way
        assert run(SAMPLE, "data", "-o", str(tmp_path), "--format", form).exit_code == 0
    said = json.loads(run(SAMPLE, "comments", "--json").stdout)["comments"]
    linked = json.loads(run(SAMPLE, "link", "--json").stdout)["links"]
    shown = json.loads(run(SAMPLE, "evidence", "--json").stdout)["evidence"]
    comments = rows((tmp_path / "comments.csv").read_bytes())
    assert [each["id"] for each in comments] == [each["id"] for each in said]
    assert [json.loads(each["asks"]) for each in comments] == [each["asks"] for each in said]
    links = parquet.read_table(tmp_path / "links.parquet").to_pylist()
    assert [(each["comment"], each["clause"]) for each in links if each["clause"]] == [
        (each["comment"], clause["id"]) for each in linked for clause in each["clauses"]
    ]
    evidence = parquet.read_table(tmp_path / "evidence.parquet").to_pylist()
    assert [(each["comment"], each["draft"], each["verdict"]) for each in evidence] == [
        (each["comment"], each["draft"], each["verdict"]) for each in shown
    ]
    files = {each["file"] for each in rows((tmp_path / "dictionary.csv").read_bytes())}
    assert files == KINDS.keys()
    edited = tmp_path / "links.csv"
    edited.write_bytes(edited.read_bytes() + b"x\r\n")
    assert run(SAMPLE, "data", "-o", str(tmp_path)).exit_code == 3
