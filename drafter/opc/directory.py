"""Directory of a zip file: the names of its members, read without opening it (APPNOTE 4.3.12, 4.3.16)."""

from __future__ import annotations

import struct

_END, _ENTRY = b"PK\x05\x06", b"PK\x01\x02"
_END_SIZE, _ENTRY_SIZE, _LONGEST = 22, 46, 22 + 0xFFFF  # bytes; the last with the longest comment


def member_names(data: bytes) -> frozenset[str]:
    """The names in the central directory; none where the file is cut off, or so large that it needs zip64."""
    end = data.rfind(_END, max(0, len(data) - _LONGEST))
    if end < 0 or end + _END_SIZE > len(data):
        return frozenset()
    size, at = struct.unpack_from("<II", data, end + 12)
    found, stop = set(), min(at + size, end)
    while at + _ENTRY_SIZE <= stop and data.startswith(_ENTRY, at):
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        found.add(data[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name].decode("utf-8", "replace"))
        at += _ENTRY_SIZE + name + extra + comment
    return frozenset(found)
