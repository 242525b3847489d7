"""The worker: a child that runs the commands on case after case and says of each what was wrong with it.

Seeds come on stdin, one a line (`SEED` or `SEED:0,2` with the damages that are kept); for each a line of JSON
goes out. Memory and processor time are measured here, and the time is limited by whoever
watches. Files written outside the output folder, connections and programs are told by Python's audit hooks;
the network itself is taken away by the namespace that the worker is started in, where there is one.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import io
import json
import os
import re
import shutil
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter import cli
from drafter.errors import defects
from drafter.workspace import Stages
from tests.commands import ROOT

from .cases import Case, Kind, case
from .grounds import Grounds, lay

SECONDS = 10.0
MEMORY = 2**30  # bytes
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_MOVES = {
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.mkdir": (0,),
    "os.rmdir": (0,),
    "os.link": (1,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
}
_REFUSED = (
    "socket.connect",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.posix_spawn",
)
_DEFECT = re.compile(r"\b\w*(?:Error|Exception|Warning)\b.*\.py:\d+|Traceback|Warning:")


class Bounds:
    """What the program does to files and to the world, as the interpreter tells it."""

    def __init__(self, allowed: Path) -> None:
        self._allowed = str(allowed)
        self._watching = False
        self.told: list[str] = []
        sys.addaudithook(self._hook)

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        self._watching = True
        try:
            yield
        finally:
            self._watching = False

    def _hook(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._watching:
            return
        if event in _REFUSED:
            self.told.append(f"{event} {args!r}"[:300])
        elif event == "open":
            path, _, flags = args
            if isinstance(path, str | bytes) and isinstance(flags, int) and flags & _WRITES:
                self._check(event, path)
        elif event in _MOVES:
            for at in _MOVES[event]:
                self._check(event, args[at])

    def _check(self, event: str, path: Any) -> None:
        shown = os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else ""
        if (
            not shown.startswith((self._allowed, "/dev/null"))
            and ".cache" not in shown
            and "__pycache__" not in shown
        ):
            self.told.append(f"{event} {shown}")


class TookTooLong(BaseException):
    """Raised inside a command at the end of its processor time, so that what is slow costs no more."""


@contextlib.contextmanager
def _timed() -> Iterator[None]:
    """End what takes more processor time than a command may; where the system has no such timer, whoever
    watches ends it."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return

    def end(_signal: int, frame: Any) -> None:
        raise TookTooLong("".join(traceback.format_stack(frame)[-12:]))

    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, 1)  # and again, where something took it for its own
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


