"""Packed: rows between two steps, as bytes; and several such packs in one file, each to be read alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

_QUICK = 1  # level of compression
Value = TypeVar("Value")


def packed(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), _QUICK)


def unpacked(data: bytes, kind: type[Value]) -> Value:
    return msgspec.msgpack.decode(zlib.decompress(data), type=kind)


def bound(packs: Mapping[int, bytes]) -> tuple[bytes, dict[int, tuple[int, int]]]:
    """The packs one after the other, and where each begins and how long it is."""
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for number, pack in packs.items():
        places[number] = (at, len(pack))
        at += len(pack)
    return b"".join(packs.values()), places


def pieces(files: Iterable[tuple[Path, Mapping[int, tuple[int, int]]]], number: int) -> tuple[bytes, ...]:
    """The packs of this number in all files, in their order."""
    found = []
    for path, places in files:
        if number in places:
            at, size = places[number]
            with path.open("rb") as file:
                file.seek(at)
                found.append(file.read(size))
    return tuple(found)


def by_number(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    """Rows by their numbers, the numbers in order."""
    found: dict[int, list[Any]] = {}
    for number, row in rows:
        found.setdefault(number, []).append(row)
    return dict(sorted(found.items()))
