"""Sentences: where those of a text begin and end; what stands in quotes ends none."""

from __future__ import annotations

import re

# "…" ends no sentence inside quotes; "số 52-NQ/TW." does; "TP.", "v.v." do not.
_END = re.compile(
    r"(?<!\bTP)(?<!\bTX)(?<!\bv\.v)(?<!\bĐ/c)(?<!\bTh\.S)[.?!…]+[”\"»)’]*(?=\s+[“\"«(‘]?[A-ZÀ-ỸĐ\d-])|\n"
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*’")


def hide_quotes(text: str) -> str:
    """`text` with the insides of quotes blanked, at equal length: cues are sought outside of quotes."""
    return _QUOTED.sub(lambda q: q.group()[0] + "·" * (len(q.group()) - 2) + q.group()[-1], text)


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, white space trimmed; full stops inside quotes count not."""
    hidden = hide_quotes(text)
    ends = [found.end() for found in _END.finditer(hidden)] + [len(text)]
    found, at = [], 0
    for end in ends:
        part = text[at:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            found.append((start + at + lead, start + at + len(part.rstrip())))
        at = end
    return found
