"""Akoma Ntoso as tests hold it: the OASIS schema, the documents exported, and what must come back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from drafter.analyses.citations.within import cited_within
from drafter.analyses.outline import outline
from drafter.model import Draft, Manuscript, Source
from drafter.readers.akn import read_akn
from drafter.writers.akn import Export, akn
from tests.inputs import ROOT, read_docx

NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
DATA = Path(__file__).parent / "data"
# The sample drafts first, then the official documents and drafts made of them.
DOCUMENTS = (
    *sorted((ROOT / "drafts").glob("*.docx")),
    *sorted((DATA / "official").glob("*.docx")),
    *sorted((DATA / "verdicts").glob("*/drafts/*.docx")),
)
ODD = (*sorted((DATA / "redline" / "docs").glob("*.docx")),)  # small files, each of an odd kind
_TOLD = (
    "id", "locator", "marker", "kind", "role", "heading", "text", "words", "words_all", "parent", "order",
    "cells", "columns", "label",
)  # fmt: skip
_WHOLE = ("title", "number", "date", "issuer", "kind", "front", "back", "header", "struck")


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(DATA / "akn" / "akomantoso30.xsd"))


def faults(data: bytes) -> list[str]:
    """What the schema has against an XML document."""
    judge = schema()
    judge.validate(etree.fromstring(data))
    return [str(error) for error in judge.error_log]


@cache
def read(path: Path) -> tuple[Draft, Manuscript]:
    manuscript = read_docx(path)
    return outline(manuscript), manuscript


@cache
def exported(path: Path) -> bytes:
    draft, manuscript = read(path)
    return akn(Export(draft, manuscript, cited_within(draft)))


def back(data: bytes) -> Manuscript:
    return read_akn(Source(data, "du-thao.xml", "0" * 64))


def told(draft: Draft) -> dict[str, object]:
    """All that an outline says, but for pages, the file's name, and whether Word counted a number."""
    found: dict[str, object] = {name: getattr(draft, name) for name in _WHOLE}
    for clause in draft.clauses:
        notes = tuple((note.story, note.text) for note in clause.notes)
        found[f"clause {clause.order}"] = (*(getattr(clause, name) for name in _TOLD), notes)
    return found
