"""Resolving: which clause of a draft a cited locator names, and whether the draft has one.

Where two clauses fit alike there is no answer, unless the reference before decides: after "mục III" a
bare "khoản 2" is the one of mục III. The search itself is in `places`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.analyses.citations.dossier import elsewhere, of_document, of_others
from drafter.analyses.citations.headings import headed
from drafter.analyses.citations.places import Places
from drafter.language.normal import folded
from drafter.model import Comment, Draft, Locator, Reference


def resolve(references: Sequence[Reference], draft: Draft) -> tuple[Reference, ...]:
    """`references` with `id` and `exists` filled, one for each place named ("điểm a và điểm b" gives two).

    A citation of another act keeps both open. `exists` is true and `id` null where the words fit
    several clauses alike.
    """
    return resolve_in(references, Places(draft))


def resolved(comment: Comment, places: Places) -> Comment:
    """`comment` with the places that it cites looked up in a draft, whatever was found in another before.

    Those beside it come first: they say where, and "khoản này" in its own words may go on from them.
    """
    if not (comment.beside or comment.references or comment.cited):
        return comment
    beside = tuple(dict.fromkeys(map(_open, comment.beside)))
    own = tuple(dict.fromkeys(map(_open, comment.references)))
    if document := elsewhere(comment, places.draft):
        return replace(
            comment,
            beside=tuple(of_document(one, document) for one in beside),
            references=tuple(of_document(one, document) for one in own),
        )
    own = of_others(own, comment.text, places.draft)
    sections = any(names_section(locator) for one in beside for locator in one.locators)
    called = () if sections else headed(comment.cited, places)
    first = (*called, *resolve_in(beside, places, _ids(called)))
    cited = resolve_in(own, places, _ids(first))
    if first == comment.beside and cited == comment.references:
        return comment
    return replace(comment, beside=first, references=cited)


def _ids(references: Sequence[Reference]) -> tuple[str, ...]:
    """The clauses that they name, the last first."""
    return tuple(dict.fromkeys(one.id for one in reversed(references) if one.id))


def _open(reference: Reference) -> Reference:
    if reference.id is None and reference.exists is None:
        return reference
    return replace(reference, id=None, exists=None)


def resolve_in(
    references: Sequence[Reference], places: Places, around: Sequence[str] = ()
) -> tuple[Reference, ...]:
    """As `resolve`, with the places of the draft at hand. `around`: the clauses that the headings above name,
    the innermost first; a place that one of them has is meant there."""
    found: list[Reference] = []
    near: str | None = around[0] if around else None
    for reference in references:
        if reference.act is not None and not _own_act(reference.act, places.draft):
            found.append(reference)
            continue
        for locator in reference.locators:
            alone = reference if len(reference.locators) == 1 else replace(reference, locators=(locator,))
            resolved = _resolved(alone, locator, places, near, around)
            found.extend(resolved)
            near = next((one.id for one in resolved if one.id), near)
    return tuple(found)


def _resolved(
    reference: Reference, locator: Locator, places: Places, near: str | None, around: Sequence[str]
) -> list[Reference]:
    if locator.parts[0][0] == "relative":
        return [_relative(reference, locator, places, near)]
    inside = (places.find(locator, reference.text, within) for within in around)
    candidates = next(filter(None, inside), ()) or places.find(locator, reference.text)
    if not candidates and locator.parts[0][0] in ("page", "line"):
        return [reference]  # where pages break only the printed draft knows
    if not candidates:
        return [replace(reference, id=None, exists=False)]
    best = [id for id, cost in candidates if cost <= candidates[0][1] + 1e-9]
    if names_section(locator):
        return [replace(reference, id=id, exists=True) for id in best]
    id = best[0] if len(best) == 1 else places.nearest(best, near) if near else None
    return [replace(reference, id=id, exists=True)]


def names_section(locator: Locator) -> bool:
    """ "phần bối cảnh", "các phụ lục": a section as a whole, which may be several clauses."""
    return len(locator.parts) == 1 and (locator.parts[0][0] == "role" or locator.parts[0] == ("annex", ""))


def _relative(reference: Reference, locator: Locator, places: Places, near: str | None) -> Reference:
    """ "khoản này", "điểm a khoản trên": from the clause that the reference before named."""
    if near is None:
        return reference
    id = places.ancestor(near, locator.parts[0][1])
    inner = Locator(locator.parts[1:])
    if id is not None and inner.parts:
        within = [one for one, _ in places.find(inner) if id in places.line(one)]
        id = within[0] if within else None
    return replace(reference, id=id, exists=id is not None)


def _own_act(act: str, draft: Draft) -> bool:
    """Whether the act cited is the draft by its name: "Quy chế làm việc" in a draft of that title."""
    return len(act.split()) > 2 and folded(act) in folded(f"{draft.kind or ''} {draft.title}")
