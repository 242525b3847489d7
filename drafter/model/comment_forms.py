"""Forms that go out to agencies for their comments, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .form_keys import FormKey
    from .letters import DraftName


@dataclass(frozen=True, slots=True)
class FormRow:
    """A clause to be commented: its key, its place as an official cites it ("" for the whole), its text."""

    key: FormKey
    place: str
    text: str
    heads: bool = False  # other clauses stand under it


@dataclass(frozen=True, slots=True)
class CommentForm:
    """A form for one draft; `source`: its path and SHA-256."""

    draft: DraftName
    rows: tuple[FormRow, ...]
    source: tuple[str, str]
