"""Comment forms and tables in letters: rows → comments of one or several agencies, and what is frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.language.lexicon import cue
from drafter.language.quotes import find_quotes
from drafter.language.references import find_references
from drafter.language.request_rules import grammar
from drafter.model import FrameKind, Grid, IsoType, Position

from .cutting import ItemSpan, leaves_place
from .forms import SPEAKING, Cell, Form, form_of, says, says_where, text_of, voiced
from .ground import Spot, spot
from .items import pieces
from .lead_ins import specific_request
from .passage import Passage, position
from .rows import RowVoice, aside_of, group_of, names_speaker, signs, voices
from .sentences import agrees, asks, finds_fault, is_formula, is_lead_in
from .statements import Statement
from .struck import deleted_in
from .ticks import Tick, ticked

__all__ = ["Statement", "form_of", "frame_zones", "plain", "statements"]

# Columns that hold no comment → what their cells are.
_WORDING = ("draft_text", "proposal")
_BESIDE = {
    "number": FrameKind.REFERENCE, "agency": FrameKind.LETTERHEAD, "place": FrameKind.REFERENCE,
    "draft_text": FrameKind.REFERENCE, "date": FrameKind.REFERENCE, "letter": FrameKind.REFERENCE,
    "response": FrameKind.THREAD, "choice": FrameKind.REFERENCE, "type": FrameKind.REFERENCE,
    "agree": FrameKind.REFERENCE, "object": FrameKind.REFERENCE,
}  # fmt: skip

_NARROW = (
    "number",
    "agency",
    "date",
    "letter",
)  # columns in which nobody means to ask


_FEW = 6  # words of a cell that may be wording rather than a remark


def statements(grid: Grid, form: Form, unit: str) -> list[Statement]:
    """The comments of a form in order. A group row gives its heading to the rows below. Of a form with a
    column for each agency those of one after the other."""
    if each_own := voiced(grid, form):
        return [
            replace(statement, agency=agency)
            for at, agency in each_own.items()
            for statement in _of_column(grid, form, at, unit)
        ]
    found: list[Statement] = []
    seen: set[tuple[int, int]] = set()  # comment cells merged over several rows are read once
    heading = ""
    for row, voice in zip(grid.rows[form.first :], voices(grid, form), strict=True):
        if group := group_of(row, form):
            heading = "" if names_speaker(group) else group
        elif not signs(row):
            found.extend(_row(row, form, unit, heading, voice, seen, grid.name))
    return found


def _of_column(grid: Grid, form: Form, at: int, unit: str) -> Iterator[Statement]:
    """The comments in one of several columns; an empty cell of it says nothing, whatever stands beside it."""
    own = {block for row in grid.rows if at < len(row) for block in row[at]}
    alone = replace(form, columns={**form.columns, "comment": (at,)}, nameless=())
    yield from (each for each in statements(grid, alone, unit) if own.issuperset(each.body.blocks))


@dataclass(frozen=True, slots=True)
class _RowWords:
    """What a row says: the comment's cell, cells of proposed wording beside it. `beyond`: part of it stands
    in columns without a name; `elsewhere`: all of it stands in columns that are for something else."""

    cell: Cell
    proposals: Sequence[Cell]
    beyond: bool
    elsewhere: bool


def _said(row: Sequence[Cell], form: Form) -> _RowWords:
    cell, proposals = _speaking(row, form)
    if not cell:
        found = _elsewhere(row, form)
        return _RowWords(found, proposals, beyond=False, elsewhere=bool(found))
    nameless = (row[p] for p in form.nameless if p < len(row))
    beyond = tuple(block for other in nameless for block in other if _goes_on(block.text))
    return _RowWords((*cell, *beyond), proposals, beyond=bool(beyond), elsewhere=False)


def _row(
    row: Sequence[Cell], form: Form, unit: str, heading: str, voice: RowVoice,
    seen: set[tuple[int, int]], sheet: str | None,
) -> list[Statement]:  # fmt: skip
    said, tick = _said(row, form), ticked(row, form)
    if tick is not None and not (said.cell and _goes_beside(said, row, form)):
        said = replace(said, cell=tick.cell, elsewhere=False)
    if not said.cell and (named := _told_beside_name(row, form, unit, sheet)):
        return [replace(named, agency=voice.agency)]
    if not said.cell or (said.cell[0].number, said.cell[0].offset) in seen:
        return []
    seen.add((said.cell[0].number, said.cell[0].offset))
    body = Passage(said.cell, unit, sheet)
    whole = body.norm.text
    proposal = "\n".join(map(text_of, said.proposals))
    if _is_courtesy(whole) and not proposal:
        return []
    spans = ([] if said.beyond else pieces(body)) or [ItemSpan(0, len(whole))]
    cited = _cited(row, form, "" if _leaves(row, form, whole) else heading)
    review = said.elsewhere or said.beyond or voice.review or _is_terse(whole, row, form)
    made = [
        Statement(
            body, span.start, span.end,
            cited="\n".join(part for part in (cited, span.cited) if part),
            agency=voice.agency,
            lead=span.lead,
            review=review,
        )
        for span in spans
    ]  # fmt: skip
    wording = [row[p] for name in _WORDING for p in form.columns.get(name, ()) if p < len(row)]
    first = replace(
        _with_tick(made[0], tick, said),
        proposal=proposal,
        reason="" if said.elsewhere else "\n".join(form.texts(row, "reason")),
        iso_type=_iso_type("\n".join(form.texts(row, "type"))),
        besides=_beside(row, form, said, body, seen, tick),
        deleted=deleted_in(wording),
    )
    return [first, *made[1:]]


def _told_beside_name(row: Sequence[Cell], form: Form, unit: str, sheet: str | None) -> Statement | None:
    """What brackets behind the name say, where the row says nothing else: "Sở Xây dựng (không có ý kiến)"."""
    cell = next((row[p] for p in form.columns.get("agency", ()) if p < len(row) and row[p]), ())
    body = Passage(cell, unit, sheet)
    aside = aside_of(body.norm.text) if cell else None
    return Statement(body, *aside.span("said")) if aside else None


def _goes_beside(said: _RowWords, row: Sequence[Cell], form: Form) -> bool:
    """Whether a row says something of its own beside its tick: a comment, or a reason that asks."""
    return (
        not said.elsewhere or text_of(said.cell) not in form.texts(row, "reason") or asks(text_of(said.cell))
    )


def _with_tick(statement: Statement, tick: Tick | None, said: _RowWords) -> Statement:
    """A comment with what its row ticked: that it does not agree opens it; beside a wish that it agrees is
    for a person to see."""
    if tick is None:
        return statement
    if said.cell == tick.cell and tick.marked:
        return replace(statement, told=tick.title, review=statement.review or tick.both)
    if tick.objects:
        return replace(statement, lead=tick.title, review=statement.review or tick.both)
    return replace(statement, review=statement.review or said.cell != tick.cell)


def _iso_type(text: str) -> IsoType | None:
    """The type that a cell names, in short or in full: `"te"`, `"Editorial"`."""
    return next((each for each in IsoType if text.strip().lower().startswith(each)), None)


def _is_terse(text: str, row: Sequence[Cell], form: Form) -> bool:
    """Whether a few words beside those of the draft may be meant to stand in their place: "hằng quý"."""
    few = len(text.split()) <= _FEW and bool(form.texts(row, "draft_text"))
    return few and not (agrees(text) or asks(text) or finds_fault(text))


def _is_courtesy(text: str) -> bool:
    """Whether a cell of the comments' column only thanks or leads in: nothing there opens a letter, and
    "Đề nghị 45 ngày" beside a place is what is asked for it."""
    return is_formula(text) and bool(cue("letters", "courtesy").match(text) or is_lead_in(text))


def _leaves(row: Sequence[Cell], form: Form, text: str) -> bool:
    """Whether the comment itself says that it is not about the place of the heading above."""
    return not form.texts(row, "place") and leaves_place(text)


def _cited(row: Sequence[Cell], form: Form, heading: str) -> str:
    """What says where: the heading above, the row's place, the words of the draft that it quotes."""
    place, words = ("\n".join(form.texts(row, name)) for name in ("place", "draft_text"))
    heading = "" if _units(heading) & _units(place) else heading  # a row beside that nobody filled in
    return "\n".join(part for part in (heading, place, _quoted(words)) if part)