class Worker:
    """Runs cases in the workspace of `grounds`."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._stages = Stages()
        self._out = grounds.root.parent / "out"
        self._base = grounds.root.parent / "base.docx"
        self._bounds = Bounds(grounds.root.parent)
        self._before = self._files()

    def _files(self) -> dict[str, tuple[int, int]]:
        """When each file of the workspace was written, and its bytes."""
        root = self._grounds.root
        found = (path for path in root.rglob("*") if ".drafter" not in path.parts and path.is_file())
        return {str(path): ((at := path.stat()).st_mtime_ns, at.st_size) for path in found}

    def run(self, made: Case) -> dict[str, Any]:
        """What was wrong with a case, and how long and large its costliest command was."""
        shutil.rmtree(self._out, ignore_errors=True)
        self._out.mkdir()
        worst: dict[str, Any] = {
            "seed": made.seed,
            "kind": made.kind,
            "source": made.source.name,
            "damages": made.damages,
            "wrong": [],
            "seconds": 0.0,
            "memory": 0,
            "commands": 0,
            "used": False,
        }
        placed = self._place(made)
        before = placed.read_bytes()
        try:
            for command in self._commands(made, placed):
                self._command(command, worst)
            if placed.suffix != ".db" and made.kind is not Kind.STORE and placed.read_bytes() != before:
                worst["wrong"].append("the input was changed")
        finally:
            self._clear(made, placed)
        if self._files() != self._before:
            worst["wrong"].append("files of the workspace were changed")
        return worst

    def _place(self, made: Case) -> Path:
        root, grounds = self._grounds.root, self._grounds
        match made.kind:
            case Kind.DRAFT:
                path = self._grounds.root.parent / f"case{made.suffix}"
                self._base.write_bytes(
                    made.source.read_bytes()
                    if made.source.exists()
                    else (ROOT / "tests/data/redline/docs/WC001-Digits.docx").read_bytes()
                )
            case Kind.LETTER | Kind.TABLE:
                path = root.parent / f"case{made.suffix}"
            case Kind.STORE:
                path = root / ".drafter" / made.source.relative_to(grounds.made / "stored")
            case Kind.SETTINGS:
                path = root / "drafter.toml"
        path.write_bytes(made.data)
        return path

    def _clear(self, made: Case, placed: Path) -> None:
        placed.unlink(missing_ok=True)
        if made.kind in {Kind.STORE, Kind.TABLE}:
            stored = self._grounds.root / ".drafter"
            shutil.rmtree(stored, ignore_errors=True)
            shutil.copytree(self._grounds.made / "stored", stored)

    def _commands(self, made: Case, placed: Path) -> list[list[str]]:
        at, out = str(placed), self._out
        match made.kind:
            case Kind.DRAFT:
                base = str(self._base)
                return [
                    ["outline", at, "--json"],
                    ["diff", base, at, "--docx", str(out / "1.docx"), "--json"],
                    ["diff", at, base, "--docx", str(out / "2.docx")],
                    ["merge", base, at, "--docx", str(out / "3.docx")],
                    ["comments", at],
                    ["link", at, "--json"],
                ]
            case Kind.LETTER:
                return [["comments", at, "--json"], ["comments", at, "--rest"], ["link", at]]
            case Kind.TABLE:
                return [["import", at, "--dry-run"], ["import", at, "--by", "A", "--json"], ["comments", at]]
            case Kind.STORE:
                return [
                    ["link"],
                    ["log"],
                    ["comments", "--json"],
                    ["import", str(self._grounds.tables[-1]), "--by", "A"],
                ]
            case Kind.SETTINGS:
                return [["outline"], ["comments"], ["link", "--json"]]

    def _command(self, arguments: list[str], worst: dict[str, Any]) -> None:
        out, err = io.StringIO(), io.StringIO()
        raised: list[str] = []
        named, wrong = arguments[0], worst["wrong"]
        _reset_peak()
        size = _status("VmRSS")
        self._bounds.told.clear()
        begun = time.process_time()
        stages = None if worst["kind"] is Kind.STORE else self._stages
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            self._bounds.watched(),
            _noticed(raised),
        ):
            try:
                with _timed():
                    ended = cli.app.main(
                        ["-C", str(self._grounds.root), *arguments],
                        prog_name="drafter",
                        standalone_mode=False,
                        obj=stages,
                    )
            except TookTooLong as error:
                wrong.append(f"{named}: over {SECONDS:.0f} s in {error}")
                ended = None
            except BaseException as error:  # all of them are what is looked for
                raised.append("".join(traceback.format_exception(error))[-1500:])
                ended = None
        took, peak = time.process_time() - begun, max(0, _status("VmHWM") - size)
        worst["seconds"], worst["memory"] = max(worst["seconds"], took), max(worst["memory"], peak)
        worst["commands"] += 1
        worst["used"] |= not ended
        wrong.extend(f"{named}: {each}" for each in (*raised, *self._bounds.told))
        if ended not in (None, 0, 3):
            wrong.append(f"{named}: exit {ended}: {err.getvalue()[-400:]}")
        if ended == 3 and not err.getvalue().strip():
            wrong.append(f"{named}: exit 3 and not a word")
        if _DEFECT.search(err.getvalue()) and not raised and ended in (0, 3):
            wrong.append(f"{named}: {err.getvalue()[-400:]}")
        if "--json" in arguments and not ended and not raised:
            try:
                json.loads(out.getvalue())
            except ValueError:
                wrong.append(f"{named}: no JSON: {out.getvalue()[:200]}")
        if peak > MEMORY:
            wrong.append(f"{named}: {peak / MEMORY:.1f} GB")


@contextlib.contextmanager
def _noticed(raised: list[str]) -> Iterator[None]:
    """Defects with all their calls, which the command line tells in one line."""
    made = defects.Defect.__init__

    def noticing(self: Any, *args: Any, **facts: Any) -> None:
        raised.append(traceback.format_exc()[-1500:])
        made(self, *args, **facts)

    defects.Defect.__init__ = noticing  # type: ignore[method-assign]
    try:
        yield
    finally:
        defects.Defect.__init__ = made  # type: ignore[method-assign]


def _status(key: str) -> int:
    """Bytes, as the kernel counts them for this process; 0 where it does not say."""
    try:
        found = re.search(rf"{key}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def _reset_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _limit(memory: int) -> None:
    """Let this process take no more than so many bytes beyond what it has, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    most = _status("VmSize") + memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> None:
    """Cases whose seeds come on stdin, in the folder that is the first argument."""
    answers, sys.stdout = sys.stdout, sys.stderr
    warnings.simplefilter("ignore")  # as the console script does
    folder = Path(sys.argv[1])
    os.environ.update(HOME=str(folder), TMPDIR=str(folder))
    grounds = lay(folder)
    worker = Worker(grounds)
    warm(worker, grounds)
    gc.set_threshold(100_000, 50, 50)
    _limit(2 * MEMORY)
    stacks = (folder / "stack.txt").open("w", encoding="utf-8")
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        seed, _, kept = line.strip().partition(":")
        asked = [int(each) for each in kept.split(",") if each] if ":" in line else None
        try:
            made = case(int(seed), grounds, asked)
        except MemoryError:  # to make it takes more than a command may have
            print(json.dumps({"seed": int(seed), "wrong": []}), file=answers, flush=True)
            continue
        stacks.seek(0)
        stacks.truncate()
        faulthandler.dump_traceback_later(SECONDS * 0.8, file=stacks)
        found = worker.run(made)
        faulthandler.cancel_dump_traceback_later()
        told = {**found, "kept": made.kept, "size": len(made.data), "held": _status("VmRSS")}
        print(json.dumps(told), file=answers, flush=True)


def warm(worker: Worker, grounds: Grounds) -> None:
    """Import all that commands import before memory is limited and files are watched."""
    for kind in Kind:
        source = {
            Kind.TABLE: grounds.tables[0],
            Kind.STORE: grounds.stored[-1],
            Kind.SETTINGS: grounds.settings,
        }.get(kind, ROOT / "tests/data/redline/docs/WC001-Digits.docx")
        worker.run(Case(0, kind, source.read_bytes(), source, (), ()))


if __name__ == "__main__":
    main()
