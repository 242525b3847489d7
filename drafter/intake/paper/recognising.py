"""Recognising: the picture of a page → its words, by Tesseract with Vietnamese, and its rules."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from statistics import median

from drafter.model import PageOrigin, PaperPage, PaperWord

from .opened import Fault, Picture
from .ruled import rules_of
from .tesseract import LANGUAGE

_SECONDS = 50
_WORD = "5"  # the level of a word in Tesseract's table
_BELOW = 0.7  # of a line's height: what is above the line that letters stand on


def recognised(picture: Picture, place: Path) -> PaperPage | Fault:
    """The words of a page by the Tesseract at `place`."""
    dense = round(picture.columns / picture.width * 72)
    command = [str(place), "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--oem", "1"]
    head = f"P5 {picture.columns} {picture.rows} 255\n".encode()  # the PGM format of Netpbm
    try:
        done = subprocess.run(  # noqa: S603 a program that was looked for, no shell
            [*command, "--dpi", str(max(70, min(dense, 2400))), "tsv"],
            input=head + picture.data,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return Fault("program")
    scale = picture.width / picture.columns
    words = tuple(_words(done.stdout.decode("utf-8", "replace"), scale))
    rules = tuple(rules_of(picture, scale))
    return PaperPage(picture.width, picture.height, words, rules, PageOrigin.RECOGNISED)


def _words(table: str, scale: float) -> Iterable[PaperWord]:
    """The words of Tesseract's table; those of a line stand on one line."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD and (row["text"] or "").strip())
    lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    for _, line in lines:
        yield from _line([*line], scale)


def _line(rows: list[dict[str, str]], scale: float) -> Iterable[PaperWord]:
    tops = [int(row["top"]) * scale for row in rows]
    bottoms = [(int(row["top"]) + int(row["height"])) * scale for row in rows]
    base = median(bottoms)
    size = median(bottom - top for top, bottom in zip(tops, bottoms, strict=True)) / _BELOW
    for row, top, bottom in zip(rows, tops, bottoms, strict=True):
        yield _word(row, top, bottom, base, size, scale)


def _word(
    row: Mapping[str, str], top: float, bottom: float, base: float, size: float, scale: float
) -> PaperWord:
    return PaperWord(
        text=row["text"].strip(),
        left=int(row["left"]) * scale,
        right=(int(row["left"]) + int(row["width"])) * scale,
        top=top,
        bottom=bottom,
        base=base,
        size=size,
        confidence=max(float(row["conf"]), 0.0) / 100,
    )
