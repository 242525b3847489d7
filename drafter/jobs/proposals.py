"""What is proposed of some comments, and what they are, as far as a decision needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model import Ask, Comment, Correspondence, Decision, Deed, Disposition, Registered, Row
from ..workspace import Workspace
from .table import answered_table

if TYPE_CHECKING:
    from .board import Board

_NOTHING: Mapping[Disposition, str] = {}
_AS_READ: Mapping[str, tuple[Ask, ...]] = {}


@dataclass(frozen=True, slots=True)
class Proposed:
    """The comments that were asked about, by key; `rows`: those that they stand in; `alike`: the other
    comments there."""

    read: Correspondence = field(default_factory=lambda: Correspondence(()))
    comments: Mapping[str, Comment] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    alike: tuple[Registered, ...] = ()
    language: str = "vi"

    def comment(self, key: str) -> Comment | None:
        """The comment of this key; None where its file is gone."""
        return self.comments.get(key)

    def response(self, key: str) -> Mapping[Disposition, str]:
        """The answer that is proposed, under the disposition that it proposes; none that has blanks."""
        from ..wording.answers import answer_words, blanks

        row = self.rows.get(key)
        if row is None or row.answer is None or row.answer.proposes is Disposition.PENDING:
            return _NOTHING
        words = answer_words(row.answer, self.language)
        if any(blank for _, blank in blanks(words, self.language)):
            return _NOTHING
        return {row.answer.proposes: words}


def proposed(
    workspace: Workspace,
    asked: Sequence[Registered],
    *,
    alike: bool = False,
    whole: bool = False,
    asks: Mapping[str, tuple[Ask, ...]] = _AS_READ,
) -> Proposed:
    """What is proposed of the comments `asked`.

    Their own files are read alone where that is enough: all are where comments `alike` are wanted or, by
    `whole`, an answer that others may contradict, and where a comment is no more in the file that it was
    first read in. `asks`: what some of them ask for, by their keys, as is said now.
    """
    keys = {each.key for each in asked}
    read = None if alike or whole else _own_files(workspace, asked, asks)
    if read is None or not keys <= {comment.key for comment in read.comments}:
        read = workspace.correspondence(answered=True, asked=asks)
    by_id = {comment.id: comment for comment in read.comments}
    rows: dict[str, Row] = {}
    for row in answered_table(workspace, read).rows:
        rows.update((by_id[id].key, row) for id in row.comments)
    return Proposed(
        read,
        {comment.key: comment for comment in read.comments},
        rows,
        _alike(workspace, rows, keys) if alike else (),
        workspace.settings.language,
    )


def proposed_on(board: Board, asked: Sequence[Registered], *, alike: bool = False) -> Proposed:
    """The same as it stands on a board, where nothing is read again."""
    by_key = {comment.key: comment for comment in board.read.comments}
    rows = {comment.key: board.rows[comment.id] for comment in by_key.values() if comment.id in board.rows}
    keys = {each.key for each in asked}
    return Proposed(
        board.read,
        by_key,
        rows,
        _alike(board.workspace, rows, keys) if alike else (),
        board.workspace.settings.language,
    )


def _own_files(
    workspace: Workspace, asked: Sequence[Registered], asks: Mapping[str, tuple[Ask, ...]]
) -> Correspondence | None:
    """The letters in which the comments were first read; None where one is gone."""
    paths = tuple(dict.fromkeys(each.path for each in asked))
    if not all(map(workspace.letter_files.is_there, paths)):
        return None
    return workspace.correspondence(paths, answered=True, asked=asks)


def _alike(workspace: Workspace, rows: Mapping[str, Row], keys: set[str]) -> tuple[Registered, ...]:
    store = workspace.store()
    wanted = {rows[key].no for key in keys if key in rows}
    found = {key for key, row in rows.items() if row.no in wanted} - keys
    return () if store is None else tuple(each for each in store.registered() if each.key in found)


def with_deeds(
    workspace: Workspace, found: Proposed, decisions: Mapping[str, Decision], *, keep: bool = False
) -> Mapping[str, Decision]:
    """`decisions`, by comment key, each to accept with the edit in the newest draft that fulfils it, where
    one is to be seen; the others with none. `keep`: one that is known stays where none is to be seen, or it
    is of that draft: a person may have named it.

    `found` must have been read whole: what others ask for is no deed of these.
    """
    from .deeds import DeedsDone

    taken = (Disposition.ACCEPTED, Disposition.PARTLY)
    done = DeedsDone(workspace, found.read, decisions) if found.comments else None

    def deed(key: str, decision: Decision) -> Deed | None:
        if decision.disposition not in taken:
            return None
        comment, known = found.comment(key), decision.deed
        if comment is None or done is None:
            return known
        if keep and known is not None and known.draft == workspace.rounds.newest.path:
            return known
        return done.of(comment) or (known if keep else None)

    return {key: replace(each, deed=deed(key, each)) for key, each in decisions.items()}
