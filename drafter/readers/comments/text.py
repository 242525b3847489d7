"""Letters as plain text: any encoding that offices use, hard-wrapped lines joined again."""

from __future__ import annotations

import re
import unicodedata

from charset_normalizer import from_bytes

from drafter.errors import NotText
from drafter.language.normal import ZERO_WIDTH
from drafter.model import Block, Sheet, Source

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# The legacy single-byte encoding of Vietnamese Windows; charset-normalizer alone prefers its cousins.
_LEGACY = "cp1258"
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A line that begins something of its own: a list mark, a label, a capital after a full stop.
_BEGINS = re.compile(
    r"\s*(?:[-–—•*+●▪]\s|\(?\d{1,3}(?:\.\d{1,2})*\s?[.)/:-]|\(?[a-zđ]\)|[IVX]{1,5}\s?[.)/-]|#|\||[^\W\d_][^:.;]{0,40}:)"
)
_WRAPPED = 60  # a line shorter than this was ended on purpose


def read(source: Source) -> Sheet:
    """The lines of a text file. Raises NotText."""
    lines = decode(source.bytes, source.shown).splitlines()
    blocks = tuple(_joined(lines))
    return Sheet(path=source.shown, sha256=source.sha256, unit="line", parts=blocks)


def decode(data: bytes, shown: str) -> str:
    """Bytes → text: by byte-order mark, as UTF-8 or UTF-16, windows-1258, then by guess. Raises NotText."""
    text = _decoded(data)
    if text is None or _CONTROL.search(text):
        raise NotText(shown)
    return ZERO_WIDTH.sub("", text)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    nulls = data.count(0)
    if nulls > len(data) // 8:  # UTF-16 without its mark: every second byte of ASCII is null
        return _try(data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    found = _try(data, "utf-8")
    if found is not None or nulls:
        return found
    legacy = _try(data, _LEGACY)
    if legacy is not None and _looks_vietnamese(legacy):
        return unicodedata.normalize("NFC", legacy)  # the encoding itself parts tone marks from letters
    guess = from_bytes(data).best()
    return str(guess) if guess is not None else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_vietnamese(text: str) -> bool:
    """Whether the marks of Vietnamese are frequent: in running text about one letter in four."""
    letters = sum(char.isalpha() for char in text)
    return letters > 0 and len(_VIETNAMESE.findall(text)) > letters / 20


def _joined(lines: list[str]) -> list[Block]:
    """Blocks: one per line, hard-wrapped lines joined by a space (offsets stay as counted)."""
    blocks: list[Block] = []
    wrapped = _is_wrapped(lines)
    open_line = False  # whether the last line may go on
    for number, line in enumerate(lines, 1):
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
