"""A copy that came back: its paragraphs as they were sent out, held against the draft line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Draft, FrameKind, Manuscript, Note, Paragraph, Revision, Story

from .edits import plain
from .lines import CopyLine, SentLine, around, key, lines_of, notes_of
from .silent import Compared, compared
from .tracked import Before, Sent, as_sent, before

_NOTHING = Compared()
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class SentNote:
    """A note or text box as it went out, at its paragraph (from 1) and the clause of that."""

    story: Story
    paragraph: int
    clause: str | None
    before: Before
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True)
class ReturnedCopy:
    """A marked-up file and the draft that it is a copy of; None where that is not here: then its marks alone
    can be read."""

    manuscript: Manuscript
    draft: Draft | None

    # --- as it went out ------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> tuple[Sent, ...]:
        """Without the revisions that the draft itself was sent out with."""
        return tuple(
            sent.accepted_whole() if self._sent_out_with(sent) else sent for sent in as_sent(self.manuscript)
        )

    @cached_property
    def sent(self) -> dict[int, Sent]:
        """By the index of each paragraph that it is now."""
        return {paragraph.index: sent for sent in self.paragraphs for paragraph, _ in sent.parts}

    @cached_property
    def whole(self) -> tuple[Revision, ...]:
        """Paragraphs that came or went as a whole: not those that the draft was sent out with."""
        made = [revision for revision in self.manuscript.revisions if revision.whole_paragraph]
        if self.draft is None:
            return tuple(made)
        moved = {key(each.text.strip()) for each in made if each.op == "-"} & self._known
        return tuple(
            each
            for each in made
            if (key(each.text.strip()) in self._known) == (each.op == "-") or key(each.text.strip()) in moved
        )

    def _sent_out_with(self, sent: Sent) -> bool:
        if not sent.revisions or self.draft is None:
            return False
        accepted = [key(part) for paragraph, _ in sent.parts for part in paragraph.text.split(_BREAK)]
        original = [key(part) for part in sent.before.text.split(_BREAK)]
        return self._known.issuperset(filter(None, accepted)) and not self._known.issuperset(
            filter(None, original)
        )

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(key(line.text) for line in self._ours)

    # --- held against the draft ----------------------------------------------------------

    @cached_property
    def _ours(self) -> Sequence[SentLine]:
        return () if self.draft is None else lines_of(self.draft)

    @cached_property
    def body(self) -> Compared:
        """Lines of the body, without those struck through."""
        if self.draft is None:
            return _NOTHING
        return compared(self.standing, self.left, around(self.draft))

    @cached_property
    def left(self) -> Sequence[SentLine]:
        """Lines of the draft's body without those that a mark of the copy takes away as a whole."""
        told = Counter(key(text) for text in self.taken)
        kept = []
        for line in self._ours:
            if told[key(line.text)] > 0:
                told[key(line.text)] -= 1
            else:
                kept.append(line)
        return kept

    @property
    def taken(self) -> list[str]:
        """Lines that marks take away as a whole: tracked, or struck through."""
        gone = (revision.text.strip() for revision in self.whole if revision.op == "-")
        return [*gone, *(line.text for line in self.struck)]

    @property
    def passed(self) -> Sequence[tuple[CopyLine, FrameKind]]:
        """Lines of the body that are no text of the draft and no edit of it."""
        return self.body.passed

    @property
    def standing(self) -> Sequence[CopyLine]:
        """Lines of the body as they went out, without those struck through."""
        return self._lines[0]

    @cached_property
    def beside(self) -> Compared:
        """Lines of notes and text boxes."""
        if self.draft is None:
            return _NOTHING
        return compared(self.lines_beside, notes_of(self.draft), None)

    @cached_property
    def lines_beside(self) -> Sequence[CopyLine]:
        """Lines of notes and text boxes as they went out, but for what is the draft's own frame."""
        lines = (
            CopyLine(note.paragraph, 0, line.strip())
            for note in self.notes
            for line in note.before.text.split(_BREAK)
        )
        if self.draft is None:
            return [*lines]
        frame = around(self.draft)
        return [line for line in lines if plain(line.text) not in frame.front | frame.back | frame.header]

    @property
    def struck(self) -> Sequence[CopyLine]:
        """Lines of the body struck through from end to end, by whoever sent the copy back."""
        return self._lines[1]

    @cached_property
    def _lines(self) -> tuple[list[CopyLine], list[CopyLine]]:
        """The lines as they went out, those that still stand and those struck through."""
        added = {each.paragraph for each in self.whole if each.op == "+"}
        stand: list[CopyLine] = []
        gone: list[CopyLine] = []
        for sent in self.paragraphs:
            if sent.first.index in added:
                continue
            struck = self._struck_in(sent)
            for start, line in _split(sent.before.text):
                left = _without(line, [(first - start, last - start) for first, last in struck])
                index, at = sent.place(sent.accepted_at(start))
                first_column = sent.first.cell is not None and sent.first.cell.column == 0
                into, text = (stand, left) if key(left.strip()) or not key(line.strip()) else (gone, line)
                if text.strip():
                    lead = len(text) - len(text.lstrip())
                    into.append(CopyLine(index + 1, at + lead, text.strip(), first_column))
        return stand, gone

    def _struck_in(self, sent: Sent) -> list[tuple[int, int]]:
        """Offsets, as sent out, of words that the draft does not strike through itself."""
        own = self.draft.struck if self.draft else ()
        return [
            (sent.original(paragraph.index, first), sent.original(paragraph.index, last))
            for paragraph, _ in sent.parts
            for first, last in paragraph.struck
            if paragraph.text[first:last] not in own
        ]

    # --- where it stands in the draft ----------------------------------------------------

    def clause_at(self, paragraph: int, start: int = 0, end: int | None = None) -> str | None:
        """The clause of a paragraph (from 1), of the lines between two offsets in it where they are given."""
        return next(iter(self._clauses(paragraph, start, end)), None)

    def clause_of(self, sent: Sent, original: int) -> str | None:
        """The clause of an offset in a paragraph as it went out."""
        index, at = sent.place(sent.accepted_at(max(original, 0)))
        return next(iter(self._clauses(index + 1, at, at + 1)), None)

    def clauses_in(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[str, ...]:
        """All clauses between two places, each a paragraph by index and an offset in it."""
        found: dict[str, None] = {}
        for index in range(start[0], end[0] + 1):
            first = start[1] if index == start[0] else 0
            last = end[1] if index == end[0] else None
            if last == 0 and index > start[0]:
                continue
            found.update(dict.fromkeys(self._clauses(index + 1, first, last)))
        return tuple(found)

    def _clauses(self, paragraph: int, start: int, end: int | None) -> Iterator[str]:
        lines = self._placed.get(paragraph)
        if not lines:
            return
        for (at, id), after in zip(lines, [*(at for at, _ in lines[1:]), None], strict=True):
            if (end is None or at < max(end, start + 1)) and (after is None or after > start):
                yield id

    @cached_property
    def _placed(self) -> dict[int, list[tuple[int, str]]]:
        """Paragraph (from 1) → offset and clause of each of its lines."""
        found: dict[int, list[tuple[int, str]]] = {}
        for (paragraph, offset), id in sorted(self.body.clauses.items()):
            lead = offset if found.get(paragraph) else 0
            found.setdefault(paragraph, []).append((lead, id))
        for line in self.struck:
            if (clause := self.clause_worded(line.text)) is not None:
                found.setdefault(line.paragraph, []).append((0, clause))
        return found

    def clause_worded(self, text: str) -> str | None:
        """The one clause that holds a line of these words."""
        held = {line.clause for line in self._ours if key(line.text) == key(text)}
        return held.pop() if len(held) == 1 else None

    def above(self, index: int) -> tuple[str, str | None]:
        """The words of the paragraph above, as it is now, and the last clause above."""
        texts = (p.text for p in reversed(self.manuscript.paragraphs) if p.index < index and p.text.strip())
        clauses = (self._placed[at][-1][1] for at in range(index, 0, -1) if at in self._placed)
        return next(texts, ""), next(clauses, None)

    def text_of(self, clauses: Iterable[str]) -> str:
        """The words of the first of the clauses; empty where there is none."""
        id = next(iter(clauses), None)
        return self.draft.by_id[id].text if self.draft and id is not None else ""

    # --- notes ---------------------------------------------------------------------------

    @cached_property
    def notes(self) -> tuple[SentNote, ...]:
        return tuple(self._note(p, note) for p in self.manuscript.paragraphs for note in p.notes)

    def _note(self, paragraph: Paragraph, note: Note) -> SentNote:
        place = paragraph.index + 1
        return SentNote(
            note.story, place, self.clause_at(place), before(note.text, note.revisions), note.revisions
        )

    def story_at(self, paragraph: int) -> Story:
        """What kind of note stands at a paragraph (from 1)."""
        return next((note.story for note in self.notes if note.paragraph == paragraph), Story.FOOTNOTE)


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its offset."""
    at = 0
    for line in text.split(_BREAK):
        yield at, line
        at += len(line) + 1


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[: max(start, 0)] + text[max(end, 0) :]
    return text
