"""What the terminal shows of a copy between two drafts: done, partly, not done, done and not asked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drafter.model import Draft, ThreeEdit, ThreeState, ThreeWay
from drafter.wording.messages import say
from drafter.wording.names import draft_name, lowered
from drafter.wording.three import ASKED, edit_words, fate_words, where
from drafter.writers.screen.shared import shortened

_WORDS = 400  # characters of an edit
_STANDS = 200
_STYLES = {
    ThreeState.DONE: "bold green",
    ThreeState.PARTLY: "bold yellow",
    ThreeState.NOT_DONE: "bold red",
}


def three_view(found: ThreeWay, drafts: tuple[Draft, Draft, Draft], agency: str, lang: str) -> RenderableType:
    """A list for each outcome, the counts above. `drafts`: as sent, as commented, as revised."""
    old, copy, new = drafts
    names = (lowered(draft_name(draft, lang)) for draft in (old, new))
    lines: list[RenderableType] = [
        Text(say("three.title", lang, agency=agency, **dict(zip(("old", "new"), names, strict=True)))),
        Text(
            say(
                "three.counts",
                lang,
                asked=len(found.asked),
                done=len(found.of(ThreeState.DONE)),
                partly=len(found.of(ThreeState.PARTLY)),
                open=len(found.of(ThreeState.NOT_DONE)),
                unasked=len(found.unasked),
            )
        ),
    ]
    if not found.asked:
        lines.append(Text(say("three.same", lang)))
    for state in ASKED:
        if edits := found.of(state):
            title = Text(say(f"three.{state}", lang, count=len(edits)), style=_STYLES[state])
            lines.append(_table(title, edits, old, copy, new, lang))
    if found.unasked:
        title = Text(say("three.unasked", lang, count=len(found.unasked)), style="bold cyan")
        lines.append(_table(title, found.unasked, old, new, None, lang))
    return Group(*lines)


def _table(
    title: Text, edits: Sequence[ThreeEdit], old: Draft, made: Draft, other: Draft | None, lang: str
) -> Table:
    """`other`: the draft in which the edits were looked for, where that is to be shown."""
    table = Table(title=title, title_justify="left", expand=True)
    table.add_column(say("diff.clause-column", lang), ratio=3, overflow="fold")
    table.add_column(say("three.edit", lang), ratio=7, overflow="fold")
    if other is not None:
        table.add_column(say("three.fate", lang), ratio=5, overflow="fold")
    for edit in edits:
        shown = [where(edit, old, made), _words(edit, lang, unasked=other is None)]
        if other is not None:
            shown.append(shortened(fate_words(edit, other, lang), _STANDS))
        table.add_row(*shown)
    return table


def _words(edit: ThreeEdit, lang: str, *, unasked: bool) -> str:
    """The words around the edit, what went as `[-…-]`, what came as `{+…+}`; readable without colour."""
    gone = f"[-{shortened(edit.gone, _WORDS)}-]" if edit.gone else ""
    came = f"{{+{shortened(edit.came, _WORDS)}+}}" if edit.came else ""
    parts = (
        edit_words(edit, lang),
        edit.lead and f"… {edit.lead}",
        gone,
        came,
        edit.tail and f"{edit.tail} …",
    )
    told = " ".join(part for part in parts if part)
    if unasked and edit.state is ThreeState.PARTLY:
        return f"{told} ({say('three.in-part', lang)})"
    return told
