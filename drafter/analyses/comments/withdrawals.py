"""Withdrawals: comments that their agency takes back, in another item of its letter or by a later letter.

    "3. Sở xin rút ý kiến số 1.", "Ý kiến này thay cho ý kiến tại mục 2"
    "Văn bản này thay thế Công văn số 10/SYT-NV"

What was taken back is never said to be done or not done. Where nothing tells which comment is meant, all that
stand before may be; what another office wanted is not taken back by this one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.language.identities import identity
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Withdrawals
from drafter.language.normal import decoded, folded
from drafter.language.numerals import spoken
from drafter.language.references import find_references
from drafter.language.sentences import hide_quotes
from drafter.model import Comment, FrameKind, Letter, Notice

from .marks import mark_of
from .passage import Passage

_SILENT = (
    FrameKind.LETTERHEAD,
    FrameKind.RECIPIENTS,
    FrameKind.HIDDEN,
    FrameKind.THREAD,
    FrameKind.SET_ASIDE,
)
_NUMBER = re.compile(r"\d{1,3}(?![\d.]*\.\d)")
_SENTENCE_ENDS = re.compile(r"[.;!?](?=\s)|\n")
_SHOWN = 60  # signs of a comment in a notice


class ItemNumbers:
    """The numbers of the items of letters, as they are printed; each line of a body is read once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Passage, list[int | None]]] = {}

    def at(self, body: Passage, start: int) -> int | None:
        """Of the item in which a place of a letter's body stands."""
        if id(body) not in self._known:
            self._known[id(body)] = (body, list(_numbers(body)))
        numbers = self._known[id(body)][1]
        place = bisect_right(body.lines, (start, len(body.norm.text))) - 1
        return numbers[place] if place >= 0 else None


def _numbers(body: Passage) -> Iterator[int | None]:
    """For each line the number of the last item that began."""
    number: int | None = None
    for (begin, end), block in zip(body.lines, body.blocks, strict=True):
        text = body.norm.text[begin:end]
        mark = mark_of(text, block.mark, block.level)
        printed = block.mark or (text[: mark.end] if mark else "")
        family = mark.family if mark else ""
        if any(name in family for name in ("number", "bracketed", "opinion", "ordinal")):
            found = _NUMBER.search(printed)
            number = int(found[0]) if found else _spoken(printed)
        yield number


def _spoken(printed: str) -> int | None:
    return next(
        (number for word in printed.split() if (number := spoken(word.strip(".:),"))) is not None), None
    )


def with_withdrawn(letter: Letter, numbers: Mapping[str, int]) -> Letter:
    """`letter` with what it takes back of itself, and the earlier letters that it names as replaced.

    `numbers`: the printed number of the item of each comment, by its id.
    """
    taken: dict[str, str] = {}
    for by, text in _said(letter):
        for which in _taken_back(text):
            for id in _meant(which, letter, by, numbers):
                taken.setdefault(id, by or letter.path)
    comments = tuple(
        replace(one, withdrawn=taken[one.id]) if one.id in taken else one for one in letter.comments
    )
    told = tuple(
        Notice("withdrawn", letter.path, _shown(one.text)) for one in letter.comments if one.id in taken
    )
    return replace(
        letter,
        comments=comments,
        notices=(*letter.notices, *told),
        replaces=tuple(dict.fromkeys(_earlier_letters(letter))),
    )


def _said(letter: Letter) -> Iterator[tuple[str, str]]:
    """What the letter says, comment by comment with its id and piece by piece of the rest without one."""
    for comment in letter.comments:
        yield comment.id, _plain(comment.text)
    for piece in letter.frame:
        if piece.kind not in _SILENT:
            yield "", _plain(piece.text)


def _plain(text: str) -> str:
    return hide_quotes(decoded(text))


