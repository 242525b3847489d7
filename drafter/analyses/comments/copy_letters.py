"""A copy of a draft as letters: whose copy it is, and what each agency says in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from drafter.language.senders import from_file_name, is_agency, proper
from drafter.model import Channel, Comment, Declared, Draft, FramePiece, Letter, Notice, Sheet, WordCount

from . import copies
from .margins import margin_frame, margin_words
from .origins import Origin
from .reading import in_turn, letter_stance


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
    made = copies.comments_of(sheet, draft, agency=_named(sheet))
    if declared.agency is not None:
        made = tuple(replace(comment, agency=declared.agency) for comment in made)
    frame, words = _margin(sheet, made)
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
            number=None,
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


def _margin(sheet: Sheet, made: Sequence[Comment]) -> tuple[tuple[FramePiece, ...], WordCount]:
    """What a copy's margin holds beside comments, and the count of its words."""
    manuscript = sheet.manuscript
    if manuscript is None:
        return (), WordCount()
    frame = margin_frame(manuscript)
    return frame, margin_words(manuscript, [comment.text for comment in made], frame)
