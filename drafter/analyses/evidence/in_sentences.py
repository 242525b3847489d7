"""In sentences: words that are asked for in one sentence of a clause, counted in that sentence alone.

Hard cases: the words stand in another sentence of the clause too, or came there; a sentence was put in before
it, so that it is another by number: the one most like it continues it; which
words "ý thứ hai", "dòng thứ ba" are, no text tells.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.language.sentences import hide_quotes, sentences
from drafter.model import Ask, Kind, Measured, Verdict

from .case import MARKS, Case, Form, Outcome, Side, loose, phrase, printed
from .wording import wording

_PIECES = (Kind.DASH, Kind.PLUS, Kind.TEXT, Kind.TABLE_ROW)  # which "ý thứ hai" may itself name
_SAME = 40.0  # per cent: a sentence less like is another


@dataclass
class InSentence(Side):
    """A draft of which one sentence of the linked clauses matters."""

    line: str = ""

    def text(self, form: Form) -> str:
        return form(self.line)

    def own(self, form: Form) -> str:
        return form(self.line)

    def said(self, form: Form) -> str:
        return form(self.line)


def worded(case: Case, ask: Ask) -> Outcome | None:
    """What came of words that are asked for, in the sentence that is named; None where none are named."""
    found = wording(case, ask)
    if found is None:
        return None
    if ask.sentence is None:
        return replace(found, verdict=Verdict.UNCLEAR) if _of_a_piece(case, found) else found
    inside = _narrowed(case, ask.sentence)
    if inside is None:  # the clause has no such sentence
        return Outcome(Verdict.UNCLEAR, found.measures, found.where)
    found = wording(inside, ask) or found
    new = loose(ask.new or "").strip(MARKS)
    if found.verdict is Verdict.ADDRESSED and new and not phrase(new).search(inside.after.said(loose)):
        measure = Measured("words-in-asked-place", 0, 0, "places")
        return replace(found, verdict=Verdict.PARTLY, measures=(*found.measures, measure))
    return found


def _of_a_piece(case: Case, found: Outcome) -> bool:
    """Whether words came or went in a clause of which "ý thứ hai" or "dòng thứ ba" was meant: which words
    these are, the draft does not say."""
    if found.verdict not in (Verdict.ADDRESSED, Verdict.ALREADY) or len(case.before.inside) > 1:
        return False
    text = hide_quotes(decoded(case.comment.text)).lower()
    numbered = all(case.before.draft.by_id[id].kind not in _PIECES for id in case.before.ids)
    return numbered and cue("evidence", "pieces", "named").search(text) is not None


def _narrowed(case: Case, nth: int) -> Case | None:
    """The case of one sentence of the linked clause."""
    old, new = (_lines(side) for side in (case.before, case.after))
    place = len(old) - 1 if nth < 0 else nth - 1
    if len(case.before.ids) != 1 or not 0 <= place < len(old):
        return None
    near = max(new, key=lambda line: fuzz.ratio(loose(line), loose(old[place])), default="")
    if fuzz.ratio(loose(near), loose(old[place])) < _SAME:
        near = new[place] if place < len(new) else ""
    return replace(
        case,
        before=InSentence(case.before.texts, case.before.ids, case.before.registers, old[place]),
        after=InSentence(case.after.texts, case.after.ids, case.after.registers, near),
    )


def _lines(side: Side) -> list[str]:
    texts = (printed(side.draft.by_id[id]) for id in side.ids)
    return [text[start:end] for text in texts for start, end in sentences(text)]
