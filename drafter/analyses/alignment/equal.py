"""Equal clauses first: whole trees, then single texts, then what repeats, by order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from rapidfuzz.distance import LCSseq

from .features import PreparedDraft
from .pairing import Pairing

TELLING = 6  # words that make a text that occurs once on each side the same clause wherever it stands
TELLING_ANYWHERE = 30  # words: a sentence, whatever stands under it
TELLING_HEADING = 10  # the same for headings, which are alike more often: "Về đô thị thông minh"


def equal_trees(pairing: Pairing) -> None:
    """Pair trees that are equal all through and occur once on each side, the largest first."""
    old, new = pairing.old, pairing.new
    for old_id, new_id in _once_each(old.draft.by_id, new.draft.by_id, _tree(old), _tree(new)):
        if old.features[old_id].size >= TELLING and pairing.free_old(old_id) and pairing.free_new(new_id):
            _pair_trees(pairing, old_id, new_id)


def _pair_trees(pairing: Pairing, old_id: str, new_id: str) -> None:
    pairing.pair(old_id, new_id)
    for below in zip(pairing.old.children[old_id], pairing.new.children[new_id], strict=True):
        _pair_trees(pairing, *below)


def equal_texts(pairing: Pairing) -> None:
    """Pair clauses whose own text is equal and occurs once among the open ones on each side.

    A heading is no sentence of the same words: both lead further clauses or neither does. No heading is
    as long as `TELLING_ANYWHERE`: such a sentence may have come to stand before others by moving.
    """
    old, new = pairing.old, pairing.new
    for old_id, new_id in _once_each(pairing.open_old(), pairing.open_new(), _text(old), _text(new)):
        heading = bool(old.children[old_id])
        telling = TELLING_HEADING if heading else TELLING
        size = len(old.features[old_id].code)
        same_sort = heading is bool(new.children[new_id]) or size >= TELLING_ANYWHERE
        if size >= telling and same_sort:
            pairing.pair(old_id, new_id)


def equal_children(pairing: Pairing) -> None:
    """Under each paired parent, pair children with equal trees, then equal texts, in their order."""
    parents: list[tuple[str | None, str | None]] = [(None, None)]
    parents += [(olds[0], news[0]) for olds, news in pairing.groups if len(olds) == len(news) == 1]
    for old_id, new_id in parents:
        for reading in (_tree, _text):
            olds = [id for id in pairing.old.siblings(old_id) if pairing.free_old(id)]
            news = [id for id in pairing.new.siblings(new_id) if pairing.free_new(id)]
            if olds and news:
                _pair_in_order(pairing, olds, news, reading(pairing.old), reading(pairing.new))


def equal_leftovers(pairing: Pairing) -> None:
    """Texts that repeat: equal ones among all that is still open, in document order."""
    old, new = pairing.old, pairing.new
    olds = [id for id in pairing.open_old() if len(old.features[id].code) >= TELLING]
    news = [id for id in pairing.open_new() if len(new.features[id].code) >= TELLING]
    common = {_text(old)(id) for id in olds} & {_text(new)(id) for id in news}
    olds = [id for id in olds if _text(old)(id) in common]
    news = [id for id in news if _text(new)(id) in common]
    _pair_in_order(pairing, olds, news, _text(old), _text(new))


def _tree(side: PreparedDraft) -> Callable[[str], Hashable]:
    return lambda id: side.features[id].tree


def _text(side: PreparedDraft) -> Callable[[str], Hashable]:
    return lambda id: side.features[id].code


def _pair_in_order(
    pairing: Pairing,
    olds: Sequence[str],
    news: Sequence[str],
    read_old: Callable[[str], Hashable],
    read_new: Callable[[str], Hashable],
) -> None:
    ops = LCSseq.opcodes([read_old(id) for id in olds], [read_new(id) for id in news])
    for op in ops:
        if op.tag == "equal":
            for old_id, new_id in zip(
                olds[op.src_start : op.src_end], news[op.dest_start : op.dest_end], strict=True
            ):
                pairing.pair(old_id, new_id)


def _once_each(
    olds: Iterable[str],
    news: Iterable[str],
    read_old: Callable[[str], Hashable],
    read_new: Callable[[str], Hashable],
) -> list[tuple[str, str]]:
    """Pairs of ids whose reading occurs once on each side, in the order of `olds`."""
    by_old, by_new = _grouped(olds, read_old), _grouped(news, read_new)
    return [
        (ids[0], by_new[value][0])
        for value, ids in by_old.items()
        if len(ids) == 1 and len(by_new.get(value, ())) == 1
    ]


def _grouped(ids: Iterable[str], read: Callable[[str], Hashable]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for id in ids:
        found[read(id)].append(id)
    return found
