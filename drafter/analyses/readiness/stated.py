"""Stated: what answers say of the newest draft, held against it at the place they are about.

Only what is surely otherwise is found: words that stand nowhere, deleted ones that still stand, a figure or
date where the clause has others of its kind and not that one, a figure that does not stand at the place that
is named, the most that is the least, a place that no draft has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.analyses.citations.drafts import DraftPlaces
from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve_in
from drafter.language.lexicon import cue
from drafter.language.moments import moments
from drafter.language.noise import canonical
from drafter.language.numerals import figure
from drafter.language.references import find_references
from drafter.language.requests import figures_in
from drafter.language.said import SaidKind, StatedFact, bare_figure, places_named, places_said, said_of, value
from drafter.language.words import NUMBER
from drafter.model import (
    CheckCode,
    CheckFinding,
    Comment,
    Decision,
    Disposition,
    Draft,
    Severity,
)

from .facts import ReadinessFacts

_TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)
_SHOWN = 3  # figures of the draft that are told
_MARKS = " .;:,–-"
_NUMBERS = re.compile(NUMBER)


def untrue(facts: ReadinessFacts) -> Iterator[CheckFinding]:
    """Answers that say of the newest draft what it does not have, or name a place that no draft has; one
    finding for each thing said."""
    drafts = DraftPlaces(facts.rounds)
    for comment, decision in facts.settled:
        newest = facts.rounds.newest
        stated = said_of(decision.response, taken=decision.disposition in _TAKEN, draft=newest.number)
        cited = (*places_named(decision.where), *places_said(decision.response))
        if not stated and not cited:
            continue
        for text in dict.fromkeys(one.text for one in cited if drafts.lack(one)):
            yield _finding(facts, comment, (), text, "place", ())
        there = _There(
            newest, _about(facts, comment, decision, drafts.newest), facts.rounds.draft(comment.draft)
        )
        for each in stated:
            at = drafts.ids(each.places or places_named(decision.where))
            placed = each.kind is SaidKind.FIGURE and bool(at)
            said = replace(there, ids=at) if placed else there
            has = said.otherwise(each, placed=placed)
            if has is not None:
                elsewhere = placed and not has and there.otherwise(each) is None
                kind = "elsewhere" if elsewhere else each.kind.value
                yield _finding(facts, comment, said.ids, each.words, kind, has)


def _finding(
    facts: ReadinessFacts, comment: Comment, ids: tuple[str, ...], said: str, kind: str, has: tuple[str, ...]
) -> CheckFinding:
    return CheckFinding(
        CheckCode.UNTRUE, Severity.ERROR, (facts.named(comment),), comment.agency, facts.rounds.newest.path,
        ids, {"said": said, "kind": kind, "has": has},
    )  # fmt: skip


def _about(facts: ReadinessFacts, comment: Comment, decision: Decision, places: Places) -> tuple[str, ...]:
    """The clauses of the newest draft that an answer is about; none where it cites one that is not there."""
    found = facts.verdicts.get(comment.id, ())
    linked = found[-1].clauses if found and found[-1].draft == facts.rounds.newest.path else ()
    cited = [one for one in find_references(decision.response) if one.act is None and one.locators]
    ids = [one.id for one in resolve_in(cited, places, linked)]
    if cited and None in ids:
        return ()
    return tuple(dict.fromkeys((*linked, *(id for id in ids if id))))


@dataclass(frozen=True)
class _There:
    """The newest draft, with the clauses `ids` that an answer is about."""

    draft: Draft
    ids: tuple[str, ...]
    before: Draft | None

    @cached_property
    def whole(self) -> str:
        return _printed(self.draft)

    @cached_property
    def here(self) -> str:
        inside = {clause.id for id in self.ids for clause in self.draft.subtree(id)}
        texts = (clause.text for clause in self.draft.clauses if clause.id in inside)
        return " ; ".join(map(canonical, texts))

    def otherwise(self, said: StatedFact, *, placed: bool = False) -> tuple[str, ...] | None:
        """What the draft has in place of what is said; () where it has nothing of the kind, None where it is
        as is said or nobody can tell. `placed`: it is said to stand in the clauses, and nowhere else."""
        match said.kind:
            case SaidKind.STANDS:
                return None if _stands(said.words, self.whole) else ()
            case SaidKind.GONE:
                return self._left(said.words)
            case SaidKind.FIGURE:
                return self._figures(said, placed=placed)
            case _:
                return self._dates(said.words)

    def _left(self, words: str) -> tuple[str, ...] | None:
        if self.before is None or not self.here or not _stands(words, self.here):
            return None
        gone = _times(words, _printed(self.before)) > _times(words, self.whole)
        return None if gone else (words,)

    def _figures(self, said: StatedFact, *, placed: bool) -> tuple[str, ...] | None:
        words = said.words
        number, unit = value(words)
        if number is None:
            return None if _stands(words, self.whole) else ()
        if not unit:  # it is no part of a longer number
            return None if number in map(figure, _NUMBERS.findall(self.whole)) else ()
        found = {text: value(text) for text in _figures_of(self.here)}
        kin = [text for text, each in found.items() if each[1] == unit]
        if (number, unit) in found.values():
            return self._bound(said, [text for text in kin if found[text][0] != number])
        if kin:
            return tuple(kin[:_SHOWN])
        if placed:
            return tuple(text for text, each in found.items() if each[0] == number)[:_SHOWN]
        return None if any(value(text) == (number, unit) for text in _figures_of(self.whole)) else ()

    def _bound(self, said: StatedFact, others: Sequence[str]) -> tuple[str, ...] | None:
        """What the draft has where a figure that it has is said to be the most and is the least, or the other
        way, wherever it stands; None where it may be so."""
        if not said.bound:
            return None
        number, _ = value(said.words)
        turned = cue("said", "said", f"not_{said.bound}")
        stands = [each for each in _NUMBERS.finditer(self.here) if figure(each[0]) == number]
        found = [turned.search(self.here, 0, each.start()) for each in stands]
        if not all(found) or not others:
            return None
        return tuple(others[:_SHOWN])

    def _dates(self, moment: str) -> tuple[str, ...] | None:
        here, whole = moments(self.here), moments(self.whole)
        if any(each.startswith(moment) for each in (here or whole)):
            return None
        return tuple(sorted(here)[:_SHOWN]) if self.ids or moment not in whole else None


def _printed(draft: Draft) -> str:
    clauses = (
        text for clause in draft.clauses for text in (clause.text, *(note.text for note in clause.notes))
    )
    return " ; ".join(map(canonical, (*draft.front, *clauses, *draft.back)))


def _figures_of(text: str) -> list[str]:
    return [bare_figure(text[start:end]) for start, end in figures_in(text, all_=True)]


def _pieces(words: str) -> list[str]:
    """Words as they are looked for, in pieces where "…" stands for others."""
    whole = cue("said", "said", "marker").sub("", words.strip(), count=1)
    pieces = (canonical(piece).strip(_MARKS) for piece in whole.replace("...", "…").split("…"))
    return [_plain(piece) for piece in pieces if piece]


def _plain(text: str) -> str:
    return " ".join(text.replace(" ; ", " ").replace(";", " ").replace(",", " ").replace(".", " ").split())


def _stands(words: str, text: str) -> bool:
    flat, at = f" {_plain(text)} ", 0
    for piece in _pieces(words):
        found = flat.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _times(words: str, text: str) -> int:
    pieces = _pieces(words)
    return _plain(text).count(pieces[0]) if pieces else 0
