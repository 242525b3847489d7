"""What the views of the terminal share: text cut to a line, notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drafter.wording.names import shortened as shortened
from drafter.wording.notices import notice_words

if TYPE_CHECKING:
    from drafter.model import Comment, Notice


def notice_lines(notices: Sequence[Notice], lang: str) -> list[Text]:
    """One line for each oddity, so that none is passed over in silence."""
    return [Text(f"! {notice_words(notice, lang)}", style="yellow") for notice in notices]


def with_id(words: str, id: str, shown: bool) -> str:
    """`words` with the id that JSON has for what they name, where ids are wanted."""
    return f"{words} [{id}]" if shown else words


def has_numbers(comments: Iterable[Comment]) -> bool:
    """Whether the comments bear the numbers by which they are decided."""
    return any(comment.no is not None for comment in comments)


def number_cell(comment: Comment, shown: bool) -> tuple[str, ...]:
    """The cell of the column of numbers, () where there is none."""
    return ("" if comment.no is None else str(comment.no),) if shown else ()


def numbered_agency(comment: Comment) -> str:
    """`"12 · Sở Y tế"`; the agency alone where comments bear no numbers."""
    return comment.agency if comment.no is None else f"{comment.no} · {comment.agency}"
