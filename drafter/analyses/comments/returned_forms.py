"""Forms that came back: each comment on the clause whose row it stands in, by the row's key.

Hard cases: a row that somebody copied and wrote another place into has the key of the first, and is read by
what it says; a form for a draft that is not here is read by what it says; a clause that somebody rewrote in
its own cell is a comment that a person must look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.language.lexicon import cue, lexicon
from drafter.language.locators import as_cited
from drafter.language.normal import folded
from drafter.model import (
    Anchor,
    Block,
    Clause,
    Declared,
    Draft,
    Grid,
    Notice,
    Position,
    Rounds,
    Sheet,
    form_key,
    read_key,
)
from drafter.model.form_keys import WHOLE, FormKey

from .forms import SPEAKING, Cell, Form, form_of, text_of
from .ground import number_of
from .passage import Passage
from .tables import Statement

_NAME = 16  # words of the name of an agency
_SHOWN = 5  # places in one notice


@dataclass(frozen=True, slots=True)
class _KeyedRow:
    """A row of a form with the clause that it is about; None: the draft as a whole."""

    cells: Sequence[Cell]
    form: Form
    grid: Grid
    clause: Clause | None
    place: str  # as printed

    def text(self, name: str) -> str:
        return "\n".join(self.form.texts(self.cells, name))

    def cell(self, name: str) -> Cell:
        places = self.form.columns.get(name, ())
        return next((self.cells[p] for p in places if p < len(self.cells) and self.cells[p]), ())


@dataclass(frozen=True)
class ReturnedForm:
    """A sheet with keys, and the drafts that they may be of."""

    sheet: Sheet
    rounds: Rounds

    @cached_property
    def draft(self) -> Draft | None:
        """The draft that most rows are about; None where none of them is here."""
        found = Counter(about[0].path for about in self._about.values() if about is not None)
        return self.rounds.draft(found.most_common(1)[0][0]) if found else None

    def declared(self, declared: Declared) -> Declared:
        """`declared`, filled from the form: whom it is from and about which draft."""
        return replace(declared, draft=declared.draft or self.draft, agency=declared.agency or self._agency())

    @cached_property
    def _about(self) -> Mapping[str, tuple[Draft, str | None] | None]:
        """Each key → the draft and clause that it names; None for one that names nothing here."""
        return {key: self._meant(key) for key in dict.fromkeys(self.sheet.keys.values())}

    def _meant(self, text: str) -> tuple[Draft, str | None] | None:
        key = read_key(text)
        if key is None:
            return self._marks.get(text)
        same = [draft for draft in self.rounds.drafts if key.of_draft(draft.sha256)]
        named = [
            draft for draft in self.rounds.drafts if key.number is not None and draft.number == key.number
        ]
        return next((found for draft in (*same, *named) if (found := _clause(key, draft)) is not None), None)

    @cached_property
    def _marks(self) -> Mapping[str, tuple[Draft, str | None]]:
        return {
            form_key(draft.number, draft.sha256, id).mark: (draft, None if id == WHOLE else id)
            for draft in self.rounds.drafts
            for id in (WHOLE, *draft.by_id)
        }

    # --- who ---------------------------------------------------------------------------------

    def _agency(self) -> str | None:
        """What stands behind or below the label of the form."""
        lines = [*self._above()]
        for at, line in enumerate(lines):
            found = cue("letters", "form", "agency").match(" ".join(line.split()))
            if found is None:
                continue
            name = found["name"].strip(" .…_")
            below = lines[at + 1].strip(" .…_") if at + 1 < len(lines) else ""
            if not name and below and not _is_label(below) and len(below.split()) <= _NAME:
                name = below
            return name or None
        return None

    def _above(self) -> Iterator[str]:
        """The lines above the first row with a key."""
        for part in self.sheet.parts:
            if isinstance(part, Block):
                yield part.text
                continue
            for row in part.rows:
                if any((part.name, block.number) in self.sheet.keys for cell in row for block in cell):
                    return
                for cell in dict.fromkeys(row):
                    yield text_of(cell)

    # --- what --------------------------------------------------------------------------------

    @cached_property
    def _rows(self) -> dict[tuple[str | None, int], _KeyedRow]:
        """By sheet and number of each of their lines, the rows whose key and words agree."""
        found: dict[tuple[str | None, int], _KeyedRow] = {}
        for grid in (part for part in self.sheet.parts if isinstance(part, Grid)):
            form = form_of(grid)
            for cells in () if form is None else grid.rows[form.first :]:
                spots = [(grid.name, block.number) for cell in cells for block in cell]
                about = next((self._about[self.sheet.keys[s]] for s in spots if s in self.sheet.keys), None)
                if form is None or about is None or self.draft is None or about[0].path != self.draft.path:
                    continue
                clause = None if about[1] is None else self.draft.by_id[about[1]]
                place = "\n".join(form.texts(cells, "place"))
                row = _KeyedRow(cells, form, grid, clause, place)
                if _agrees_with_key(row):
                    found.update(dict.fromkeys(spots, row))
        return found

    def settled(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements of rows with a key on their clauses; those of clauses rewritten in their own cells
        behind them."""
        made = []
        for statement in statements:
            row = self._row_of(statement)
            if row is None or not _is_choice(statement, row):
                made.append(statement if row is None else _on_clause(statement, row))
        said = {id(self._row_of(statement)) for statement in made}
        return [*made, *(each for each in self._rewritten() if id(self._row_of(each)) not in said)]

    def anchor(self, statement: Statement) -> Anchor | None:
        """The clause that a statement stands on."""
        row = self._row_of(statement)
        if row is None or row.clause is None:
            return None
        text = row.clause.text
        return Anchor(text, 0, len(text), clauses=(row.clause.id,))

    def _row_of(self, statement: Statement) -> _KeyedRow | None:
        return next((row for place in statement.places if (row := self._rows.get(_spot(place)))), None)

    def _once(self) -> list[_KeyedRow]:
        return [*{id(row): row for row in self._rows.values()}.values()]

    def _rewritten(self) -> Iterator[Statement]:
        exact = self.draft is not None and any(
            key is not None and key.of_draft(self.draft.sha256)
            for key in map(read_key, self.sheet.keys.values())
        )
        for row in self._once() if exact else ():
            cell = row.cell("draft_text")
            if row.clause is None or not cell:
                continue
            printed = _bare(" ".join(part for part in (row.clause.marker, row.clause.text) if part))
            if _bare(text_of(cell)) != printed:
                body = Passage(cell, self.sheet.unit, row.grid.name)
                made = Statement(body, 0, len(body.norm.text), cited=row.place, review=True)
                yield _on_clause(made, row)

    def agreement(self) -> list[Statement]:
        """Where no row has a comment: that the agency agrees, by the first row where it chose so. A person
        must look where it did not choose it for the whole draft or for all rows."""
        rows = self._once()
        agreed = [row for row in rows if _chose(row, "agree")]
        if not agreed:
            return []
        first = next((row for row in agreed if row.clause is None), agreed[0])
        body = Passage(first.cell("choice"), self.sheet.unit, first.grid.name)
        whole = first.clause is None or len(agreed) >= len(rows) - 1
        asked = any(_chose(row, "propose") for row in rows)
        return [Statement(body, 0, len(body.norm.text), review=asked or not whole)]

    def notices(self) -> tuple[Notice, ...]:
        """Rows where a change is asked for and none is said; that the draft is not here."""
        if self.draft is None:
            return (Notice("form-draft", self.sheet.path),)
        mute = [
            row.place or str(lexicon("letters")["unnamed"])
            for row in self._once()
            if _chose(row, "propose") and not any(row.text(name) for name in (*SPEAKING, "reason"))
        ]
        if not mute:
            return ()
        more = " …" if len(mute) > _SHOWN else ""
        return (Notice("form-choice", self.sheet.path, "; ".join(mute[:_SHOWN]) + more),)


