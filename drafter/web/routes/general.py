"""General settings of the workspace, as a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError, StaleSettings
from drafter.jobs.agencies import AgenciesOptions, agencies, pasted
from drafter.jobs.declaring import NEW
from drafter.jobs.general import AskedRow, General, set_general
from drafter.settings import Settings, read_settings
from drafter.wording.messages import say

from ..days import today
from ..rendering import sentence
from ..views.agencies import unasked
from ..views.general import AskedFields, form_of, typed
from ..visit import Visit, changing, reading

_NEW = 3  # empty rows for agencies
_MOST = 500  # agencies at once


def general(visit: Visit) -> Response:
    return _page(visit)


def _page(visit: Visit, status: int = 200, failure: DrafterError | None = None) -> Response:
    settings = read_settings(visit.site.root)
    form = form_of(settings)
    if failure is not None:
        form = typed(settings, _texts(visit), [AskedFields(*each) for each in _rows(visit)], visit.lang)
    return visit.page(
        "general.html.jinja",
        status,
        settings=settings,
        form=form,
        seen=settings.sha256 or NEW,
        more=range(_NEW),
        refused="" if failure is None else _told(failure, visit.lang),
        many=visit.text("many") or ("\n".join(_heard(visit)) if visit.text("heard") else ""),
        many_asked=visit.text("many-asked"),
        many_due=visit.text("many-due"),
        saved=visit.request.query_params.get("saved") == "1",
    )


def _told(failure: DrafterError, lang: str) -> str:
    return say("web.general.stale", lang) if isinstance(failure, StaleSettings) else sentence(lang, failure)


def _texts(visit: Visit) -> Mapping[str, str]:
    return {name: value for name, value in visit.form.items() if isinstance(value, str)}


def _rows(visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    """Name before, name, asked and due of each row that says something."""
    columns = (visit.texts("was"), visit.texts("name"), visit.texts("asked"), visit.texts("due"))
    return (row for row in zip(*columns, strict=False) if row[0] or row[1].strip())


def _heard(visit: Visit) -> tuple[str, ...]:
    """Who sent comments and is not among those asked."""
    board, day = visit.board(), today(visit)
    return unasked(agencies(board.workspace, AgenciesOptions(day)))


def save(visit: Visit) -> Response:
    try:
        set_general(visit.site.root, _said(visit, read_settings(visit.site.root)), seen=visit.text("seen"))
    except DrafterError as failure:
        return _page(visit, failure.http_status, failure)
    filled = "&heard=1#many-agencies" if visit.text("then") == "heard" else ""
    return visit.to(f"/files/settings?saved=1{filled}")


def _said(visit: Visit, settings: Settings) -> General:
    office: dict[str, object] = {
        name: _line(visit.text(f"office-{name}")) for name in ("parent", "name", "place")
    }
    office["date"] = _day(visit.text("office-date"))
    office["signer"] = "\n".join(_lines(visit.text("office-signer")))
    office["recipients"] = _lines(visit.text("office-recipients"))
    rows = [AskedRow(was, _line(name), _day(asked), _day(due)) for was, name, asked, due in _rows(visit)]
    known = {row.name.casefold() for row in rows}
    for name in map(_line, pasted(visit.text("many"))[:_MOST]):
        if name.casefold() not in known:
            known.add(name.casefold())
            rows.append(AskedRow("", name, _day(visit.text("many-asked")), _day(visit.text("many-due"))))
    return General(
        _day(visit.text("deadline")),
        visit.text("approval") == "1",
        visit.text("silence") == "1",
        office,
        None if settings.asked_list is not None else rows,
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:300]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := _line(each)))[:100]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


ROUTES = [
    Route("/files/settings", reading(general)),
    Route("/files/settings", changing(save), methods=["POST"]),
]
