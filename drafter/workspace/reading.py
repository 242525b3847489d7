"""Reading the workspace: its drafts, letters and settings, each file once; alignments and links kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..analyses.rounds import in_order, number_in_name, same_numbers
from ..errors import (
    DrafterError,
    EmptyFolder,
    NotFound,
    SameNumber,
    UnknownDraft,
    UnknownSuffix,
)
from ..model import (
    Alignment,
    ChangeSet,
    Comment,
    Correspondence,
    Draft,
    Evidence,
    Letter,
    Link,
    Manuscript,
    Notice,
    Problem,
    Register,
    Rounds,
    Sheet,
)
from ..settings import DraftSettings, Settings, read_settings

if TYPE_CHECKING:
    from drafter.analyses.citations.places import Places

    from ..opc import Package

Watch = Callable[[int], AbstractContextManager[Callable[[], None]]]


@contextmanager
def _unwatched(_count: int) -> Iterator[Callable[[], None]]:
    yield lambda: None


DRAFT_SUFFIXES = (".docx", ".docm", ".doc")


class Reading:
    """The files under `root`; see `Workspace`."""

    def __init__(
        self, root: Path, *, report: Callable[[DrafterError], None], watch: Watch | None = None
    ) -> None:
        self.root = root
        self.report = report
        self.watch: Watch = watch or _unwatched
        self._alignments: dict[tuple[str, str], Alignment] = {}
        self._changes: dict[tuple[str, str], ChangeSet] = {}
        self._packages: dict[str, Package] = {}
        self._manuscripts: dict[str, Manuscript] = {}
        self._registers: dict[str, Register] = {}
        self._evidence: tuple[Correspondence, tuple[Evidence, ...]] | None = None
        self._links: dict[tuple[int, str | None], tuple[Link, ...]] = {}

    @cached_property
    def settings(self) -> Settings:
        return read_settings(self.root)

    # --- drafts --------------------------------------------------------------------------

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """All usable drafts, oldest first. Raises EmptyFolder where there is none."""
        from ..intake import files_under

        folder = self.root / "drafts"
        read = [draft for path in files_under(folder) if (draft := self._try(path)) is not None]
        ordered = in_order([self._declared(draft) for draft in read])
        repeated = {}
        for kept, other in same_numbers(ordered):
            self.report(SameNumber(other.path, number=other.number, other=kept.path))
            repeated[other.path] = other
        usable = tuple(draft for draft in ordered if draft.path not in repeated)
        if not usable:
            raise EmptyFolder(self._shown(folder), wanted=" ".join(DRAFT_SUFFIXES))
        return usable

    @cached_property
    def rounds(self) -> Rounds:
        """The drafts with the steps between them. Raises EmptyFolder."""
        return Rounds(self.drafts, self.alignment)

    def draft(self, name: str) -> Draft:
        """The draft that a person names: a path, its number ("2"), its label or file name.

        Raises NotFound for what looks like a path, else UnknownDraft with the names there are.
        """
        for path in (Path(name), self.root / name, self.root / "drafts" / name):
            if path.is_file():
                return self._declared(self._draft_at(path))
        if Path(name).suffix.lower() in DRAFT_SUFFIXES or len(Path(name).parts) > 1:
            raise NotFound(name)
        for draft in self.drafts:
            declared = self._settings_of(draft.path)
            if name in (str(draft.number), Path(draft.path).stem, declared and declared.label):
                return draft
        known = ", ".join(str(draft.number or Path(draft.path).name) for draft in self.drafts)
        raise UnknownDraft(name, known=known)

    def alignment(self, old: Draft, new: Draft) -> Alignment:
        from ..analyses.alignment import align

        key = (old.sha256, new.sha256)
        if key not in self._alignments:
            self._alignments[key] = align(old, new)
        return self._alignments[key]

    def changes(self, old: Draft, new: Draft) -> ChangeSet:
        from ..analyses.changes import changes

        key = (old.sha256, new.sha256)
        if key not in self._changes:
            self._changes[key] = changes(old, new, self.alignment(old, new))
        return self._changes[key]

    def file_of(self, draft: Draft) -> Path:
        """Where the file of a draft stands that `draft` or `drafts` gave."""
        inside = self.root / draft.path
        return inside if inside.is_file() else Path(draft.path)

    def package(self, draft: Draft) -> Package:
        """The opened file of a draft that `draft` or `drafts` gave."""
        return self._packages[draft.sha256]

    def _draft_at(self, path: Path) -> Draft:
        from ..analyses.outline import outline
        from ..intake import read_source
        from ..readers import opened
        from ..readers.docx import read_docx

        if path.suffix.lower() not in DRAFT_SUFFIXES:
            raise UnknownSuffix(self._shown(path), known=" ".join(DRAFT_SUFFIXES))
        package = opened(read_source(path, shown=self._shown(path), listed=True))
        manuscript = read_docx(package)
        draft = outline(manuscript)
        self._packages[draft.sha256] = package
        self._manuscripts[draft.sha256] = manuscript
        return draft

    def _declared(self, draft: Draft) -> Draft:
        """`draft` with the number and date that drafter.toml declares for it; where neither the file nor the
        settings say a number, with the one in the file's name."""
        declared = self._settings_of(draft.path)
        if draft.number is None and (declared is None or declared.number is None):
            draft = replace(draft, number=number_in_name(Path(draft.path).stem))
        if declared is None:
            return draft
        return replace(
            draft,
            number=draft.number if declared.number is None else declared.number,
            date=declared.date or draft.date,
        )

    def _settings_of(self, path: str) -> DraftSettings | None:
        return next((entry for entry in self.settings.drafts if entry.path == path), None)

    # --- comments ------------------------------------------------------------------------

    def correspondence(self, files: Sequence[str] = ()) -> Correspondence:
        """Every file of comments/, or those named, as letters or problems. Raises EmptyFolder."""
        from ..intake import files_under
        from ..readers.comments import READERS

        folder = self.root / "comments"
        paths = [self._named(name) for name in files] or files_under(folder)
        if not paths:
            raise EmptyFolder(self._shown(folder), wanted=" ".join(READERS))
        letters: list[Letter] = []
        problems: list[Problem] = []
        notices: list[Notice] = []
        hashes: dict[str, str] = {}
        with self.watch(len(paths)) as advance:
            for path in paths:
                root = folder if path.is_relative_to(folder) else path.parent
                try:
                    sheet, read = self._letters_in(path, root)
                except DrafterError as error:
                    self.report(error.at(self._shown(path)))
                    shown = path.relative_to(root).as_posix()
                    problems.append(Problem(shown, error.code, error.facts))
                else:
                    letters.extend(read)
                    notices.extend(sheet.notices)
                    hashes[sheet.path] = sheet.sha256
                advance()
        return Correspondence(tuple(letters), tuple(problems), tuple(notices), hashes)

    def _letters_in(self, path: Path, root: Path) -> tuple[Sheet, tuple[Letter, ...]]:
        from drafter.analyses.comments import letters

        from ..intake import read_source
        from ..readers.comments import check_suffix, read_comment_file

        shown = path.relative_to(root).as_posix()
        check_suffix(shown)
        sheet = read_comment_file(read_source(path, shown=shown, listed=True))
        known = Rounds(self._known_drafts, self.alignment)
        return sheet, tuple(self._resolved(letter) for letter in letters(sheet, known))

    def _resolved(self, letter: Letter) -> Letter:
        """`letter` with each cited place looked up in the draft that its comment is about."""
        from drafter.analyses.citations.resolve import resolve_in

        places = self._places
        return replace(
            letter,
            comments=tuple(
                replace(comment, references=resolve_in(comment.references, places[comment.draft]))
                if comment.draft in places
                else comment
                for comment in letter.comments
            ),
        )

    @cached_property
    def _places(self) -> dict[str | None, Places]:
        from drafter.analyses.citations.places import Places

        return {draft.path: Places(draft) for draft in self._known_drafts}

    @cached_property
    def _known_drafts(self) -> tuple[Draft, ...]:
        """The drafts, or none: letters can be read before there is a draft to link them to."""
        try:
            return self.drafts
        except EmptyFolder:
            return ()

    def links(self, correspondence: Correspondence, draft: Draft | None = None) -> tuple[Link, ...]:
        """Each comment linked on the draft it is about, or on `draft`; in the order of the comments."""
        from ..analyses.links import link

        key = (id(correspondence), draft.sha256 if draft is not None else None)
        if key in self._links:
            return self._links[key]
        by_path = {one.path: one for one in self.drafts} if draft is None else {}
        comments = correspondence.comments
        about: dict[str, list[Comment]] = {}
        for comment in comments:
            about.setdefault(comment.draft or "", []).append(comment)
        found: dict[str, Link] = {}
        for path, said in about.items():
            found.update((one.comment, one) for one in link(said, draft or by_path[path]))
        self._links[key] = tuple(found[comment.id] for comment in comments)
        return self._links[key]

    def _named(self, name: str) -> Path:
        for path in (Path(name), self.root / name, self.root / "comments" / name):
            if path.is_file():
                return path
        raise NotFound(name)

    # --- both ----------------------------------------------------------------------------

    def _try(self, path: Path) -> Draft | None:
        try:
            return self._draft_at(path)
        except DrafterError as error:
            self.report(error)
            return None

    def _shown(self, path: Path) -> str:
        """`path` as messages and JSON show it: inside the workspace relative to it, with "/"."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()
