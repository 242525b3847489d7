"""An edited table comes back: what of it is decided now, what is not, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Stale
from ..intake import read_source
from ..model import (
    UNDECIDED,
    Author,
    ColumnRole,
    Correspondence,
    Deed,
    Disposition,
    EditedTable,
    KnownRow,
    KnownTable,
    Layout,
    Returned,
    Save,
    Table,
    Via,
)
from ..workspace import Workspace, now
from .decisions import numbered_store
from .deeds import DeedsDone
from .table import answered_table
from .went_out import WentOut, went_out

if TYPE_CHECKING:
    from ..store import Store

_FOLLOWED = (Disposition.ACCEPTED, Disposition.PARTLY)
_LANGUAGES = ("vi", "en")
_TRIES = 3  # while others decide at the same time


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: every row, the numbers of its comments by key, and whether it was saved. `at`:
    when it was looked at. `beside`: what people wrote above or below the rows since it went out."""

    table: EditedTable
    returned: Returned
    numbers: Mapping[str, int]
    saved: bool
    at: str = ""
    beside: tuple[str, ...] = ()


def import_table(workspace: Workspace, path: Path, name: str, *, dry_run: bool = False) -> Imported:
    """Take decisions from the table in the file at `path`, under the `name` of who does it, in one act.

    `dry_run`: nothing is saved. Raises what reading the file raises, and then nothing is taken; Stale where
    somebody decided one of the comments in the meantime; what a store raises.
    """
    from ..analyses.returned import returned
    from ..readers.tables import read_edited_table

    with workspace.bounded(path.as_posix()):
        source = read_source(path, shown=path.as_posix())
        edited = read_edited_table(workspace.stages.conversions.of(source))
    here = _Here(workspace, workspace.store(make=not dry_run))
    out = went_out(workspace, edited, here.store)
    author = Author(name, now(), Via.TABLE, workspace.rounds.newest.number)
    for tried in range(_TRIES):
        found = returned(edited, _known(edited, here, out), author)
        if dry_run or here.store is None or not found.saves:
            break
        try:
            here.store.save(_with_deeds(here, found.saves, author), author)
            break
        except Stale:  # somebody decided one of them just now: it is a conflict, the others are not
            if tried == _TRIES - 1:
                raise
    numbers = {} if here.store is None else here.store.numbers()
    beside = out.written_beside(edited)
    return Imported(edited, found, numbers, saved=not dry_run, at=author.at, beside=beside)


def take(workspace: Workspace, shown: Imported, name: str) -> Imported:
    """Take exactly what `shown` would take, a table of which nothing was saved, under the `name` of who does
    it, in one act. Raises Stale where somebody decided one of its comments since; then nothing is taken."""
    store = numbered_store(workspace)
    here, author = _Here(workspace, store), Author(name, now(), Via.TABLE, workspace.rounds.newest.number)
    saves = [_anew(save, shown.at, author) for save in shown.returned.saves]
    if saves:
        store.save(_with_deeds(here, saves, author), author)
    return replace(shown, numbers=store.numbers(), saved=True, at=author.at)


def _anew(save: Save, at: str, author: Author) -> Save:
    """What was decided at the moment `at` is decided by `author` now; what stood before stays."""
    if save.decision.decided_at != at:
        return save
    return Save(save.key, replace(save.decision, decided_by=author.name, decided_at=author.at))


class _Here:
    """What stands in the workspace. Letters are read only where they are asked for: a table that came back
    whole tells its rows by their marks."""

    def __init__(self, workspace: Workspace, store: Store | None) -> None:
        self.workspace, self.store = workspace, store

    @cached_property
    def read(self) -> Correspondence:
        return self.workspace.correspondence(answered=True)

    @cached_property
    def rows(self) -> tuple[KnownRow, ...]:
        return known_rows(answered_table(self.workspace, self.read))


