"""The form of general settings: as drafter.toml has them, or as typed where that was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from drafter.model import Asked
from drafter.settings import Settings
from drafter.wording.figures import day
from drafter.wording.messages import say

OFFICE_LINES, OFFICE_TEXTS = ("parent", "name", "place"), ("signer", "recipients")
OFFICE = (*OFFICE_LINES, "date", *OFFICE_TEXTS)


@dataclass(frozen=True, slots=True)
class AskedFields:
    """A row of the agencies; `was`: its name in drafter.toml, "" for a new one. `standing`: what stands there
    now, where that is something else."""

    was: str = ""
    name: str = ""
    asked: str = ""
    due: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class GeneralForm:
    """What stands in the fields, as browsers write it. `standing`: by field what drafter.toml has now, where
    that is something else."""

    deadline: str
    approval: bool
    silence: bool
    office: Mapping[str, str]
    rows: tuple[AskedFields, ...]
    standing: Mapping[str, str] = field(default_factory=dict)


def form_of(settings: Settings) -> GeneralForm:
    """The form as it stands before anybody typed."""
    office = settings.office
    return GeneralForm(
        _iso(settings.deadline),
        settings.approval,
        settings.silence_is_agreement,
        {
            **{name: str(getattr(office, name)) for name in (*OFFICE_LINES, "signer")},
            "date": _iso(office.date),
            "recipients": "\n".join(office.recipients),
        },
        tuple(AskedFields(each.name, each.name, _iso(each.asked), _iso(each.due)) for each in settings.asked),
    )


def typed(
    settings: Settings, fields: Mapping[str, str], rows: Sequence[AskedFields], lang: str
) -> GeneralForm:
    """The form with what a person typed; beside it what stands now, and the agencies that came meanwhile."""
    now = form_of(settings)
    office = {name: fields.get(f"office-{name}", "").replace("\r\n", "\n") for name in OFFICE}
    made = GeneralForm(
        fields.get("deadline", ""),
        fields.get("approval") == "1",
        fields.get("silence") == "1",
        office,
        tuple(_with_new(now.rows, rows, {each.name: each for each in settings.asked}, lang)),
    )
    return GeneralForm(
        made.deadline, made.approval, made.silence, office, made.rows, dict(_standing(now, made, lang))
    )


def _standing(now: GeneralForm, made: GeneralForm, lang: str) -> Iterator[tuple[str, str]]:
    if now.deadline != made.deadline:
        yield "deadline", _day(now.deadline, lang)
    for name in ("approval", "silence"):
        if getattr(now, name) != getattr(made, name):
            yield name, say(f"web.general.{'on' if getattr(now, name) else 'off'}", lang)
    for name, text in now.office.items():
        if text != made.office[name].strip():
            yield f"office-{name}", _day(text, lang) if name == "date" else text.replace("\n", "; ") or "–"


def _with_new(
    now: Sequence[AskedFields], rows: Sequence[AskedFields], asked: Mapping[str, Asked], lang: str
) -> Iterator[AskedFields]:
    for row in rows:
        here = asked.get(row.was)
        if row.was and here is None:  # it has gone meanwhile: what was typed would bring it back
            yield AskedFields("", row.name, row.asked, row.due, say("web.general.gone", lang))
        elif here is not None and (_iso(here.asked), _iso(here.due)) != (row.asked, row.due):
            days = (_day(_iso(each), lang) for each in (here.asked, here.due))
            standing = say("web.general.standing", lang, value=" – ".join(days))
            yield AskedFields(row.was, row.name, row.asked, row.due, standing)
        else:
            yield row
    known = {row.was for row in rows} | {row.name for row in rows}
    yield from (row for row in now if row.was not in known)


def _iso(given: date | None) -> str:
    return "" if given is None else given.isoformat()


def _day(text: str, lang: str) -> str:
    return day(date.fromisoformat(text), lang) if text else "–"
