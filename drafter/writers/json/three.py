"""`drafter diff --three --json`: what a copy asks for, and what a later draft did of it."""

from __future__ import annotations

from drafter.model import Draft, ThreeEdit, ThreeKind, ThreeState, ThreeWay
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.shared import DraftNameJson, draft_name


class ThreeEditJson(JsonObject, frozen=True):
    """One edit of the old draft; `made`: clauses of the draft that makes it, `now`: of the one it is looked
    for in. `gone` words went, `came` words came between `lead` and `tail`; `stands`: what is there
    otherwise."""

    kind: ThreeKind
    state: ThreeState
    old: tuple[str, ...]
    made: tuple[str, ...]
    now: tuple[str, ...]
    gone: str
    came: str
    lead: str
    tail: str
    stands: str


class ThreeSummaryJson(JsonObject, frozen=True):
    """How many edits were asked for, what came of them, how many were not asked for."""

    asked: int
    done: int
    partly: int
    not_done: int
    unasked: int


class ThreeDocument(JsonObject, frozen=True):
    """`asked`: each edit of the copy, looked for in the new draft; `unasked`: the edits of that draft that
    are not in the copy, or not wholly."""

    old: DraftNameJson
    copy: DraftNameJson
    new: DraftNameJson
    agency: str
    asked: tuple[ThreeEditJson, ...]
    unasked: tuple[ThreeEditJson, ...]
    summary: ThreeSummaryJson


def three(found: ThreeWay, drafts: tuple[Draft, Draft, Draft], agency: str) -> ThreeDocument:
    """`drafts`: as sent, as commented, as revised."""
    old, copy, new = map(draft_name, drafts)
    return ThreeDocument(
        old=old,
        copy=copy,
        new=new,
        agency=agency,
        asked=tuple(map(_edit, found.asked)),
        unasked=tuple(map(_edit, found.unasked)),
        summary=ThreeSummaryJson(
            asked=len(found.asked),
            done=len(found.of(ThreeState.DONE)),
            partly=len(found.of(ThreeState.PARTLY)),
            not_done=len(found.of(ThreeState.NOT_DONE)),
            unasked=len(found.unasked),
        ),
    )


def _edit(edit: ThreeEdit) -> ThreeEditJson:
    return like(ThreeEditJson, edit)
