"""The manifest of a run: what it was made of, and every part of it that is done; `manifest.jsonl`.

The first line says what the run is of, each further one that a part is done, with the hashes of its files.
A line is written after its files, so that a run that is stopped at any moment goes on where it was: what has
no line, or whose files are not what their line says, is done again. A last line that was cut is none.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from ... import __version__
from ...errors import CannotWrite, OtherRun, cause
from ...model import RowBalance, RowFile
from ...record import write_whole

NAME = "manifest.jsonl"
_FORMAT = "drafter-consultation-1"


class RunHead(msgspec.Struct, frozen=True):
    """What a run is of; runs of the same head give the same files."""

    input: tuple[RowFile, ...]
    drafts: tuple[tuple[str, str], ...]  # path, SHA-256
    options: Mapping[str, str | int | None]
    program: str
    version: str = __version__
    format: str = _FORMAT


class PartDone(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part: `step` read, link or group; `files` with their SHA-256; `places`: of the packs in the file that
    is read again; `told` and `unknown` as in `ReadSlice`."""

    step: str
    no: int
    files: dict[str, str]
    balance: RowBalance
    places: dict[str, tuple[int, int]] = {}
    told: tuple[tuple[str, int, str], ...] = ()
    unknown: tuple[str, ...] = ()


class Manifest:
    """The manifest in `folder`, of a run with this head."""

    def __init__(self, folder: Path, head: RunHead) -> None:
        """Raises OtherRun where the folder holds anything but such a run, CannotWrite."""
        self.folder = folder
        self._head = head
        self._path = folder / NAME
        self.done: dict[tuple[str, int], PartDone] = {}
        self._begin()

    def _begin(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lines = self._path.read_bytes().splitlines() if self._path.exists() else []
            if not lines and any(not each.name.startswith(".") for each in self.folder.iterdir()):
                raise OtherRun(self.folder, differs=NAME)
        except OSError as error:
            raise CannotWrite(self.folder, reason=cause(error)) from error
        if lines:
            self._same(lines[0])
        self.done = {(part.step, part.no): part for part in _parts(lines[1:])}
        encode = msgspec.json.encode
        written = [encode(self._head), *map(encode, self.done.values())]
        write_whole(self._path, b"\n".join(written) + b"\n")

    def _same(self, line: bytes) -> None:
        try:
            found = msgspec.json.decode(line, type=RunHead)
        except msgspec.DecodeError as error:
            raise OtherRun(self.folder, differs=NAME) from error
        wanted = msgspec.json.decode(msgspec.json.encode(self._head), type=RunHead)
        for name in RunHead.__struct_fields__:
            if getattr(found, name) != getattr(wanted, name):
                raise OtherRun(self.folder, differs=name)

    def sound(self, step: str, no: int, *, only: str = "") -> bool:
        """Whether a part is done and its files, those whose names begin with `only`, are as they were."""
        part = self.done.get((step, no))
        return part is not None and is_sound(self.folder, part, only=only)

    def add(self, part: PartDone, made: Mapping[str, bytes]) -> None:
        """That a part is done, after its files. Raises CannotWrite."""
        for name, data in made.items():
            write_whole(self.folder / name, data)
        part = msgspec.structs.replace(
            part, files={name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
        )
        try:
            with self._path.open("ab") as file:
                file.write(msgspec.json.encode(part) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CannotWrite(self._path, reason=cause(error)) from error
        self.done[part.step, part.no] = part

    def of(self, step: str) -> tuple[PartDone, ...]:
        """The parts of a step that are done, in their order."""
        return tuple(self.done[key] for key in sorted(self.done) if key[0] == step)

    def clear(self, step: str, *, only: str = "") -> None:
        """Take away files that nobody needs any more; the lines stay."""
        for part in self.of(step):
            for name in part.files:
                if name.startswith(only):
                    (self.folder / name).unlink(missing_ok=True)


def read_manifest(path: Path) -> tuple[RunHead, tuple[PartDone, ...]]:
    """What a run is of, and its parts that are done, each as it was done last. Raises OSError, and
    msgspec.DecodeError for what is no manifest."""
    head, *lines = path.read_bytes().splitlines() or [b""]
    found = msgspec.json.decode(head, type=RunHead)
    return found, tuple({(part.step, part.no): part for part in _parts(lines)}.values())


def _parts(lines: Iterable[bytes]) -> Iterator[PartDone]:
    decode = msgspec.json.Decoder(PartDone).decode
    for line in lines:
        with suppress(msgspec.DecodeError):
            yield decode(line)


def is_sound(folder: Path, part: PartDone, *, only: str = "") -> bool:
    """Whether the files of a part, those whose names begin with `only`, are as they were."""
    return all(
        _digest(folder / name) == digest for name, digest in part.files.items() if name.startswith(only)
    )


def summed_up(parts: Iterable[PartDone]) -> RowBalance:
    """The balances of all parts together."""
    each = [part.balance for part in parts]
    return RowBalance(*(sum(getattr(one, name) for one in each) for name in RowBalance.__dataclass_fields__))


@cache
def program() -> str:
    """What computes: a hash of this program's own files."""
    told = hashlib.sha256()
    root = Path(str(files("drafter")))
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml"):
            told.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]


def _digest(path: Path) -> str:
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return ""