def returned_form(sheet: Sheet, rounds: Rounds) -> ReturnedForm | None:
    """The form that a sheet is; None for any other file."""
    return ReturnedForm(sheet, rounds) if sheet.keys else None


def _clause(key: FormKey, draft: Draft) -> tuple[Draft, str | None] | None:
    if key.clause == WHOLE:
        return draft, None
    id = key.clause_in(draft.by_id)
    return None if id is None else (draft, id)


def _agrees_with_key(row: _KeyedRow) -> bool:
    """Whether the place or the text of a row is what its key says; a copied row may say another."""
    if row.clause is None:
        return _bare(row.place) in map(_bare, lexicon("letters")["form"]["whole"])
    text = _bare(row.text("draft_text"))
    if _begins_with(row.place, row.clause.locator):
        return True
    return bool(text) and text.endswith(_bare(row.clause.text))


def _begins_with(place: str, locator: str) -> bool:
    """Whether a cell names a clause, with or without commas, in whole words: "mục II" is not "mục I"."""
    said, named = _units(as_cited(place)), _units(as_cited(locator))
    return bool(named) and said[: len(named)] == named


def _units(place: str) -> list[str]:
    return [word.strip(".:") for word in re.split(r"[\s,;]+", folded(place)) if word]


def _on_clause(statement: Statement, row: _KeyedRow) -> Statement:
    """Where a row stands for the whole draft, only that is said of its place."""
    return replace(statement, cited=row.place) if row.clause is None else statement


def _chose(row: _KeyedRow, choice: str) -> bool:
    return bool(cue("letters", "form", choice).match(row.text("choice").strip()))


def _is_choice(statement: Statement, row: _KeyedRow) -> bool:
    """Whether a statement is what was chosen, and no comment."""
    chosen = {(block.number, block.offset) for block in row.cell("choice")}
    return all((number_of(place), place.start) in chosen for place in statement.places)


def _is_label(line: str) -> bool:
    return line.endswith(":") or bool(cue("letters", "form", "label").match(line))


def _spot(place: Position) -> tuple[str | None, int]:
    return place.sheet, number_of(place)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))
