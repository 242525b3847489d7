"""The files of a workspace: what was understood of each, as its card tells it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from drafter.errors import DrafterError
from drafter.intake import listing
from drafter.jobs.board import Board
from drafter.jobs.sorting import FileKind
from drafter.model import Comment, Draft, FramePiece, Letter, Scope
from drafter.settings import DraftSettings, LetterSettings
from drafter.wording.counts import said_words
from drafter.wording.messages import say
from drafter.wording.names import place
from drafter.wording.notices import notice_words

from ..rendering import sentence
from ..site import Site


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft; `declared`: what drafter.toml says of it."""

    path: str
    anchor: str
    draft: Draft
    words: int
    declared: DraftSettings
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterCard:
    """A letter of comments/ with all who speak in it; `path` within that folder. `about`: the drafts that it
    is about; `repeats`: it says nothing that others do not say; `covers`: a mail that only brings others.
    `container`: the archive or mail that it lies in, "" where it lies in the folder; `holds`: how many files
    lie in it, where it is a mail itself."""

    path: str
    anchor: str
    letters: tuple[Letter, ...]
    about: tuple[Draft, ...]
    comments: int
    notices: tuple[str, ...]
    repeats: bool = False
    covers: bool = False
    container: str = ""
    holds: int = 0

    @property
    def agencies(self) -> tuple[str, ...]:
        return tuple(letter.agency for letter in self.letters)

    @property
    def shown(self) -> str:
        """The path within the workspace."""
        return f"{FileKind.LETTER.folder}/{self.path}"

    @property
    def container_anchor(self) -> str:
        """The name of the card of the archive or mail that it lies in."""
        return anchor(self.container)

    @property
    def only(self) -> Letter | None:
        """The one letter of the file; None where several speak in it."""
        return self.letters[0] if len(self.letters) == 1 else None


@dataclass(frozen=True, slots=True)
class ContainerCard:
    """An archive of comments/: how many of the files in it were understood and how many not. `path` within
    the workspace."""

    path: str
    anchor: str
    read: int
    unread: int

    @property
    def held(self) -> int:
        return self.read + self.unread


@dataclass(frozen=True, slots=True)
class UnreadCard:
    """A file that could not be used, and why. `within`: it lies in an archive or mail."""

    path: str
    anchor: str
    fault: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class FilesPage:
    """All files; `faults`: what is wrong with the workspace and with none of its files."""

    drafts: tuple[DraftCard, ...] = ()
    letters: tuple[LetterCard, ...] = ()
    unread: tuple[UnreadCard, ...] = ()
    containers: tuple[ContainerCard, ...] = ()
    faults: tuple[str, ...] = ()
    comments: int = 0
    said: str = ""  # the same in words, and how many of them only agree

    @property
    def is_empty(self) -> bool:
        return not (self.drafts or self.letters or self.unread)


