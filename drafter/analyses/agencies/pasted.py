"""Pasted lists: the names of agencies in what somebody copied from a document, a table or a mail.

"1. Sở Y tế" → Sở Y tế    "•\\tSở Nội vụ" → Sở Nội vụ    "2\\tSở Ngoại vụ\\tđã gửi" → Sở Ngoại vụ
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import AskedList
from drafter.language.normal import folded
from drafter.language.senders import is_agency

# Numbers, letters and Roman numbers with their sign, dashes and bullets (also those of symbol fonts).
_MARK = re.compile(
    r"(?:\(?\d{1,3}[.):]+(?=\D|$)|\(?(?:[a-zđ]|[ivxl]{1,5})[.):]+(?=\s|$)"
    r"|[-–—−•●○▪■◦∙·*+►➢✓✔\uf000-\uf0ff]+|[o§Ø](?=\s))\s*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\d{1,3}\s+(?=\D)")
_WORD = re.compile(r"[^\W\d_]")
_BARE = re.compile(r"^(?:\d{1,3}|[a-zđ]|[ivxl]{1,5})$", re.IGNORECASE)


def pasted_agencies(text: str) -> tuple[str, ...]:
    """The names in `text`, one of each line, in order, each once: without the marks of lists, without what
    stands in other columns; several agencies of one line that signs part are several."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        for name in _names(line):
            found.setdefault(folded(name), name)
    return tuple(found.values())


def _names(line: str) -> Iterator[str]:
    cells = [cell for each in re.split(r"\t|\s\|\s|^\||\|$", line) if (cell := _unmarked(each))]
    named = [cell for cell in cells if _WORD.search(cell) and not _BARE.match(cell)]
    if not named or (len(cells) > 1 and _is_head(cells)):
        return
    chosen = next((cell for cell in named if is_agency(cell)), named[0])
    parts = [part for each in chosen.split(";") if (part := _unmarked(each))]
    yield from parts if len(parts) > 1 and all(map(is_agency, parts)) else [chosen]


def _unmarked(text: str) -> str:
    """Without the marks at its beginning and the sign at its end, which lists have."""
    line = " ".join(text.split())
    while (found := _MARK.match(line)) and found.end():
        line = line[found.end() :]
    counted = _COUNTED.sub("", line)
    return (counted if is_agency(counted) else line).rstrip(" ;,.").strip()


def _is_head(cells: list[str]) -> bool:
    """Whether a row names its columns."""
    known = any(is_agency(cell) or _BARE.match(cell) for cell in cells)
    return not known and any(lexicon(AskedList).name.pattern.search(cell) for cell in cells)
