"""Files of rows: what they are, and their slices."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from drafter.errors import CannotRead, EmptyFile, NeedsScale, NotFound, NotRows, cause
from drafter.model import RowFile, RowForm, Slice

from .rows import COLUMNS

SUFFIXES = (".jsonl", ".ndjson", ".parquet")
_CHUNK = 1 << 20  # bytes
_LONGEST = 16 << 20  # bytes of a slice, however few its rows
_PARQUET = b"PAR1"
_MARK = b"\xef\xbb\xbf"


def survey(path: Path, shown: str) -> RowFile:
    """What the file is, and how many rows it has. Raises NotFound, CannotRead, EmptyFile, NotRows,
    NeedsScale."""
    digest = hashlib.sha256()
    rows = 0
    try:
        with path.open("rb") as file:
            parquet = file.read(len(_PARQUET)) == _PARQUET
            file.seek(0)
            left = b""
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                if not parquet:
                    *lines, left = (left + chunk).split(b"\n")
                    rows += sum(1 for line in lines if line.strip())
        rows += bool(left.strip())
        if not path.stat().st_size:
            raise EmptyFile(shown)
    except FileNotFoundError as error:
        raise NotFound(shown) from error
    except OSError as error:
        raise CannotRead(shown, reason=cause(error)) from error
    if parquet:
        rows = _of_parquet(path, shown)
    elif path.suffix.lower() not in SUFFIXES:
        raise NotRows(shown, found=path.suffix or "–")
    return RowFile(shown, digest.hexdigest(), rows)


def _of_parquet(path: Path, shown: str) -> int:
    if find_spec("pyarrow") is None:
        raise NeedsScale(shown)
    with _opened(path, shown) as file:
        names = file.schema_arrow.names
        if "text" not in names:
            raise NotRows(shown, found=", ".join(names) or "–")
        return int(file.metadata.num_rows)


def _opened(path: Path, shown: str) -> Any:
    """Raises NotRows for a file that only begins like Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as error:
        raise NotRows(shown, found="–") from error


def slices(files: list[tuple[Path, RowFile]], size: int) -> Iterator[Slice]:
    """The rows of all files in order, at most `size` in a slice; equal files give equal slices.

    Raises CannotRead, NotRows.
    """
    numbers = count()
    for path, file in files:
        try:
            with path.open("rb") as opened:
                parquet = opened.read(len(_PARQUET)) == _PARQUET
            cut = _arrow(path, file.shown, size) if parquet else _lines(path, size)
            for first, data in cut:
                form = RowForm.ARROW if parquet else RowForm.LINES
                yield Slice(next(numbers), file.shown, first, form, data)
        except OSError as error:
            raise CannotRead(file.shown, reason=cause(error)) from error


def _lines(path: Path, size: int) -> Iterator[tuple[int, bytes]]:
    first, lines, held = 1, [], 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            lines.append(line.removeprefix(_MARK) if number == 1 else line)
            held += len(line)
            if len(lines) >= size or held >= _LONGEST:
                yield first, b"".join(lines)
                first, lines, held = number + 1, [], 0
    if lines:
        yield first, b"".join(lines)


def _arrow(path: Path, shown: str, size: int) -> Iterator[tuple[int, bytes]]:
    import pyarrow as pa

    first = 1
    with _opened(path, shown) as file:
        unread = [name for name in file.schema_arrow.names if name not in COLUMNS]
        known = [name for name in file.schema_arrow.names if name in COLUMNS]
        named = pa.schema([file.schema_arrow.field(name) for name in known]).with_metadata(
            {"unread": "\n".join(unread)}
        )
        try:
            for batch in file.iter_batches(batch_size=size, columns=known):
                out = pa.BufferOutputStream()
                with pa.ipc.new_stream(out, named) as stream:
                    stream.write_batch(batch.replace_schema_metadata(named.metadata))
                yield first, out.getvalue().to_pybytes()
                first += batch.num_rows
        except pa.ArrowException as error:
            raise NotRows(shown, found="–") from error
