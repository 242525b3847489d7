"""Sessions: who is at the page, let in by a token that serves once or by a password."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from threading import Lock

_MOST = 1_000  # sessions kept; the one longest unused goes first
_LASTS = 12 * 3600.0  # seconds without a visit: a working day
_TOKEN_LASTS = 15 * 60.0  # seconds in which an address that lets in can be opened


class Access(IntEnum):
    """What a person may do; each may do what those before may."""

    VIEWER = 1  # look
    DRAFTER = 2  # decide, upload
    APPROVER = 3  # approve


@dataclass(frozen=True, slots=True)
class Session:
    """A person at the page. `csrf` stands in every form that changes something; `secret` is what was kept of
    the password by which the person came, "" for a token."""

    id: str
    name: str
    access: Access
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret: str = field(default="", repr=False)


class Sessions:
    """Sessions by the secret in the browser's cookie; none outlives the server. Threads may ask at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[Session, float]] = OrderedDict()
        self._tokens: dict[str, float] = {}
        self._lock = Lock()

    def token(self) -> str:
        """A new token; whoever shows it first is let in, once and within a quarter of an hour."""
        made = secrets.token_urlsafe(32)
        with self._lock:
            now = self._clock()
            self._tokens = {each: until for each, until in self._tokens.items() if until > now}
            self._tokens[made] = now + _TOKEN_LASTS
        return made

    def takes(self, token: str) -> bool:
        """Whether the token lets in; it does so once."""
        with self._lock:
            return self._tokens.pop(token, 0.0) > self._clock()

    def begin(self, name: str, access: Access, secret: str = "") -> Session:
        """A new session with a secret of its own, whatever cookie the browser sent."""
        made = Session(secrets.token_urlsafe(32), name, access, secret=secret)
        with self._lock:
            self._kept[made.id] = made, self._clock() + _LASTS
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made

    def find(self, id: str | None) -> Session | None:
        """The session of a cookie, which lasts on; None for one that is unknown or has ended."""
        if id is None:
            return None
        with self._lock:
            found = self._kept.pop(id, None)
            if found is None or found[1] < self._clock():
                return None
            self._kept[id] = found[0], self._clock() + _LASTS
            return found[0]

    def lasting(self, id: str) -> Session | None:
        """The session of a cookie, which lasts no longer for that: a page that is open is no visit."""
        with self._lock:
            found = self._kept.get(id)
            return None if found is None or found[1] < self._clock() else found[0]

    def end(self, id: str) -> None:
        with self._lock:
            self._kept.pop(id, None)

    def end_of(self, name: str) -> None:
        """End all sessions of a person, who may have another access or none now."""
        with self._lock:
            for id in [id for id, (session, _) in self._kept.items() if session.name == name]:
                del self._kept[id]
