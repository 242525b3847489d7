"""A table that comes back: sent, looked at, and only then taken."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError, Stale, as_failure
from drafter.jobs.import_table import Imported, import_table, take
from drafter.jobs.trial import Incoming
from drafter.opc import FileFormat

from ..trying import tried
from ..uploads import Upload
from ..views.returned import mark, returned_view
from ..visit import Visit, changing, reading

FORMATS = {
    FileFormat.DOCX: ".docx", FileFormat.XLSX: ".xlsx", FileFormat.ODT: ".odt", FileFormat.ODS: ".ods",
    FileFormat.DOC: ".doc", FileFormat.XLS: ".xls", FileFormat.RTF: ".rtf",
}  # fmt: skip
_HERE = "/table/returned/{id}"


def send(visit: Visit) -> Response:
    """Keep what was sent, and on to what it would change. Nothing of it is taken."""
    files = [each for each in visit.files("table") if each.filename]
    if len(files) != 1:
        return visit.page("returned.html.jinja", 422, found=None, upload=None, error=None, again=False)
    (file,) = files
    if (file.size or 0) > visit.site.options.limits.file:
        raise HTTPException(413)
    try:
        upload = visit.site.uploads.keep(visit.session.id, file.filename or "", file.file.read(), FORMATS)
    except DrafterError as error:
        return _refused(visit, error)
    return visit.to(f"/table/returned/{upload.id}")


def look(visit: Visit) -> Response:
    """What it would change; who may only look has nothing to look at. Once it is taken or left, going back
    leads to the table."""
    found = visit.site.uploads.find(visit.session.id, visit.request.path_params["id"])
    return visit.to("/table") if found is None else _preview(visit, found)


def confirm(visit: Visit) -> Response:
    """Take exactly what was shown; where it would be another thing by now, that is shown first."""
    upload = _own(visit)
    shown: Imported | None = upload.notes.get("shown")
    if shown is None or mark(shown.returned) != visit.text("mark"):
        return _preview(visit, upload, again=True)
    workspace = visit.workspace()
    try:
        done = take(workspace, shown, visit.session.name)
    except Stale:
        return _preview(visit, upload, again=True)
    visit.site.uploads.drop(upload)
    return visit.to(f"/table?taken={len(done.returned.saves)}")


def leave(visit: Visit) -> Response:
    """Nothing of it is taken, and the file goes."""
    visit.site.uploads.drop(_own(visit))
    return visit.to("/table")


def _own(visit: Visit) -> Upload:
    found = visit.site.uploads.find(visit.session.id, visit.request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return found


def _preview(visit: Visit, upload: Upload, *, again: bool = False) -> Response:
    """What it would change, once a child process has read it within its limits."""
    try:
        if "shown" not in upload.notes:
            _check(visit, upload)
        found = import_table(visit.workspace(), upload.path, visit.session.name, dry_run=True)
    except Exception as error:  # whatever is wrong with a file that came in is told, and it does not stay
        failure = as_failure(error, upload.name)
        visit.site.uploads.drop(upload)
        return _refused(visit, failure.at(upload.name))
    upload.notes["shown"] = found
    view = returned_view(found, visit.lang)
    return visit.page(
        "returned.html.jinja", 409 if again else 200, found=view, upload=upload, error=None, again=again
    )


def _check(visit: Visit, upload: Upload) -> None:
    """Raises why the child could not read it."""
    file = Incoming(upload.path, upload.name, returned=True)
    (found,) = tried(visit.site.root, [file], visit.site.options.limits)
    if found.failure is not None:
        raise found.failure


def _refused(visit: Visit, error: DrafterError) -> Response:
    return visit.page("returned.html.jinja", 422, found=None, upload=None, error=error, again=False)


ROUTES = [
    Route("/table/returned", changing(send), methods=["POST"]),
    Route(_HERE, reading(look)),
    Route(f"{_HERE}/take", changing(confirm), methods=["POST"]),
    Route(f"{_HERE}/leave", changing(leave), methods=["POST"]),
]
