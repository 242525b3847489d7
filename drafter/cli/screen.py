"""The screen: what a command prints, of which no word steers the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from drafter.language.controls import visible


class Screen(Console):
    """A console on which signs that would steer it are seen instead: files bring them in names and words."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is to be printed, part by part."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else visible(text), style, control)
