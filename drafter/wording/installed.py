"""What is installed, in words: what a part is for, and how to get it on this system."""

from __future__ import annotations

import sys

from drafter.model import InstalledPart

from .messages import say


def part_name(part: InstalledPart, lang: str) -> str:
    """What the part is called."""
    return say(f"installed.name.{part.name}", lang)


def enables(part: InstalledPart, lang: str) -> str:
    """What it is for."""
    return say(f"installed.for.{part.name}", lang)


def how_to_get(part: InstalledPart, lang: str) -> str:
    """How a missing part is got on this system; "" of one that is there."""
    if part.found is not None:
        return ""
    return say(f"installed.{'windows' if sys.platform == 'win32' else 'linux'}.{part.name}", lang)
