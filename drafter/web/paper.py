"""Paper: the part of a page that shows a print, and asks for it until it is there."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from .prints import Print, PrintState
from .visit import Visit


def pages_part(
    visit: Visit,
    made: Print,
    again: str,
    words: str = "",
    template: str = "_pages.html.jinja",
    **values: Any,
) -> Response:
    """The pages; nothing while they are still being made, so that what is there meanwhile stays as it is.
    `again`: where the part asks for itself, `words`: the same content as text."""
    if made.state is PrintState.WAITING and visit.partial:
        return Response(status_code=204)
    return visit.page(template, print=made, again=again, words=words, **values)
