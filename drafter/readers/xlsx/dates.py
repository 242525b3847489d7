"""Dates and times of cells: days since the workbook's epoch → as the format shows them.

Where the format puts the month first, or in words, the date is written day first as offices here do: what
the cell says stays the same, and nobody takes the month for the day.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

_PIECE = re.compile(
    r'"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+(?:\.0+)?|AM/PM|A/P|.', re.IGNORECASE | re.DOTALL
)
_LEAP = 60  # Excel counts a 29 February 1900 that never was
_ENDS = 2_958_466  # the first day after the year 9999


def shown_date(days: Decimal, code: str, *, since_1904: bool) -> str:
    """`days` in the format `code`; empty where they are no date."""
    if not 0 <= days < _ENDS:
        return ""
    pieces = _minutes(_PIECE.findall(code))
    if any(piece.startswith("[") for piece in pieces):
        return _elapsed(days)
    moment = _moment(days, since_1904=since_1904)
    kinds = [piece[0].lower() for piece in pieces if piece[0].lower() in "ymd" and not piece.startswith('"')]
    in_words = any(
        (piece[0] in "mM" and len(piece) > 2) or (piece[0] in "dD" and len(piece) > 2) for piece in pieces
    )
    order = "".join(dict.fromkeys(kinds))
    if in_words or order not in ("dmy", "dm", "my", "y", "m", "d", ""):
        return _day_first(moment, order, timed=any(piece[0] in "hH" for piece in pieces))
    half = any(piece.upper() in ("AM/PM", "A/P") for piece in pieces)
    return "".join(_printed(piece, moment, half=half) for piece in pieces).strip()


def _moment(days: Decimal, *, since_1904: bool) -> datetime:
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31 if days < _LEAP else 30)
    return epoch + timedelta(seconds=round(float(days) * 86_400))


def _minutes(pieces: list[str]) -> list[str]:
    """`m` behind hours or before seconds is minutes, written here as `n`."""
    made = list(pieces)
    signs = [at for at, piece in enumerate(pieces) if re.match(r"[ymdhs]|\[[hms]", piece, re.IGNORECASE)]
    for place, at in enumerate(signs):
        if pieces[at][0] not in "mM":
            continue
        before = pieces[signs[place - 1]].strip("[]")[0].lower() if place else ""
        behind = pieces[signs[place + 1]][0].lower() if place + 1 < len(signs) else ""
        if before == "h" or behind == "s":
            made[at] = "n" * len(pieces[at])
    return made


def _elapsed(days: Decimal) -> str:
    minutes, seconds = divmod(round(float(days) * 86_400), 60)
    return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def _day_first(moment: datetime, order: str, *, timed: bool) -> str:
    parts = [f"{moment.day:02}"] * ("d" in order) + [f"{moment.month:02}"] * ("m" in order)
    parts += [str(moment.year)] * ("y" in order)
    clock = f" {moment:%H:%M}" if timed and (moment.hour or moment.minute) else ""
    return "/".join(parts) + clock


def _printed(piece: str, moment: datetime, *, half: bool) -> str:
    match piece[0].lower():
        case "y":
            return f"{moment.year:04}" if len(piece) > 2 else f"{moment.year % 100:02}"
        case "m":
            return f"{moment.month:0{len(piece)}}"
        case "d":
            return f"{moment.day:0{len(piece)}}"
        case "h":
            return f"{(moment.hour % 12 or 12) if half else moment.hour:0{len(piece)}}"
        case "n":
            return f"{moment.minute:0{len(piece)}}"
        case "s":
            return f"{moment.second:0{len(piece.partition('.')[0])}}"
        case "a" if half and "/" in piece:
            return f"{moment:%p}"
        case '"':
            return piece[1:-1]
        case "\\":
            return piece[1:]
    return piece
