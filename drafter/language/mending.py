"""Mechanical faults of a text, found and mended by the same rules: Unicode form, Đ, spaces, hidden signs."""

from __future__ import annotations

import re

from .normal import composed

# Several spaces, but for a blank left to be filled in: "Số:      /KH-UBND", "ngày     tháng     năm 2021".
_SEVERAL = re.compile(
    r"(?<=\S)(?<!\bsố)(?<!\bsố:)(?<!\bngày)(?<!\btháng)(?<!\bnăm) {2,}(?=[^\s/])", re.IGNORECASE
)
_BEFORE_MARK = re.compile(r"(?<=\w) +(?=[,;:.!?](?:\s|$))")
SPACES = re.compile(f"{_SEVERAL.pattern}|{_BEFORE_MARK.pattern}", re.IGNORECASE)


def mended(text: str) -> str:
    """`text` in composed Unicode, with Đ for Eth, one space where there were several, none before a mark."""
    return _BEFORE_MARK.sub("", _SEVERAL.sub(" ", composed(text)))
