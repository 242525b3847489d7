"""Types of the data files on what a drafting office answers."""

from __future__ import annotations

from ..lexicon import Expression, Lexicon, WordList


class Dispositions(Lexicon, frozen=True):
    """How an answer begins, by what it says of the comment; each list is named for its disposition."""

    before: WordList
    accepted: WordList
    partly: WordList
    explained: WordList
    noted: WordList
    pending: WordList
    either: WordList
    turned: WordList
    refusing: WordList
    parting: WordList
    denied: Expression
    doubtful: Expression
    whose: Expression
    empty: Expression
