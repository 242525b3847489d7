"""The office that drafts and answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """The drafting office as it signs: what the workspace says of it, "" or () where it says nothing.

    `parent` stands above `name`; `place` and `date` over the title; `signer` is the title of who signs, its
    lines below each other. `templates`: the folder of the office's own letters, relative to the workspace.
    """

    parent: str = ""
    name: str = ""
    place: str = ""
    date: date | None = None
    signer: str = ""
    recipients: tuple[str, ...] = ()
    templates: str = ""
