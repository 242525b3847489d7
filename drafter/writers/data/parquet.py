"""Records as Parquet, where the extra that brings pyarrow is installed."""

from __future__ import annotations

import io
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from drafter.errors import NeedsExtra
from drafter.record import SEAL, sealed
from drafter.writers.data.columns import DataType, cells, columns_of
from drafter.writers.data.records import DataFile


def check_parquet(path: Path) -> None:
    """Raises NeedsExtra where Parquet cannot be written."""
    if find_spec("pyarrow") is None:
        raise NeedsExtra(path, extra="parquet")


def records_parquet(made: DataFile) -> bytes:
    """The file, its seal among its metadata. Equal for equal records and one pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types: dict[DataType, Any] = {
        DataType.INTEGER: pa.int64(), DataType.NUMBER: pa.float64(), DataType.BOOLEAN: pa.bool_(),
        DataType.DATE: pa.date32(), DataType.TEXT: pa.string(), DataType.JSON: pa.string(),
    }  # fmt: skip
    columns = columns_of(made.kind)
    schema = pa.schema(
        [pa.field(each.name, types[each.type], nullable=each.empty) for each in columns],
        metadata={"drafter": SEAL},
    )
    rows = [cells(row, columns) for row in made.rows]
    for column in (each.name for each in columns if each.type is DataType.DATE):
        for row in rows:
            if isinstance(row[column], str):
                row[column] = date.fromisoformat(str(row[column]))
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), out)
    return sealed(out.getvalue())
