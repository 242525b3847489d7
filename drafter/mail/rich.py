"""Rich text as Outlook keeps it: compressed (MS-OXRTFCP) → the bytes of an .rtf file."""

from __future__ import annotations

import struct

_HEAD = struct.Struct("<II4sI")  # size of what follows, size unpacked, kind, checksum
_FIRST = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)  # 2.1.2.1: with what the dictionary begins
_WINDOW = 4096
_MOST = 64 * 2**20  # bytes unpacked


def unpacked(data: bytes) -> bytes:
    """The RTF in `data`. Raises ValueError for what is none, or is longer than it says."""
    if len(data) < _HEAD.size:
        raise ValueError("rtf")
    _, size, kind, _ = _HEAD.unpack_from(data)
    if size > _MOST:
        raise ValueError("rtf")
    if kind == b"MELA":
        return data[_HEAD.size : _HEAD.size + size]
    if kind != b"LZFu":
        raise ValueError("rtf")
    return _expanded(data[_HEAD.size :], size)


def _expanded(data: bytes, size: int) -> bytes:
    window = bytearray(_FIRST.ljust(_WINDOW, b"\0"))
    write, at, made = len(_FIRST), 0, bytearray()
    while at < len(data) and len(made) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                offset, length = _reference(data[at : at + 2])
                at += 2
                if length == 0 or offset == write % _WINDOW:  # the end
                    return bytes(made[:size])
                for place in range(length):
                    char = window[(offset + place) % _WINDOW]
                    window[write % _WINDOW] = char
                    write += 1
                    made.append(char)
            elif at < len(data):
                window[write % _WINDOW] = data[at]
                made.append(data[at])
                write, at = write + 1, at + 1
    return bytes(made[:size])


def _reference(pair: bytes) -> tuple[int, int]:
    """Where in the window a run stands, and how long it is; a length of 0 where the data are cut off."""
    if len(pair) < 2:
        return 0, 0
    return pair[0] << 4 | pair[1] >> 4, (pair[1] & 15) + 2
