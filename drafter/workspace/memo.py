"""The memo: what was computed, by kind and by the hash of the content it was computed from.

A key names content, never an object or a moment: what stands in the memo never grows wrong, and workspaces
may share it for days. Each kind keeps its most used values up to a number. Threads may ask at once; what two
of them want is computed once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from threading import Lock, RLock
from typing import Any, TypeVar, cast

from ..errors import DrafterError

Value = TypeVar("Value")
Key = tuple[str, Hashable]  # (kind, content)


@dataclass(frozen=True, slots=True)
class _Failed:
    """What `compute` raised."""

    error: DrafterError


class Memo:
    """Values by kind and key; `limits` says how many of each kind, the one longest unused goes first."""

    def __init__(self, limits: Mapping[str, int]) -> None:
        self._limits = limits
        self._kept: dict[str, OrderedDict[Hashable, object]] = {kind: OrderedDict() for kind in limits}
        self._busy: dict[Key, RLock] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """How many values are kept."""
        with self._lock:
            return sum(map(len, self._kept.values()))

    def find(self, kind: str, key: Hashable) -> tuple[Any] | None:
        """The value of `key` in a tuple of one; None where it is not kept. Raises the failure that is
        kept."""
        with self._lock:
            found = self._found(kind, key)
        return None if found is None else (_told(found),)

    def get(self, kind: str, key: Hashable, compute: Callable[[], Value]) -> Value:
        """The value of `key`, computed where it is not kept; `key` holds all that it depends on.

        A DrafterError that `compute` raises is an answer about the content like any other: it is kept, and
        raised anew to everyone who asks.
        """
        with self._lock:
            if (found := self._found(kind, key)) is not None:
                return cast(Value, _told(found))
            busy = self._busy.setdefault((kind, key), RLock())
        with busy:
            with self._lock:
                if (found := self._found(kind, key)) is not None:
                    return cast(Value, _told(found))
            try:
                made: object = (compute(),)
            except DrafterError as error:
                made = _Failed(error)
            finally:
                with self._lock:
                    self._busy.pop((kind, key), None)
            with self._lock:
                self._keep(kind, key, made)
        return cast(Value, _told(made))

    def _found(self, kind: str, key: Hashable) -> object | None:
        kept = self._kept[kind]
        if key in kept:
            kept.move_to_end(key)
        return kept.get(key)

    def _keep(self, kind: str, key: Hashable, made: object) -> None:
        kept = self._kept[kind]
        kept[key] = made
        while len(kept) > self._limits[kind]:
            kept.popitem(last=False)


def _told(found: Any) -> Any:
    """The value, in a tuple of one so that None can be kept too; or the failure, as a new one."""
    if isinstance(found, _Failed):
        raise found.error.at(found.error.path)
    return found[0]
