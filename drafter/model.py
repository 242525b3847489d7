"""The values everything else speaks of: frozen, without behaviour beyond looking things up.

Words are those of the glossary. Pairs are always (old, new). Offsets count characters of the
text they are said to belong to. Ids of clauses are unique within one draft and mean nothing
across drafts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

# --- what a reader found odd -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd met while reading: `code` names the sentence, `place` says where."""

    code: str
    place: str = ""
    detail: str = ""


# --- a Word file as read -----------------------------------------------------------------


class View(StrEnum):
    """Which text of a file with revisions counts."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


class Story(StrEnum):
    BODY = "body"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in the body's tables a paragraph stands. All counts from 0.

    `table` counts all tables of the body in document order, nested ones too; `span` is the
    number of grid columns; `header` marks a row that Word repeats as header; `borders` is
    false for a layout table without visible lines.
    """

    table: int
    row: int
    column: int
    span: int = 1
    header: bool = False
    borders: bool = True
    merged: bool = False  # continues the cell above (w:vMerge without restart)
    nested_in: int | None = None  # the table that holds this one


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or text box, anchored at a paragraph."""

    story: Story
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed.

    `index` counts all paragraphs of the body in document order (cells included, text boxes and
    notes not), so that a writer finds the same `w:p` again. `marker` is the automatic number as
    Word prints it (`1.`, `a)`, `-`), null where there is none; a typed number stays in `text`.
    `text` has soft line breaks as "\\n" and tabs as "\\t"; legacy fonts are decoded, zero-width
    characters gone, nothing else is changed. `style` is the style's name in lower case.
    """

    index: int
    text: str
    marker: str | None = None
    level: int | None = None  # numbering level, 0..8
    style: str = ""
    outline_level: int | None = None  # 0..8 from style or paragraph
    bold: bool = False  # every visible run
    italic: bool = False
    centred: bool = False
    indent: int = 0  # left indent in twentieths of a point
    page: int | None = None
    landscape: bool = False
    cell: Cell | None = None
    notes: tuple[Note, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()  # offsets of bold words where not all are bold


@dataclass(frozen=True, slots=True)
class Annotation:
    """A Word comment: who wrote what on which words. `end` is exclusive, in `end_paragraph`."""

    author: str
    date: date | None
    text: str
    quote: str
    paragraph: int
    start: int
    end_paragraph: int
    end: int
    reply_to: int | None = None  # place in Manuscript.annotations


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked insertion or deletion; `op` is "+" or "-", `at` an offset in the accepted text."""

    op: str
    author: str
    date: date | None
    text: str
    paragraph: int
    at: int
    whole_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A .docx as read: every paragraph of the body once, with notes, comments and revisions."""

    path: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    annotations: tuple[Annotation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notices: tuple[Notice, ...] = ()


# --- a draft -----------------------------------------------------------------------------


class Kind(StrEnum):
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    POINT = "point"
    DASH = "dash"
    PLUS = "plus"
    TABLE_ROW = "table-row"
    ANNEX = "annex"
    TEXT = "text"


class Role(StrEnum):
    BASIS = "basis"
    CONTEXT = "context"
    VIEWPOINT = "viewpoint"
    TARGETS = "targets"
    TASKS = "tasks"
    ORGANISATION = "organisation"
    ANNEX = "annex"
    OTHER = "other"


class Numbering(StrEnum):
    TYPED = "typed"
    AUTO = "auto"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one body paragraph: `start`, `end` are offsets in `Paragraph.text`."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Any node of the tree. `text` is its own text without the marker, as printed.

    A heading followed by a title line holds both, joined by "\\n". `words` counts own text,
    `words_all` descendants too. `cells` holds the texts of a table row by column, STT included
    (a merged cell's text stands at its first column, empty strings elsewhere); `columns` the
    header texts of its table. `norm` is not stored: `language.normal.normal(clause.text)`.
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
    parent: str | None
    order: int
    page: int | None = None
    numbering: Numbering = Numbering.NONE
    depth: int = 0
    notes: tuple[Note, ...] = ()
    places: tuple[Place, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """One version of the resolution: a tree of clauses in document order (parents first)."""

    path: str
    sha256: str
    title: str
    number: int | None
    date: date | None
    issuer: str | None
    kind: str | None  # "Nghị quyết", "Kế hoạch", … as printed, sentence case
    clauses: tuple[Clause, ...]
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Clause, ...]]:
        """Clauses by the id of their parent; the top ones under None."""
        found: dict[str | None, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.parent, []).append(clause)
        return {parent: tuple(clauses) for parent, clauses in found.items()}

    def ancestors(self, id: str) -> tuple[Clause, ...]:
        """From the parent of `id` up to the root."""
        found = []
        clause = self.by_id[id]
        while clause.parent is not None:
            clause = self.by_id[clause.parent]
            found.append(clause)
        return tuple(found)

    def subtree(self, id: str) -> tuple[Clause, ...]:
        """`id` and all its descendants, in document order."""
        found = [self.by_id[id]]
        for child in self.children.get(id, ()):
            found.extend(self.subtree(child.id))
        return tuple(found)


# --- targets and tasks -------------------------------------------------------------------


class Comparator(StrEnum):
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"
    RANK = "rank<="
    INCREASE = "increase"
    COMPLETE = "complete"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a target: `"tối thiểu 7,5%/năm"` reads as (>=, Decimal("7.5"), "%/năm").

    `of_change` is true where the figure bounds a growth ("tăng tối thiểu 8%").
    """

    comparator: Comparator
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    of: str | None = None
    scope: str | None = None
    deadline: int | None = None
    of_change: bool = False
    start: int = 0  # of the figure, in the clause's text
    end: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """One chỉ tiêu as an official counts it. `same_as` names the first place it stands at."""

    id: str
    clause: str
    indicator: str
    deadline: int | None
    measurable: bool
    text: str
    measures: tuple[Measure, ...] = ()
    same_as: str | None = None
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A measurable fault. `data` holds the facts its message is made from."""

    rule: str
    severity: Severity
    clause: str | None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """All targets of a draft; counts by deadline ("2025", "none") of targets at their first place."""

    targets: tuple[Target, ...]
    counts: Mapping[str, int]
    declared: Mapping[str, int]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something an agency must do. `targets` are ids of targets that it serves."""

    clause: str
    text: str
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    deadline: str | None = None  # as printed: "2025", "6/2025", "Thường xuyên"
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGroup:
    clause: str
    title: str
    tasks: tuple[Task, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRegister:
    groups: tuple[TaskGroup, ...]
    unserved: tuple[str, ...] = ()  # ids of targets that no task serves


# --- alignment and changes ---------------------------------------------------------------


class ChangeKind(StrEnum):
    UNCHANGED = "unchanged"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Match:
    """`old` continues as `new` (ids). One to one, or one to several (split), several to one."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float


@dataclass(frozen=True)
class Alignment:
    """Which clause of new continues which clause of old; every id of both drafts exactly once."""

    matches: tuple[Match, ...]

    @cached_property
    def to_new(self) -> Mapping[str, tuple[str, ...]]:
        return {old: match.new for match in self.matches for old in match.old}

    @cached_property
    def to_old(self) -> Mapping[str, tuple[str, ...]]:
        return {new: match.old for match in self.matches for new in match.new}


@dataclass(frozen=True, slots=True)
class Segment:
    """`op` is "=", "-" or "+"; "="/"-" joined give the old text, "="/"+" the new one."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed; null where one side has none. Values as printed ("7,5")."""

    old: str | None
    new: str | None
    unit: str | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a clause. `noise` names normalisations in it; `noise_only`: nothing else.

    Several clauses on one side are joined by a line break in the segments.
    """

    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    moved: bool = False
    renumbered: bool = False
    reordered: bool = False
    segments: tuple[Segment, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    noise: tuple[str, ...] = ()
    noise_only: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Every clause of both drafts in exactly one change, in the order of the new draft.

    `words` maps a role to (words before, words after); `counts` a change kind, "moved",
    "renumbered" or "noise" to how many.
    """

    changes: tuple[Change, ...]
    counts: Mapping[str, int]
    words: Mapping[Role, tuple[int, int]]


# --- comments ----------------------------------------------------------------------------


class Stance(StrEnum):
    REQUEST = "request"
    QUESTION = "question"
    OBJECTION = "objection"
    AGREEMENT = "agreement"
    REMARK = "remark"


class Op(StrEnum):
    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    SPLIT = "split"
    MERGE = "merge"
    MOVE = "move"
    SHORTEN = "shorten"
    CLARIFY = "clarify"


class Topic(StrEnum):
    LENGTH = "length"
    SHORTEN = "shorten"
    SCATTERED = "scattered"
    VAGUE = "vague"
    STRUCTURE = "structure"
    EVIDENCE = "evidence"
    FEASIBILITY = "feasibility"
    ROADMAP = "roadmap"
    WORDING = "wording"
    LEGAL_BASIS = "legal-basis"
    FIGURE = "figure"
    TASK = "task"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do and with which words; for add, `old` is the words after which to add."""

    op: Op
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A cited place, from the outermost unit in: `(("section", "III"), ("point", "a"))`.

    `unit` is a Kind value, "row" (số thứ tự), "page", "line", "target" (chỉ tiêu số 7), "role" (named
    section, label a Role value), "number" (a bare path such as III.2) or "relative".
    """

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited locator in a comment. `act` names another act when it is none of the draft's.

    `start`, `end` are offsets in the text it was found in. `id` and `exists` are filled once
    the draft is known: the clause it names, and whether the draft has one.
    """

    text: str
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    act: str | None = None
    id: str | None = None
    exists: bool | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its file a comment stands: one of paragraph, row, line (from 1) and offsets there.

    `end` counts on across the line breaks where the comment runs through several of them;
    `sheet` names the sheet of a workbook.
    """

    paragraph: int | None = None
    row: int | None = None
    line: int | None = None
    start: int = 0
    end: int = 0
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the draft's copy on which a comment or silent edit stands.

    `context` is the whole paragraph's text in the draft as sent out; `start`, `end` the words in it.
    """

    context: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of one agency, the smallest that can be answered alone.

    `cited` is text from neighbouring cells or lead-ins that says where (a column "Nội dung dự
    thảo" or "Điều, khoản"); references found there count too. `proposal` is the cell of proposed
    wording beside the comment, as printed.
    """

    id: str
    agency: str
    date: date | None
    draft: str | None
    path: str
    position: Position
    text: str
    quote: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    topics: tuple[Topic, ...] = ()
    stance: Stance = Stance.REQUEST
    suggestion: Suggestion | None = None
    cited: str = ""
    reason: str = ""
    anchor: Anchor | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency said in one file. A file with several speakers gives several letters."""

    path: str
    agency: str
    number: str | None
    date: date | None
    stance: Stance
    comments: tuple[Comment, ...]
    draft_number: int | None = None  # "dự thảo lần 2" in its text


@dataclass(frozen=True, slots=True)
class Problem:
    """A file among the comments that could not be used."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything in comments/: each file gave a letter or a problem."""

    letters: tuple[Letter, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)  # path → SHA-256

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(comment for letter in self.letters for comment in letter.comments)


# --- a file of comments as read ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """One printed line of a comment file: a paragraph or its part between soft breaks, a line, a cell.

    `number` counts paragraphs, rows or lines from 1 (`Sheet.unit` says which); `offset` is where
    `text` starts in the text of that unit (a row's cells are joined by " | "). `mark` is a list
    mark that the program prints (automatic number, Markdown item); a typed one stays in `text`.
    """

    number: int
    text: str
    offset: int = 0
    mark: str | None = None
    level: int = 0
    heading: bool = False
    emphasis: tuple[tuple[int, int], ...] = ()  # offsets in `text` of bold words, if not all are
    table: int | None = None  # set for cells


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a comment file: rows → columns → lines of the cell.

    A merged cell stands in every row and column that it covers, as the same blocks. `layout`: a
    table without visible lines (letterhead, signature). `name` is a spreadsheet's sheet.
    """

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    layout: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of comments in neutral form. `unit` is "paragraph", "row" or "line".

    `manuscript` is there for a Word file: its comments and revisions. `issuer` is what the
    file's properties say of the company or author.
    """

    path: str
    sha256: str
    unit: str
    parts: tuple[Block | Grid, ...]
    manuscript: Manuscript | None = None
    issuer: str | None = None
    notices: tuple[Notice, ...] = ()


# --- links -------------------------------------------------------------------------------


class Scope(StrEnum):
    DOCUMENT = "document"
    CLAUSES = "clauses"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: `signal` is anchor, reference, quote, role, topic or text."""

    signal: str
    detail: str


@dataclass(frozen=True, slots=True)
class LinkedClause:
    id: str
    score: float
    addressed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A comment with the clauses it addresses first, then candidates: five in all, or more if addressed."""

    comment: str
    scope: Scope
    clauses: tuple[LinkedClause, ...]
    confidence: float
    review: bool


# --- the disposition table ---------------------------------------------------------------


class Disposition(StrEnum):
    ACCEPTED = "accepted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOTED = "noted"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: equal comments of several agencies together. `clause` is an id in `draft`."""

    no: int
    clause: str | None
    heading: str
    locator: str
    agencies: tuple[str, ...]
    comments: tuple[str, ...]
    text: str
    draft: str | None
    draft_text: str = ""
    disposition: Disposition = Disposition.PENDING
    reason: str = ""
    response: str = ""
    where: str = ""
    evidence: str = ""
    decided_by: str | None = None
    decided_at: str | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """`closes`: files = understood + problems, comments_read = comments_in_rows + agreements,
    agencies = commented + agreed + silent, and no comment stands in two rows."""

    files: int
    understood: int
    problems: int
    comments_read: int
    comments_in_rows: int
    agreements: int
    agencies: int
    agencies_commented: int
    agencies_agreed: int
    agencies_silent: int
    closes: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agency that agreed without comment, with its letter's number and date."""

    agency: str
    letter: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Table:
    """The comment-disposition table, ready to be written in any format."""

    title: str
    draft_title: str
    draft_number: int | None
    issuer: str | None
    rows: tuple[Row, ...]
    agreements: tuple[Agreement, ...]
    commented: tuple[str, ...]
    silent: tuple[str, ...]
    balance: Balance
    inputs: tuple[tuple[str, str], ...]  # (path, SHA-256) of every file it was made from
    asked: int | None = None
