"""Documents as text and back. UTF-8, keys in the order of the fields, two spaces a level."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TypeVar

import msgspec


class JsonObject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every object of a document is: a frozen value without keys of its own making."""


Document = TypeVar("Document", bound=JsonObject)


def dumps(document: JsonObject | Mapping[str, object]) -> str:
    """The text of a document or of a schema, Vietnamese letters as they are."""
    try:
        data = msgspec.json.encode(document)
    except UnicodeEncodeError:  # names of files may hold bytes that are no UTF-8
        plain = json.dumps(msgspec.to_builtins(document), ensure_ascii=False)
        data = plain.encode("utf-8", "replace")
    return msgspec.json.format(data, indent=2).decode()


def loads(kind: type[Document], data: str | bytes) -> Document:
    """The document of this kind that `data` is the text of.

    Raises msgspec.DecodeError for what is no JSON, msgspec.ValidationError for another document:
    a key too many or too few, a value of another type.
    """
    return msgspec.json.decode(data, type=kind)


def like(kind: type[Document], value: object, /, **own: object) -> Document:
    """The object of this kind whose keys are attributes of `value`, within it too, but for its `own`."""
    copied = {name: getattr(value, name) for name in _keys(kind) if name not in own}
    return msgspec.convert({**copied, **own}, kind, from_attributes=True)


@cache
def _keys(kind: type[JsonObject]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(kind))


def number(value: Decimal | None) -> int | float | None:
    """A figure as JSON has it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
