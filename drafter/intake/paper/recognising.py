"""Recognising: the picture of a page → its words, by Tesseract with Vietnamese, and its rules."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt

from drafter.model import PageOrigin, PaperPage, PaperWord

from ..bounds import PATIENCE
from .missed import missed
from .opened import Fault, Picture
from .ruled import rules_of, without
from .tesseract import LANGUAGE

_SECONDS = 50  # of work, as those below
_SECONDS_AGAIN = 8  # for what was passed over
_MOST_AGAIN = 30  # parts of a page
_WHOLE_PAGE, _ONE_BLOCK = "3", "6"  # how Tesseract is to take a picture
_SURE = 80.0  # of 100: scribbles and stamps are said with less
_FEWEST_LETTERS = 2
_WORD = "5"  # the level of a word in Tesseract's table
_HANGS = re.compile(r"[gjpqyQ,;()\[\]|/_\u0323]")
_DOUBT = 50.0  # of 100
_LIKE = 0.3  # of the size
# Letters as high as the font; none that a small letter looks like: Tesseract says "Sau:" of "sau:".
_TALL = re.compile(r"[ABD-HI-NP-RTY1-9bdfhklt]")
_USUAL = 13.0  # points
_HANGING = 0.2  # of the size
_BELOW = 0.7  # of a line's height: what is above the line that letters stand on

_Dots = npt.NDArray[np.uint8]


def recognised(picture: Picture, place: Path) -> PaperPage | Fault:
    """The words of a page by the Tesseract at `place`."""
    scale = picture.width / picture.columns
    rules = tuple(rules_of(picture, scale))
    dots = without(picture, rules, scale)
    told = _told(dots, place, scale, _WHOLE_PAGE, _SECONDS)
    if told is None:
        return Fault("program")
    found = [*_words(told, scale)]
    words = _even((*found, *_again(dots, found, place, scale)))
    return PaperPage(picture.width, picture.height, words, rules, PageOrigin.RECOGNISED)


def _told(dots: _Dots, place: Path, scale: float, layout: str, seconds: float) -> str | None:
    """Tesseract's table of what stands in a picture; None where it fails."""
    dense = max(70, min(round(72 / scale), 2400))
    head = f"P5 {dots.shape[1]} {dots.shape[0]} 255\n".encode()  # the PGM format of Netpbm
    command = [str(place), "stdin", "stdout", "-l", LANGUAGE, "--psm", layout, "--oem", "1"]
    try:
        done = subprocess.run(  # noqa: S603 a program that was looked for, no shell
            [*command, "--dpi", str(dense), "tsv"],
            input=head + dots.tobytes(),
            capture_output=True,
            timeout=seconds * PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _again(dots: _Dots, words: Sequence[PaperWord], place: Path, scale: float) -> Iterable[PaperWord]:
    """The words of parts of a page that were passed over, where they are sure to be words."""
    until = time.monotonic() + _SECONDS_AGAIN * PATIENCE
    for left, right, top, bottom in islice(missed(dots, words, scale), _MOST_AGAIN):
        if time.monotonic() > until:
            return
        y, x = int(top / scale), int(left / scale)
        part = dots[y : int(bottom / scale), x : int(right / scale)]
        told = _told(part, place, scale, _ONE_BLOCK, _SECONDS_AGAIN) or ""
        for line in _lines(told):
            if all(float(row["conf"]) >= _SURE for row in line) and any(map(_is_word, line)):
                for word in _line(line, scale):
                    yield _moved(word, x * scale, y * scale)


def _moved(word: PaperWord, right: float, down: float) -> PaperWord:
    """A word by so many points further right and down."""
    return replace(
        word,
        left=word.left + right,
        right=word.right + right,
        top=word.top + down,
        bottom=word.bottom + down,
        base=word.base + down,
    )


def _words(table: str, scale: float) -> Iterable[PaperWord]:
    """The words of Tesseract's table; those of a line stand on one line."""
    for line in _lines(table):
        yield from _line(line, scale)


def _lines(table: str) -> Iterable[list[dict[str, str]]]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD and _is_said(row["text"] or "", row["conf"]))
    lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    for _, line in lines:
        yield [*line]


def _is_word(row: Mapping[str, str]) -> bool:
    """Whether it is more than a sign or two."""
    return sum(map(str.isalpha, row["text"])) >= _FEWEST_LETTERS


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
