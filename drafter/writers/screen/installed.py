"""What the terminal shows of the parts that are installed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table

from drafter.model import InstalledPart
from drafter.wording.installed import enables, how_to_get, part_name
from drafter.wording.messages import say


def installed_view(parts: Sequence[InstalledPart], lang: str) -> RenderableType:
    """One row for each part: what it is, whether it is there, what it is for, how to get it."""
    table = Table(expand=True)
    for key, ratio in (("part", 3), ("found", 3), ("for", 5), ("get", 5)):
        table.add_column(say(f"installed.column.{key}", lang), overflow="fold", ratio=ratio)
    for part in parts:
        missing = say(f"installed.missing.{part.need}", lang)
        table.add_row(
            part_name(part, lang), part.found or missing, enables(part, lang), how_to_get(part, lang)
        )
    return table
