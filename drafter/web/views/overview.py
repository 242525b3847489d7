"""The overview: how far the work is, and what needs a person now, each with the page where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model import Severity
from drafter.wording.messages import say
from drafter.writers.html.brief import OpenKind, ShownBrief, ToldLine

from .settling import settled_at

_SHOWN = 3  # lines of one kind


@dataclass(frozen=True, slots=True)
class Todo:
    """What of one kind needs a person: how often, how grave, where; the first `lines` in words."""

    name: str
    count: int
    severity: Severity
    address: str
    lines: tuple[tuple[str, str], ...]


def todos(found: ShownBrief) -> tuple[Todo, ...]:
    """Gravest first; what is only to be known is left out."""
    grave = [*Severity]
    kinds = [each for each in found.open if each.severity is not Severity.INFO]
    return tuple(_todo(each) for each in sorted(kinds, key=lambda one: grave.index(one.severity)))


def _todo(kind: OpenKind) -> Todo:
    lines = tuple((line.words, _place(line)) for line in kind.lines)
    there = settled_at(kind.code, [number for line in kind.lines for number in line.numbers[:1]])
    return Todo(kind.name, len(lines), kind.severity, there, lines[:_SHOWN])


def _place(line: ToldLine) -> str:
    """Where a line is looked at; "" where nothing is named in it."""
    if line.numbers:
        return f"/comments/{line.numbers[0]}"
    return f"/drafts/compare?show=silent#{line.change}" if line.change else ""


def days_words(found: ShownBrief, lang: str) -> Iterator[str]:
    """The days that are left as a figure with its unit; nothing without a deadline."""
    if found.days_left is not None:
        way = "over" if found.days_left < 0 else "left"
        yield say(f"web.overview.days.{way}", lang, count=abs(found.days_left))
