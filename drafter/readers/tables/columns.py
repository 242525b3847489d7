"""Columns: what each one of a table holds, by its name, else by what stands in it, else by its place.

A column may have been moved or renamed; names are known in both languages. A column of people's own has no
role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from drafter.language.retyped import retyped
from drafter.model import ColumnRole, Disposition, Layout, ReasonCode, RowMark, digest
from drafter.wording.messages import say

from .raw import RawTable

_NAMES: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.NUMBER: ("no", "no_text"),
    ColumnRole.CLAUSE: ("clause", "iso_clause"),
    ColumnRole.DRAFT_TEXT: ("draft_text",),
    ColumnRole.COMMENT: ("comment", "iso_comment"),
    ColumnRole.AGENCIES: ("agencies", "units", "iso_body"),
    ColumnRole.RESPONSE: ("response", "response_text", "answer", "iso_observations"),
    ColumnRole.PROOF: ("proof",),
    ColumnRole.DISPOSITION: ("disposition",),
    ColumnRole.REASON: ("reason",),
    ColumnRole.LINE: ("iso_line",),
    ColumnRole.PART: ("iso_part",),
    ColumnRole.ISO_TYPE: ("iso_type",),
    ColumnRole.PROPOSED: ("iso_change",),
}
# The columns of each layout from left to right, as they are written.
_ORDER: Mapping[Layout, tuple[ColumnRole, ...]] = {
    Layout.CLAUSE: (ColumnRole.CLAUSE, ColumnRole.AGENCIES, ColumnRole.COMMENT, ColumnRole.RESPONSE),
    Layout.COMMENT: (ColumnRole.NUMBER, ColumnRole.COMMENT, ColumnRole.AGENCIES, ColumnRole.RESPONSE),
    Layout.TEXT: (
        ColumnRole.NUMBER,
        ColumnRole.DRAFT_TEXT,
        ColumnRole.COMMENT,
        ColumnRole.AGENCIES,
        ColumnRole.RESPONSE,
    ),
    Layout.ISO: (
        ColumnRole.AGENCIES,
        ColumnRole.LINE,
        ColumnRole.CLAUSE,
        ColumnRole.PART,
        ColumnRole.ISO_TYPE,
        ColumnRole.COMMENT,
        ColumnRole.PROPOSED,
        ColumnRole.RESPONSE,
    ),
}
_LANGUAGES = ("vi", "en")


def columns_of(
    table: RawTable, before: Mapping[int, ColumnRole], layout: Layout | None
) -> dict[int, ColumnRole]:
    """The columns of `table` that are known: column → role, no role twice.

    `before`: those of the table that this one continues, `layout` the one that was written, where known.
    """
    continued = before.items() if not table.header else ()
    found: dict[int, ColumnRole] = {}
    for at, role in (*_by_name(table), *_by_content(table), *continued):
        if at in table.columns and at not in found and role not in found.values():
            found[at] = role
    if ColumnRole.RESPONSE not in found.values() and layout is not None:
        found.update(_by_place(table, found, _ORDER[layout]))
    return found


def is_header(texts: Mapping[int, str]) -> bool:
    """Whether these are the names of columns, as far as two of them are known."""
    return len({role for text in texts.values() if (role := role_named(text)) is not None}) >= 2


def role_named(text: str) -> ColumnRole | None:
    """What a column of this name holds: `"Nhóm vấn đề/Điều/Khoản"` is where a comment belongs."""
    name = retyped(text).casefold()
    return _names().get(name) or _names().get(name.partition("/")[0])


def disposition_named(text: str) -> Disposition | None:
    """The disposition that a cell names, in either language; None for other words."""
    return _dispositions().get(retyped(text).casefold())


def reason_named(text: str) -> ReasonCode | None:
    """The reason that a cell names, likewise."""
    return _reasons().get(retyped(text).casefold())


def _by_name(table: RawTable) -> Iterator[tuple[int, ColumnRole]]:
    for at, name in sorted(table.header.items()):
        if (role := role_named(name)) is not None:
            yield at, role


def _by_content(table: RawTable) -> Iterator[tuple[int, ColumnRole]]:
    """The columns that still hold what went out, by what the rows remember; the surest first."""
    counted: Counter[tuple[int, ColumnRole]] = Counter()
    for row in table.rows:
        for mark in row.marks[:1]:
            counted.update((at, role) for at, text in row.cells.items() for role in _remembered(text, mark))
    for at in table.columns:
        texts = [text for row in table.rows if (text := row.cells.get(at, "").strip())]
        if texts and all(disposition_named(text) for text in texts):
            counted[at, ColumnRole.DISPOSITION] = len(texts)
        elif texts and all(reason_named(text) for text in texts):
            counted[at, ColumnRole.REASON] = len(texts)
    yield from (pair for pair, _ in counted.most_common())


def _remembered(text: str, mark: RowMark) -> Iterator[ColumnRole]:
    made = digest(retyped(text))
    if mark.comment and made.startswith(mark.comment):
        yield ColumnRole.COMMENT
    if mark.answer and made.startswith(mark.answer):
        yield ColumnRole.RESPONSE


def _by_place(
    table: RawTable, found: Mapping[int, ColumnRole], order: tuple[ColumnRole, ...]
) -> dict[int, ColumnRole]:
    """What is left where as many columns of the layout are left: they have kept their order."""
    free = [at for at in table.columns if at not in found]
    missing = [role for role in order if role not in found.values()]
    return dict(zip(free, missing, strict=True)) if len(free) == len(missing) else {}


@cache
def _names() -> Mapping[str, ColumnRole]:
    named = ((role, name, lang) for role, names in _NAMES.items() for name in names for lang in _LANGUAGES)
    return {retyped(say(f"table.column.{name}", lang)).casefold(): role for role, name, lang in named}


@cache
def _dispositions() -> Mapping[str, Disposition]:
    named = ((each, lang) for each in Disposition for lang in _LANGUAGES)
    return {retyped(say(f"disposition.{each}", lang)).casefold(): each for each, lang in named}


@cache
def _reasons() -> Mapping[str, ReasonCode]:
    named = ((each, lang) for each in ReasonCode for lang in _LANGUAGES)
    return {retyped(say(f"reason-code.{each}", lang)).casefold(): each for each, lang in named}
