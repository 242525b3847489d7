"""The data files: each is what its type says, and a wrong one names itself and the key."""

import inspect
from pathlib import Path
from time import process_time

import msgspec
import pytest

import drafter.language
from drafter.analyses.comments.reading import topics_of
from drafter.language import lexicons
from drafter.language.lexicon import BrokenLexicon, Expression, Lexicon, WordList, composed, lexicon, typed
from drafter.language.lexicons import Issuers, NoFigures, Quantities, Units
from drafter.model import Stance

DATA = Path(drafter.language.__file__).parent / "data"
FILES = {path.stem: path for path in DATA.glob("*.toml")}
KINDS = {
    name.lower(): kind
    for name, kind in inspect.getmembers(lexicons, inspect.isclass)
    if issubclass(kind, Lexicon) and name.lower() in FILES
}


@pytest.mark.parametrize("name", KINDS)
def test_a_data_file_is_what_its_type_says(name: str) -> None:
    _compile(lexicon(KINDS[name]))


def _compile(value: object) -> None:
    """Every expression in a lexicon compiles."""
    if isinstance(value, WordList):
        assert value.words and value.opening and value.inside
    elif isinstance(value, Expression):
        assert not _unfilled(value.pattern.pattern)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            _compile(getattr(value, field))
    elif isinstance(value, tuple):
        for each in value:
            _compile(each)


def _unfilled(pattern: str) -> bool:
    """A `{name}` that no word list filled: a misspelt name."""
    return any(piece.partition("}")[0].isidentifier() for piece in pattern.split("{")[1:])


def test_a_wrong_value_names_file_and_key() -> None:
    with pytest.raises(BrokenLexicon, match=r"issuers\.toml.*\$\.party"):
        typed(Issuers, {"letterhead": "đảng", "party": 3}, "issuers")


def test_a_missing_key_names_itself() -> None:
    with pytest.raises(BrokenLexicon, match=r"units\.toml.*`size`"):
        typed(Units, {"share": ["%"]}, "units")


def test_an_unknown_key_names_itself() -> None:
    with pytest.raises(BrokenLexicon, match="partei"):
        typed(Issuers, {"letterhead": "đảng", "party": "x", "partei": "y"}, "issuers")


def test_an_expression_is_put_together_from_named_word_lists() -> None:
    tables = composed({"cited": r"\b{acts} {figure}", "words": {"acts": ["luật", "bộ luật"]}})
    found = Expression(str(tables["cited"])).pattern.search("theo Bộ luật 7,5")
    assert found is not None and found.group() == "Bộ luật 7,5"


def test_a_word_list_finds_the_longest_of_its_words() -> None:
    words = WordList(["mức", "mức độ"])
    assert [found.group() for found in (words.match("Mức độ 3"), words.search("ở mức 3")) if found] == [
        "Mức độ",
        "mức",
    ]
    assert words.match("mứcđộ") is None


def test_letter_case_counts_only_where_the_type_says_so() -> None:
    assert lexicon(Quantities).acts.flags == lexicon(NoFigures).patterns[0].flags == 0
    assert lexicon(Issuers).party.pattern.search("TỈNH ỦY") is not None


@pytest.mark.parametrize("sign", ["9", " ", "đ", ","])
def test_topics_of_one_sign_very_many_times_are_found_in_time_that_grows_with_their_number(sign: str) -> None:
    begun = process_time()
    topics_of(sign * 20_000, Stance.REQUEST)
    assert process_time() - begun < 3  # each figure was followed to the last one in 7 s
