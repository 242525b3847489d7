"""Damage to texts: Markdown, tables in CSV, plain text, mail, settings."""

from __future__ import annotations

import random
from collections.abc import Callable

from . import nasty

Damage = Callable[[list[str], random.Random], None]
_STARTS = (
    "#",
    "##",
    "- ",
    "> ",
    "1. ",
    "a) ",
    "| ",
    "```",
    "    ",
    "<div>",
    "[a]: ",
    "* * *",
    "\t",
    "=",
    "[[drafts]]",
    "Subject: ",
)
_MOST = 300_000  # characters beyond which nothing more is made


def drop(lines: list[str], rnd: random.Random) -> None:
    if lines:
        del lines[rnd.randrange(len(lines))]


def double(lines: list[str], rnd: random.Random) -> None:
    if lines:
        at = rnd.randrange(len(lines))
        lines[at:at] = lines[at : at + rnd.randint(1, 8)] * rnd.choice((1, 5, 60, 600))


def swap(lines: list[str], rnd: random.Random) -> None:
    if lines:
        one, other = rnd.randrange(len(lines)), rnd.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def say(lines: list[str], rnd: random.Random) -> None:
    at = rnd.randrange(len(lines) + 1)
    lines.insert(at, nasty.word(rnd))


def into(lines: list[str], rnd: random.Random) -> None:
    if lines:
        at = rnd.randrange(len(lines))
        place = rnd.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:place] + nasty.word(rnd) + lines[at][place:]


def start(lines: list[str], rnd: random.Random) -> None:
    """A line that begins as another block of text does, once or many times over."""
    if lines:
        at = rnd.randrange(len(lines))
        lines[at] = rnd.choice(_STARTS) * rnd.choice((1, 2, 50, 2000)) + lines[at]


def separate(lines: list[str], rnd: random.Random) -> None:
    if lines:
        at = rnd.randrange(len(lines))
        lines[at] = (
            rnd.choice((",", ";", "\t", '"', "|", " ", ".", "“", "*", "_", "[", "`"))
            * rnd.choice((1, 3, 1000, 20_000))
            + lines[at]
        )


def long(lines: list[str], rnd: random.Random) -> None:
    if lines:
        at = rnd.randrange(len(lines))
        lines[at] *= min(rnd.choice((10, 100, 1000)), 1 + 2_000_000 // (1 + len(lines[at])))


_ALL: tuple[Damage, ...] = (drop, double, swap, say, into, into, start, separate, long)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1258", "utf-16-be", "latin-1")


def damage(data: bytes, rnd: random.Random) -> bytes:
    """The text of `data` damaged in some of its lines, in an encoding and with ends of lines of its own."""
    lines = data.decode("utf-8", "replace").splitlines()
    for _ in range(rnd.choice((1, 2, 4))):
        if sum(map(len, lines)) < _MOST:
            rnd.choice(_ALL)(lines, rnd)
    end = rnd.choice(("\n", "\n", "\r\n", "\r", "\x85"))
    return end.join(lines).encode(rnd.choice(_ENCODINGS), "replace")
