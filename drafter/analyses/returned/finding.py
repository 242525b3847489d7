"""Finding: which row that went out each row of a returned table is, by its mark, else by its words.

A mark counts where the comment beside it is the one that it went out with, or where no other mark of the
table fits that comment: rows sorted without the hidden column have each other's marks. Of rows with equal
words the one counts beside whose agencies and numbers they stand. A row that was copied and typed over
beside the one that it was copied from is none that went out. Without a mark the words of the comment
count, then who says them; two rows of equal words stay unknown rather than mistaken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rapidfuzz import fuzz

from drafter.language.retyped import retyped
from drafter.model import ColumnRole, EditedRow, EditedTable, KnownRow, KnownTable, RowMark, RowNote, digest

_NEARLY = 90  # per cent of letters alike: the same comment, mended
_PART = 16  # letters: fewer may stand in any comment


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row that came back: the `names` of the rows that it is, the `keys` of the comments in it, the mark
    that tells an edit, None where nobody knows what went out. `joined`: it holds the answers of several
    rows, and none of them was touched."""

    row: EditedRow
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    mark: RowMark | None = None
    notes: tuple[RowNote, ...] = ()
    joined: bool = False


def found_rows(table: EditedTable, known: KnownTable) -> tuple[FoundRow, ...]:
    """Every row of `table`, those whose answer is one cell as one; a name that stands twice is told."""
    composition = {**{row.key: row.keys for row in known.rows}, **known.composition, **table.composition}
    there = {mark.key: mark for row in table.rows for mark in row.marks}
    words = {row.key: tuple(map(retyped, row.comments)) for row in known.rows}
    finding = _Finding({**known.marks, **table.marks, **there}, frozenset(there), known.rows, words)
    made = []
    for row in _joined(table.rows):
        found = finding.found(row)
        keys = tuple(key for name in found.names for key in composition.get(name, ()))
        made.append(replace(found, keys=keys) if keys else replace(found, names=(), mark=None))
    return tuple(_told_apart([*_without_copies(made, known)]))


def _joined(rows: Sequence[EditedRow]) -> Iterator[EditedRow]:
    """Rows with one answer cell over them as one row with the marks of all."""
    waiting: EditedRow | None = None
    for row in rows:
        if row.spans and waiting is not None:
            remarks = (*waiting.remarks, *row.remarks)
            own = tuple(dict.fromkeys((*waiting.own, *row.own)))
            waiting = replace(waiting, marks=(*waiting.marks, *row.marks), remarks=remarks, own=own)
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


@dataclass(frozen=True, slots=True)
class _Finding:
    """What rows are found by: the marks that went out, the names that stand in the table, the rows known
    here, and what their comments say, by name."""

    marks: Mapping[str, RowMark]
    there: frozenset[str]
    rows: Sequence[KnownRow]
    words: Mapping[str, tuple[str, ...]]

    def found(self, row: EditedRow) -> FoundRow:
        notes = (RowNote.TRACKED,) if row.tracked else ()
        if len(row.marks) > 1:
            joined = _holds_all(row.cell(ColumnRole.RESPONSE), row.marks)
            names = tuple(mark.key for mark in row.marks)
            return FoundRow(row, names, notes=(*notes, RowNote.MERGED), joined=joined)
        if row.marks:
            return self._by_mark(row, row.marks[0], notes)
        return self._by_words(row, notes)

    def _by_mark(self, row: EditedRow, mark: RowMark, notes: tuple[RowNote, ...]) -> FoundRow:
        said = digest(retyped(row.cell(ColumnRole.COMMENT)))
        if not mark.answer:  # a table of before rows carried more than their names
            return FoundRow(row, (mark.key,), notes=notes)
        if not row.cell(ColumnRole.COMMENT):
            return FoundRow(row, (mark.key,), mark=mark, notes=notes)
        fitting = {m.key: m for m in (mark, *self.marks.values()) if m.comment and said.startswith(m.comment)}
        if not fitting:
            return FoundRow(row, (mark.key,), mark=mark, notes=(*notes, RowNote.WORDS_EDITED))
        meant = self._meant(row, mark, tuple(fitting.values()))
        if meant is None:
            return FoundRow(row, notes=notes)
        moved = () if meant.key == mark.key else (RowNote.MOVED,)
        return FoundRow(row, (meant.key,), mark=meant, notes=(*notes, *moved))

    def _meant(self, row: EditedRow, own: RowMark, fitting: Sequence[RowMark]) -> RowMark | None:
        """Which of the marks that went out with the words of `row` is its: of several, the one beside whom it
        says them. None where that tells none, or others than its own."""
        if len(fitting) == 1:
            return fitting[0]
        known = {mark.key: mark for mark in fitting}
        named = _from_the_same([each for each in self.rows if each.key in known], row)
        if own.key in (each.key for each in named):
            return own
        return known[named[0].key] if len(named) == 1 else None

    def _by_words(self, row: EditedRow, notes: tuple[RowNote, ...]) -> FoundRow:
        """A row without a mark: one that went out and is not there by its mark, or a part of one that is."""
        said = retyped(row.cell(ColumnRole.COMMENT))
        free = [each for each in self.rows if each.key not in self.there]
        alike = self._alike(said, free) or _by_hash(digest(said), self.marks, free)
        named = _from_the_same(alike, row) if len(alike) > 1 else alike
        if len(named) == 1:
            key = named[0].key
            mark = self.marks.get(key)
            known = mark if mark is not None and mark.answer else None
            return FoundRow(row, (key,), mark=known, notes=(*notes, RowNote.BY_WORDS))
        whole = [each for each in self.rows if _is_part(said, self.words[each.key])]
        if len(whole) == 1:
            return FoundRow(row, (whole[0].key,), notes=(*notes, RowNote.SPLIT))
        return FoundRow(row, notes=notes)

    def _alike(self, said: str, rows: Sequence[KnownRow]) -> list[KnownRow]:
        """Those of `rows` with this comment: to the letter, else nearly."""
        if not said:
            return []
        exact = [row for row in rows if said in self.words[row.key]]
        return exact or [row for row in rows if any(map(partial(_nearly, said), self.words[row.key]))]


