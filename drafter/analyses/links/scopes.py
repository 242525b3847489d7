"""Scope: whether a comment is about the whole draft, about clauses, or about neither.

The rules stand in their order, each with how sure it makes the scope; the first that holds decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.analyses.citations.dossier import elsewhere
from drafter.language.lexicon import cue
from drafter.language.normal import folded
from drafter.model import Scope, Stance

from .query import Query
from .signals import QUOTE, Clue

_ALL = 0.9  # of the clauses: a part that holds so many is the draft
_LONG_QUOTE = 0.75 * QUOTE  # weight of a quote that makes it clauses, whatever else is said
_TELLING_TEXT = 1.5  # weight of shared words from which on a comment speaks of a clause …
_TELLING_REMARK = 3.0  # … and one that neither asks nor complains


@dataclass(frozen=True, slots=True)
class ScopeCase:
    """A comment with its clues; `direct` names the signals that are enough by themselves, `plain` is what
    it says outside of quotes, without praise before it."""

    query: Query
    clues: list[Clue]
    direct: frozenset[str]
    plain: str

    @property
    def stance(self) -> Stance:
        return self.query.comment.stance

    def says(self, *keys: str) -> bool:
        """Whether the comment's own words hold this cue of the scopes."""
        return bool(cue("scopes", *keys).search(self.plain))


@dataclass(frozen=True, slots=True)
class ScopeRule:
    holds: Callable[[ScopeCase], bool]
    scope: Scope
    sure: float


def scope(query: Query, clues: list[Clue]) -> tuple[Scope, float]:
    """The scope, with how sure it is (0–1) as far as the cues go.

    A place that is cited, quoted or anchored makes it clauses, but for comments on wording all
    through the draft; a plain agreement is about the draft.
    """
    direct = frozenset(clue.signal for clue in clues if clue.direct)
    case = ScopeCase(query, clues, direct, _turned(query.outside))
    rule = next((rule for rule in RULES if rule.holds(case)), None)
    return _by_words(case) if rule is None else (rule.scope, rule.sure)


def _by_words(case: ScopeCase) -> tuple[Scope, float]:
    """What is left to words that comment and clauses share; a mere remark without them is about nothing."""
    best = max((clue.weight for clue in case.clues if clue.signal in ("text", "quote")), default=0.0)
    remark = case.stance is Stance.REMARK
    if best >= (_TELLING_REMARK if remark else _TELLING_TEXT):
        return Scope.CLAUSES, min(0.95, 0.5 + 0.1 * best)
    return (Scope.NONE, 0.4) if remark else (Scope.DOCUMENT, 0.5)


def _is_placed(case: ScopeCase) -> bool:
    return "anchor" in case.direct or "reference" in case.direct


def _is_elsewhere(case: ScopeCase) -> bool:
    """Whether the comment is about another document of the dossier."""
    return bool(elsewhere(case.query.comment, case.query.index.draft))


def _stands_beside_all(case: ScopeCase) -> bool:
    """Whether the cell beside it names the whole draft as its place."""
    return bool(cue("scopes", "where").search(folded(case.query.comment.cited))) and "role" not in case.direct


def _quotes_much(case: ScopeCase) -> bool:
    return any(clue.signal == "quote" and clue.direct and clue.weight >= _LONG_QUOTE for clue in case.clues)


def _names_the_draft(case: ScopeCase) -> bool:
    """What is said of spelling or layout of a named section stays with that."""
    return case.says("document") or ("role" not in case.direct and _of_its_form(case))


def _agrees(case: ScopeCase) -> bool:
    return case.stance is Stance.AGREEMENT and "quote" not in case.direct


def _names_sections(case: ScopeCase) -> bool:
    return "role" in case.direct and "quote" not in case.direct


def _names_all_sections(case: ScopeCase) -> bool:
    return _names_sections(case) and _is_all(case)


def _speaks_of_all(case: ScopeCase) -> bool:
    return case.says("subject")


RULES: tuple[ScopeRule, ...] = (
    ScopeRule(_is_elsewhere, Scope.NONE, 0.95),
    ScopeRule(_is_placed, Scope.CLAUSES, 0.97),
    ScopeRule(_stands_beside_all, Scope.DOCUMENT, 0.9),
    ScopeRule(_quotes_much, Scope.CLAUSES, 0.95),
    ScopeRule(_names_the_draft, Scope.DOCUMENT, 0.9),
    ScopeRule(_agrees, Scope.DOCUMENT, 0.95),
    ScopeRule(_names_all_sections, Scope.DOCUMENT, 0.8),
    ScopeRule(lambda case: _names_sections(case) and _speaks_of_all(case), Scope.DOCUMENT, 0.6),
    ScopeRule(lambda case: not case.direct.isdisjoint(("role", "quote")), Scope.CLAUSES, 0.93),
    ScopeRule(lambda case: case.says("none"), Scope.NONE, 0.85),
    ScopeRule(_speaks_of_all, Scope.DOCUMENT, 0.8),
    ScopeRule(lambda case: "topic" in case.direct, Scope.CLAUSES, 0.85),
)


def _of_its_form(case: ScopeCase) -> bool:
    """Whether spelling or layout is spoken of, in a draft that is not itself about such things."""
    named = cue("scopes", "form").search(case.plain)
    return named is not None and not case.query.index.wording.holders(named.group())


def _is_all(case: ScopeCase) -> bool:
    """Whether the named part is the draft: "rà soát toàn bộ Phụ lục" where the draft is one annex."""
    index = case.query.index
    named = {clue.id for clue in case.clues if clue.direct and clue.signal == "role"}
    return all(1 + index.containers[id] >= _ALL * len(index.draft.clauses) for id in named)


def _turned(plain: str) -> str:
    """What follows praise: "bố cục 4 phần là hợp lý; tuy nhiên phần thực trạng cần cô đọng hơn"."""
    first, turn, rest = plain.partition("tuy nhiên")
    asks = cue("stances", "request").search(first) or cue("stances", "fault").search(first)
    return rest if turn and not asks else plain
