"""Longer names: whether words stand inside the name of something else.

"hợp tác xã" in "Liên minh Hợp tác xã tỉnh" is no co-operative, "Sở Thông tin" in "Sở Thông tin và Truyền
thông" not the whole name. "Công an" in "Công an tỉnh" is: what follows only says where.
"""

from __future__ import annotations

import re

from .normal import decoded
from .pipeline import read


def times_in_longer_names(words: str, text: str) -> int:
    """How often `words` stand in `text`, both as printed, as a part of a longer name."""
    said, whole = decoded(words).strip(), decoded(text)
    found = list(re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", whole, re.IGNORECASE)) if said else []
    if not found:
        return 0
    names = [(s.start_char, s.end_char) for s in read(whole).spans["lexicon"] if s.label_ == "AGENCY"]
    return sum(_is_within(whole, one, names) or _is_capital_inside(said, whole, one.start()) for one in found)


def _is_within(text: str, found: re.Match[str], names: list[tuple[int, int]]) -> bool:
    for start, end in names:
        if text[start].isupper() and start <= found.start() and found.end() <= end:
            behind = text[found.end() : end]
            if start < found.start() or any(map(str.isupper, behind)):
                return True
    return False


def _is_capital_inside(said: str, text: str, start: int) -> bool:
    """Whether words asked for in small letters begin with a capital where no sentence does."""
    before = text[:start].rstrip(" ")
    return said[0].islower() and text[start].isupper() and before[-1:].isalnum()