@dataclass(frozen=True, slots=True)
class SaidComment:
    """A comment as its letter's card tells it: its words, and the places that it is about; `scope`: what of
    the draft it is about."""

    comment: Comment
    places: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One file of comments/ from end to end."""

    card: LetterCard
    said: tuple[tuple[Letter, tuple[SaidComment, ...]], ...]
    frame: tuple[FramePiece, ...]
    declared: LetterSettings


def anchor(path: str) -> str:
    """The name of a card in its page: `"f-3fa2…"`."""
    return "f-" + hashlib.sha256(path.encode()).hexdigest()[:12]


def files_page(site: Site, board: Board | None, failures: Sequence[DrafterError], lang: str) -> FilesPage:
    """What is known of every file; without a board, only their names."""
    drafts = () if board is None else tuple(_drafts(board, lang))
    letters = () if board is None else letter_cards(board, lang)
    known = {card.path for card in drafts} | {card.shown for card in letters}
    told = {failure.path: failure for failure in failures}
    held = {} if board is None else held_within(board)
    here = [
        path.relative_to(site.root).as_posix()
        for kind in FileKind
        for path in listing(site.root / kind.folder).files
    ]
    within = [path for paths in held.values() for path in paths]
    unread = tuple(
        UnreadCard(path, anchor(path), sentence(lang, told[path]) if path in told else "", path in within)
        for path in (*here, *within)
        if path not in known and (path in told or path not in held)
    )
    containers = tuple(
        ContainerCard(path, anchor(path), len(known.intersection(paths)), len(set(paths) - known))
        for path, paths in held.items()
        if path not in known and path not in told
    )
    names = {card.path for card in unread}
    faults = tuple(sentence(lang, each) for each in failures if each.path not in names)
    count = 0 if board is None else len(board.read.comments)
    table = None if board is None else board.table
    said = say("comments-page.count", lang, count=count) if table is None else said_words(table, lang)
    return FilesPage(drafts, letters, unread, containers, tuple(dict.fromkeys(faults)), count, said)


def held_within(board: Board) -> dict[str, list[str]]:
    """The archives and mails of comments/ with what lies in them, all by their paths in the workspace."""
    held: dict[str, list[str]] = {}
    with suppress(DrafterError):  # a folder without letters holds no archive either
        for file in board.workspace.letter_files.all:
            if file.within:
                held.setdefault(_shown(file.container), []).append(_shown(file.shown))
    return held


def _shown(path: str) -> str:
    return f"{FileKind.LETTER.folder}/{path}"


def _drafts(board: Board, lang: str) -> Iterable[DraftCard]:
    settings = board.workspace.settings
    for draft in board.rounds.drafts:
        yield DraftCard(
            draft.path,
            anchor(draft.path),
            draft,
            sum(clause.words for clause in draft.clauses),
            settings.of_draft(draft.path) or DraftSettings(draft.path),
            tuple(dict.fromkeys(notice_words(each, lang) for each in draft.notices)),
        )


def letter_cards(board: Board, lang: str) -> tuple[LetterCard, ...]:
    """The files of comments/ that were understood, in the order in which they were read."""
    by_path: dict[str, list[Letter]] = {path: [] for path in board.read.hashes}
    for letter in board.read.letters:
        by_path.setdefault(letter.path, []).append(letter)
    told: dict[str, list[str]] = {}
    for notice in board.read.notices:
        told.setdefault(notice.place.split("#")[0], []).append(notice_words(notice, lang))
    covers = {notice.place for notice in board.read.notices if notice.code == "cover-mail"}
    held = held_within(board)
    within = {path: container for container, paths in held.items() for path in paths}
    return tuple(
        LetterCard(
            path,
            anchor(f"{FileKind.LETTER.folder}/{path}"),
            tuple(letters),
            _about(board, letters),
            sum(len(letter.comments) for letter in letters),
            tuple(dict.fromkeys(told.get(path, ()))),
            path in board.read.repeated,
            path in covers,
            within.get(_shown(path), ""),
            len(held.get(_shown(path), ())),
        )
        for path, letters in by_path.items()
    )


def _about(board: Board, letters: Iterable[Letter]) -> tuple[Draft, ...]:
    paths = {comment.draft for letter in letters for comment in letter.comments}
    return tuple(draft for draft in board.rounds.drafts if draft.path in paths)


def letter_page(board: Board, card: LetterCard) -> LetterPage:
    """The comments and the frame of one file."""
    said = tuple(
        (letter, tuple(said_comment(board, each) for each in letter.comments)) for letter in card.letters
    )
    frame = tuple(piece for letter in card.letters for piece in letter.frame)
    declared = board.workspace.settings.of_letter(card.path) or LetterSettings(card.path)
    return LetterPage(card, said, frame, replace(declared, draft=_choice(board, declared.draft)))


def _choice(board: Board, named: int | str | None) -> int | str | None:
    """The draft that drafter.toml names, by number, label or path, as the page names it."""
    try:
        return None if named is None else draft_value(board.workspace.draft(str(named)))
    except DrafterError:  # it has gone: told where letters are read
        return named


def said_comment(board: Board, comment: Comment) -> SaidComment:
    """A comment with its places."""
    link = board.links.get(comment.id)
    return SaidComment(comment, places_of(board, comment), Scope.NONE if link is None else link.scope)


def places_of(board: Board, comment: Comment) -> str:
    """The clauses that a comment is about, as an official cites them; "" for the draft as a whole."""
    link, draft = board.links.get(comment.id), board.rounds.draft(comment.draft)
    if link is None or draft is None or link.scope is not Scope.CLAUSES:
        return ""
    return place([each.id for each in link.clauses if each.addressed and each.id in draft.by_id], draft)


def draft_value(draft: Draft) -> str:
    """How drafter.toml names a draft: by its number, else by its path."""
    return draft.path if draft.number is None else str(draft.number)
