"""Signals: what in a comment speaks for which clause, as an ordered table.

Each signal gives clues: a clause with a weight and the reason. Weights add up per clause;
their scale is set so that a telling quote outweighs a citation, a citation the role, the role mere words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from drafter.analyses.citations.resolve import names_section
from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import folded
from drafter.model import Clause, Locator, Manner, Reason, Reference, Role, Stance

from .query import Query
from .quotes import Found, locate
from .titles import titled
from .wording import percentages

ANCHOR, REFERENCE, BESIDE, AROUND, LOOSE, QUOTE, ROLE, TEXT = 14.0, 7.0, 4.0, 2.5, 2.0, 9.0, 6.0, 6.0
_NEW_WORDS = 0.15  # of a quote's weight, where it is wording proposed
_HALF_TEXT = 10.0  # BM25 score at which shared words say half of what they can
_ROW = 0.75  # rows repeat the body: of a quote's weight, where no annex is cited
_BEST = 12  # clauses that share most words
_WHOLE = 1.5  # of the score of an article with all its parts, for questions
_SAME_SHARE = 1.2  # clauses that differ in their percentage alone are told apart by it
_SOLID = 0.35  # share of its weight from which on a quote is enough by itself
_FEW = 3  # clauses that may hold a quote and all be meant, if it has
_LETTER = 99  # percent alike, from which on words stand there to the letter
_LIKE = 60  # percent alike, from which on a paragraph of a copy is the clause
_LONG = 5  # words; "tối thiểu 50%" stands in several by chance


@dataclass(frozen=True, slots=True)
class Clue:
    """`direct`: enough by itself to say that the comment addresses the clause.

    The reason of shared words is None until it is shown.
    """

    id: str
    signal: str
    weight: float
    reason: Reason | None
    direct: bool = False


# --- the signals -------------------------------------------------------------------------


def _anchor(query: Query) -> list[Clue]:
    """The clauses that a Word comment stands on: all of those that its range runs over."""
    anchor = query.comment.anchor
    if anchor is None:
        return []
    if anchor.clauses and query.comment.draft == query.index.draft.path:
        known = Reason("anchor", (anchor.words or anchor.context,))
        return [Clue(id, "anchor", ANCHOR, known, direct=True) for id in anchor.clauses]
    found: dict[str, str] = {}
    first = _alike(query, anchor.context) or _holder(query, anchor.context)
    if first is not None:
        found[first] = anchor.words or anchor.context
    for context in anchor.further:
        if (id := _alike(query, context)) is not None:
            found.setdefault(id, context)
    return [Clue(id, "anchor", ANCHOR, Reason("anchor", (on,)), direct=True) for id, on in found.items()]


def _alike(query: Query, paragraph: str) -> str | None:
    """The clause that a paragraph of the draft's copy is: a row by one of its cells, else the most alike."""
    context = folded(paragraph)
    if row := _row_of(query, context):
        return row
    alike = {id: fuzz.ratio(context, text) for id, text in query.index.wording.texts.items() if text}
    best = max(alike, key=lambda id: alike[id], default=None)
    return best if best is not None and alike[best] >= _LIKE else None


def _holder(query: Query, paragraph: str) -> str | None:
    """The clause in which a paragraph stands that is none as a whole."""
    found = locate(paragraph, query.index.wording, query.rarity(paragraph))
    return found[0].id if found else None


def _row_of(query: Query, context: str) -> str | None:
    """The one row with a cell of just these words, where no clause outside of tables is so worded."""
    index = query.index
    if any(text == context for id, text in index.wording.texts.items() if id not in index.rows):
        return None
    rows = [id for id in index.rows if any(folded(c) == context for c in index.draft.by_id[id].cells)]
    return rows[0] if len(rows) == 1 else None


def _reference(query: Query) -> list[Clue]:
    found: list[Clue] = []
    line = query.index.places.line
    around = {above for r in query.references if r.id for above in line(r.id)[1:]}
    others = [r for r in query.references if r.id and not r.measure]

    def compared(reference: Reference) -> bool:
        return bool(others) and reference.measure

    for reference in query.references:
        if _of_section(reference):
            continue
        if reference.id is not None and compared(reference):
            cited = Reason("reference", (reference.text,))
            found.append(Clue(reference.id, "reference", BESIDE, cited, direct=True))
        elif reference.id in around:  # "Về Phụ lục I" above "Số thứ tự 3" only says where that is
            place = Reason("reference", (reference.text,), Manner.AROUND)
            found.append(Clue(reference.id, "reference", AROUND, place, direct=True))
        elif reference.id is not None:
            cited = Reason("reference", (reference.text,))
            found.append(Clue(reference.id, "reference", REFERENCE, cited, direct=True))
            inside = Reason("reference", (reference.text,), Manner.AROUND)
            found += [Clue(c.id, "reference", AROUND, inside) for c in _within(query, reference.id)]
        else:
            found += _loose(query, reference)
    return found


def _of_section(reference: Reference) -> bool:
    return bool(reference.locators) and names_section(reference.locators[0])


