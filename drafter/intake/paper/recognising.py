"""Recognising: the picture of a page → its words, by Tesseract with Vietnamese, and its rules."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from statistics import median

from drafter.model import PageOrigin, PaperPage, PaperWord

from .opened import Fault, Picture
from .ruled import rules_of, without
from .tesseract import LANGUAGE

_SECONDS = 50
_WORD = "5"  # the level of a word in Tesseract's table
_HANGS = re.compile(r"[gjpqyQ,;()\[\]|/_\u0323]")
_DOUBT = 50.0  # of 100
_LIKE = 0.3  # of the size
# Letters as high as the font; none that a small letter looks like: Tesseract says "Sau:" of "sau:".
_TALL = re.compile(r"[ABD-HI-NP-RTY1-9bdfhklt]")
_USUAL = 13.0  # points
_HANGING = 0.2  # of the size
_BELOW = 0.7  # of a line's height: what is above the line that letters stand on


def recognised(picture: Picture, place: Path) -> PaperPage | Fault:
    """The words of a page by the Tesseract at `place`."""
    dense = round(picture.columns / picture.width * 72)
    command = [str(place), "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--oem", "1"]
    scale = picture.width / picture.columns
    rules = tuple(rules_of(picture, scale))
    head = f"P5 {picture.columns} {picture.rows} 255\n".encode()  # the PGM format of Netpbm
    try:
        done = subprocess.run(  # noqa: S603 a program that was looked for, no shell
            [*command, "--dpi", str(max(70, min(dense, 2400))), "tsv"],
            input=head + without(picture, rules, scale),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return Fault("program")
    words = _even(tuple(_words(done.stdout.decode("utf-8", "replace"), scale)))
    return PaperPage(picture.width, picture.height, words, rules, PageOrigin.RECOGNISED)


def _words(table: str, scale: float) -> Iterable[PaperWord]:
    """The words of Tesseract's table; those of a line stand on one line."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD and _is_said(row["text"] or "", row["conf"]))
    lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    for _, line in lines:
        yield from _line([*line], scale)


def _is_said(text: str, confidence: str) -> bool:
    """Whether it is a word, and no speck that Tesseract itself doubts to be a sign."""
    return bool(text.strip()) and (any(map(str.isalnum, text)) or float(confidence) > _DOUBT)


def _line(rows: list[dict[str, str]], scale: float) -> Iterable[PaperWord]:
    tops = [int(row["top"]) * scale for row in rows]
    bottoms = [(int(row["top"]) + int(row["height"])) * scale for row in rows]
    tall = [b - t for row, t, b in zip(rows, tops, bottoms, strict=True) if _TALL.search(row["text"])]
    size = median(tall) / _BELOW if tall else 0.0
    standing = [bottom for row, bottom in zip(rows, bottoms, strict=True) if _stands(row["text"])]
    base = median(standing) if standing else median(bottoms) - _HANGING * size
    for row, top, bottom in zip(rows, tops, bottoms, strict=True):
        yield _word(row, top, bottom, base, size, scale)


def _even(words: tuple[PaperWord, ...]) -> tuple[PaperWord, ...]:
    """Words with one size where they differ by no more than the letters that happen to be in a line."""
    if not words:
        return words
    usual = median([word.size for word in words if word.size] or [_USUAL])
    return tuple(
        replace(word, size=usual) if not word.size or abs(word.size - usual) < _LIKE * usual else word
        for word in words
    )


def _stands(text: str) -> bool:
    """Whether all signs of a word stand on the line: none hangs below it, as "g" and "ạ" do."""
    return not _HANGS.search(unicodedata.normalize("NFD", text))


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
