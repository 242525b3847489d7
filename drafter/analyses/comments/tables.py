"""Comment forms and tables in letters: header row → columns; rows → comments of one or several agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.language.lexicon import cue, lexicon
from drafter.language.quotes import find_quotes
from drafter.language.references import find_references
from drafter.language.requests import grammar
from drafter.language.senders import is_agency, proper
from drafter.model import Block, FrameKind, Grid, Position

from .ground import Spot, spot
from .items import ItemSpan, pieces
from .marks import mark_of
from .passage import Passage, position
from .sentences import agrees, asks, finds_fault, is_formula
from .struck import Deleted, deleted_in

Cell = tuple[Block, ...]
_SPEAKING = ("comment", "proposal")
# Columns that hold no comment → what their cells are.
_BESIDE = {
    "number": FrameKind.REFERENCE, "agency": FrameKind.LETTERHEAD, "place": FrameKind.REFERENCE,
    "draft_text": FrameKind.REFERENCE, "date": FrameKind.REFERENCE, "letter": FrameKind.REFERENCE,
    "response": FrameKind.THREAD,
}  # fmt: skip
_HIGHEST = 40  # rows down to which a header is sought: a form may carry a whole letter above it


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said at one place of a letter, minutes or table: its span in `body`, what the lines above
    or the cells beside it say, whose words they are where that is told.

    `besides`: stretches that belong to it and that its span leaves out: cells of a reason or wording, its
    list mark. `lead`: the first words of its sentence, where it is the second half. `review`: a person must
    look.
    """

    body: Passage
    start: int
    end: int
    cited: str = ""
    proposal: str = ""
    reason: str = ""
    agency: str | None = None
    besides: tuple[Position, ...] = ()
    lead: str = ""
    review: bool = False
    deleted: tuple[Deleted, ...] = ()  # what was struck in the cells beside it

    @property
    def places(self) -> tuple[Position, ...]:
        """The stretches of the file that it is made of."""
        return (*self.body.places(self.start, self.end), *self.besides)


@dataclass(frozen=True, slots=True)
class Form:
    """A grid whose header was found: `columns` maps a name of `letters.toml` to places from 0."""

    columns: Mapping[str, tuple[int, ...]]
    header: int  # place of the header row; what stands above is letterhead
    first: int  # the first row of content


def form_of(grid: Grid) -> Form | None:
    """The form that a grid is, by its header row: two named columns, one of them for comments."""
    for place, row in enumerate(grid.rows[:_HIGHEST]):
        below = grid.rows[place + 1] if place + 1 < len(grid.rows) else ()
        double = any(cell and cell == under for cell, under in zip(row, below, strict=False)) and _is_header(
            below
        )
        titles = [under or cell for cell, under in zip(row, below, strict=True)] if double else row
        columns = _columns(titles)
        if any(name in columns for name in _SPEAKING) and len(columns) >= 2:
            return Form(columns, place, _content(grid, place + 1 + double))
    return None


