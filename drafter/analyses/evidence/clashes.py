"""Clashes: comments on one clause that cannot all be followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from drafter.language.normal import folded
from drafter.language.numerals import figure
from drafter.language.words import words
from drafter.model import Ask, Clash, Comment, Link, Op, Rounds, Scope


def clashes(comments: Sequence[Comment], links: Mapping[str, Link], rounds: Rounds) -> tuple[Clash, ...]:
    """Pairs of comments on one clause of one draft that ask for different figures, or for opposite things.

    `why` is figures or opposite; self where one agency contradicts itself.
    """
    by_clause: dict[tuple[str, str], list[Comment]] = {}
    order = {(d.path, c.id): c.order for d in rounds.drafts for c in d.clauses}
    for comment in comments:
        link = links[comment.id]
        if link.scope is not Scope.CLAUSES or not link.clauses or not link.clauses[0].addressed:
            continue
        by_clause.setdefault((comment.draft or "", link.clauses[0].id), []).append(comment)
    out = []
    for (_, clause), said in sorted(by_clause.items(), key=lambda item: order.get(item[0], -1)):
        for one, other in combinations(said, 2):
            why = _why(one, other)
            if why is not None:
                same = folded(one.agency) == folded(other.agency)
                out.append(Clash((one.id, other.id), clause, "self" if same else why))
    return tuple(out)


def _why(one: Comment, other: Comment) -> str | None:
    a, b = one.operation, other.operation
    if a is not None and b is not None:
        if a.op is b.op is Op.REPLACE and a.old and b.old and a.new and b.new:
            if _meet(a.old, b.old) and folded(a.new) != folded(b.new):
                return "figures" if _figures(a.new) != _figures(b.new) else "opposite"
            return None
        if _undoes(a, b) or _undoes(b, a):
            return "opposite"
    return "opposite" if _keeps(one, b) or _keeps(other, a) else None


def _meet(one: str, other: str) -> bool:
    """Whether two requests are about the same words: one holds the other."""
    return folded(one) in folded(other) or folded(other) in folded(one)


def _figures(text: str) -> list[str]:
    return [str(figure(word)) for word in words(text) if word[0].isdigit()]


def _undoes(one: Ask, other: Ask) -> bool:
    """One adds or keeps in new words what the other deletes."""
    return (
        one.op in (Op.ADD, Op.REPLACE)
        and other.op is Op.DELETE
        and bool(one.new and other.old)
        and _meet(one.new or "", other.old or "")
    )


def _keeps(comment: Comment, other: Ask | None) -> bool:
    """ "Giữ chế độ báo cáo 6 tháng" against a wish to replace or delete words of it."""
    if other is None or other.op not in (Op.REPLACE, Op.DELETE) or not other.old:
        return False
    kept = next((ask.old for ask in comment.asks if ask.op is Op.KEEP), None)
    if not kept:
        return False
    replaced = set(words(folded(other.old)))
    return 2 * len(set(words(folded(kept))) & replaced) >= len(replaced)
