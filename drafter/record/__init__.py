"""The record: what an output remembers of itself, written and read by the same code.

It owns the names and marks of rows, the inputs and layout that a table or redline was made from, the custom
XML part that keeps them in an office file, and the seal by which an output is known again and an edited one
left alone. It may import `errors`, `model` and `opc`.
"""

from .files import write_output, write_whole
from .keys import inputs_hash, row_key
from .marks import decisions_of, is_mixed, mark_of, read_mark
from .own import refuse_own, refuse_own_text
from .package import record_of, recorded
from .seal import SEAL, Standing, is_ours, sealed, sealed_parts, standing
from .values import Record, RecordedRow, of_redline, of_table

__all__ = [
    "SEAL",
    "Record",
    "RecordedRow",
    "Standing",
    "decisions_of",
    "inputs_hash",
    "is_mixed",
    "is_ours",
    "mark_of",
    "of_redline",
    "of_table",
    "read_mark",
    "record_of",
    "recorded",
    "refuse_own",
    "refuse_own_text",
    "row_key",
    "sealed",
    "sealed_parts",
    "standing",
    "write_output",
    "write_whole",
]
