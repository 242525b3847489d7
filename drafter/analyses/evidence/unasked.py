"""Unasked: which words of a changed clause the comments on it name, and which of them nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.language.words import words
from drafter.model import Change, ChangeKind, Comment, Draft, Evidence, Link, Op, Scope, Verdict

from .case import loose, telling

_DONE = frozenset((Verdict.ADDRESSED, Verdict.PARTLY))


class Wishes:
    """What is asked of the clauses of `old`, and which clauses of `new` show it."""

    def __init__(
        self,
        comments: Sequence[Comment],
        links: Sequence[Link],
        old: Draft,
        new: Draft,
        found: Sequence[Evidence],
    ) -> None:
        by_id = {comment.id: comment for comment in comments}
        self._on: dict[str, list[Comment]] = {}
        for link in links:
            comment = by_id.get(link.comment)
            if comment is None or comment.draft != old.path:
                continue
            linked = {one.id for one in link.clauses if one.addressed and link.scope is Scope.CLAUSES}
            cited = {one.id for one in (*comment.references, *comment.beside) if one.id and one.act is None}
            for id in linked | cited:
                self._on.setdefault(id, []).append(comment)
        self._shown: dict[str, list[Comment]] = {}
        for one in found:
            if one.draft == new.path and one.verdict in _DONE and one.comment in by_id:
                for clause in {under.id for id in one.clauses for under in new.subtree(id)}:
                    self._shown.setdefault(clause, []).append(by_id[one.comment])

    def names(self, change: Change) -> bool:
        """Whether a comment on the clause names all that came to it, and went from it but for a figure."""
        came = _said(change, "+")
        went = frozenset(word for word in _said(change, "-") if not word[0].isdigit())
        if change.kind is ChangeKind.DELETED or not came:
            return False
        on = (comment for id in change.old for comment in self._on.get(id, ()))
        return any(came | went <= _words(one) for one in on if not _is_against(one))

    def beyond(self, change: Change) -> bool:
        """Whether the clause got or lost words that no comment it was edited for names, where all of these
        name theirs."""
        done = [comment for id in change.new for comment in self._shown.get(id, ())]
        if not change.old or not done or not all(map(_names_its_words, done)):
            return False
        asked = frozenset(word for comment in done for word in _words(comment))
        return any(not said <= asked for said in _pieces(change))


def _pieces(change: Change) -> Iterator[frozenset[str]]:
    return (_telling(one.text) for one in change.segments if one.op in "+-")


def _said(change: Change, op: str) -> frozenset[str]:
    return frozenset(word for one in change.segments if one.op == op for word in _telling(one.text))


def _telling(text: str) -> frozenset[str]:
    """Words that say something, and figures."""
    said = loose(text).lower()
    return frozenset((*telling(said), *(word for word in words(said) if word[0].isdigit())))


def _words(comment: Comment) -> frozenset[str]:
    return frozenset(words(loose(f"{comment.text} {comment.proposal}").lower()))


def _names_its_words(comment: Comment) -> bool:
    asks = [ask for ask in comment.asks if ask.op is not Op.KEEP]
    return bool(asks) and all(
        (ask.op is Op.REPLACE and ask.old and ask.new) or (ask.op is Op.DELETE and ask.old) for ask in asks
    )


def _is_against(comment: Comment) -> bool:
    return comment.contrary or any(ask.op is Op.KEEP or ask.contrary for ask in comment.asks)
