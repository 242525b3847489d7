"""Letter picture: the part of a scan in which a comment was recognised, to be held against its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..model import Comment, PaperPlace

if TYPE_CHECKING:
    from .board import Board

_AROUND = 6.0  # points


def pictured(board: Board, comment: Comment) -> tuple[PaperPlace, ...]:
    """Where a comment stands on recognised pages, one place for each page; none for what was not recognised,
    or where its file cannot be read any more."""
    try:
        file = board.workspace.letter_files.find(comment.path)
        sheet = None if file is None else board.workspace.stages.sheet(file)
    except DrafterError:
        return ()
    if sheet is None or not sheet.printed:
        return ()
    numbers = {place.paragraph for place in comment.places or (comment.position,)}
    places = [place for number in numbers if number is not None for place in sheet.printed.get(number, ())]
    pages = sorted({place.page for place in places})
    return tuple(_around([place for place in places if place.page == page]) for page in pages)


def letter_picture(board: Board, comment: Comment, at: int) -> bytes | None:
    """The `at`-th (from 0) of the places of a comment as PNG; None where there is none."""
    from ..intake.paper import cut_of

    places = pictured(board, comment)
    if not 0 <= at < len(places):
        return None
    try:
        file = board.workspace.letter_files.find(comment.path)
        return None if file is None else cut_of(board.workspace.stages.sources.read(file), places[at])
    except DrafterError:
        return None


def _around(places: list[PaperPlace]) -> PaperPlace:
    return PaperPlace(
        page=places[0].page,
        left=min(place.left for place in places) - _AROUND,
        right=max(place.right for place in places) + _AROUND,
        top=min(place.top for place in places) - _AROUND,
        bottom=max(place.bottom for place in places) + _AROUND,
    )
