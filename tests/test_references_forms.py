"""Forms of citation: `tests/data/references.tsv` holds one a line, with what it names.

Locators from the outermost unit in, `section=III/paragraph=2`; several of one citation are joined by
", ", several citations by " ;; ", and the name of another act follows in square brackets.
"""

import csv
from pathlib import Path

import pytest

from drafter.language.references import find_references
from drafter.model import Reference

TABLE = Path(__file__).parent / "data" / "references.tsv"


def forms() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [(text, expected) for text, expected in rows]


def shown(reference: Reference) -> str:
    places = ", ".join("/".join(f"{unit}={label}" for unit, label in one.parts) for one in reference.locators)
    return f"{places} [{reference.act}]" if reference.act else places


@pytest.mark.parametrize(("text", "expected"), forms())
def test_a_citation_is_read_as_an_official_means_it(text: str, expected: str) -> None:
    assert " ;; ".join(map(shown, find_references(text))) == expected


def test_the_table_holds_at_least_eighty_forms() -> None:
    assert len(forms()) >= 80
