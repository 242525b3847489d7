"""What the terminal shows of links: each comment with its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Correspondence, Link
from drafter.wording.figures import number
from drafter.wording.messages import say
from drafter.wording.reasons import detail, signal
from drafter.writers.screen.shared import shortened


def links_view(found: Sequence[Link], read: Correspondence, lang: str) -> RenderableType:
    """Each comment with the clauses it addresses, the reasons, and a mark where a person must look."""
    comments = {comment.id: comment for comment in read.comments}
    table = Table(title=say("screen.links", lang), title_justify="left", expand=True)
    for column, ratio in (("comment", 6), ("addressed", 3), ("reasons", 5), ("confidence", 1)):
        table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
    for link in found:
        addressed = [clause for clause in link.clauses if clause.addressed]
        places = "\n".join(clause.id for clause in addressed) or say(f"scope.{link.scope}", lang)
        reasons = "\n".join(
            f"{signal(reason.signal, lang)}: {detail(reason, lang)}"
            for clause in addressed
            for reason in clause.reasons
        )
        mark = " ?" if link.review else ""
        text = f"{comments[link.comment].agency}: {shortened(comments[link.comment].text, 160)}"
        table.add_row(text, places, reasons, f"{number(round(link.confidence, 2), lang)}{mark}")
    return Lines(table, Text(say("screen.review", lang, count=sum(link.review for link in found))))
