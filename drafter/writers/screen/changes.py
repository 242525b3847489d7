"""What the terminal shows of a comparison: content first, noise in one line; readable without colour.

Deletions stand as `[-…-]`, insertions as `{+…+}`, so that a pipe or a pager without colour loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drafter.language.noise import WordEdit
from drafter.model import Change, ChangeKind, ChangeSet, Draft, Kind, Role, Segment
from drafter.wording.changes import figure_line, listed, normalisations, renumbered_line
from drafter.wording.comparison import (
    GROUP_NAMES,
    ChangeGroup,
    badges,
    group,
    parts,
    retitled,
    same_place,
    told_figures,
)
from drafter.wording.figures import number, signed
from drafter.wording.messages import say
from drafter.wording.names import draft_name, place

_AROUND = 8  # kept words shown on each side of an edit
_ROWS = 3  # rows shown of a table that came or went as a whole
_TOLD = ChangeGroup.CONTENT  # counted by what happened
_LISTED = 12  # cases named in a one-line group
_KIND_STYLES = {
    ChangeKind.INSERTED: "bold green",
    ChangeKind.DELETED: "bold red",
    ChangeKind.EDITED: "bold yellow",
    ChangeKind.SPLIT: "bold magenta",
    ChangeKind.MERGED: "bold magenta",
    ChangeKind.UNCHANGED: "bold cyan",
}


def changes_view(changes: ChangeSet, old: Draft, new: Draft, lang: str = "vi") -> RenderableType:
    """Counts, changed figures, changes of content with their words; noise and renumbering in a line each."""
    grouped = {name: [change for change in changes.changes if group(change) is name] for name in ChangeGroup}
    title = Text(f"{draft_name(old, lang)} → {draft_name(new, lang)}", style="bold")
    lines: list[RenderableType] = [title, _counts(changes, grouped, lang), Text()]
    titles = retitled(old, new)
    if len(grouped[ChangeGroup.UNCHANGED]) == len(changes.changes) and not titles:
        return Lines(title, Text(say("diff.same", lang)))
    if titles:
        before, was, now, after = titles
        name = _marked(Text(f"{say('diff.retitled', lang)} {before} "), was, now)
        lines.insert(1, name.append(f" {after}"))
    lines += _figures(grouped[ChangeGroup.CONTENT], old, new, lang)
    lines += _content(grouped[ChangeGroup.CONTENT], old, new, lang)
    if not grouped[ChangeGroup.CONTENT]:
        lines.append(Text(say("diff.no-content", lang)))
    lines += _one_liners(changes, old, new, lang)
    lines += [Text(), _roles(changes, lang)]
    return Lines(*lines)


def _counts(changes: ChangeSet, grouped: Mapping[ChangeGroup, Sequence[Change]], lang: str) -> Text:
    keys = [(kind, f"diff.kind.{kind}") for kind in ("edited", "inserted", "deleted", "split", "merged")]
    keys += [(flag, f"diff.{flag}") for flag in ("moved", "reordered")]
    counted = [(key, changes.counts.get(name, 0)) for name, key in keys]
    counted += [(key, len(grouped[name])) for name, key in GROUP_NAMES.items() if name is not _TOLD]
    return Text(" · ".join(f"{say(key, lang)} {number(count, lang)}" for key, count in counted if count))


def _figures(content: Sequence[Change], old: Draft, new: Draft, lang: str) -> list[RenderableType]:
    rows = [(change, figure) for change in content for figure in told_figures(change)]
    rows.sort(key=lambda row: row[1].old is None or row[1].new is None)  # what changed before what was added
    if not rows:
        return []
    one_sided = [row for row in rows if row[1].old is None or row[1].new is None]
    title = f"{say('diff.figures', lang)} ({number(len(rows) - len(one_sided), lang)})"
    if one_sided:
        title += f" · {say('diff.one-sided', lang, count=len(one_sided))}"
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(say("diff.clause-column", lang), overflow="fold")
    table.add_column(say("diff.figures", lang), overflow="fold", style="bold yellow")
    for change, figure in rows[: len(rows) - len(one_sided[_LISTED:])]:
        table.add_row(place(change.new or change.old, new if change.new else old), figure_line(figure, lang))
    more = len(one_sided[_LISTED:])
    return [table, Text(say("diff.more", lang, count=more) if more else "", style="dim"), Text()]


def _headline(change: Change, old: Draft, new: Draft, lang: str) -> Text:
    line = Text(
        ", ".join(say(key, lang) for key in badges(change, old, new)).upper(), style=_KIND_STYLES[change.kind]
    )
    if change.new:
        line.append(f"  {place(change.new, new)}", style="bold")
    if change.old and not (change.new and same_place(change, old, new)):
        before = place(change.old, old)
        was = say("diff.was", lang, place=before) if change.new else before
        line.append(f"  ({was})" if change.new else f"  {was}", style="dim" if change.new else "bold")
    return line


def _content(content: Sequence[Change], old: Draft, new: Draft, lang: str) -> Iterator[RenderableType]:
    """Each change with its words; of a whole table that came or went the first rows, then how many more."""
    for name, run in groupby(content, key=lambda change: _whole_table(change, old, new)):
        rows = list(run)
        shown = rows if name is None or len(rows) <= _ROWS + 1 else rows[:_ROWS]
        for change in shown:
            yield _headline(change, old, new, lang)
            yield Padding(_words(change), (0, 0, 1, 2))
        if len(shown) < len(rows):
            yield Padding(
                Text(say("diff.more-rows", lang, count=len(rows) - len(shown)), style="dim"), (0, 0, 1, 2)
            )


def _whole_table(change: Change, old: Draft, new: Draft) -> str | None:
    """The table that a row came or went with, None for anything else."""
    if change.old and change.new:
        return None
    ids, draft = (change.new, new) if change.new else (change.old, old)
    row = draft.by_id[ids[0]]
    return f"{change.kind} {row.parent}" if row.kind is Kind.TABLE_ROW else None


def _words(change: Change) -> Text:
    text = Text()
    pieces = _read_on(change)
    for at, part in enumerate(pieces):
        if isinstance(part, str):
            text.append(_shortened(part, first=at == 0, last=at == len(pieces) - 1))
        else:
            _marked(text, part.old, part.new)
    return text


def _marked(text: Text, old: str, new: str) -> Text:
    for mark, words, style in (("[-{}-]", old, "red strike"), ("{{+{}+}}", new, "green")):
        if words:
            text.append(mark.format(words.replace("\n", " ¶ ")), style=style)
    return text


def _read_on(change: Change) -> list[str | WordEdit]:
    """Kept stretches and edits that are more than noise; normalised words read as they now stand."""
    out: list[str | WordEdit] = []
    for part in parts(change):
        kept = part.text if isinstance(part, Segment) else part.new if part.noise is not None else None
        if kept is None and isinstance(part, WordEdit):
            out.append(part)
        elif out and isinstance(out[-1], str):
            out[-1] += kept or ""
        else:
            out.append(kept or "")
    return out


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """A kept stretch with its middle left out where it is long."""
    words = text.split(" ")
    if first and last:
        return text if len(words) <= 3 * _AROUND else " ".join(words[: 3 * _AROUND]) + " …"
    room = _AROUND if first or last else 2 * _AROUND
    if len(words) <= room + 4:
        return text
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[-_AROUND:]
    return " ".join([*head, "…", *tail])


def _one_liners(changes: ChangeSet, old: Draft, new: Draft, lang: str) -> Iterator[Text]:
    found = normalisations(changes.changes, lang)
    if found:
        pairs = [say("diff.times", lang, what=what, count=count) for what, count in found]
        count = sum(bool(change.noise) for change in changes.changes)
        yield Text(say("diff.noise-line", lang, count=count, pairs=listed(pairs, "; ", lang)), style="cyan")
    renumbered = renumbered_line(changes, old, new, lang)
    if renumbered is not None:
        yield Text(renumbered, style="cyan")


def _roles(changes: ChangeSet, lang: str) -> Table:
    table = Table(title=say("diff.words-by-role", lang), title_justify="left", title_style="bold")
    table.add_column(say("diff.role", lang))
    for key in ("before", "after", "difference"):
        table.add_column(say(f"diff.{key}", lang), justify="right")
    for role, (before, after) in changes.words.items():
        table.add_row(say(f"role.{Role(role)}", lang), *_compared(before, after, lang))
    before, after = (sum(pair[side] for pair in changes.words.values()) for side in (0, 1))
    table.add_section()
    table.add_row(say("diff.total", lang), *_compared(before, after, lang), style="bold")
    return table


def _compared(before: int, after: int, lang: str) -> tuple[str, str, str]:
    return number(before, lang), number(after, lang), signed(after - before, lang)
