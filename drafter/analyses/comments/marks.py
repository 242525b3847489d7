"""List marks of letters: what a typed mark looks like, and how deep a marked line stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.model import Block

_NUMERAL = r"(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
_FIRST_LAST = r"(?:Cuối|Sau)\s+cùng|Trước\s+(?:hết|tiên)"
# (family, pattern) in order: the first that matches. A letter's marks are looser than a draft's.
_FAMILIES = (
    ("roman", r"[IVX]{1,5}\s?[.)/:–-]+(?!\w)"),
    ("ordinal", rf"(?:Thứ\s+{_NUMERAL}|{_FIRST_LAST}|(?i:{_NUMERAL})\s+là)\s*[:,]"),
    ("opinion", rf"(?:Ý\s+kiến|Góp\s+ý|Nội\s+dung|Vấn\s+đề)\s+(?:thứ\s+)?(?:\d{{1,2}}|{_NUMERAL})\s*[.:)]"),
    ("decimal", r"\(?\d{1,2}(?:\.\d{1,2}){1,3}\s?[.):/]?(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}[.):/–-]"),
    ("bracketed", r"\(\d{1,3}\)|\(?\d{1,3}\)"),
    ("number", r"\d{1,3}\s?[./](?![\d])|\d{1,3}\s?[-–:](?=\s)"),
    ("letter", r"\(?[a-zđ]\s?\)|[a-zđ]\s?[./](?=\s)|[a-zđ]\s?[-–](?=\s)"),
    ("capital", r"[A-HĐ]\s?[.)](?=\s+[A-ZÀ-ỸĐ])"),
    ("star", r"\*(?=\s|[^\W\d_“\"«])"),  # "* Phần nhiệm vụ:" above dashes
    ("dash", r"[-–—−•●▪■□◦○➢➤✓·](?=\s|[^\W\d_“\"«])|[\uf000-\uf0ff]"),
    ("plus", r"\+(?=\s|[^\W\d_“\"«])"),
)  # fmt: skip
_MARK = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FAMILIES))


@dataclass(frozen=True, slots=True)
class Mark:
    """`family` says which marks are siblings; `end` is where the text begins behind a typed mark."""

    family: str
    end: int = 0


def family_of(block: Block) -> str:
    """The family of the mark of a line; "" where it has none."""
    mark = mark_of(block.text, block.mark, block.level)
    return mark.family if mark else ""


@lru_cache(maxsize=4096)  # each line is asked about again and again
def mark_of(text: str, printed: str | None, level: int) -> Mark | None:
    """The mark of a line: the one the program prints (`printed`, list `level`), else one typed in `text`."""
    if printed is not None:
        found = _MARK.match(f"{printed} x")  # a mark needs words behind it
        family = found.lastgroup if found else "number"
        depth = printed.rstrip(".)/:").count(".")
        return Mark(f"auto-{level}-{family}-{depth}")
    found = _MARK.match(text)
    if not found:
        return None
    depth = found.group().strip(" .):/(").count(".")
    end = found.end()
    end += len(text[end:]) - len(text[end:].lstrip())
    return Mark(f"{found.lastgroup}-{depth}", end) if end < len(text) else None
