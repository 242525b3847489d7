"""Reminders to the agencies that were asked and have not answered; only those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..language.senders import proper
from ..model import AnswerState, Reminder
from ..workspace import Workspace
from .agencies import AgenciesOptions, agencies
from .filters import named_agencies
from .letter_files import LetterFile, file_names, template_of

PREFIX = "don-doc"


@dataclass(frozen=True, slots=True)
class RemindOptions:
    """`today`: the day from which days are counted; `until`: the new day by which an answer is asked for.
    `agencies`: only these, as somebody types them."""

    today: date
    until: date | None = None
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminders:
    """The letters; how many agencies get none since their silence counts as agreement."""

    files: tuple[LetterFile, ...]
    by_silence: int


@dataclass(frozen=True, slots=True)
class ReminderLetters:
    """The letters as they would be written, the file name of each, how many agencies get none since their
    silence counts as agreement."""

    letters: tuple[Reminder, ...]
    names: tuple[str, ...]
    by_silence: int


def remind(workspace: Workspace, options: RemindOptions, lang: str) -> Reminders:
    """One letter for each agency that owes an answer to what it was asked last.

    Raises UnknownAgency; EmptyFolder without a draft; BadTemplate, CannotRead for a template.
    """
    found = reminder_letters(workspace, options)
    files = reminder_files(workspace, list(zip(found.letters, found.names, strict=True)), lang)
    return Reminders(files, found.by_silence)


def reminder_letters(workspace: Workspace, options: RemindOptions) -> ReminderLetters:
    """One letter for each agency that owes an answer; no file is made of any. Raises UnknownAgency,
    EmptyFolder."""
    from ..analyses.agencies.responses import asked_about, last_requests
    from ..analyses.replies import draft_name

    settings, rounds = workspace.settings, workspace.rounds
    newest = rounds.newest
    home = newest.issuer or ""
    heard = agencies(workspace, AgenciesOptions(options.today))
    found = last_requests(heard, home)
    owing = [
        replace(each, agency=replace(each.agency, name=proper(each.agency.name)))
        for each in found
        if each.state.owes
    ]
    names = file_names(PREFIX, [response.agency.name for response in owing], home)
    wanted = named_agencies(options.agencies, [proper(each.agency.name) for each in found])
    letters = []
    for response, name in zip(owing, names, strict=True):
        if options.agencies and response.agency.name not in wanted:
            continue
        about = asked_about(response.agency, heard, rounds)
        letter = Reminder(
            response,
            options.today,
            draft_name(about) if about else replace(draft_name(newest), number=None),
            settings.office,
            options.until,
            settings.silence_is_agreement,
        )
        letters.append((letter, name))
    silent = sum(
        each.state is AnswerState.AGREED
        for each in found
        if not options.agencies or proper(each.agency.name) in wanted
    )
    return ReminderLetters(tuple(each for each, _ in letters), tuple(name for _, name in letters), silent)


def reminder_files(
    workspace: Workspace, named: Sequence[tuple[Reminder, str]], lang: str
) -> tuple[LetterFile, ...]:
    """The files of letters with their names. Raises BadTemplate, CannotRead for a template."""
    from ..writers.letters import Template, own_template, reminder_docx

    newest = workspace.rounds.newest
    own = own_template(Template.REMINDER, workspace.settings.office, newest.issuer or "", lang)
    template, shown = template_of(workspace, Template.REMINDER, own)
    inputs = ((newest.path, newest.sha256),)
    return tuple(
        LetterFile(
            letter.response.agency.name,
            name,
            reminder_docx(letter, template, inputs=inputs, shown=shown, lang=lang),
            inputs,
        )
        for letter, name in named
    )
