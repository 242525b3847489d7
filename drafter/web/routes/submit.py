"""The reviewers' page: an agency sends comments, sees how they were understood and what became of them."""

from __future__ import annotations

import hmac
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from drafter.errors import DrafterError, NotFound, UnknownComment
from drafter.jobs.board import Board
from drafter.jobs.declaring import SettingsEntry, of_letter
from drafter.jobs.drafts import OneDraft
from drafter.jobs.form import form
from drafter.jobs.placing import safe_name
from drafter.jobs.removing import remove
from drafter.jobs.reviewing import agency_stem, heard, newest_file, say_clause, say_stand, written_form
from drafter.jobs.sorting import FileKind
from drafter.model import Stand
from drafter.writers.forms import form_bytes

from ..arrivals import Landed, NamedFile
from ..downloads import download
from ..faults import Forbidden, NotAllowedHere
from ..numbers import number_of
from ..rendering import plain, sentence
from ..reviewers import Reviewer
from ..site import Site
from ..views.submit import submit_page
from ..visit import check_origin, language

_ROWS = 200  # comments that are written at once
_WORDS = 10_000  # characters of one


@dataclass(frozen=True, slots=True)
class _Guest:
    """By whom a page was asked for: its `name` stands in the audit, as that of a session does."""

    name: str


@dataclass(frozen=True, slots=True)
class _Call:
    """One request of a reviewer."""

    request: Request
    site: Site
    token: str
    reviewer: Reviewer
    form: FormData = field(default_factory=FormData)

    @property
    def lang(self) -> str:
        return language(self.request, self.site)

    @property
    def home(self) -> str:
        return f"/submit/{self.token}"

    @property
    def may_send(self) -> bool:
        return self.reviewer.may_send(self.site.today()) and not self.site.options.read_only

    def board(self) -> Board:
        return self.site.board()[0]

    def text(self, name: str) -> str:
        found = self.form.get(name, "")
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> list[str]:
        return [each for each in self.form.getlist(name) if isinstance(each, str)]


Answer = Callable[[_Call], Response]


def _looking(route: Answer) -> Callable[[Request], object]:
    @wraps(route)
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(route, await run_in_threadpool(_call, request))

    return answer


def _sending(route: Answer) -> Callable[[Request], object]:
    """What changes something: from a form that was made for this reviewer, and not too often."""

    @wraps(route)
    async def answer(request: Request) -> Response:
        check_origin(request)
        call = await run_in_threadpool(_call, request)
        if call.site.options.read_only:
            raise NotAllowedHere("read-only")
        if not call.site.sends.allows(call.reviewer.id):
            raise HTTPException(429)
        limits = call.site.options.limits
        async with request.form(max_files=limits.files, max_part_size=limits.file) as form:
            given = form.get("secret")
            secret = call.site.reviewers.form_secret(call.reviewer)
            if not isinstance(given, str) or not hmac.compare_digest(given.encode(), secret.encode()):
                raise Forbidden("csrf")
            sent = _Call(request, call.site, call.token, call.reviewer, form)
            return await run_in_threadpool(route, sent)

    return answer


def _call(request: Request) -> _Call:
    """Who asks. Raises HTTPException: the same for a token that is unknown, revoked or expired."""
    site: Site = request.app.state.site
    token = request.path_params["token"]
    reviewer = site.reviewers.find(token, site.today())
    if reviewer is None:
        source = request.client.host if request.client else ""
        raise HTTPException(404 if site.guesses.allows(source) else 429)
    request.state.session = _Guest(reviewer.agency)
    return _Call(request, site, token, reviewer)


# --- looking -------------------------------------------------------------------------------


def look(call: _Call) -> Response:
    chosen = call.request.query_params.get("lang")
    if chosen in ("vi", "en"):
        answer = RedirectResponse(call.home, status_code=303)
        answer.set_cookie("lang", chosen, httponly=True, samesite="strict")
        return answer
    return _page(call)


def _page(
    call: _Call,
    status: int = 200,
    failure: DrafterError | None = None,
    landed: list[Landed] | None = None,
    rows: Sequence[tuple[str, str, str]] = (),
) -> Response:
    """`rows`: what was written and could not be taken, which stays in the fields."""
    board, lang = call.board(), call.lang
    edited = call.text("replaces") if rows else call.request.query_params.get("edit", "")
    body = plain(
        "submit.html.jinja",
        lang,
        page=submit_page(board, heard(board, call.reviewer.agency), call.reviewer, lang),
        call=call,
        secret=call.site.reviewers.form_secret(call.reviewer),
        refused="" if failure is None else sentence(lang, failure),
        landed=landed or [],
        edited=edited,
        rows=rows or call.reviewer.written(edited) or (("", "", ""),),
        limits=call.site.options.limits,
    )
    return HTMLResponse(body, status)


def draft(call: _Call) -> Response:
    name, data = newest_file(call.board().workspace)
    return download(data, name)


def blank_form(call: _Call) -> Response:
    board = call.board()
    made = form(board.workspace, OneDraft())
    name = f"phieu-gop-y-{board.rounds.newest.number or ''}".rstrip("-")
    return download(form_bytes(made, ".docx", call.lang), f"{name}.docx")


