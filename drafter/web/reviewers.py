"""Reviewers: for each agency an address by which it sends and sees its own comments, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from threading import RLock

import msgspec

from drafter.errors import CannotRead, cause
from drafter.record import write_whole
from drafter.workspace import now

_FILE = Path(".drafter") / "reviewers.json"
GRACE = 5  # days after the due date in which something may still be sent
OUTCOME = 90  # days after it in which an outcome may be seen
_OPEN = 30  # days in which something may be sent where no due date was given
_REMEMBERED = 10_000  # sources whose requests are counted


class Reviewer(msgspec.Struct, frozen=True):
    """What an agency was given. `secret` is the SHA-256 of its token, which nobody keeps: it is 256 bits of
    chance, so that a slow hash would protect it no better. `closes`: the last day on which it may send
    something, `expires` the last on which it may come. `files`: what came by it, as paths in the workspace,
    each with the rows that were written in the page, () for a file that was sent."""

    id: str
    agency: str
    secret: str
    made_by: str
    made_at: str
    closes: date
    expires: date
    revoked_at: str = ""
    files: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = ()
    due: date | None = None

    def may_come(self, today: date) -> bool:
        return not self.revoked_at and today <= self.expires

    def may_send(self, today: date) -> bool:
        return self.may_come(today) and today <= self.closes

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(path for path, _ in self.files)

    def written(self, path: str) -> tuple[tuple[str, str, str], ...]:
        """(clause, words, reason) of each row that was written in the page; () for a file that was sent."""
        return next((rows for known, rows in self.files if known == path), ())


class _Register(msgspec.Struct, frozen=True):
    key: str
    reviewers: tuple[Reviewer, ...] = ()


class Reviewers:
    """The reviewers of the workspace at `root`. Threads may ask at once; what changes is on the disk when a
    method returns. Each raises CannotRead or CannotWrite where the file cannot be used."""

    def __init__(self, root: Path) -> None:
        self._path = root / _FILE
        self._lock = RLock()

    def all(self) -> tuple[Reviewer, ...]:
        return self._read().reviewers

    def make(self, agency: str, due: date | None, by: str, today: date) -> str:
        """A new token for an agency; the one before it serves no more. `due`: until when it is to answer."""
        token = secrets.token_urlsafe(32)
        closes = today + timedelta(_OPEN) if due is None else max(due, today) + timedelta(GRACE)
        made = Reviewer(
            secrets.token_hex(6), agency, _digest(token), by, now(), closes, closes + timedelta(OUTCOME)
        )
        with self._lock:
            kept = self._read()
            before = [each for each in kept.reviewers if each.agency == agency]
            files = tuple(file for each in before for file in each.files)
            others = [_revoked(each) if each.agency == agency else each for each in kept.reviewers]
            self._write(_Register(kept.key, (*others, msgspec.structs.replace(made, files=files, due=due))))
        return token

    def revoke(self, id: str) -> None:
        """The token of this id serves no more."""
        with self._lock:
            kept = self._read()
            changed = tuple(_revoked(each) if each.id == id else each for each in kept.reviewers)
            self._write(_Register(kept.key, changed))

    def find(self, token: str, today: date) -> Reviewer | None:
        """Whose token it is; None for one that is unknown, revoked or expired."""
        wanted = _digest(token)
        found = [each for each in self._read().reviewers if hmac.compare_digest(each.secret, wanted)]
        return found[0] if found and found[0].may_come(today) else None

    def form_secret(self, reviewer: Reviewer) -> str:
        """What stands in every form of this reviewer's page and in no other."""
        key = self._read().key.encode()
        return hmac.new(key, reviewer.secret.encode(), hashlib.sha256).hexdigest()

    def came(self, id: str, path: str, rows: Iterable[tuple[str, str, str]] = ()) -> None:
        """A file came by the reviewer of this id."""
        self._files(id, lambda files: (*files, (path, tuple(rows))))

    def went(self, id: str, path: str) -> None:
        """A file of the reviewer was taken back."""
        self._files(id, lambda files: tuple(each for each in files if each[0] != path))

    def _files(
        self, id: str, change: Callable[[tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]], object]
    ) -> None:
        with self._lock:
            kept = self._read()
            made = tuple(
                msgspec.structs.replace(each, files=change(each.files)) if each.id == id else each
                for each in kept.reviewers
            )
            self._write(_Register(kept.key, made))

    def _read(self) -> _Register:
        with self._lock:
            try:
                return msgspec.json.decode(self._path.read_bytes(), type=_Register)
            except (FileNotFoundError, NotADirectoryError):
                return _Register(secrets.token_hex(32))
            except OSError as error:
                raise CannotRead(self._path.name, reason=cause(error)) from error
            except msgspec.DecodeError as error:
                raise CannotRead(self._path.name, reason=str(error)) from error

    def _write(self, kept: _Register) -> None:
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._path, msgspec.json.format(msgspec.json.encode(kept), indent=1))
        with suppress(OSError):
            os.chmod(self._path, 0o600)  # noqa: PTH101 (Path.chmod follows links on no other way)


def _revoked(reviewer: Reviewer) -> Reviewer:
    if reviewer.revoked_at:
        return reviewer
    return msgspec.structs.replace(reviewer, revoked_at=now())


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class Pace:
    """How often somebody may ask: `most` times in `seconds`."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = RLock()

    def allows(self, source: str) -> bool:
        """Whether `source` may ask once more; that is counted."""
        with self._lock:
            now_ = self._clock()
            asked = self._asked.pop(source, deque())
            while asked and asked[0] <= now_ - self._seconds:
                asked.popleft()
            allowed = len(asked) < self._most
            if allowed:
                asked.append(now_)
            self._asked[source] = asked
            while len(self._asked) > _REMEMBERED:
                self._asked.popitem(last=False)
            return allowed
