"""Filters: which comments a person wants to see, by agency, clause, verdict, or because a person must
look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..analyses.labels import titled
from ..errors import UnknownAgency, UnknownClause
from ..model import Scope

if TYPE_CHECKING:
    from ..model import Correspondence, Draft, Link, Rounds, Verdict
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted; of several values of one kind any will do, of several kinds all must hold.

    `agencies` as somebody types them. `clauses`: an id, a citation or a number path, each with what is under
    it. `verdicts` are those of the newest draft. `review`: only where a person must look at the link,
    and nobody has decided the comment.
    """

    agencies: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    review: bool = False

    def __bool__(self) -> bool:
        return bool(self.agencies or self.clauses or self.verdicts or self.review)


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class NamedClauses:
    """The clauses of `draft` that somebody named, with everything under them."""

    draft: Draft
    ids: frozenset[str]


def chosen(
    workspace: Workspace, read: Correspondence, filters: Filters, on: Draft | None = None
) -> frozenset[str]:
    """The ids of the comments that are wanted. `on`: the draft they are linked to, if not their own.

    Raises UnknownAgency or UnknownClause, with what there is, for a filter that means nothing here.
    """
    ids = {comment.id for comment in read.comments}
    if filters.agencies:
        names = named_agencies(filters.agencies, [letter.agency for letter in read.letters])
        ids &= {comment.id for comment in read.comments if comment.agency in names}
    if filters.clauses or filters.review:
        links = {link.comment: link for link in workspace.links(read, on)}
        if filters.review:
            ids &= {id for id, link in links.items() if link.review} - _decided(workspace, read)
        if filters.clauses:
            named = named_clauses(workspace, filters.clauses, on)
            drafts = {comment.id: on or workspace.about(comment) for comment in read.comments}
            ids = {id for id in ids if _on(links[id], drafts[id], named, workspace.rounds)}
    if filters.verdicts:
        newest = workspace.rounds.newest.path
        found = [each for each in workspace.evidence(read) if each.draft == newest]
        ids &= {each.comment for each in found if each.verdict in filters.verdicts}
    return frozenset(ids)


def only(read: Correspondence, ids: frozenset[str]) -> Correspondence:
    """`read` with the comments `ids` alone, and the letters and files that hold one of them."""
    letters = tuple(
        replace(letter, comments=kept)
        for letter in read.letters
        if (kept := tuple(comment for comment in letter.comments if comment.id in ids))
    )
    paths = {letter.path for letter in letters}
    return replace(
        read, letters=letters, hashes={path: digest for path, digest in read.hashes.items() if path in paths}
    )


def named_clauses(
    workspace: Workspace, wanted: Sequence[str], on: Draft | None = None
) -> tuple[NamedClauses, ...]:
    """What each of `wanted` means: in the draft `on`, else in the newest that has such a place.

    Raises UnknownClause.
    """
    drafts = (on,) if on is not None else tuple(reversed(workspace.rounds.drafts))
    found = []
    for name in wanted:
        places = ((draft, _clauses(workspace, name, draft)) for draft in drafts)
        draft, ids = next(((draft, ids) for draft, ids in places if ids), (drafts[0], ()))
        if not ids:
            raise UnknownClause(name, known="; ".join(tops(drafts[0])))
        found.append(NamedClauses(draft, frozenset(c.id for id in ids for c in draft.subtree(id))))
    return tuple(found)


def within(ids: Iterable[str], draft: Draft, named: Sequence[NamedClauses], rounds: Rounds) -> bool:
    """Whether one of the clauses `ids` of `draft` is among the named ones, whatever draft has those.

    A clause that is gone there counts as its parent does.
    """
    return any(_is_inside(id, draft, each, rounds) for id in ids for each in named)


def _is_inside(id: str, draft: Draft, named: NamedClauses, rounds: Rounds) -> bool:
    if draft.path == named.draft.path:
        return id in named.ids
    line = (id, *(clause.id for clause in draft.ancestors(id)))
    kept = next((kept for each in line if (kept := rounds.follow((each,), draft, named.draft))), ())
    return not named.ids.isdisjoint(kept)


def _on(link: Link, draft: Draft, named: Sequence[NamedClauses], rounds: Rounds) -> bool:
    return link.scope is Scope.CLAUSES and within(
        (clause.id for clause in link.clauses if clause.addressed), draft, named, rounds
    )


def _decided(workspace: Workspace, read: Correspondence) -> frozenset[str]:
    """The comments at which a person has looked: what becomes of them is decided."""
    known = {key for key, decision in workspace.decisions.items() if decision.decided}
    return frozenset(comment.id for comment in read.comments if comment.key in known)


def named_agencies(wanted: Sequence[str], names: Sequence[str]) -> frozenset[str]:
    """Of `names` those that are meant, joint ones too; where one is the very name, those that only hold its
    words are not.

    Raises UnknownAgency.
    """
    from ..language.joint import jointly
    from ..language.nicknames import means, same

    found: set[str] = set()
    for typed in wanted:
        exact = {name for name in names if any(same(typed, each) for each in (name, *jointly(name)))}
        meant = exact or {name for name in names if means(typed, name)}
        if not meant:
            raise UnknownAgency(typed, known="; ".join(dict.fromkeys(names)))
        found |= meant
    return frozenset(found)


def _clauses(workspace: Workspace, wanted: str, draft: Draft) -> tuple[str, ...]:
    """The clauses of `draft` that "III.2.a", "điểm a khoản 2 mục III" or "2.1" may name alike."""
    from ..language.references import find_references
    from ..model import Locator

    by_id = {id.casefold(): id for id in draft.by_id}
    if wanted.strip().casefold() in by_id:
        return (by_id[wanted.strip().casefold()],)
    places = workspace.stages.places(draft)
    cited = [(locator, each.text) for each in find_references(wanted) for locator in each.locators]
    found: dict[str, None] = {}
    for locator, words in cited or [(Locator((("number", wanted.strip()),)), wanted)]:
        candidates = places.find(locator, words)
        found.update((id, None) for id, cost in candidates if cost <= candidates[0][1])
    return tuple(found)


def tops(draft: Draft) -> list[str]:
    """The outermost clauses of a draft that have a heading, as a reader finds them: `"II- MỤC TIÊU"`."""
    tops = [clause for clause in draft.children.get(None, ()) if clause.heading]
    return [titled(clause) for clause in tops]
