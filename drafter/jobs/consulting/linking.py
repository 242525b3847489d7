"""Linking: a bucket of rows → each with what it asks for, its clauses and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from zlib import crc32

from ...model import Evidence, Link, Position, RowBalance, SharedWords
from .packed import bound, by_number, packed, unpacked
from .plan import Depth, Ready, ready
from .reading import ReadRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model import Comment, Draft
    from .plan import RunPlan


@dataclass(frozen=True, slots=True)
class Bucket:
    """The packs of one bucket from all slices, in their order."""

    no: int
    packs: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class LinkedBucket:
    """`data`: the Parquet file of its rows; `sayings`: packs of what they say by group of clauses."""

    no: int
    data: bytes
    balance: RowBalance
    sayings: bytes
    places: dict[int, tuple[int, int]]


@dataclass(slots=True)
class Understood:
    """Words as some said them, letter by letter, on one draft; understood once for all of them."""

    draft: Draft
    comment: Comment
    link: Link | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class _Count:
    """Of one saying, while it is counted."""

    rows: list[ReadRow] = field(default_factory=list)
    wordings: list[Understood] = field(default_factory=list)  # of each row

    @property
    def by(self) -> tuple[Iterable[str | None], ...]:
        """What is counted of the rows, one by one."""
        return (
            (row.province for row in self.rows),
            (row.agency for row in self.rows),
            (row.channel for row in self.rows),
            (wording.comment.stance for wording in self.wordings),
            (wording.evidence[-1].verdict if wording.evidence else "" for wording in self.wordings),
        )


def linked(plan: RunPlan, bucket: Bucket) -> LinkedBucket:
    """Every row of the bucket once, in the order of the files."""
    from ...writers.consultations import linked_parquet

    rows = [ReadRow(*row) for pack in bucket.packs for row in unpacked(pack, list[tuple[Any, ...]])]
    wordings, of_row = _wordings(rows, ready(plan))
    said = [row.words for row in rows if row.fault is None]
    words = sum(row.words for row in rows)
    data = linked_parquet(rows, wordings, of_row, deep=plan.depth)
    sayings = _sayings(rows, wordings, of_row) if plan.depth >= Depth.TABLE else ()
    packs = by_number((group_of(saying, plan.parts), saying) for saying in sayings)
    together, places = bound({number: packed(found) for number, found in packs.items()})
    balance = RowBalance(len(rows), len(said), len(rows) - len(said), words, sum(said), words - sum(said))
    return LinkedBucket(bucket.no, data, balance, together, places)


def group_of(saying: SharedWords, parts: int) -> int:
    """Of the groups of clauses, the one of this saying."""
    return crc32(f"{saying.draft}\0{saying.scope}\0{saying.clause}".encode()) % parts


def _wordings(rows: Sequence[ReadRow], at: Ready) -> tuple[list[Understood], list[int]]:
    """All wordings, and for each row the place of its own; -1 for a row that is no comment."""
    from ...analyses.comments.reading import comment_of

    places: dict[tuple[str, str], int] = {}
    wordings: list[Understood] = []
    of_row = []
    for row in rows:
        if row.fault is not None:
            of_row.append(-1)
            continue
        day = date.fromisoformat(row.date) if row.date else None
        draft = at.about(day)
        place = places.setdefault((row.text, draft.path), len(wordings))
        if place == len(wordings):
            comment = comment_of(
                id=f"{row.shown}#{row.row}", agency="", dated=day, draft=draft.path, path=row.shown,
                position=Position(row=row.row), text=row.text,
            )  # fmt: skip
            wordings.append(Understood(draft, comment))
        of_row.append(place)
    if at.plan.depth >= Depth.LINK:
        _link(wordings, at)
    if at.plan.depth >= Depth.EVIDENCE:
        _prove(wordings, at)
    return wordings, of_row


def _link(wordings: Sequence[Understood], at: Ready) -> None:
    from ...analyses.citations.resolve import resolved
    from ...analyses.links import link

    for draft in at.rounds.drafts:
        about = [wording for wording in wordings if wording.draft is draft]
        if not about:
            continue
        index = at.index(draft)
        for wording in about:
            wording.comment = resolved(wording.comment, index.places)
        found = link([wording.comment for wording in about], index)
        for wording, one in zip(about, found, strict=True):
            wording.link = one


def _prove(wordings: Sequence[Understood], at: Ready) -> None:
    from ...analyses.evidence import evidence

    links = {wording.comment.id: wording.link for wording in wordings if wording.link is not None}
    of_comment: dict[str, list[Evidence]] = {}
    for one in evidence([wording.comment for wording in wordings], links, at.rounds, at.register):
        of_comment.setdefault(one.comment, []).append(one)
    for wording in wordings:
        wording.evidence = tuple(of_comment.get(wording.comment.id, ()))


def _sayings(
    rows: Sequence[ReadRow], wordings: Sequence[Understood], of_row: Sequence[int]
) -> tuple[SharedWords, ...]:
    """What the rows say, counted; in the order in which it is first said."""
    counts: dict[tuple[str, str, str, str | None], _Count] = {}
    clauses = [_clause(wording) for wording in wordings]
    for row, place in zip(rows, of_row, strict=True):
        if place < 0:
            continue
        draft, scope, clause = clauses[place]
        key = (row.key, draft, scope, clause)
        if key not in counts:
            counts[key] = _Count()
        counted = counts[key]
        counted.rows.append(row)
        counted.wordings.append(wordings[place])
    return tuple(_saying(key, counted) for key, counted in counts.items())


def _clause(wording: Understood) -> tuple[str, str, str | None]:
    """The draft that a wording is about, how far it reaches, and its first clause."""
    link = wording.link
    assert link is not None
    return wording.draft.path, link.scope, next((one.id for one in link.clauses if one.addressed), None)


def _saying(key: tuple[str, str, str, str | None], counted: _Count) -> SharedWords:
    counters = (Counter(said) for said in counted.by)
    found = ({name or "": number for name, number in counter.items()} for counter in counters)
    provinces, agencies, channels, stances, verdicts = (dict(sorted(each.items())) for each in found)
    texts = Counter(row.text for row in counted.rows)
    return SharedWords(
        key=key[0], text=texts.most_common(1)[0][0], draft=key[1], scope=key[2], clause=key[3],
        count=texts.total(), words=sum(row.words for row in counted.rows), provinces=provinces,
        agencies=agencies, channels=channels, stances=stances,
        verdicts={k: n for k, n in verdicts.items() if k},
        reviewed=sum(each.link is not None and each.link.review for each in counted.wordings),
    )  # fmt: skip
