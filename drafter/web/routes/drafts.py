"""The drafts: the list, the reading view, two compared, what can be taken along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from drafter.jobs.board import Board
from drafter.jobs.diff import RedlineOptions, redline
from drafter.jobs.explained import explained
from drafter.jobs.placed import Placed, placed
from drafter.model import Draft
from drafter.wording.names import draft_name
from drafter.writers.html.diff import write_html

from ..views.comparing import CHOICES, VIEWS, ComparisonAsked, compared
from ..views.drafts import draft_lines, key_of, named, sizes_chart
from ..views.reading import parts, tree, where_comments_fall
from ..views.said import said
from ..visit import Visit, reading

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def drafts(visit: Visit) -> Response:
    board = visit.board()
    lines = draft_lines(board, visit.lang)
    return visit.page("drafts.html.jinja", lines=lines, chart=sizes_chart(lines, visit.lang))


def one(visit: Visit) -> Response:
    board = visit.board()
    draft = named(board.rounds, visit.request.path_params["key"])
    where = placed(board, draft)
    return visit.page(
        "draft.html.jinja",
        board=board,
        draft=draft,
        key=key_of(draft, board.rounds),
        name=draft_name(draft, visit.lang),
        others=[(key_of(each, board.rounds), draft_name(each, visit.lang)) for each in board.rounds.drafts],
        parts=parts(draft, where),
        tree=tree(draft, where, visit.lang),
        strip=where_comments_fall(board, draft, where, visit.lang),
        placed=where,
        **_said(board, draft, where, visit),
    )


def comments(visit: Visit) -> Response:
    """The comments on one clause, as a part of the page."""
    board = visit.board()
    draft = named(board.rounds, visit.request.path_params["key"])
    said_here = _said(board, draft, placed(board, draft), visit)
    return visit.page("_draft_comments.html.jinja", key=key_of(draft, board.rounds), **said_here)


def _said(board: Board, draft: Draft, where: Placed, visit: Visit) -> dict[str, Any]:
    """What stands beside the text: the comments on the clause that is asked for, else those on no clause."""
    clause = draft.by_id.get(visit.text("clause"))
    ours = () if clause is None else where.by_clause.get(clause.id, ())
    return {
        "clause": clause,
        "said": said(board, ours, draft, visit.lang),
        "whole": said(board, where.whole, draft, visit.lang),
        "gone": said(board, where.gone, draft, visit.lang),
        "nothing": said(board, where.nothing, draft, visit.lang),
    }


def compare(visit: Visit) -> Response:
    board = visit.board()
    if len(board.rounds.drafts) < 2:
        return visit.page("compare.html.jinja", page=None)
    old, new = _two(visit)
    asked = ComparisonAsked(
        key_of(old, board.rounds),
        key_of(new, board.rounds),
        _one_of(visit.text("show"), tuple(CHOICES)),
        _one_of(visit.text("view"), VIEWS),
        visit.text("noise") == "1",
    )
    found = explained(board, old, new)
    return visit.page(
        "compare.html.jinja",
        page=compared(found, board, visit.lang, show=asked.show, noise=asked.noise),
        asked=asked,
        others=[(key_of(each, board.rounds), draft_name(each, visit.lang)) for each in board.rounds.drafts],
        choices=tuple(CHOICES),
        views=VIEWS,
    )


def _one_of(given: str, known: Sequence[str]) -> str:
    """What is known of what an address may say; the first where it says something else."""
    return given if given in known else known[0]


def _two(visit: Visit) -> tuple[Draft, Draft]:
    """The drafts that are named; those that are not are the newest two."""
    rounds = visit.board().rounds
    new = named(rounds, visit.text("new")) if visit.text("new") else rounds.newest
    at = rounds.drafts.index(new)
    old = named(rounds, visit.text("old")) if visit.text("old") else rounds.drafts[max(at - 1, 0)]
    return old, new


def tracked(visit: Visit) -> Response:
    """The .docx with tracked changes."""
    board = visit.board()
    old, new = _two(visit)
    found = explained(board, old, new).comparison
    by_comment = visit.text("by_comment") == "1"
    made = redline(board.workspace, found, RedlineOptions(by_comment=by_comment))
    return _file(made.data, _DOCX, f"so-sanh-{key_of(old, board.rounds)}-{key_of(new, board.rounds)}.docx")


def page(visit: Visit) -> Response:
    """The comparison as one page, to be kept or sent."""
    board = visit.board()
    old, new = _two(visit)
    data = write_html(board.workspace.changes(old, new), old, new, visit.lang)
    name = f"so-sanh-{key_of(old, board.rounds)}-{key_of(new, board.rounds)}.html"
    return _file(data, "text/html; charset=utf-8", name)


def _file(data: bytes, kind: str, name: str) -> Response:
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


ROUTES = [
    Route("/drafts", reading(drafts)),
    Route("/drafts/compare", reading(compare)),
    Route("/drafts/compare.docx", reading(tracked)),
    Route("/drafts/compare.html", reading(page)),
    Route("/drafts/{key}", reading(one)),
    Route("/drafts/{key}/comments", reading(comments)),
]
