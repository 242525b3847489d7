"""What drafter.toml may declare; the defaults are those of a workspace without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from unicodedata import normalize

from ..model import Asked, Office


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """What `[[drafts]]` says of one draft, where the page does not say it or says it wrongly."""

    path: str  # relative to the workspace, with "/"
    number: int | None = None
    date: date | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """What `[[letters]]` says of one file of comments/, where the file does not say it or says it wrongly.

    `comments`: words there that are a comment and were taken for frame; `frame`: words of what was taken for
    a comment and is none. Both as printed."""

    path: str  # relative to comments/, with "/"
    draft: int | str | None = None  # a number, a label or a path
    agency: str | None = None
    date: date | None = None
    number: str | None = None  # the agency's own: "123/STC-NS"
    comments: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LintSettings:
    """`[lint]`: limits by rule id in place of the usual ones, and rules that are left out."""

    limits: Mapping[str, float] = field(default_factory=dict)
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of `drafter.toml`; the defaults are those of a workspace without one.

    `asked` are the agencies asked for comments; where they stand in a file of their own, `asked_list` is its
    path, relative to the workspace. `silence_is_agreement`: no answer by the due date counts as agreement."""

    language: str = "vi"
    deadline: date | None = None
    author: str | None = None
    silence_is_agreement: bool = False
    asked: tuple[Asked, ...] = ()
    asked_list: str | None = None
    drafts: tuple[DraftSettings, ...] = ()
    letters: tuple[LetterSettings, ...] = ()
    lint: LintSettings = LintSettings()
    office: Office = field(default_factory=Office)
    store: str | None = None  # the address of the database of decisions, in place of the workspace's own
    approval: bool = False  # a decision counts once another person has approved it
    precedents: tuple[str, ...] = ()  # other workspaces whose answers are offered, relative to this one
    sha256: str | None = None  # of the file; None where there is none
    list_sha256: str | None = None  # of `asked_list`

    @property
    def agencies(self) -> tuple[str, ...]:
        """The names of the agencies asked for comments."""
        return tuple(agency.name for agency in self.asked)

    def of_draft(self, path: str) -> DraftSettings | None:
        """What is declared of the draft at `path`, however its name is composed."""
        name = normalize("NFC", path)
        return next((entry for entry in self.drafts if normalize("NFC", entry.path) == name), None)

    def of_letter(self, path: str) -> LetterSettings | None:
        """What is declared of the file at `path` in comments/, however its name is composed. What it leaves
        open of agency, date and draft, the archive or mail settles that the file lies in."""
        entry = self._said_of(path)
        for place in PurePosixPath(path).parents:
            around = self._said_of(place.as_posix())
            if around is not None:
                own = entry or LetterSettings(path)
                entry = replace(
                    own,
                    agency=own.agency or around.agency,
                    date=own.date or around.date,
                    draft=around.draft if own.draft is None else own.draft,
                )
        return entry

    def _said_of(self, path: str) -> LetterSettings | None:
        name = normalize("NFC", path)
        return next((entry for entry in self.letters if normalize("NFC", entry.path) == name), None)
