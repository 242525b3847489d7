"""Chair: what of the words of who leads a meeting asks for an edit of the draft; the rest are errands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.lexicon import cue

from .atoms import parts_of
from .passage import Passage
from .sentences import asks
from .statements import Statement


def edits_of_chair(body: Passage, said: Sequence[Statement], agency: str) -> list[Statement]:
    """The comments among what is `said`, with what the chair settles of the draft beside them."""
    edits = [part for statement in said for part in _edits(statement)]
    settled = cue("letters", "speakers", "settles").search(body.norm.text)
    if settled and not any(each.start < settled.end() and settled.start() < each.end for each in edits):
        edits.append(Statement(body, *settled.span(), agency=agency, review=True))
    return sorted(edits, key=lambda each: each.start)


def _edits(statement: Statement) -> list[Statement]:
    """The parts of the chair's words that ask for an edit of the draft."""
    text = statement.body.norm.text
    spans = [
        (statement.start + s, statement.start + e) for s, e in parts_of(text[statement.start : statement.end])
    ]
    errands = cue("letters", "speakers", "errands")
    return [
        replace(statement, start=s, end=e)
        for s, e in spans
        if asks(text[s:e]) and not errands.search(text[s:e])
    ]
