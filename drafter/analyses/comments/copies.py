"""Copies of the draft that an agency sent back: anchored comments, tracked changes, silent edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.language.senders import TOP, addresses, is_agency, proper
from drafter.model import (
    Anchor,
    Annotation,
    Ask,
    Block,
    Comment,
    Draft,
    Manuscript,
    Op,
    Position,
    Revision,
    Sheet,
)

from .edits import Edit, anchor_of, ask_of, plain, written, written_move
from .items import pieces
from .passage import Passage
from .reading import comment_of, numbered
from .sentences import asks
from .silent import CopyLine, bare, likeness, silent_edits
from .tracked import Before, before

_COPY = 0.5  # share of the draft's lines that a copy of it keeps
_MOVED = 5  # words: less may stand at two places by chance


@dataclass(frozen=True, slots=True)
class _Found:
    """A comment in the making, with what orders it in the file."""

    paragraph: int
    start: int
    end: int
    text: str
    author: str
    dated: date | None
    anchor: Anchor
    known: Ask | None = None


def copied(sheet: Sheet, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that a Word file is a copy of: the most alike, if at least half of its lines are there."""
    if sheet.manuscript is None:
        return None
    lines = [line for p in sheet.manuscript.paragraphs for line in p.text.split("\n") if line.strip()]
    scored = [(likeness(lines, draft), place, draft) for place, draft in enumerate(drafts)]
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= _COPY else None


def author_of(sheet: Sheet) -> str | None:
    """The one agency in whose name a copy was marked, if Word's authors name one."""
    manuscript = sheet.manuscript
    if manuscript is None:
        return None
    names = [note.author for note in manuscript.annotations] + [r.author for r in manuscript.revisions]
    authors = {proper(name) for name in names if is_agency(name)}
    return authors.pop() if len(authors) == 1 else None


def is_marked_copy(sheet: Sheet) -> bool:
    """A Word file with comments or revisions that addresses nobody: a copy of a draft that is not here."""
    manuscript = sheet.manuscript
    if manuscript is None or not (manuscript.annotations or manuscript.revisions):
        return False
    return not addresses(p.text for p in manuscript.paragraphs[:TOP])


def comments_of(sheet: Sheet, draft: Draft | None, *, agency: str | None) -> tuple[Comment, ...]:
    """The comments of a copy in the order of the file. `agency`: whose copy the file's name or
    properties say it is; None: the author named in Word speaks."""
    manuscript = sheet.manuscript
    assert manuscript is not None
    befores = _befores(manuscript)
    found = [*_annotations(manuscript, befores), *_tracked(manuscript, befores)]
    if draft is not None:
        found.extend(_silent(manuscript, befores, draft))
    ids = numbered(sheet.path)
    return tuple(
        _comment(each, next(ids), sheet.path, agency)
        for each in sorted(_with_moves(found), key=lambda f: (f.paragraph, f.start))
    )


def _comment(found: _Found, id: str, path: str, agency: str | None) -> Comment:
    named = proper(found.author) if is_agency(found.author) else agency or found.author
    return comment_of(
        id=id, agency=named, dated=found.dated, draft=None, path=path,
        position=Position(paragraph=found.paragraph, start=found.start, end=found.end),
        text=found.text, anchor=found.anchor, known=found.known,
    )  # fmt: skip


def _befores(manuscript: Manuscript) -> dict[int, Before]:
    """Paragraph → how it was before its tracked changes; whole paragraphs left aside."""
    by_paragraph: dict[int, list[int]] = {}
    for place, revision in enumerate(manuscript.revisions):
        if not revision.whole_paragraph:
            by_paragraph.setdefault(revision.paragraph, []).append(place)
    texts = {paragraph.index: paragraph.text for paragraph in manuscript.paragraphs}
    return {
        index: before(texts.get(index, ""), [manuscript.revisions[place] for place in places])
        for index, places in by_paragraph.items()
    }


def _annotations(manuscript: Manuscript, befores: dict[int, Before]) -> Iterator[_Found]:
    """Word comments: each thing that one says is a comment; a reply counts where it asks for something."""
    texts = {paragraph.index: paragraph.text for paragraph in manuscript.paragraphs}
    for note in manuscript.annotations:
        if note.reply_to is not None and not (asks(note.text) and len(note.text.split()) >= 5):
            continue
        text = texts.get(note.paragraph, note.quote)
        end = note.end if note.end_paragraph == note.paragraph else len(text)
        further = tuple(_original(index, texts, befores) for index in _further(note, texts))
        anchor = Anchor(text, note.start, end, further)
        if (undone := befores.get(note.paragraph)) is not None:
            anchor = Anchor(undone.text, undone.original(note.start), undone.original(end), further)
        for said in _said_in(note):
            yield _Found(note.paragraph + 1, note.start, end, said, note.author, note.date, anchor)


