"""What drafter.toml settles of letters, and which files it names that are not there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from unicodedata import normalize

from ..analyses.rounds import number_in_name
from ..errors import DrafterError, LetterOfNoDraft, NotFound, UnknownDraft, UnmatchedDraft, UnmatchedLetter
from ..intake import document_in, listing, read_source
from ..model import Notice
from ..settings import FILE_NAME, DraftSettings

if TYPE_CHECKING:
    from ..model import Declared, Draft, Rounds
    from ..settings import Settings
    from .folder import Folder, InputFile
    from .letter_files import LetterFiles


def unmatched_drafts(root: Path, folder: Folder, settings: Settings) -> Iterator[UnmatchedDraft]:
    """Drafts that are declared and that are not there."""
    for entry in settings.drafts:
        if folder.named_nothing(entry.path):
            yield UnmatchedDraft(root / FILE_NAME, declared=entry.path)


def outside_links(
    folder: Folder, files: Iterable[InputFile], rounds: Rounds, read: Container[str]
) -> Iterator[Notice]:
    """Drafts, and those of `files` that were `read`, which are links to somewhere else, each once."""
    for draft in rounds.drafts:
        yield from (each for each in draft.notices if each.code == "outside-link")
    linked = (file for file in files if file.shown in read and folder.leads_out(file))
    for told in dict.fromkeys(file.told.removesuffix(f"/{file.within}") for file in linked):
        yield Notice("outside-link", told)


def passed_over(folder: Folder, chosen: Sequence[str]) -> Iterator[Notice]:
    """Files in comments/ that are named as systems and programs name what they leave, and hold a document;
    none where letters are `chosen` by name."""
    for path in () if chosen else listing(folder.comments).passed_over:
        try:
            found = document_in(read_source(path).bytes, path.name)
        except DrafterError:  # it was not to be read in the first place
            continue
        if found is not None:
            yield Notice("passed-over", folder.shown(path), found.value)


def unmatched_letters(root: Path, files: LetterFiles, settings: Settings) -> Iterator[UnmatchedLetter]:
    """Letters that are declared and are not there."""
    if not settings.letters:
        return
    letters = {normalize("NFC", file.shown) for file in files.all}
    there = letters | {place.as_posix() for letter in letters for place in PurePosixPath(letter).parents}
    for entry in settings.letters:
        if normalize("NFC", entry.path) not in there:
            yield UnmatchedLetter(root / FILE_NAME, declared=entry.path)


def declared_draft(draft: Draft, settings: Settings) -> Draft:
    """`draft` with the number and date that drafter.toml declares for it; where neither the file nor the
    settings say a number, with the one in the file's name."""
    declared = settings.of_draft(draft.path) or DraftSettings(draft.path)
    number = draft.number if declared.number is None else declared.number
    if number is None:
        number = number_in_name(Path(draft.path).stem)
    return replace(draft, number=number, date=declared.date or draft.date)


def declared_of(
    file: InputFile, settings: Settings, folder: Folder, named: Callable[[str], Draft]
) -> Declared:
    """What is declared of one letter. Raises LetterOfNoDraft where its draft, by `named`, is none."""
    from ..model import NOTHING_DECLARED, Declared

    entry = settings.of_letter(file.shown)
    if entry is None:
        return NOTHING_DECLARED
    try:
        draft = None if entry.draft is None else named(str(entry.draft))
    except (UnknownDraft, NotFound) as error:
        there = ", ".join(map(folder.shown, listing(folder.drafts).files)) or "–"
        known = error.facts.get("known", there)
        raise LetterOfNoDraft(file.told, declared=entry.draft, known=known) from error
    return Declared(draft, entry.agency, entry.date, entry.number, entry.comments, entry.frame)
