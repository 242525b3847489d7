"""The form in which a comment is decided: what stands in it, and what a person sent with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from drafter.errors import Stale
from drafter.jobs.decisions import DecideOptions
from drafter.model import Answer, CommentView, Decision, Disposition, ReasonCode, Stand, Verdict, Via
from drafter.wording.answers import answer_words, blanks, told_words
from drafter.wording.decisions import plain_words
from drafter.wording.elsewhere import own_places, without_places
from drafter.wording.messages import say

DISPOSITIONS = (Disposition.ACCEPTED, Disposition.PARTLY, Disposition.EXPLAINED, Disposition.NOTED,
                Disposition.PENDING)  # fmt: skip
_SHOWS = (Verdict.ADDRESSED, Verdict.PARTLY)


@dataclass(frozen=True, slots=True)
class Offered:
    """A text that may be answered; `blanks`: what a person has to fill in, each once."""

    text: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """What stands in the fields. `proposals`: disposition → the text that is proposed under it; `proposed`:
    the answer is one of them and nobody's words yet. `proposes`: the disposition that evidence suggests;
    `versions` as the form sends them back. `theirs`: what somebody else saved meanwhile."""

    disposition: str
    reason: str
    response: str
    where: str
    assignee: str
    due: str
    remark: str
    stand: str
    alike: bool
    proposed: bool
    blanks: tuple[str, ...]
    proposes: Disposition | None
    proposals: Mapping[Disposition, Offered]
    versions: str
    decision: Decision
    fault: str = ""
    theirs: Decision | None = None


def form_of(view: CommentView, lang: str) -> DecisionForm:
    """The form as it stands before anybody typed: what was decided, else what is proposed."""
    decision = view.decision
    proposals = _proposals(view, lang)
    answer = view.row.answer if view.row is not None else None
    proposes = None if decision.decided or answer is None else answer.proposes
    text = decision.response
    if not decision.decided and proposes is not None:
        text = proposals[proposes].text
    chosen = "" if not decision.decided else decision.disposition.value
    return DecisionForm(
        disposition=chosen,
        reason="" if decision.reason is None else decision.reason.value,
        response=text,
        where=decision.where,
        assignee=decision.assignee,
        due="" if decision.due is None else decision.due.isoformat(),
        remark=decision.remark,
        stand="" if decision.stand is None else decision.stand.value,
        alike=bool(view.alike) and not decision.decided,
        proposed=not decision.decided and bool(text),
        blanks=_blanks(text, lang),
        proposes=proposes,
        proposals=proposals,
        versions=_versions(view),
        decision=decision,
    )


def _versions(view: CommentView) -> str:
    alike = (f"{other.no}:{decision.version}" for other, decision in view.alike)
    return " ".join((f"{view.registered.no}:{view.decision.version}", *alike))


def _proposals(view: CommentView, lang: str) -> Mapping[Disposition, Offered]:
    """What may be answered under each disposition, from the facts that evidence gives."""
    answer = view.row.answer if view.row is not None and view.row.answer is not None else Answer(None)
    made = {each: _proposal(answer, each, lang) for each in DISPOSITIONS}
    return {each: Offered(text, _blanks(text, lang)) for each, text in made.items()}


def _proposal(answer: Answer, disposition: Disposition, lang: str) -> str:
    if disposition is answer.proposes:
        return answer_words(answer, lang)
    if disposition is Disposition.PENDING:
        return ""
    shows = (Verdict.ADDRESSED,) if disposition is Disposition.ACCEPTED else _SHOWS
    told = told_words(answer, lang) if answer.verdict in shows else ""  # else the edits there are of others
    if disposition is Disposition.PARTLY and not told:
        return say("comments-page.partly", lang, reason=say("blank.reason", lang))
    if disposition is Disposition.NOTED or (disposition is Disposition.ACCEPTED and not told):
        return plain_words(disposition, lang)
    other = replace(answer, parties=(), proposes=disposition)
    if disposition is Disposition.EXPLAINED:
        other = replace(other, claims=())
    return answer_words(other, lang)


def _blanks(text: str, lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece for piece, blank in blanks(text, lang) if blank))


# --- what was sent ------------------------------------------------------------------------


def sent(
    form: DecisionForm, fields: Mapping[str, str], fault: str = "", stale: Stale | None = None
) -> DecisionForm:
    """`form` with what a person typed, the `fault` that it has, or what somebody else saved meanwhile."""
    made = replace(
        form,
        disposition=fields.get("disposition", form.disposition),
        reason=fields.get("reason", form.reason),
        response=fields.get("response", form.response),
        where=fields.get("where", form.where),
        assignee=fields.get("assignee", form.assignee),
        due=fields.get("due", form.due),
        remark=fields.get("remark", form.remark),
        stand=fields.get("stand", form.stand),
        alike="alike" in fields,
        fault=fault,
    )
    known = {each.text for each in form.proposals.values()}
    made = replace(made, proposed=not form.decision.decided and _plain(made.response) in known)
    if stale is None:
        return made
    return replace(made, theirs=form.decision, proposed=False)


def taken(form: DecisionForm, view: CommentView, place: int, lang: str) -> DecisionForm:
    """`form` with an earlier decision that is offered, for a person to look at: nothing is recorded yet. A
    place that is the other comment's alone is a blank."""
    if place >= len(view.offers):
        return form
    offered = view.offers[place].past
    past, own = offered.decision, () if offered.source else own_places(view.row)
    response = without_places(past.response, own, lang)
    return replace(
        form,
        disposition=past.disposition.value,
        reason="" if past.reason is None else past.reason.value,
        response=response,
        where=past.where if without_places(past.where, own, lang) == past.where else "",
        blanks=_blanks(response, lang),
        proposed=False,
    )


