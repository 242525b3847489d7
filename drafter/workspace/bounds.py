"""Bounds: how long the reading of one file may take, and how large it may make the program.

The workbench reads what comes in in a child process. On the command line a thread watches: what exceeds a
bound is interrupted as by Ctrl-C, which stops a regular expression too, and is told as any file that cannot
be used; the others are read. It works on every system and costs nothing that can be measured.
"""

from __future__ import annotations

import _thread
import contextlib
import mmap
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from ..errors import DrafterError, TooSlow, Unreadable

SECONDS = 30.0  # of work, not of waiting for the computer; as long as the workbench gives a file
MEMORY = 2**30  # bytes beyond what the program had before
_EVERY = 0.2  # seconds between two looks
Bound = Callable[[str], AbstractContextManager[None]]


def unbounded(_: str) -> AbstractContextManager[None]:
    """Where something else bounds what is read: the child process that tried it."""
    return contextlib.nullcontext()


class Bounds:
    """Bounds for one file after the other, in the main thread."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._until: tuple[float, int] | None = None  # of the file being read: processor time, bytes
        self._exceeded: type[DrafterError] | None = None

    @contextlib.contextmanager
    def __call__(self, path: str) -> Iterator[None]:
        """Bound what is done to the file that is told as `path`; within another one it adds nothing.

        Raises TooSlow or Unreadable.
        """
        if self._until is not None or threading.current_thread() is not threading.main_thread():
            yield
            return
        try:
            with self._heard():
                self._begin()
                try:
                    yield
                finally:
                    self._end()
        except KeyboardInterrupt:
            if self._exceeded is None:
                raise
            raise self._failure(path) from None
        except MemoryError as error:
            raise Unreadable(path) from error

    @contextlib.contextmanager
    def _heard(self) -> Iterator[None]:
        """Hear an interruption also where Ctrl-C is ignored, as shells have it for what they run in the
        background; Ctrl-C itself stays ignored."""
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            yield
            return

        def hear(*_: object) -> None:
            if self._exceeded is not None:
                raise KeyboardInterrupt

        signal.signal(signal.SIGINT, hear)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _failure(self, path: str) -> DrafterError:
        return TooSlow(path, seconds=round(self._seconds)) if self._exceeded is TooSlow else Unreadable(path)

    def _begin(self) -> None:
        self._exceeded = None
        with self._lock:
            self._until = time.process_time() + self._seconds, resident() + self._memory
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, daemon=True)
                self._thread.start()

    def _end(self) -> None:
        with self._lock:
            self._until = None
        if self._exceeded is not None:
            time.sleep(_EVERY)  # the interruption may still be on its way: it arrives here, not later

    def _watch(self) -> None:
        while True:
            time.sleep(_EVERY)
            with self._lock:
                if self._until is None:  # nothing is read any more; the next file starts another
                    self._thread = None
                    return
                seconds, memory = self._until
                if time.process_time() > seconds:
                    self._exceeded = TooSlow
                elif resident() > memory:
                    self._exceeded = Unreadable
                else:
                    continue
                _thread.interrupt_main()  # and again, where something took it for its own


def resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    if sys.platform == "win32":
        return _resident_on_windows()
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0


def _resident_on_windows() -> int:
    """`WorkingSetSize` of PROCESS_MEMORY_COUNTERS (psapi.h)."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            *((f"size{at}", ctypes.c_size_t) for at in range(8)),
        )

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (there on Windows alone)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    counters = Counters(cb=ctypes.sizeof(Counters))
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    done = ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.size1) if done else 0
