"""The pairing while it grows: which clauses have found their continuation."""

from __future__ import annotations

from collections.abc import Iterable

from .features import PreparedDraft


class Pairing:
    """Pairs found so far. Once paired, a clause stays so; later rules see only what is free."""

    def __init__(self, old: PreparedDraft, new: PreparedDraft) -> None:
        self.old, self.new = old, new
        self.to_new: dict[str, tuple[str, ...]] = {}
        self.to_old: dict[str, tuple[str, ...]] = {}
        self.groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def add(self, old: Iterable[str], new: Iterable[str]) -> None:
        """`old` continues as `new`: one to one, one to several or several to one; all must be free."""
        olds, news = tuple(old), tuple(new)
        assert all(self.free_old(id) for id in olds) and all(self.free_new(id) for id in news)
        self.groups.append((olds, news))
        self.to_new.update(dict.fromkeys(olds, news))
        self.to_old.update(dict.fromkeys(news, olds))

    def pair(self, old: str, new: str) -> bool:
        """Pair two clauses if both are free; says whether it did."""
        if not (self.free_old(old) and self.free_new(new)):
            return False
        self.add((old,), (new,))
        return True

    def free_old(self, id: str) -> bool:
        return id not in self.to_new

    def free_new(self, id: str) -> bool:
        return id not in self.to_old

    def open_old(self) -> list[str]:
        return [clause.id for clause in self.old.draft.clauses if clause.id not in self.to_new]

    def open_new(self) -> list[str]:
        return [clause.id for clause in self.new.draft.clauses if clause.id not in self.to_old]

    def continues(self, old: str | None, new: str | None) -> bool:
        """Does clause `old` go on as clause `new`? The root (None) goes on as the root."""
        if old is None or new is None:
            return old is new
        return new in self.to_new.get(old, ())

    def parents_continue(self, old: str, new: str) -> bool:
        return self.continues(self.old.parent(old), self.new.parent(new))
