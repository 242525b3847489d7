"""Places: the clauses of a draft by what people call them, and the search for a cited locator.

A locator is followed from the outside in with tolerance: levels may be left out ("điểm a mục III"),
`mục 2 phần III` is khoản 2 of mục III, figures and Roman numerals stand for each other. Every liberty
costs; the cheapest reading wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from drafter.analyses.labels import decimal, other_script, script, value
from drafter.language.citations import LAST
from drafter.language.lexicon import lexicon, one_of
from drafter.language.normal import folded
from drafter.language.numerals import whole
from drafter.model import Clause, Draft, Kind, Locator, Role

from .meanings import MEANINGS, meant
from .rows import counted, groups, lists_targets, named_tables, parents

_SKIPPED = 0.1  # each level left out
_IN_ANNEX = 1.5  # an annex is meant only where it is named
_MOSTLY = 0.6  # of a heading, that a role's name must fill
_TOO_DEAR = 3.0  # a reading that costs this much is none

States = dict[str | None, float]


class Places:
    """The clauses of a draft by what people call them; built once, asked for every reference."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._above = parents(draft)
        self._groups = groups(draft, self._above)
        self._lines = {clause.id: self._climb(clause.id) for clause in draft.clauses}
        self._scripts = {clause.id: script(clause.label) for clause in draft.clauses}
        self._named: dict[str, list[Clause]] = defaultdict(list)
        for clause in draft.clauses:
            for name in {value(clause.label), value(decimal(clause))} - {""}:
                self._named[name].append(clause)
        self._last = {(clause.parent, clause.kind): clause.id for clause in draft.clauses}
        self._found = lru_cache(maxsize=16384)(self._sought)  # letters cite the same places over and over

    def _climb(self, id: str) -> tuple[str, ...]:
        """From `id` up to the root, group rows of a table counted as parents of the rows under them."""
        found = [id]
        while (above := self._above[found[-1]]) is not None:
            found.append(above)
        return tuple(found)

    def line(self, id: str) -> tuple[str, ...]:
        """`id` and what it stands in, up to the root; rows stand in their group row."""
        return self._lines[id]

    def find(
        self, locator: Locator, words: str = "", within: str | None = None
    ) -> tuple[tuple[str, float], ...]:
        """The clauses that `locator` may name with their cost, cheapest first; empty if the draft has none.

        `words` is the citation as written: a named section is sought among the headings by it. `within`: the
        clause in which it is sought.
        """
        named = any(unit in ("role", "form", "table") for unit, _ in locator.parts)
        return self._found(locator, words if named else "", within)

    def _sought(self, locator: Locator, words: str, within: str | None) -> tuple[tuple[str, float], ...]:
        states: States = {within: 0.0}
        for unit, cited in locator.parts:
            states = self._step(states, unit, cited, words)
            if not states:
                return ()
        # "Mục V" is a group of rows only where rows or an annex are spoken of, too.
        tabular = any(unit in ("annex", "table", "group", "row", "number") for unit, _ in locator.parts)
        found = [
            (id, cost)
            for id, cost in states.items()
            if id
            and cost < _TOO_DEAR
            and (tabular or id not in self._groups)
            and (within is None or within in self._lines[id][1:])
        ]
        return tuple(sorted(found, key=lambda one: one[1]))

    def _step(self, states: States, unit: str, label: str, words: str) -> States:
        """The clauses that a unit with its label names within `states`."""
        named = _STEPS.get(unit)
        if named is not None:
            return named(self, states, label, words)
        return self._children(states, unit, label) or self._run_together(states, unit, label, words)

    def _numbered(self, states: States, label: str, words: str) -> States:
        """A bare path: `"III.2"`."""
        if label in self.draft.by_id:
            return {label: 0.0}
        for piece in label.split("."):
            states = self._step(states, "any", piece, words)
        return states

    def _run_together(self, states: States, unit: str, label: str, words: str) -> States:
        """ "2a", "2.1" for khoản 2, điểm a (khoản 2, 1); "phần III.7" """
        pieces = re.fullmatch(r"(\d+)([a-zđ])|(\d+)\.(\d+|[a-zđ])", label)
        if pieces:
            first, second = (piece for piece in pieces.groups() if piece)
            return self._step(self._step(states, unit, first, words), "any", second, words)
        return self._numbered(states, label, words) if "." in label else {}

    def _children(self, states: States, unit: str, label: str) -> States:
        if unit == "annex" and not label:
            return {clause.id: 0.0 for clause in self.draft.clauses if clause.kind is Kind.ANNEX}
        if unit == "text" and (among := self._among(states, label)):
            return among
        named = self.draft.clauses if label == LAST else self._named.get(value(label), ())
        found: States = {}
        written = script(label)
        for clause in named:
            if label == LAST and self._last[clause.parent, clause.kind] != clause.id:
                continue
            turned = other_script(written, self._scripts[clause.id], clause.kind)
            line = self._lines[clause.id]
            for above, spent in states.items():
                cost = meant(unit, clause.kind, group=clause.id in self._groups, within=above is not None)
                if cost is None:
                    continue
                cost += turned
                if above is None:
                    total = (
                        cost + _SKIPPED * (len(line) - 1) + (_IN_ANNEX if self._annexed(line, unit) else 0)
                    )
                elif above in line[1:]:
                    total = spent + cost + _SKIPPED * (line.index(above) - 1)
                else:
                    continue
                if total < found.get(clause.id, 1e9):
                    found[clause.id] = total
        return found

    def _among(self, states: States, label: str) -> States:
        """ "đoạn thứ hai phần bối cảnh" where the section is some loose paragraphs: one of these."""
        loose = [id for id in states if id and self.draft.by_id[id].kind is Kind.TEXT]
        if len(loose) < len(states):
            return {}
        place = len(loose) if label == LAST else whole(label) or 0
        return {loose[place - 1]: 0.0} if 0 < place <= len(loose) and len(loose) > 1 else {}

    def annexed(self, id: str) -> bool:
        """Whether a clause stands in an annex."""
        return self.draft.by_id[self._lines[id][-1]].kind is Kind.ANNEX

    def _annexed(self, line: Sequence[str], unit: str) -> bool:
        return unit not in ("annex", "row") and self.draft.by_id[line[-1]].kind is Kind.ANNEX

    def _targets(self, states: States, label: str) -> States:
        """Row 7 of a table of targets for "chỉ tiêu số 7", else the seventh item of their section."""
        rows = self._rows(states, label)
        listed: States = {
            id: cost for id, cost in rows.items() if id and lists_targets(self.draft, self.draft.by_id[id])
        }
        items = [
            clause.id
            for clause in self.draft.clauses
            if clause.role is Role.TARGETS
            and not self.draft.children.get(clause.id)
            and clause.kind is not Kind.TABLE_ROW
        ]
        number = whole(label) or 0
        if not listed and 0 < number <= len(items):
            return {items[number - 1]: 1.0}
        return listed or rows

    def _rows(self, states: States, label: str) -> States:
        """The row with this number; where the rows of a place have none, the one that stands there."""
        return self._children(states, "row", label) or {
            id: 0.0 for above in states if above and (id := counted(self.draft, above, label)) is not None
        }

    def _forms(self, states: States, label: str, words: str) -> States:
        """Where the title "Mẫu 1.5 - Công văn" stands; a list that names the form is second best."""
        cited = re.search(rf"([^\W\d]+)\s+(?:số\s+)?0?{re.escape(label)}(?!\w)", folded(words))
        title = re.compile(
            rf"\W*(?:\w+\s+)?{cited[1] if cited else ''}\s+(?:số\s+)?0?{re.escape(label)}(?!\w|\.\d)"
        )
        return {
            clause.id: float(clause.kind is Kind.TABLE_ROW)
            for clause in self.draft.clauses
            if title.match(folded(clause.text[:80]))
            and (None in states or states.keys() & {*self._lines[clause.id]})
        }

    def section(self, role: str, words: str = "") -> tuple[Clause, ...]:
        """The outermost clauses of a named section: by a heading with these words, else by role."""
        names = [entry for entry in lexicon("sections")["roles"] if entry["role"] == role]
        headed = self._headed(words, [entry["names"] for entry in names]) or self._titled(role, names)
        if headed:
            return headed
        for wanted in [role, *(entry["also"] for entry in names if "also" in entry)]:
            found = tuple(
                clause
                for clause in self.draft.clauses
                if clause.role == wanted
                and clause.kind is not Kind.ANNEX
                and (clause.parent is None or self.draft.by_id[clause.parent].role != wanted)
            )
            if found:
                return _one_heading(found)
        return ()

    def _titled(self, role: str, names: Iterable[dict[str, str]]) -> tuple[Clause, ...]:
        """The one section called by the role's name: "3. Mục tiêu" under "II. Quan điểm, mục tiêu"."""
        pattern = one_of(entry["names"] for entry in names)
        found = []
        for clause in self.draft.clauses:
            if clause.heading and clause.role == role and clause.kind not in _ITEMS:
                heading = folded(clause.heading)
                named = pattern.search(heading)
                if named and len(named.group()) >= _MOSTLY * len(heading):
                    found.append(clause)
        top = min((len(self._lines[clause.id]) for clause in found), default=0)
        found = [clause for clause in found if len(self._lines[clause.id]) == top]
        return tuple(found) if len(found) == 1 else ()

    def _headed(self, words: str, names: Iterable[str]) -> tuple[Clause, ...]:
        text = folded(words)
        for expression in names:
            cited = re.search(expression, text, re.IGNORECASE)
            if cited:
                name = _PLURAL.sub("", cited.group())
                found = [
                    c
                    for c in self.draft.clauses
                    if c.heading and name in folded(c.heading) and c.kind not in _NO_SECTION
                ]
                if found:
                    top = min(len(self._lines[clause.id]) for clause in found)
                    found = [clause for clause in found if len(self._lines[clause.id]) == top]
                    return tuple(found) if len(found) == 1 else ()
        return ()

    def ancestor(self, id: str, unit: str) -> str | None:
        """The clause around `id`, or itself, that "mục này", "khoản trên" means."""
        kinds = MEANINGS.get(unit, {})
        line = [self.draft.by_id[one] for one in self._lines[id]]
        return (
            min((c for c in line if c.kind in kinds), key=lambda c: kinds[c.kind], default=line[0]).id
            if line
            else None
        )

    def nearest(self, candidates: Sequence[str], near: str) -> str | None:
        """The one of `candidates` that shares most of its line with `near`; None if several share as much."""
        line = set(self._lines[near])
        shared = sorted(((len(line & set(self._lines[id])), id) for id in candidates), reverse=True)
        if not shared or not shared[0][0] or (len(shared) > 1 and shared[0][0] == shared[1][0]):
            return None
        return shared[0][1]


_PLURAL = re.compile(r"^(?:các|những)\s+")
_ITEMS = {Kind.DASH, Kind.PLUS, Kind.TEXT, Kind.TABLE_ROW}
_NO_SECTION = _ITEMS | {Kind.ANNEX}


def _one_heading(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Numbered sections of the role, where it has some; its loose paragraphs else."""
    headed = tuple(clause for clause in found if clause.kind not in _ITEMS)
    return headed or found


# How clauses are named that are no numbered unit in the one before.
_STEPS: Mapping[str, Callable[[Places, States, str, str], States]] = {
    "number": lambda own, states, label, words: own._numbered(states, label, words),
    "role": lambda own, _, label, words: {clause.id: 0.0 for clause in own.section(label, words)},
    "page": lambda own, _, label, __: {c.id: 0.0 for c in own.draft.clauses if str(c.page) == label},
    "line": lambda _, states, *__: states,
    "row": lambda own, states, label, _: own._rows(states, label),
    "table": lambda own, _, __, words: dict.fromkeys(named_tables(own.draft, words), 0.0),
    "target": lambda own, states, label, _: own._targets(states, label),
    "form": lambda own, states, *named: (
        own._forms(states, *named) or own._children(states, "annex", named[0])
    ),
}
