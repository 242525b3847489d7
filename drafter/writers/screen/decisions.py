"""What the terminal shows of decisions, their history, and what went out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Decision, HistoryLine, Registered, Snapshot
from drafter.wording.decisions import answer_of, changed_words, moment, outcome_words, particulars
from drafter.wording.messages import say
from drafter.writers.screen.shared import shortened

Places = Callable[[str, Sequence[str]], tuple[str, ...]]  # locators of clauses (ids) of a comment (key)
_TEXT = 160  # characters of a comment


def _table(title: str, columns: Sequence[tuple[str, int]], lang: str) -> Table:
    made = Table(title=title, title_justify="left", expand=True)
    for column, ratio in columns:
        made.add_column(say(f"screen.{column}", lang), overflow="fold", ratio=ratio)
    return made


def decisions_view(
    found: Sequence[tuple[Registered, Decision]], places: Places, lang: str, *, title: str
) -> RenderableType:
    """One row for each comment: who said what, the answer, who decided it. `title`: what was done."""
    made = _table(title, (("no", 1), ("comment", 6), ("outcome", 3), ("answer", 7)), lang)
    for comment, decision in found:
        said = f"{comment.agency}: {shortened(comment.text, _TEXT)}"
        told = answer_of(decision, lang) if decision.decided else ""
        answer = "\n".join(
            (*([told] if told else []), *particulars(decision, places(comment.key, decision.clauses), lang))
        )
        made.add_row(str(comment.no), said, outcome_words(decision, lang), answer)
    return made


def log_view(lines: Sequence[HistoryLine], places: Places, lang: str) -> RenderableType:
    """One row for each act on a comment, oldest first."""
    if not lines:
        return Text(say("screen.no-log", lang))
    columns = (("act", 1), ("moment", 3), ("who", 3), ("no", 1), ("changed", 9))
    made = _table(say("screen.log", lang, count=len(lines)), columns, lang)
    for line in lines:
        who = f"{line.author.name} ({say(f'via.{line.author.via}', lang)})"
        changed = changed_words(line, places(line.key, line.after.clauses), lang)
        cells = (str(line.act), moment(line.author.at, lang), who, str(line.no), changed)
        made.add_row(*cells)
    return made


def snapshots_view(found: Sequence[Snapshot], lang: str) -> RenderableType:
    """One row for each thing that went out, oldest first."""
    if not found:
        return Text(say("screen.no-snapshots", lang))
    columns = (("no", 1), ("moment", 3), ("who", 2), ("sent", 2), ("file", 5), ("digest", 2))
    made = _table(say("screen.snapshots", lang, count=len(found)), columns, lang)
    for each in found:
        kind = say(f"snapshot.{each.kind}", lang)
        sent = f"{kind}: {each.agency}" if each.agency else kind
        at = moment(each.author.at, lang)
        made.add_row(str(each.id), at, each.author.name, sent, each.path, each.sha256[:12])
    return made
