"""Replies to the agencies that commented, each with its own comments and what people decided of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import AnsweredComment, ReplyLetter
from ..workspace import Workspace
from .deeds import DeedsDone
from .filters import named_agencies
from .letter_files import LetterFile, file_names, template_of
from .table import table

PREFIX = "tra-loi"


@dataclass(frozen=True, slots=True)
class Replies:
    """The letters, each with its file; how many agencies only agreed and get none, where all were wanted;
    `answered`: every agency that gets a letter, also where others were wanted."""

    letters: tuple[ReplyLetter, ...]
    files: tuple[LetterFile, ...]
    agreeing: int
    answered: tuple[str, ...] = ()

    def comments(self) -> Iterable[AnsweredComment]:
        """The comments of all letters."""
        return (comment for letter in self.letters for comment in letter.comments)


@dataclass(frozen=True, slots=True)
class ReplyLetters:
    """The letters as they would be written, the file name of each, how many agencies only agreed."""

    letters: tuple[ReplyLetter, ...]
    names: tuple[str, ...]
    agreeing: int


def reply(workspace: Workspace, lang: str, agencies: Sequence[str] = ()) -> Replies:
    """One letter for each agency that commented, or for those of `agencies`, as somebody types them.

    Raises UnknownAgency; CheckFailed where the table does not close; BadTemplate, CannotRead for a template;
    what a store raises.
    """
    found = reply_letters(workspace)
    wanted = named_agencies(agencies, [letter.agency for letter in found.letters]) if agencies else None
    pairs = zip(found.letters, found.names, strict=True)
    named = [pair for pair in pairs if wanted is None or pair[0].agency in wanted]
    files = reply_files(workspace, named, lang)
    agreeing = found.agreeing if wanted is None else 0
    answered = tuple(letter.agency for letter in found.letters)
    return Replies(tuple(letter for letter, _ in named), files, agreeing, answered)


def reply_letters(workspace: Workspace) -> ReplyLetters:
    """One letter for each agency that commented; no file is made of any. Raises CheckFailed where the table
    does not close; what a store raises."""
    from ..analyses.replies import Settlement, replies

    made, settings = table(workspace), workspace.settings
    read, decisions = workspace.correspondence(answered=True), workspace.decisions
    links = {link.comment: link for link in workspace.links(read)}
    deeds = DeedsDone(workspace, read, decisions)
    settlement = Settlement(decisions, deeds.all(), deeds.watched(), approval=settings.approval)
    letters = replies(
        read, made, links, workspace.rounds, settlement, asked=settings.asked, office=settings.office
    )
    names = file_names(PREFIX, [letter.agency for letter in letters], workspace.rounds.newest.issuer or "")
    return ReplyLetters(tuple(letters), names, sum(not each.by_silence for each in made.agreements))


def reply_files(
    workspace: Workspace, named: Sequence[tuple[ReplyLetter, str]], lang: str
) -> tuple[LetterFile, ...]:
    """The files of letters with their names. Raises BadTemplate, CannotRead for a template."""
    from ..writers.letters import Template, own_template, reply_docx

    settings, read = workspace.settings, workspace.correspondence(answered=True)
    own = own_template(Template.REPLY, settings.office, workspace.rounds.newest.issuer or "", lang)
    template, shown = template_of(workspace, Template.REPLY, own)
    drafts = tuple((draft.path, draft.sha256) for draft in workspace.rounds.drafts)
    files = []
    for letter, name in named:
        own_files = [(f"comments/{path}", read.hashes[path]) for path in letter.paths if path in read.hashes]
        inputs = (*drafts, *own_files)
        data = reply_docx(letter, template, inputs=inputs, shown=shown, lang=lang)
        files.append(LetterFile(letter.agency, name, data, inputs, resting(letter), letter.settled))
    return tuple(files)


def resting(letter: ReplyLetter) -> tuple[tuple[str, int], ...]:
    """The decisions that a letter rests on, as (comment key, version)."""
    return tuple((each.key, each.version) for each in letter.comments if each.version)
