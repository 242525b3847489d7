"""LibreOffice as the second judge of redlines: it accepts or rejects all and must print a draft's text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.office import Office, office
from tests.redline_pairs import Pair, public, sample, versions, written

ALL = [*public(), *sample(), *versions()]
pytestmark = [pytest.mark.slow, pytest.mark.office, pytest.mark.bridge]


@pytest.fixture(scope="module")
def judge() -> Iterator[Office]:
    with office() as running:
        yield running


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_libreoffice_accepts_to_the_new_draft_and_rejects_to_the_old(
    pair: Pair, judge: Office, tmp_path: Path
) -> None:
    made = written(pair, tmp_path)
    assert judge.texts(made, "accept") == judge.texts(pair.new, "accept")
    assert judge.texts(made, "reject") == judge.texts(pair.old, "accept")
