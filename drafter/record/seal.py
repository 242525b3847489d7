"""Seals: the hash of an output's own content in it, by which it is known again and an edit seen.

A seal is a token in a text, or in a part of a package: `drafter-content:` and 64 hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum

from drafter.errors import DrafterError
from drafter.opc import open_package

_ZEROS = "0" * 64
SEAL = f"drafter-content:{_ZEROS}"  # what a writer puts once into its output, still open
_TOKEN = re.compile(rb"drafter-content:([0-9a-f]{64})")


class Standing(StrEnum):
    """Whose work a file is."""

    OURS = "ours"  # as drafter wrote it
    EDITED = "edited"  # it names a seal that does not fit: an output edited since, or a text that quotes one
    FOREIGN = "foreign"


def sealed(data: bytes) -> bytes:
    """A text with its token filled by the hash of everything else. The token must be there once."""
    return data.replace(SEAL.encode(), _filled(_digest({"": data})), 1)


def sealed_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a package likewise; the token is sought from the last part on."""
    holder = next(name for name in reversed([*parts]) if SEAL.encode() in parts[name])
    return {**parts, holder: parts[holder].replace(SEAL.encode(), _filled(_digest(parts)), 1)}


def standing(data: bytes) -> Standing:
    """Whose work the content of a file is; one that cannot be read is somebody's."""
    try:
        parts = _parts(data) if data.startswith(b"PK") else {"": data}
    except DrafterError:
        return Standing.FOREIGN
    # A comment may quote a seal: each one found is tried as this file's own.
    tokens = [(name, token) for name, part in parts.items() for token in _TOKEN.finditer(part)]
    if any(_fits(parts, name, token) for name, token in tokens):
        return Standing.OURS
    return Standing.EDITED if tokens else Standing.FOREIGN


def holds_seal(data: bytes) -> bool:
    """Whether a text names a seal, fitting or not, in an encoding of one or two bytes."""
    return _TOKEN.search(data.replace(b"\0", b"")) is not None


def is_ours(data: bytes) -> bool:
    """Whether `data` is an output of drafter that nobody has changed since."""
    return standing(data) is Standing.OURS


def _fits(parts: Mapping[str, bytes], name: str, token: re.Match[bytes]) -> bool:
    part = parts[name]
    blank = part[: token.start(1)] + _ZEROS.encode() + part[token.end(1) :]
    return _digest({**parts, name: blank}).encode() == token[1]


def _digest(parts: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name}\0{len(parts[name])}\0".encode())
        whole.update(parts[name])
    return whole.hexdigest()


def _parts(data: bytes) -> dict[str, bytes]:
    package = open_package(data, shown="")
    return {name: package.read(name) for name in package.archive.namelist()}


def _filled(digest: str) -> bytes:
    return SEAL.replace(_ZEROS, digest).encode()
