"""Scope: whether a comment is about the whole draft, about clauses, or about neither."""

from __future__ import annotations

from drafter.language.lexicon import cue
from drafter.language.normal import folded
from drafter.model import Scope, Stance

from .query import Query
from .signals import QUOTE, Clue

_ALL = 0.9  # of the clauses: a part that holds so many is the draft
_LONG_QUOTE = 0.75 * QUOTE  # weight of a quote that makes it clauses, whatever else is said
_TELLING_TEXT = 1.5  # weight of shared words from which on a comment speaks of a clause


def scope(query: Query, clues: list[Clue]) -> tuple[Scope, float]:
    """The scope, with how sure it is (0–1) as far as the cues go.

    A place that is cited, quoted or anchored makes it clauses, but for comments on wording all
    through the draft; a plain agreement is about the draft.
    """
    direct = {one.signal for one in clues if one.direct}
    plain = _turned(query.outside)
    if "anchor" in direct or "reference" in direct:
        return Scope.CLAUSES, 0.97
    if cue("scopes", "where").search(folded(query.comment.cited)) and "role" not in direct:
        return Scope.DOCUMENT, 0.9
    if any(one.signal == "quote" and one.direct and one.weight >= _LONG_QUOTE for one in clues):
        return Scope.CLAUSES, 0.95
    if cue("scopes", "document").search(plain) or _of_its_form(query, plain):
        return Scope.DOCUMENT, 0.9
    if query.comment.stance is Stance.AGREEMENT and "quote" not in direct:
        return Scope.DOCUMENT, 0.95
    if "role" in direct and "quote" not in direct and _is_all(query, clues):
        return Scope.DOCUMENT, 0.8
    if "role" in direct or "quote" in direct:
        return (
            (Scope.DOCUMENT, 0.6)
            if _speaks_of_all(plain) and "quote" not in direct
            else (Scope.CLAUSES, 0.93)
        )
    if cue("scopes", "none").search(plain):
        return Scope.NONE, 0.85
    if _speaks_of_all(plain):
        return Scope.DOCUMENT, 0.8
    if "topic" in direct:
        return Scope.CLAUSES, 0.85
    best = max((one.weight for one in clues if one.signal in ("text", "quote")), default=0.0)
    if best >= _TELLING_TEXT and query.comment.stance is not Stance.REMARK:
        return Scope.CLAUSES, min(0.95, 0.5 + 0.1 * best)
    return (Scope.NONE, 0.4) if query.comment.stance is Stance.REMARK else (Scope.DOCUMENT, 0.5)


def _of_its_form(query: Query, plain: str) -> bool:
    """Whether spelling or layout is spoken of, in a draft that is not itself about such things."""
    named = cue("scopes", "form").search(plain)
    return named is not None and not query.index.wording.holders(named.group())


def _is_all(query: Query, clues: list[Clue]) -> bool:
    """Whether the named part is the draft: "rà soát toàn bộ Phụ lục" where the draft is one annex."""
    named = {one.id for one in clues if one.direct and one.signal == "role"}
    return all(1 + query.index.containers[id] >= _ALL * len(query.index.draft.clauses) for id in named)


def _turned(plain: str) -> str:
    """What follows praise: "bố cục 4 phần là hợp lý; tuy nhiên phần thực trạng cần cô đọng hơn"."""
    first, turn, rest = plain.partition("tuy nhiên")
    asks = cue("stances", "request").search(first) or cue("stances", "fault").search(first)
    return rest if turn and not asks else plain


def _speaks_of_all(plain: str) -> bool:
    return bool(cue("scopes", "subject").search(plain))