def _beside(
    row: Sequence[Cell], form: Form, said: _RowWords, body: Passage, seen: set[tuple[int, int]],
    tick: Tick | None,
) -> tuple[Position, ...]:  # fmt: skip
    """Where the proposed wording, the reason and the tick stand that belong to the comment."""
    columns = () if said.elsewhere else form.columns.get("reason", ())
    reasons = [row[p] for p in columns if p < len(row) and row[p]]
    ticks = [tick.cell] if tick else []
    others = [cell for cell in (*said.proposals, *reasons, *ticks) if cell != said.cell]
    return tuple(place for cell in others for place in _places(cell, body, seen))


def _places(cell: Cell, body: Passage, seen: set[tuple[int, int]]) -> Iterator[Position]:
    """The stretches of a cell beside the comment; a cell merged over several rows belongs to the first."""
    for block in cell:
        if (block.number, block.offset) not in seen:
            seen.add((block.number, block.offset))
            yield position(block, 0, len(block.text), body.unit, body.sheet)


def _units(text: str) -> set[str]:
    """The units of the innermost places that a cell cites: of "Khoản 2 Điều 4" the khoản."""
    return {
        locator.parts[-1][0] for one in find_references(text) for locator in one.locators if locator.parts
    }


def _quoted(text: str) -> str:
    """What a column of draft text holds is a quote, unless it names a place or marks its quotes itself."""
    if not text or find_quotes(text) or grammar().place.pattern.match(text) or says_where(text):
        return text
    return f"“{text}”"


