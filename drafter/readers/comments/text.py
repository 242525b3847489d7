"""Letters as plain text: any encoding that offices use, hard-wrapped lines joined again."""

from __future__ import annotations

import re

from drafter.language.controls import without_escapes
from drafter.model import Block, Sheet, Source

from . import raw
from .encodings import decode

# A line that begins something of its own: a list mark, a label, a capital after a full stop.
_BEGINS = re.compile(
    r"\s*(?:[-–—•*+●▪]\s|\(?\d{1,3}(?:\.\d{1,2})*\s?[.)/:-]|\(?[a-zđ]\)|[IVX]{1,5}\s?[.)/-]|#|\||[^\W\d_][^:.;]{0,40}:)"
)
_WRAPPED = 60  # a line shorter than this was ended on purpose


def read(source: Source) -> Sheet:
    """The lines of a text file. Raises NotText."""
    decoded = decode(source.bytes, source.shown)
    blocks = joined(without_escapes(decoded.text).splitlines())
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="line",
        parts=tuple(blocks),
        raw=raw.of_text(decoded.text),
        notices=decoded.notices,
    )


def joined(lines: list[str], first: int = 1) -> list[Block]:
    """Blocks: one per line, hard-wrapped lines joined by a space (offsets stay as counted).

    Lines are numbered from `first`."""
    blocks: list[Block] = []
    wrapped = _is_wrapped(lines)
    open_line = False  # whether the last line may go on
    for number, line in enumerate(lines, first):
        text = line.strip()
        if text and open_line and not _BEGINS.match(line):
            last = blocks[-1]
            blocks[-1] = Block(last.number, f"{last.text} {text}", last.offset)
        elif text:
            blocks.append(Block(number, text, len(line) - len(line.lstrip())))
        open_line = wrapped and len(text) >= _WRAPPED and not text.endswith((".", ";", ":", "/.", "?"))
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text was wrapped by an editor: no line longer than 100, many near the margin."""
    lengths = [len(line) for line in lines if line.strip()]
    return bool(lengths) and max(lengths) <= 100 and sum(n >= _WRAPPED for n in lengths) >= 3
