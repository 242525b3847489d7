"""The grammars, each against a file of lines that anybody can add to: `tests/data/grammars/*.tsv`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.analyses.comments.lead_ins import asks_itself
from drafter.language.asks import asks
from drafter.language.figures import figures
from drafter.language.mending import mended
from drafter.language.moments import moments
from drafter.language.numerals import spoken, whole
from drafter.language.pipeline import read
from drafter.language.printed_dates import find_date
from drafter.language.quantities import quantities
from drafter.language.requests import operation

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


@pytest.mark.parametrize(("text", "expected"), list(lines("figures")))
def test_a_figure_is_no_number_of_an_act_a_date_or_a_name(text: str, expected: str) -> None:
    found = (
        f"{each.value:f}{f'-{each.value_max:f}' if each.value_max else ''} {each.unit}"
        for each in figures(read(text))
    )
    assert "; ".join(found) == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("quantities")))
def test_a_quantity_is_no_citation_place_or_name(text: str, expected: str) -> None:
    found = (f"{each.text} {each.unit}{f' of {each.of}' if each.of else ''}" for each in quantities(text))
    assert "; ".join(found) == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("dates")))
def test_a_printed_date_is_a_day_of_the_calendar(text: str, expected: str) -> None:
    assert str(find_date(text) or "") == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("mending")))
def test_only_mechanical_faults_are_mended(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("contrary")))
def test_a_comment_against_a_change_is_no_request_for_it(text: str, expected: str) -> None:
    against = any(ask.contrary for ask in asks(text, operation(text)))
    assert ("yes" if against else "") == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("lead-ins")))
def test_a_lead_in_asks_where_it_names_what_for(text: str, expected: str) -> None:
    assert ("yes" if asks_itself(text) else "") == expected


@pytest.mark.parametrize(("text", "expected"), list(lines("moments")))
def test_a_date_is_compared_as_fine_as_it_is_told(text: str, expected: str) -> None:
    assert "; ".join(sorted(moments(text))) == expected
