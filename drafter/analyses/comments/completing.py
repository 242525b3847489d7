"""Completing: what the cutter left goes to the comment beside it, to the frame, or is a comment for a person.

Every word of a file ends up in one comment or in one piece of the frame. Surely frame is what `frame` names.
Else a sentence belongs to the comment that follows it in its line, cell or next unmarked paragraph ("Nhiều xã
chưa có công chức. | Đề nghị bổ sung …"), then to the one before it; what has no comment beside it becomes
one, for a person to look at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.language.normal import normal
from drafter.model import FrameKind, FramePiece, Position

from .frame import Setting, Zones, asked_in, kind_of, leads, line_kind
from .ground import FileLine, Spot, Taken, cut
from .marks import mark_of
from .passage import Passage
from .rows import NOBODY, RowVoice
from .sentences import is_lead_in, sentences
from .tables import Statement

_Places = dict[tuple[str | None, int], list[tuple[int, int]]]  # sheet, paragraph → its lines: offset, place
_MARK = re.compile(r"[\s.,;:)(–-]*(?:\(?[\dIVXa-zđ]{1,3}(?:\.\d{1,2})*\s?[.)/:–-]*|[-–+•*])?[\s.,;:)(–-]*")


@dataclass(slots=True)
class _Loose:
    """Words of the line at `place` that no comment holds and that are not surely frame."""

    place: int
    start: int
    end: int


@dataclass
class _Completion:
    lines: Sequence[FileLine]
    statements: list[Statement]
    zones: Zones
    subject: str
    path: str
    voices: Mapping[Spot, RowVoice]
    taken: Taken = field(default_factory=Taken)
    pieces: list[tuple[int, int, FramePiece]] = field(default_factory=list)
    loose: list[_Loose] = field(default_factory=list)

    def run(self) -> None:
        for by, statement in enumerate(self.statements):
            self.taken.take(statement.places, by)
        first = True
        for place, line in enumerate(self.lines):
            self._sort_out(place, line, first)
            first = first and not self.taken.within(line)
        self.loose = [each for each in reversed(self.loose) if not self._joins_next(each)]
        self.loose = [each for each in reversed(self.loose) if not self._joins_before(each)]
        for each in self.loose:
            self._speaks(each)

    def _sort_out(self, place: int, line: FileLine, first: bool) -> None:
        """Cuts what is free of a line into sentences: marks to their comment, frame, or loose."""
        text = line.block.text
        for start, end in list(self.taken.free(line)):
            if line.spot in self.zones:
                self._known(place, start, end, self.zones[line.spot])
                continue
            holder = self.taken.behind(line, end)
            if holder is not None and _MARK.fullmatch(text[start:end]):
                self._take(holder, line.position(start, end))
                continue
            self._read(place, line, start, end, Setting(
                line, self.subject, first, holder is not None, leads(self.lines, place, self.zones)
            ))  # fmt: skip

    def _known(self, place: int, start: int, end: int, kind: FrameKind) -> None:
        """Words of a line that is known to be frame, up to a request that somebody typed behind them."""
        plain = normal(self.lines[place].block.text[start:end])
        asked = asked_in(plain.text, kind, edge=self.lines[place].block.edge)
        at = end if asked is None else start + plain.span(asked, len(plain.text))[0]
        if at > start:
            self._frame(place, start, at, kind)
        if at < end:
            self.loose.append(_Loose(place, at, end))

    def _read(self, place: int, line: FileLine, start: int, end: int, setting: Setting) -> None:
        """Whether a free stretch of a line is frame: as a whole line, else sentence by sentence."""
        text = line.block.text
        if start == 0 and not text[end:].strip():
            known = line_kind(self._plain(line, start, end), setting)
            if known is not None:
                self._frame(place, start, end, known)
                return
        for s, e in _sentences(text, start, end, _behind_mark(line, start, end)):
            last = not text[e:end].strip()
            kind = kind_of(
                self._plain(line, s, e), replace(setting, before_taken=setting.before_taken and last)
            )
            if kind is None:
                self.loose.append(_Loose(place, s, e))
            else:
                self._frame(place, s, e, kind)

    def _plain(self, line: FileLine, start: int, end: int) -> str:
        """The words of a stretch in normal form, without the list mark of their line."""
        begin = _behind_mark(line, start, end)
        return normal(line.block.text[begin:end]).text.strip()

    def _frame(self, place: int, start: int, end: int, kind: FrameKind) -> None:
        line = self.lines[place]
        text = line.block.text
        if self.pieces:
            at, last, before = self.pieces[-1]
            if at == place and before.kind is kind and not text[last:start].strip():
                start = before.position.start - line.block.offset
                self.pieces.pop()
        position = line.position(start, end)
        piece = FramePiece(self.path, position, kind, text[start:end].strip())
        self.pieces.append((place, end, piece))

    def _take(self, by: int, place: Position) -> None:
        """Adds to a comment what it does not show: its list mark."""
        statement = self.statements[by]
        self.statements[by] = replace(statement, besides=(*statement.besides, place))
        self.taken.take((place,), by)

    def _joins_next(self, loose: _Loose) -> bool:
        """Gives the words to the comment right behind them."""
        line = self.lines[loose.place]
        behind = [(s, by) for s, _, by in self.taken.within(line) if s >= loose.end]
        if behind:
            start, by = behind[0]
            return not line.block.text[loose.end : start].strip() and self._widen(loose, by)
        if line.block.text[loose.end :].strip() or loose.place + 1 == len(self.lines):
            return False
        if is_lead_in(normal(line.block.text[loose.start : loose.end]).text):
            return False  # what it asks for is answered apart from the items below
        below = self.lines[loose.place + 1]
        held = self.taken.within(below)
        beside = line.cell == below.cell and (line.cell is not None or _is_plain(below))
        begins = bool(held) and not below.block.text[: held[0][0]].strip()
        return beside and begins and self._widen(loose, held[0][2])

    def _joins_before(self, loose: _Loose) -> bool:
        """Gives the words to the comment right before them in the line, or in the cell."""
        line = self.lines[loose.place]
        before = [(e, by) for _, e, by in self.taken.within(line) if e <= loose.start]
        if before:
            end, by = before[-1]
            return not line.block.text[end : loose.start].strip() and self._widen(loose, by)
        if loose.place == 0 or line.cell is None or line.block.text[: loose.start].strip():
            return False
        above = self.lines[loose.place - 1]
        held = self.taken.within(above)
        ends = bool(held) and not above.block.text[held[-1][1] :].strip()
        return above.cell == line.cell and ends and self._widen(loose, held[-1][2])

    def _widen(self, loose: _Loose, by: int) -> bool:
        """Widens a comment over words beside it, where its passage holds them."""
        statement, line = self.statements[by], self.lines[loose.place]
        number, offset = line.block.number, line.block.offset
        begin = _behind_mark(line, loose.start, loose.end)
        start = statement.body.find(number, offset + begin)
        end = statement.body.find(number, offset + loose.end)
        if start is None or end is None or statement.body.sheet != line.sheet:
            return False
        besides = statement.besides
        if begin > loose.start:
            besides = (*besides, line.position(loose.start, begin))
        widened = replace(
            statement, start=min(start, statement.start), end=max(end, statement.end), besides=besides
        )
        self.statements[by] = widened
        self.taken.take((line.position(loose.start, loose.end),), by)
        return True

    def _speaks(self, loose: _Loose) -> None:
        """Makes a comment of words that have none beside them."""
        line = self.lines[loose.place]
        begin = _behind_mark(line, loose.start, loose.end)
        body = Passage((cut(line.block, begin, loose.end),), line.unit, line.sheet)
        besides = (line.position(loose.start, begin),) if begin > loose.start else ()
        voice = self.voices.get(line.spot)
        agency = (voice.agency if voice else None) or self._speaker(line)
        made = Statement(body, 0, len(body.norm.text), agency=agency, besides=besides, review=True)
        self.statements.append(made)
        self.taken.take((line.position(loose.start, loose.end),), len(self.statements) - 1)

    def _speaker(self, line: FileLine) -> str | None:
        """Whose words a line holds: of the comments in its row, else of the one whose passage holds it."""
        row = {each.spot for each in self.lines if line.row is not None and each.row == line.row}
        for statement in self.statements:
            own = {(statement.body.sheet, b.number, b.offset) for b in statement.body.blocks}
            if own & row or statement.body.find(line.block.number, line.block.offset) is not None:
                return statement.agency
        return None


def completed(
    lines: Sequence[FileLine],
    statements: Sequence[Statement],
    zones: Zones,
    *,
    subject: str = "",
    path: str = "",
    voices: Mapping[Spot, RowVoice] = NOBODY,
) -> tuple[list[Statement], tuple[FramePiece, ...]]:
    """All comments of a file in its order, and the frame around them; `zones` are lines known to be frame;
    `voices` say whose words the rows of forms hold."""
    made = _Completion(lines, list(statements), zones, subject, path, voices)
    made.run()
    places: _Places = defaultdict(list)
    for (sheet, number, offset), place in {line.spot: place for place, line in enumerate(lines)}.items():
        places[sheet, number].append((offset, place))
    found = sorted(made.statements, key=lambda each: _order(each, places, len(lines)))
    pieces = sorted(made.pieces, key=lambda each: (each[0], each[2].position.start))
    return found, tuple(piece for _, _, piece in pieces)


def _order(statement: Statement, places: _Places, behind: int) -> tuple[int, int]:
    """Where a statement stands among the lines; `behind` all of them where none holds its beginning."""
    first = statement.places[0]
    number = first.paragraph or first.row or first.line or 0
    before = (place for offset, place in places.get((first.sheet, number), ()) if offset <= first.start)
    return max(before, default=behind), first.start


def _sentences(text: str, start: int, end: int, begin: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, as offsets in the printed text; together they hold all its words, the first
    of them a list mark before `begin` too."""
    plain = normal(text[begin:end])
    at = start
    for first, last in sentences(plain.text):
        opens, stops = plain.span(first, last)
        yield (at if at < begin else begin + opens), begin + stops
        at = begin + stops


def _behind_mark(line: FileLine, start: int, end: int) -> int:
    """Where a stretch begins behind the typed mark of its line."""
    mark = mark_of(line.block.text, line.block.mark, line.block.level) if start == 0 else None
    return mark.end if mark and mark.end < end else start


def _is_plain(line: FileLine) -> bool:
    return mark_of(line.block.text, line.block.mark, line.block.level) is None and not line.block.heading
