"""What the terminal shows of consolidated copies: who did how much, where they differ, where they agree."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.language.locators import as_cited
from drafter.model import Conflict, Consolidated, Draft
from drafter.wording.messages import say
from drafter.wording.names import draft_name

_LONGEST = 200  # characters of a side that are shown


def merge_view(made: Consolidated, base: Draft, copies: Sequence[Draft], lang: str = "vi") -> RenderableType:
    """One line for each agency, then the places with several wishes, then those they share."""
    title = say("merge.title", lang, count=len(copies), base=draft_name(base, lang))
    shares = Table(title=title, title_justify="left", title_style="bold")
    shares.add_column(say("merge.reviewer", lang), overflow="fold")
    shares.add_column(say("merge.insertions", lang), justify="right")
    shares.add_column(say("merge.deletions", lang), justify="right")
    shares.add_column(say("merge.comments", lang), justify="right")
    for share in made.shares:
        shares.add_row(share.author, *map(str, (share.insertions, share.deletions, share.comments)))
    lines: list[RenderableType] = [shares, Text()]
    if made.conflicts:
        lines.append(_listed(made.conflicts, base, "merge.conflicts", lang))
    else:
        lines.append(Text(say("merge.no-conflicts", lang)))
    if made.agreed:
        lines += [Text(), _listed(made.agreed, base, "merge.agreed", lang)]
    return Lines(*lines)


def _listed(conflicts: Sequence[Conflict], base: Draft, key: str, lang: str) -> Table:
    table = Table(title=say(key, lang, count=len(conflicts)), title_justify="left", title_style="bold")
    table.add_column(say("diff.clause-column", lang), overflow="fold", ratio=2)
    table.add_column("", overflow="fold", ratio=2)
    table.add_column("", overflow="fold", ratio=5)
    for conflict in conflicts:
        clause = base.at(conflict.paragraph)
        place = as_cited(clause.locator) if clause else ""
        if conflict.paragraph is None:
            place = say("merge.elsewhere", lang)
        table.add_row(
            place, say("merge.old", lang), _shown(conflict.old) or say("merge.absent", lang), style="dim"
        )
        for proposal in conflict.proposals:
            table.add_row("", proposal.author, _shown(proposal.text) or say("merge.nothing", lang))
        table.add_section()
    return table


def _shown(text: str) -> str:
    text = text.replace("\n", " ¶ ")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
