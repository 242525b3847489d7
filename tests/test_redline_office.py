"""LibreOffice as the second judge of redlines: it accepts or rejects all and must print a draft's text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docx_builder import docx
from tests.judges.office import Office, office
from tests.judges.reduced import REDUCED
from tests.redline_pairs import Pair, public, sample, versions, written

ALL = [*public(), *sample(), *versions()]
with (Path(__file__).parent / "data/redline/office-exceptions.tsv").open(
    encoding="utf-8", newline=""
) as _file:
    EXCEPTIONS = list(csv.DictReader(_file, delimiter="\t"))


def test_two_pairs_in_a_hundred_are_excepted_at_most_and_each_has_its_reason() -> None:
    assert len({one["id"] for one in EXCEPTIONS}) <= 0.02 * len(ALL)
    assert {one["id"] for one in EXCEPTIONS} <= {pair.name for pair in ALL}
    assert all(one["reason"] and one["reduced"] in REDUCED for one in EXCEPTIONS)


@pytest.fixture(scope="module")
def judge() -> Iterator[Office]:
    with office() as running:
        yield running


@pytest.fixture(scope="module")
def misread(judge: Office, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The reduced cases that this LibreOffice reads wrongly."""
    folder = tmp_path_factory.mktemp("reduced")
    files = {name: docx(folder / f"{name}.docx", body) for name, body in REDUCED.items()}
    return {name for name, path in files.items() if "cũ" not in judge.texts(path, "reject")["shapes"]}


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.bridge
@pytest.mark.parametrize("formatting", [False, True], ids=["text", "formatting"])
@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_libreoffice_accepts_to_the_new_draft_and_rejects_to_the_old(
    pair: Pair, formatting: bool, judge: Office, misread: set[str], tmp_path: Path
) -> None:
    made = written(pair, tmp_path, formatting=formatting)
    for view, draft in (("accept", pair.new), ("reject", pair.old)):
        excepted = {
            one["story"]
            for one in EXCEPTIONS
            if (one["id"], one["view"]) == (pair.name, view) and one["reduced"] in misread
        }
        got, want = judge.texts(made, view), judge.texts(draft, "accept")
        assert got.keys() == want.keys()
        assert {kind: got[kind] for kind in got.keys() - excepted} == {
            kind: want[kind] for kind in want.keys() - excepted
        }
