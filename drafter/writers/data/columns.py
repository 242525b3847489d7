"""Columns: the fields of a class of JSON objects as columns of one type each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec
from msgspec import inspect

from drafter.writers.json.encoding import JsonObject


class DataType(StrEnum):
    """What the values of a column are; JSON: a list or an object, as its text."""

    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: `empty`: it may hold nothing; `values`: all that it may hold, where these are words of a
    list; `about`: what the class says of it."""

    name: str
    type: DataType
    empty: bool
    values: tuple[str, ...]
    about: str


_PLAIN: Mapping[type[inspect.Type], DataType] = {
    inspect.IntType: DataType.INTEGER,
    inspect.FloatType: DataType.NUMBER,
    inspect.BoolType: DataType.BOOLEAN,
    inspect.DateType: DataType.DATE,
    inspect.StrType: DataType.TEXT,
    inspect.EnumType: DataType.TEXT,
}


@cache
def columns_of(kind: type[JsonObject]) -> tuple[DataColumn, ...]:
    """The columns of records of this kind; fields that only an option of a command fills are none."""
    told = inspect.type_info(kind)
    assert isinstance(told, inspect.StructType)
    return tuple(_column(field, kind) for field in told.fields if field.required)


def _column(field: inspect.Field, kind: type[JsonObject]) -> DataColumn:
    parts = _parts(field.type)
    held = [part for part in parts if not isinstance(part, inspect.NoneType)]
    types = {_PLAIN.get(type(part), DataType.JSON) for part in held}
    values = tuple(
        str(each.value) for part in held if isinstance(part, inspect.EnumType) for each in part.cls
    )
    type_ = types.pop() if len(types) == 1 else DataType.JSON
    return DataColumn(field.encode_name, type_, len(held) < len(parts), values, _about(kind, field.name))


def _parts(given: inspect.Type) -> tuple[inspect.Type, ...]:
    return given.types if isinstance(given, inspect.UnionType) else (given,)


def _about(kind: type[JsonObject], name: str) -> str:
    """The sentences or parts of sentences of the class's own description that name the field."""
    text = " ".join((kind.__doc__ or "").split())
    pieces = [piece for sentence in text.split(". ") for piece in sentence.split("; ")]
    return "; ".join(piece.rstrip(".") for piece in pieces if f"`{name}`" in piece)


def cells(record: JsonObject, columns: tuple[DataColumn, ...]) -> dict[str, object]:
    """The values of a record by column; lists and objects as the text of their JSON, dates as ISO texts."""
    plain = msgspec.to_builtins(record)
    return {column.name: _cell(plain.get(column.name), column) for column in columns}


def _cell(value: object, column: DataColumn) -> object:
    if column.type is DataType.JSON and value is not None:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value