def _with_deeds(here: _Here, saves: Sequence[Save], author: Author) -> list[Save]:
    """`saves` with the edit that fulfils each acceptance, by which later drafts are watched; one that was
    kept before stays. Who only remarked something accepted nothing."""
    wanted = {
        save.key
        for save in saves
        if save.decision.disposition in _FOLLOWED
        and save.decision.deed is None
        and save.decision.decided_at == author.at
    }
    found: dict[str, Deed | None] = {}
    if wanted:
        done = DeedsDone(here.workspace, here.read, {save.key: save.decision for save in saves})
        found = {each.key: done.of(each) for each in here.read.comments if each.key in wanted}
    made = []
    for save in saves:
        decision = save.decision
        deed = found.get(save.key, decision.deed) if decision.disposition in _FOLLOWED else None
        made.append(replace(save, decision=replace(decision, deed=deed)))
    return made


def _known(edited: EditedTable, here: _Here, out: WentOut) -> KnownTable:
    """What stands here: the present table as it would be printed, what went out before, what is decided."""
    from ..wording.answers import blank_words

    store = here.store
    went = edited.composition or ({} if out.last is None else dict(out.last.rows))
    registered = frozenset() if store is None else frozenset(store.numbers())
    told = bool(went) and _tells_itself(edited, went, registered)
    rows = () if told and out.table is not None else here.rows
    return KnownTable(
        rows=rows,
        composition={key: keys for snapshot in out.all for key, keys in snapshot.rows},
        expected=tuple(went) or tuple(row.key for row in rows),
        marks={} if edited.composition or out.table is None else out.table.marks,
        decisions={} if store is None else store.decisions(),
        comments=registered if told else registered | {comment.key for comment in here.read.comments},
        numbers={} if store is None else store.numbers(),
        printed=_printed(store) if store is not None and any(row.lines for row in edited.rows) else {},
        blanks=tuple(blank for lang in _LANGUAGES for blank in blank_words(lang)),
        agencies={} if store is None else _agencies(here.workspace, store),
        went={} if out.table is None else {row.marks[0].key: row for row in out.table.rows if row.marks},
    )


def _agencies(workspace: Workspace, store: Store) -> Mapping[str, str]:
    """Whose each comment is that has a number, as people corrected it."""
    said = ((each, workspace.settings.of_letter(each.path)) for each in store.registered())
    return {each.key: (entry and entry.agency) or each.agency for each, entry in said}


def _printed(store: Store) -> Mapping[str, tuple[str, ...]]:
    """What stands in a line of its own for each comment, in either language."""
    from ..wording.decisions import decided_words

    decisions = store.decisions()
    return {
        key: tuple(decided_words(decisions.get(key, UNDECIDED), lang) for lang in _LANGUAGES)
        for key in store.numbers()
    }


def _tells_itself(
    edited: EditedTable, went: Mapping[str, tuple[str, ...]], registered: frozenset[str]
) -> bool:
    """Whether each row has one mark, that tells an edit of a row that went out, none is missing, no two of
    them went out with equal words, and the comments of all have their numbers."""
    marks = [row.marks[0] for row in edited.rows if len(row.marks) == 1]
    if len({mark.comment for mark in marks}) < len(marks):
        return False  # who says them tells which is which
    whole = len(marks) == len(edited.rows) and all(mark.answer for mark in marks)
    numbered = all(key in registered for keys in went.values() for key in keys)
    return whole and numbered and {mark.key for mark in marks} == went.keys()


def known_rows(table: Table) -> tuple[KnownRow, ...]:
    """The rows of the present table with what is printed of them in either language."""
    from ..record import row_key
    from ..writers.table.layout import columns, lines

    roles = [column.role for column in columns(table, Layout.CLAUSE)]
    printed = [
        [line for line in lines(table, Layout.CLAUSE, lang) if line.row is not None] for lang in _LANGUAGES
    ]
    made = []
    for row, *of_row in zip(table.rows, *printed, strict=True):
        cells = [dict(zip(roles, line.cells, strict=True)) for line in of_row]
        agencies, said, answers, places = (
            tuple(dict.fromkeys(each[role] for each in cells))
            for role in (ColumnRole.AGENCIES, ColumnRole.COMMENT, ColumnRole.RESPONSE, ColumnRole.CLAUSE)
        )
        made.append(KnownRow(row_key(row), row.keys, agencies, said, answers, places))
    return tuple(made)
