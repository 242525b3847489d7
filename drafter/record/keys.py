"""Names that outlast an edit: of a row by its comments, of a table by its inputs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.model import Row, Table


def row_key(row: Row) -> str:
    """A name for a row that rests on what its comments are known by, neither on its number nor on files:
    letters and digits, for bookmarks."""
    return "r" + hashlib.sha256("\n".join(sorted(row.keys or row.comments)).encode()).hexdigest()[:16]


def inputs_hash(table: Table) -> str:
    """The first 12 hex digits of one hash over the hashes of all inputs."""
    whole = "\n".join(f"{digest}  {path}" for path, digest in sorted(table.inputs))
    return hashlib.sha256(whole.encode()).hexdigest()[:12]
