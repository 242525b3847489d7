"""Reviewing: what one agency may know of a workspace: its own comments, and what became of them once that was
settled. Nothing of another agency, nothing that stays in the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..errors import NotFound, UnknownClause, UnknownComment
from ..language.identities import identities
from ..language.normal import unaccented
from ..language.senders import proper
from ..model import (
    AnsweredComment,
    Channel,
    Comment,
    Decision,
    Draft,
    FramePiece,
    Letter,
    Scope,
    Stand,
    Via,
    form_key,
)
from ..model.form_keys import WHOLE
from ..workspace import Workspace
from .board import Board
from .decisions import DecideOptions, decide
from .deeds import DeedsDone
from .drafts import OneDraft
from .form import form

_STEM = 40  # letters of the agency in the name of a file
_OWN = (Channel.LETTER, Channel.COPY)


@dataclass(frozen=True, slots=True)
class CommentOutcome:
    """What became of one comment, as the reply to the agency has it; `stand`: what the agency says of it."""

    answered: AnsweredComment
    newest: int | None
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class HeardComment:
    """One comment of the agency: its words, the clauses of its draft that it was linked to; `movable`: nobody
    has decided it yet, and the agency may say that it is about another clause. `outcome`: None until all of
    the agency's comments are settled."""

    comment: Comment
    draft: Draft | None
    clauses: tuple[str, ...]
    scope: Scope
    movable: bool
    outcome: CommentOutcome | None


