"""Issues: sayings on one place of a draft, those that say the same together."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.words import count
from drafter.model import Issue, SharedWords

from .meaning import Meaning, meaning
from .same import same
from .sketches import sketches

_COPIES, _SENDERS, _LONG = 20, 10, 15  # of one text, agencies that sent it, words: a letter that goes round


def issues(sayings: Sequence[SharedWords]) -> tuple[Issue, ...]:
    """The issues of one place of a draft, those of the most people first; every saying is in one of them.

    The saying of the most people stands for the others, each of which was held against it: no chain of small
    differences leads from one to another.
    """
    ordered = sorted(sayings, key=lambda saying: (-saying.count, saying.key))
    means = [meaning(saying.text) for saying in ordered]
    groups: list[tuple[Meaning, list[SharedWords]]] = []
    known: dict[tuple[object, ...], list[int]] = {}
    for saying, means_it, bands in zip(ordered, means, sketches([each.words for each in means]), strict=True):
        keys = [(at, band, means_it.fixed) for at, band in enumerate(bands)]
        near = sorted({group for key in keys for group in known.get(key, ())})
        home = next((group for group in near if same(groups[group][0], means_it)), None)
        if home is not None:
            groups[home][1].append(saying)
            continue
        for key in keys:
            known.setdefault(key, []).append(len(groups))
        groups.append((means_it, [saying]))
    made = (Issue(tuple(members), _campaign(members)) for _, members in groups)
    return tuple(sorted(made, key=lambda issue: -sum(saying.count for saying in issue.sayings)))


def _campaign(sayings: Sequence[SharedWords]) -> bool:
    """Whether one of the texts went round: many copies of a long text, from many senders."""
    return any(
        saying.count >= _COPIES
        and sum(bool(agency) for agency in saying.agencies) >= _SENDERS
        and count(saying.text) >= _LONG
        for saying in sayings
    )
