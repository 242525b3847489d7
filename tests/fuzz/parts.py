"""Damage to the parts of a package: missing, emptied, exchanged, untyped, related otherwise."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from drafter.opc import packed
from drafter.opc.package import BROKEN

from . import nasty, octets

Parts = dict[str, bytes]
Damage = Callable[[Parts, random.Random], None]
_MOST = 50_000_000  # bytes: damaging what is larger takes too long
__all__ = ["ALL", "BROKEN", "Damage", "Parts", "together", "unpacked"]


def unpacked(data: bytes) -> Parts:
    """Raises one of `BROKEN`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _MOST:
            raise ValueError(_MOST)
        return {entry: archive.read(entry) for entry in archive.namelist() if not entry.endswith("/")}


def together(parts: Parts) -> bytes:
    return packed(parts)


def remove(parts: Parts, rnd: random.Random) -> None:
    if parts:
        del parts[rnd.choice(sorted(parts))]


def empty(parts: Parts, rnd: random.Random) -> None:
    if parts:
        parts[rnd.choice(sorted(parts))] = rnd.choice((b"", b"<a/>", b"\0" * 50, b"<?xml version='1.0'?>"))


def exchange(parts: Parts, rnd: random.Random) -> None:
    if len(parts) > 1:
        one, other = rnd.sample(sorted(parts), 2)
        parts[one], parts[other] = parts[other], parts[one]


def damage(parts: Parts, rnd: random.Random) -> None:
    """Bytes of one part, which is then unpacked without an error."""
    if parts:
        at = rnd.choice(sorted(parts))
        parts[at] = rnd.choice(octets.ALL)(parts[at], rnd)


def rename(parts: Parts, rnd: random.Random) -> None:
    if parts:
        at = rnd.choice(sorted(parts))
        parts[rnd.choice((at.upper(), at + "x", "word/a.xml", "ẩn.xml"))] = parts.pop(at)


def relate(parts: Parts, rnd: random.Random) -> None:
    """Relationships that lead to another part, in a circle, out of the package."""
    found = sorted(part for part in parts if part.endswith(".rels"))
    if found:
        at = rnd.choice(found)
        pieces = parts[at].split(b'Target="')
        piece = rnd.randrange(len(pieces))
        if piece:
            target, _, behind = pieces[piece].partition(b'"')
            other = rnd.choice(
                (*sorted(parts), nasty.value(rnd), "//a", "/../..", "file:///etc/passwd")
            ).encode()
            mode = rnd.choice((b"", b"", b' TargetMode="External"'))
            pieces[piece] = (other if rnd.random() < 0.8 else target) + b'"' + mode + behind
            parts[at] = b'Target="'.join(pieces)


ALL: tuple[Damage, ...] = (remove, empty, exchange, damage, rename, relate)
