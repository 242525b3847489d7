"""The values everything else speaks of: frozen, without behaviour beyond looking things up.

Words are those of the glossary. Pairs are always (old, new). Offsets count characters of the
text they are said to belong to. Ids of clauses are unique within one draft and mean nothing
across drafts.
"""

from typing import TYPE_CHECKING

from drafter.lazy import lazily

if TYPE_CHECKING:
    from .agencies import AnswerState, Asked, Received, Response
    from .asks import Ask, Countable, Edge, Op, WordsRole
    from .brief import Brief
    from .carrying import CarriedOver, Offer, OfferWhy, Past
    from .changes import Alignment, Change, ChangeKind, ChangeSet, FigureChange, Match, Segment
    from .comment_forms import CommentForm, FormRow
    from .comments import (
        NOTHING_DECLARED,
        Anchor,
        Channel,
        Comment,
        Correspondence,
        Declared,
        IsoType,
        Letter,
        Locator,
        NamedWords,
        Problem,
        Reference,
        Stance,
        Topic,
    )
    from .consultations import (
        Consultation,
        ConsultedRow,
        ConsultedRows,
        Issue,
        RowBalance,
        RowFault,
        RowFile,
        RowForm,
        RunState,
        SharedWords,
        Slice,
    )
    from .decisions import (
        UNDECIDED,
        Author,
        Decision,
        Deed,
        Disposition,
        HistoryLine,
        ReasonCode,
        Records,
        Registered,
        Save,
        Snapshot,
        SnapshotKind,
        Stand,
        Via,
    )
    from .draft import Clause, Draft, Kind, Numbered, Place, Role
    from .evidence import Clash, Evidence, Measured, SilentChange, Verdict
    from .extras import Excerpt, Extras
    from .form_keys import FormKey, form_key, read_key
    from .frame import FrameKind, FramePiece, WordCount, summed
    from .installed import InstalledPart, PartName, PartNeed
    from .layout import Page, PageLayout
    from .letter_text import LetterCell, LetterPiece, LetterTable, LetterText, LetterTextLine
    from .letters import AnsweredComment, DraftName, Reminder, ReplyLetter
    from .links import Link, LinkedClause, Manner, Reason, Scope
    from .manuscript import (
        Annotation,
        Cell,
        Manuscript,
        Note,
        Notice,
        Paragraph,
        Revision,
        Story,
        View,
        outermost_tables,
    )
    from .office import Office
    from .paper import PageOrigin, Paper, PaperPage, PaperPlace, PaperRule, PaperWord
    from .position import Position
    from .readiness import CheckCode, CheckedComment, CheckFinding, Readiness
    from .returned import (
        ColumnRole,
        EditedRow,
        EditedTable,
        KnownRow,
        KnownTable,
        Returned,
        ReturnedRow,
        RowFate,
        RowMark,
        RowNote,
        digest,
        standing,
    )
    from .revisions import Conflict, Consolidated, MarginComment, MovedBlock, Plan, Proposal, Share
    from .rounds import Align, Rounds
    from .severity import Severity
    from .sheets import Block, Grid, RawMarks, Sheet, Struck
    from .sources import Source
    from .table import (
        Answer,
        Balance,
        Claim,
        Counted,
        Layout,
        LetterMark,
        Party,
        Respondent,
        Row,
        Settled,
        Table,
        with_proposal,
    )
    from .targets import (
        Comparator,
        Entry,
        Finding,
        LedgerRow,
        Measure,
        Register,
        Target,
        Task,
        TaskGroup,
        TaskRegister,
    )
    from .three import ThreeEdit, ThreeKind, ThreeState, ThreeWay
    from .views import CommentView
    from .watch import DeedState, Followed, Watched

# Making a frozen class takes a millisecond, and there are a hundred.
__getattr__ = lazily(
    __name__,
    {
        "agencies": "AnswerState Asked Received Response",
        "asks": "Ask Countable Edge Op WordsRole",
        "brief": "Brief",
        "carrying": "CarriedOver Offer OfferWhy Past",
        "changes": "Alignment Change ChangeKind ChangeSet FigureChange Match Segment",
        "comment_forms": "CommentForm FormRow",
        "comments": "NOTHING_DECLARED Anchor Channel Comment Correspondence Declared IsoType Letter Locator "
        "NamedWords Problem Reference Stance Topic",
        "consultations": "Consultation ConsultedRow ConsultedRows Issue RowBalance RowFault RowFile RowForm "
        "RunState SharedWords Slice",
        "decisions": "UNDECIDED Author Decision Deed Disposition HistoryLine ReasonCode Records Registered "
        "Save Snapshot SnapshotKind Stand Via",
        "draft": "Clause Draft Kind Numbered Place Role",
        "evidence": "Clash Evidence Measured SilentChange Verdict",
        "extras": "Excerpt Extras",
        "form_keys": "FormKey form_key read_key",
        "installed": "InstalledPart PartName PartNeed",
        "frame": "FrameKind FramePiece WordCount summed",
        "layout": "Page PageLayout",
        "letter_text": "LetterCell LetterTextLine LetterPiece LetterTable LetterText",
        "letters": "AnsweredComment DraftName Reminder ReplyLetter",
        "links": "Link LinkedClause Manner Reason Scope",
        "manuscript": "Annotation Cell Manuscript Note Notice Paragraph Revision Story View outermost_tables",
        "office": "Office",
        "paper": "PageOrigin Paper PaperPage PaperPlace PaperRule PaperWord",
        "position": "Position",
        "readiness": "CheckCode CheckedComment CheckFinding Readiness",
        "returned": "ColumnRole EditedRow EditedTable KnownRow KnownTable Returned ReturnedRow RowFate "
        "RowMark RowNote digest standing",
        "revisions": "Conflict Consolidated MarginComment MovedBlock Plan Proposal Share",
        "rounds": "Align Rounds",
        "sheets": "Block Grid RawMarks Sheet Struck",
        "sources": "Source",
        "table": "Answer Balance Claim Counted Layout LetterMark Party Respondent Row Settled Table "
        "with_proposal",
        "severity": "Severity",
        "targets": "Comparator Entry Finding LedgerRow Measure Register Target Task TaskGroup TaskRegister",
        "three": "ThreeEdit ThreeKind ThreeState ThreeWay",
        "views": "CommentView",
        "watch": "DeedState Followed Watched",
    },
)
