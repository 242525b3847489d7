"""The JSON documents: read back as they were written, held against their schemas, keys as in the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from drafter.record import is_ours
from drafter.writers.json import encoding
from drafter.writers.json.documents import DOCUMENTS
from drafter.writers.json.encoding import JsonObject, dumps, loads
from drafter.writers.json.outline import DraftJson, OutlineDocument
from drafter.writers.json.sarif import SarifDocument
from drafter.writers.json.schema import schema, schemas
from drafter.writers.json.shared import DraftNameJson, NoticeJson
from tests.commands import SAMPLE, run, told

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "outline": ("outline", "3", "--json"),
    "targets": ("targets", "3", "--json"),
    "ledger": ("targets", "--ledger", "--json"),
    "tasks": ("tasks", "3", "--json"),
    "diff": ("diff", "2", "3", "--json"),
    "three": (
        "diff",
        "--three",
        "2",
        "comments/ubnd-thi-xa-ky-anh-sua-tren-du-thao-lan-2.docx",
        "3",
        "--json",
    ),
    "merge": ("merge", "2", "1", "3", "--docx", "{out}/merged.docx", "--json"),
    "comments": ("comments", "--json"),
    "link": ("link", "--json"),
    "evidence": ("evidence", "--json"),
    "table": ("table", "--proof", "-o", "{out}/table.json"),
    "lint": ("lint", "3", "--json"),
    "check": ("check", "--today", "2021-03-20", "--json"),
    "doctor": ("doctor", "--json"),
}
SLOW = ("targets", "ledger", "merge", "link", "evidence", "table", "check")
# The keys of the contract's page in its order; a document may hold more between them.
CONTRACT = """
    OutlineDocument: draft clauses
    DraftJson: path title number date issuer kind
    ClauseJson: id locator marker kind role heading text words parent order page
    TargetsDocument: targets counts declared findings
    TargetJson: id clause indicator deadline measurable text measures
    MeasureJson: comparator value value_max unit of scope deadline
    FindingJson: rule severity clause message data
    TasksDocument: groups
    TaskGroupJson: clause title tasks
    TaskJson: clause text lead partners deadline targets
    DiffDocument: old new changes summary
    ChangeJson: kind old new similarity moved renumbered segments figures
    FigureChangeJson: old new unit
    CommentsDocument: comments agencies problems rest words
    FramePieceJson: path position kind text
    WordCountJson: read in_comments rest closes
    CommentJson: id key no agency date draft path position text quote references topics stance suggestion
    CommentJson: asks reason
    SuggestionJson: op old new
    AskJson: op old new place agency figure deadline role
    AgencyJson: name path letter stance comments
    ProblemJson: path code message
    LinkDocument: links
    LinkJson: comment scope clauses confidence review
    LinkedClauseJson: id score reasons
    ReasonJson: signal detail
    EvidenceDocument: evidence silent conflicts
    EvidenceJson: comment draft verdict measures clauses segments
    MeasuredJson: name before after unit
    SilentChangeJson: old new segments weight
    ClashJson: comments clause why
    TableDocument: rows balance summary
    RowJson: no clause heading agency comment disposition reason response where evidence decided_by decided_at
    BalanceJson: files problems comments_read comments_in_rows words closes
    TableSummaryJson: agencies_asked agencies_answered agencies_agreed comments accepted partly explained
