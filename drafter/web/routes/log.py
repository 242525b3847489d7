"""The log: what was done, by whom; what went out, as it was."""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.chosen import chosen_places
from drafter.jobs.decisions import history, undo
from drafter.jobs.snapshots import snapshot, snapshots
from drafter.model import Snapshot, Via
from drafter.wording.decisions import moment

from ..downloads import download, shown
from ..numbers import number_of
from ..paper import pages_part
from ..views.log import LogFilter, by_act, last_acts, log_page
from ..visit import Visit, changing, reading

_ONE = "/log/sent/{id:int}"
_LOOKED_AT = (".pdf", ".html")  # in the browser as they are


def log(visit: Visit) -> Response:
    board, workspace = visit.board(), visit.workspace()
    no, page = visit.text("no"), visit.text("page", "1")
    wanted = LogFilter(number_of(no), visit.text("who"), visit.text("via"))
    made = log_page(
        history(workspace),
        wanted,
        number_of(page) or 1,
        decisions=board.decisions,
        agency=lambda key: board.registered[key].agency if key in board.registered else "",
        cites=chosen_places(workspace),
        lang=visit.lang,
    )
    return visit.page("log.html.jinja", log=made, wanted=wanted)


def take_back(visit: Visit) -> Response:
    """Take back one act, where nothing came after it. Raises Stale where something did meanwhile."""
    act = number_of(visit.text("act"))
    lines = history(visit.workspace())
    acts, last = by_act(lines), last_acts(lines)
    if act is None or act not in acts or any(last.get(line.key) != act for line in acts[act]):
        raise HTTPException(409)
    seen = tuple(_pair(each) for each in visit.text("seen").split(",") if each)
    numbers = [line.no for line in acts[act]]
    if {no for no, _ in seen} != set(numbers):
        raise HTTPException(400)
    undo(visit.workspace(), numbers, visit.session.name, Via.PAGE, seen)
    return visit.to("/log")


def sent(visit: Visit) -> Response:
    """What went out, newest first."""
    found = reversed(snapshots(visit.workspace()))
    kept = [(each, moment(each.author.at, visit.lang), _name(each)) for each in found]
    return visit.page("sent.html.jinja", kept=kept)


def one(visit: Visit) -> Response:
    """One thing that went out: what it rests on, and as it looked."""
    kept = snapshot(visit.workspace(), visit.number("id"))
    suffix = PurePosixPath(kept.path).suffix.lower()
    print = visit.site.prints.ask(kept.output) if suffix == ".docx" else None
    return visit.page(
        "sent_one.html.jinja",
        kept=kept,
        at=moment(kept.author.at, visit.lang),
        print=print,
        framed=suffix in _LOOKED_AT,
        name=_name(kept),
    )


def one_pages(visit: Visit) -> Response:
    """Its pages: a part that asks again by itself."""
    kept = snapshot(visit.workspace(), visit.number("id"))
    return pages_part(visit, visit.site.prints.ask(kept.output), f"/log/sent/{kept.id}/pages")


def one_file(visit: Visit) -> Response:
    """The file as it was, to the byte."""
    kept = snapshot(visit.workspace(), visit.number("id"))
    give = shown if visit.text("look") and PurePosixPath(kept.path).suffix.lower() in _LOOKED_AT else download
    return give(kept.output, _name(kept))


def _name(kept: Snapshot) -> str:
    """Of the path that it went out as, the last part."""
    return kept.path.replace("\\", "/").rpartition("/")[2]


def _pair(text: str) -> tuple[int, int]:
    no, _, version = text.partition(":")
    found = number_of(no), number_of(version)
    if found[0] is None or found[1] is None:
        raise HTTPException(400)
    return found[0], found[1]


ROUTES = [
    Route("/log", reading(log)),
    Route("/log/undo", changing(take_back), methods=["POST"]),
    Route("/log/sent", reading(sent)),
    Route(_ONE, reading(one)),
    Route(f"{_ONE}/pages", reading(one_pages)),
    Route(f"{_ONE}/file", reading(one_file)),
]