# --- sending -------------------------------------------------------------------------------


def send(call: _Call) -> Response:
    """The agency's own file, as its own whatever the file says."""
    files = [each for each in call.form.getlist("files") if isinstance(each, UploadFile)]
    stem = agency_stem(call.reviewer.agency, call.site.today())
    return _took(
        call,
        [NamedFile(f"{stem}-{safe_name(each.filename)}", each.file) for each in files if each.filename],
        (),
    )


def write(call: _Call) -> Response:
    """What was written in the page, kept as a file in the layout of the form."""
    if not call.may_send:
        raise NotAllowedHere("late")
    said = zip(call.texts("clause"), call.texts("words"), call.texts("reason"), strict=False)
    rows = [(clause, words.strip()[:_WORDS], why.strip()[:_WORDS]) for clause, words, why in said]
    rows = [row for row in rows if row[1]][:_ROWS]
    if not rows:
        return RedirectResponse(call.home, status_code=303)
    try:
        data = written_form(call.board().workspace, call.reviewer.agency, rows, call.lang)
    except DrafterError as failure:
        return _page(call, failure.http_status, failure, rows=rows)
    name = f"{agency_stem(call.reviewer.agency, call.site.today())}.xlsx"
    return _took(call, [NamedFile(name, io.BytesIO(data))], rows)


def _took(call: _Call, files: list[NamedFile], rows: tuple[()] | list[tuple[str, str, str]]) -> Response:
    """Take files in the agency's name; the one they replace is put aside once they are in."""
    if not call.may_send:
        raise NotAllowedHere("late")

    def declared(path: str) -> SettingsEntry:
        inside, day = path.removeprefix(f"{FileKind.LETTER.folder}/"), call.site.today() if rows else None
        return of_letter(inside, agency=call.reviewer.agency, dated=day, draft=None)

    agency = call.reviewer.agency
    own = frozenset(f"{FileKind.LETTER.folder}/{each.path}" for each in heard(call.board(), agency).files)
    landed = call.site.arrivals.take(files, FileKind.LETTER, agency=agency, declared=declared, own=own)
    taken = [each for each in landed if each.failure is None and not each.already]
    for each in taken:
        call.site.reviewers.came(call.reviewer.id, each.path, rows)
    old = call.text("replaces")
    if taken and old in _own(call):
        _put_aside(call, old)
    if any(each.failure or each.already for each in landed):
        return _page(call, 200, landed=landed, rows=() if taken else rows)
    return RedirectResponse(f"{call.home}#understood", status_code=303)


def withdraw(call: _Call) -> Response:
    """Take back one of the files that came by this reviewer."""
    if not call.may_send:
        raise NotAllowedHere("late")
    path = call.text("path")
    if path not in _own(call):
        raise NotFound(PurePosixPath(path).name)
    _put_aside(call, path)
    return RedirectResponse(f"{call.home}#understood", status_code=303)


def _own(call: _Call) -> frozenset[str]:
    """Files that came by this reviewer and are still its own: another agency's may lie there by now."""
    own = (each.path for each in heard(call.board(), call.reviewer.agency).files if each.own)
    return frozenset(f"{FileKind.LETTER.folder}/{path}" for path in own).intersection(call.reviewer.paths)


def _put_aside(call: _Call, path: str) -> None:
    with suppress(NotFound):  # the office has put it aside already
        remove(call.site.root, path, call.reviewer.agency)
    call.site.reviewers.went(call.reviewer.id, path)


def clause(call: _Call) -> Response:
    if not call.may_send:
        raise NotAllowedHere("late")
    return _said(call, lambda no: say_clause(
        call.site.workspace(), call.board(), call.reviewer.agency, no, call.text("clause")
    ))  # fmt: skip


def stand(call: _Call) -> Response:
    said = call.text("stand")
    if said not in (Stand.SATISFIED, Stand.NOT_SATISFIED):
        raise HTTPException(400)
    return _said(call, lambda no: say_stand(
        call.site.workspace(), call.board(), call.reviewer.agency, no, Stand(said)
    ))  # fmt: skip


def _said(call: _Call, say: Callable[[int], None]) -> Response:
    no = number_of(call.text("no"))
    if no is None:
        raise UnknownComment("?", known="–")
    try:
        say(no)
    except DrafterError as failure:
        return _page(call, failure.http_status, failure)
    return RedirectResponse(f"{call.home}#c{no}", status_code=303)


ROUTES = [
    Route("/submit/{token}", _looking(look)),
    Route("/submit/{token}/draft", _looking(draft)),
    Route("/submit/{token}/form", _looking(blank_form)),
    Route("/submit/{token}/send", _sending(send), methods=["POST"]),
    Route("/submit/{token}/write", _sending(write), methods=["POST"]),
    Route("/submit/{token}/withdraw", _sending(withdraw), methods=["POST"]),
    Route("/submit/{token}/clause", _sending(clause), methods=["POST"]),
    Route("/submit/{token}/stand", _sending(stand), methods=["POST"]),
]
