"""Replies to the agencies that commented, each with its own comments and what people decided of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import DrafterError
from ..model import AnsweredComment, Correspondence, Registered, ReplyLetter
from ..workspace import Workspace
from .letter_files import LetterFile, file_names, template_of
from .table import table

if TYPE_CHECKING:
    from ..store import Store

PREFIX = "tra-loi"


@dataclass(frozen=True, slots=True)
class Replies:
    """The letters, each with its file; how many agencies only agreed and get none."""

    letters: tuple[ReplyLetter, ...]
    files: tuple[LetterFile, ...]
    agreeing: int

    @property
    def unsettled(self) -> tuple[ReplyLetter, ...]:
        """Those that cannot go out."""
        return tuple(letter for letter in self.letters if not letter.settled)

    def comments(self) -> Iterable[AnsweredComment]:
        """The comments of all letters."""
        return (comment for letter in self.letters for comment in letter.comments)


def reply(workspace: Workspace, lang: str, now: str) -> Replies:
    """One letter for each agency that commented. `now`: the moment, for comments that get their number.

    Raises CheckFailed where the table does not close; BadTemplate, CannotRead for a template.
    """
    from ..analyses.replies import Settlement, replies
    from ..writers.letters import Template, own_template, reply_docx

    made, settings = table(workspace), workspace.settings
    read = workspace.correspondence(answered=True)
    links = {link.comment: link for link in workspace.links(read)}
    settlement = Settlement(*_settled(workspace, read, now), approval=settings.approval)
    letters = replies(
        read, made, links, workspace.rounds, settlement, asked=settings.asked, office=settings.office
    )
    home = workspace.rounds.newest.issuer or ""
    own = own_template(Template.REPLY, settings.office, home, lang)
    template, shown = template_of(workspace, Template.REPLY, own)
    names = file_names(PREFIX, [letter.agency for letter in letters], home)
    drafts = tuple((draft.path, draft.sha256) for draft in workspace.rounds.drafts)
    files = []
    for letter, name in zip(letters, names, strict=True):
        own_files = [(f"comments/{path}", read.hashes[path]) for path in letter.paths if path in read.hashes]
        inputs = (*drafts, *own_files)
        data = reply_docx(letter, template, inputs=inputs, shown=shown, lang=lang)
        decisions = tuple((each.key, each.version) for each in letter.comments if each.version)
        files.append(LetterFile(letter.agency, name, data, inputs, decisions, letter.settled))
    return Replies(letters, tuple(files), _agreeing(made.agreements))


def _agreeing(agreements: Iterable[object]) -> int:
    return sum(not getattr(each, "by_silence", False) for each in agreements)


def _settled(workspace: Workspace, read: Correspondence, now: str) -> tuple[dict, dict]:  # type: ignore[type-arg]
    """Decisions and numbers by comment key; none where the store cannot be used, which is told."""
    try:
        store = workspace.store(make=True)
        assert store is not None
        return dict(store.decisions()), dict(_numbers(workspace, store, read, now))
    except DrafterError as error:
        workspace.tell(error)
        return {}, {}


def _numbers(workspace: Workspace, store: Store, read: Correspondence, now: str) -> dict[str, int]:
    registered = [
        Registered(
            no=0,
            key=comment.key,
            agency=comment.agency,
            text=comment.text,
            draft_number=workspace.about(comment).number,
            path=comment.path,
            first_read=now,
        )
        for comment in read.comments
    ]
    return dict(store.register(registered))
