"""Sentences: where those of a text begin and end; what stands in quotes ends none."""

from __future__ import annotations

import re

# Signs in a row are looked at from the first or second of them, so that many take no time as the square.
# "…" ends no sentence inside quotes; "số 52-NQ/TW." does; "TP.", "v.v." do not. Nor does the end of a line
# that the next one goes on: "…;" above "đồng thời …", but not above "b) …".
_SMALL = "".join(filter(str.islower, map(chr, (*range(0x61, 0x250), *range(0x1E00, 0x1F00)))))
_GOES_ON = rf"(?<=[,;])\n(?=[ \t]*[{_SMALL}]\w*[\s,](?!\s*[-–]))|(?<= và)\n|(?<= hoặc)\n"
_END = re.compile(
    r"(?<!\bTP)(?<!\bTX)(?<!\bv\.v)(?<!\bĐ/c)(?<!\bTh\.S)(?<![.?!…]{2})"
    rf"[.?!…]+[”\"»)’]*(?=\s+[“\"«(‘]?[A-ZÀ-ỸĐ\d-])|(?!{_GOES_ON})\n"
)
_BREAK = re.compile(_GOES_ON)
_OPENS = re.compile('[“«"‘]')
_CLOSES = {"“": "”", "«": "»", '"': '"', "‘": "’"}


def hide_quotes(text: str) -> str:
    """`text` with the insides of quotes blanked, at equal length: cues are sought outside of quotes."""
    pieces: list[str] = []
    at, open_still = 0, set[str]()  # signs that no later one closes: they are not looked for again and again
    for begin in _OPENS.finditer(text):
        start, sign = begin.start(), begin.group()
        if start < at or sign in open_still:
            continue
        end = text.find(_CLOSES[sign], start + 1)
        if end < 0:
            open_still.add(sign)
            continue
        pieces += (text[at : start + 1], "·" * (end - start - 1), text[end])
        at = end + 1
    return "".join((*pieces, text[at:])) if pieces else text


def goes_on(above: str, below: str) -> bool:
    """Whether a line carries on the sentence of the one above it, which it begins in the middle of."""
    return _BREAK.search(f"{above.rstrip()[-9:]}\n{below[:40]} ") is not None


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
