"""Records for other programs: comments, links, evidence and the table as flat columns, in CSV or Parquet, and
the dictionary of these columns.

Columns, their types and what is said of them come from the classes that `--json` is written by, so that no
dictionary says what the files do not.
"""

from __future__ import annotations

from drafter.writers.data.columns import DataColumn, columns_of
from drafter.writers.data.csv import records_csv
from drafter.writers.data.dictionary import dictionary_csv
from drafter.writers.data.records import DataFile, records

__all__ = ["DataColumn", "DataFile", "columns_of", "dictionary_csv", "records", "records_csv"]
