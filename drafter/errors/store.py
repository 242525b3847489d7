"""Decisions that cannot be read or saved."""

from __future__ import annotations

from collections.abc import Collection

from .failure import DrafterError
from .outputs import CannotWrite


class StoreNotWritable(CannotWrite):
    """The system refuses to open or to write the database, or to make it: `reason`."""

    code = "store-not-writable"


class StoreLocked(DrafterError):
    """Another program holds the database and does not let go."""

    code = "store-locked"
    http_status = 503


class StoreNewer(DrafterError):
    """A later drafter made the database: `version` is unknown to this one."""

    code = "store-newer"
    http_status = 500


class StoreOlder(DrafterError):
    """Another workspace's database, which is only read, is of an earlier drafter: of schema `version`."""

    code = "store-older"
    http_status = 500


class StoreDamaged(DrafterError):
    """What stands there is no database of drafter's, or a broken one: `reason` in the engine's words."""

    code = "store-damaged"
    http_status = 500


class StoreUnreachable(DrafterError):
    """The server of the database does not answer, or refuses: `reason` in its words."""

    code = "store-unreachable"
    http_status = 503


class Stale(DrafterError):
    """The decision of comment `number` was saved by `who` since: `ours` and `theirs` say what each wants.

    `conflicts`: (key, our decision, theirs) of all.
    """

    code = "stale"
    of_file = False
    http_status = 409


class UnknownComment(DrafterError):
    """`path` is no number of a comment; `known` says which there are."""

    code = "unknown-comment"
    exit_code = 2
    http_status = 404


class NeedsReason(DrafterError):
    """The decision of comment `number` needs a reason in words."""

    code = "needs-reason"
    of_file = False
    exit_code = 2


class NeedsWord(NeedsReason):
    """Comment `number` is left pending, with neither an answer nor a remark that says why."""

    code = "needs-word"


class AnswerContradicts(DrafterError):
    """The `answer` to comment `number` says that it is followed, and the disposition `chosen` that it is not,
    or the other way."""

    code = "answer-contradicts"
    of_file = False
    exit_code = 2


class BlankInAnswer(DrafterError):
    """In the answer to comment `number` stand `blanks` that a person has to fill in."""

    code = "blank-in-answer"
    of_file = False
    exit_code = 2


class AskUnclear(DrafterError):
    """The `words` that are to say what a comment asks for name nothing to be done."""

    code = "ask-unclear"
    of_file = False
    exit_code = 2


class NotDecided(DrafterError):
    """Nobody has decided comment `number`: there is nothing to approve."""

    code = "not-decided"
    of_file = False
    exit_code = 2


class NothingToReuse(NotDecided):
    """Nobody has decided comment `number`: another cannot be decided as it was."""

    code = "nothing-to-reuse"


class OwnApproval(DrafterError):
    """`who` made the decision of comment `number`: another person must approve it."""

    code = "own-approval"
    of_file = False
    exit_code = 2


class NothingToUndo(DrafterError):
    """No act on comment `number` is left that could be taken back."""

    code = "nothing-to-undo"
    of_file = False
    exit_code = 2


class UnknownSnapshot(DrafterError):
    """`path` is no number of what went out; `known` says which there are."""

    code = "unknown-snapshot"
    exit_code = 2
    http_status = 404


class NoSnapshots(UnknownSnapshot):
    """Nothing went out yet."""

    code = "no-snapshots"
    of_file = False


class NothingNumbered(UnknownComment):
    """There is no comment yet that could bear a number."""

    code = "nothing-numbered"
    of_file = False


def no_such_comment(number: int, known: Collection[int]) -> UnknownComment:
    """That none of the numbers `known` is this one."""
    return UnknownComment(str(number), known=_known(known)) if known else NothingNumbered(str(number))


def no_such_snapshot(id: int, known: Collection[int]) -> UnknownSnapshot:
    """That nothing went out under this number, as it did under `known`."""
    return UnknownSnapshot(str(id), known=_known(known)) if known else NoSnapshots(str(id))


def _known(numbers: Collection[int]) -> str:
    """Numbers that are given one after the other."""
    return "1" if max(numbers) == 1 else f"1–{max(numbers)}"


class NotRecords(DrafterError):
    """No file of exported decisions, or damaged in `line`."""

    code = "not-records"


class CutRecords(DrafterError):
    """Exported decisions that are not what was written: the end is missing, or something was changed."""

    code = "cut-records"


class WordsNotFound(DrafterError):
    """The draft does not have the `words` that are said to fulfil a decision."""

    code = "words-not-found"
    of_file = False
    exit_code = 2


class WordsTooFew(DrafterError):
    """The `words` that are said to fulfil a decision are too common to be known again."""

    code = "words-too-few"
    of_file = False
    exit_code = 2
