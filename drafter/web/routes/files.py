"""The files: dropped in, shown as they were understood, corrected, put aside and brought back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError, NotFound, UnknownDraft
from drafter.jobs.board import Board
from drafter.jobs.declaring import NEW, SettingsEntry, declare, forget, of_draft, of_letter
from drafter.jobs.placing import place
from drafter.jobs.removing import bring_back, find_file, remove, removed, table_of
from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming
from drafter.settings import read_settings
from drafter.wording.names import draft_name

from ..arrivals import Landed
from ..numbers import number_of
from ..rendering import sentence
from ..trying import tried
from ..views.files import anchor, draft_value, files_page, letter_cards, letter_page
from ..visit import Visit, changing, reading

_FIELDS = (  # of the forms that correct a draft or a letter, with what they are called
    ("agency", "web.files.agency"), ("date", "web.files.date"), ("letter-number", "web.files.letter-no"),
    ("draft", "web.files.about"), ("number", "web.files.number"), ("label", "web.files.label"),
)  # fmt: skip


def files(visit: Visit) -> Response:
    return _page(visit)


def _page(visit: Visit, status: int = 200, failure: DrafterError | None = None) -> Response:
    """The whole page; `failure`: why what was just asked for was not done."""
    board = _board(visit)
    receipt = visit.site.arrivals.receipt(visit.session.id, visit.request.query_params.get("sent", ""))
    return visit.page(
        "files.html.jinja",
        status,
        page=files_page(visit.site, board, visit.failures, visit.lang),
        receipt=receipt,
        refused="" if failure is None else sentence(visit.lang, failure),
        typed=[] if failure is None else [(key, said) for name, key in _FIELDS if (said := visit.text(name))],
        seen=_seen(visit),
        limits=visit.site.options.limits,
        removed=removed(visit.site.root),
        anchor=anchor,
    )


def _board(visit: Visit) -> Board | None:
    """The board; None where the workspace as a whole cannot be read, which is told among its failures."""
    try:
        return visit.board()
    except DrafterError as error:
        visit.failures.append(error)
        return None


def _seen(visit: Visit) -> str:
    """The hash of drafter.toml by which a page knows that it is stale."""
    try:
        return read_settings(visit.site.root).sha256 or NEW
    except DrafterError:
        return NEW


def send(visit: Visit) -> Response:
    """Take the files that were sent; what became of each stands on the page."""
    said = visit.text("kind")
    kind = FileKind(said) if said in list(FileKind) else None
    landed = visit.site.arrivals.take(visit.files("files"), kind)
    return _told(visit, landed)


def _told(visit: Visit, landed: list[Landed]) -> Response:
    receipt = visit.site.arrivals.keep(visit.session.id, landed)
    return visit.to(f"/files?sent={receipt}")


def letter(visit: Visit) -> Response:
    """One file of comments/ with all that it holds: a page, or its part where its card is opened."""
    path, board = visit.text("path"), visit.board()
    card = next((card for card in letter_cards(board, visit.lang) if card.path == path), None)
    if card is None:
        raise NotFound(PurePosixPath(path).name)
    choices = [(draft_value(draft), draft_name(draft, visit.lang)) for draft in board.rounds.drafts]
    return visit.page(
        "_file.html.jinja" if visit.partial else "file.html.jinja",
        letter=letter_page(board, card),
        choices=choices,
        seen=_seen(visit),
    )


# --- corrections ---------------------------------------------------------------------------


def correct_draft(visit: Visit) -> Response:
    path = _here(visit, FileKind.DRAFT)
    said = of_draft(
        path,
        number=_number(visit.text("number")),
        dated=_day(visit.text("date")),
        label=_line(visit, "label"),
    )
    return _declared(visit, path, said)


def correct_letter(visit: Visit) -> Response:
    path = _here(visit, FileKind.LETTER)
    about = visit.text("draft")
    try:
        _check_draft(visit, about)
    except DrafterError as failure:
        return _page(visit, failure.http_status, failure)
    said = of_letter(
        path.removeprefix(f"{FileKind.LETTER.folder}/"),
        agency=_line(visit, "agency"),
        dated=_day(visit.text("date")),
        number=_line(visit, "letter-number"),
        draft=number_of(about) or about or None,
    )
    return _declared(visit, path, said)


def _check_draft(visit: Visit, about: str) -> None:
    """Raises UnknownDraft for a draft that has gone since the page was made, or never was."""
    known = [draft_value(each) for each in visit.board().rounds.drafts]
    if about and about not in known:
        raise UnknownDraft(about, known=", ".join(known) or "–")


def _declared(visit: Visit, path: str, said: SettingsEntry) -> Response:
    try:
        declare(visit.site.root, said, seen=visit.text("seen"))
    except DrafterError as failure:
        return _page(visit, failure.http_status, failure)
    return visit.to(f"/files#{anchor(path)}")


def _here(visit: Visit, kind: FileKind) -> str:
    """The file that the form names. Raises NotFound for one that is not there, or elsewhere."""
    path = visit.text("path")
    if not path.startswith(f"{kind.folder}/"):
        raise NotFound(PurePosixPath(path).name)
    files = visit.site.workspace().letter_files if kind is FileKind.LETTER else None
    if files is None or not files.is_there(path.removeprefix(f"{kind.folder}/")):
        find_file(visit.site.root, path)
    return path


def _line(visit: Visit, name: str) -> str:
    return " ".join(visit.text(name).split())[:200]


def _number(text: str) -> int | None:
    found = number_of(text)
    return found if found is not None and 0 < found < 1000 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# --- moving, removing ----------------------------------------------------------------------


def move(visit: Visit) -> Response:
    """A draft that is a letter, or the other way: read as what it is said to be, then put there."""
    path = visit.text("path")
    file = find_file(visit.site.root, path)
    kind = FileKind.LETTER if path.startswith(f"{FileKind.DRAFT.folder}/") else FileKind.DRAFT
    (found,) = tried(visit.site.root, [Incoming(file, file.name, kind)], visit.site.options.limits)
    if found.failure is not None:
        return _told(visit, [Landed(file.name, failure=found.failure)])
    placed = place(file, visit.site.root / kind.folder, file.name)
    shown = placed.path.relative_to(visit.site.root).as_posix()
    with suppress(DrafterError):  # a broken drafter.toml is told on the page
        forget(visit.site.root, *table_of(path))
    return _told(visit, [Landed(file.name, kind, shown)])


def put_aside(visit: Visit) -> Response:
    remove(visit.site.root, visit.text("path"), visit.session.name)
    return visit.to("/files#removed")


def back(visit: Visit) -> Response:
    placed = bring_back(visit.site.root, visit.text("id"))
    return visit.to(f"/files#{anchor(placed.path.relative_to(visit.site.root).as_posix())}")


ROUTES = [
    Route("/files", reading(files)),
    Route("/files/send", changing(send), methods=["POST"]),
    Route("/files/letter", reading(letter)),
    Route("/files/letter", changing(correct_letter), methods=["POST"]),
    Route("/files/draft", changing(correct_draft), methods=["POST"]),
    Route("/files/move", changing(move), methods=["POST"]),
    Route("/files/remove", changing(put_aside), methods=["POST"]),
    Route("/files/back", changing(back), methods=["POST"]),
]
