"""Unbroken text: a printed line never ends inside a place, a date, or a figure with its unit."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import lexicon

_NO_BREAK = "\u00a0"
# A unit and its number: "khoản 2", "điểm a", "mục III", "năm 2025", "lần 2", "Phụ lục I"; and what follows a
# number that is one thing with it: "7 %", "30 tỷ đồng".
_BEFORE = re.compile(
    r"(?<!\w)(chương|phần|tiểu mục|mục|điều|khoản|điểm|phụ lục|biểu|số|lần|trang|dòng|ngày|tháng|năm|quý) "
    r"(?=(?:\d|[IVXLC]+\b|[a-zđ]\b))",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?<=\d) (?=(?:%|‰|triệu|tỷ|tỉ|nghìn|đồng)(?!\w))")


def unbroken(text: str) -> str:
    """`text` with no-break spaces where no line may end: `"khoản 2 Điều 5"` stays in two pieces."""
    return _BEHIND.sub(_NO_BREAK, _BEFORE.sub(rf"\1{_NO_BREAK}", text))


_LONG = 22  # letters: a piece that is longer may be broken, it could not fit a column


def unbroken_name(name: str) -> str:
    """The name of an agency that a narrow column breaks only between its parts: `"ỦY BAN NHÂN DÂN"`,
    `"HUYỆN VŨ QUANG"`; `"SỞ THÔNG TIN"`, `"VÀ TRUYỀN THÔNG"`."""
    bound = _part().sub(lambda found: found.group().replace(" ", _NO_BREAK), " ".join(name.split()))
    pieces = (piece if len(piece) <= _LONG else piece.replace(_NO_BREAK, " ") for piece in bound.split(" "))
    return " ".join(pieces)


@cache
def _part() -> re.Pattern[str]:
    """A known phrase with the connector before it, or the name of a territory at the end."""
    data = lexicon("senders")
    known = (*data["phrases"], *data["heads"])
    phrases = sorted({each for each in known if " " in each}, key=len, reverse=True)
    territories, links = ("|".join(map(re.escape, data[key])) for key in ("territories", "connectors"))
    place = rf"(?:{territories})(?: [^\W\d_]+){{1,3}}$"
    return re.compile(
        rf"(?<!\w)(?:{place}|(?:(?:{links}) )?(?:{'|'.join(map(re.escape, phrases))})(?!\w)|(?:{links}) \w+)",
        re.IGNORECASE,
    )
