"""Plain: values of the model as bytes, and back; what comes back is equal to the letter.

Each kind of value has its type, and nothing else is ever made of bytes, whatever stands in them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from .. import model

# Each is put together when it is asked for: who keeps letters need not load what links are.
_KINDS: dict[str, Callable[[], Any]] = {
    "letters": lambda: tuple[
        tuple[model.Letter, ...], tuple[model.Notice, ...], tuple[model.FramePiece, ...], model.WordCount
    ],
    "links": lambda: dict[str, tuple[model.Link, ...]],  # by letter
    "evidence": lambda: dict[str, tuple[model.Evidence, ...]],  # the same
    "register": lambda: model.Register,
    "tasks": lambda: model.TaskRegister,
    "converted": lambda: bytes,
    "recognised": lambda: model.Paper,
}
KINDS = tuple(_KINDS)


def to_bytes(kind: str, value: object) -> bytes:
    """Raises TypeError for a value that bytes of this kind would not give back."""
    try:
        data = msgspec.msgpack.encode(value)
        if of_bytes(kind, data) == value:
            return data
    except (msgspec.EncodeError, ValueError):
        pass
    raise TypeError(kind)


def of_bytes(kind: str, data: bytes) -> Any:
    """The value that `to_bytes` made these bytes of. Raises ValueError for other bytes."""
    try:
        return _decoder(kind).decode(data)
    except (msgspec.DecodeError, ArithmeticError) as error:
        raise ValueError(kind) from error


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    made = _KINDS[kind]()
    _resolve(made, set())
    return msgspec.msgpack.Decoder(made)


class _Names(dict[str, Any]):
    """The names of the model, each loaded when it is asked for."""

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(model, name)
        except AttributeError:
            raise KeyError(name) from None


def _resolve(kind: Any, known: set[Any]) -> None:
    """Have the fields of `kind`, and of what it holds, annotated by types: by names that stand in a module
    only for type checkers msgspec finds none."""
    for part in get_args(kind):
        _resolve(part, known)
    if is_dataclass(kind) and kind not in known:
        known.add(kind)
        hints = get_type_hints(kind, vars(sys.modules[kind.__module__]), _Names())
        for name, hint in hints.items():
            kind.__annotations__[name] = hint
            _resolve(hint, known)