def _columns(row: Sequence[Cell]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    seen: dict[int, str] = {}
    for place, cell in enumerate(row):
        merged = place > 0 and cell and cell == row[place - 1]
        name = seen.get(place - 1) if merged else _column(_text(cell))
        if name:
            seen[place] = name
            found[name] = (*found.get(name, ()), place)
    if "comment" not in found and "other" in found and len(found) > 1:
        found["comment"] = found.pop("other")
    return found


def _column(text: str) -> str | None:
    text = " ".join(text.split())
    if not text or len(text.split()) > 14 or text.endswith("."):
        return None
    for name in lexicon("letters")["columns"]:
        if cue("letters", "columns", name).search(text):
            return str(name)
    return None


def _is_header(row: Sequence[Cell]) -> bool:
    texts = [_text(cell) for cell in row if cell]
    return bool(texts) and all(len(text.split()) <= 10 for text in texts)


def _content(grid: Grid, first: int) -> int:
    """Past a row that numbers the columns: `(1) | (2) | (3)`."""
    while first < len(grid.rows):
        texts = [_text(cell).strip("() =+-") for cell in grid.rows[first] if cell]
        if not texts or not all(len(text) <= 2 and text.isalnum() for text in texts):
            break
        first += 1
    return first


def _text(cell: Cell) -> str:
    return "\n".join(block.text for block in cell)


def statements(grid: Grid, form: Form, unit: str) -> list[Statement]:
    """The comments of a form in order. A group row gives its heading to the rows below; a row that
    names an agency alone gives it to them as their speaker."""
    found: list[Statement] = []
    seen: set[tuple[int, int]] = set()  # comment cells merged over several rows are read once
    heading, speaker = "", None
    for row in grid.rows[form.first :]:
        if group := _group(row, form):
            if is_agency(_unmarked(group)) and len(group.split()) < 20:
                speaker, heading = proper(_unmarked(group)), ""
            else:
                heading = group
            continue
        if _signs(row):
            continue
        found.extend(_row(row, form, unit, heading, speaker, seen, grid.name))
    return found


def _group(row: Sequence[Cell], form: Form) -> str:
    """The text of a row that speaks in one cell outside the comment column, or runs over all columns."""
    texts = [(place, _text(cell)) for place, cell in enumerate(row) if cell]
    distinct = {text for _, text in texts}
    numbers = {_text(row[place]) for place in form.columns.get("number", ()) if place < len(row)}
    said = distinct - numbers
    speaking = [place for name in _SPEAKING for place in form.columns.get(name, ())]
    if len(said) != 1:
        return ""
    places = [place for place, text in texts if text in said]
    text = next(iter(said))
    over_all = len(places) > len(speaking) and len(places) >= len(row) - len(form.columns.get("number", ()))
    if over_all or (not set(places) & set(speaking) and not (asks(text) or finds_fault(text))):
        return text
    return ""


def _unmarked(text: str) -> str:
    mark = mark_of(text, None, 0)
    return text[mark.end :] if mark else text


def _signs(row: Sequence[Cell]) -> bool:
    """A row of the signature that was typed below the form."""
    texts = [_text(cell) for cell in row if cell]
    return bool(texts) and all(cue("letters", "signature").match(text) for text in set(texts))


def _row(
    row: Sequence[Cell], form: Form, unit: str, heading: str, speaker: str | None,
    seen: set[tuple[int, int]], sheet: str | None,
) -> list[Statement]:  # fmt: skip
    def side(*names: str) -> str:
        return "\n".join(
            dict.fromkeys(_text(row[p]) for name in names for p in form.columns.get(name, ()) if row[p])
        )

    cell, proposals = _speaking(row, form)
    proposal = "\n".join(map(_text, proposals))
    if not cell or (cell[0].number, cell[0].offset) in seen:
        return []
    seen.add((cell[0].number, cell[0].offset))
    body = Passage(cell, unit, sheet)
    whole = body.norm.text
    if is_formula(whole) and not proposal:
        return []
    spans = pieces(body) or [ItemSpan(0, len(whole))]
    agency = side("agency")
    reasons = [row[p] for p in form.columns.get("reason", ()) if p < len(row) and row[p]]
    beside = tuple(
        place for other in (*proposals, *reasons) if other != cell for place in _places(other, body, seen)
    )
    wording = [p for name in ("draft_text", "proposal") for p in form.columns.get(name, ())]
    cited = "\n".join(part for part in (heading, side("place"), _quoted(side("draft_text"))) if part)
    return [
        Statement(
            body, span.start, span.end,
            cited="\n".join(part for part in (cited, span.cited) if part),
            proposal=proposal if place == 0 else "",
            reason=side("reason") if place == 0 else "",
            agency=proper(agency) if agency else speaker,
            besides=beside if place == 0 else (),
            lead=span.lead,
            deleted=deleted_in(row[p] for p in wording if p < len(row)) if place == 0 else (),
        )
        for place, span in enumerate(spans)
    ]  # fmt: skip


def _places(cell: Cell, body: Passage, seen: set[tuple[int, int]]) -> Iterator[Position]:
    """The stretches of a cell beside the comment; a cell merged over several rows belongs to the first."""
    for block in cell:
        if (block.number, block.offset) not in seen:
            seen.add((block.number, block.offset))
            yield position(block, 0, len(block.text), body.unit, body.sheet)


def _quoted(text: str) -> str:
    """What a column of draft text holds is a quote, unless it names a place or marks its quotes itself."""
    if not text or find_quotes(text) or grammar().place.pattern.match(text) or _says_where(text):
        return text
    return f"“{text}”"


def _says_where(text: str) -> bool:
    """A place and little else, or the whole: `"III.4.b"`, `"Toàn văn"`."""
    cited = sum(one.end - one.start for one in find_references(text) if one.act is None)
    return 2 * cited > len(text) or bool(cue("scopes", "where").match(text.lower()))


def _speaking(row: Sequence[Cell], form: Form) -> tuple[Cell, list[Cell]]:
    """The cell that is the comment, and those beside it of proposed wording."""
    comments, proposals = (
        list(dict.fromkeys(row[p] for p in form.columns.get(name, ()) if row[p] and not row[p][0].gone))
        for name in _SPEAKING
    )
    if comments:
        cell = tuple(block for cell in comments for block in cell)
        if len(proposals) == 1 and agrees(_text(cell)) and not asks(_text(cell)):
            return proposals[0], proposals[:1]
        return cell, proposals
    return (proposals[0], proposals[:1]) if proposals else ((), [])


def frame_zones(grid: Grid, form: Form) -> dict[Spot, FrameKind]:
    """The cells of a form that are frame: above its rows, and in the columns that say who, where and when."""
    found: dict[Spot, FrameKind] = {}
    for place, row in enumerate(grid.rows[: form.first]):
        for block in (block for cell in row for block in cell):
            found[spot(block, grid.name)] = (
                FrameKind.HEADING if place >= form.header else FrameKind.LETTERHEAD
            )
    for row in grid.rows[form.first :]:
        if _group(row, form):
            continue
        signs = _signs(row)
        for name, kind in _BESIDE.items():
            for block in (block for p in form.columns.get(name, ()) if p < len(row) for block in row[p]):
                found.setdefault(spot(block, grid.name), kind)
        if signs:
            found.update({spot(block, grid.name): FrameKind.SIGNATURE for cell in row for block in cell})
    return found


def plain(grid: Grid, unit: str) -> list[Statement]:
    """The comments of a table without a header: the cells of its wordiest column that say something."""
    width = max((len(row) for row in grid.rows), default=0)
    words = [sum(len(_text(row[c]).split()) for row in grid.rows if c < len(row)) for c in range(width)]
    if not any(words):
        return []
    widest = words.index(max(words))
    found: list[Statement] = []
    for row in grid.rows:
        cell = row[widest]
        if cell and (asks(_text(cell)) or finds_fault(_text(cell)) or agrees(_text(cell))):
            body = Passage(cell, unit, grid.name)
            cited = "\n".join(
                _text(row[c]) for c in range(width) if c < widest and row[c] and len(_text(row[c])) > 3
            )
            found.extend(Statement(body, piece.start, piece.end, cited) for piece in pieces(body))
    return found
