"""Decisions in words: what the office answers, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from drafter.language.dispositions import begins_as
from drafter.model import Decision, Disposition, Draft, Evidence, HistoryLine, Offer, OfferWhy

from .asks import all_asked
from .figures import day, listed_numbers
from .measures import counted_words
from .messages import say
from .names import cited, draft_name, lowered


def answer_of(decision: Decision, lang: str) -> str:
    """The office's answer as it is printed: `"Giải trình: … (điểm a khoản 2 mục III)"`."""
    told = decision.response or plain_words(decision.disposition, lang)
    if not decision.where or decision.where.casefold() in told.casefold():
        return told
    return say("decision.where", lang, told=told.rstrip(" ."), where=decision.where)


def decided_words(decision: Decision, lang: str) -> str:
    """The answer that people gave, as a row prints it; before it what becomes of the comment, where it does
    not say that itself."""
    told = answer_of(decision, lang)
    if decision.disposition is Disposition.PENDING or begins_as(told) is not None:
        return told
    return f"{say(f'disposition.{decision.disposition}', lang)}: {told}"


def plain_words(disposition: Disposition, lang: str) -> str:
    """What is answered where nobody wrote anything: `"Tiếp thu."`, `"Ghi nhận ý kiến."`"""
    if disposition is Disposition.NOTED:
        return say("answer.noted", lang)
    return f"{say(f'disposition.{disposition}', lang)}."


def outcome_words(decision: Decision, lang: str) -> str:
    """The disposition with the reason's name: `"Giải trình (chỉ tiêu do cấp trên giao)"`."""
    named = say(f"disposition.{decision.disposition}", lang)
    if decision.reason is None:
        return named
    return say("decision.reasoned", lang, outcome=named, reason=say(f"reason-code.{decision.reason}", lang))


def moment(at: str, lang: str) -> str:
    """A moment of ISO 8601 as people write it, to the minute: `"08:30 ngày 01/3/2021"`."""
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        return at
    return say("decision.moment", lang, time=f"{read:%H:%M}", day=day(read.date(), lang))


def particulars(decision: Decision, places: Sequence[str], lang: str) -> Iterator[str]:
    """All that stands beside the answer, a line each; `places` are the locators of its clauses."""
    facts: tuple[tuple[str, object], ...] = (
        ("clauses", cited(places, lang)),
        ("scope", "" if decision.scope is None else say(f"scope.{decision.scope}", lang)),
        ("asks", all_asked(decision.asks, lang)),
        ("assignee", decision.assignee),
        ("due", _day(decision.due, lang)),
        ("remark", decision.remark),
        ("stand", "" if decision.stand is None else say(f"stand.{decision.stand}", lang)),
    )
    for name, value in facts:
        if value:
            yield say(f"decision.{name}", lang, value=value)
    for act in ("decided", "approved"):
        name = getattr(decision, f"{act}_by")
        if name:
            at = moment(getattr(decision, f"{act}_at"), lang)
            yield say(f"decision.{act}", lang, name=name, at=at)


def _day(due: date | None, lang: str) -> str:
    return "" if due is None else day(due, lang)


def changed_words(line: HistoryLine, places: Sequence[str], lang: str) -> str:
    """What an act changed of a decision: `"chuyển từ “Chờ xử lý” sang “Tiếp thu”; phê duyệt"`; `places` are
    the locators of the clauses that it has after it."""
    before, after = line.before, line.after
    parts = []
    if line.undoes is not None:
        parts.append(say("decision.undone", lang, act=line.undoes))
    if outcome_words(before, lang) != outcome_words(after, lang):
        facts = {"before": outcome_words(before, lang), "after": outcome_words(after, lang)}
        parts.append(say("decision.outcome", lang, **facts))
    if before.response != after.response:
        parts.append(say("decision.response", lang, words=after.response.removesuffix(".") or "–"))
    for name in ("where", "assignee", "remark"):
        if getattr(before, name) != getattr(after, name):
            parts.append(say(f"decision.changed.{name}", lang, value=getattr(after, name) or "–"))
    if before.due != after.due:
        parts.append(say("decision.changed.due", lang, value=_day(after.due, lang) or "–"))
    if before.clauses != after.clauses:
        parts.append(say("decision.changed.clauses", lang, value=cited(places, lang) or "–"))
    if before.scope is not after.scope:
        value = "–" if after.scope is None else say(f"scope.{after.scope}", lang)
        parts.append(say("decision.changed.scope", lang, value=value))
    if before.asks != after.asks:
        parts.append(say("decision.changed.asks", lang, value=all_asked(after.asks, lang) or "–"))
    if before.stand is not after.stand and after.stand is not None:
        parts.append(say(f"stand.{after.stand}", lang))
    if before.deed != after.deed and after.deed is not None and after.deed.came:
        words = ", ".join(f"“{phrase}”" for phrase in after.deed.came)
        parts.append(say("decision.changed.deed", lang, words=words))
    if after.approved_by and not before.approved_by:
        parts.append(say("decision.approval", lang))
    if before.approved_by and not after.approved_by:
        parts.append(say("decision.approval.gone", lang))
    return "; ".join(parts) or say("decision.same", lang)


def offer_words(offer: Offer, lang: str) -> str:
    """An earlier decision with its source and date: `"số 12 · Sở A, 08:30 ngày 01/3/2021: Giải trình. …"`."""
    past = offer.past
    source = say("show.offer.elsewhere", lang, source=past.source) if past.source else ""
    source += say("show.offer.here", lang, no=past.registered.no)
    told = say(
        "show.offer",
        lang,
        source=source,
        agency=past.registered.agency,
        at=moment(past.decision.decided_at, lang),
        outcome=outcome_words(past.decision, lang),
        answer=answer_of(past.decision, lang),
    )
    if offer.why is not OfferWhy.CHANGED:
        return told
    return f"{told} [{say('offer.changed', lang)}]"


def recorded_words(count: int, lang: str, *, act: str = "", beside: Sequence[str] = ()) -> str:
    """What was just done with so many comments; `beside` the decision: names of what was said."""
    if act:
        return say(f"screen.decisions.{act}", lang, count=count)
    if not beside:
        return say("screen.decisions", lang, count=count)
    what = ", ".join(say(f"decided.part.{each}", lang) for each in beside)
    return say("screen.decisions.beside", lang, count=count, what=what)


def unanswered_words(numbers: Sequence[int], lang: str, *, how: str) -> str:
    """That comments were accepted without an answer, which the table prints with no further word."""
    words = plain_words(Disposition.ACCEPTED, lang)
    told = listed_numbers(numbers)
    return say("decide.unanswered", lang, numbers=told, words=words, how=how)


def unshown_words(no: int, decision: Decision, evidence: Evidence, draft: Draft, lang: str) -> str:
    """That an accepted comment is not to be seen in the newest draft, by what was counted."""
    counted = "; ".join(counted_words(each, lang) for each in evidence.measures)
    return say(
        "decide.unshown.counted" if counted else "decide.unshown",
        lang,
        no=no,
        disposition=lowered(say(f"disposition.{decision.disposition}", lang)),
        draft=lowered(draft_name(draft, lang)),
        verdict=lowered(say(f"verdict.{evidence.verdict}", lang)),
        counted=counted,
    )
