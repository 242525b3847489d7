"""Settling: the page where a person settles what stands against handing in."""

from __future__ import annotations

from collections.abc import Collection

from drafter.model import CheckCode

_PLACES = {
    CheckCode.OPEN: "/comments?state=open",
    CheckCode.UNASSIGNED: "/comments?state=unassigned",
    CheckCode.UNAPPROVED: "/comments?state=waiting",
    CheckCode.SILENT_AGENCY: "/agencies",
    CheckCode.REPLY_NOT_SENT: "/replies",
    CheckCode.SILENT_CHANGE: "/drafts/compare?show=silent",
    CheckCode.LINT: "/drafts",
    CheckCode.VANISHED: "/log",
    CheckCode.DEADLINE: "/files/settings",
}


def settled_at(code: CheckCode, numbers: Collection[int | None]) -> str:
    """Where it is settled; of one comment alone, its own page. `numbers`: those of the comments, None for one
    that has none."""
    if code in _PLACES:
        return _PLACES[code]
    no = next(iter(numbers), None)
    return f"/comments?check={code}" if no is None or len({*numbers}) > 1 else f"/comments/{no}"
