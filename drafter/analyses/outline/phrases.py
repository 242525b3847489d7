"""The phrases by which the parts around the body are told, from `language/data/frontmatter.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafter.language.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Phrases:
    """Each as in the data file: lower case, one space, ready for `str.startswith`."""

    kinds: frozenset[str]
    letterhead: tuple[str, ...]
    draft: str
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    not_places: tuple[str, ...]
    offices: frozenset[str]
    subjects: tuple[str, ...]
    bases: tuple[str, ...]
    attached: tuple[str, ...]
    closings: tuple[str, ...]
    farewells: tuple[str, ...]
    signatures: tuple[str, ...]
    recipients: str
    numbers: frozenset[str]


@cache
def phrases() -> Phrases:
    """The phrases of the data file."""
    data = lexicon("frontmatter")
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Phrases(
        kinds=frozenset(lists["kinds"]),
        letterhead=lists["letterhead"],
        draft=data["draft"],
        bodies=lists["bodies"],
        places=lists["places"],
        not_places=lists["not_places"],
        offices=frozenset(lists["offices"]),
        subjects=lists["subjects"],
        bases=lists["bases"],
        attached=lists["attached"],
        closings=lists["closings"],
        farewells=lists["farewells"],
        signatures=lists["signatures"],
        recipients=data["recipients"],
        numbers=frozenset(lists["numbers"]),
    )
