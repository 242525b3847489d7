"""What the terminal shows of a table that came back: every row that is not as it went out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Decision, EditedTable, Returned, ReturnedRow, RowFate, RowNote
from drafter.wording.decisions import answer_of, outcome_words
from drafter.wording.messages import say
from drafter.wording.returned import fate_words, own_words
from drafter.writers.screen.shared import shortened

_COMMENT, _ANSWER = 160, 400  # characters that are shown
_STYLES = {RowFate.TAKEN: "green", RowFate.MISSING: "dim", RowFate.UNCHANGED: "dim"}


def returned_view(
    table: EditedTable, found: Returned, numbers: Mapping[str, int], lang: str = "vi", *, saved: bool = True
) -> RenderableType:
    """One line for each row that was touched, is unknown or missing; below what was not read."""
    shown = [
        row for row in found.rows if row.fate is not RowFate.UNCHANGED or row.notes or row.remarks or row.own
    ]
    view = Table(title=say("returned.title", lang, count=len(found.rows)), title_justify="left")
    view.add_column(say("returned.row", lang), justify="right")
    view.add_column(say("returned.comment", lang), overflow="fold", ratio=3)
    view.add_column(say("returned.answer", lang), overflow="fold", ratio=4)
    view.add_column(say("returned.fate", lang), overflow="fold", ratio=3)
    for row in shown:
        style = _STYLES.get(row.fate, "yellow")
        fate = Text(fate_words(row, lang, saved=saved), style=style)
        view.add_row(
            "" if row.place is None else str(row.place),
            _comment(row, numbers, lang),
            _answer(row, lang),
            fate,
        )
    lines: list[RenderableType] = [view] if shown else []
    if table.unread:
        lines.append(Text(say("returned.columns", lang, names=", ".join(table.unread))))
    return Lines(*lines)


def _comment(row: ReturnedRow, numbers: Mapping[str, int], lang: str) -> str:
    named = ", ".join(str(numbers[key]) for key in row.keys if key in numbers)
    agency = shortened(row.agency.partition("\n")[0], _COMMENT)  # below it stand the numbers
    head = f"{say('show.no', lang, no=named)}: {agency}" if named else agency
    return "\n".join(filter(None, (head, shortened(row.comment, _COMMENT))))


def _answer(row: ReturnedRow, lang: str) -> str:
    return "\n".join(_answers(row, lang))


def _answers(row: ReturnedRow, lang: str) -> Iterator[str]:
    """What the table says; of a conflict what stands here; comments on the row."""
    if row.fate is RowFate.TAKEN and row.wanted is not None:
        yield _told(row.wanted, lang)
    elif row.fate is RowFate.CONFLICTING and row.wanted is not None:
        yield say("returned.theirs", lang, words=_told(row.wanted, lang))
        for each in dict.fromkeys(_told(decision, lang) for decision in row.standing):
            yield say("returned.ours", lang, words=each)
    elif row.answer and row.fate is not RowFate.UNCHANGED:
        yield row.answer
    yield from own_words(row, lang)
    for remark in row.remarks:
        yield say("returned.remark", lang, words=remark)
    if RowNote.REMARK_CONFLICT in row.notes:
        for each in dict.fromkeys(decision.remark for decision in row.standing if decision.remark):
            yield say("returned.remark-here", lang, words=each)


def _told(decision: Decision, lang: str) -> str:
    answer = answer_of(decision, lang) if decision.decided else ""
    return f"[{outcome_words(decision, lang)}] {answer}".strip()
