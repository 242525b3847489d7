"""Shown: whether a draft shows what is recorded as accepted, by what was counted of it."""

from __future__ import annotations

from drafter.model import Decision, Disposition, Verdict

_UNDONE = (Verdict.NOT_YET, Verdict.REGRESSED)


def is_unshown(decision: Decision, verdict: Verdict | None) -> bool:
    """Whether a comment is recorded as accepted and the draft of which `verdict` speaks surely does not show
    it, or only a part of what is accepted as a whole. An edit that a person named stands for what was not
    counted."""
    if decision.disposition is Disposition.ACCEPTED and verdict is Verdict.PARTLY:
        return True
    taken = decision.disposition in (Disposition.ACCEPTED, Disposition.PARTLY)
    return taken and verdict in _UNDONE and decision.deed is None