def options_of(number: int, form: DecisionForm, fields: Mapping[str, str]) -> DecideOptions:
    """What is to be recorded: of each field no more than what differs from what stood there.

    Raises ValueError for a value that no field of ours has.
    """
    before = form.decision
    disposition = Disposition(fields["disposition"]) if fields.get("disposition") else None
    response = _plain(fields.get("response", ""))
    untouched = response in {each.text for each in form.proposals.values()} and not before.decided
    undecided = disposition in (None, Disposition.PENDING)
    said: str | None = response
    if undecided and (untouched or (disposition is None and response == before.response)):
        said = None  # what is proposed is nobody's answer as long as it is left open
    same = disposition is before.disposition and before.decided and said == before.response
    if disposition is before.disposition is Disposition.PENDING and not said and _handed_on(before, fields):
        same = True
    reason = ReasonCode(fields["reason"]) if fields.get("reason") else None
    due = day_of(fields.get("due", ""))
    stand = Stand(fields["stand"]) if fields.get("stand") else None
    return DecideOptions(
        (number,),
        None if same else disposition,
        reason,
        None if same else said,
        fields.get("where"),
        assignee=fields.get("assignee"),
        due=due,
        remark=fields.get("remark"),
        stand=stand,
        alike="alike" in fields,
        versions=seen(fields.get("versions", ""), number),
        without=frozenset(_emptied(fields, reason=reason, due=due, stand=stand)),
        via=Via.PAGE,
    )


def _handed_on(before: Decision, fields: Mapping[str, str]) -> bool:
    """Whether it is said who works on it, until when, or what is to be known of it: an open comment stays
    open then, and needs no answer."""
    due = "" if before.due is None else before.due.isoformat()
    known = {"assignee": before.assignee, "due": due, "remark": before.remark}
    return any(_plain(fields.get(name, was)) != was for name, was in known.items())


def day_of(text: str) -> date | None:
    """The day of a field of dates; None for an empty one. Raises ValueError."""
    return date.fromisoformat(text) if text.strip() else None


def _emptied(fields: Mapping[str, str], **values: object) -> Iterator[str]:
    """Names of fields that were sent empty."""
    for name, value in values.items():
        if name in fields and value is None:
            yield name


def seen(text: str, *wanted: int) -> tuple[tuple[int, int], ...]:
    """Numbers with the versions that a page showed: `"12:0 34:1"`. Raises ValueError for anything else, and
    where one that is `wanted` is not among them: nothing is saved over what nobody saw."""
    pairs = (each.partition(":") for each in text.split())
    found = tuple((int(number), int(version)) for number, _, version in pairs)
    if not {number for number, _ in found}.issuperset(wanted):
        raise ValueError(text)
    return found


def _plain(text: str) -> str:
    """As it was before a form sent it: forms send line ends of two signs."""
    return text.replace("\r\n", "\n").strip()
