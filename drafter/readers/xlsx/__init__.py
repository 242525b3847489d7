"""Workbooks: `read_workbook(package)` gives the cells of every sheet as Excel shows them.

Nothing is evaluated: a formula shows its last value, else its own text. How a sheet looks never keeps it from
being read.
"""

from .drawn import CellsBefore
from .sheets import SheetCell, Worksheet, column_name
from .workbook import read_workbook

__all__ = ["CellsBefore", "SheetCell", "Worksheet", "column_name", "read_workbook"]
