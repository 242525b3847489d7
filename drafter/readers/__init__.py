"""Readers: a `Source` → `Manuscript` or `Sheet`, with notices; nothing is decided here.

The room owns what the formats of incoming files mean. It never touches the file system, and may import
`errors`, `settings`, `model`, `language`, `opc`, `wording` and `record`.
"""

from drafter.model import Source
from drafter.opc import Package, open_package

from .unfolding import unfolded

__all__ = ["opened"]


def opened(source: Source) -> Package:
    """The package in `source`, opened once for all that read or rewrite it; what a Word file embeds of other
    files stands in place.

    Raises EmptyFile, Encrypted, OldWordFile, NotADocx, DamagedFile or UnsafeFile.
    """
    return unfolded(open_package(source.bytes, shown=source.shown, sha256=source.sha256))
