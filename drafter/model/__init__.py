"""The values everything else speaks of: frozen, without behaviour beyond looking things up.

Words are those of the glossary. Pairs are always (old, new). Offsets count characters of the
text they are said to belong to. Ids of clauses are unique within one draft and mean nothing
across drafts.
"""

from .changes import Alignment, Change, ChangeKind, ChangeSet, FigureChange, Match, Segment
from .comments import (
    Anchor,
    Comment,
    Correspondence,
    Letter,
    Locator,
    Op,
    Position,
    Problem,
    Reference,
    Stance,
    Suggestion,
    Topic,
)
from .draft import Clause, Draft, Kind, Numbered, Place, Role
from .evidence import Clash, Evidence, Measured, SilentChange, Verdict
from .layout import Page, PageLayout
from .links import Link, LinkedClause, Manner, Reason, Scope
from .manuscript import Annotation, Cell, Manuscript, Note, Notice, Paragraph, Revision, Story, View
from .revisions import Conflict, Consolidated, MarginComment, MovedBlock, Plan, Proposal, Share
from .rounds import Align, Rounds
from .sheets import Block, Grid, Sheet
from .sources import Source
from .table import Agreement, Answer, Balance, Disposition, Row, Table
from .targets import (
    Comparator,
    Entry,
    Finding,
    LedgerRow,
    Measure,
    Register,
    Severity,
    Target,
    Task,
    TaskGroup,
    TaskRegister,
)

__all__ = [
    "Agreement",
    "Align",
    "Alignment",
    "Anchor",
    "Annotation",
    "Answer",
    "Balance",
    "Block",
    "Cell",
    "Change",
    "ChangeKind",
    "ChangeSet",
    "Clash",
    "Clause",
    "Comment",
    "Comparator",
    "Conflict",
    "Consolidated",
    "Correspondence",
    "Disposition",
    "Draft",
    "Entry",
    "Evidence",
    "FigureChange",
    "Finding",
    "Grid",
    "Kind",
    "LedgerRow",
    "Letter",
    "Link",
    "LinkedClause",
    "Locator",
    "Manner",
    "Manuscript",
    "MarginComment",
    "Match",
    "Measure",
    "Measured",
    "MovedBlock",
    "Note",
    "Notice",
    "Numbered",
    "Op",
    "Page",
    "PageLayout",
    "Paragraph",
    "Place",
    "Plan",
    "Position",
    "Problem",
    "Proposal",
    "Reason",
    "Reference",
    "Register",
    "Revision",
    "Role",
    "Rounds",
    "Row",
    "Scope",
    "Segment",
    "Severity",
    "Share",
    "Sheet",
    "SilentChange",
    "Source",
    "Stance",
    "Story",
    "Suggestion",
    "Table",
    "Target",
    "Task",
    "TaskGroup",
    "TaskRegister",
    "Topic",
    "Verdict",
    "View",
]