def _nearly(one: str, other: str) -> bool:
    return bool(fuzz.ratio(one, other, score_cutoff=_NEARLY))


def _holds_all(text: str, marks: Sequence[RowMark]) -> bool:
    """Whether the lines of `text` are the answers that `marks` went out with, one after the other."""
    lines, at = text.split("\n"), 0
    for mark in marks:
        ends = (
            end
            for end in range(at, len(lines) + 1)
            if mark.answer and digest(retyped("\n".join(lines[at:end]))).startswith(mark.answer)
        )
        end = next(ends, None)
        if end is None:
            return False
        at = end
    return not "".join(lines[at:]).strip()


def _by_hash(said: str, marks: Mapping[str, RowMark], rows: Iterable[KnownRow]) -> list[KnownRow]:
    """The rows that went out with this comment, printed otherwise then than it would be now."""
    of = {key for key, mark in marks.items() if mark.comment and said.startswith(mark.comment)}
    return [row for row in rows if row.key in of]


def _from_the_same(rows: Sequence[KnownRow], row: EditedRow) -> list[KnownRow]:
    """Those whose agencies, and numbers where any are printed, are the ones that stand in the row."""
    said = retyped(row.cell(ColumnRole.AGENCIES))
    return [each for each in rows if said in map(retyped, each.agencies)]


def _is_part(said: str, comments: Iterable[str]) -> bool:
    return len(said) >= _PART and any(said in comment for comment in comments)


def _without_copies(found: Sequence[FoundRow], known: KnownTable) -> Iterator[FoundRow]:
    """Of rows with one name those that say another comment, or name others, beside one that says its own:
    they are new, or parts of it."""
    places = _places(found)
    for each in found:
        alike = places[each.names[0]] if len(each.names) == 1 else []
        own = [other for other in alike if _as_it_went(other, known)]
        if not own or any(other is each for other in own):
            yield each
        elif RowNote.WORDS_EDITED in each.notes and _is_part(_comment(each), map(_comment, own)):
            yield _noted(each, RowNote.SPLIT)
        else:
            notes = tuple(note for note in each.notes if note is not RowNote.WORDS_EDITED)
            yield FoundRow(each.row, notes=(*notes, RowNote.COPIED))


def _as_it_went(found: FoundRow, known: KnownTable) -> bool:
    """Whether a row says what it went out with, and who says it; one of several that were joined does not."""
    if len(found.names) != 1:
        return False
    (name,) = found.names
    went = known.went.get(name)
    if went is not None:
        agencies = [went.cell(ColumnRole.AGENCIES)]
    else:
        agencies = [each for row in known.rows if row.key == name for each in row.agencies]
    own = not agencies or retyped(found.row.cell(ColumnRole.AGENCIES)) in map(retyped, agencies)
    return own and RowNote.WORDS_EDITED not in found.notes


def _comment(found: FoundRow) -> str:
    return retyped(found.row.cell(ColumnRole.COMMENT))


def _places(found: Iterable[FoundRow]) -> Mapping[str, Sequence[FoundRow]]:
    """The rows that have each name."""
    places: dict[str, list[FoundRow]] = {}
    for each in found:
        for name in each.names:
            places.setdefault(name, []).append(each)
    return places


def _told_apart(found: Sequence[FoundRow]) -> Iterator[FoundRow]:
    """Where a row stands twice: once where both say the same, else both told. A row of which parts stand by
    themselves is split."""
    places = _places(found)
    for each in found:
        others = [other for name in each.names for other in places[name] if other is not each]
        if any(RowNote.SPLIT in other.notes for other in (each, *others)) and others:
            yield _noted(each, RowNote.SPLIT)
        elif any(_said(other) != _said(each) for other in others):
            yield _noted(each, RowNote.TWICE)
        elif others and places[each.names[0]][0] is not each:
            continue
        else:
            yield each


def _noted(found: FoundRow, note: RowNote) -> FoundRow:
    return found if note in found.notes else replace(found, notes=(*found.notes, note))


def _said(found: FoundRow) -> tuple[object, ...]:
    row, roles = found.row, (ColumnRole.AGENCIES, ColumnRole.COMMENT, ColumnRole.RESPONSE)
    return *(retyped(row.cell(role)) for role in roles), row.disposition, row.reason
