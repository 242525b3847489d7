"""Counting a copy: the words by which it differs from the draft, against those in comments and in the frame.

The count knows nothing of which lines continue each other: what was sent out, and what came back, are two
heaps of letters. Whatever came or went between them must have come or gone in one edit that a comment tells,
or stand in a named piece of the frame. An edit that was dropped, told twice or told in other words than its
own keeps the count from closing. So does what the file's marks hold (`Sheet.raw_marks`, taken without the
reader) where the reader does not have it.

No words of a copy: the draft's own, numbers that lists and offices give lines anew, spelling and dress in
which nobody asks for anything, the frame of the draft, and what a copy of a part left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.language.normal import folded
from drafter.language.words import words
from drafter.model import Ask, FramePiece, Op, Revision, Sheet, WordCount

from .counting import letters_of, unread_words
from .edits import Edit, plain
from .lines import CopyLine, SentLine, around, key, notes_of, readings
from .returned import ReturnedCopy
from .silent import worded

_Heap = Counter[str]


def changed_words(
    copy: ReturnedCopy, sheet: Sheet, told: Iterable[Ask], frame: Sequence[FramePiece]
) -> WordCount:
    """The words that came and went in a copy. `told`: the edits that comments tell, each as what it asks for;
    `frame`: the pieces of the copy that are none, those in its margin aside."""
    unread = unread_words(sheet) + _unread_marks(sheet)
    sent, back = _sent(copy), _back(copy)
    read = _net([*sent, *_own_frame(copy)], back).total() + sum(map(_tracked_words, _groups(copy))) + unread
    rest = sum(len(words(piece.text)) for piece in frame)
    happened = _difference(_letters(sent), _letters(back))
    happened.update(_by_edits((*copy.body.numbers, *copy.beside.numbers)))
    for revisions, idle in _groups(copy):
        happened.update(_by_marks(revisions))
        happened.subtract(_by_edits((edit.old, edit.new) for edit in idle))
    named = _by_edits((_gone(ask), _come(ask)) for ask in told)
    named.update(_letters(line.text for line, _ in copy.passed))
    closes = not unread and not any(_difference(named, happened).values())
    return WordCount(read, read - rest, rest, closes)


def _gone(ask: Ask) -> str:
    return "" if ask.op is Op.ADD else ask.old or ""


def _come(ask: Ask) -> str:
    return (ask.old if ask.op is Op.MOVE else ask.new) or ""


# --- two heaps ------------------------------------------------------------------------------


def _sent(copy: ReturnedCopy) -> list[str]:
    """The lines of the draft that can come back, but for those that marks take away as a whole."""
    if copy.draft is None:
        return _back(copy)
    missing = Counter(copy.body.unsent)
    body: list[SentLine] = []
    for line in copy.left:
        if missing[line] > 0:
            missing[line] -= 1
        else:
            body.append(line)
    return [*copy.body.retitled, *(line.text for line in (*body, *notes_of(copy.draft)))]


def _back(copy: ReturnedCopy) -> list[str]:
    """The lines of the copy, its notes and boxes, as they went out before tracked changes."""
    if copy.draft is None:
        return []
    known = frozenset(key(line.text) for line in copy.left)
    lines: list[CopyLine] = worded(copy.standing, known)
    beside = worded(copy.lines_beside, frozenset())
    return [line.text for line in (*lines, *beside)]


def _own_frame(copy: ReturnedCopy) -> list[str]:
    """The lines of the copy that are the draft's frame."""
    own = around(copy.draft).lines if copy.draft else frozenset[str]()
    return [line.text for line, _ in copy.passed if plain(line.text) in own]


def _net(sent: Sequence[str], back: Sequence[str]) -> _Heap:
    """Words that came or went between two heaps of lines; lines that are the same but for their dress say
    nothing."""
    old, new = Counter(map(key, sent)), Counter(map(key, back))
    left = [_words(_lines(lines, gone)) for lines, gone in ((sent, old - new), (back, new - old))]
    return (left[0] - left[1]) + (left[1] - left[0])


def _lines(lines: Iterable[str], wanted: _Heap) -> Iterator[str]:
    for line in lines:
        if wanted[key(line)] > 0:
            wanted[key(line)] -= 1
            yield readings(line)[-1]


# --- what was tracked -----------------------------------------------------------------------


def _groups(copy: ReturnedCopy) -> Iterator[tuple[Sequence[Revision], Sequence[Edit]]]:
    """The tracked changes of each paragraph, note and box, with the edits among them that ask for nothing;
    those of whole paragraphs, and lines struck through."""
    for sent in copy.paragraphs:
        yield sent.revisions, sent.before.idle
    for note in copy.notes:
        yield note.revisions, note.before.idle
    for revision in copy.whole:
        yield (revision,), ()
    for line in copy.struck:
        yield (Revision("-", "", None, line.text, line.paragraph, 0, whole_paragraph=True),), ()


def _tracked_words(group: tuple[Sequence[Revision], Sequence[Edit]]) -> int:
    """Words that came or went in a paragraph; one that was taken away and typed again is the same."""
    revisions, idle = group
    came = _words(_text(each) for each in revisions if each.op == "+")
    went = _words(_text(each) for each in revisions if each.op == "-")
    came, went = came - _words(edit.new for edit in idle), went - _words(edit.old for edit in idle)
    return (came - went).total() + (went - came).total()


def _text(revision: Revision) -> str:
    text = revision.text.strip()
    return readings(text)[-1] if revision.whole_paragraph else text


def _by_marks(revisions: Iterable[Revision]) -> _Heap:
    found: _Heap = Counter()
    for each in revisions:
        (found.update if each.op == "+" else found.subtract)(letters_of(folded(_text(each))))
    return found


def _unread_marks(sheet: Sheet) -> int:
    """How many letters of the file's marks the reader does not have."""
    raw, manuscript = sheet.raw_marks, sheet.manuscript
    if raw is None or manuscript is None:
        return 0
    beside = [edit for p in manuscript.paragraphs for note in p.notes for edit in note.revisions]
    made = (*manuscript.revisions, *beside)
    read = (
        (raw.came, [each.text for each in made if each.op == "+"]),
        (raw.went, [each.text for each in made if each.op == "-"]),
        (raw.margin, [note.text for note in manuscript.annotations]),
    )
    return sum((letters_of(all_of) - letters_of("\n".join(texts))).total() for all_of, texts in read)


# --- letters and words ----------------------------------------------------------------------


def _letters(lines: Iterable[str]) -> _Heap:
    found: _Heap = Counter()
    for line in lines:
        found.update(letters_of(folded(readings(line)[-1])))
    return found


def _by_edits(pairs: Iterable[tuple[str, str]]) -> _Heap:
    found: _Heap = Counter()
    for old, new in pairs:
        found.subtract(letters_of(folded(old)))
        found.update(letters_of(folded(new)))
    return found


def _difference(old: _Heap, new: _Heap) -> _Heap:
    """What came, and, below nothing, what went."""
    found: _Heap = Counter(new)
    found.subtract(old)
    return found


def _words(texts: Iterable[str]) -> _Heap:
    return Counter(plain(word) for text in texts for word in words(text))
