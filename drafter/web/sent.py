"""What goes out from a page: in which language, and that it is kept, or does not go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from drafter.errors import DrafterError
from drafter.settings import read_settings

from .faults import NotAllowedHere
from .visit import Visit


def document_language(visit: Visit) -> str:
    """That of tables and letters: as asked for, else the workspace's. Who reads the page in another language
    still writes to the same offices."""
    asked = visit.text("language") or visit.site.options.lang
    if asked in ("vi", "en"):
        return asked
    try:
        return read_settings(visit.site.root).language
    except DrafterError:
        return "vi"


def refuse_unkept(told: Sequence[DrafterError]) -> NoReturn:
    """What could not be kept does not go out. Raises what the store `told`, or NotAllowedHere in a folder
    that is only for reading."""
    if told:
        raise told[-1]
    raise NotAllowedHere("read-only")
