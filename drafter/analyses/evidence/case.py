"""A case: one comment, the draft it is about, and one later draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafter.language.normal import decoded
from drafter.model import Comment, Draft, Link, Measured, Register, Role, Target, Verdict


@dataclass
class Side:
    """One draft with the clauses that matter; `registers` gives its targets when they are wanted."""

    draft: Draft
    ids: tuple[str, ...]
    registers: Callable[[Draft], Register]

    @cached_property
    def register(self) -> Register:
        return self.registers(self.draft)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The linked clauses with everything under them."""
        return frozenset(clause.id for id in self.ids for clause in self.draft.subtree(id))

    @cached_property
    def text(self) -> str:
        """The words of the linked clauses and of everything under them, in normal form."""
        return decoded("\n".join(c.text for c in self.draft.clauses if c.id in self.inside))

    @cached_property
    def whole(self) -> str:
        """All words of the draft, in normal form; the title stands first."""
        return decoded("\n".join([*self.draft.front, *(c.text for c in self.draft.clauses)]))

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(self.draft.by_id[id].role for id in self.ids)

    def words(self, roles: frozenset[Role] | None = None) -> int:
        """Words of the parts with these roles; of the whole draft without."""
        return sum(c.words for c in self.draft.clauses if roles is None or c.role in roles)

    def holding(self, phrase: str) -> tuple[str, ...]:
        """The clauses whose own text has a phrase."""
        return tuple(c.id for c in self.draft.clauses if phrase in decoded(c.text))

    def places_of_targets(self) -> tuple[str, ...]:
        """The linked clauses and wherever else a target of theirs stands, such as the annex."""
        roots = {t.same_as or t.id for t in self.register.targets if t.clause in self.inside}
        also = [t.clause for t in self.register.targets if (t.same_as or t.id) in roots]
        return tuple(dict.fromkeys((*self.ids, *also)))

    def targets(self) -> list[list[Target]]:
        """The targets of the linked clauses, of the draft where there are none, each with all its places."""
        by_root: dict[str, list[Target]] = {}
        for target in self.register.targets:
            by_root.setdefault(target.same_as or target.id, []).append(target)
        groups = list(by_root.values())
        ours = [group for group in groups if any(target.clause in self.inside for target in group)]
        return ours or groups


@dataclass(frozen=True)
class Outcome:
    """What came of one thing that a comment asks for. `where`: clauses of the later draft that show it."""

    verdict: Verdict
    measures: tuple[Measured, ...] = ()
    where: tuple[str, ...] = ()


@dataclass
class Case:
    """`earlier`: the comment before it in the same letter; `steps`: how many drafts later."""

    comment: Comment
    link: Link
    before: Side
    after: Side
    earlier: Sequence[Comment] = field(default_factory=tuple)
    steps: int = 1


def compared(name: str, before: int, after: int, unit: str, *, wanted: int = 1) -> Outcome:
    """More of something wanted (`wanted` 1), or less of it (-1)."""
    measure = Measured(name, before, after, unit)
    done = (after - before) * wanted > 0
    return Outcome(Verdict.ADDRESSED if done else Verdict.NOT_YET, (measure,))
