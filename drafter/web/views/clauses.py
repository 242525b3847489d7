"""The clauses of a comment: in the draft that was commented, in the newest, and in the tree to pick from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.jobs.queue import searchable
from drafter.language.locators import as_cited
from drafter.language.noise import telling
from drafter.model import Clause, CommentView, Draft, Reason, Scope, Segment
from drafter.wording.names import capital, draft_name, place
from drafter.wording.reasons import detail, reasons_of, signal

_UNDER = 12  # clauses under a linked one that are shown with it
_FEWEST = 4  # letters of words that are marked in a clause


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a clause; `named`: the comment names them."""

    text: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause with its place; `under`: the first of those under it, `more` how many further ones."""

    id: str
    place: str
    around: str
    marker: str
    words: tuple[Marked, ...]
    under: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DraftView:
    """What stands in one draft: clauses, or the words that lead there from those that were commented."""

    name: str
    clauses: tuple[ClauseView, ...]
    segments: tuple[Segment, ...] = ()
    places: str = ""


def addressed(view: CommentView) -> tuple[str, ...]:
    """The ids of the clauses that the comment is about, in the draft that was commented."""
    link = view.link
    if link is None or link.scope is not Scope.CLAUSES:
        return ()
    return tuple(one.id for one in link.clauses if one.addressed)


def commented(view: CommentView, lang: str) -> DraftView | None:
    """The clauses in the draft that was commented, with the words that the comment names."""
    draft, comment = view.draft, view.comment
    if draft is None or comment is None:
        return None
    named = [*comment.quote, *(each.text for each in comment.words)]
    if comment.anchor is not None:
        named.append(comment.anchor.words)
    clauses = tuple(_clause(draft.by_id[id], draft, named) for id in addressed(view) if id in draft.by_id)
    return DraftView(draft_name(draft, lang), clauses)


def latest(view: CommentView, lang: str) -> DraftView | None:
    """The same in the newest draft, where it is a later one: the words that changed, else the clauses."""
    if view.draft is None or not view.rounds.drafts or view.draft.path == view.rounds.newest.path:
        return None
    newest = view.rounds.newest
    found = next((each for each in view.evidence if each.draft == newest.path), None)
    ids = addressed(view)
    followed = view.rounds.follow(ids, view.draft, newest) if view.rounds.draft(view.draft.path) else ()
    shown = found.clauses if found is not None and found.clauses else followed
    segments = () if found is None or not telling(found.segments) else found.segments
    clauses = () if segments else tuple(_clause(newest.by_id[id], newest, ()) for id in shown)
    return DraftView(draft_name(newest, lang), clauses, segments, place(shown, newest) if shown else "")


def _clause(clause: Clause, draft: Draft, named: Sequence[str]) -> ClauseView:
    around = draft.ancestors(clause.id)
    headings = (f"{each.marker or ''} {each.heading or ''}".strip() for each in reversed(around))
    under = [each for each in draft.subtree(clause.id) if each.id != clause.id]
    return ClauseView(
        clause.id,
        capital(as_cited(clause.locator or clause.id)),
        " › ".join(" ".join(each.split()) for each in headings if each),
        clause.marker or "",
        tuple(_marked(clause.text, named)),
        tuple(f"{each.marker or ''} {each.text}".strip() for each in under[:_UNDER]),
        max(0, len(under) - _UNDER),
    )


def _marked(text: str, named: Sequence[str]) -> Iterator[Marked]:
    """`text` with the words that are named in it."""
    words = sorted({each.strip("“”\"' ") for each in named}, key=len, reverse=True)
    wanted = [re.escape(each) for each in words if len(each) >= _FEWEST]
    if not wanted:
        yield Marked(text)
        return
    for at, piece in enumerate(re.split(f"({'|'.join(wanted)})", text, flags=re.IGNORECASE)):
        if piece:
            yield Marked(piece, bool(at % 2))


def link_reasons(view: CommentView, lang: str) -> Iterator[tuple[str, str]]:
    """Signal and words of each reason for the clauses addressed, each once; that a person said how far it
    reaches."""
    if view.decision.scope is not None:
        yield signal("person", lang), detail(Reason("person", ()), lang)
    found = () if view.link is None else reasons_of(view.link)
    yield from dict.fromkeys((signal(each.signal, lang), detail(each, lang)) for each in found)


# --- the tree in which a clause is picked -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pick:
    """A clause that can be picked; `depth` from 0; `here`: it is ticked."""

    id: str
    place: str
    marker: str
    text: str
    depth: int
    here: bool


def picks(view: CommentView, query: str, ticked: frozenset[str] | None = None) -> tuple[Pick, ...]:
    """The clauses that are ticked, whatever is searched, so that none is taken along unseen; then the others
    of the commented draft: those whose place has the words of `query` in a row, else those with all of them,
    and what they stand in. `ticked` None: what the comment is linked to now."""
    draft = view.draft
    if draft is None:
        return ()
    here = frozenset(addressed(view)) if ticked is None else ticked
    wanted = _wanted(draft, searchable(query).strip())
    listed = [each for each in draft.clauses if each.id in here]
    listed += [each for each in draft.clauses if each.id not in here and each.id in wanted]
    return tuple(
        Pick(
            clause.id,
            capital(as_cited(clause.locator or clause.id)),
            clause.marker or "",
            " ".join(clause.text.split()),
            0 if clause.id in here else min(len(draft.ancestors(clause.id)), 5),
            clause.id in here,
        )
        for clause in listed
    )


def _wanted(draft: Draft, query: str) -> frozenset[str]:
    """The ids of the clauses found, with what they stand in."""
    named = {each.id: searchable(f"{each.locator} – {as_cited(each.locator)}") for each in draft.clauses}
    found = [each for each in draft.clauses if f" {query}" in named[each.id]]
    if not found:
        texts = {each.id: searchable(f"{each.marker or ''} {each.text}") for each in draft.clauses}
        words = [f" {word}" for word in query.split()]
        found = [
            each for each in draft.clauses if all(word in named[each.id] + texts[each.id] for word in words)
        ]
    ids = {each.id for each in found}
    return frozenset(ids | {above.id for each in found for above in draft.ancestors(each.id)})
