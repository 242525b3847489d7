"""Changes: what happened to each clause from one draft to the next, down to words and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from drafter.analyses.segments import segments
from drafter.language.noise import WordEdit, edits, spelled
from drafter.model import (
    Alignment,
    Change,
    ChangeKind,
    ChangeSet,
    Clause,
    Draft,
    FigureChange,
    Kind,
    Match,
    Role,
    Segment,
)

from .figures import figure_changes
from .flags import is_moved, is_renumbered, reordered
from .rows import row_figures

# Kinds of which a change can be noise and nothing else.
_WHOLE = (ChangeKind.EDITED, ChangeKind.UNCHANGED)


def changes(old: Draft, new: Draft, alignment: Alignment) -> ChangeSet:
    """Each match of `alignment` as a change, in its order; counts; words per role before and after."""
    displaced = reordered(old, new, alignment)
    found = tuple(_change(match, old, new, alignment, displaced) for match in alignment.matches)
    return ChangeSet(found, _counts(found), _words(old, new))


def _change(
    match: Match, old: Draft, new: Draft, alignment: Alignment, displaced: frozenset[tuple[str, ...]]
) -> Change:
    before = [old.by_id[id] for id in match.old]
    after = [new.by_id[id] for id in match.new]
    texts = "\n".join(clause.text for clause in before), "\n".join(clause.text for clause in after)
    kind = _kind(match, *texts)
    if not (match.old and match.new):
        return Change(kind, match.old, match.new, match.similarity, segments=_one_sided(*texts))
    pieces = segments(*texts)
    noise, noise_only = _noise(pieces, joined=len(match.old) + len(match.new) > 2)
    return Change(
        kind,
        match.old,
        match.new,
        1.0 if kind is ChangeKind.UNCHANGED else match.similarity,
        moved=is_moved(match, old, new, alignment),
        renumbered=is_renumbered(match),
        reordered=match.old in displaced,
        segments=pieces,
        figures=() if noise_only or kind is ChangeKind.UNCHANGED else _figures(texts, before, after),
        noise=noise,
        noise_only=noise_only,
    )


def _kind(match: Match, old: str, new: str) -> ChangeKind:
    if not match.old:
        return ChangeKind.INSERTED
    if not match.new:
        return ChangeKind.DELETED
    if len(match.new) > 1:
        return ChangeKind.SPLIT
    if len(match.old) > 1:
        return ChangeKind.MERGED
    return ChangeKind.UNCHANGED if spelled(old) == spelled(new) else ChangeKind.EDITED


def _one_sided(old: str, new: str) -> tuple[Segment, ...]:
    return tuple(Segment(op, text) for op, text in (("-", old), ("+", new)) if text)


def _noise(pieces: Sequence[Segment], *, joined: bool) -> tuple[tuple[str, ...], bool]:
    """The normalisations in a change, and whether there is nothing else; False where nothing differs."""
    found = [edit for edit in edits(pieces, joined=joined) if isinstance(edit, WordEdit)]
    names = dict.fromkeys(name for edit in found for name in edit.noise or ())
    return tuple(names), bool(found) and all(edit.noise is not None for edit in found)


def _figures(
    texts: tuple[str, str], before: Sequence[Clause], after: Sequence[Clause]
) -> tuple[FigureChange, ...]:
    if len(before) == len(after) == 1 and after[0].kind is Kind.TABLE_ROW:
        return row_figures(before[0], after[0])
    return figure_changes(*texts)


def _counts(found: Sequence[Change]) -> Mapping[str, int]:
    """All kinds, then the flags, then the changes that are nothing but noise."""
    kinds = Counter(change.kind for change in found)
    counts = {str(kind): kinds[kind] for kind in ChangeKind}
    counts["moved"] = sum(change.moved for change in found)
    counts["renumbered"] = sum(change.renumbered for change in found)
    counts["reordered"] = sum(change.reordered for change in found)
    counts["noise"] = sum(change.noise_only and change.kind in _WHOLE for change in found)
    counts["figures"] = sum(len(change.figures) for change in found)
    return counts


def _words(old: Draft, new: Draft) -> Mapping[Role, tuple[int, int]]:
    """Words per role before and after, roles that neither draft has left out."""
    before, after = (_by_role(draft) for draft in (old, new))
    return {role: (before[role], after[role]) for role in Role if before[role] or after[role]}


def _by_role(draft: Draft) -> Counter[Role]:
    counts: Counter[Role] = Counter()
    for clause in draft.clauses:
        counts[clause.role] += clause.words
    return counts
