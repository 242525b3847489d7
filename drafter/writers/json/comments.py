"""`drafter comments --json`: what each agency said, and the files that could not be used."""

from __future__ import annotations

import datetime

from msgspec import UNSET, UnsetType

from drafter.model import (
    Ask,
    Comment,
    Correspondence,
    FrameKind,
    FramePiece,
    IsoType,
    Letter,
    Op,
    Position,
    Problem,
    Stance,
    Topic,
    WordsRole,
)
from drafter.wording.errors import fault
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import NoticeJson, notice


class PositionJson(JsonObject, frozen=True, kw_only=True):
    """Where in its file a comment stands: paragraph, row or line (from 1; 0: header of the page), offsets
    in it, sheet if any."""

    paragraph: int | UnsetType = UNSET
    row: int | UnsetType = UNSET
    line: int | UnsetType = UNSET
    sheet: str | UnsetType = UNSET
    start: int
    end: int


class ReferenceJson(JsonObject, frozen=True):
    """A cited place as printed, the clause it names, whether the draft has one, another act that it is of."""

    text: str
    id: str | None
    exists: bool | None
    act: str | None


class SuggestionJson(JsonObject, frozen=True):
    """What to do, and with which words: for add, `old` is the words after which."""

    op: Op | None
    old: str | None
    new: str | None


class AskJson(JsonObject, frozen=True):
    """One thing asked for; `op` null: a fault is found and no operation named, or the comment is against
    a change. `role` is that of the old words, else of the new ones; `place`, `agency`, `figure`, `deadline`
    as printed."""

    op: Op | None
    old: str | None
    new: str | None
    place: str | None
    agency: str | None
    figure: str | None
    deadline: str | None
    role: WordsRole | None


class CommentJson(JsonObject, frozen=True):
    """One thing of one agency that can be answered alone.

    `id` is its place in a file; `key` stays when that file is renamed or sent again; `no` is its number for
    good, once decisions are kept. `agency` says it; `date` is that of the letter; `draft` is the path of the
    draft it is about; `path` the letter's, relative to comments/; `position` where it stands there. `text` is
    what it says, as printed; `quote` are words of the draft in it; `references` the places that it cites.
    `topics` are what it is about; `stance` is what it wants. `asks` are all that it asks for; `suggestion` is
    the first of them. `reason` is the agency's own; `cited` what a neighbouring cell or line says of where;
    `proposal` the wording in a cell beside it. `review`: a person must look whether it is a comment, or what
    became of a change that it is against; `resolved`: marked as done in the file; `struck`: words struck
    through in it, left out of what it says; `iso_type`: general, technical or editorial,
    where its form sorts it so.
    """

    id: str
    key: str
    no: int | None
    agency: str
    date: datetime.date | None
    draft: str | None
    path: str
    position: PositionJson
    text: str
    quote: tuple[str, ...]
    references: tuple[ReferenceJson, ...]
    topics: tuple[Topic, ...]
    stance: Stance
    suggestion: SuggestionJson
    asks: tuple[AskJson, ...]
    reason: str
    cited: str
    proposal: str
    review: bool
    resolved: bool
    struck: tuple[str, ...]
    iso_type: IsoType | None


class AgencyJson(JsonObject, frozen=True):
    """An agency's letter: its file, number and date, what it wants, how many comments it holds."""

    name: str
    path: str
    letter: str | None
    date: datetime.date | None
    stance: Stance
    comments: int


class ProblemJson(JsonObject, frozen=True):
    """A file that could not be used, and why."""

    path: str
    code: str
    message: str


class FramePieceJson(JsonObject, frozen=True):
    """Words of a file that are in no comment, and what they are."""

    path: str
    position: PositionJson
    kind: FrameKind
    text: str


class WordCountJson(JsonObject, frozen=True):
    """Words of all files that were understood: `closes` where each is in exactly one comment or piece."""

    read: int
    in_comments: int
    rest: int
    closes: bool


class CommentsDocument(JsonObject, frozen=True):
    """The comments of all files, in the order of the files, and what stands around them; each file gave a
    letter or a problem."""

    comments: tuple[CommentJson, ...]
    agencies: tuple[AgencyJson, ...]
    problems: tuple[ProblemJson, ...]
    rest: tuple[FramePieceJson, ...]
    words: WordCountJson
    notices: tuple[NoticeJson, ...]


def comments(read: Correspondence, lang: str) -> CommentsDocument:
    return CommentsDocument(
        comments=tuple(map(comment, read.comments)),
        agencies=tuple(map(_agency, read.letters)),
        problems=tuple(_problem(problem, lang) for problem in read.problems),
        rest=tuple(map(_piece, read.rest)),
        words=like(WordCountJson, read.words),
        notices=tuple(notice(odd, lang) for odd in read.notices),
    )


def comment(said: Comment) -> CommentJson:
    position, suggestion = _position(said.position), _suggestion(said.operation)
    review = said.review or said.contrary
    return like(CommentJson, said, position=position, suggestion=suggestion, review=review)


def _piece(piece: FramePiece) -> FramePieceJson:
    return like(FramePieceJson, piece, position=_position(piece.position))


def _position(position: Position) -> PositionJson:
    return PositionJson(
        paragraph=UNSET if position.paragraph is None else position.paragraph,
        row=UNSET if position.row is None else position.row,
        line=UNSET if position.line is None else position.line,
        sheet=UNSET if position.sheet is None else position.sheet,
        start=position.start,
        end=position.end,
    )


def _suggestion(first: Ask | None) -> SuggestionJson:
    if first is None:
        return SuggestionJson(op=None, old=None, new=None)
    return like(SuggestionJson, first)


def _agency(letter: Letter) -> AgencyJson:
    return like(AgencyJson, letter, name=letter.agency, letter=letter.number, comments=len(letter.comments))


def _problem(problem: Problem, lang: str) -> ProblemJson:
    return like(ProblemJson, problem, message=fault(problem.code, problem.facts, lang))
