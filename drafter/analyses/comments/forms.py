"""Forms: which column of a table holds what, by its header row, else by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from drafter.language.letter_notes import without_note
from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import folded
from drafter.language.printed_dates import dates_letter
from drafter.language.references import find_references
from drafter.language.senders import find_agencies, is_agency, proper
from drafter.model import Block, Grid

from .sentences import agrees, asks, finds_fault

Cell = tuple[Block, ...]
SPEAKING = ("comment", "proposal")
CHOICES = ("object", "agree")  # columns in which a mark says what their title does
_HIGHEST = 40  # rows down to which a header is sought: a form may carry a whole letter above it
_NAME = 16  # words of the name of an agency
_ORDINAL = re.compile(r"\(?(?:\d{1,3}|[IVX]{1,5})[.)]*")
_MOST = 2 / 3  # of the cells of a column that must be of a kind, where no header says it


@dataclass(frozen=True, slots=True)
class Form:
    """A grid whose columns are known: `columns` maps a name of `letters.toml` to places from 0."""

    columns: Mapping[str, tuple[int, ...]]
    header: int  # place of the header row; what stands above is letterhead
    first: int  # the first row of content
    nameless: tuple[int, ...] = ()  # columns behind all named ones, without a title: comments that ran over
    titles: Mapping[int, str] = field(default_factory=dict)  # of the columns to tick
    guessed: bool = False  # no header says what the columns hold: their cells do

    def texts(self, row: Sequence[Cell], *names: str) -> list[str]:
        """What a row says in the columns of these names, a merged cell once."""
        places = (p for name in names for p in self.columns.get(name, ()) if p < len(row) and row[p])
        return list(dict.fromkeys(text_of(row[p]) for p in places))


def form_of(grid: Grid) -> Form | None:
    """The form that a grid is: by its header row, two named columns, one of them for comments; where there is
    none, by what the cells hold."""
    for place, row in enumerate(grid.rows[:_HIGHEST]):
        below = grid.rows[place + 1] if place + 1 < len(grid.rows) else ()
        double = any(cell and cell == under for cell, under in zip(row, below, strict=False)) and _is_header(
            below
        )
        titles = [under or cell for cell, under in zip(row, below, strict=True)] if double else row
        columns = columns_of(titles)
        columns = _with_agencies(columns, titles, grid.rows[place + 1 + double :])
        columns = _with_places(columns, grid.rows[place + 1 + double :])
        ticks = {at: _title(titles[at]) for name in CHOICES for at in columns.get(name, ())}
        named = any(name in columns for name in SPEAKING) and len(columns) >= 2
        named = named or all(name in columns for name in CHOICES)
        if named and not any(map(is_content, titles)):
            last = max(at for at, cell in enumerate(titles) if cell)
            beyond = tuple(range(last + 1, len(titles)))
            return Form(columns, place, _content(grid, place + 1 + double), nameless=beyond, titles=ticks)
    return _by_content(grid)


def _with_agencies(
    columns: dict[str, tuple[int, ...]], titles: Sequence[Cell], rows: Sequence[Sequence[Cell]]
) -> dict[str, tuple[int, ...]]:
    """A column of agencies whose title does not say so, or only that it is about comments: `"Ai góp ý"`,
    "Đơn vị công tác"; none of agencies that have something to do, as "Cơ quan chủ trì"."""
    said = columns.get("comment", ())
    if "agency" in columns or not said:
        return columns
    known = {at for places in columns.values() for at in places}
    open_ = [at for at, cell in enumerate(titles) if cell and at not in known and not _of_duty(text_of(cell))]
    named = tuple(at for at in (*said, *open_) if _kind_of(_texts(rows, at)) == "agency")
    left = tuple(at for at in said if at not in named)
    return {**columns, "comment": left, "agency": named} if named and left else columns


def _with_places(
    columns: dict[str, tuple[int, ...]], rows: Sequence[Sequence[Cell]]
) -> dict[str, tuple[int, ...]]:
    """ "Nội dung" beside a column of comments: what they are about, where its cells cite places."""
    other = columns.get("other", ())
    if len(other) != 1 or "place" in columns or _kind_of(_texts(rows, other[0])) != "place":
        return columns
    return {**{name: at for name, at in columns.items() if name != "other"}, "place": other}


def _of_duty(title: str) -> bool:
    return bool(cue("letters", "columns_of_duty").search(title))


def _texts(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    return [text_of(row[at]) for row in rows if at < len(row) and row[at]]


def voiced(grid: Grid, form: Form) -> dict[int, str]:
    """The agency of each column of comments, where each title names another: `"Ý kiến của Sở Y tế"`."""
    places = form.columns.get("comment", ())
    if form.guessed or "agency" in form.columns or len(places) < 2:
        return {}
    titles = [text_of(grid.rows[form.header][at]) for at in places]
    named = [find_agencies(title) for title in titles]
    if not all(len(each) == 1 for each in named):
        return {}
    made = {at: proper(title[slice(*each[0])]) for at, title, each in zip(places, titles, named, strict=True)}
    return made if len(set(made.values())) == len(made) else {}


def columns_of(row: Sequence[Cell]) -> dict[str, tuple[int, ...]]:
    """What each cell of a header names, by name of `letters.toml`."""
    found: dict[str, tuple[int, ...]] = {}
    seen: dict[int, str] = {}
    for place, cell in enumerate(row):
        merged = place > 0 and cell and cell == row[place - 1]
        name = seen.get(place - 1) if merged else _column(text_of(cell))
        if name:
            seen[place] = name
            found[name] = (*found.get(name, ()), place)
    if all(name in found for name in CHOICES) and "other" in found and "place" not in found:
        found["place"] = found.pop("other")  # "Nội dung" beside columns to tick: what is asked about
    if "comment" not in found and "other" in found and len(found) > 1:
        found["comment"] = found.pop("other")
    return found


def _title(cell: Cell) -> str:
    """What a mark below a title says: `"Không đồng ý (nêu rõ lý do)"` without what is to be filled in."""
    return " ".join(re.split(r"[(:]", text_of(cell))[0].split())


def _column(text: str) -> str | None:
    text = " ".join(text.split())
    if not text or len(text.split()) > 14 or text.endswith("."):
        return None
    for name in lexicon("letters")["columns"]:
        if cue("letters", "columns", name).search(text):
            return str(name)
    return None


def _is_header(row: Sequence[Cell]) -> bool:
    texts = [text_of(cell) for cell in row if cell]
    return bool(texts) and all(len(text.split()) <= 10 for text in texts)


def is_content(cell: Cell) -> bool:
    """A cell that no header has: the number of a row, an agency by name, a place of the draft, a wish at
    one."""
    text = " ".join(text_of(cell).split())
    return bool(text) and bool(
        _ORDINAL.fullmatch(text)
        or _names_agency(text)
        or 2 * _cited(text) > len(text)
        or (asks(text) and any(map(str.isdigit, text)) and _cited(text) > 0)
    )


def _content(grid: Grid, first: int) -> int:
    """Past a row that numbers the columns: `(1) | (2) | (3)`."""
    while first < len(grid.rows):
        texts = [text_of(cell).strip("() =+-") for cell in grid.rows[first] if cell]
        if not texts or not all(len(text) <= 2 and text.isalnum() for text in texts):
            break
        first += 1
    return first


def text_of(cell: Cell) -> str:
    return "\n".join(block.text for block in cell)


# --- without a header ----------------------------------------------------------------------


def _by_content(grid: Grid) -> Form | None:
    """The form that a table without a header is: numbers, agencies or places stand in columns of their own,
    and one of those left says something. Of several that do, the wordiest is the comment."""
    if grid.layout:
        return None
    first = next((at for at, row in enumerate(grid.rows) if len({cell for cell in row if cell}) > 1), 0)
    rows = grid.rows[first:]
    width = max(map(len, rows), default=0)
    texts = [_texts(rows, at) for at in range(width)]
    found: dict[str, tuple[int, ...]] = {}
    left: list[int] = []
    for at, column in enumerate(texts):
        if name := _kind_of(column):
            found[name] = (*found.get(name, ()), at)
        else:
            left.append(at)
    speaking = [at for at in left if any(map(says, texts[at]))]
    if not found or not speaking:
        return None
    found["comment"] = (max(speaking, key=lambda at: sum(len(text.split()) for text in texts[at])),)
    return Form(found, first, first, guessed=True)


def _kind_of(texts: Sequence[str]) -> str | None:
    """What most cells of a column are; None where they are words."""
    for name, is_one in (
        ("number", _ORDINAL.fullmatch),
        ("agency", _names_agency),
        ("place", _cites_place),
        ("date", lambda text: dates_letter(folded(text))),
    ):
        if texts and sum(bool(is_one(" ".join(text.split()))) for text in texts) >= _MOST * len(texts):
            return name
    return None


@lru_cache(maxsize=1024)  # whether a table is a form is asked again by whoever reads it
def says(text: str) -> bool:
    """Whether a cell asks, finds fault or agrees."""
    return asks(text) or finds_fault(text) or agrees(text)


def _names_agency(text: str) -> bool:
    """An agency by name and nothing else: `"Sở Tài chính"`, not "Cơ quan chủ trì soạn thảo"."""
    if not is_agency(text) or len(text.split()) > _NAME:
        return False
    left = text = proper(without_note(text))
    for start, end in reversed(find_agencies(text)):
        left = left[:start] + left[end:]
    return not any(map(str.isalpha, left))


def _cites_place(text: str) -> bool:
    return not says(text) and says_where(text)


def says_where(text: str) -> bool:
    """A place and little else, or the whole: `"III.4.b"`, `"Toàn văn"`."""
    return 2 * _cited(text) > len(text) or bool(cue("scopes", "where").match(text.lower()))


def _cited(text: str) -> int:
    """How many letters of a text cite places of the draft."""
    return sum(one.end - one.start for one in find_references(text) if one.act is None)
