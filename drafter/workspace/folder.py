"""The folder of a workspace: which of its files are drafts, letters, settings, and how they are named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from ..errors import CannotRead, DrafterError, EmptyFolder, IsAFolder, NoDrafts, NotFound
from ..intake import listing
from ..opc import CONVERTED, SUFFIXES, FileFormat
from ..settings import FILE_NAME

_DRAFT_SUFFIXES = tuple(
    suffix for suffix, kind in SUFFIXES.items() if CONVERTED.get(kind, kind) is FileFormat.DOCX
)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that is read: `shown` is how results name it, `told` how failures do.

    `listed`: a folder listed it a moment ago, so that it vanished where it is not there. `within`: its path
    in the archive or mail that stands at `path`. `covers`: a mail that other files came with, which may say
    nothing itself. `fault`: why it cannot be used, known before it is read.
    """

    path: Path
    shown: str
    told: str
    listed: bool = True
    within: str = ""
    covers: bool = False
    fault: DrafterError | None = None

    @property
    def container(self) -> str:
        """How results name the file that stands at `path`."""
        return self.shown.removesuffix(f"/{self.within}") if self.within else self.shown

    def check(self) -> None:
        """Raises the fault that is known: of a folder that cannot be looked into, of a file in an archive."""
        if self.fault is not None:
            raise self.fault.at(self.told)


class Folder:
    """The folder at `root` with `drafts/` and `comments/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.drafts = root / "drafts"
        self.comments = root / "comments"

    def draft_files(self) -> tuple[InputFile, ...]:
        """What lies in drafts/, whatever it is. Raises EmptyFolder where nothing does."""
        found = listing(self.drafts)
        if not found.files and not found.refused:
            raise self.without_drafts()
        refused = (_refused(self.draft_file(each.path), each.reason) for each in found.refused)
        return (*(self.draft_file(path) for path in found.files), *refused)

    def draft_file(self, path: Path, *, listed: bool = True) -> InputFile:
        return InputFile(path, self.shown(path), self.shown(path), listed)

    def without_drafts(self) -> EmptyFolder:
        return NoDrafts(self.shown(self.drafts))

    def named_draft(self, name: str) -> InputFile | None:
        """The file that a person names from where they stand, in the workspace or in its drafts/.

        Raises IsAFolder, NotFound for what looks like a path and is none; None for another name.
        """
        path = _first_file(name, Path(), self.root, self.drafts)
        if path is not None:
            return self.draft_file(path, listed=False)
        if Path(name).suffix.lower() in _DRAFT_SUFFIXES or len(Path(name).parts) > 1:
            raise self.no_file(name)
        return None

    def no_file(self, name: str) -> DrafterError:
        """Why the file that a person names is none: a folder stands there, or nothing."""
        places = (Path(), self.root, self.drafts, self.comments)
        found = any(os.path.isdir(place / name) for place in places)  # noqa: PTH112 (a long name is none)
        return IsAFolder(name) if found else NotFound(name)

    def named_nothing(self, declared: str) -> bool:
        """Whether no file stands at the path that the settings declare, whatever its Unicode form."""
        forms = (normalize(form, declared) for form in ("NFC", "NFD"))
        return not any((self.root / path).is_file() for path in (declared, *forms))

    def comment_files(self) -> tuple[InputFile, ...]:
        """What lies in comments/: letters, and files in which several may lie. Raises EmptyFolder."""
        found = listing(self.comments)
        if not found.files and not found.refused:
            raise EmptyFolder(self.shown(self.comments))
        refused = (_refused(self._letter_file(each.path), each.reason) for each in found.refused)
        return (*map(self._letter_file, found.files), *refused)

    def _letter_file(self, path: Path) -> InputFile:
        inside = path.is_relative_to(self.comments)
        shown = path.relative_to(self.comments).as_posix() if inside else path.name
        return InputFile(path, shown, self.shown(path))

    def leads_out(self, file: InputFile) -> bool:
        """Whether a file of drafts/ or comments/ is, or lies behind, a link to somewhere else."""
        folders = (self.drafts, self.comments)
        if not any(file.path.is_relative_to(folder) for folder in folders):
            return False
        try:
            place = file.path.resolve()
            return not any(place.is_relative_to(folder.resolve()) for folder in (self.root, *folders))
        except (OSError, RuntimeError):  # links that lead in a circle: told where the file is read
            return False

    def named_letter(self, name: str) -> InputFile | None:
        """The file that a person names from where they stand, in the workspace or in its comments/."""
        path = _first_file(name, Path(), self.root, self.comments)
        return None if path is None else self._letter_file(path)

    def shown(self, path: Path) -> str:
        """`path` as messages and JSON show it: inside the workspace relative to it, with "/"."""
        try:  # a link goes by its own name
            place = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
            return place.relative_to(self.root.resolve()).as_posix()
        except (ValueError, OSError, RuntimeError):  # the last of links that lead in a circle
            return path.as_posix()

    def inputs(self) -> Iterator[Path]:
        """Every file that the workspace is made of, litter too; the settings also where there are none
        yet."""
        yield self.root / FILE_NAME
        for folder in (self.drafts, self.comments):
            yield from listing(folder, litter=True).files


def _refused(file: InputFile, reason: str) -> InputFile:
    return replace(file, fault=CannotRead(file.told, reason=reason))


def _first_file(name: str, *folders: Path) -> Path | None:
    """The first path of this name, in whatever Unicode form, where something stands that is no folder."""
    spelled = dict.fromkeys((name, normalize("NFC", name), normalize("NFD", name)))
    paths = (folder / form for form in spelled for folder in folders)
    return next((path for path in paths if os.path.lexists(path) and not path.is_dir()), None)
