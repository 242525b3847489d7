"""Readiness: what stands against handing in, rule by rule, in the order in which an office works it off.

Each rule reads the same facts and gives findings of one code or two. A finding of severity info stands
against nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.model import CheckCode, CheckFinding, Severity

from .decided import approvals, assignees, contradictions, objections, offers, open_comments, vanished
from .done import fulfilled, refused
from .facts import ReadinessFacts
from .outside import deadline, faults, replies, silent_agencies, silent_changes
from .stated import untrue

__all__ = ["SEVERITIES", "ReadinessFacts", "readiness"]

_RULES: tuple[Callable[[ReadinessFacts], Iterator[CheckFinding]], ...] = (
    open_comments, assignees, approvals, fulfilled, untrue, refused, contradictions, objections, offers,
    vanished, silent_agencies, replies, silent_changes, faults, deadline,
)  # fmt: skip
# The gravest severity of each code.
SEVERITIES = {
    CheckCode.OPEN: Severity.ERROR,
    CheckCode.UNASSIGNED: Severity.WARNING,
    CheckCode.UNAPPROVED: Severity.ERROR,
    CheckCode.REGRESSED: Severity.ERROR,
    CheckCode.REWORDED: Severity.WARNING,
    CheckCode.OVERRIDDEN: Severity.WARNING,
    CheckCode.NOT_SEEN: Severity.ERROR,
    CheckCode.UNTRUE: Severity.ERROR,
    CheckCode.DONE_BUT_REFUSED: Severity.WARNING,
    CheckCode.CONTRADICTORY: Severity.ERROR,
    CheckCode.NOT_SATISFIED: Severity.WARNING,
    CheckCode.CONFIRM: Severity.WARNING,
    CheckCode.VANISHED: Severity.INFO,
    CheckCode.SILENT_AGENCY: Severity.WARNING,
    CheckCode.REPLY_NOT_SENT: Severity.WARNING,
    CheckCode.SILENT_CHANGE: Severity.WARNING,
    CheckCode.LINT: Severity.ERROR,
    CheckCode.DEADLINE: Severity.ERROR,
}


def readiness(facts: ReadinessFacts) -> tuple[CheckFinding, ...]:
    """All findings, by code in the order of an office's work, then of the comments or clauses."""
    order = list(CheckCode)
    found = [finding for rule in _RULES for finding in rule(facts)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.code)))
