"""What the terminal shows of links: each comment with its clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Correspondence, Draft, Link, Scope
from drafter.wording.figures import number
from drafter.wording.messages import say
from drafter.wording.names import draft_name, lowered, place
from drafter.wording.reasons import detail, reasons_of, signal
from drafter.writers.screen.shared import has_numbers, number_cell, shortened, with_id


def links_view(
    found: Sequence[Link], read: Correspondence, drafts: Mapping[str, Draft], lang: str, *, ids: bool = False
) -> RenderableType:
    """Each comment with the clauses it addresses, the reasons, and a mark where a person must look.

    `drafts`: comment → the draft that it is linked to, which is named where there are several.
    """
    comments = {comment.id: comment for comment in read.comments}
    several = len({draft.path for draft in drafts.values()}) > 1
    numbered = has_numbers(comments[link.comment] for link in found)
    table = Table(title=say("screen.links", lang), title_justify="left", expand=True)
    if numbered:
        table.add_column(say("screen.no", lang), justify="right")
    for column, ratio in (("comment", 6), ("addressed", 3), ("reasons", 5), ("confidence", 1)):
        table.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
    for link in found:
        comment, draft = comments[link.comment], drafts[link.comment]
        text = f"{comment.agency}: {shortened(comment.text, 160)}"
        mark = " ?" if link.review else ""
        table.add_row(
            *number_cell(comment, numbered),
            with_id(text, comment.id, ids),
            _places(link, draft, lang, named=several, ids=ids) or say(f"scope.{link.scope}", lang),
            _reasons(link, lang),
            f"{number(round(link.confidence, 2), lang)}{mark}",
        )
    return Lines(table, Text(say("screen.review", lang, count=sum(link.review for link in found))))


def link_cells(link: Link, draft: Draft, lang: str) -> tuple[str, str]:
    """The clauses that a comment addresses in `draft`, or its scope; why, a line for each reason."""
    places = _places(link, draft, lang, named=False, ids=False)
    return places or say(f"scope.{link.scope}", lang), _reasons(link, lang)


def _places(link: Link, draft: Draft, lang: str, *, named: bool, ids: bool) -> str:
    """The clauses addressed, a line each; `named`: with the draft that they stand in."""
    inside = f" ({lowered(draft_name(draft, lang))})" if named else ""
    return "\n".join(
        with_id(place([clause.id], draft) + inside, clause.id, ids)
        for clause in link.clauses
        if clause.addressed
    )


def _reasons(link: Link, lang: str) -> str:
    told = [f"{signal(reason.signal, lang)}: {detail(reason, lang)}" for reason in reasons_of(link)]
    if link.scope is Scope.DOCUMENT and not any(clause.addressed for clause in link.clauses):
        told.insert(0, say("screen.general", lang))
    return "\n".join(told)
