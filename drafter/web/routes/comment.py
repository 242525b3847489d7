"""One comment: looked at with all that is known of it, and decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError, Stale, UnknownComment
from drafter.jobs.approval import approve
from drafter.jobs.board import Board
from drafter.jobs.decisions import DecideOptions, decide, undo
from drafter.jobs.letter_picture import letter_picture
from drafter.jobs.queue import beside
from drafter.jobs.reread import can_set_aside, frame_pieces, put_back, set_aside, take_up
from drafter.model import ReasonCode, Scope, Stand, Via
from drafter.wording.messages import say

from ..downloads import shown
from ..numbers import number_of
from ..sessions import Access
from ..views.clauses import picks
from ..views.comment import page
from ..views.comments import address_query, read_wanted
from ..views.deciding import DISPOSITIONS, DecisionForm, form_of, options_of, seen, sent, taken
from ..views.failing import told
from ..views.standing import standing
from ..visit import Visit, changing, reading
from .comments import acted, asked, queue, saved, saved_key, unshown


def comment(visit: Visit, form: DecisionForm | None = None, fault: str = "", status: int = 200) -> Response:
    """The page of one comment. `form`: with what was typed and could not be recorded."""
    board, number = visit.board(), visit.number("no")
    wanted = read_wanted(asked(visit), visit.session.name)
    made = page(board, number, visit.lang, who=visit.session.name, whole=bool(visit.text("whole")))
    before, after, _ = beside(queue(visit, wanted), wanted, number)
    offer = number_of(visit.text("offer"))
    ready = form or form_of(made.view, visit.lang)
    if form is None and offer is not None:
        ready = taken(ready, made.view, offer, visit.lang)
    if form is None and made.fresh and visit.text("fresh"):
        ready = replace(ready, response=made.fresh, blanks=(), proposed=False)
    return visit.page(
        "comment.html.jinja",
        status,
        made=made,
        form=ready,
        fault=fault,
        standing=standing(made.view, visit.lang),
        before=before,
        after=after,
        query=_query(visit),
        saved=saved(visit),
        saved_key=saved_key(visit),
        act=acted(visit),
        unshown=unshown(visit),
        asking=visit.text("asks") or "\n".join(made.written),
        dispositions=DISPOSITIONS,
        reasons=tuple(ReasonCode),
        stands=tuple(Stand),
        **_reread(board, number),
    )


def _reread(board: Board, number: int) -> Mapping[str, object]:
    """What can be said of the letter where it was understood wrongly."""
    said = board.by_no.get(number)
    return {
        "aside": said is not None and can_set_aside(board, said),
        "taken": () if said is None else frame_pieces(board, said),
    }


def _query(visit: Visit) -> str:
    """The filters as they follow an address, with their question mark."""
    kept = asked(visit)
    return f"?{address_query(kept)}" if kept else ""


def scan(visit: Visit) -> Response:
    """The part of a scanned page in which the comment stands."""
    board, at = visit.board(), visit.number("at")
    said = board.by_no.get(visit.number("no"))
    found = None if said is None else letter_picture(board, said, at)
    if found is None:
        raise HTTPException(404)
    return shown(found, f"{at}.png")


def stands(visit: Visit) -> Response:
    """The part that says what stands of the comment now."""
    made = page(visit.board(), visit.number("no"), visit.lang, who=visit.session.name)
    return visit.page(
        "_standing.html.jinja", made=made, standing=standing(made.view, visit.lang), query=_query(visit)
    )


def tree(visit: Visit) -> Response:
    """The part in which clauses are picked."""
    view = page(visit.board(), visit.number("no"), visit.lang).view
    ticked = frozenset(visit.texts("clause")) if visit.text("picking") else None
    return visit.page("_picks.html.jinja", picks=picks(view, visit.text("find"), ticked))


# --- what is recorded ---------------------------------------------------------------------


def record(visit: Visit) -> Response:
    """What the form says; then on to the next open comment, or back to this one."""
    board, number = visit.board(), visit.number("no")
    form = form_of(page(board, number, visit.lang).view, visit.lang)
    fields = _fields(visit)
    try:
        decide(visit.workspace(), options_of(number, form, fields), visit.session.name, board)
    except Stale as error:
        fresh = form_of(page(visit.board(), number, visit.lang).view, visit.lang)
        return comment(visit, sent(fresh, fields, stale=error), status=error.http_status)
    except (DrafterError, ValueError) as error:
        words, status = told(error, visit.lang)
        return comment(visit, sent(form, fields, fault=words), status=max(status, 400))
    return _on(visit) if visit.text("then") == "next" else _back(visit)


def _fields(visit: Visit) -> Mapping[str, str]:
    return {name: value for name, value in visit.form.items() if isinstance(value, str)}


def _back(visit: Visit, act: str = "") -> Response:
    return _to(visit, visit.number("no"), act)


def _on(visit: Visit) -> Response:
    """To the next comment that is open, else to the list, where nothing is left."""
    wanted = read_wanted(asked(visit), visit.session.name)
    _, _, following = beside(queue(visit, wanted), wanted, visit.number("no"))
    return _to(visit, following)


def _to(visit: Visit, number: int | None, act: str = "") -> Response:
    """On to a comment, else the list; the page there says what was saved."""
    path = "/comments" if number is None else f"/comments/{number}"
    told = {"saved": visit.number("no"), **({"act": act} if act else {})}
    return visit.to(f"{path}?{address_query({**asked(visit), **told})}")


def aside(visit: Visit) -> Response:
    """The comment is none; on to the next one."""
    board, number = visit.board(), visit.number("no")
    said = board.by_no.get(number)
    if said is None:
        raise UnknownComment(str(number), known="–")
    wanted = read_wanted(asked(visit), visit.session.name)
    before, after, _ = beside(queue(visit, wanted), wanted, number)
    try:
        set_aside(board, said)
    except DrafterError as error:
        words, status = told(error, visit.lang)
        return comment(visit, fault=words, status=max(status, 400))
    return _to(visit, after or before)


def back(visit: Visit) -> Response:
    """What was said to be none is a comment again."""
    board, number = visit.board(), visit.number("no")
    said = board.numbered.get(number)
    if said is None:
        raise UnknownComment(str(number), known="–")
    try:
        put_back(board, said)
    except DrafterError as error:
        words, status = told(error, visit.lang)
        return comment(visit, fault=words, status=max(status, 400))
    return _to(visit, number)


def take(visit: Visit) -> Response:
    """A piece of the letter is a comment; on to it."""
    board, number = visit.board(), visit.number("no")
    said = board.by_no.get(number)
    if said is None:
        raise UnknownComment(str(number), known="–")
    known = set(board.by_no)
    try:
        take_up(board, said, visit.text("text"))
    except DrafterError as error:
        words, status = told(error, visit.lang)
        return comment(visit, fault=words, status=max(status, 400))
    new = [each for each in visit.board().by_no if each not in known]
    return _to(visit, new[0] if new else number)


def _acting(act: Callable[[Visit, int], object], name: str = "") -> Callable[[Visit], Response]:
    """An act on one comment; what it cannot do is told on its page. With a `name` it leaves what is typed."""

    def route(visit: Visit) -> Response:
        try:
            act(visit, visit.number("no"))
        except (DrafterError, ValueError) as error:
            words, status = told(error, visit.lang)
            return comment(visit, fault=words, status=status)
        return _back(visit, name)

    return route


def _undone(visit: Visit, number: int) -> None:
    undo(visit.workspace(), (number,), visit.session.name, Via.PAGE, seen(visit.text("versions"), number))


def _approved(visit: Visit, number: int) -> None:
    approve(visit.workspace(), (number,), visit.session.name, Via.PAGE, seen(visit.text("versions"), number))


def _like(visit: Visit, number: int) -> None:
    versions = seen(visit.text("versions"), number)
    options = DecideOptions((number,), like=int(visit.text("like")), versions=versions, via=Via.PAGE)
    decide(visit.workspace(), options, visit.session.name, visit.board())


def _linked(visit: Visit, number: int) -> None:
    said, about = visit.text("scope"), DecideOptions((number,))
    if said == _READ:
        about = replace(about, without=frozenset({"clauses"}))
    elif said in (Scope.DOCUMENT, Scope.NONE):
        about = replace(about, scope=Scope(said))
    else:
        about = replace(about, clauses=visit.texts("clause"))
    options = replace(about, versions=seen(visit.text("versions"), number), via=Via.PAGE)
    decide(visit.workspace(), options, visit.session.name, visit.board())


def link(visit: Visit) -> Response:
    """The comment is about the clauses that were picked, the draft as a whole, or nothing in it."""
    if not visit.texts("clause") and visit.text("scope") not in (Scope.DOCUMENT, Scope.NONE, _READ):
        return comment(visit, fault=say("comments-page.pick.nothing-ticked", visit.lang), status=422)
    return _acting(_linked, "link")(visit)


def asks(visit: Visit) -> Response:
    """What the comment asks for is what was written, a line each; what was read again where nothing was."""
    written = tuple(filter(None, map(str.strip, visit.text("asks").splitlines())))
    made = page(visit.board(), visit.number("no"), visit.lang)
    if written == made.written:
        return _back(visit)

    def said(visit: Visit, number: int) -> None:
        versions = seen(visit.text("versions"), number)
        options = DecideOptions((number,), asks=written or ("",), versions=versions, via=Via.PAGE)
        decide(visit.workspace(), options, visit.session.name, visit.board())

    return _acting(said, "asks")(visit)


_READ = "read"  # in place of a scope: what was found by itself
_HERE = "/comments/{no:int}"

ROUTES = [
    Route(_HERE, reading(comment)),
    Route(f"{_HERE}/standing", reading(stands)),
    Route(f"{_HERE}/scan/{{at:int}}.png", reading(scan)),
    Route(f"{_HERE}/clauses", reading(tree)),
    Route(f"{_HERE}/clauses", changing(link), methods=["POST"]),
    Route(f"{_HERE}/asks", changing(asks), methods=["POST"]),
    Route(f"{_HERE}/decide", changing(record), methods=["POST"]),
    Route(f"{_HERE}/like", changing(_acting(_like)), methods=["POST"]),
    Route(f"{_HERE}/undo", changing(_acting(_undone, "undo")), methods=["POST"]),
    Route(f"{_HERE}/aside", changing(aside), methods=["POST"]),
    Route(f"{_HERE}/back", changing(back), methods=["POST"]),
    Route(f"{_HERE}/take", changing(take), methods=["POST"]),
    Route(f"{_HERE}/approve", changing(_acting(_approved, "approve"), Access.APPROVER), methods=["POST"]),
]
