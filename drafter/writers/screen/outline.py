"""What the terminal shows of a draft: the clause tree."""

from __future__ import annotations

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from drafter.model import Clause, Draft, Kind
from drafter.wording.figures import number, share
from drafter.wording.messages import say
from drafter.writers.screen.shared import notice_lines, shortened

_HIDDEN_ROWS = 6  # rows of an annex table shown before the rest is counted in one line


def outline_view(draft: Draft, lang: str) -> RenderableType:
    """The clause tree with role, words and share of the whole."""
    whole = sum(top.words_all for top in draft.children.get(None, ())) or 1
    title = f"{draft.title or draft.path}"
    tree = Tree(Text(f"{title} · {say('screen.words', lang, count=whole)}", style="bold"))
    for top in draft.children.get(None, ()):
        _branch(tree, top, draft, whole, lang)
    return Lines(tree, *notice_lines(draft.notices, lang))


def _branch(tree: Tree, clause: Clause, draft: Draft, whole: int, lang: str) -> None:
    node = tree.add(_clause_line(clause, whole, lang))
    children = draft.children.get(clause.id, ())
    rows = [child for child in children if child.kind is Kind.TABLE_ROW]
    for child in children:
        if child.kind is not Kind.TABLE_ROW or child in rows[:_HIDDEN_ROWS]:
            _branch(node, child, draft, whole, lang)
    if len(rows) > _HIDDEN_ROWS:
        node.add(Text(say("screen.more-rows", lang, count=len(rows) - _HIDDEN_ROWS), style="dim"))


def _clause_line(clause: Clause, whole: int, lang: str) -> Text:
    line = Text(f"{clause.marker} " if clause.marker else "", style="bold cyan")
    line.append(shortened(clause.heading or clause.text, 70), style="bold" if clause.heading else "")
    line.append(f"  {say(f'role.{clause.role}', lang)} · {number(clause.words_all, lang)} ", style="dim")
    if clause.parent is None:
        line.append(f"({share(clause.words_all / whole, lang)})", style="dim")
    return line
