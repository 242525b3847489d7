"""Paragraphs of clauses: which of the old draft's continue which of the new one's, and in what stretch."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Change, Clause, Draft, Manuscript

Pair = tuple[int, int]  # `Paragraph.index` of old and of new


def paired_paragraphs(change: Change, old: Draft, new: Draft) -> Iterable[Pair]:
    """The paragraphs of a clause that goes on as one clause; where they are not as many, the first ones."""
    before = [place.paragraph for place in old.by_id[change.old[0]].places]
    after = [place.paragraph for place in new.by_id[change.new[0]].places]
    if len(before) != len(after):  # only that they begin together is sure
        before, after = before[:1], after[:1]
    return zip(before, after, strict=False)


def stretch(clauses: Iterable[Clause], draft: Draft) -> tuple[int, ...]:
    """The paragraphs of these clauses and all between them; empty where those of others stand there."""
    inside = {clause.id: clause for clause in clauses}
    own = {place.paragraph for clause in inside.values() for place in clause.places}
    if not own:
        return ()
    others = {
        place.paragraph for clause in draft.clauses if clause.id not in inside for place in clause.places
    }
    whole = range(min(own), max(own) + 1)
    return tuple(whole) if others.isdisjoint(whole) else ()


def in_tables(indices: Iterable[int], manuscript: Manuscript) -> tuple[bool, bool]:
    """Whether some of these paragraphs stand in tables, and whether all do."""
    wanted = frozenset(indices)
    inside = [paragraph.cell is not None for paragraph in manuscript.paragraphs if paragraph.index in wanted]
    return any(inside), all(inside)
