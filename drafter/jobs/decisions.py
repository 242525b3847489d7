"""What people decide of comments: recorded, approved, taken back, looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ..errors import NothingToUndo, UnknownComment, no_such_comment
from ..model import (
    UNDECIDED,
    Ask,
    Author,
    Comment,
    Decision,
    Disposition,
    HistoryLine,
    ReasonCode,
    Registered,
    Save,
    Scope,
    Stand,
    Via,
)
from ..workspace import Workspace, now
from .filters import named_clauses
from .named import check_where, named_asks, named_deed
from .proposals import Proposed, proposed, proposed_on, with_deeds
from .recorded import Decided
from .signing import check_answer, signed
from .taking_over import fitted, taken_over
from .unshown import TAKEN, Showing, is_unanswered

if TYPE_CHECKING:
    from ..store import Store
    from .board import Board

_BESIDE = ("assignee", "due", "remark", "stand", "clauses", "scope", "asks", "words")
Versions = tuple[tuple[int, int], ...]  # the number of a comment, the version of its decision


@dataclass(frozen=True, slots=True)
class DecideOptions:
    """What is to be said of the comments `numbers`; None: as it stands. `clauses` as a person names them;
    `scope` in place of them: the draft as a whole, or none of it.

    `alike`: also of the comments that stand in one row with them. `like`: the number of a comment whose
    disposition, reason and answer are taken over, but for places that are not theirs. `words`: those of the
    newest draft that fulfil it, by which later drafts are watched, in place of the edit that is found.
    `asks`: what the comments ask for, in a person's words, where it was misread; an empty one gives back what
    was read. `versions`: number and version of each decision that the person saw, where it may be another one
    by now. `without`: of reason, due and stand those that are to be none; clauses: those that were read
    again. `via`: the way by which it comes.
    """

    numbers: tuple[int, ...]
    disposition: Disposition | None = None
    reason: ReasonCode | None = None
    response: str | None = None
    where: str | None = None
    clauses: tuple[str, ...] = ()
    scope: Scope | None = None
    assignee: str | None = None
    due: date | None = None
    remark: str | None = None
    stand: Stand | None = None
    alike: bool = False
    like: int | None = None
    words: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    versions: Versions = ()
    without: frozenset[str] = frozenset()
    via: Via = Via.COMMAND

    @property
    def relinks(self) -> bool:
        """Whether the comment is to be about something else."""
        return bool(self.clauses or self.scope or "clauses" in self.without)

    @property
    def beside(self) -> tuple[str, ...]:
        """What is said, by its names, where the decision itself is left as it stands."""
        said = (self.disposition, self.reason, self.response, self.where, self.like)
        if any(each is not None for each in said) or "reason" in self.without:
            return ()
        return tuple(n for n in _BESIDE if getattr(self, n) not in (None, ()) or n in self.without)


def decide(
    workspace: Workspace, options: DecideOptions, name: str, board: Board | None = None
) -> tuple[Decided, ...]:
    """Record a decision under a person's `name`, for all the comments in one act.

    `board`: what letters and drafts say, where it is known already. Raises UnknownComment, NeedsReason,
    AnswerContradicts, BlankInAnswer, AskUnclear, Stale, UnknownClause, and what a store raises.
    """
    store = numbered_store(workspace)
    asked = of_numbers(store, options.numbers)
    said = options
    if options.like is not None:
        said = taken_over(options, store, *of_numbers(store, (options.like,)))
    asks = named_asks(said.asks, store.shown)
    check_where(workspace, options.where or "")
    found = _read(workspace, asked, said, {each.key: asks for each in asked} if said.asks else {}, board)
    wanted = {each.key: each for each in (*asked, *found.alike)}
    decisions = store.decisions()
    author = author_of(workspace, name, options.via)
    named = named_deed(workspace, said.words)
    ready: dict[str, Decision] = {}
    for each in wanted.values():
        before = decisions.get(each.key, UNDECIDED)
        made = _changed(before, fitted(said, options, found, each.key), found.response(each.key))
        if said.relinks:
            named_ = _clauses(workspace, said, found.comment(each.key))
            made = replace(made, clauses=named_, scope=None if named_ else said.scope)
        made = replace(made, asks=asks if said.asks else made.asks)
        if said.disposition or said.response is not None:
            check_answer(made, number=each.no, shown=store.shown)
        ready[each.key] = signed(before, made, author)
    ready = {key: as_seen(each, wanted[key].no, options.versions) for key, each in ready.items()}
    if named is not None:
        ready = {key: replace(each, deed=named) for key, each in ready.items()}
    elif said.disposition or said.relinks or said.asks:
        keep = not (said.relinks or said.asks)
        ready = dict(with_deeds(workspace, found, ready, keep=keep))
    store.save([Save(key, each) for key, each in ready.items()], author)
    stand = tuple(
        replace(
            each,
            unanswered=bool(said.disposition or said.response is not None) and is_unanswered(each.decision),
            before=decisions.get(each.comment.key, UNDECIDED),
        )
        for each in standing(store, wanted.values())
    )
    if said.disposition not in TAKEN or not found.comments:
        return stand
    shown = Showing(workspace, found.read, board)
    return tuple(_held(each, found.comment(each.comment.key), shown) for each in stand)


def _held(made: Decided, comment: Comment | None, shown: Showing) -> Decided:
    """What was just decided, held against what the newest draft shows of it."""
    if comment is None:
        return made
    unshown = shown.unshown(made.comment.no, comment, made.decision)
    unwatched = unshown is None and shown.is_unwatched(comment, made.decision)
    return replace(made, unshown=unshown, unwatched=unwatched)


def as_seen(decision: Decision, no: int, versions: Versions) -> Decision:
    """With the version that the person saw, which the store refuses where it is another one by now."""
    return replace(decision, version=dict(versions).get(no, decision.version))


def _read(
    workspace: Workspace,
    asked: Sequence[Registered],
    options: DecideOptions,
    asks: Mapping[str, tuple[Ask, ...]],
    board: Board | None,
) -> Proposed:
    """What the letters and drafts say, as far as the decision needs it: where words of the answer or a deed
    may have to be told from those of other comments, all of it."""
    if options.disposition is None and not (options.relinks or options.asks or options.alike):
        return Proposed()
    if board is not None and not asks:
        return proposed_on(board, asked, alike=options.alike)
    whole = options.disposition in TAKEN or options.response is None
    return proposed(workspace, asked, alike=options.alike, whole=whole, asks=asks)


def undo(
    workspace: Workspace,
    numbers: Sequence[int],
    name: str,
    via: Via = Via.COMMAND,
    versions: Versions = (),
) -> tuple[Decided, ...]:
    """Take back the last act on each of `numbers` that was not taken back yet; history keeps both.
    `versions`: those that the person saw.

    Raises UnknownComment, NothingToUndo, Stale.
    """
    store = numbered_store(workspace)
    asked = of_numbers(store, numbers)
    author = author_of(workspace, name, via)
    decisions = store.decisions()
    acts: dict[int, list[Save]] = {}
    for each in asked:
        line = _last(store.history([each.key]))
        if line is None:
            raise NothingToUndo(store.shown, number=each.no)
        before = replace(line.before, version=decisions[each.key].version)
        acts.setdefault(line.act, []).append(Save(each.key, as_seen(before, each.no, versions)))
    for act, saves in acts.items():
        store.save(saves, author, undoes=act)
    return standing(store, asked)


def history(workspace: Workspace, numbers: Sequence[int] = ()) -> tuple[HistoryLine, ...]:
    """What became of the decisions of `numbers`, or of all; () where nobody has decided anything.

    Raises UnknownComment.
    """
    store = workspace.store()
    if store is None:
        return ()
    return store.history([each.key for each in of_numbers(store, numbers)] if numbers else None)


def numbered_store(workspace: Workspace) -> Store:
    """The store, made where there is none, with all comments of the workspace numbered. Raises UnknownComment
    where none may be made."""
    if workspace.store() is None:
        workspace.folder.comment_files()  # that there are none is told before a store is made
    store = workspace.store(make=True)
    if store is None:  # of a workspace that is only read
        raise UnknownComment("–", known="–")
    if not store.numbers():
        workspace.correspondence()
    return store


def of_numbers(store: Store, numbers: Iterable[int]) -> tuple[Registered, ...]:
    """The comments of these numbers, each once. Raises UnknownComment."""
    known = {each.no: each for each in store.registered()}
    for number in numbers:
        if number not in known:
            raise no_such_comment(number, known)
    return tuple(known[number] for number in dict.fromkeys(numbers))


def author_of(workspace: Workspace, name: str, via: Via) -> Author:
    """Who acts, now."""
    return Author(name, now(), via, workspace.rounds.newest.number)


def _changed(old: Decision, options: DecideOptions, proposal: Mapping[Disposition, str]) -> Decision:
    """`old` with what is said now. An answer belongs to its disposition, and so does a reason: another one
    begins without, and so does whoever accepts."""
    disposition = old.disposition if options.disposition is None else options.disposition
    kept = old.response if disposition is old.disposition else ""
    response = kept if options.response is None else options.response.strip()
    accepted = options.disposition is Disposition.ACCEPTED
    reason = old.reason if disposition is old.disposition and not accepted else None
    return replace(
        old,
        disposition=disposition,
        reason=None if "reason" in options.without else options.reason or reason,
        response=response or proposal.get(disposition, ""),
        where=old.where if options.where is None else options.where.strip(),
        assignee=old.assignee if options.assignee is None else options.assignee.strip(),
        due=None if "due" in options.without else options.due or old.due,
        remark=old.remark if options.remark is None else options.remark.strip(),
        stand=None if "stand" in options.without else options.stand or old.stand,
    )


def _clauses(workspace: Workspace, options: DecideOptions, comment: Comment | None) -> tuple[str, ...]:
    """The clauses named, as ids in the comment's draft. Raises UnknownClause."""
    if not options.clauses or comment is None:
        return ()
    draft = workspace.about(comment)
    named = named_clauses(workspace, options.clauses, draft)
    return tuple(dict.fromkeys(min(each.ids, key=lambda id: draft.by_id[id].order) for each in named))


def _last(lines: Sequence[HistoryLine]) -> HistoryLine | None:
    """The last line whose act was not taken back."""
    undone = {line.undoes for line in lines}
    own = [line for line in lines if line.undoes is None and line.act not in undone]
    return own[-1] if own else None


def standing(store: Store, comments: Iterable[Registered]) -> tuple[Decided, ...]:
    """The comments with the decisions that stand now."""
    decisions = store.decisions()
    return tuple(Decided(each, decisions.get(each.key, UNDECIDED)) for each in comments)
