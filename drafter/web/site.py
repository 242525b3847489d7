"""The site: one workspace as it is served, with all that outlives a visit."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from drafter.errors import DrafterError
from drafter.intake import listing
from drafter.jobs.board import Board, board, renewed
from drafter.settings import FILE_NAME
from drafter.workspace import Stages, Workspace
from drafter.workspace.asked import list_path

from .arrivals import Arrivals
from .audit import Audit
from .options import ServeOptions
from .people import Attempts, Person, read_people
from .prints import Prints
from .reviewers import Pace, Reviewers
from .sessions import Session, Sessions
from .shelf import Shelf
from .uploads import Uploads

Stamp = tuple[Hashable, Hashable]  # of the decisions, of the files


class Site:
    """What visits share: the stages, so that no file is read twice; the board and what was made of it; the
    sessions; what was printed, what was sent. `today`: which day it is."""

    def __init__(self, options: ServeOptions) -> None:
        self.options = options
        self.root = options.root
        self.stages = Stages()
        self.sessions = Sessions()
        self.attempts = Attempts()
        kept = None if options.read_only else options.root / ".drafter" / "audit.jsonl"
        self.audit = Audit(kept, shared=options.users is not None)
        if (
            options.users is not None and not options.read_only
        ):  # a department keeps who looked at what from the first visit on
            with suppress(OSError):
                (options.root / ".drafter").mkdir(exist_ok=True)
        self._people: tuple[tuple[int, ...], Mapping[str, Person]] | None = None
        self.shelf = Shelf()
        self.prints = Prints()
        self.uploads = Uploads(options.root / ".drafter" / "uploads")
        self.today: Callable[[], date] = _today
        self._lock = Lock()
        self.arrivals = Arrivals(options.root, options.limits, self._lock)
        if not options.read_only:
            self.arrivals.sweep()
        self.reviewers = Reviewers(options.root)
        self.sends, self.guesses = Pace(60, 600.0), Pace(30, 60.0)  # of reviewers, of whoever has no token
        self._board: tuple[Stamp, Board, tuple[DrafterError, ...]] | None = None

    def people(self) -> Mapping[str, Person] | None:
        """Who may come in, as the file has it now; None where nobody logs in. Raises what reading it
        raises."""
        path = self.options.users
        if path is None:
            return None
        status = _status(path)
        if self._people is None or self._people[0] != status:
            self._people = status, read_people(path)
        return self._people[1]

    def session(self, id: str | None) -> Session | None:
        """The session of a cookie, while its person may still come in with the same password and access."""
        return self._admitted(self.sessions.find(id))

    def lasts(self, session: Session) -> bool:
        """Whether a session has not ended since."""
        return self._admitted(self.sessions.lasting(session.id)) is not None

    def _admitted(self, found: Session | None) -> Session | None:
        people = self.people()
        if found is None or people is None:
            return found
        person = people.get(found.name)
        if person is not None and (person.access, person.secret) == (found.access, found.secret):
            return found
        self.sessions.end(found.id)
        return None

    def workspace(self, failures: list[DrafterError] | None = None) -> Workspace:
        """The workspace as it is now; each failure that stops one file goes to `failures`."""
        told: list[DrafterError] = [] if failures is None else failures
        reading = self.options.read_only
        return Workspace(self.root, report=told.append, stages=self.stages, reading=reading)

    def board(self) -> tuple[Board, tuple[DrafterError, ...]]:
        """Everything as it stands now, and what could not be used; put together anew where a file or a
        decision changed."""
        with self._lock:
            stamp = self.stamp()
            if self._board is not None and self._board[0] == stamp:
                return self._board[1:]
            if self._board is not None and self._board[0][1] == stamp[1]:
                self._board = stamp, renewed(self._board[1]), self._board[2]
                return self._board[1:]
            failures: list[DrafterError] = []
            made = board(self.workspace(failures))
            # What the board itself did, as numbering new comments, is no change to it.
            self._board = self.stamp(made.workspace), made, tuple(failures)
            return self._board[1:]

    def stamp(self, workspace: Workspace | None = None) -> Stamp:
        """What changes whenever a decision, or a file of the workspace, does."""
        known = workspace or (self._board[1].workspace if self._board else self.workspace())
        try:
            store = known.store()
            revision: Hashable = None if store is None else store.revision()
        except DrafterError as error:
            revision = (error.code, str(error))
        return revision, tuple(self._files(known))

    def _files(self, known: Workspace) -> Iterator[Hashable]:
        paths = [self.root / FILE_NAME, *_list_of_agencies(known)]
        for name in ("drafts", "comments"):
            paths.extend(listing(self.root / name, litter=True).files)
        for path in paths:
            yield path, _status(path)


def _list_of_agencies(workspace: Workspace) -> Iterator[Path]:
    """The list that drafter.toml names, which no folder of the workspace has to hold."""
    with suppress(DrafterError):
        if workspace.settings.asked_list is not None:
            yield list_path(workspace.root, workspace.settings)


def _status(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _today() -> date:
    return datetime.now().astimezone().date()