def _speaking(row: Sequence[Cell], form: Form) -> tuple[Cell, list[Cell]]:
    """The cell that is the comment, and those beside it of proposed wording."""
    comments, proposals = (
        list(dict.fromkeys(row[p] for p in form.columns.get(name, ()) if row[p] and not row[p][0].gone))
        for name in SPEAKING
    )
    if comments:
        cell = tuple(block for cell in comments for block in cell)
        if len(proposals) == 1 and agrees(text_of(cell)) and not asks(text_of(cell)):
            return proposals[0], proposals[:1]
        return cell, proposals
    return (proposals[0], proposals[:1]) if proposals else ((), [])


def _goes_on(text: str) -> bool:
    """The rest of a sentence that a sign "|" or ";" typed in it cut into another cell."""
    return text[:1].islower()


def _elsewhere(row: Sequence[Cell], form: Form) -> Cell:
    """What a row says where its comment column is empty: a remark in "Ghi chú", words in a column without a
    name, a reason alone."""
    beside = {place for name in _BESIDE for place in form.columns.get(name, ())}
    cells = dict.fromkeys(
        cell for place, cell in enumerate(row) if place not in beside and cell and not cell[0].gone
    )
    speaking = [cell for cell in cells if says(text_of(cell))]
    return tuple(block for cell in cells for block in cell) if speaking else ()


def frame_zones(grid: Grid, form: Form) -> dict[Spot, FrameKind]:
    """The cells of a form that are frame: above its rows, and in the columns that say who, where and when."""
    found: dict[Spot, FrameKind] = {}
    for place, row in enumerate(grid.rows[: form.first]):
        for block in (block for cell in row for block in cell):
            found[spot(block, grid.name)] = (
                FrameKind.HEADING if place >= form.header else FrameKind.LETTERHEAD
            )
    for row in grid.rows[form.first :]:
        if group_of(row, form):
            continue
        signed = signs(row)
        for name, kind in _BESIDE.items():
            for block in (block for p in form.columns.get(name, ()) if p < len(row) for block in row[p]):
                if not (name in _NARROW and specific_request(block.text, at_places=True) is not None):
                    found.setdefault(spot(block, grid.name), kind)
        if signed:
            found.update({spot(block, grid.name): FrameKind.SIGNATURE for cell in row for block in cell})
    return found


def plain(grid: Grid, unit: str) -> list[Statement]:
    """The comments of a table without a header: the cells of its wordiest column that say something."""
    width = max((len(row) for row in grid.rows), default=0)
    words = [sum(len(text_of(row[c]).split()) for row in grid.rows if c < len(row)) for c in range(width)]
    if not any(words):
        return []
    widest = words.index(max(words))
    found: list[Statement] = []
    for row in grid.rows:
        cell = row[widest]
        if cell and (says(text_of(cell))):
            body = Passage(cell, unit, grid.name)
            cited = "\n".join(
                text_of(row[c]) for c in range(width) if c < widest and row[c] and len(text_of(row[c])) > 3
            )
            found.extend(Statement(body, each.start, each.end, cited, review=True) for each in pieces(body))
    return found
