"""The workspace as one job meets it: what its folder holds at this moment, and what follows from that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..analyses.rounds import in_order, same_numbers
from ..errors import DrafterError, EmptyFolder, NoComments, SameNumber, UnknownDraft, Vanished, as_failure
from ..model import Rounds
from ..settings import read_settings
from ..store import FOLDER
from .ahead import Ahead
from .asked import list_path, with_list
from .bounds import Bound, unbounded
from .counted import counted_over_all
from .decided import KeptDecisions, as_corrected, brought_onto, corrections, numbered
from .folder import Folder
from .kept import Kept
from .known import KnownComments
from .letter_files import LetterFiles
from .letters import declared_draft, outside_links, passed_over, unmatched_drafts, unmatched_letters
from .read_letters import ReadLetters, beside_letters
from .stages import Stages
from .watching import Report, Watch, unwatched

if TYPE_CHECKING:
    from ..engines.base import Engine
    from ..model import (
        ChangeSet,
        Comment,
        Correspondence,
        Decision,
        Draft,
        Evidence,
        Link,
        Manuscript,
        Notice,
        PageLayout,
        Problem,
        Register,
        Sheet,
        TaskRegister,
    )
    from ..opc import Package
    from ..settings import Settings
    from ..store import Store, Waits
    from .decided import Asks
    from .folder import InputFile
    from .keys import Corrections


class Workspace:
    """The drafts, comments and settings under `root`, looked at once.

    `report` gets each failure that stops one file; the others are used. `watch(count)` opens a stretch of
    work on so many files and gives a function to call after each: a progress bar, or nothing. `stages` do the
    work and remember it; a server gives each job a workspace of its own over the same stages: what changed in
    the folder since is seen, what did not is not read again. `waits` is told where others hold decisions.
    `reading`: nothing in the folder is written. `bounded` holds time and memory of each file. Many letters
    are read, linked and proved by `workers`.
    """

    def __init__(
        self,
        root: Path,
        *,
        report: Report,
        watch: Watch | None = None,
        stages: Stages | None = None,
        waits: Waits | None = None,
        reading: bool = False,
        bounded: Bound = unbounded,
        workers: Engine | None = None,
    ) -> None:
        self.bounded = bounded
        self.root = root
        self.folder = Folder(root)
        self.stages = stages or Stages(kept=Kept(root / FOLDER))
        self.letter_files = LetterFiles(self.folder, self.stages.sources, bounded)
        if workers is not None:
            self.stages.ahead = Ahead(workers, root)
        self._report, self._waits, self._watch = report, waits, watch or unwatched
        self._reading = reading
        self.assumptions: tuple[Notice, ...] = ()  # on which the letters last read rest
        self._files: dict[str, InputFile] = {}  # of the drafts that were given, by path

    @cached_property
    def settings(self) -> Settings:
        """Those of drafter.toml, with the agencies of their list. Raises BadSettings, BadList."""
        return with_list(self.root, read_settings(self.root))

    def tell(self, error: DrafterError) -> None:
        """Report a failure that stops one file, not the job."""
        self._report(error)

    # --- drafts --------------------------------------------------------------------------

    @cached_property
    def rounds(self) -> Rounds:
        """All usable drafts in order, with the steps between them. Raises EmptyFolder where there is none."""
        for unmatched in unmatched_drafts(self.root, self.folder, self.settings):
            self._report(unmatched)
        read = [draft for file in self.folder.draft_files() if (draft := self._usable(file)) is not None]
        ordered = in_order(read)
        repeated = set()
        for kept, other in same_numbers(ordered):
            self._report(SameNumber(other.path, number=other.number, other=kept.path))
            repeated.add(other.path)
        usable = tuple(draft for draft in ordered if draft.path not in repeated)
        if not usable:
            raise self.folder.without_drafts()
        return Rounds(usable, self.stages.alignment)

    @cached_property
    def _known_rounds(self) -> Rounds:
        """The drafts, or none: letters can be read before there is a draft to link them to."""
        try:
            return self.rounds
        except EmptyFolder:
            return Rounds()

    def draft(self, name: str | None = None) -> Draft:
        """The draft that a person names: a path, its number ("2"), its label or file name; else the newest.

        Raises NotFound for what looks like a path, else UnknownDraft with the names there are.
        """
        if name is None:
            return self.rounds.newest
        file = self.folder.named_draft(name)
        if file is not None:
            return self._draft_in(file)
        for draft in self.rounds.drafts:
            declared = self.settings.of_draft(draft.path)
            if name in (str(draft.number), Path(draft.path).stem, declared and declared.label):
                return draft
        known = ", ".join(str(draft.number or Path(draft.path).name) for draft in self.rounds.drafts)
        raise UnknownDraft(name, known=known)

    def _usable(self, file: InputFile) -> Draft | None:
        try:
            file.check()
            return self._draft_in(file)
        except Exception as error:  # one file stops no other, whatever is wrong with it
            self._report(as_failure(error, file.told))
            return None

    def _draft_in(self, file: InputFile) -> Draft:
        with self.bounded(file.told):
            draft = declared_draft(self.stages.draft(file), self.settings)
            if file.listed:  # one that a person names is compared whatever it is
                self.stages.check_draft(file)
        if self.folder.leads_out(file):
            from ..model import Notice

            draft = replace(draft, notices=(*draft.notices, Notice("outside-link", file.told)))
        self._files[draft.path] = file
        return draft

    def register(self, draft: Draft) -> Register:
        """The targets of a draft."""
        return self.stages.register(draft)

    def tasks(self, draft: Draft) -> TaskRegister:
        """The tasks of a draft."""
        return self.stages.tasks(draft)

    def changes(self, old: Draft, new: Draft) -> ChangeSet:
        """What happened to each clause from `old` to `new`."""
        return self.stages.changes(old, new)

    def package(self, draft: Draft) -> Package:
        """The opened file of a draft that this workspace gave."""
        package = self.stages.package(self._files[draft.path])
        if package.sha256 != draft.sha256:
            raise Vanished(draft.path)
        return package

    def manuscript(self, draft: Draft) -> Manuscript:
        """The paragraphs of a draft that this workspace gave."""
        return self.stages.manuscript(self._files[draft.path])

    def layout(self, draft: Draft) -> PageLayout:
        """How a draft that this workspace gave is set on paper."""
        return self.stages.layout(self._files[draft.path])

    def inputs(self) -> tuple[Path, ...]:
        """Every file that must not be written over: the workspace's own, and the drafts that were named."""
        named = [file.path for file in self._files.values()]
        if self.settings.asked_list is not None:
            named.append(list_path(self.root, self.settings))
        return (*self.folder.inputs(), *named)

    # --- decisions -----------------------------------------------------------------------

    @cached_property
    def _kept(self) -> KeptDecisions:
        return KeptDecisions(self.root, self.settings, self._waits, reading=self._reading)

    def store(self, *, make: bool = False) -> Store | None:
        """The store of decisions; None where nobody has made one yet, unless `make`. Raises what `Store`
        raises."""
        return self._kept.store(make=make)

    def ready_store(self) -> Store | None:
        """The store, made where there is none; None where the folder cannot be written."""
        return self._kept.ready()

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """What people decided, by comment key, as it stands now; nothing where there is no store."""
        store = self.store()
        return {} if store is None else store.decisions()

    # --- comments ------------------------------------------------------------------------

    def correspondence(
        self, names: Sequence[str] = (), *, answered: bool = False, asked: Mapping[str, Asks] | None = None
    ) -> Correspondence:
        """Every file of comments/, or those named, as letters or problems; nothing stands in it twice.

        `answered`: it is asked what became of the letters (see `Rounds`). `asked`: what comments ask for, by
        their keys, beside what people have corrected of it already. Raises EmptyFolder, NotFound.
        """
        from ..analyses.comments import told_once
        from ..model import Correspondence, Problem

        files, store = self.letter_files.chosen(names), self.store()
        known = KnownComments(self)
        rounds = replace(self._known_rounds, answered=answered or store is not None)
        for unmatched in unmatched_letters(self.root, self.letter_files, self.settings):
            self._report(unmatched)
        given: list[ReadLetters] = []
        unheard: list[Notice] = []
        problems: list[Problem] = []
        self.stages.convert_ahead(files)
        with self._watch(len(files)) as advance:
            if self.stages.ahead is not None:
                self.stages.ahead.read(files, known, rounds)
            for file in files:
                try:
                    read = known.read(file, rounds)
                except Exception as raised:  # as above
                    self._report((error := as_failure(raised, file.told)).at(file.told))
                    problems.append(Problem(file.shown, error.code, error.facts))
                    if isinstance(error, NoComments):  # what was met in it may be why
                        unheard.extend(self.stages.sheet(file).notices)
                else:
                    given.append(read)
                advance()
        hashes = {read.path: read.sha256 for read in given}
        once = told_once([letter for read in given for letter in read.letters], hashes)
        assumed = [notice for letter in once.letters for notice in letter.notices]
        self.assumptions = (*outside_links(self.folder, files, rounds, hashes), *assumed, *once.notices)
        apart = known.apart(once.letters, rounds)
        if store is not None:
            if names:
                apart = counted_over_all(self, apart, known.registered, answered=answered)
            whole = bool(rounds.drafts) and not names  # drafts tell what a letter is about
            apart = numbered(apart, store, rounds, whole=whole)
            apart = as_corrected(apart, store, asked or {})
        notices = [notice for read in given for notice in read.notices]
        told = (*notices, *unheard, *passed_over(self.folder, names), *self.assumptions)
        beside, counted = beside_letters(given)
        return Correspondence(apart, tuple(problems), told, hashes, once.repeated, beside, counted)

    def about(self, comment: Comment) -> Draft:
        """The draft that a comment is about; the newest where it names one that is no more."""
        return self.rounds.draft(comment.draft) or self.rounds.newest

    def sheet(self, draft: Draft) -> Sheet:
        """The file of a draft that this workspace gave, as a reviewer's copy."""
        from ..readers.comments import sheet_of

        return sheet_of(self.package(draft), self.manuscript(draft))

    def links(self, read: Correspondence, on: Draft | None = None) -> tuple[Link, ...]:
        """Each comment linked on the draft it is about, or on the draft `on`; in the order of the
        comments. Where people said what one is about, to that."""
        from ..analyses.links.corrected import corrected

        rounds = self._known_rounds if on else self.rounds
        found = self.stages.links(read, rounds, on)
        named = self._corrections(read)
        if on is not None:
            named = brought_onto(
                on, named, {each.id: self.about(each) for each in read.comments}, self.rounds
            )
        return corrected(found, dict(named))

    def evidence(self, read: Correspondence) -> tuple[Evidence, ...]:
        """What every later draft did about each comment of `read`."""
        return self.stages.evidence(read, self.rounds, self._corrections(read))

    def _corrections(self, read: Correspondence) -> Corrections:
        return corrections(read.comments, self.decisions, self.about)
