"""Sorting: whether a file that came in is a draft of the series or what somebody says of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from ..language.normal import folded
from ..model import Draft, Manuscript, Sheet
from ..opc import CONVERTED, FileFormat
from ..workspace import Stages
from ..workspace.folder import InputFile

_CLAUSES = 8  # numbered clauses from which a text without a number of its own is taken for a draft
_KINDS = 2  # … of so many kinds


class FileKind(StrEnum):
    """Where a file of the workspace belongs: in drafts/ or in comments/."""

    DRAFT = "draft"
    LETTER = "letter"

    @property
    def folder(self) -> str:
        """The name of its folder."""
        return "drafts" if self is FileKind.DRAFT else "comments"


@dataclass(frozen=True, slots=True)
class _WordFile:
    """What is known of a Word file; `known`: the other drafts of the workspace."""

    name: str
    draft: Draft
    manuscript: Manuscript
    sheet: Sheet
    known: Sequence[Draft]


def kind_of(stages: Stages, file: InputFile, known: Sequence[Draft]) -> FileKind:
    """What `file` is; a letter where nothing speaks for a draft. Raises what reading a Word file raises.

    `known`: the drafts that the workspace has, none of them the file itself.
    """
    found = stages.format(file)
    if CONVERTED.get(found, found) is not FileFormat.DOCX:
        return FileKind.LETTER
    made = _WordFile(file.shown, stages.draft(file), stages.manuscript(file), stages.sheet(file), known)
    return next((kind for says, kind in _SIGNS if says(made)), FileKind.LETTER)


def _is_form(file: _WordFile) -> bool:
    """A form of drafter's that came back."""
    return bool(file.sheet.keys)


def _is_addressed(file: _WordFile) -> bool:
    """It names whom it is for, as letters do."""
    from ..language.senders import TOP, addresses

    return addresses(paragraph.text for paragraph in file.manuscript.paragraphs[:TOP])


def _is_marked(file: _WordFile) -> bool:
    """Somebody wrote in its margin or tracked changes."""
    return bool(file.manuscript.annotations or file.manuscript.revisions)


def _answers(file: _WordFile) -> bool:
    """Minutes, notices and the like."""
    from ..language.lexicon import lexicon
    from ..language.lexicons import Frontmatter

    return folded(file.draft.kind or "") in lexicon(Frontmatter).answering


def _is_named_for_agency(file: _WordFile) -> bool:
    """A copy without marks that bears the name of who sent it."""
    from ..language.file_senders import from_file_name

    return from_file_name(PurePosixPath(file.name).stem) is not None


def _repeats(file: _WordFile) -> bool:
    """It bears the number of a draft that is here with other words: a copy of that one."""
    number = file.draft.number
    return number is not None and any(each.number == number for each in file.known)


def _is_numbered(file: _WordFile) -> bool:
    """Its page says that it is a draft, and which."""
    return file.draft.number is not None


def _is_act(file: _WordFile) -> bool:
    """It is of a kind that is drafted, and built of numbered clauses."""
    numbered = [clause for clause in file.draft.clauses if clause.marker]
    kinds = {clause.kind for clause in numbered}
    return file.draft.kind is not None and len(numbered) >= _CLAUSES and len(kinds) >= _KINDS


_SIGNS: tuple[tuple[Callable[[_WordFile], bool], FileKind], ...] = (
    (_is_form, FileKind.LETTER),
    (_is_addressed, FileKind.LETTER),
    (_is_marked, FileKind.LETTER),
    (_answers, FileKind.LETTER),
    (_is_named_for_agency, FileKind.LETTER),
    (_repeats, FileKind.LETTER),
    (_is_numbered, FileKind.DRAFT),
    (_is_act, FileKind.DRAFT),
)
