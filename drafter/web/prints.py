"""Prints: files as pages of paper, made in the background one at a time, kept by what is in them."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock, Semaphore, Thread

from drafter.jobs.printing import Printer, page_count, page_picture, printed, printer

LOG = logging.getLogger("drafter.web")
SIZES = {"page": 100, "large": 170}  # dots per inch
_MOST_BYTES = 96 * 2**20  # of PDFs and pictures kept
_WAITING = 30  # files that wait; the one longest waiting is forgotten, and asked for again by its page
_AGAIN = 60.0  # seconds after which a file that failed is tried again


class PrintState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    ABSENT = "absent"  # nothing here can print


@dataclass(frozen=True, slots=True)
class Print:
    """A file on its way to paper. `id`: the SHA-256 of what is in it. `pages`: how many can be shown as
    pictures, 0 for none."""

    id: str
    state: PrintState
    pages: int = 0


class Prints:
    """What was printed. Nobody waits for it but whoever asks again."""

    def __init__(
        self, programs: Callable[[], Printer] = printer, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._programs, self._clock = programs, clock
        self._printer: Printer | None = None
        self._lock, self._showing = Lock(), Semaphore(2)
        self._waiting: OrderedDict[str, tuple[bytes, str]] = OrderedDict()
        self._made: OrderedDict[str, tuple[bytes, int]] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, str], bytes] = OrderedDict()
        self._failed: dict[str, float] = {}
        self._worker: Thread | None = None

    @property
    def printer(self) -> Printer:
        if self._printer is None:
            self._printer = self._programs()
        return self._printer

    def ask(self, data: bytes, suffix: str = ".docx") -> Print:
        """How far a file is; one that nobody asked for before begins now."""
        id = hashlib.sha256(data).hexdigest()
        if self.printer.office is None:
            return Print(id, PrintState.ABSENT)
        known = self.find(id)
        if known is not None:
            return known
        with self._lock:
            self._waiting.setdefault(id, (data, suffix))
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            if self._worker is None:
                self._worker = Thread(target=self._work, daemon=True)
                self._worker.start()
        return Print(id, PrintState.WAITING)

    def find(self, id: str) -> Print | None:
        """How far the file of this id is; None for one that nobody asked for, or that was forgotten."""
        with self._lock:
            if id in self._made:
                self._made.move_to_end(id)
                return Print(id, PrintState.READY, self._made[id][1])
            if id in self._waiting:
                return Print(id, PrintState.WAITING)
            if self._clock() < self._failed.get(id, float("-inf")):
                return Print(id, PrintState.FAILED)
        return None

    def pdf(self, id: str) -> bytes | None:
        """The PDF; None while there is none."""
        with self._lock:
            made = self._made.get(id)
        return None if made is None else made[0]

    def picture(self, id: str, page: int, size: str) -> bytes | None:
        """A page as PNG, in one of `SIZES`; None where there is no such page."""
        with self._lock:
            found = self._pictures.get((id, page, size))
            made = self._made.get(id)
        if found is not None:
            return found
        if made is None or not 1 <= page <= made[1] or size not in SIZES:
            return None
        with self._showing:
            drawn = page_picture(self.printer, made[0], page, SIZES[size])
        if drawn is not None:
            with self._lock:
                self._pictures[id, page, size] = drawn
                self._forget()
        return drawn

    def _work(self) -> None:
        """One file after the other, until none waits."""
        while True:
            with self._lock:
                if not self._waiting:
                    self._worker = None
                    return
                id, (data, suffix) = next(iter(self._waiting.items()))
            pdf, pages = self._print(data, suffix)
            with self._lock:
                self._waiting.pop(id, None)
                if pdf is None:
                    self._failed[id] = self._clock() + _AGAIN
                else:
                    self._made[id] = pdf, pages
                self._forget()

    def _print(self, data: bytes, suffix: str) -> tuple[bytes | None, int]:
        try:
            pdf = printed(self.printer, data, suffix)
            pages = 0 if pdf is None or not self.printer.shows_pages else page_count(self.printer, pdf)
        except Exception:  # a full disk, say: the page tells that it is not to be had, others wait for theirs
            LOG.exception("printing")
            return None, 0
        return pdf, pages

    def _forget(self) -> None:
        """What was longest unused goes, pictures first."""
        held = sum(map(len, self._pictures.values())) + sum(len(pdf) for pdf, _ in self._made.values())
        while held > _MOST_BYTES and (self._pictures or len(self._made) > 1):
            if self._pictures:
                held -= len(self._pictures.popitem(last=False)[1])
            else:
                held -= len(self._made.popitem(last=False)[1][0])