def _within(query: Query, id: str) -> Sequence[Clause]:
    return query.index.draft.subtree(id)[1:]


def _loose(query: Query, reference: Reference) -> list[Clue]:
    """What an ambiguous or wrong citation still says: its readings, or those of its outer parts."""
    loosely = Reason("reference", (reference.text,), Manner.LOOSE)
    for locator in reference.locators:
        parts = locator.parts
        while parts:
            candidates = query.index.places.find(Locator(parts), reference.text)
            if candidates:
                share = (
                    REFERENCE / len(candidates) if parts == locator.parts else LOOSE / len(candidates) ** 0.5
                )
                return [Clue(id, "reference", min(share, LOOSE * 1.5), loosely) for id, _ in candidates[:8]]
            parts = parts[:-1]
    return []


def _quote(query: Query) -> list[Clue]:
    """Quoted words; where several clauses hold them, each counts for less."""
    found = []
    for located, proposed in query.quotes:
        shares = _shares(query, located)
        for place, share in zip(located, shares, strict=True):
            whole = QUOTE * place.told * (2 * place.likeness - 1) * (_NEW_WORDS if proposed else 1.0)
            alike = sum(other == share for other in shares)
            few = share == max(shares) and (
                alike == 1 or (alike <= _FEW and len(place.words.split()) >= _LONG)
            )
            found.append(
                Clue(place.id, "quote", whole * share, _quoted(place), direct=whole > _SOLID * QUOTE and few)
            )
    return found


def _quoted(found: Found) -> Reason:
    percent = round(100 * found.likeness)
    if percent >= _LETTER:
        return Reason("quote", (found.words,))
    return Reason("quote", (found.words,), Manner.NEAR, percent)


def _shares(query: Query, located: Sequence[Found]) -> list[float]:
    """1 for a clause alone; rows of an annex, which repeat the body, stand back where none is cited."""
    body = sum(place.id not in query.index.rows for place in located)
    back = _ROW if body and not query.cites_annex else 1.0
    among = body if back < 1 else len(located)
    return [(back if place.id in query.index.rows else 1.0) / max(among, 1) ** 0.4 for place in located]


def _role(query: Query) -> list[Clue]:
    """Named sections: "phần bối cảnh"."""
    found = []
    for reference in query.references:
        if reference.id and _of_section(reference):
            found.append(Clue(reference.id, "role", ROLE + 1, Reason("role", (reference.text,)), direct=True))
    return found or [
        Clue(id, "role", ROLE, Reason("role", (words,)), direct=True)
        for id, words in dict(titled(query.outside, query.index.titles)).items()
    ]


def _topic(query: Query) -> list[Clue]:
    """Sections spoken of as a whole without being cited: "các chỉ tiêu còn dàn trải"."""
    found = []
    for role in lexicon("scopes")["roles"]:
        match = cue("scopes", "roles", role).search(query.outside)
        if not match:
            continue
        named = Reason("topic", (match.group(),))
        clauses = (
            _annexes(query)
            if role == "annex"
            else [c.id for c in query.index.places.section(role, match.group())]
        )
        heading = _heading(query, role)
        found += [Clue(id, "topic", ROLE, named, direct=True) for id in ([heading] if heading else clauses)]
    return found


def _annexes(query: Query) -> list[str]:
    return [c.id for c in query.index.draft.clauses if c.role is Role.ANNEX and c.parent is None]


def _heading(query: Query, role: str) -> str | None:
    """The part of the section whose heading the comment names: "các mục tiêu đến năm 2030" → II.1."""
    named = [
        (len(heading), id)
        for id, heading in query.index.headings
        if query.index.draft.by_id[id].role == role and len(heading) >= 8 and heading in query.plain
    ]
    return max(named)[1] if named else None


def _text(query: Query) -> list[Clue]:
    """Clauses that share words with the comment; which words is only said of those that are shown."""
    index = query.index
    scores = _scores(query) * (index.standing if query.cites_annex else index.body_first)
    if said := percentages(query.plain):
        scores[[index.place[id] for id in index.wording.with_percentage(said)]] *= _SAME_SHARE
    best = np.argsort(-scores, kind="stable")[:_BEST]
    return [
        Clue(index.terms.ids[at], "text", TEXT * score / (score + _HALF_TEXT), None)
        for at, score in zip(best.tolist(), scores[best].tolist(), strict=True)
        if score > 0
    ]


def _scores(query: Query) -> NDArray[np.float64]:
    """Of each clause. A request is about the words of one clause; a question is about what an article, or a
    numbered unit, says in all of its parts: these add up."""
    if query.comment.stance is not Stance.QUESTION:
        return query.shared.copy()
    return query.shared + _WHOLE * query.whole


@dataclass(frozen=True, slots=True)
class Signal:
    name: str
    read: Callable[[Query], list[Clue]] = field(repr=False)


# In the order in which reasons are given.
SIGNALS: tuple[Signal, ...] = (
    Signal("anchor", _anchor),
    Signal("reference", _reference),
    Signal("quote", _quote),
    Signal("role", _role),
    Signal("topic", _topic),
    Signal("text", _text),
)
