"""Encodings: the bytes of a text file → the Vietnamese that was typed, or a refusal.

Files of old machines hold TCVN3 or VNI codes; mail gateways encode UTF-8 once more. A text of which most
words are no Vietnamese is never passed on as if it were read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.errors import NotText
from drafter.language.legacy import decode as decode_legacy
from drafter.language.normal import ZERO_WIDTH
from drafter.language.syllables import marked_words, share
from drafter.model import Notice

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# The legacy single-byte encoding of Vietnamese Windows; charset-normalizer alone prefers its cousins.
_WINDOWS = "cp1258"
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FONTS = ((".VnTime", "TCVN3"), ("VNI-Times", "VNI"))
_SURE = 0.85  # of the words with marks that are Vietnamese once a text is read rightly
_POOR = 0.6  # … and below which it is not
_BETTER = 0.2  # by which another reading must beat what the bytes say at first
_FEW = 3  # words with marks that prove nothing
_WORD = re.compile(r"[^\W\d_]+")
_MAY_ADDRESS = re.compile(r"@|://|www\.")
_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(r"\b(?:\w+://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class DecodedText:
    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, shown: str, *, declared: str | None = None) -> DecodedText:
    """Bytes → text, with a notice where it was not typed in Unicode. `declared`: the encoding that a page or
    a mail says it is in, which holds where it makes sense. Raises NotText."""
    text = (_as_declared(data, declared) if declared else None) or _first(data)
    if text is None or _CONTROL.search(text):
        raise NotText(shown)
    said = (
        _PIECE.sub(_unaddressed, text) if _MAY_ADDRESS.search(text) else text
    )  # addresses are spelled as machines like it, in any encoding
    marked = len(marked_words(said))
    good = share(said)
    if marked >= _FEW and good < _SURE:
        name, better = max(_others(text, data), key=lambda each: share(each[1]), default=("", text))
        if share(better) >= max(_SURE, good + _BETTER):
            return DecodedText(ZERO_WIDTH.sub("", better), (Notice("legacy-text", shown, name),))
        if good < _POOR and marked > len(said.split()) / 4:
            raise NotText(shown)
    return DecodedText(ZERO_WIDTH.sub("", text))


def _unaddressed(piece: re.Match[str]) -> str:
    """What stands between two spaces without the addresses in it."""
    said = piece.group()
    return " " if "@" in said[1:-1] else _ADDRESS.sub(" ", said)


def _first(data: bytes) -> str | None:
    """By byte-order mark, as UTF-8 or UTF-16, windows-1258, then by guess."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    nulls = data.count(0)
    if nulls > len(data) // 8:  # UTF-16 without its mark: every second byte of ASCII is null
        return _try(data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    found = _try(data, "utf-8")
    if found is not None or nulls:
        return found
    windows = _try(data, _WINDOWS)
    if windows is not None and _looks_vietnamese(windows):
        return unicodedata.normalize("NFC", windows)  # the encoding itself parts tone marks from letters
    if share(_western(data)) < _SURE and any(share(text) >= _SURE for _, text in _legacy(_western(data))):
        return _western(data)
    from charset_normalizer import from_bytes  # few files come this far

    guess = from_bytes(data).best()
    return str(guess) if guess is not None else None


def _as_declared(data: bytes, encoding: str) -> str | None:
    """The text in the encoding it is said to be in; None where it is none in that, or no Vietnamese."""
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return None
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return unicodedata.normalize("NFC", text) if share(_ADDRESS.sub(" ", text)) >= _SURE else None


def _others(text: str, data: bytes) -> Iterator[tuple[str, str]]:
    """What else a text may be: encoded once more than it should be, or codes of a legacy font."""
    yield from _once_more(text)
    yield from _legacy(text)
    if _try(data, "utf-8") is None and not data.count(0):
        yield from _legacy(_western(data))


def _once_more(text: str) -> Iterator[tuple[str, str]]:
    inner = text
    for _ in range(2):
        raw = bytearray()
        try:
            for char in inner:
                raw += bytes([ord(char)]) if 0x80 <= ord(char) < 0xA0 else char.encode("cp1252")
            inner = bytes(raw).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return
        yield "UTF-8 (×2)", inner.removeprefix("\ufeff")


def _legacy(text: str) -> Iterator[tuple[str, str]]:
    for font, name in _FONTS:
        yield name, "".join(map(_capitals, decode_legacy(text, font).splitlines(keepends=True)))


def _capitals(line: str) -> str:
    """TCVN3 has no codes for most capitals with marks: `"TØNH"` decodes to `"TỉNH"`."""
    plain = [char for char in line if char.isascii() and char.isalpha()]
    if len(plain) > 1 and all(map(str.isupper, plain)):
        return line.upper()
    return _WORD.sub(lambda found: found[0].upper() if _is_capital(found[0]) else found[0], line)


def _is_capital(word: str) -> bool:
    plain = [char for char in word if char.isascii()]
    return len(plain) > 1 and all(map(str.isupper, plain))


def _western(data: bytes) -> str:
    """Every byte as a sign of Windows-1252; those it leaves out as they are."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_vietnamese(text: str) -> bool:
    """Whether the marks of Vietnamese are frequent, and stand in Vietnamese words."""
    letters = sum(char.isalpha() for char in text)
    frequent = letters > 0 and len(_VIETNAMESE.findall(text)) > letters / 20
    return frequent and share(unicodedata.normalize("NFC", text)) >= _POOR
