"""The reviewers' page: what one agency is shown."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.jobs.board import Board
from drafter.jobs.reviewing import Heard, HeardComment, HeardFile
from drafter.model import Draft, Scope
from drafter.wording.letters import outcome_words, reply_words
from drafter.wording.names import draft_name, place

from ..reviewers import Reviewer

_SHOWN = 70  # characters of a clause in the list from which one is chosen


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment of the agency: its words, its places in words, and what became of it in words; `stand`: what
    the agency says of that."""

    no: int | None
    text: str
    proposal: str
    places: str
    scope: Scope
    movable: bool
    clause: str
    disposition: str
    outcome: str
    reply: str
    stand: str


@dataclass(frozen=True, slots=True)
class FileLines:
    """A file with its comments; `path` "" where others speak in it too. `came`: the agency sent it here and
    may take it back, `written`: it wrote it here."""

    path: str
    comments: tuple[CommentLine, ...]
    frame: tuple[tuple[str, str], ...]
    came: bool
    written: bool
    agrees: bool

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class SubmitPage:
    """All that stands on the page of one agency. `clauses`: (id, words) of the draft to comment on."""

    agency: str
    draft: Draft | None
    draft_name: str
    clauses: tuple[tuple[str, str], ...]
    files: tuple[FileLines, ...]
    settled: bool
    count: int


def submit_page(board: Board, known: Heard, reviewer: Reviewer, lang: str) -> SubmitPage:
    """What `reviewer` may see."""
    draft = board.rounds.newest if board.rounds.drafts else None
    files = tuple(_file(each, reviewer, lang) for each in known.files)
    return SubmitPage(
        reviewer.agency,
        draft,
        "" if draft is None else draft_name(draft, lang),
        () if draft is None else clause_choices(draft),
        files,
        known.settled,
        sum(len(each.comments) for each in files),
    )


def clause_choices(draft: Draft) -> tuple[tuple[str, str], ...]:
    """(id, place and first words) of each clause."""
    return tuple((clause.id, _choice(draft, clause.id)) for clause in draft.clauses if clause.text.strip())


def _choice(draft: Draft, id: str) -> str:
    text = " ".join(draft.by_id[id].text.split())
    return f"{place([id], draft)} – {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}"


def _file(file: HeardFile, reviewer: Reviewer, lang: str) -> FileLines:
    path = f"comments/{file.path}" if file.path else ""
    frame = tuple((piece.kind.value, piece.text) for piece in file.frame)
    comments = tuple(_line(each, lang) for each in file.comments)
    agrees = all(letter.stance == "agreement" for letter in file.letters)
    came = path in reviewer.paths
    return FileLines(path, comments, frame, came, bool(path and reviewer.written(path)), agrees)


def _line(known: HeardComment, lang: str) -> CommentLine:
    comment, draft, outcome = known.comment, known.draft, known.outcome
    ids = [id for id in known.clauses if draft is not None and id in draft.by_id]
    return CommentLine(
        comment.no,
        comment.text,
        comment.proposal if comment.proposal not in comment.text else "",
        place(ids, draft) if draft is not None and ids else "",
        known.scope,
        known.movable,
        ids[0] if ids else "",
        "" if outcome is None else outcome.answered.disposition.value,
        "" if outcome is None else outcome_words(outcome.answered, lang),
        "" if outcome is None else reply_words(outcome.answered, outcome.newest, lang),
        "" if outcome is None or outcome.stand is None else outcome.stand.value,
    )
