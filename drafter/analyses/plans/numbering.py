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
    reworded = list(_reworded(changes, old, new))
    if not reworded:
        return ()
    alignment = Alignment(tuple(Match(c.old, c.new, c.similarity) for c in changes.changes))
    places = Places(old), Places(new)
    return tuple(
        (paragraph, before.text, after.text)
        for paragraph, before, after in reworded
        if _follows(before, after, places, alignment)
    )


def _reworded(changes: ChangeSet, old: Draft, new: Draft) -> Iterable[tuple[int, Reference, Reference]]:
    """References that read otherwise in the new draft, in clauses that hold as many; with its paragraph."""
    for change, before, after in _pairs(changes, old, new):
        if after.places and any(segment.op != "=" for segment in change.segments):
            olds, news = find_references(before.text), find_references(after.text)
            if len(olds) == len(news):
                cited = zip(olds, news, strict=True)
                yield from (
                    (after.places[0].paragraph, *pair) for pair in cited if pair[0].text != pair[1].text
                )


def _pairs(changes: ChangeSet, old: Draft, new: Draft) -> Iterable[tuple[Change, Clause, Clause]]:
    for change in changes.changes:
        if len(change.old) == len(change.new) == 1:
            yield change, old.by_id[change.old[0]], new.by_id[change.new[0]]


def _follows(
    before: Reference, after: Reference, places: tuple[Places, Places], alignment: Alignment
) -> bool:
    """Whether what the old draft cites goes on as what the new one cites."""
    olds = [reference.id for reference in resolve_in([before], places[0])]
    news = [reference.id for reference in resolve_in([after], places[1])]
    return (
        bool(olds)
        and len(olds) == len(news)
        and all(
            old and new and new in alignment.to_new.get(old, ()) for old, new in zip(olds, news, strict=True)
        )
    )
