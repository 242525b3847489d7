"""Whether a draft with its table can be handed in, and what stands against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from .severity import Severity

if TYPE_CHECKING:
    from .draft import Draft


class CheckCode(StrEnum):
    """What a finding is about; the codes are for good."""

    OPEN = "open"  # nobody has decided the comment
    UNASSIGNED = "unassigned"  # it waits for nobody, where comments are assigned
    UNAPPROVED = "unapproved"  # the decision waits for approval, where that is wanted
    REGRESSED = "regressed"  # what was done for an accepted comment was undone
    REWORDED = "reworded"  # it stands in part, or among other words
    OVERRIDDEN = "overridden"  # it was written anew by what was done for a later accepted comment
    NOT_SEEN = "not-seen"  # accepted, and the newest draft does not show it
    UNTRUE = "untrue-response"  # the answer says of the newest draft what it does not have
    DONE_BUT_REFUSED = "done-but-refused"  # the newest draft does what the decision explains away
    CONTRADICTORY = "contradictory"  # equal comments, different dispositions
    NOT_SATISFIED = "not-satisfied"  # the agency does not agree with what it was answered
    CONFIRM = "confirm"  # an earlier decision to much the same comment is there to be confirmed
    VANISHED = "vanished"  # decided, and no file holds the comment any more
    SILENT_AGENCY = "silent-agency"  # asked, no answer; the due date is over, or there is none
    REPLY_NOT_SENT = "reply-not-sent"  # decided since the agency was last written to
    SILENT_CHANGE = "silent-change"  # a change of the newest draft that no comment explains
    LINT = "lint"  # a measurable error of the newest draft
    DEADLINE = "deadline"  # the day for handing in is over


@dataclass(frozen=True, slots=True)
class CheckedComment:
    """A comment as a finding names it; `no` None where nobody keeps numbers yet, `path` in comments/."""

    no: int | None
    key: str
    agency: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing that stands against handing in; of severity info what is only to be known.

    `draft`: the path of the draft that shows it, `clauses` ids there. `facts` are those of its sentence.
    """

    code: CheckCode
    severity: Severity
    comments: tuple[CheckedComment, ...] = ()
    agency: str = ""
    draft: str | None = None
    clauses: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What was found on the day `today`; `days_left` until the deadline, negative after it, None without."""

    draft: Draft
    today: date
    deadline: date | None
    findings: tuple[CheckFinding, ...]

    @property
    def days_left(self) -> int | None:
        return None if self.deadline is None else (self.deadline - self.today).days

    @property
    def ready(self) -> bool:
        """Whether nothing stands against handing in."""
        return all(finding.severity is Severity.INFO for finding in self.findings)
