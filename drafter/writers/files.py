"""Output files: written whole or not at all, and never over what a person has edited.

Every output carries the hash of its own content: a token in its text, or in a part of its
package. A file without it, or changed since, is somebody's work.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import secrets
import shutil
import zipfile
import zlib
from pathlib import Path

from drafter.errors import CannotWrite, Cause, EditedOutput, cause
from drafter.opc import packed

_ZEROS = "0" * 64
SEAL = f"drafter-content:{_ZEROS}"  # what a writer puts once into its output
# What a package that is none, or is encrypted, cut short or damaged, raises while it is read.
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError)
_TOKEN = re.compile(rb"drafter-content:([0-9a-f]{64})")


def sealed(data: bytes) -> bytes:
    """`data` with its token filled by the hash of everything else. The token must be there once."""
    if data.startswith(b"PK"):
        return _sealed_package(data)
    return data.replace(SEAL.encode(), _filled(_digest(data)), 1)


def is_ours(data: bytes) -> bool:
    """Whether `data` is an output of drafter that nobody has changed since."""
    try:
        parts = _parts(data) if data.startswith(b"PK") else {"": data}
    except _BROKEN:
        return False
    # A comment may quote a seal: each one found is tried as this file's own.
    for name, part in parts.items():
        for found in _TOKEN.finditer(part):
            blank = part[: found.start(1)] + _ZEROS.encode() + part[found.end(1) :]
            if _digest_parts({**parts, name: blank}).encode() == found[1]:
                return True
    return False


def write_sealed(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write `data` to `path` with its seal.

    Raises EditedOutput where a file stands there that drafter did not write or somebody has
    edited, unless `force`; CannotWrite where the system refuses. Either the whole file is there
    afterwards or what was there before.
    """
    if not force and _is_replaceable(path):
        try:
            present = path.read_bytes()
        except OSError as error:
            raise CannotWrite(path, reason=cause(error)) from error
        if not is_ours(present):
            raise EditedOutput(path)
    write_whole(path, sealed(data))


def _is_replaceable(path: Path) -> bool:
    """Whether a file stands there. Raises CannotWrite for a folder, a device or a name no file can have."""
    try:
        present = path.exists()
    except OSError as error:
        raise CannotWrite(path, reason=cause(error)) from error
    if present and not path.is_file():
        raise CannotWrite(path, reason=Cause.NOT_REGULAR)
    return present


def write_whole(path: Path, data: bytes) -> None:
    """Through a temporary file in the same folder and a rename. Raises CannotWrite.

    Who may read the file is what the user's settings say of new files, or what the old file said.
    """
    replaced = _is_replaceable(path)
    temporary = path.with_name(f".{path.stem[:20]}-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replaced:
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise CannotWrite(path, reason=cause(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return _digest_parts({"": data})


def _digest_parts(parts: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name}\0{len(parts[name])}\0".encode())
        whole.update(parts[name])
    return whole.hexdigest()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _sealed_package(data: bytes) -> bytes:
    parts = _parts(data)
    holder = next(name for name in reversed(parts) if SEAL.encode() in parts[name])
    filled = parts[holder].replace(SEAL.encode(), _filled(_digest_parts(parts)), 1)
    return packed({**parts, holder: filled})


def _filled(digest: str) -> bytes:
    return SEAL.replace(_ZEROS, digest).encode()
