"""Types of the data files on what tells the parts of a draft."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import Kind, Role

from ..lexicon import Expression, Lexicon, Words


class Frontmatter(Lexicon, frozen=True):
    """By which the parts around the body are told: lower case, one space, ready for `str.startswith`."""

    kinds: frozenset[str]
    answering: frozenset[str]
    letterhead: Words
    draft: str
    bodies: Words
    places: Words
    not_places: Words
    offices: frozenset[str]
    subjects: Words
    bases: Words
    attached: Words
    closings: Words
    farewells: Words
    signatures: Words
    recipients: str
    numbers: frozenset[str]


class RolePhrases(Lexicon, frozen=True):
    name: Role
    strong: Words
    weak: Words


class Roles(Lexicon, frozen=True):
    """Which part of a draft a heading opens; the first role goes before the others."""

    role: tuple[RolePhrases, ...]
    lead: frozenset[str]
    between: frozenset[str]


class Headers(Lexicon, frozen=True):
    """What a column holds, by an expression over its header."""

    kinds: tuple[tuple[str, Expression], ...]


class Locators(Lexicon, frozen=True):
    """How a place in a draft is cited."""

    units: Mapping[Kind, str]
    alone: Mapping[Kind, str]
    counted: str
    titled: str
    in_table: str
    repeated: str
    ordinals: tuple[str, ...]
    basis: str


class Issuers(Lexicon, frozen=True):
    """Whose layout a document has."""

    party: Expression
    letterhead: str


class Protocol(Lexicon, frozen=True):
    """Agencies in the order in which they are named, from the first rank on; those whom a letter addresses
    otherwise than an office, by what it calls them."""

    ranks: tuple[Expression, ...]
    addressed: Mapping[str, Expression]


class Legacy(Lexicon, frozen=True):
    """Codes of legacy fonts and the letters that they print."""

    tcvn3: Mapping[str, str]
    vni: Mapping[str, str]


class Spelling(Lexicon, frozen=True):
    consonants: Words
    variants: tuple[tuple[str, str], ...]


class Abbreviations(Lexicon, frozen=True):
    """Short forms with the words they stand for, and words that are written in two ways."""

    capitals: Words
    short: Mapping[str, str]
    spelling: Spelling
