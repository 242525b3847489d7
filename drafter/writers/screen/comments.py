"""What the terminal shows of the letters and their comments."""

from __future__ import annotations

from itertools import groupby

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Comment, Correspondence
from drafter.wording.asks import asked_words
from drafter.wording.figures import day
from drafter.wording.messages import say
from drafter.writers.screen.shared import notice_lines, with_id


def comments_view(read: Correspondence, lang: str, *, ids: bool = False) -> RenderableType:
    """One table per letter, its comments by their numbers for good, else their place in the file as `#1`; the
    whole id behind each where wanted."""
    views: list[RenderableType] = []
    for letter in read.letters:
        facts = [
            letter.agency,
            letter.number or "",
            day(letter.date, lang) if letter.date else "",
            letter.path,
        ]
        title = " · ".join(part for part in facts if part)
        table = Table(title=title, title_justify="left", expand=True)
        for column, ratio in (("no", 1), ("comment", 9), ("stance", 2), ("topics", 2), ("suggestion", 4)):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for comment in letter.comments:
            table.add_row(*_comment_cells(comment, lang, ids=ids))
        views.append(table)
    total = say("screen.comments-total", lang, count=len(read.comments), files=len(read.hashes))
    return Lines(*views, *notice_lines(read.notices, lang), Text(total, style="bold"))


def rest_view(read: Correspondence, lang: str) -> RenderableType:
    """What the files hold beside comments, file by file, and the count of all their words."""
    views: list[RenderableType] = []
    for path, pieces in groupby(read.rest, key=lambda piece: piece.path):
        table = Table(title=path, title_justify="left", expand=True)
        for column, ratio in (("part", 2), ("words-of-it", 9)):
            table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
        for piece in pieces:
            table.add_row(say(f"frame.{piece.kind}", lang), piece.text)
        views.append(table)
    words = read.words
    total = say("table.balance.words", lang, read=words.read, said=words.in_comments, rest=words.rest)
    return Lines(*views, *notice_lines(read.notices, lang), Text(total, style="bold"))


def _comment_cells(comment: Comment, lang: str, *, ids: bool) -> tuple[str, ...]:
    asked = (asked_words(ask, lang) for ask in comment.asks)
    wish = "; ".join(dict.fromkeys(words for words in asked if words))
    topics = ", ".join(say(f"topic.{topic}", lang) for topic in comment.topics)
    no = "#" + comment.id.rpartition("#")[2] if comment.no is None else str(comment.no)
    text = with_id(comment.text, comment.id, ids)
    return no, text, say(f"stance.{comment.stance}", lang), topics, wish
