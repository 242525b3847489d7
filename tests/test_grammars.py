"""The grammars, each against a file of lines that anybody can add to: `tests/data/grammars/*.tsv`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.language.numerals import spoken, whole

GRAMMARS = Path(__file__).parent / "data" / "grammars"


def lines(name: str) -> Iterator[tuple[str, str]]:
    """Text and expected reading of every line but the header."""
    for line in (GRAMMARS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        text, _, expected = line.partition("\t")
        yield text, expected


@pytest.mark.parametrize(("text", "expected"), list(lines("numbers")))
def test_a_whole_number_is_written_in_plain_digits(text: str, expected: str) -> None:
    assert str(whole(text) or "") == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("spoken")))
def test_a_number_in_words_is_read(text: str, expected: str) -> None:
    assert str(spoken(text) or "") == expected
