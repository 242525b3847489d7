"""What the terminal shows of the ledger: every target through all drafts."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table

from drafter.language.locators import as_cited
from drafter.model import Correspondence, Draft, LedgerRow, Role, Target
from drafter.wording.measures import value_of
from drafter.wording.messages import say
from drafter.wording.names import draft_label
from drafter.writers.screen.shared import shortened


def ledger_view(
    rows: Sequence[LedgerRow], drafts: Sequence[Draft], read: Correspondence | None, lang: str
) -> RenderableType:
    """One row for each target: its value in every draft, the annex where it says otherwise, who commented."""
    said = {comment.id: comment for comment in read.comments} if read is not None else {}
    table = Table(title=say("ledger.title", lang, count=len(rows)), title_justify="left", title_style="bold")
    table.add_column(say("ledger.indicator", lang), overflow="fold", ratio=4)
    for draft in drafts:
        name = draft_label(draft.number, lang) or draft.path
        table.add_column(name, overflow="fold", ratio=3)
    table.add_column(say("ledger.comments", lang), overflow="fold", ratio=2)
    for row in rows:
        cells = []
        for entry, draft in zip(row.entries, drafts, strict=True):
            if entry is None:
                cells.append("–")
                continue
            lines = [value_of(entry.target, lang), as_cited(draft.by_id[entry.target.clause].locator)]
            told = {lines[0]}
            for other in entry.others:
                if (value := value_of(other, lang)) not in told:
                    lines.append(_elsewhere(draft, other, value, lang))
                    told.add(value)
            cells.append("\n".join(lines))
        agencies = dict.fromkeys(said[id].agency for id in row.comments if id in said)
        table.add_row(shortened(row.indicator, 90), *cells, "; ".join(agencies))
    return Lines(table)


def _elsewhere(draft: Draft, target: Target, value: str, lang: str) -> str:
    """What another place of the target says, called the annex only where it stands in one."""
    clause = draft.by_id[target.clause]
    if clause.role is Role.ANNEX:
        return say("ledger.annex", lang, value=value)
    return say("ledger.body", lang, value=value, place=as_cited(clause.locator))
