"""Stages: from a file to what follows from it, each value computed once for each content.

Every method is a pure function of what it is given and of the content of the file; the memo only saves time.
A draft stands in keys by its hash, a letter by its own and by the drafts that it may be about.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..errors import ContainerAsDraft, DrafterError, NoComments, UnreadDraft
from ..intake import CONTAINERS
from ..opc import CONVERTED, FileFormat, format_of, refusal
from .conversions import Conversions, unread
from .inputs import Inputs
from .kept import Kept
from .keys import draft_key, drafts_key, letters_key, read_key
from .linking import evidence, links
from .memo import Memo
from .papers import Papers
from .read_letters import ReadLetters, of_cover
from .sources import Sources

if TYPE_CHECKING:
    from ..analyses.citations.places import Places
    from ..analyses.links.index import DraftIndex
    from ..model import (
        Alignment,
        ChangeSet,
        Comment,
        Correspondence,
        Declared,
        Draft,
        Evidence,
        Link,
        Manuscript,
        PageLayout,
        Register,
        Rounds,
        Sheet,
        Source,
        TaskRegister,
    )
    from ..opc import Package
    from .ahead import Ahead
    from .folder import InputFile
    from .keys import Corrections

Value = TypeVar("Value")

# Kind → how many are kept: a draft is some megabytes with all that hangs on it, a letter some kilobytes.
LIMITS: Mapping[str, int] = {
    "format": 2048,
    "package": 24, "manuscript": 24, "layout": 24, "draft": 24, "register": 24, "tasks": 24, "places": 24,
    "own": 24, "index": 12, "alignment": 24, "changes": 12, "sheet": 128, "letters": 2048, "links": 6,
    "evidence": 6, "held": 512, "unpacked": 2,
}  # fmt: skip


class Stages:
    """All stages over one memo; workspaces of one process may share them, also from several threads."""

    def __init__(
        self,
        *,
        limits: Mapping[str, int] = LIMITS,
        inputs: Inputs | None = None,
        kept: Kept | None = None,
    ) -> None:
        """`kept`: where letters, links and evidence are kept for the next command, if anywhere."""
        self.kept = kept
        self.ahead: Ahead | None = None
        self.conversions = Conversions(kept)
        self.papers = Papers(kept)
        self.memo = Memo(limits)
        self.sources = Sources(inputs or Inputs(), self.memo)

    def _read(
        self, kind: str, file: InputFile, read: Callable[[Source], Value], about: Hashable = ()
    ) -> Value:
        """What `read` makes of the file; a file that is as it was is not opened again."""
        known = self.sources.known(file)
        if known is not None:
            kept = self.memo.find(kind, (known, file.shown, about))
            if kept is not None:
                found: Value = kept[0]
                return found
        source = self.sources.read(file)
        return self.memo.get(kind, (source.sha256, file.shown, about), lambda: read(source))

    def format(self, file: InputFile) -> FileFormat:
        """What a file is, by what is in it."""
        return self._read("format", file, lambda source: format_of(source.bytes, source.shown))

    def convert_ahead(self, files: Sequence[InputFile]) -> None:
        """Have those converted in one run that need it by their names and were not read before."""
        self.conversions.ahead(unread(files, self.sources))

    # --- drafts --------------------------------------------------------------------------

    def draft(self, file: InputFile) -> Draft:
        """The draft in a file, as the file itself says it. Raises a DrafterError."""
        return self._read("draft", file, self._outlined)

    def package(self, file: InputFile) -> Package:
        """The file of a draft, opened."""
        return self._read("package", file, self._opened)

    def manuscript(self, file: InputFile) -> Manuscript:
        """The file of a draft, paragraph by paragraph."""
        return self._read("manuscript", file, self._written)

    def layout(self, file: InputFile) -> PageLayout:
        """How the file of a draft is set on paper."""
        from ..readers.docx.layout import read_layout

        return self._read("layout", file, lambda source: read_layout(self._opened(source)))

    def check_draft(self, file: InputFile) -> None:
        """Raises OwnOutput for an output of drafter's."""
        self._read("own", file, self._own)

    def _own(self, source: Source) -> bool:
        from ..record import refuse_own

        def check() -> bool:
            refuse_own(self._opened(source))
            return True

        return self.memo.get("own", (source.sha256, source.shown, ()), check)

    def _outlined(self, source: Source) -> Draft:
        from ..analyses.outline import outline

        with suppress(DrafterError):  # while the file is at hand, for whoever asks
            self._own(source)
        return outline(self._written(source))

    def _written(self, source: Source) -> Manuscript:
        from ..readers.docx import read_docx

        def compute() -> Manuscript:
            read = read_docx(self._opened(source))
            return replace(read, notices=(*self.conversions.of(source).notices, *read.notices))

        return self.memo.get("manuscript", (source.sha256, source.shown, ()), compute)

    def _opened(self, source: Source) -> Package:
        """Raises what opening raises, UnreadFormat for what is no Word file, ContainerAsDraft."""
        from ..readers import opened

        found = format_of(source.bytes, source.shown)
        if found in CONTAINERS:
            raise ContainerAsDraft(source.shown)
        if CONVERTED.get(found, found) is not FileFormat.DOCX:
            raise refusal(found, source.shown, UnreadDraft)
        key = (source.sha256, source.shown, ())
        return self.memo.get("package", key, lambda: opened(self.conversions.of(source)))

    def register(self, draft: Draft) -> Register:
        """The targets of a draft."""
        from ..analyses.targets import targets

        return self._kept("register", draft_key(draft), lambda: targets(draft))

    def tasks(self, draft: Draft) -> TaskRegister:
        """The tasks of a draft with the targets that they serve."""
        from ..analyses.tasks import tasks

        return self._kept("tasks", draft_key(draft), lambda: tasks(draft, self.register(draft)))

    def _kept(self, kind: str, key: Hashable, compute: Callable[[], Value]) -> Value:
        """A value of the memo that is kept for the next command as well."""

        def made() -> Value:
            found = self.kept and self.kept.find(kind, key)
            if found:
                known: Value = found[0]
                return known
            value = compute()
            if self.kept:
                self.kept.put(kind, key, value)
            return value

        return self.memo.get(kind, key, made)

    def places(self, draft: Draft) -> Places:
        """The clauses of a draft by what people call them."""
        from ..analyses.citations.places import Places

        return self.memo.get("places", draft.sha256, lambda: Places(draft))

    def index(self, draft: Draft) -> DraftIndex:
        """What linking asks of a draft."""
        from ..analyses.links.index import index

        return self.memo.get("index", draft.sha256, lambda: index(draft, self.places(draft)))

    def alignment(self, old: Draft, new: Draft) -> Alignment:
        """Which clause of `new` continues which of `old`."""
        from ..analyses.alignment import align

        return self.memo.get("alignment", (old.sha256, new.sha256), lambda: align(old, new))

    def changes(self, old: Draft, new: Draft) -> ChangeSet:
        """What happened to each clause from `old` to `new`."""
        from ..analyses.changes import changes

        key = (old.sha256, new.sha256)
        return self.memo.get("changes", key, lambda: changes(old, new, self.alignment(old, new)))

    # --- comments ------------------------------------------------------------------------

    def sheet(self, file: InputFile) -> Sheet:
        """A file among the comments in neutral form. Raises a DrafterError."""
        return self._read("sheet", file, self._sheet)

    def _sheet(self, source: Source) -> Sheet:
        from ..readers.comments import read_comment_file

        key = (source.sha256, source.shown, ())
        return self.memo.get(
            "sheet", key, lambda: read_comment_file(self.papers.of(self.conversions.of(source)))
        )

    def letters(self, file: InputFile, rounds: Rounds, declared: Declared | None = None) -> ReadLetters:
        """What agencies say in a file, each cited place looked up in the draft that the comment is about.

        `declared` settles what the file does not say. Raises a DrafterError.
        """
        from ..model import NOTHING_DECLARED

        declared = declared or NOTHING_DECLARED
        about = letters_key(rounds, declared)
        return self._read(
            "letters", file, lambda source: self._said(source, file, rounds, declared, about), about
        )

    def holds(self, file: InputFile, rounds: Rounds, declared: Declared) -> bool:
        """Whether `letters` would find what it gives kept for this command. Raises a DrafterError."""
        key = (self.sources.read(file).sha256, file.shown, letters_key(rounds, declared))
        return self.kept is not None and self.kept.holds("letters", key)

    def _said(
        self, source: Source, file: InputFile, rounds: Rounds, declared: Declared, about: Hashable
    ) -> ReadLetters:
        """The same of a file whose content is known, kept for the next command."""
        key = (source.sha256, file.shown, about)
        kept = self.kept and self.kept.find("letters", key)
        if kept:
            return ReadLetters(file.shown, source.sha256, *kept[0])
        sheet = replace(self._sheet(source), covers=file.covers)
        try:
            made = self._understood(sheet, rounds, declared)
        except NoComments:
            if not file.covers:
                raise
            made = of_cover(sheet)
        if self.kept and made.sha256 == source.sha256:  # it was not written in between
            self.kept.put("letters", key, (made.letters, made.notices, made.frame, made.words))
        return made

    def _understood(self, sheet: Sheet, rounds: Rounds, declared: Declared) -> ReadLetters:
        from ..analyses.comments import letters

        found = tuple(
            replace(letter, comments=tuple(self._resolved(comment, rounds) for comment in letter.comments))
            for letter in letters(sheet, rounds, declared)
        )
        return ReadLetters(sheet.path, sheet.sha256, found, sheet.notices)

    def _resolved(self, comment: Comment, rounds: Rounds) -> Comment:
        about = rounds.draft(comment.draft)
        return comment if about is None else self.resolved(comment, about)

    def resolved(self, comment: Comment, draft: Draft) -> Comment:
        """`comment` with the places it cites looked up in `draft`."""
        from ..analyses.citations.resolve import resolved

        return resolved(comment, self.places(draft))

    def links(self, read: Correspondence, rounds: Rounds, on: Draft | None = None) -> tuple[Link, ...]:
        """Each comment linked on the draft it is about, or on the draft `on`; in their order."""
        key = (read_key(read), drafts_key(rounds), on and on.sha256)
        return self.memo.get("links", key, lambda: links(self, read, rounds, on))

    def evidence(
        self, read: Correspondence, rounds: Rounds, corrections: Corrections = ()
    ) -> tuple[Evidence, ...]:
        """What every later draft did about each comment, on what people said it is about in `corrections`."""
        key = (read_key(read), drafts_key(rounds), corrections)
        return self.memo.get("evidence", key, lambda: evidence(self, read, rounds, dict(corrections)))
