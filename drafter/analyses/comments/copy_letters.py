"""A copy of a draft as letters: whose copy it is, and what each agency says in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from drafter.language.file_senders import from_file_name
from drafter.language.senders import is_agency, proper
from drafter.language.words import words as words_of
from drafter.model import (
    Channel,
    Comment,
    Declared,
    Draft,
    FrameKind,
    FramePiece,
    Letter,
    Notice,
    Position,
    Sheet,
    WordCount,
    summed,
)

from . import copies
from .copies import FromCopy
from .copy_counting import changed_words
from .edits import plain
from .lines import around, readings
from .margins import margin_frame, margin_words
from .origins import Origin
from .reading import in_turn, letter_stance
from .returned import ReturnedCopy


def name_of(draft: Draft) -> str:
    return PurePosixPath(draft.path).name


def reviewer(sheet: Sheet) -> str:
    """Whose copy of a draft it is; the file's name as it is where no agency is named anywhere."""
    return _named(sheet) or PurePosixPath(sheet.path).stem


def _named(sheet: Sheet) -> str | None:
    issuer = proper(sheet.issuer) if sheet.issuer and is_agency(sheet.issuer) else None
    return copies.author_of(sheet) or issuer or from_file_name(PurePosixPath(sheet.path).stem)


def letters_of_copy(sheet: Sheet, source: Origin | None, declared: Declared) -> tuple[Letter, ...]:
    """The letters in a copy of the draft `source`; None where that is not here."""
    draft = declared.draft or (source.draft if source is not None else None)
    stem = PurePosixPath(sheet.path).stem
    manuscript = sheet.manuscript
    assert manuscript is not None
    copy = ReturnedCopy(manuscript, draft)
    marked = copies.comments_of(copy, sheet, agency=_named(sheet))
    frame, words = _counted(copy, sheet, marked)
    made = tuple(each.comment for each in marked)
    if declared.agency is not None:
        made = tuple(replace(comment, agency=declared.agency) for comment in made)
    by_agency: dict[str, list[Comment]] = {}
    for comment in made:
        by_agency.setdefault(comment.agency or stem, []).append(
            replace(comment, agency=comment.agency or stem)
        )
    tied = source.tied if source is not None and declared.draft is None else ()
    notices = (Notice("tied-drafts", sheet.path, ", ".join(map(name_of, tied))),) if tied else ()
    found = tuple(
        Letter(
            path=sheet.path,
            agency=agency,
            number=declared.number if len(by_agency) == 1 else None,
            date=declared.date or max((c.date for c in said if c.date), default=None),
            stance=letter_stance(said),
            comments=in_turn([replace(c, draft=draft.path if draft else None) for c in said]),
            draft_number=draft.number if draft else None,
            channel=Channel.COPY,
        )
        for agency, said in by_agency.items()
    )
    return tuple(
        replace(each, frame=frame, words=words, notices=notices) if at == 0 else each
        for at, each in enumerate(found)
    )


def _counted(
    copy: ReturnedCopy, sheet: Sheet, marked: Sequence[FromCopy]
) -> tuple[tuple[FramePiece, ...], WordCount]:
    """What a copy holds beside comments and the words of the draft, and the count of all that is not the
    draft's."""
    in_words = [each.comment for each in marked if each.edit is None]
    margin = margin_frame(copy.manuscript)
    at_edge = {comment.position for comment in in_words if comment.review}
    texts = [comment.text for comment in in_words if comment.position not in at_edge]
    passed = _passed_frame(copy)
    count = summed(
        (
            margin_words(copy.manuscript, texts, margin),
            changed_words(copy, sheet, [each.edit for each in marked if each.edit], passed),
            _edge_words(sheet, at_edge),
        )
    )
    return (*margin, *_edge_frame(sheet, at_edge), *passed), count


def _edge_frame(sheet: Sheet, said: Collection[Position]) -> tuple[FramePiece, ...]:
    return tuple(
        FramePiece(sheet.path, place, FrameKind.LETTERHEAD, block.text)
        for block in copies.edges(sheet)
        if (place := _position(block.number, block.offset, block.text)) not in said
    )


def _edge_words(sheet: Sheet, said: Collection[Position]) -> WordCount:
    read = sum(len(words_of(block.text)) for block in copies.edges(sheet))
    rest = sum(len(words_of(piece.text)) for piece in _edge_frame(sheet, said))
    return WordCount(read, read - rest, rest)


def _passed_frame(copy: ReturnedCopy) -> tuple[FramePiece, ...]:
    """Lines of a copy that are neither text of the draft nor an edit of it, but for the draft's own frame."""
    own = around(copy.draft).lines if copy.draft else frozenset[str]()
    return tuple(
        FramePiece(
            copy.manuscript.path,
            _position(line.paragraph, line.offset, line.text),
            kind,
            readings(line.text)[-1],
        )
        for line, kind in copy.passed
        if plain(line.text) not in own
    )


def _position(paragraph: int, start: int, text: str) -> Position:
    return Position(paragraph=paragraph, start=start, end=start + len(text))
