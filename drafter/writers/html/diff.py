"""The comparison as one page: old and new side by side, nothing loaded from elsewhere, no script.

Filters are check boxes and style rules; what the drafts say is escaped by the template engine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.model import ChangeSet, Draft, Role
from drafter.wording.changes import normalisations
from drafter.wording.comparison import GROUP_NAMES, ChangeGroup, retitled
from drafter.wording.messages import say
from drafter.wording.names import draft_name
from drafter.writers.html.page import page
from drafter.writers.html.shown import ShownChange, shown_changes, told_tally


def write_html(changes: ChangeSet, old: Draft, new: Draft, lang: str = "vi") -> bytes:
    """The whole page. Where nothing at all differs it says so: "Hai dự thảo giống nhau"."""
    rows = shown_changes(changes, old, new, lang)
    titles = retitled(old, new)
    same = not titles and all(row.group is ChangeGroup.UNCHANGED for row in rows)
    return page(
        "diff.html.jinja",
        lang,
        old_name=draft_name(old, lang),
        new_name=draft_name(new, lang),
        title=new.title,
        retitled=titles,
        rows=() if same else rows,
        tally=told_tally(changes, lang),
        words=[(say(f"role.{Role(role)}", lang), *pair) for role, pair in changes.words.items()],
        total=tuple(sum(pair[side] for pair in changes.words.values()) for side in (0, 1)),
        noise=normalisations(changes.changes, lang),
        noisy=sum(bool(change.noise) for change in changes.changes),
        **_groups(rows),
        **_figures(() if same else rows),
    )


def _groups(rows: Sequence[ShownChange]) -> dict[str, object]:
    """The groups in order, their names and sizes, and the first that is not empty, which is shown."""
    sizes = Counter(row.group for row in rows)
    first = next((name for name in ChangeGroup if sizes[name]), ChangeGroup.CONTENT)
    return {
        "groups": [str(name) for name in ChangeGroup],
        "group_names": {str(name): key for name, key in GROUP_NAMES.items()},
        "first_group": str(first),
        "sizes": {str(name): sizes[name] for name in ChangeGroup},
    }


def _figures(rows: Sequence[ShownChange]) -> dict[str, object]:
    """Figures that became others, and those that were only added or removed."""
    figures = [figure for row in rows for figure in row.figures]
    return {
        "figures": [figure for figure in figures if figure.old and figure.new],
        "one_sided": [figure for figure in figures if not (figure.old and figure.new)],
    }
