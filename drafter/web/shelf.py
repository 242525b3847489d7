"""The shelf: what was made of one board, kept until the board is another one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from drafter.jobs.board import Board

Made = TypeVar("Made")
_MOST = 200  # things kept; the one longest unused goes first


class Shelf:
    """Things by name, made when they are first wanted, once however many ask for them at one time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._board: Board | None = None
        self._kept: OrderedDict[Hashable, tuple[Lock, list[Any]]] = OrderedDict()

    def get(self, board: Board, name: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of this name that `make` makes of `board`. What `make` raises is raised, and not kept."""
        with self._lock:
            if self._board is not board:
                self._board = board
                self._kept = OrderedDict()
            making, kept = self._kept.setdefault(name, (Lock(), []))
            self._kept.move_to_end(name)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        with making:
            if not kept:
                kept.append(make())
            made: Made = kept[0]
            return made
