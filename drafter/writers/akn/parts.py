"""Parts: the lines and tables of a draft in the order of its page, hung in the tree of its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.model import Clause, Draft, Kind, Manuscript, Paragraph, Role, outermost_tables


@dataclass(frozen=True, slots=True)
class AknPiece:
    """A stretch of one paragraph without white space around it: `start` to `end`, after its number from
    `body` on. `marker`: its automatic number. `soft`: it goes on after a line break in the paragraph."""

    paragraph: Paragraph
    start: int
    body: int
    end: int
    marker: str | None = None
    soft: bool = False

    @property
    def number(self) -> str:
        """What numbers it, as printed."""
        return self.marker or self.paragraph.text[self.start : self.body].strip()

    @property
    def text(self) -> str:
        return self.paragraph.text[self.body : self.end]


@dataclass(slots=True, eq=False)
class AknPart:
    """A clause with what stands below it; lines that are no clause's; or a table, whose rows may be clauses.

    `rows`: the clause of a row of the table, by its place."""

    clause: Clause | None = None
    lines: list[AknPiece] = field(default_factory=list)
    table: list[Paragraph] = field(default_factory=list)
    rows: dict[int, Clause] = field(default_factory=dict)
    below: list[AknPart] = field(default_factory=list)

    @property
    def framing(self) -> bool:
        """Stands beside the clauses: a letterhead, a signature, a rule."""
        return self.clause is None and not self.rows


@dataclass(slots=True)
class Layers:
    """A draft in the parts that Akoma Ntoso knows: what stands before the first clause, the bases, the body,
    what stands after it, and the annexes."""

    preface: list[AknPart] = field(default_factory=list)
    preamble: list[AknPart] = field(default_factory=list)
    body: list[AknPart] = field(default_factory=list)
    conclusions: list[AknPart] = field(default_factory=list)
    attachments: list[list[AknPart]] = field(default_factory=list)  # the annex first, then what follows it


def layers(draft: Draft, manuscript: Manuscript) -> Layers:
    """The parts of a draft, read from `manuscript`, in their order."""
    return _divided(_hung([*_in_order(draft, manuscript)]))


# --- in the order of the page


def _in_order(draft: Draft, manuscript: Manuscript) -> Iterator[AknPart]:
    """Every line with text or a note, and every table, each with its clause."""
    ends = {
        (place.paragraph, place.end): (clause, place.start)
        for clause in draft.clauses
        for place in clause.places
    }
    frames = _frames(draft, manuscript)
    outer = outermost_tables(manuscript.paragraphs, without=frames)
    rows = {
        place.paragraph: clause
        for clause in draft.clauses
        if clause.kind is Kind.TABLE_ROW
        for place in clause.places
    }
    table: AknPart | None = None
    number: int | None = None
    nested: Clause | None = None  # of a row whose words stand in a table within it
    for paragraph in manuscript.paragraphs:
        cell = paragraph.cell
        within = None if cell is None or cell.table in frames else outer[cell.table]
        if within is None:
            table = None
            yield from _lines(paragraph, ends)
            continue
        if table is None or number != within:
            table, number, nested = AknPart(), within, None
            yield table
        table.table.append(paragraph)
        clause = rows.get(paragraph.index, nested)
        if cell is None or cell.table != within:
            nested = clause
        elif clause is not None:
            table.rows.setdefault(cell.row, clause)
            nested = None


def _frames(draft: Draft, manuscript: Manuscript) -> frozenset[int]:
    """Tables whose text was read as lines: one cell around much text is no table."""
    running = {
        place.paragraph
        for clause in draft.clauses
        if clause.kind is not Kind.TABLE_ROW
        for place in clause.places
    }
    return frozenset(p.cell.table for p in manuscript.paragraphs if p.cell is not None and p.index in running)


def _lines(paragraph: Paragraph, ends: Mapping[tuple[int, int], tuple[Clause, int]]) -> Iterator[AknPart]:
    at, soft = 0, False
    for piece in paragraph.text.split("\n"):
        text = piece.strip()
        start = at + (len(piece) - len(piece.lstrip()) if text else 0)
        at += len(piece) + 1
        end = start + len(text)
        if not text:
            continue
        clause, body = ends.get((paragraph.index, end), (None, start))
        automatic = None if soft else paragraph.marker
        yield AknPart(clause, [AknPiece(paragraph, start, body, end, automatic, soft)])
        soft = True
    if not soft and paragraph.notes:
        yield AknPart(None, [AknPiece(paragraph, 0, 0, 0)])


# --- hung in the tree


def _hung(found: Sequence[AknPart]) -> list[AknPart]:
    """The outermost parts; what is no clause hangs where the next clause does."""
    roots: list[AknPart] = []
    made: dict[str, AknPart] = {}
    waiting: list[AknPart] = []
    last: AknPart | None = None
    for part in found:
        head = part.clause or next(iter(part.rows.values()), None)
        if head is None:
            waiting.append(part)
            last = None
            continue
        if part.clause is not None and made.get(part.clause.id) is last and last is not None:
            last.lines += part.lines
            continue
        home = roots if head.parent is None else made[head.parent].below
        home += [*waiting, part]
        waiting = []
        last = part if part.clause is not None else None
        if part.clause is not None:
            made[part.clause.id] = part
    return [*roots, *waiting]


# --- divided into layers


def _divided(roots: Sequence[AknPart]) -> Layers:
    made = Layers()
    first = next((at for at, part in enumerate(roots) if not part.framing), len(roots))
    made.preface = [*roots[:first]]
    rest = [*roots[first:]]
    while rest and (_of_preamble(rest[0]) or (rest[0].framing and _goes_on(rest))):
        made.preamble.append(rest.pop(0))
    annexed = next((at for at, part in enumerate(rest) if at and _is_annex(part)), len(rest))
    made.body = rest[:annexed]
    while made.body and made.body[-1].framing:
        made.conclusions.insert(0, made.body.pop())
    for part in rest[annexed:]:
        if _is_annex(part):
            made.attachments.append([part])
        else:
            made.attachments[-1].append(part)
    return made


def _of_preamble(part: AknPart) -> bool:
    """The legal bases and the account of the situation before the first number."""
    clause = part.clause
    return (
        clause is not None
        and clause.role in (Role.BASIS, Role.CONTEXT)
        and clause.kind in (Kind.TEXT, Kind.DASH)
        and clause.heading is None
        and not part.below
    )


def _goes_on(rest: Sequence[AknPart]) -> bool:
    """Whether the bases go on after a rule between them."""
    return next((_of_preamble(part) for part in rest if not part.framing), False)


def _is_annex(part: AknPart) -> bool:
    return part.clause is not None and part.clause.kind is Kind.ANNEX
