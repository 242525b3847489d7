"""Places: the words of a clause as signs that can be compared, with the way back to what is printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from drafter.analyses.signs import times
from drafter.analyses.tokens import tokens
from drafter.model import Change, ChangeSet, Draft

_PERCENT = ("%", "‰")


@dataclass(frozen=True)
class ClauseWords:
    """Words in a row: what each is compared by, and where it is printed."""

    text: str
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def part(self, start: int, end: int) -> str:
        """The words start..end, as far as there are, with the marks between them."""
        start, end = max(0, start), min(end, len(self.keys))
        return (
            " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split()) if start < end else ""
        )


def words_in(text: str) -> ClauseWords:
    """The words of a text, without marks."""
    keys, spans, at = [], [], 0
    for token in tokens(text)[0]:
        at += len(token.lead)
        if token.text[0].isalnum() or token.text[-1] in _PERCENT:
            keys.append(token.key)
            spans.append((at, at + len(token.text)))
        at += len(token.text)
    return ClauseWords(text, tuple(keys), tuple(spans))


@dataclass(frozen=True)
class Group:
    """Clauses of the old draft that one change takes together, and what continues them."""

    change: Change
    old: ClauseWords
    new: ClauseWords
    starts: dict[str, int]  # where the words of each old clause begin


@dataclass
class Drafting:
    """The old draft and one that is made from it, by `changes`."""

    old: Draft
    new: Draft
    changes: ChangeSet
    _groups: dict[int, Group] = field(default_factory=dict)

    @cached_property
    def by_old(self) -> dict[str, Change]:
        """Clause of the old draft → the change that it is in."""
        return {id: change for change in self.changes.changes for id in change.old}

    @cached_property
    def by_new(self) -> dict[str, Change]:
        return {id: change for change in self.changes.changes for id in change.new}

    @cached_property
    def inserted(self) -> tuple[str, ...]:
        """The clauses that continue none."""
        return tuple(id for change in self.changes.changes if not change.old for id in change.new)

    @cached_property
    def _whole(self) -> tuple[str, str]:
        return _words(self.old), _words(self.new)

    def more(self, words: str) -> int:
        """How much more often words stand in the new draft than in the old one."""
        before, after = self._whole
        return times(words, after) - times(words, before)

    def group(self, change: Change) -> Group:
        """The words of a change on both sides."""
        found = self._groups.get(id(change))
        if found is None:
            found = self._groups[id(change)] = self._read(change)
        return found

    def holding(self, words: str) -> tuple[str, ...]:
        """Clauses of the new draft that hold words in a row."""
        return tuple(clause.id for clause in self.new.clauses if times(words, clause.text))

    def _read(self, change: Change) -> Group:
        starts, count = {}, 0
        for each in change.old:
            starts[each] = count
            count += len(words_in(self.old.by_id[each].text).keys)
        old, new = (
            words_in("\n".join(draft.by_id[each].text for each in ids))
            for draft, ids in ((self.old, change.old), (self.new, change.new))
        )
        return Group(change, old, new, starts)


def _words(draft: Draft) -> str:
    return "\n".join(clause.text for clause in draft.clauses)
