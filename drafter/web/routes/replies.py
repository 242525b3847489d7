"""Replies and reminders: which letters there are, each as it will be printed, one or all as files, sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError, UnknownAgency
from drafter.jobs import letter_files
from drafter.jobs.board import Board
from drafter.jobs.filters import named_agencies
from drafter.jobs.letter_files import LetterFile
from drafter.jobs.remind import ReminderLetters, RemindOptions, reminder_files, reminder_letters
from drafter.jobs.reply import ReplyLetters, reply_files, reply_letters
from drafter.jobs.snapshots import snapshots
from drafter.model import Author, SnapshotKind, Via
from drafter.opc import packed
from drafter.wording.messages import say
from drafter.workspace import now

from ..days import named_day, today
from ..downloads import download
from ..numbers import number_of
from ..paper import pages_part
from ..sent import document_language, refuse_unkept
from ..views.replies import LetterLine, of_agency, reminder_lines, reply_lines, spoken
from ..visit import Visit, changing, reading

_ONE = "/replies/{name}"
REPLIES, REMINDERS = "replies", "reminders"


@dataclass(frozen=True, slots=True)
class Post:
    """Which letters are looked at: replies, or reminders as of a day with the day until which an answer is
    asked for."""

    visit: Visit
    board: Board
    part: str
    day: date
    until: date | None
    lang: str

    @property
    def query(self) -> str:
        if self.part == REPLIES:
            return "part=replies"
        until = f"&until={self.until.isoformat()}" if self.until else ""
        return f"part=reminders&today={self.day.isoformat()}{until}"

    @property
    def kind(self) -> SnapshotKind:
        return SnapshotKind.REPLY if self.part == REPLIES else SnapshotKind.REMINDER

    def replies(self) -> ReplyLetters:
        return self.visit.site.shelf.get(self.board, "replies", lambda: reply_letters(self.visit.workspace()))

    def reminders(self) -> ReminderLetters:
        options = RemindOptions(self.day, self.until)
        return self.visit.site.shelf.get(
            self.board, ("reminders", options), lambda: reminder_letters(self.visit.workspace(), options)
        )

    def lines(self, lang: str) -> tuple[LetterLine, ...]:
        kept = snapshots(self.visit.workspace())
        if self.part == REPLIES:
            return reply_lines(self.replies(), kept, lang)
        return reminder_lines(self.reminders(), kept, lang)

    def names(self) -> tuple[str, ...]:
        return self.replies().names if self.part == REPLIES else self.reminders().names

    def files(self, names: Sequence[str]) -> tuple[LetterFile, ...]:
        """The files of these names, each made once. Raises what filling a template raises."""
        key = self.part, self.query, self.lang, tuple(names)
        return self.visit.site.shelf.get(self.board, key, lambda: self._written(names))

    def _written(self, names: Sequence[str]) -> tuple[LetterFile, ...]:
        workspace = self.visit.workspace()
        if self.part == REPLIES:
            found = self.replies()
            named = [pair for pair in zip(found.letters, found.names, strict=True) if pair[1] in names]
            return reply_files(workspace, named, self.lang)
        late = self.reminders()
        owing = [pair for pair in zip(late.letters, late.names, strict=True) if pair[1] in names]
        return reminder_files(workspace, owing, self.lang)


def _post(visit: Visit) -> Post:
    part = REMINDERS if visit.text("part") == REMINDERS else REPLIES
    until = named_day(visit.text("until"))
    return Post(visit, visit.board(), part, today(visit), until, document_language(visit))


def _one(visit: Visit) -> tuple[Post, str]:
    """A letter by its file name, which is one of those there are."""
    post, name = _post(visit), visit.request.path_params["name"]
    if not post.board.rounds.drafts or name not in post.names():
        raise HTTPException(404)
    return post, name


def show(visit: Visit) -> Response:
    """The letters there are; of one agency where one is named."""
    post = _post(visit)
    if not post.board.rounds.drafts:
        return visit.page("replies.html.jinja", post=post, lines=(), agency="", sent=0, others="")
    lines, agency = post.lines(visit.lang), visit.text("agency")
    if agency:
        try:
            lines = of_agency(lines, named_agencies((agency,), [line.agency for line in lines]))
        except UnknownAgency:
            agency = ""
    return visit.page(
        "replies.html.jinja",
        post=post,
        lines=lines,
        agency=agency,
        sent=number_of(visit.text("sent")) or 0,
        others=_others(post, visit.lang),
    )


def _others(post: Post, lang: str) -> str:
    """How many agencies get no letter, and why."""
    if post.part == REPLIES:
        count = post.replies().agreeing
        return say("letters.agreeing", lang, count=count) if count else ""
    count = post.reminders().by_silence
    return say("letters.by-silence", lang, count=count) if count else ""


def one(visit: Visit) -> Response:
    """One letter as it will be printed, and as words."""
    post, name = _one(visit)
    (file,) = post.files((name,))
    line = next(each for each in post.lines(visit.lang) if each.name == name)
    letters = post.replies().letters if post.part == REPLIES else post.reminders().letters
    letter = letters[post.names().index(name)]
    return visit.page(
        "letter.html.jinja",
        post=post,
        line=line,
        print=visit.site.prints.ask(file.data),
        again=f"/replies/{name}/pages?{post.query}",
        letter=spoken(letter, post.lang),
    )


def one_pages(visit: Visit) -> Response:
    post, name = _one(visit)
    (file,) = post.files((name,))
    return pages_part(visit, visit.site.prints.ask(file.data), f"/replies/{name}/pages?{post.query}")


def one_file(visit: Visit) -> Response:
    """One letter as a file; nothing of it is kept."""
    post, name = _one(visit)
    (file,) = post.files((name,))
    return download(file.data, name)


def all_files(visit: Visit) -> Response:
    """All letters in one archive, or those that may go out: equal letters make equal bytes."""
    post = _post(visit)
    if not post.board.rounds.drafts:
        raise HTTPException(404)
    files = post.files(post.names())
    wanted = {file.name: file.data for file in files if file.sent or not visit.text("ready")}
    name = say(f"replies-page.file.{post.part}", post.lang)
    return download(packed(dict(sorted(wanted.items()))), f"{name}.zip")


def send(visit: Visit) -> Response:
    """That letters went out: each is kept as it is, with the decisions that it rests on."""
    post, wanted = _post(visit), set(visit.texts("name"))
    lines = [line for line in post.lines(visit.lang) if line.may_go]
    names = [line.name for line in lines if visit.text("all") or line.name in wanted]
    if not names:
        raise HTTPException(409)
    told: list[DrafterError] = []
    workspace = visit.site.workspace(told)
    author = Author(visit.session.name, now(), Via.PAGE, post.board.rounds.newest.number)
    kept = letter_files.keep(workspace, post.kind, post.files(tuple(names)), author, Path())
    if len(kept) < len(names):
        refuse_unkept(told)
    return visit.to(f"/replies?{post.query}&sent={len(kept)}")


ROUTES = [
    Route("/replies", reading(show)),
    Route("/replies/all.zip", reading(all_files)),
    Route("/replies/send", reading(show)),  # no letter of that name
    Route("/replies/send", changing(send), methods=["POST"]),
    Route(_ONE, reading(one)),
    Route(f"{_ONE}/pages", reading(one_pages)),
    Route(f"{_ONE}/file", reading(one_file)),
]
