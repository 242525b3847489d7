"""The list of comments: found, filtered, decided in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import Response
from starlette.routing import Route

from drafter.errors import DrafterError
from drafter.jobs.approval import approve
from drafter.jobs.decisions import DecideOptions, Versions, decide, undo
from drafter.jobs.queue import Queued, Sought, given
from drafter.jobs.unshown import is_unanswered, unshown_on
from drafter.model import CheckCode, Disposition, ReasonCode, Via
from drafter.wording.decisions import unanswered_words, unshown_words
from drafter.wording.figures import listed_numbers
from drafter.wording.messages import say

from ..faults import NotAllowedHere
from ..numbers import number_of
from ..ready import readiness
from ..views.comments import FIELDS, address_query, listing, read_mark, read_wanted
from ..views.deciding import DISPOSITIONS, day_of, seen
from ..views.failing import told
from ..visit import Visit, changing, reading

_TYPED = ("disposition", "reason", "assignee", "due", "response")  # for all that are selected


def comments(visit: Visit, fault: str = "", status: int = 200) -> Response:
    """A page of the list, or the part of it that a filter changed."""
    board, page = visit.board(), visit.text("page", "1")
    wanted = read_wanted(asked(visit), visit.session.name)
    made = listing(board, queue(visit, wanted), wanted, number_of(page) or 1, visit.lang)
    return visit.page(
        "_comments.html.jinja" if visit.partial else "comments.html.jinja",
        status,
        listing=made,
        read=read_mark(board),
        fault=fault,
        done=_done(visit),
        saved=saved(visit),
        saved_key=saved_key(visit),
        act=acted(visit),
        unshown=unshown(visit),
        chosen=frozenset(visit.texts("no")) if fault else frozenset(),
        typed={name: str(visit.form.get(name, "")) for name in _TYPED},
        query="",
        dispositions=DISPOSITIONS,
        reasons=tuple(ReasonCode),
        parameters=given(wanted),
        approval=board.workspace.settings.approval,
    )


def asked(visit: Visit) -> Mapping[str, str]:
    """The filters of an address or a form."""
    return {name: visit.text(name) for name in FIELDS if visit.text(name)}


def queue(visit: Visit, wanted: Sought) -> Sequence[Queued]:
    """The comments among which something is looked for: all, or those that a check names."""
    board = visit.board()
    if not wanted.check or not board.rounds.drafts or not board.read.hashes:
        return board.queue
    code = CheckCode(wanted.check)
    named = {c.no for found in readiness(visit).findings if found.code is code for c in found.comments}
    return [each for each in board.queue if each.no in named]


def saved(visit: Visit) -> str:
    """The number of the comment that was saved before this page."""
    number = number_of(visit.text("saved"))
    return "" if number is None else str(number)


def saved_key(visit: Visit) -> str:
    """Its key, by which what was typed of it is kept in the browser."""
    known = visit.board().numbered.get(number_of(visit.text("saved")) or 0)
    return "" if known is None else known.key


def acted(visit: Visit) -> str:
    """What was done before this page, where it was not a decision: link, asks, undo or approve."""
    act = visit.request.query_params.get("act", "")
    return act if act in ("link", "asks", "undo", "approve") else ""


def unshown(visit: Visit) -> Sequence[str]:
    """Of what was saved before this page, what has no answer, and what the newest draft does not show."""
    if acted(visit):
        return ()
    named = (number_of(text) for text in (visit.text("saved"), *visit.text("done").split(",")))
    numbers = [number for number in named if number is not None]
    if not numbers:
        return ()
    board = visit.board()
    bare = [no for no in numbers if no in board.by_no and is_unanswered(board.decision(board.by_no[no]))]
    how = say("decide.unanswered.page", visit.lang)
    told = [unanswered_words(bare, visit.lang, how=how)] if bare else []
    for each in unshown_on(board, numbers):
        told.append(unshown_words(each.no, each.decision, each.evidence, each.draft, visit.lang))
    return told


def _done(visit: Visit) -> str:
    told = map(number_of, visit.text("done").split(","))
    numbers = [number for number in told if number is not None]
    if not numbers:
        return ""
    facts = {"count": len(numbers), "numbers": listed_numbers(numbers)}
    act = visit.text("act")
    key = f"comments-page.bulk.done.{act}" if act in ("undo", "approve") else "comments-page.bulk.done"
    return say(key, visit.lang, **facts)


def together(visit: Visit) -> Response:
    """One act on all comments that are selected: decide, approve or take back."""
    try:
        chosen = tuple(pair for each in visit.texts("no") for pair in seen(each))
        if not chosen:
            return comments(visit, say("comments-page.bulk.none", visit.lang), 422)
        if _proposals_changed(visit):
            return comments(visit, say("comments-page.bulk.changed", visit.lang), 409)
        _act(visit, tuple(number for number, _ in chosen), chosen)
    except (DrafterError, ValueError) as error:
        return comments(visit, *told(error, visit.lang))
    after = {"page": visit.text("page", "1"), "done": ",".join(str(number) for number, _ in chosen)}
    if visit.text("act") != "decide":
        after["act"] = visit.text("act")
    return visit.to(f"/comments?{address_query({**asked(visit), **after})}")


def _proposals_changed(visit: Visit) -> bool:
    """Whether proposals are to be taken that nobody saw: the files are others than when the page was made."""
    takes = visit.text("act") not in ("undo", "approve") and not visit.text("response").strip()
    return takes and bool(visit.text("read")) and visit.text("read") != read_mark(visit.board())


def _act(visit: Visit, numbers: tuple[int, ...], versions: Versions) -> None:
    name, act = visit.session.name, visit.text("act")
    if act == "undo":
        undo(visit.workspace(), numbers, name, Via.PAGE, versions)
    elif act == "approve":
        if not visit.may_approve:
            raise NotAllowedHere("approver")
        approve(visit.workspace(), numbers, name, Via.PAGE, versions)
    else:
        options = DecideOptions(
            numbers,
            Disposition(visit.text("disposition")) if visit.text("disposition") else None,
            ReasonCode(visit.text("reason")) if visit.text("reason") else None,
            visit.text("response").strip() or None,
            assignee=visit.text("assignee").strip() or None,
            due=day_of(visit.text("due")),
            versions=versions,
            via=Via.PAGE,
        )
        decide(visit.workspace(), options, name, visit.board())


ROUTES = [
    Route("/comments", reading(comments)),
    Route("/comments/together", changing(together), methods=["POST"]),
]
