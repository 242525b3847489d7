"""The report: everything on one self-contained page that needs no script; for reading, printing, keeping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model import Brief, ChangeSet, Draft, Extras, Layout, LedgerRow
from drafter.wording.answers import blanks
from drafter.wording.comparison import ChangeGroup
from drafter.wording.figures import day
from drafter.wording.measures import value_of
from drafter.wording.messages import say
from drafter.wording.names import draft_name, shortened
from drafter.writers.html.brief import shown_brief
from drafter.writers.html.page import page
from drafter.writers.html.shown import ShownChange, shown_changes
from drafter.writers.table.frame import empty, items
from drafter.writers.table.layout import columns, header, lines

_INDICATOR = 200  # characters


@dataclass(frozen=True, slots=True)
class ShownStep:
    """The changes from one draft to the next, without what only looks otherwise."""

    old: str
    new: str
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A target with its value in every draft, "–" where it is not, and who commented on it."""

    indicator: str
    values: tuple[str, ...]
    agencies: tuple[str, ...]


def write_report(found: Brief, steps: Sequence[tuple[Draft, Draft, ChangeSet]], lang: str = "vi") -> bytes:
    """The whole page, sealed."""
    table = replace(found.table, extras=Extras())
    return page(
        "report.html.jinja",
        lang,
        found=shown_brief(found, lang),
        link=False,
        day=day(found.today, lang),
        steps=[_step(*step, lang) for step in steps],
        parts=tuple(_parts(found, steps, lang)),
        ledger=[_line(row, found, lang) for row in found.ledger],
        opening=items(table, lang),
        header=header(table, Layout.CLAUSE, lang),
        columns=columns(table, Layout.CLAUSE),
        lines=lines(table, Layout.CLAUSE, lang),
        blanks=lambda text: blanks(text, lang),
        empty=empty(table, lang),
    )


def _parts(found: Brief, steps: Sequence[object], lang: str) -> Iterator[tuple[str, str, bool]]:
    """What a person may have printed with the brief, and whether it is where nothing is chosen: the changes
    are by far the longest, and on paper nobody finds a clause in them."""
    if steps:
        yield "step", say("report.all-changes", lang), False
    if found.ledger:
        yield "ledger", say("report.ledger", lang), True
    yield "table", say("report.table", lang), True


def _step(old: Draft, new: Draft, changes: ChangeSet, lang: str) -> ShownStep:
    told = tuple(_told(shown_changes(changes, old, new, lang)))
    return ShownStep(draft_name(old, lang), draft_name(new, lang), told)


def _told(changes: Sequence[ShownChange]) -> Iterator[ShownChange]:
    for change in changes:
        if change.group not in (ChangeGroup.UNCHANGED, ChangeGroup.NOISE):
            yield change


def _line(row: LedgerRow, found: Brief, lang: str) -> LedgerLine:
    values = tuple("–" if each is None else value_of(each.target, lang) for each in row.entries)
    agencies = dict.fromkeys(found.comments[id].agency for id in row.comments if id in found.comments)
    return LedgerLine(shortened(row.indicator, _INDICATOR), values, tuple(agencies))
