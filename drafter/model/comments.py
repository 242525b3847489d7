"""What agencies wrote: letters, comments, what they ask for, the places and words that they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from .asks import Op
from .frame import NO_WORDS, summed

if TYPE_CHECKING:
    from .asks import Ask, WordsRole
    from .draft import Draft
    from .frame import FramePiece, WordCount
    from .manuscript import Notice
    from .position import Position


class Stance(StrEnum):
    REQUEST = "request"
    QUESTION = "question"
    OBJECTION = "objection"
    AGREEMENT = "agreement"
    REMARK = "remark"


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


class IsoType(StrEnum):
    """How the ISO/IEC form of comments sorts them: general, technical, editorial."""

    GENERAL = "ge"
    TECHNICAL = "te"
    EDITORIAL = "ed"


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words of the draft or for it that a comment names; `start`, `end` in its text, marks of the quote
    included, 0 where they stand in a cell beside it."""

    text: str
    role: WordsRole
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Locator:
    """A cited place, from the outermost unit in: `(("section", "III"), ("point", "a"))`.

    `unit` is a Kind value, "row" (số thứ tự), "page", "line", "target" (chỉ tiêu số 7), "form" (Mẫu 1.5),
    "role" (named section, label a Role value), "number" (a bare path such as III.2) or "relative".
    """

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited locator in a comment. `act` names another act when it is none of the draft's.

    `start`, `end` are offsets in the text it was found in. `measure`: the place is only one to go by
    ("thống nhất với Phụ lục I"); `second`: it is named beside what is spoken of ("chuyển sang điểm b").
    `id` and `exists` are filled once the draft is known: the clause it names, and whether it has one.
    """

    text: str
    start: int
    end: int
    locators: tuple[Locator, ...] = ()
    act: str | None = None
    id: str | None = None
    exists: bool | None = None
    measure: bool = False
    second: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the draft's copy on which a comment or silent edit stands.

    `context` is the whole paragraph's text in the draft as sent out; `start`, `end` the words in it.
    `further`: the texts of the paragraphs after it, where the range runs over several. `clauses`: the ids of
    all that the range runs over in the comment's draft, where they are known.
    """

    context: str
    start: int
    end: int
    further: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return self.context[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Comment:
    """One thing of one agency that can be answered alone.

    `cited` is text from neighbouring cells or lead-ins that says where (a column "Nội dung dự
    thảo" or "Điều, khoản"), `beside` the places that it cites. `proposal` is the cell of proposed
    wording beside the comment, as printed. `words`: all words that it names, quoted or not, each once.
    What it asks for is in `asks`, the first thing first; empty where it asks for nothing. `id` is its place
    in a file, `key` what it is known by whatever becomes of the file. `places`: every stretch of the file
    that it was made of, each within one printed line. `review`: a person must look whether it is a comment.
    `resolved`: somebody has marked it as done in the file; `struck`: words struck through in it, which are no
    part of `text`. `no`: its number for good, where decisions are kept. `corrected`: a person has said what
    it asks for. `iso_type`: as its form sorts it, where that does. `withdrawn`: what takes it back, the id of
    another comment or the path of another file.
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
    asks: tuple[Ask, ...] = ()
    cited: str = ""
    reason: str = ""
    anchor: Anchor | None = None
    proposal: str = ""
    words: tuple[NamedWords, ...] = ()
    beside: tuple[Reference, ...] = ()
    key: str = ""
    places: tuple[Position, ...] = ()
    review: bool = False
    mark: str = ""  # who left it in a Word file and when, to the second: it is known again in another copy
    resolved: bool = False
    struck: tuple[str, ...] = ()
    no: int | None = None
    corrected: bool = False
    iso_type: IsoType | None = None
    withdrawn: str = ""

    @property
    def operation(self) -> Ask | None:
        """The first ask, where it names what is to be done to the draft."""
        first = self.asks[0] if self.asks and not self.withdrawn else None
        return None if first is None or first.contrary or first.op in (None, Op.KEEP) else first

    @property
    def contrary(self) -> bool:
        """Whether it is against a change that it names, or taken back: only a person can say what became of
        that."""
        return bool(self.withdrawn) or any(ask.contrary for ask in self.asks)


class Channel(StrEnum):
    """How an agency said what it said: in a letter of its own, at a meeting whose minutes are here, on a copy
    of the draft, or in a file of several agencies that is no minutes."""

    LETTER = "letter"
    MINUTES = "minutes"
    COPY = "copy"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency said in one file. A file with several speakers gives several letters.

    `frame` is what the file holds beside comments, `words` the count of all its words; where there are
    several letters, the first has both. `number` is the agency's own, `minutes` that of the minutes.
    """

    path: str
    agency: str
    number: str | None
    date: date | None
    stance: Stance
    comments: tuple[Comment, ...]
    draft_number: int | None = None  # "dự thảo lần 2" in its text
    frame: tuple[FramePiece, ...] = ()
    words: WordCount = NO_WORDS
    notices: tuple[Notice, ...] = ()  # what was assumed of it
    channel: Channel = Channel.LETTER
    minutes: str | None = None
    replaces: tuple[str, ...] = ()  # earlier letters of the agency that it takes back, as it names them


@dataclass(frozen=True, slots=True)
class Declared:
    """What a person settled of a letter; None: what its file says.

    `comments`: words of the frame that are a comment, `frame`: words of comments that are none, as printed.
    """

    draft: Draft | None = None
    agency: str | None = None
    date: date | None = None
    number: str | None = None  # of the letter, as it is printed: "123/STC-NS"
    comments: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


NOTHING_DECLARED = Declared()


@dataclass(frozen=True, slots=True)
class Problem:
    """A file among the comments that could not be used: the failure's code and facts."""

    path: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything in comments/: each file gave a letter or a problem."""

    letters: tuple[Letter, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)  # path → SHA-256
    repeated: tuple[str, ...] = ()  # files that say nothing but what others say
    covers: tuple[FramePiece, ...] = ()  # what mails say that only brought others
    cover_words: WordCount = NO_WORDS  # the same, counted

    @property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(comment for letter in self.letters for comment in letter.comments)

    @property
    def rest(self) -> tuple[FramePiece, ...]:
        """What the files hold beside comments, in their order."""
        return (*(piece for letter in self.letters for piece in letter.frame), *self.covers)

    @property
    def words(self) -> WordCount:
        """The words of all files that were understood."""
        return summed((*(letter.words for letter in self.letters), self.cover_words))
