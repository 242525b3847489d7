"""Ranking: clues added up per clause, what counts as addressed, wrong citations, confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Calibration
from drafter.model import Link, LinkedClause, Locator, Manner, Reason, Reference, Scope, Stance

from .absent import absent
from .confidence import confident, features
from .query import Query
from .reasons import by_words
from .scopes import scope
from .signals import QUOTE, REFERENCE, SIGNALS, Clue

Line = Callable[[str], tuple[str, ...]]
Ranked = list[tuple[str, float, list[Clue]]]  # (clause id, score, what speaks for it), best first

_SHOWN = 5
_ALSO = 0.45  # of the first clause's score, from which on another with a direct clue is addressed too
_PLACES = {"anchor", "reference", "quote"}  # signals that point to a place, not to a whole section
_MUCH, _FAR = 3.5, 1.1  # weight of shared words that single out a clause, and how far ahead of the next
_FAINT = 0.5  # a quote of less weight narrows nothing: wording proposed
_TELLING = 0.4 * QUOTE  # a quote of less weight overrules no citation


def linked(query: Query, without: Collection[str] = ()) -> Link:
    """The link of one comment, `without` some signals."""
    what, sure, ranked, addressed = _weighed(query, without)
    shown = sorted(ranked, key=lambda entry: (entry[0] not in addressed, -entry[1]))[
        : max(_SHOWN, len(addressed))
    ]
    clauses = tuple(
        LinkedClause(
            id,
            round(score, 3),
            id in addressed,
            tuple(reason for e in why for reason in ((e.reason,) if e.reason else by_words(query, id))),
        )
        for id, score, why in shown
    )
    confidence = confident(features(what, sure, ranked, addressed, _covered(query, ranked)))
    missing = absent(query, clauses)
    review = confidence < lexicon(Calibration).review or bool(missing) or _is_loose_remark(query, ranked)
    return Link(query.comment.id, what, clauses, round(confidence, 3), review, missing)


def _is_loose_remark(query: Query, ranked: Ranked) -> bool:
    """Whether it neither asks nor complains, and nothing but words leads it to its clause."""
    placed = any(clue.direct for _, _, why in ranked[:1] for clue in why)
    return query.comment.stance is Stance.REMARK and bool(ranked) and not placed


def measured(query: Query, without: Collection[str] = ()) -> tuple[float, ...]:
    """The features that the confidence of a link is made of, for calibrating it."""
    what, sure, ranked, addressed = _weighed(query, without)
    return features(what, sure, ranked, addressed, _covered(query, ranked))


def _covered(query: Query, ranked: Ranked) -> float:
    """The weight of the words that comment and first clause share, for each term of the query."""
    asked = sum(query.terms.values())
    return float(query.shared[query.index.place[ranked[0][0]]]) / asked if ranked and asked else 0.0


def _weighed(query: Query, without: Collection[str]) -> tuple[Scope, float, Ranked, set[str]]:
    clues = [clue for signal in SIGNALS if signal.name not in without for clue in signal.read(query)]
    clues = _narrowed(_settled(clues, query), query)
    what, sure = scope(query, clues)
    ranked = _ranked(clues) if what is Scope.CLAUSES else []
    return what, sure, ranked, _addressed(ranked, query)


def _ranked(clues: list[Clue]) -> Ranked:
    """Clauses with their score, best first; of several pieces of one signal the strongest counts."""
    by_clause: dict[str, dict[str, Clue]] = defaultdict(dict)
    for clue in clues:
        best = by_clause[clue.id].get(clue.signal)
        if best is None or clue.weight > best.weight:
            by_clause[clue.id][clue.signal] = clue
    ranked = [(id, sum(e.weight for e in why.values()), list(why.values())) for id, why in by_clause.items()]
    return sorted(ranked, key=lambda entry: -entry[1])


def _settled(clues: list[Clue], query: Query) -> list[Clue]:
    """Citations held against quotes: inside the cited place a quote narrows it, outside it overrules it."""
    quoted = [clue for clue in clues if clue.signal == "quote" and clue.direct]
    cited = {clue.id: clue for clue in clues if _is_citation(clue)}
    if not quoted and not cited:
        return clues
    line = query.index.places.line
    inside = [q for q in clues if q.signal == "quote" for id in cited if id in line(q.id)]
    if quoted and not any(q.weight > _FAINT for q in inside):
        return _overruled(clues, quoted, cited, query)
    explained = {q.reason for q in inside}
    clues = [_elsewhere(clue) if clue.reason in explained and clue not in inside else clue for clue in clues]
    inner = {id: _only(id, inside, line) for id in cited if query.index.containers[id]}
    narrowed = {id: only for id, only in inner.items() if only is not None}
    return _led_inside(clues, _is_citation, narrowed, lambda _: REFERENCE / 2)


def _is_citation(clue: Clue) -> bool:
    return clue.direct and clue.signal == "reference"


def _is_section(clue: Clue) -> bool:
    return clue.direct and clue.signal == "role"


def _led_inside(
    clues: list[Clue],
    leads: Callable[[Clue], bool],
    inner: Mapping[str, str],
    kept: Callable[[Clue], float],
) -> list[Clue]:
    """The clues with those that lead to a clause in `inner` leading to the one within it; what is `kept` of
    their weight stays with the outer clause."""
    found = []
    for clue in clues:
        if leads(clue) and clue.id in inner:
            found += [replace(clue, weight=kept(clue), direct=False), replace(clue, id=inner[clue.id])]
        else:
            found.append(clue)
    return found


def _narrowed(clues: list[Clue], query: Query) -> list[Clue]:
    """A named section beside words that one clause in it has by far the most of: that clause is meant.
    "Phần chỉ tiêu: năng suất lao động tăng tối thiểu 7% là quá cao" is about one chỉ tiêu."""
    direct = {clue.signal for clue in clues if clue.direct}
    named = {clue.id for clue in clues if _is_section(clue)}
    if direct != {"role"} or len(named) != 1:
        return clues
    section = named.pop()
    inner = _far_ahead(
        [e for e in clues if e.signal == "text" and section in query.index.places.line(e.id)[1:]]
    )
    if inner is None:
        return clues
    return _led_inside(clues, _is_section, {section: inner}, lambda clue: clue.weight / 2)


def _far_ahead(shared: list[Clue]) -> str | None:
    """The clause that shares by far the most words, if one does."""
    ahead = sorted(shared, key=lambda clue: -clue.weight)
    if not ahead or ahead[0].weight < _MUCH:
        return None
    rival = ahead[1].weight if len(ahead) > 1 else 0.0
    return None if rival > ahead[0].weight / _FAR else ahead[0].id


def _elsewhere(quote: Clue) -> Clue:
    """A quote that stands in the cited place is of no weight where it stands by chance as well."""
    return replace(quote, weight=quote.weight / 2, direct=False)


def _only(id: str, inside: list[Clue], line: Line) -> str | None:
    """The one clause within `id` that holds a quote of the comment, if there is just one."""
    holders = {q.id for q in inside if id in line(q.id) and q.id != id and q.weight > _FAINT}
    return holders.pop() if len(holders) == 1 else None


def _overruled(clues: list[Clue], quoted: list[Clue], cited: dict[str, Clue], query: Query) -> list[Clue]:
    """The quote stands elsewhere than the citation says, or the draft has no such place: a wrong citation."""
    wrong = [r for r in query.references if (r.exists is False or r.id in cited) and not r.second]
    if not wrong or not any(clue.weight >= _TELLING for clue in quoted):
        return clues
    near = _nearest(quoted, wrong, query)
    found = [
        replace(clue, weight=clue.weight * 0.3, direct=False)
        if clue.signal == "reference" or (clue in quoted and clue not in near)
        else clue
        for clue in clues
    ]
    for clue in near:
        found.append(Clue(clue.id, "reference", 0.01, _wrong(wrong[0])))
    return found


def _wrong(reference: Reference) -> Reason:
    return Reason("reference", (reference.text,), Manner.OVERRULED)


def _nearest(quoted: list[Clue], wrong: list[Reference], query: Query) -> list[Clue]:
    """Of several clauses with the quoted words those in the part or annex that was cited, if some are."""
    places = query.index.places
    roots = {
        places.line(id)[-1]
        for reference in wrong
        for locator in reference.locators
        for id, _ in places.find(Locator(locator.parts[:1]), reference.text)[:1]
    }
    return [clue for clue in quoted if places.line(clue.id)[-1] in roots] or quoted


def _addressed(ranked: Ranked, query: Query) -> set[str]:
    """The first, and those with a direct clue not far behind; no clause beside one inside it."""
    if not ranked:
        return set()
    first = ranked[0]
    placed = any(e.direct and e.signal in _PLACES for e in first[2])
    found = [first[0]]
    for id, score, why in ranked[1:]:
        direct = [e.signal for e in why if e.direct]
        near = score >= _ALSO * first[1]
        if "reference" in direct or (near and any(not placed or signal in _PLACES for signal in direct)):
            found.append(id)
    around = {above for id in found for above in query.index.places.line(id)[1:]}
    return {id for id in found if id not in around} or {first[0]}
