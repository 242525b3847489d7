"""Parts that several documents hold: which draft, what was odd, what was found, how words changed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from drafter.model import Draft, Finding, Notice, Severity
from drafter.wording.notices import notice_words
from drafter.writers.json.encoding import JsonObject, like


class DraftNameJson(JsonObject, frozen=True):
    """A draft by its path in the workspace and its number, null where it has none."""

    path: str
    number: int | None


class NoticeJson(JsonObject, frozen=True):
    """Something odd met while reading: its code, where, what, and the sentence for it."""

    code: str
    place: str
    detail: str
    message: str


class FindingJson(JsonObject, frozen=True):
    """A measurable fault; `data` holds the facts that its message is made from."""

    rule: str
    severity: Severity
    clause: str | None
    message: str
    data: dict[str, Any]


class SegmentJson(JsonObject, frozen=True, array_like=True):
    """An operation and its words: "=" and "-" joined give the old text, "=" and "+" the new one."""

    op: Annotated[str, msgspec.Meta(pattern="^[=+-]$")]
    text: str


def draft_name(draft: Draft) -> DraftNameJson:
    return like(DraftNameJson, draft)


def notice(odd: Notice, lang: str) -> NoticeJson:
    return like(NoticeJson, odd, message=notice_words(odd, lang))


def facts(finding: Finding) -> dict[str, Any]:
    """The facts of a finding as JSON has them: arrays for tuples."""
    plain: dict[str, Any] = msgspec.to_builtins(dict(finding.data))
    return plain
