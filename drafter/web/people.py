"""People: who may come in on a department's server, with which access; passwords as Argon2 keeps them.

The file has a line for each person: name, access, what Argon2 made of the password, between tabs.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock, Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from drafter.errors import BadUsers, CannotRead, cause
from drafter.record import write_whole

from .sessions import Access

_HASHER = PasswordHasher()  # its defaults are those of RFC 9106 for little memory
_HASHING = Semaphore(2)  # passwords at one time: each takes 64 megabytes
LEAST = 10  # characters of a password
_FREE = 5  # wrong passwords before one has to wait
_FREE_ANYWHERE = 50  # the same for a name, wherever they were tried
ANYWHERE = "anywhere "  # what stands before a name that is counted wherever it was tried
_LONGEST = 15 * 60.0  # seconds to wait at most
_REMEMBERED = 10_000  # names and addresses of which failures are counted


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may come in. `secret` is what Argon2 made of the password."""

    name: str
    access: Access
    secret: str


def read_people(path: Path) -> Mapping[str, Person]:
    """The people of a file, by name. Raises CannotRead; BadUsers, naming the line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(path, reason=cause(error) if isinstance(error, OSError) else "UTF-8") from error
    found: dict[str, Person] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        person = _person(line)
        if person is None or person.name in found:
            raise BadUsers(path, line=number)
        found[person.name] = person
    return found


def _person(line: str) -> Person | None:
    match line.split("\t"):
        case [name, access, secret] if name.strip() and access.upper() in Access.__members__:
            with suppress(InvalidHashError):
                _HASHER.check_needs_rehash(secret)
                return Person(name.strip(), Access[access.upper()], secret)
    return None


def with_person(
    people: Mapping[str, Person], name: str, access: Access, password: str
) -> Mapping[str, Person]:
    """`people` with one more, or with another password and access for one who is there."""
    return {**people, name: Person(name, access, _HASHER.hash(password))}


def write_people(path: Path, people: Mapping[str, Person]) -> None:
    """Write the file, which nobody else on this computer may read. Raises CannotWrite."""
    lines = [f"{each.name}\t{each.access.name.lower()}\t{each.secret}\n" for each in people.values()]
    write_whole(path, "".join(lines).encode())
    with suppress(OSError):
        os.chmod(path, 0o600)  # noqa: PTH101 (Path.chmod follows links on no other way)


def recognised(people: Mapping[str, Person], name: str, password: str) -> Person | None:
    """The person whose password this is; it takes as long where there is no such person."""
    person = people.get(name)
    try:
        with _HASHING:
            _HASHER.verify(_nobody() if person is None else person.secret, password)
    except (VerificationError, InvalidHashError):
        return None
    return person


@cache
def _nobody() -> str:
    return _HASHER.hash(os.urandom(16))


class Attempts:
    """Wrong passwords by name and by the computer they came from; each further one costs a longer wait.
    A name for itself bears more of them: else anybody could keep its owner out."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def wait(self, *sources: str) -> float:
        """Seconds until another try counts; 0 where one may try now."""
        with self._lock:
            now = self._clock()
            return max((self._failed.get(each, (0, 0.0))[1] - now for each in sources), default=0.0)

    def failed(self, *sources: str) -> None:
        with self._lock:
            now = self._clock()
            for each in sources:
                count = self._failed.pop(each, (0, 0.0))[0] + 1
                over = count - (_FREE_ANYWHERE if each.startswith(ANYWHERE) else _FREE)
                wait = 0.0 if over < 0 else min(_LONGEST, 2.0 ** min(over + 1, 30))
                self._failed[each] = count, now + wait
            while len(self._failed) > _REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def passed(self, *sources: str) -> None:
        with self._lock:
            for each in sources:
                self._failed.pop(each, None)
