"""Open Packaging: the one room that opens, relates and packs the parts of Office files.

It owns what a file is (`formats`), the guarded door to a package, relationships and their ids, content
types, packing, the names of Word's elements, the branches of `mc:AlternateContent`, and the order in which
paragraphs and tables of a body are counted. It reads and writes bytes, never files, and may import only
`errors`.
"""

from .formats import CONVERTED, SUFFIXES, FileFormat, format_named, format_of, refusal
from .names import NAMESPACES, OFFICE, Element, name
from .opening import open_package
from .package import Package
from .packing import packed
from .rewriting import Rewriting
from .walks import body_paragraphs, body_tables, chosen
from .xml import parse, serialised, storable, unprefixed

__all__ = [
    "CONVERTED",
    "NAMESPACES",
    "OFFICE",
    "SUFFIXES",
    "Element",
    "FileFormat",
    "Package",
    "Rewriting",
    "body_paragraphs",
    "body_tables",
    "chosen",
    "format_named",
    "format_of",
    "name",
    "open_package",
    "packed",
    "parse",
    "refusal",
    "serialised",
    "storable",
    "unprefixed",
]
