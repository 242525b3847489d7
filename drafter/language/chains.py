"""Chains: the items of a citation as they belong together, and the locators that they make.

`"điểm a khoản 2 và khoản 3 mục III"` is two chains, (điểm a, khoản 2) and (khoản 3, mục III); the first
borrows mục III from the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.model import Locator

from .citations import ranks
from .numerals import POINT_LETTERS, letter, roman, to_roman, whole

RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Item:
    """A unit with what numbers it: `"các điểm a, b"` is point (a, b).

    `joint` is how it is joined to the item before: "" (right after it), of, comma, and, to, semicolon.
    """

    unit: str
    labels: tuple[str, ...]
    start: int
    end: int
    joint: str = ""

    @property
    def rank(self) -> float:
        """How far in the unit stands; a Roman mục holds a mục in figures ("mục 2 mục III")."""
        if self.unit == RELATIVE:  # "Phụ lục này" stands as far out as any annex
            return ranks()[self.labels[0]]
        inner = self.unit == "section" and roman(self.labels[0]) is None
        return ranks()[self.unit] + (0.5 if inner else 0)


Chain = list[Item]


def outermost(chain: tuple[Chain, Chain]) -> str:
    """The unit that stands furthest out in a chain with what it borrows."""
    return min(chain[0] + chain[1], key=lambda item: item.rank).unit


def chains(items: Sequence[Item]) -> list[Chain]:
    """Items that lead from one place in or out: a new chain where the order turns round, or after "và", ";".

    Equal units at the head of a chain are one: "điểm a và điểm b khoản 2", "từ khoản 1 đến khoản 4".
    """
    found: list[Chain] = []
    for place, item in enumerate(items):
        chain = found[-1] if found else []
        after = items[place + 1] if place + 1 < len(items) else None
        if len(chain) == 1 and _alike(chain[0], item):
            before = chain[0]
            more = between(before.labels[-1], item.labels[0]) if item.joint == "to" else [item.labels[0]]
            chain[0] = replace(before, labels=(*before.labels, *more, *item.labels[1:]), end=item.end)
        elif (
            chain
            and item.joint not in ("and", "semicolon", "to")
            and _goes_on(chain, item)
            and not _leads(item, chain, after)
        ):
            chain.append(item)
        else:
            found.append([item])
    return found


def _leads(item: Item, chain: Chain, after: Item | None) -> bool:
    """ "Điều 5, khoản 3 Điều 6": after a comma khoản 3 goes with what follows it without one."""
    inward = item.rank > chain[-1].rank
    return (
        inward
        and item.joint == "comma"
        and after is not None
        and after.joint in ("", "of")
        and after.rank < item.rank
    )


def _alike(before: Item, item: Item) -> bool:
    same = before.unit == item.unit and before.rank == item.rank
    return same and item.joint in ("and", "comma", "to") and item.unit not in (RELATIVE, "role")


def _goes_on(chain: Chain, item: Item) -> bool:
    step = item.rank - chain[-1].rank
    if len(chain) == 1 or step == 0:
        return step != 0
    inward = chain[1].rank > chain[0].rank
    # "khoản 2 điểm b Điều 30": what stands around all of a chain may close it.
    closes = inward and item.rank < chain[0].rank and item.unit != "annex"
    return (step > 0) == inward or closes


def inherited(chains: list[Chain]) -> list[tuple[Chain, Chain]]:
    """What a chain leaves out and its neighbour says: "điểm a khoản 2 và khoản 3 mục III" are both of III."""
    lent: list[Chain] = [[] for _ in chains]
    for i in range(len(chains) - 2, -1, -1):
        if chains[i + 1][0].joint == "semicolon" and len(chains[i]) > 1:
            continue
        lent[i] = _lent(chains[i], chains[i + 1] + lent[i + 1], _innermost(chains[i + 1]))
    for i in range(1, len(chains)):
        whole = chains[i] + lent[i]
        lent[i] += _lent(whole, chains[i - 1] + lent[i - 1], _innermost(chains[i - 1]))
    return list(zip(chains, lent, strict=True))


def _innermost(chain: Chain) -> Item:
    return max(chain, key=lambda item: item.rank)


def _lent(chain: Chain, others: Iterable[Item], but: Item) -> Chain:
    """Those of `others` that stand further out than all of `chain`; an annex goes to its rows only."""
    outer = min(item.rank for item in chain)
    # Articles are numbered through the whole act, and "khoản này" says all: these need no more.
    if any(item.unit in ("role", "article", RELATIVE) for item in chain):
        return []
    rows = ranks()["row"]
    return [
        item
        for item in others
        if item is not but and item.rank < outer and (item.unit != "annex" or outer >= rows)
    ]


def locators(chain: Chain) -> list[Locator]:
    """A locator for every label that a unit of the chain has, units from the outermost in."""
    units = {item.unit for item in chain}
    found: list[tuple[tuple[str, str], ...]] = [()]
    for item in sorted(chain, key=lambda item: item.rank):
        # "dòng 3 Phụ lục II" is a row of its table, as is "dòng 4 bảng chỉ tiêu"; else it is a printed line.
        unit = "row" if item.unit == "line" and units & {"annex", "table"} else item.unit
        found = [parts + _parts(unit, value) for parts in found for value in item.labels]
    return [Locator(parts) for parts in found]


def _parts(unit: str, value: str) -> tuple[tuple[str, str], ...]:
    """`mục III.2.a` is a mục, a khoản and a điểm."""
    pieces = value.split(".")
    if unit == "subpoint":
        return (("point", value),)
    if unit != "section" or len(pieces) == 1 or roman(pieces[0]) is None:
        return ((unit, value),)
    inner = [("paragraph" if piece[0].isdecimal() else "point", piece) for piece in pieces[1:]]
    return (("section", pieces[0]), *inner)


def between(first: str, last: str) -> list[str]:
    """What a range adds after its first label: a to d gives b, c, d."""
    for read, write in (
        (letter, lambda n: POINT_LETTERS[n - 1]),
        (whole, str),
        (roman, to_roman),
    ):
        low, high = read(first), read(last)
        if low is not None and high is not None:
            return [write(n) for n in range(low + 1, high + 1)] if low < high <= low + 60 else [last]
    return [last]
