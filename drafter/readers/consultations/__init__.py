"""Consultations: files of rows (Parquet, JSON Lines) → rows, a slice at a time.

    {"agency": "Hội Nông dân tỉnh A", "province": "Hà Tĩnh", "date": "2025-06-03", "channel": "web",
     "text": "…"}

A row is what one person or agency said of one thing. Columns: `text`, and where they are known `agency` (or
`group`), `province`, `date`, `channel`; others are named to the user. No file is ever in memory as a whole.
"""

from .files import SUFFIXES, slices, survey
from .rows import read_rows

__all__ = ["SUFFIXES", "read_rows", "slices", "survey"]
