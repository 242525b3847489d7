"""Clashes: comments on one clause that cannot all be followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from drafter.language.lexicon import cue
from drafter.language.normal import folded
from drafter.language.numerals import figure
from drafter.language.requests import is_figure
from drafter.language.words import words
from drafter.model import Ask, Clash, Comment, Link, Op, Rounds, Scope

from .case import loose
from .terms import pairs

_SHARED = 0.6  # of the pairs of words of the shorter wish


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
        kinds = [(comment, _kind(comment)) for comment in said]
        for (one, a), (other, b) in combinations(kinds, 2):  # of many comments few pairs are worth reading
            why = _why(one, other) if a.may_clash(b) else None
            if why is not None:
                same = folded(one.agency) == folded(other.agency)
                out.append(Clash((one.id, other.id), clause, "self" if same else why))
    return tuple(out)


class _Kind(NamedTuple):
    """What tells of a comment at once that it clashes with none of another kind."""

    op: Op | None
    leads: bool
    keeps: bool

    def may_clash(self, other: _Kind) -> bool:
        ops = (self.op, other.op)
        return (
            self.keeps
            or other.keeps
            or (self.leads and other.leads)
            or Op.DELETE in ops
            or ops == (Op.REPLACE, Op.REPLACE)
        )


def _kind(comment: Comment) -> _Kind:
    asked = comment.operation
    keeps = any(ask.op is Op.KEEP for ask in comment.asks)
    return _Kind(asked.op if asked else None, bool(asked and asked.agency), keeps)


def _why(one: Comment, other: Comment) -> str | None:
    a, b = one.operation, other.operation
    if a is not None and b is not None:
        if a.op is b.op is Op.REPLACE and a.new and b.new:
            return _of_new_words(a, b)
        if _undoes(a, b) or _undoes(b, a) or _led_by_others(a, b):
            return "opposite"
    return "opposite" if _keeps(one, b) or _keeps(other, a) else None


def _of_new_words(a: Ask, b: Ask) -> str | None:
    """Different new words for the same old ones; of figures without these, for the same indicator."""
    new = (a.new or "", b.new or "")
    if a.old and b.old:
        if not _meet(a.old, b.old) or folded(new[0]) == folded(new[1]):
            return None
        return "figures" if _figures(new[0]) != _figures(new[1]) else "opposite"
    if a.old or b.old or not all(map(is_figure, new)) or _figures(new[0]) == _figures(new[1]):
        return None
    return "figures" if _unit(new[0]) == _unit(new[1]) and _alike(a.about, b.about) else None


def _alike(one: str, other: str) -> bool:
    """Whether two wishes speak of the same thing: they share most of what they say, figures left out."""
    said = [
        frozenset(pair for pair in pairs(loose(text)) if not any(map(str.isdigit, pair)))
        for text in (one, other)
    ]
    return len(said[0] & said[1]) >= _SHARED * max(1, min(map(len, said)))


def _unit(text: str) -> str:
    return " ".join(
        word for word in folded(text).replace("%", " %").split() if not any(map(str.isdigit, word))
    )


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


def _led_by_others(one: Ask, other: Ask) -> bool:
    """Whether different agencies are to lead, of nothing that is told apart."""
    if not one.agency or not other.agency or folded(one.agency) == folded(other.agency):
        return False
    return _alike(*(loose(each.text).replace(loose(each.agency or ""), " ") for each in (one, other)))


def _keeps(comment: Comment, other: Ask | None) -> bool:
    """ "Giữ chế độ báo cáo 6 tháng" against a wish to change words of it; "giữ nguyên như dự thảo", "giữ
    nguyên khoản 2" against any wish to change that clause; "giữ Sở A chủ trì" against another that leads."""
    stays = next((ask for ask in comment.asks if ask.op is Op.KEEP), None)
    kept = stays.old if stays else None
    if not kept or other is None or other.op in (None, Op.KEEP, Op.CLARIFY) or other.weighed:
        return False
    if cue("evidence", "keeps", "whole").fullmatch(folded(kept)):
        return True
    if other.agency:
        return folded(other.agency) not in folded(kept) and "chủ trì" in folded(kept)
    if other.op not in (Op.REPLACE, Op.DELETE) or not other.old:
        return _keeps_figure(kept, comment.text, other)
    replaced = set(words(folded(other.old)))
    return 2 * len(set(words(folded(kept))) & replaced) >= len(replaced)


def _keeps_figure(kept: str, text: str, other: Ask) -> bool:
    """Whether a figure is to stay as it is for what another asks a new one for."""
    if other.op is not Op.REPLACE or not is_figure(other.new or "") or not _figures(kept):
        return False
    if _unit(other.new or "") not in folded(kept) or _figures(other.new or "") == _figures(kept):
        return False
    return _alike(other.about, text)
