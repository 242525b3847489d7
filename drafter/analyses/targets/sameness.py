"""Sameness: which entries of a register are one target told in two places.

An annex row repeats the body target of the same date whose words are nearest, one row to one
target, best pairs first. Two places of the body are the same only where their indicators are
all but equal, so that "xã đạt chuẩn" and "xã đạt chuẩn nâng cao" stay apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from drafter.language.indicators import covered, key, near, similarity
from drafter.language.normal import folded
from drafter.model import Measure, Target
from drafter.model.ids import table_of

# Seen on the annexes of NQ 57 as a draft and of the sample: right pairs with equal figures score 0.44
# and up, wrong ones up to 0.41 where the words differ; right pairs with other figures 0.63 and up.
_ROW, _ROW_EQUAL = 0.6, 0.43
_BODY, _BODY_EQUAL = 0.86, 0.72
_ITSELF = 0.99  # within one clause
_EQUAL_VALUES = 0.1
_CLAUSES = 2  # an entry is compared otherwise with those of its own clause, so two clauses stand for all


def same(body: Sequence[Target], rows: Sequence[Target]) -> tuple[Target, ...]:
    """All entries, body first, with `same_as` filled; ids must be there."""
    linked: dict[str, str] = {}
    for earlier, later in _body_pairs(body):
        if later.id not in linked:
            linked[later.id] = linked.get(earlier.id, earlier.id)
    firsts = [target for target in body if target.id not in linked]
    linked.update(_assigned(firsts, rows))
    loose = [row for row in rows if row.id not in linked]
    for earlier, later in _body_pairs(loose):
        linked.setdefault(later.id, linked.get(earlier.id, earlier.id))
    return tuple(replace(target, same_as=linked.get(target.id)) for target in (*body, *rows))


def values(target: Target) -> tuple[object, ...]:
    """What a target commits to at its own date: figures without comparators."""
    return tuple(
        (m.value, m.value_max)
        for m in target.measures
        if m.deadline == target.deadline and m.value is not None
    )


def _body_pairs(targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """Earlier and later place of one target; a place in the target section goes before others."""
    ordered = sorted(targets, key=lambda target: target.scattered)
    seen: dict[Hashable, list[str]] = {}  # what entries are compared by → clauses that have one of the kind
    told: set[int] = set()  # places of entries that say what two before said
    near_by = near([target.indicator for target in ordered], _BODY_EQUAL)
    for i, later in enumerate(ordered):
        alike = [(_alike(ordered[at], later), -at, ordered[at]) for at in near_by[i] if at not in told]
        clauses = seen.setdefault(_compared(later), [])
        if len(clauses) == _CLAUSES or later.clause in clauses:
            told.add(i)
        else:
            clauses.append(later.clause)
        best = max(alike, key=lambda pair: pair[:2], default=None)
        if best is not None and best[0] > 0:
            yield best[2], later


def _compared(target: Target) -> Hashable:
    """All that `_alike` looks at but the clause: of equal entries the first is the best."""
    scopes = frozenset(folded(m.scope) for m in target.measures if m.scope)
    return key(target.indicator), target.deadline, frozenset(values(target)), scopes


def _alike(earlier: Target, later: Target) -> float:
    """How sure it is that two places of the body tell one target; 0 where they do not."""
    score = similarity(earlier.indicator, later.indicator)
    if score < _BODY_EQUAL or (earlier.clause == later.clause and score < _ITSELF):
        return 0.0
    equal = bool(set(values(earlier)) & set(values(later)))
    # A task sentence mostly leaves the date out; in the target section a missing date is another target.
    dated = earlier.deadline == later.deadline or (
        None in (earlier.deadline, later.deadline) and (equal or later.scattered)
    )
    if not dated or _scopes_differ(earlier, later):
        return 0.0
    return score + equal if score >= (_BODY_EQUAL if equal else _BODY) else 0.0


def _scopes_differ(earlier: Target, later: Target) -> bool:
    left, right = ({folded(m.scope) for m in t.measures if m.scope} for t in (earlier, later))
    return bool(left and right) and not left & right


def _assigned(body: Sequence[Target], rows: Sequence[Target]) -> dict[str, str]:
    """Row id to body id: best pairs first, each body target once a table."""
    pairs = sorted(
        (
            (score, -i, row, target)
            for row in rows
            for i, target in enumerate(body)
            if (score := _row_score(row, target)) > 0
        ),
        key=lambda pair: (-pair[0], -pair[1]),
    )
    linked: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for _, _, row, target in pairs:
        table = table_of(row.clause)
        if row.id not in linked and (table, target.id) not in taken:
            linked[row.id] = target.id
            taken.add((table, target.id))
    return linked


def _row_score(row: Target, target: Target) -> float:
    """How sure it is that a row repeats a target; 0 where it does not."""
    if row.deadline != target.deadline and None not in (row.deadline, target.deadline):
        return 0.0
    alike = max(
        similarity(row.indicator, target.indicator),
        similarity(row.text, target.text),
        similarity(row.indicator, target.text),
    )
    equal = bool(set(_plain(row.measures)) & set(_plain(target.measures)))
    if equal and covered(target.indicator, row.indicator) == 1.0:
        alike = max(alike, _ROW)
    score = alike + (_EQUAL_VALUES if equal else 0.0)
    return score if alike >= (_ROW_EQUAL if equal else _ROW) else 0.0


def _plain(measures: Sequence[Measure]) -> tuple[object, ...]:
    return tuple((m.value, m.value_max) for m in measures if m.value is not None)
