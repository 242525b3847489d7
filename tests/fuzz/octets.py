"""Damage to bytes, whatever they are, and to the directory of an archive."""

from __future__ import annotations

import random
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]


def flip(data: bytes, rnd: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rnd.choice((1, 1, 4, 40))):
        if made:
            made[rnd.randrange(len(made))] = rnd.randrange(256)
    return bytes(made)


def cut(data: bytes, rnd: random.Random) -> bytes:
    return data[: rnd.randrange(len(data) + 1)]


def leave_out(data: bytes, rnd: random.Random) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + data[at + rnd.randint(1, 400) :]


def insert(data: bytes, rnd: random.Random) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + rnd.randbytes(rnd.randint(1, 64)) + data[at:]


def repeat(data: bytes, rnd: random.Random) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + data[at : at + rnd.randint(1, 200)] * rnd.randint(2, 30) + data[at:]


def zero(data: bytes, rnd: random.Random) -> bytes:
    at, size = rnd.randrange(len(data) + 1), rnd.randint(1, 2000)
    return data[:at] + bytes(len(data[at : at + size])) + data[at + size :]


def directory(data: bytes, rnd: random.Random) -> bytes:
    """One field of one header of a zip archive: sizes, offsets, method, flags, names."""
    made = bytearray(data)
    for mark, size in rnd.sample(((b"PK\x01\x02", 46), (b"PK\x03\x04", 30), (b"PK\x05\x06", 22)), 3):
        places = [at for at in range(len(data)) if data.startswith(mark, at)] if len(data) < 10**6 else []
        if places:
            at = rnd.choice(places) + rnd.randrange(4, size)
            if at < len(made):
                made[at] = rnd.choice((0, 1, 0xFF, 0x7F, rnd.randrange(256)))
            break
    return bytes(made)


ALL: tuple[Damage, ...] = (flip, cut, leave_out, insert, repeat, zero)
