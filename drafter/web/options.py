"""How the workbench is served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What an upload may be at most: bytes of one file, bytes of a request, files in it, seconds and bytes
    of memory that understanding one file may take; seconds in which nothing more of a request comes."""

    file: int = 50 * MEGABYTE
    request: int = 200 * MEGABYTE
    files: int = 100
    seconds: float = 30.0
    memory: int = 1024 * MEGABYTE
    pause: float = 30.0


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """The workspace at `root`, served at `host` and `port` (0: any that is free).

    `name`: of the person at this computer, under which decisions are recorded while nobody logs in. `lang`:
    in place of the workspace's language. `read_only`: nothing in the folder is written. `users`: the file of
    people; None: one person, let in by the address that is opened. `address`: by which people
    reach it where that is another one than host and port: "https://drafter.tinh.example". `certificate` and
    `key`: files by which it speaks TLS itself.
    """

    root: Path
    host: str = "127.0.0.1"
    port: int = 0
    name: str = ""
    lang: str | None = None
    read_only: bool = False
    users: Path | None = None
    address: str = ""
    certificate: Path | None = None
    key: Path | None = None
    limits: Limits = Limits()

    @property
    def base(self) -> str:
        """Scheme, name and port as people type them."""
        if self.address:
            return self.address.rstrip("/")
        scheme = "http" if self.certificate is None else "https"
        return f"{scheme}://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie. A browser tells servers of one computer apart by nothing else: cookies know
        no ports (RFC 6265, 8.5)."""
        return f"drafter-{self.port}"

    @property
    def is_secure(self) -> bool:
        """Whether what goes over the wire is encrypted, by us or by what stands before us."""
        return self.base.startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether no other computer can reach it."""
        return self.host in LOOPBACK