"""


def printed(name: str, out: Path) -> str:
    """The document of this name as its command gives it on the sample."""
    arguments = [argument.format(out=out) for argument in COMMANDS[name]]
    result = run(SAMPLE, *arguments) if arguments != list(COMMANDS[name]) else told(*arguments)
    assert result.exit_code in (0, 1), result.output
    return (out / "table.json").read_text("utf-8") if name == "table" else result.stdout


def closed(part: Any) -> Any:
    """A schema that also refuses keys it does not name."""
    if isinstance(part, list):
        return [closed(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: closed(inner) for key, inner in part.items()}
    return {**made, "additionalProperties": False} if "properties" in part else made


@cache
def objects() -> Mapping[str, type[JsonObject]]:
    """The class of every object in any document, by its name."""
    return {kind.__name__: kind for document in DOCUMENTS.values() for kind in _within(document)}


def _within(kind: type[JsonObject]) -> Iterator[type[JsonObject]]:
    yield kind
    for field in msgspec.structs.fields(kind):
        for inner in _structs(field.type):
            yield from _within(inner)


def _structs(hint: Any) -> Iterator[type[JsonObject]]:
    if isinstance(hint, type) and issubclass(hint, JsonObject):
        yield hint
    for inner in getattr(hint, "__args__", ()):
        yield from _structs(inner)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in COMMANDS]
)
def test_every_document_of_the_sample_reads_back_as_written_and_fits_its_schema(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[JsonObject] = []
    monkeypatch.setattr(encoding, "dumps", lambda document: written.append(document) or dumps(document))
    text = printed(name, tmp_path)
    kind = DOCUMENTS[name]
    assert dumps(loads(kind, text)) + "\n" == text
    assert [loads(kind, dumps(document)) for document in written] == written
    for described in (schema(name), schemas()):
        Draft202012Validator(closed(described)).validate(json.loads(text))


def test_findings_read_back_as_sarif(tmp_path: Path) -> None:
    text = run(SAMPLE, "lint", "3", "--format", "sarif").stdout
    assert dumps(loads(SarifDocument, text)) + "\n" == text


def test_the_keys_of_the_contract_stand_in_its_order() -> None:
    for line in CONTRACT.strip().splitlines():
        name, keys = line.strip().split(": ")
        fields = [field.encode_name for field in msgspec.structs.fields(objects()[name])]
        assert [key for key in fields if key in keys.split()] == keys.split(), name


def test_keys_are_always_there_but_for_places_and_proof() -> None:
    optional = {
        (name, field.name)
        for name, kind in objects().items()
        for field in msgspec.structs.fields(kind)
        if not field.required
    }
    assert optional == {
        *(("PositionJson", key) for key in ("paragraph", "row", "line", "sheet")),
        *(("RowJson", key) for key in ("before", "after", "changed")),
    }


def test_every_object_says_what_it_is() -> None:
    assert [name for name, kind in objects().items() if not kind.__doc__] == []


@pytest.mark.parametrize(
    "change",
    [
        {"front": None},
        {"more": 1},
        {"draft": {"path": "a.docx"}},
        {"clauses": [{"id": 1}]},
    ],
)
def test_another_document_is_refused(change: dict[str, Any]) -> None:
    draft = DraftJson(path="a.docx", title="A", number=None, date=None, issuer=None, kind=None)
    empty = OutlineDocument(draft=draft, clauses=(), front=(), header=(), back=(), notices=())
    assert loads(OutlineDocument, dumps(empty)) == empty
    with pytest.raises(msgspec.ValidationError):
        loads(OutlineDocument, json.dumps({**json.loads(dumps(empty)), **change}))


def test_words_of_any_file_are_written() -> None:
    name = DraftNameJson(path="drafts/d\udcfb thảo.docx", number=None)  # bytes that are no UTF-8
    assert dumps(name) == '{\n  "path": "drafts/d? thảo.docx",\n  "number": null\n}'
    odd = NoticeJson(code="a", place="\u2028\x7f\x1f", detail='"\\/', message="ế\n")
    assert dumps(odd) == json.dumps(msgspec.to_builtins(odd), ensure_ascii=False, indent=2)


@pytest.mark.slow
def test_schema_writes_one_file_a_document_and_keeps_what_somebody_edited(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    assert run(tmp_path, "schema", "-o", str(folder)).exit_code == 0
    files = {path.name.removesuffix(".schema.json"): path for path in folder.iterdir()}
    assert files.keys() == DOCUMENTS.keys()
    for name, path in files.items():
        assert is_ours(path.read_bytes())
        told = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(told)
        assert told.pop("$comment")
        assert told == schema(name) == json.loads(run(tmp_path, "schema", name).stdout)
    assert run(tmp_path, "schema", "lint", "-o", str(folder)).exit_code == 0
    files["lint"].write_text("{}", "utf-8")
    assert run(tmp_path, "schema", "-o", str(folder)).exit_code == 3
    assert run(tmp_path, "schema", "--force", "-o", str(folder)).exit_code == 0


@pytest.mark.slow
def test_schema_of_all_documents_and_of_none(tmp_path: Path) -> None:
    whole = json.loads(run(tmp_path, "schema").stdout)
    Draft202012Validator.check_schema(whole)
    assert len(whole["anyOf"]) == len(DOCUMENTS)
    refused = run(tmp_path, "schema", "outlines")
    assert refused.exit_code == 2 and "outline targets" in refused.output