def _taken_back(text: str) -> Iterator[str]:
    """What is taken back by `text`, as it is named there; nothing where a letter is named as a whole, or the
    sentence tells of an earlier wish: "trước đây đã đề nghị …, nay xin rút ý kiến đó"."""
    cues = lexicon(Withdrawals)
    for found in cues.ways.pattern.finditer(text):
        which = next(filter(None, found.groupdict().values()), "")
        before = _SENTENCE_ENDS.split(text[: found.start()])[-1]
        long_ago = cues.earlier.pattern.search(before) and not cues.items.pattern.search(which)
        if not (long_ago or cues.letters.pattern.search(found[0])):
            yield which


def _meant(which: str, letter: Letter, by: str, numbers: Mapping[str, int]) -> list[str]:
    """The comments of a letter that `which` names; all that may be meant where it tells too little."""
    office = lexicon(Withdrawals).others.pattern.match(which)
    if office and identity(office["office"].strip()) != identity(letter.agency):
        return []
    others = [one for one in letter.comments if one.id != by]
    before = _before(letter.comments, by)
    items = {int(one) if one.isdigit() else spoken(one) or 0 for one in _items(which)}
    ordinals = numbers or {one.id: place for place, one in enumerate(letter.comments, 1)}
    places = {locator for one in find_references(which) for locator in one.locators}
    named = [one.id for one in others if ordinals.get(one.id) in items or not places.isdisjoint(_places(one))]
    return named or [one.id for one in before]


def _before(comments: Sequence[Comment], by: str) -> Sequence[Comment]:
    ids = [one.id for one in comments]
    return comments[: ids.index(by)] if by in ids else comments


def _items(which: str) -> Iterator[str]:
    cues = lexicon(Withdrawals)
    for found in cues.items.pattern.finditer(which):
        yield from (
            one[0] for one in re.finditer(rf"(?<!\w){cues.each.pattern.pattern}(?!\w)", found["numbers"])
        )


def _places(comment: Comment) -> set[object]:
    return {locator for one in (*comment.references, *comment.beside) for locator in one.locators}


def _shown(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"


# --- earlier letters ---------------------------------------------------------------------


def _earlier_letters(letter: Letter) -> Iterator[str]:
    """How a letter names those that it replaces."""
    cues = lexicon(Withdrawals)
    for _, text in _said(letter):
        yield from (_named(found) for found in cues.letters.pattern.finditer(text))
    for piece in letter.frame:
        if piece.kind is FrameKind.REFERENCE:
            yield from (_named(found) for found in cues.subject.pattern.finditer(_plain(piece.text)))


def _named(found: re.Match[str]) -> str:
    words = next(filter(None, found.groupdict().values()))
    return " ".join(re.split(r"[.)](?:\s|$)", words)[0].split()).strip(" .,:()/")


def told_replaced(letters: Sequence[Letter]) -> tuple[tuple[Letter, ...], tuple[Notice, ...]]:
    """`letters` with the comments of those taken back that a later one replaces; what is to be told of it."""
    notices: list[Notice] = []
    taken: dict[int, str] = {}
    for letter in letters:
        for named in letter.replaces:
            earlier = [at for at, one in enumerate(letters) if _is_replaced(one, letter, named)]
            for at in earlier:
                taken.setdefault(at, letter.path)
                notices.append(Notice("replaced-letter", letters[at].path, f"{letter.path} ({named})"))
            if not earlier:
                notices.append(Notice("replaces-letter", letter.path, named))
    made = tuple(_replaced(one, taken[at]) if at in taken else one for at, one in enumerate(letters))
    return made, tuple(dict.fromkeys(notices))


def _is_replaced(one: Letter, by: Letter, named: str) -> bool:
    """Whether a letter is the one named: by its number, else any other of the agency that is not younger."""
    if one.path == by.path or identity(one.agency) != identity(by.agency):
        return False
    found = lexicon(Withdrawals).numbered.pattern.search(named)
    if found and one.number:
        said, own = (
            "".join(folded(each).split()).replace("–", "-") for each in (found["number"], one.number)
        )
        return own == said or own.partition("/")[0] == said
    return one.date is None or by.date is None or one.date <= by.date


def _replaced(letter: Letter, by: str) -> Letter:
    comments = tuple(replace(one, withdrawn=one.withdrawn or by) for one in letter.comments)
    return replace(letter, comments=comments)
