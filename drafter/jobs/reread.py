"""Rereading: what a person says of pieces of a letter that were understood wrongly, kept in drafter.toml.

Each correction is tried on the letter before it is written: it is refused where the letter would have no
comment left, or a word of it would be lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..analyses.comments.declared import key
from ..errors import DrafterError, NotReread
from ..model import Channel, FramePiece
from ..workspace.letters import declared_of
from .declaring import SettingsEntry, declare

if TYPE_CHECKING:
    from ..model import Comment, Declared, Letter, Registered
    from ..workspace.folder import InputFile
    from .board import Board


def frame_pieces(board: Board, comment: Comment) -> tuple[FramePiece, ...]:
    """The pieces of the frame of a comment's letter that can be said to be comments; () for a copy, minutes
    or a list of several agencies, where words have a speaker that the piece does not tell."""
    if not _is_plain(board, comment):
        return ()
    letters = [each for each in board.read.letters if each.path == comment.path]
    return tuple(piece for letter in letters for piece in letter.frame if piece.text.strip())


def can_set_aside(board: Board, comment: Comment) -> bool:
    """Whether a person can say that a comment is none."""
    return _is_plain(board, comment)


def set_aside(board: Board, comment: Comment) -> None:
    """Say that a comment is none: its words become frame. Raises NotReread; what `declare` raises."""
    file, declared = _declared(board, comment)
    frame = (*declared.frame, comment.text)
    taken = tuple(each for each in declared.comments if key(each) != key(comment.text))
    wanted = replace(declared, frame=frame, comments=taken)
    after = _tried(board, file, wanted)
    if any(key(each.text) == key(comment.text) for letter in after for each in letter.comments):
        raise NotReread(comment.path)
    _write(board, comment.path, wanted)


def aside_in(board: Board, said: Registered) -> str:
    """The file in which a person has said that this comment is none; "" where nobody has."""
    read = {letter.path for letter in board.read.letters}
    named = board.workspace.settings.letters
    words = key(said.text)
    found = [each.path for each in named if each.path in read and words in map(key, each.frame)]
    return said.path if said.path in found else next(iter(found), "")


def put_back(board: Board, said: Registered) -> None:
    """Say no more that a comment is none. Raises NotReread; what `declare` raises."""
    path = aside_in(board, said)
    if not path:
        raise NotReread(said.path)
    file, declared = _declared_in(board, path)
    wanted = replace(declared, frame=tuple(each for each in declared.frame if key(each) != key(said.text)))
    _tried(board, file, wanted)
    _write(board, path, wanted)


def take_up(board: Board, comment: Comment, text: str) -> None:
    """Say that a piece of the frame of a comment's letter is a comment. Raises NotReread; what `declare`
    raises."""
    file, declared = _declared(board, comment)
    if key(text) not in {key(piece.text) for piece in frame_pieces(board, comment)}:
        raise NotReread(comment.path)
    aside = tuple(each for each in declared.frame if key(each) != key(text))
    was_aside = len(aside) < len(declared.frame)
    taken = declared.comments if was_aside else (*declared.comments, text)
    wanted = replace(declared, frame=aside, comments=taken)
    after = _tried(board, file, wanted)
    if not any(key(text) in key(each.text) for letter in after for each in letter.comments):
        raise NotReread(comment.path)
    _write(board, comment.path, wanted)


def _is_plain(board: Board, comment: Comment) -> bool:
    """Whether the file is one letter of one agency."""
    letters = [each for each in board.read.letters if each.path == comment.path]
    return len(letters) == 1 and letters[0].channel is Channel.LETTER and comment.anchor is None


def _declared(board: Board, comment: Comment) -> tuple[InputFile, Declared]:
    if not _is_plain(board, comment):
        raise NotReread(comment.path)
    return _declared_in(board, comment.path)


def _declared_in(board: Board, path: str) -> tuple[InputFile, Declared]:
    workspace = board.workspace
    file = workspace.letter_files.find(path)
    if file is None:
        raise NotReread(path)
    return file, declared_of(file, workspace.settings, workspace.folder, workspace.draft)


def _tried(board: Board, file: InputFile, declared: Declared) -> tuple[Letter, ...]:
    """The letter as it would be understood. Raises NotReread."""
    rounds = replace(board.rounds, answered=True)
    try:
        made = board.workspace.stages.letters(file, rounds, declared).letters
    except DrafterError as error:
        raise NotReread(file.shown) from error
    if not all(letter.words.closes for letter in made):
        raise NotReread(file.shown)
    return made


def _write(board: Board, path: str, wanted: Declared) -> None:
    values = {"comments": list(wanted.comments) or None, "frame": list(wanted.frame) or None}
    declare(board.workspace.root, SettingsEntry("letters", path, values))
