"""How the workbench is served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What an upload may be at most: bytes of one file, bytes of a request, files in it, seconds and bytes
    of memory that understanding one file may take."""

    file: int = 50 * MEGABYTE
    request: int = 200 * MEGABYTE
    files: int = 100
    seconds: float = 30.0
    memory: int = 1024 * MEGABYTE


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """The workspace at `root`, served at `host` and `port` (0: any that is free).

    `name`: of the person at this computer, under which decisions are recorded while nobody logs in. `lang`:
    in place of the workspace's language. `read_only`: nothing is changed from the page. `users`: the file of
    names, roles and passwords; None: one person, let in by the address that is opened.
    """

    root: Path
    host: str = "127.0.0.1"
    port: int = 0
    name: str = ""
    lang: str | None = None
    read_only: bool = False
    users: Path | None = None
    limits: Limits = Limits()

    @property
    def is_local(self) -> bool:
        """Whether no other computer can reach it."""
        return self.host in LOOPBACK
