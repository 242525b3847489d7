"""How decisions are shown that were just made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .common import Run

if TYPE_CHECKING:
    from drafter.jobs.decisions import Decided
    from drafter.workspace import Workspace


def show(run: Run, workspace: Workspace, found: Sequence[Decided], *, as_json: bool) -> None:
    if as_json:
        from drafter.writers.json.decisions import decisions

        run.print_json(decisions([(each.comment, each.decision) for each in found]))
        return
    from drafter.jobs.chosen import chosen_places
    from drafter.writers.screen.decisions import decisions_view

    places = chosen_places(workspace)
    run.console().print(decisions_view([(each.comment, each.decision) for each in found], places, run.lang))
