"""Whole consultations: the results of `drafter table --engine` that lie in the workspace."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.board import Board
from drafter.jobs.consulting.results import results_stamp
from drafter.jobs.consulting.table import shown_files
from drafter.model import Consultation, RunState

from ..downloads import download
from ..numbers import number_of
from ..results import consulted
from ..views.consultations import (
    ONLY,
    ConsultationRecords,
    WantedIssues,
    address,
    consultation_page,
    label,
    records_of,
)
from ..visit import Visit, reading


def consultation(visit: Visit) -> Response:
    board = visit.board()
    found = consulted(visit, board)
    names = [each.name for each in found]
    one = _named(found, visit.text("name"))
    wanted = WantedIssues(visit.text("query").strip(), visit.text("place"), visit.text("only"))
    page = None
    if one is not None:
        page = consultation_page(
            _records(visit, board, one), wanted, number_of(visit.text("page", "1")) or 1, board.rounds,
            visit.lang, [name for name in names if name != one.name],
        )  # fmt: skip
    return visit.page(
        "consultations.html.jinja", page=page, wanted=wanted, only=ONLY, label=label, address=address
    )


def consultation_file(visit: Visit) -> Response:
    """The table of Word, or its data."""
    board = visit.board()
    one = _named(consulted(visit, board), visit.text("name"))
    suffix = visit.text("as")
    if one is None or one.state is not RunState.READY or suffix not in ("docx", "csv"):
        raise HTTPException(404)
    office = board.workspace.settings.office
    stem = Path(one.name).name.removesuffix(".parts")
    path = Path(f"{Path(stem).stem or stem}.{suffix}")
    files = shown_files(one, board.rounds.drafts, path, office, visit.lang)
    return download(files[path], path.name)


def _records(visit: Visit, board: Board, one: Consultation) -> ConsultationRecords:
    key = ("consultation", one.name, visit.lang, results_stamp(visit.site.root))
    return visit.site.shelf.get(board, key, lambda: records_of(one, board.rounds.drafts, visit.lang))


def _named(found: tuple[Consultation, ...], name: str) -> Consultation | None:
    """The one of this name, else the first."""
    return next((each for each in found if each.name == name), found[0] if found and not name else None)


ROUTES = [
    Route("/consultations", reading(consultation)),
    Route("/consultations/file", reading(consultation_file)),
]
