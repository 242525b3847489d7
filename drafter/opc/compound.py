"""Compound files: the streams at the root of an OLE file, which say what program wrote it."""

from __future__ import annotations

import io
import struct


def root_streams(data: bytes) -> frozenset[str] | None:
    """The lower-case names of what stands at the root; those of embedded objects stand deeper. None where the
    file is too damaged to say."""
    import olefile  # few files come this far

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return frozenset(path[0].lower() for path in file.listdir() if len(path) == 1)
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error,
            RecursionError):  # fmt: skip
        return None
