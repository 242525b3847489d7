"""The dictionary: every column of every file, by the classes that the files are written by."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.writers.data.columns import columns_of
from drafter.writers.data.csv import sealed_csv
from drafter.writers.data.records import DataFile

NAME = "dictionary"
_HEADER = ("file", "column", "type", "empty", "values", "description")


def dictionary_csv(files: Sequence[DataFile]) -> bytes:
    """A row for each column: its file, name, type, whether it may be empty, the words that it may hold, and
    what it means. Sealed."""
    return sealed_csv(
        _HEADER,
        (
            (made.name, each.name, each.type, str(each.empty).lower(), " ".join(each.values), each.about)
            for made in files
            for each in columns_of(made.kind)
        ),
    )
