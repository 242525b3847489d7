"""Plain: values of the model as bytes, and back; what comes back is equal to the letter.

Only values of the model, dates and numbers are ever made of such bytes, whatever stands in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from .. import model

_TUPLE, _ENUM, _DATE, _DECIMAL, _SET, _MAPPING = range(6)  # a class is named by its name


def to_bytes(value: object) -> bytes:
    """Raises TypeError for a value that is none of the model's."""
    return msgspec.msgpack.encode(_plain(value))


def of_bytes(data: bytes) -> Any:
    """The value that `to_bytes` made these bytes of. Raises ValueError for other bytes."""
    try:
        return _made(msgspec.msgpack.decode(data))
    except (msgspec.DecodeError, TypeError, KeyError, ValueError, AttributeError, ArithmeticError) as error:
        raise ValueError("no value of the model") from error


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return [_ENUM, _named(type(value)), value.value]
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return value
    if isinstance(value, tuple):
        return [_TUPLE, *map(_plain, value)]
    if is_dataclass(value) and not isinstance(value, type):
        kind: Any = type(value)
        return [_named(kind), *(_plain(getattr(value, name)) for name in _fields(kind))]
    if isinstance(value, date):
        return [_DATE, value.isoformat()]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, frozenset):
        return [_SET, *map(_plain, value)]
    if isinstance(value, Mapping):
        return [_MAPPING, *((_plain(key), _plain(each)) for key, each in value.items())]
    raise TypeError(type(value).__name__)


def _made(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    kind, *parts = plain
    if isinstance(kind, str):
        return _class(kind)(*map(_made, parts))
    return _MAKERS[kind](parts)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _named(kind: Any) -> str:
    """Raises TypeError for a class that is none of the model's."""
    name: str = kind.__name__
    if getattr(model, name, None) is not kind:
        raise TypeError(name)
    return name


@cache
def _class(name: str) -> Any:
    """Raises TypeError for what is none of the model's values."""
    found = getattr(model, name)
    if not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))):
        raise TypeError(name)
    return found


# By the tag that stands first.
_MAKERS: Mapping[int, Callable[[list[Any]], object]] = {
    _TUPLE: lambda parts: tuple(map(_made, parts)),
    _ENUM: lambda parts: _class(parts[0])(parts[1]),
    _DATE: lambda parts: date.fromisoformat(parts[0]),
    _DECIMAL: lambda parts: Decimal(parts[0]),
    _SET: lambda parts: frozenset(map(_made, parts)),
    _MAPPING: lambda parts: {_made(key): _made(each) for key, each in parts},
}