def _further(note: Annotation, texts: Mapping[int, str]) -> Iterator[int]:
    """The paragraphs with text after the first that the range of a Word comment runs over."""
    for index in range(note.paragraph + 1, note.end_paragraph + 1):
        touched = index < note.end_paragraph or note.end > 0
        if touched and texts.get(index, "").strip():
            yield index


def _original(index: int, texts: Mapping[int, str], befores: Mapping[int, Before]) -> str:
    undone = befores.get(index)
    return undone.text if undone is not None else texts[index]


def _said_in(note: Annotation) -> list[str]:
    lines = tuple(Block(1, line.strip()) for line in note.text.split("\n") if line.strip())
    if not lines:
        return []
    body = Passage(lines)
    return [body.printed(piece.start, piece.end) for piece in pieces(body)] or [body.text]


def _tracked(manuscript: Manuscript, befores: dict[int, Before]) -> Iterator[_Found]:
    texts = {paragraph.index: paragraph.text for paragraph in manuscript.paragraphs}
    for index, undone in befores.items():
        who = next(r for r in manuscript.revisions if r.paragraph == index)
        shift = 0
        for edit in undone.edits:
            start = edit.start + shift
            shift += len(edit.new) - len(edit.old)
            yield _of_edit(edit, index + 1, start, start + len(edit.new), who.author, who.date)
    for revision in manuscript.revisions:
        if revision.whole_paragraph and revision.text.strip():
            yield _whole(revision, texts)


def _whole(revision: Revision, texts: Mapping[int, str]) -> _Found:
    """A whole paragraph inserted or deleted, without its typed number."""
    text = bare(revision.text.strip())
    edit = Edit(text, 0, len(text), "", paragraph=True)
    if revision.op == "+":
        above = next(
            (texts[i] for i in range(revision.paragraph - 1, -1, -1) if texts.get(i, "").strip()), ""
        )
        edit = Edit(above, len(above), len(above), text, paragraph=True)
    length = len(revision.text) if revision.op == "+" else 0
    return _of_edit(edit, revision.paragraph + 1, 0, length, revision.author, revision.date)


def _with_moves(found: Sequence[_Found]) -> list[_Found]:
    """A paragraph deleted here and added there was moved: one comment."""
    kept = list(found)
    for gone in [each for each in found if each.known and each.known.op is Op.DELETE]:
        words = plain(gone.known.old or "") if gone.known else ""
        same = (a for a in kept if a.known and a.known.op is Op.ADD and plain(a.known.new or "") == words)
        added = next(same, None)
        if added and len((gone.text).split()) > _MOVED:
            old = gone.anchor.context[gone.anchor.start : gone.anchor.end]
            text = written_move(old)
            moved = replace(added, text=text, anchor=gone.anchor, known=Ask(Op.MOVE, old))
            kept[kept.index(added)] = moved
            kept.remove(gone)
    return kept


def _of_edit(edit: Edit, paragraph: int, start: int, end: int, author: str, dated: date | None) -> _Found:
    return _Found(paragraph, start, end, written(edit), author, dated, anchor_of(edit), ask_of(edit))


def _silent(manuscript: Manuscript, befores: dict[int, Before], draft: Draft) -> Iterator[_Found]:
    """What differs from the draft without being tracked."""
    whole = [r for r in manuscript.revisions if r.whole_paragraph]
    added = {r.paragraph for r in whole if r.op == "+"}
    deleted = {plain(bare(r.text.strip())) for r in whole if r.op == "-"}
    lines = []
    for paragraph in manuscript.paragraphs:
        undone = befores.get(paragraph.index)
        at = 0
        for line in (undone.text if undone else paragraph.text).split("\n"):
            if line.strip() and paragraph.index not in added:
                lead = len(line) - len(line.lstrip())
                first = paragraph.cell is not None and paragraph.cell.column == 0
                lines.append(CopyLine(paragraph.index + 1, at + lead, line.strip(), first))
            at += len(line) + 1
    for place, edit in silent_edits(lines, draft):
        if edit.paragraph and plain(edit.old) in deleted:
            continue
        at = place.offset + max(place.text.find(edit.new), 0)
        yield _of_edit(edit, place.paragraph, at, at + len(edit.new), "", None)
