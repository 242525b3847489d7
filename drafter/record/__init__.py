"""The record: what an output remembers of itself, written and read by the same code.

It owns the names and marks of rows, the inputs and layout that a table or redline was made from, the custom
XML part that keeps them in an office file, and the seal by which an output is known again and an edited one
left alone. It may import `errors`, `model` and `opc`.
"""

from typing import TYPE_CHECKING

from drafter.lazy import lazily

if TYPE_CHECKING:
    from .files import refuse_edited, write_output, write_whole
    from .keys import inputs_hash, row_key
    from .marks import decisions_of, is_mixed, mark_of, read_mark
    from .open_document import sealed_open_document
    from .own import refuse_own, refuse_own_text
    from .package import record_of, recorded
    from .seal import SEAL, Standing, is_ours, sealed, sealed_parts, standing
    from .values import OutputKind, Record, RecordedRow, of_redline, of_table

__getattr__ = lazily(
    __name__,
    {
        "files": "refuse_edited write_output write_whole",
        "keys": "inputs_hash row_key",
        "marks": "decisions_of is_mixed mark_of read_mark",
        "open_document": "sealed_open_document",
        "own": "refuse_own refuse_own_text",
        "package": "record_of recorded",
        "seal": "SEAL Standing is_ours sealed sealed_parts standing",
        "values": "OutputKind Record RecordedRow of_redline of_table",
    },
)
