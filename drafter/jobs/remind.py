"""Reminders to the agencies that were asked and have not answered; only those."""

from __future__ import annotations

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


def remind(workspace: Workspace, options: RemindOptions, lang: str) -> Reminders:
    """One letter for each agency that owes an answer to what it was asked last.

    Raises UnknownAgency; EmptyFolder without a draft; BadTemplate, CannotRead for a template.
    """
    from ..analyses.agencies.responses import asked_about, last_requests
    from ..analyses.replies import draft_name
    from ..writers.letters import Template, own_template, reminder_docx

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
    own = own_template(Template.REMINDER, settings.office, home, lang)
    template, shown = template_of(workspace, Template.REMINDER, own)
    names = file_names(PREFIX, [response.agency.name for response in owing], home)
    inputs = ((newest.path, newest.sha256),)
    files = []
    wanted = named_agencies(options.agencies, [proper(each.agency.name) for each in found])
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
        data = reminder_docx(letter, template, inputs=inputs, shown=shown, lang=lang)
        files.append(LetterFile(response.agency.name, name, data, inputs))
    return Reminders(tuple(files), sum(each.state is AnswerState.AGREED for each in found))
