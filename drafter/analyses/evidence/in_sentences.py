"""In sentences: words that are asked for in one sentence of a clause, counted in that sentence alone.

Hard cases: the words stand in another sentence of the clause too, or came there; which words "ý thứ hai",
"dòng thứ ba" are, no text tells.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.language.lexicon import cue
from drafter.language.normal import decoded
from drafter.language.sentences import hide_quotes
from drafter.model import Ask, Kind, Measured, Verdict

from .case import MARKS, Case, Outcome, loose, phrase
from .narrowed import nth_sentence
from .wording import wording

_PIECES = (Kind.DASH, Kind.PLUS, Kind.TEXT, Kind.TABLE_ROW)  # which "ý thứ hai" may itself name


def worded(case: Case, ask: Ask) -> Outcome | None:
    """What came of words that are asked for, in the sentence that is named; None where none are named."""
    found = wording(case, ask)
    if found is None:
        return None
    if ask.sentence is None:
        return replace(found, verdict=Verdict.UNCLEAR) if _of_a_piece(case, found) else found
    inside = nth_sentence(case, ask.sentence)
    if inside is None:  # the clause has no such sentence
        return Outcome(Verdict.UNCLEAR, found.measures, found.where)
    found = wording(inside, ask) or found
    new = loose(ask.new or "").strip(MARKS)
    if found.verdict is Verdict.ADDRESSED and new and not phrase(new).search(inside.after.said(loose)):
        measure = Measured("words-in-asked-place", 0, 0, "places")
        return replace(found, verdict=Verdict.UNCLEAR, measures=(*found.measures, measure))
    return found


def _of_a_piece(case: Case, found: Outcome) -> bool:
    """Whether words came or went in a clause of which "ý thứ hai" or "dòng thứ ba" was meant, or in one of
    those under it: which words these are, the draft does not say."""
    if found.verdict not in (Verdict.ADDRESSED, Verdict.ALREADY, Verdict.PARTLY):
        return False
    text = hide_quotes(decoded(case.comment.text)).lower()
    ids = case.before.inside if found.verdict is Verdict.PARTLY else case.before.ids
    numbered = all(case.before.draft.by_id[id].kind not in _PIECES for id in ids)
    return numbered and cue("evidence", "pieces", "named").search(text) is not None
