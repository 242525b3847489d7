"""Types of the data files on what letters hold beside comments."""

from __future__ import annotations

from ..lexicon import Expression, Lexicon


class Openings(Lexicon, frozen=True):
    """How letters open, and how an agreement turns into a request."""

    refers: Expression
    papers: Expression
    invites: Expression
    named: Expression
    main: Expression
    speaks: Expression
    received: Expression
    turns: Expression
    announces: Expression
    writes: Expression


class Mail(Lexicon, frozen=True):
    """What mail programs put around and below a message."""

    written: Expression
    written_end: Expression
    begins: Expression
    forwards: Expression
    sender: Expression
    field: Expression
    sent: Expression
    quoted: Expression
    particulars: Expression
    added: Expression
