"""`drafter outline --json`: a draft and the tree of its clauses."""

from __future__ import annotations

import datetime

from drafter.model import Clause, Draft, Kind, Numbered, Role, Story
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import NoticeJson, notice


class DraftJson(JsonObject, frozen=True):
    """A draft: title, number, date (ISO), issuer and kind as it prints them."""

    path: str
    title: str
    number: int | None
    date: datetime.date | None
    issuer: str | None
    kind: str | None


class NoteJson(JsonObject, frozen=True):
    """A note or text box anchored in a clause."""

    story: Story
    text: str


class ClauseJson(JsonObject, frozen=True):
    """A clause: `words` of its own text, `words_all` with all below it, `share` of the whole draft.

    `id` is unique in its draft and means nothing in another; `locator` is the place as an official
    writes it; `parent` is null at the top.
    """

    id: str
    locator: str
    marker: str | None
    kind: Kind
    role: Role
    heading: str | None
    text: str
    words: int
    words_all: int
    share: float
    parent: str | None
    order: int
    page: int | None
    numbering: Numbered
    notes: tuple[NoteJson, ...]


class OutlineDocument(JsonObject, frozen=True):
    """The clauses of a draft in its order, and what stands outside them: front, table headers, back."""

    draft: DraftJson
    clauses: tuple[ClauseJson, ...]
    front: tuple[str, ...]
    header: tuple[str, ...]
    back: tuple[str, ...]
    notices: tuple[NoticeJson, ...]


def outline(draft: Draft, lang: str) -> OutlineDocument:
    whole = sum(top.words_all for top in draft.children.get(None, ())) or 1
    return OutlineDocument(
        draft=like(DraftJson, draft),
        clauses=tuple(_clause(clause, whole) for clause in draft.clauses),
        front=draft.front,
        header=draft.header,
        back=draft.back,
        notices=tuple(notice(odd, lang) for odd in draft.notices),
    )


def _clause(clause: Clause, whole: int) -> ClauseJson:
    return like(ClauseJson, clause, share=round(clause.words_all / whole, 4))
