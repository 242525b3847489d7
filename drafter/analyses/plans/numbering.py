"""Numbering: what changed in a redline only because clauses were counted anew."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve_in
from drafter.language.references import find_references
from drafter.model import Alignment, Change, ChangeSet, Clause, Draft, Match, Numbered, Reference

Numbers = tuple[tuple[int, str, str], ...]


def renumbered(changes: ChangeSet, old: Draft, new: Draft) -> Numbers:
    """(paragraph of new, old marker, new marker) of clauses whose typed number changed: `"5."` → `"6."`."""
    return tuple(
        (after.places[0].paragraph, before.marker, after.marker)
        for _, before, after in _pairs(changes, old, new)
        if before.marker and after.marker and before.marker != after.marker and after.places
        and before.numbering is after.numbering is Numbered.TYPED
    )  # fmt: skip


def followed(changes: ChangeSet, old: Draft, new: Draft) -> Numbers:
    """(paragraph of new, old words, new words) of references whose clause only got another number."""
    alignment = Alignment(tuple(Match(c.old, c.new, c.similarity) for c in changes.changes))
    places: tuple[Places, Places] | None = None
    out: list[tuple[int, str, str]] = []
    for change, before, after in _pairs(changes, old, new):
        if not after.places or not any(segment.op != "=" for segment in change.segments):
            continue
        found, others = find_references(before.text), find_references(after.text)
        if not found or len(found) != len(others):
            continue
        places = places or (Places(old), Places(new))
        for one, other in zip(found, others, strict=True):
            if one.text != other.text and _follows(one, other, places, alignment):
                out.append((after.places[0].paragraph, one.text, other.text))
    return tuple(out)


def _pairs(changes: ChangeSet, old: Draft, new: Draft) -> Iterable[tuple[Change, Clause, Clause]]:
    for change in changes.changes:
        if len(change.old) == len(change.new) == 1:
            yield change, old.by_id[change.old[0]], new.by_id[change.new[0]]


def _follows(one: Reference, other: Reference, places: tuple[Places, Places], alignment: Alignment) -> bool:
    before = [reference.id for reference in resolve_in([one], places[0])]
    after = [reference.id for reference in resolve_in([other], places[1])]
    return (
        bool(before)
        and len(before) == len(after)
        and all(a and b and b in alignment.to_new.get(a, ()) for a, b in zip(before, after, strict=True))
    )
