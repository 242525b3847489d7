"""Reading: a slice of a file → its rows, sorted into buckets by what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ...analyses.grouping import saying_key
from ...language.words import count
from ...model import RowBalance
from .packed import bound, by_number, packed
from .plan import ready

if TYPE_CHECKING:
    from ...model import Slice
    from .plan import RunPlan


class ReadRow(NamedTuple):
    """A row on its way from reading to linking. `shown`: its file; `date`: ISO."""

    shown: str
    row: int
    text: str
    key: str
    words: int
    agency: str | None
    province: str | None
    channel: str | None
    date: str | None
    fault: str | None


@dataclass(frozen=True, slots=True)
class ReadSlice:
    """`data`: the packs of all buckets; `told`: file, row and fault of what is no comment; `unknown`: the
    columns that nobody reads."""

    no: int
    data: bytes
    places: dict[int, tuple[int, int]]
    balance: RowBalance
    told: tuple[tuple[str, int, str], ...]
    unknown: tuple[str, ...]


def read(plan: RunPlan, given: Slice) -> ReadSlice:
    """The rows of a slice. What is no comment lies in a bucket like all others, and is told."""
    from ...readers.consultations import read_rows

    found, parts = read_rows(given), ready(plan).plan.parts
    rows = []
    known: dict[str, tuple[str, int]] = {}  # most rows say what others said
    for row in found.rows:
        if row.text not in known:
            known[row.text] = saying_key(row.text), count(row.text)
        key, words = known[row.text]
        day = row.date.isoformat() if row.date else None
        rows.append(
            ReadRow(
                given.shown, row.row, row.text, key, words, row.agency, row.province, row.channel,
                day, row.fault,
            )
        )  # fmt: skip
    sorted_rows = by_number((int(row.key[:8], 16) % parts, row) for row in rows)
    data, places = bound({number: packed(bucket) for number, bucket in sorted_rows.items()})
    said = [row.words for row in rows if row.fault is None]
    all_words = sum(row.words for row in rows)
    balance = RowBalance(
        len(rows), len(said), len(rows) - len(said), all_words, sum(said), all_words - sum(said)
    )
    told = tuple((row.shown, row.row, row.fault) for row in rows if row.fault is not None)
    return ReadSlice(given.no, data, places, balance, told, found.unknown)
