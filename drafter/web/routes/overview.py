"""The overview, and the brief and the report for whoever decides."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.board import Board
from drafter.jobs.brief import brief, report_of
from drafter.jobs.consulting.results import results_stamp
from drafter.model import Brief
from drafter.wording.counts import said_words
from drafter.writers.html.brief import ShownBrief, shown_brief
from drafter.writers.html.report import write_report

from ..days import today
from ..downloads import download
from ..results import consulted
from ..views.overview import days_words, todos
from ..visit import Visit, reading


def overview(visit: Visit) -> Response:
    board = visit.board()
    if not board.rounds.drafts:
        return visit.page("overview.html.jinja", found=None)
    found = _shown(visit, board, today(visit))
    return visit.page(
        "overview.html.jinja",
        found=found,
        said="" if board.table is None else said_words(board.table, visit.lang),
        todos=todos(found),
        days=tuple(days_words(found, visit.lang)),
        link=True,
    )


def brief_page(visit: Visit) -> Response:
    board = visit.board()
    if not board.rounds.drafts:
        return visit.to("/")
    return visit.page("brief.html.jinja", found=_shown(visit, board, today(visit)), link=True)


def report_file(visit: Visit) -> Response:
    board = visit.board()
    if not board.rounds.drafts:
        return visit.to("/")
    made = report_of(board, _brief(visit, board, today(visit)))
    data = write_report(made.brief, made.steps, visit.lang)
    return download(data, "bao-cao.html")


def _brief(visit: Visit, board: Board, day: date) -> Brief:
    results = results_stamp(visit.site.root)
    return visit.site.shelf.get(
        board, ("brief", day, results), lambda: brief(board, day, consulted(visit, board))
    )


def _shown(visit: Visit, board: Board, day: date) -> ShownBrief:
    def make() -> ShownBrief:
        return shown_brief(_brief(visit, board, day), visit.lang)

    results = results_stamp(visit.site.root)
    return visit.site.shelf.get(board, ("shown brief", day, visit.lang, results), make)


ROUTES = [
    Route("/", reading(overview)),
    Route("/brief", reading(brief_page)),
    Route("/report", reading(report_file)),
]
