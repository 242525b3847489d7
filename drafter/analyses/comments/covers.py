"""Covers: a mail that only brings others, as frame word by word."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import FrameKind, FramePiece, Letter, Sheet, Stance

from . import struck
from .counting import unread_words, words_of
from .covering import apart
from .ground import lines_of, spot
from .margins import unseen, with_hidden
from .turned import upright
from .zones import ending_zones, mail_zones

__all__ = ["cover_of"]


def cover_of(sheet: Sheet) -> Letter:
    """A mail without a comment: no agency speaks in it, and all its words are frame, counted."""
    unread = unread_words(sheet)
    parts = list(apart(upright(struck.standing(sheet.parts)), covers=True))
    lines = lines_of(parts, sheet.unit)
    zones = {
        **dict.fromkeys((line.spot for line in lines), FrameKind.LEAD_IN),
        **ending_zones(parts, ""),
        **{spot(line.block): FrameKind.LETTERHEAD for line in lines if line.block.edge},
        **mail_zones(lines, covers=True),
    }
    frame = tuple(
        FramePiece(sheet.path, line.position(0, len(line.block.text)), zones[line.spot], line.block.text)
        for line in lines
        if line.block.text.strip()
    )
    made = Letter(sheet.path, "", None, None, Stance.REMARK, ())
    made = replace(made, frame=frame, words=words_of(sheet, (), frame, unread))
    (whole,) = with_hidden((made,), unseen(sheet, (made,)))
    return whole
