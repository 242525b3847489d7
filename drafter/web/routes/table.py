"""The table: as it will be printed, to be kept as a file, sent as official output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError
from drafter.jobs.board import Board
from drafter.jobs.snapshots import keep
from drafter.model import SnapshotKind, Table, Via
from drafter.wording.check import deadline_words
from drafter.writers.table import Format, table_bytes

from ..downloads import download, shown
from ..numbers import number_of
from ..paper import pages_part
from ..prints import Print
from ..ready import readiness as standing_against
from ..sent import document_language, refuse_unkept
from ..views.table import FORMATS, SENT_AS, SWITCHES, TableForm, against, choice, table_name
from ..visit import Visit, changing, reading


def show(visit: Visit) -> Response:
    """The page; without a draft, what to do to get a table."""
    board, wanted = visit.board(), _choice(visit)
    made = None if board.table is None else _print(visit, board, wanted)
    return visit.page(
        "table.html.jinja",
        board=board,
        choice=wanted,
        print=made,
        taken=number_of(visit.text("taken")) or 0,
    )


def pages(visit: Visit) -> Response:
    """The pages, or that they are still being made: a part that asks again by itself."""
    wanted = _choice(visit)
    made = _print(visit, visit.board(), wanted)
    again, words = f"/table/pages?{wanted.query}", f"/table/view?{wanted.query}"
    return pages_part(visit, made, again, words, "_table_pages.html.jinja", choice=wanted)


def readiness(visit: Visit) -> Response:
    """What stands against handing in."""
    if visit.board().table is None:
        raise HTTPException(404)
    found = standing_against(visit)
    told = deadline_words(found, visit.lang)
    return visit.page("_readiness.html.jinja", found=found, against=against(found), deadline=told)


def view(visit: Visit) -> Response:
    """The same rows as a page, for a frame."""
    board, wanted = visit.board(), _choice(visit)
    return shown(_bytes(visit, board, ".html", wanted), table_name(_table(board), ".html", wanted.lang))


def file(visit: Visit) -> Response:
    """The table as a file: a working copy, of which nothing is kept."""
    board, wanted, suffix = visit.board(), _choice(visit), _suffix(visit, FORMATS)
    return download(_output(visit, board, suffix, wanted), table_name(_table(board), suffix, wanted.lang))


def send(visit: Visit) -> Response:
    """The table as official output: what goes out is kept as it is, with the decisions that it rests on."""
    board, wanted, suffix = visit.board(), _choice(visit), _suffix(visit, SENT_AS)
    table, output = _table(board), _output(visit, board, suffix, wanted)
    name = table_name(table, suffix, wanted.lang)
    told: list[DrafterError] = []
    kept = keep(
        visit.site.workspace(told), SnapshotKind.TABLE, visit.session.name, Path(name), output,
        table=replace(table, extras=wanted.extras), via=Via.PAGE,
    )  # fmt: skip
    if kept is None:
        refuse_unkept(told)
    return download(output, name)


def _choice(visit: Visit) -> TableForm:
    switched = [name for name in SWITCHES if visit.text(name)]
    return choice(visit.text("layout"), switched, document_language(visit))


def _suffix(visit: Visit, known: Sequence[str]) -> str:
    form = visit.text("as", "docx")
    if form not in known:
        raise HTTPException(404)
    return f".{form}"


def _table(board: Board) -> Table:
    if board.table is None:
        raise HTTPException(404)
    return board.table


def _bytes(visit: Visit, board: Board, suffix: str, wanted: TableForm) -> bytes:
    table = replace(_table(board), extras=wanted.extras)
    return visit.site.shelf.get(
        board,
        ("table", suffix, wanted),
        lambda: table_bytes(table, Format(suffix), wanted.layout, wanted.lang),
    )


def _print(visit: Visit, board: Board, wanted: TableForm) -> Print:
    return visit.site.prints.ask(_bytes(visit, board, ".docx", wanted))


def _output(visit: Visit, board: Board, suffix: str, wanted: TableForm) -> bytes:
    """Raises HTTPException 503 while the PDF is being made."""
    if suffix != ".pdf":
        return _bytes(visit, board, suffix, wanted)
    pdf = visit.site.prints.pdf(_print(visit, board, wanted).id)
    if pdf is None:
        raise HTTPException(503, headers={"Retry-After": "5"})
    return pdf


ROUTES = [
    Route("/table", reading(show)),
    Route("/table/pages", reading(pages)),
    Route("/table/readiness", reading(readiness)),
    Route("/table/view", reading(view)),
    Route("/table/file", reading(file)),
    Route("/table/send", changing(send), methods=["POST"]),
]