@dataclass(frozen=True, slots=True)
class HeardFile:
    """A file with comments of the agency. `own`: nobody else speaks in it: only then are its `path` and its
    `frame` told."""

    path: str
    own: bool
    letters: tuple[Letter, ...]
    comments: tuple[HeardComment, ...]
    frame: tuple[FramePiece, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """All that an agency may know. `settled`: its reply may go out, with every outcome in it."""

    agency: str
    files: tuple[HeardFile, ...]
    settled: bool

    @property
    def comments(self) -> tuple[HeardComment, ...]:
        return tuple(each for file in self.files for each in file.comments)


def heard(board: Board, agency: str) -> Heard:
    """What was understood of `agency` alone, and what became of it."""
    same = _same(board, agency)
    outcomes = _outcomes(board, same)
    by_path: dict[str, list[Letter]] = {}
    for letter in board.read.letters:
        if letter.agency in same:
            by_path.setdefault(letter.path, []).append(letter)
    speakers: dict[str, set[str]] = {}
    for letter in board.read.letters:
        speakers.setdefault(letter.path, set()).add(letter.agency)
    files = []
    for path, letters in by_path.items():
        own = speakers[path] <= same and all(letter.channel in _OWN for letter in letters)
        comments = [
            _heard(board, comment, outcomes, agency) for letter in letters for comment in letter.comments
        ]
        frame = tuple(piece for letter in letters for piece in letter.frame) if own else ()
        files.append(HeardFile(path if own else "", own, tuple(letters), tuple(comments), frame))
    return Heard(agency, tuple(files), bool(outcomes))


def _same(board: Board, agency: str) -> frozenset[str]:
    """The names under which the agency speaks in the letters."""
    names = {letter.agency for letter in board.read.letters}
    home = (board.rounds.newest.issuer or "") if board.rounds.drafts else ""
    asked = (each.name for each in board.workspace.settings.asked)
    keys = identities((*names, *asked, agency), home)
    return frozenset(name for name in names if keys[name] == keys[agency])


def _heard(
    board: Board, comment: Comment, outcomes: Mapping[str, CommentOutcome], agency: str
) -> HeardComment:
    link, decision = board.links.get(comment.id), board.decision(comment)
    clauses = () if link is None else tuple(each.id for each in link.clauses if each.addressed)
    scope = Scope.NONE if link is None else link.scope
    return HeardComment(
        comment,
        board.rounds.draft(comment.draft),
        clauses if scope is Scope.CLAUSES else (),
        scope,
        comment.no is not None and _is_untouched(decision, agency),
        outcomes.get(comment.key),
    )


def _is_untouched(decision: Decision, agency: str) -> bool:
    """Whether nobody in the house has said anything of it."""
    return not decision.version or (not decision.decided and decision.decided_by == agency)


def _outcomes(board: Board, same: frozenset[str]) -> Mapping[str, CommentOutcome]:
    """By comment key, from the reply to the agency; none while a comment in it is not settled."""
    from ..analyses.replies import Settlement, replies

    if board.table is None:
        return {}
    settings = board.workspace.settings
    deeds = DeedsDone(board.workspace, board.read, board.decisions)
    settlement = Settlement(board.decisions, deeds.all(), deeds.watched(), approval=settings.approval)
    made = replies(
        board.read, board.table, board.links, board.rounds, settlement,
        asked=settings.asked, office=settings.office,
    )  # fmt: skip
    keys = {c.key for letter in board.read.letters if letter.agency in same for c in letter.comments}
    found: dict[str, CommentOutcome] = {}
    for letter in made:
        if not letter.settled or not all(each.key in keys for each in letter.comments):
            continue
        for each in letter.comments:
            decision = board.decisions.get(each.key)
            found[each.key] = CommentOutcome(
                each, letter.newest, None if decision is None else decision.stand
            )
    return found


# --- what the agency does ------------------------------------------------------------------


def say_stand(workspace: Workspace, board: Board, agency: str, no: int, stand: Stand) -> None:
    """Record whether the agency is satisfied with the outcome of its comment `no`. Raises UnknownComment for
    one that is not its own, or that has no outcome yet; Stale."""
    own = _own(board, agency, no)
    if own.outcome is None:
        raise UnknownComment(str(no), known="–")
    decide(workspace, DecideOptions((no,), stand=stand, via=Via.PAGE), agency, board)


def say_clause(workspace: Workspace, board: Board, agency: str, no: int, clause: str) -> None:
    """Record which clause the agency's comment `no` is about. Raises UnknownComment for one that is not its
    own or that the office has looked at; UnknownClause; Stale."""
    own = _own(board, agency, no)
    if not own.movable or own.draft is None:
        raise UnknownComment(str(no), known="–")
    if clause not in own.draft.by_id:
        raise UnknownClause(clause, known="–")
    seen = ((no, board.decision(own.comment).version),)
    options = DecideOptions((no,), clauses=(clause,), versions=seen, via=Via.PAGE)
    decide(workspace, options, agency, board)


def _own(board: Board, agency: str, no: int) -> HeardComment:
    own = {each.comment.no: each for each in heard(board, agency).comments}
    if no not in own:
        raise UnknownComment(str(no), known="–")
    return own[no]


def written_form(workspace: Workspace, agency: str, items: Iterable[Sequence[str]], lang: str) -> bytes:
    """A file in the layout of the form of the newest draft with what was written in a page: `items` are
    (clause id, "" for the whole; words; reason). Raises UnknownClause, EmptyFolder."""
    from ..writers.forms.written import WrittenRow, written_xlsx

    made = form(workspace, OneDraft())
    rows = {row.key.clause: row for row in made.rows}
    draft = workspace.rounds.newest
    found = []
    for clause, words, reason in items:
        key = form_key(draft.number, draft.sha256, clause or WHOLE).clause
        if key not in rows:
            raise UnknownClause(clause, known="–")
        found.append(WrittenRow(rows[key], words, reason))
    return written_xlsx(made.draft, agency, found, lang)


def agency_stem(agency: str, day: date) -> str:
    """How files of an agency are called: `"so-tai-chinh-2021-03-05"`."""
    plain = re.sub(r"[^a-z0-9]+", "-", unaccented(proper(agency)).lower()).strip("-")
    return f"{plain[:_STEM].strip('-') or 'co-quan'}-{day.isoformat()}"


def newest_file(workspace: Workspace) -> tuple[str, bytes]:
    """The draft to comment on: the name of its file, and the file. Raises EmptyFolder, NotFound."""
    path = workspace.rounds.newest.path
    try:
        return path.rpartition("/")[2], (workspace.root / path).read_bytes()
    except OSError as error:
        raise NotFound(path.rpartition("/")[2]) from error
