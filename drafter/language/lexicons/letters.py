"""Types of the data files on what letters hold beside comments."""

from __future__ import annotations

from collections.abc import Mapping

from ..lexicon import Expression, Lexicon, WordList, Words


class Openings(Lexicon, frozen=True):
    """How letters open, and how an agreement turns into a request."""

    refers: Expression
    papers: Expression
    invites: Expression
    invited: Expression
    named: Expression
    main: Expression
    speaks: Expression
    received: Expression
    turns: Expression
    announces: Expression
    writes: Expression


class LeadIns(Lexicon, frozen=True):
    """How a lead-in asks without naming what for."""

    wish: Expression
    offers: Expression
    mending: Expression
    hands_over: Expression
    vague: Expression
    several: Expression
    idle: WordList
    words: Mapping[str, str | tuple[str, ...]]


class Mail(Lexicon, frozen=True):
    """What mail programs put around and below a message."""

    written: Expression
    written_end: Expression
    begins: Expression
    forwards: Expression
    hands_on: Expression
    sender: Expression
    field: Expression
    sent: Expression
    quoted: Expression
    particulars: Expression
    added: Expression
    subject: Expression
    passes_on: Expression
    answers: Expression
    handing: WordList
    besides: WordList
    called: WordList
    demands: Expression
    about: Expression


class LetterNotes(Lexicon, frozen=True):
    """What stands behind the name of an agency of the letter that its words were taken from."""

    number: Expression
    day: Expression
    words: WordList
    opens: Expression
    asides: Expression


class AskedList(Lexicon, frozen=True):
    """The columns of a list of agencies that are asked for comments."""

    due: Expression
    asked: Expression
    address: Expression
    level: Expression
    name: Expression


class Withdrawals(Lexicon, frozen=True):
    """Where an agency takes back what it asked for: an item of its letter, or an earlier letter."""

    ways: Expression
    items: Expression
    each: Expression
    others: Expression
    earlier: Expression
    letters: Expression
    subject: Expression
    bare: Expression
    numbered: Expression
    words: Mapping[str, str | Words]


class Joint(Lexicon, frozen=True):
    """The names that several agencies write under."""

    told: Expression
    part_of: Expression
    serves: Expression
    bodies: Expression
    peers: Expression
    levelled: Expression
    heads: dict[str, str]


class Inner(Lexicon, frozen=True):
    """Whom a letter quotes beside its sender."""

    units: Expression
    own: Expression
    part_of: Expression
    territory: Expression
    lower: Expression
    itself: WordList
    field: Expression
    says: Expression
