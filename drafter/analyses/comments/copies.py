"""Copies of the draft that an agency sent back: anchored comments, tracked changes, silent edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from drafter.language.senders import TOP, addresses, is_agency, proper
from drafter.model import (
    Anchor,
    Annotation,
    Ask,
    Block,
    Comment,
    Op,
    Position,
    Revision,
    Sheet,
    Story,
)

from .edits import (
    Edit,
    anchor_of,
    ask_of,
    plain,
    written,
    written_beside,
    written_merge,
    written_move,
    written_split,
)
from .lines import key, readings
from .margins import said_in
from .reading import comment_of, numbered
from .returned import ReturnedCopy
from .sentences import asks
from .tracked import Break, Sent

_SIDES = (attrgetter("old"), attrgetter("new"))
_SENTENCE = 5  # words: less is a heading or a name
_ASKING = 0.5  # share of its sentences by which a file is an agency's own: a draft hardly asks for anything
_MOVED = 5  # words: less may stand at two places by chance


@dataclass(frozen=True, slots=True)
class _Found:
    """A comment in the making, with what orders it in the file. `made` names who and when; None where no
    mark says it."""

    paragraph: int
    start: int
    end: int
    text: str
    made: Annotation | Revision | None
    anchor: Anchor
    known: Ask | None = None
    review: bool = False


def author_of(sheet: Sheet) -> str | None:
    """The one agency in whose name a copy was marked, if Word's authors name one whole: a program that saved
    the file without Vietnamese left "?" in their place."""
    manuscript = sheet.manuscript
    if manuscript is None:
        return None
    names = [note.author for note in manuscript.annotations] + [r.author for r in manuscript.revisions]
    authors = {proper(name) for name in names if is_agency(name) and "?" not in name}
    return authors.pop() if len(authors) == 1 else None


def is_marked_copy(sheet: Sheet) -> bool:
    """A Word file with comments or revisions that addresses nobody and does not itself ask for things: a copy
    of a draft that is not here."""
    manuscript = sheet.manuscript
    if manuscript is None or not (manuscript.annotations or manuscript.revisions):
        return False
    texts = [p.text for p in manuscript.paragraphs if len(p.text.split()) >= _SENTENCE]
    if texts and sum(map(asks, texts)) >= _ASKING * len(texts):
        return False
    return not addresses(p.text for p in manuscript.paragraphs[:TOP])


@dataclass(frozen=True, slots=True)
class FromCopy:
    """A comment of a copy; `edit`: the edit that it tells, None where somebody says it in words."""

    comment: Comment
    edit: Ask | None


def comments_of(copy: ReturnedCopy, sheet: Sheet, *, agency: str | None) -> tuple[FromCopy, ...]:
    """The comments of a copy in the order of the file. `agency`: whose copy the file's name or
    properties say it is; None: the author named in Word speaks."""
    body = [*_annotations(copy), *_tracked(copy), *_struck(copy), *_silent(copy)]
    found = [*_with_moves(body), *_beside(copy), *_at_the_edges(sheet)]
    ids = numbered(sheet.path)
    return tuple(
        FromCopy(_comment(each, next(ids), sheet.path, agency), each.known)
        for each in sorted(found, key=lambda f: (f.paragraph, f.start))
    )


def edges(sheet: Sheet) -> tuple[Block, ...]:
    """The lines of the headers and footers of the pages."""
    return tuple(part for part in sheet.parts if isinstance(part, Block) and part.edge)


def _at_the_edges(sheet: Sheet) -> Iterator[_Found]:
    """What is asked for in a header or footer: a person must look."""
    for block in edges(sheet):
        if asks(block.text):
            end = block.offset + len(block.text)
            yield _Found(block.number, block.offset, end, block.text, None, Anchor("", 0, 0), review=True)


def _comment(found: _Found, id: str, path: str, agency: str | None) -> Comment:
    author = found.made.author if found.made else ""
    comment = comment_of(
        id=id, agency=proper(author) if is_agency(author) else agency or author,
        dated=found.made.date if found.made else None, draft=None, path=path,
        position=Position(paragraph=found.paragraph, start=found.start, end=found.end),
        text=found.text, anchor=found.anchor, known=found.known,
        resolved=isinstance(found.made, Annotation) and found.made.resolved,
    )  # fmt: skip
    moment = found.made.moment if found.made else ""
    comment = replace(comment, review=found.review)
    return replace(comment, mark=f"{author} {moment}") if author and moment else comment


# --- comments in the margin ----------------------------------------------------------------


def _annotations(copy: ReturnedCopy) -> Iterator[_Found]:
    """Word comments: each thing that one says is a comment; a reply counts where it asks for something."""
    for note in copy.manuscript.annotations:
        anchor, end = _anchor(copy, note)
        for said in said_in(note).comments:
            yield _Found(note.paragraph + 1, note.start, end, said, note, anchor)


def _anchor(copy: ReturnedCopy, note: Annotation) -> tuple[Anchor, int]:
    """Where a Word comment stands, and the end of its range in the paragraph where that begins."""
    sent = copy.sent.get(note.paragraph)
    text = sent.accepted(note.paragraph) if sent else note.quote
    end = note.end if note.end_paragraph == note.paragraph else len(text)
    further = tuple(_further(copy, note))
    clauses = copy.clauses_in((note.paragraph, note.start), (note.end_paragraph, note.end))
    if sent is None or not sent.revisions:
        return Anchor(text, note.start, end, further, clauses), end
    start, stop = (sent.original(note.paragraph, at) for at in (note.start, end))
    return Anchor(sent.before.text, start, stop, further, clauses), end


def _further(copy: ReturnedCopy, note: Annotation) -> Iterator[str]:
    """The paragraphs after the first, as sent out, that the range of a Word comment runs over."""
    for index in range(note.paragraph + 1, note.end_paragraph + 1):
        touched = index < note.end_paragraph or note.end > 0
        sent = copy.sent.get(index)
        if touched and sent is not None and sent.before.text.strip():
            yield sent.before.text


# --- tracked changes -----------------------------------------------------------------------


def _tracked(copy: ReturnedCopy) -> Iterator[_Found]:
    for sent in copy.paragraphs:
        for each in sent.before.edits:
            edit = replace(each.edit, clause=copy.clause_of(sent, each.edit.start))
            index, at = sent.place(sent.accepted_at(edit.start))
            yield _of_edit(edit, index + 1, at, at + len(edit.new), each.made)
        for broken in sent.before.breaks:
            yield _of_break(copy, sent, broken)
    for revision in copy.whole:
        if revision.text.strip():
            yield _whole(revision, copy)


def _of_break(copy: ReturnedCopy, sent: Sent, broken: Break) -> _Found:
    """A paragraph that was split, or two that were joined."""
    text = sent.before.text
    first, second = text[: broken.at].split("\n")[-1], text[broken.at :].lstrip("\n").split("\n")[0]
    clauses = (copy.clause_of(sent, broken.at - 1), copy.clause_of(sent, broken.at + 1))
    index, start = sent.place(sent.accepted_at(broken.at))
    return _reshaped(broken.op, first, second, clauses, (index + 1, start), broken.made)


def _reshaped(
    op: str, first: str, second: str, clauses: tuple[str | None, ...], place: tuple[int, int],
    made: Revision | None,
) -> _Found:  # fmt: skip
    """What was split ("+") into `first` and `second`, or joined ("-") of them."""
    first, second = (readings(part.strip())[-1] for part in (first, second))
    ids = tuple(dict.fromkeys(id for id in clauses if id is not None))
    if op == "+":
        context = f"{first} {second}"
        anchor = Anchor(context, len(first) + 1, len(context), clauses=ids)
        return _Found(*place, place[1], written_split(first, second), made, anchor, Ask(Op.SPLIT, parts=2))
    anchor = Anchor(first, 0, len(first), (second,), ids)
    return _Found(*place, place[1], written_merge(first, second), made, anchor, Ask(Op.MERGE))


def _whole(revision: Revision, copy: ReturnedCopy) -> _Found:
    """A whole paragraph inserted or deleted, without its typed number."""
    text = readings(revision.text.strip())[-1]
    length = len(revision.text) if revision.op == "+" else 0
    if revision.op == "+":
        above, clause = copy.above(revision.paragraph)
        edit = Edit(above, len(above), len(above), text, paragraph=True, clause=clause)
    else:
        edit = Edit(text, 0, len(text), "", paragraph=True, clause=copy.clause_worded(text))
    return _of_edit(edit, revision.paragraph + 1, 0, length, revision)


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


def _of_edit(
    edit: Edit, paragraph: int, start: int, end: int, made: Revision | None, story: Story = Story.BODY
) -> _Found:
    said = written(edit)
    if story is not Story.BODY:
        said = written_beside(said, story)
    return _Found(paragraph, start, end, said, made, anchor_of(edit), ask_of(edit))


# --- what nobody tracked -------------------------------------------------------------------


def _struck(copy: ReturnedCopy) -> Iterator[_Found]:
    """Paragraphs struck through from end to end; struck words of others count as gone from the copy."""
    for line in copy.struck:
        text = readings(line.text)[-1]
        edit = Edit(text, 0, len(text), "", paragraph=True, clause=copy.clause_worded(text))
        yield _of_edit(edit, line.paragraph, line.offset, line.offset + len(line.text), None)


def _silent(copy: ReturnedCopy) -> Iterator[_Found]:
    """What differs from the draft without being tracked."""
    for line, edit in copy.body.edits:
        at = line.offset + max(line.text.find(edit.new), 0)
        yield _of_edit(edit, line.paragraph, at, at + len(edit.new), None)
    for broken in copy.body.breaks:
        place = (broken.line.paragraph, broken.line.offset)
        yield _reshaped(broken.op, broken.first, broken.second, broken.clauses, place, None)


# --- notes and text boxes ------------------------------------------------------------------


def _beside(copy: ReturnedCopy) -> Iterator[_Found]:
    """Edits of footnotes, endnotes and text boxes: comments on the clause at which those are anchored."""
    for note in copy.notes:
        for each in note.before.edits:
            edit = replace(each.edit, clause=note.clause)
            yield _on_clause(copy, _of_edit(edit, note.paragraph, 0, 0, each.made, note.story))
    gone, come = ({key(words) for _, edit in copy.beside.edits if (words := side(edit))} for side in _SIDES)
    for line, edit in copy.beside.edits:
        if edit.paragraph and key(edit.old or edit.new) in gone & come:
            continue  # programs anchor boxes anew
        clause = copy.clause_at(line.paragraph) or edit.clause
        found = _of_edit(
            replace(edit, clause=clause), line.paragraph, 0, 0, None, copy.story_at(line.paragraph)
        )
        yield _on_clause(copy, found)


def _on_clause(copy: ReturnedCopy, found: _Found) -> _Found:
    """Anchored at the clause, where that is known: a note's words stand in none."""
    text = copy.text_of(found.anchor.clauses)
    return replace(found, anchor=replace(found.anchor, context=text, start=0, end=0)) if text else found
