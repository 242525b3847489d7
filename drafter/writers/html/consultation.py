"""A consultation as pages show it: its issues in words, how much was said of each clause (the heat map)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from markupsafe import Markup

from drafter.model import Consultation, Draft, RunState, Stance
from drafter.wording.figures import listed_numbers, number
from drafter.wording.messages import say
from drafter.wording.names import capital, shortened
from drafter.writers import issue_words
from drafter.writers.charts import Bar, BarPart, stacked_bars
from drafter.writers.issues import IssueRecord, issue_records

_TOP = 5  # issues that a brief names
_TEXT = 200  # characters of one of them
_HOTTEST = 20  # places of the heat map
_LABEL = 44  # characters of the name of a place
_TONES = {
    Stance.REQUEST: "first", Stance.OBJECTION: "fifth", Stance.QUESTION: "second",
    Stance.AGREEMENT: "third", Stance.REMARK: "seventh",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownIssue:
    """A row: `clause` and `draft` (its path) for a link to the place; notes are sentences of their own."""

    no: int
    place: str
    clause: str | None
    draft: str
    text: str
    comments: int
    notes: tuple[str, ...]
    contrary: tuple[str, ...]
    senders: tuple[str, ...]
    came_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownConsultation:
    """What a brief tells of a consultation: its sums in sentences, or why nothing is shown; what most people
    speak of; where comments fall."""

    name: str
    told: tuple[str, ...]
    top: tuple[ShownIssue, ...]
    heat: Markup


def shown_consultations(
    found: Iterable[Consultation], drafts: Sequence[Draft], lang: str
) -> tuple[ShownConsultation, ...]:
    return tuple(shown_consultation(each, issue_records(each.issues, drafts), drafts, lang) for each in found)


def shown_consultation(
    found: Consultation, records: Sequence[IssueRecord], drafts: Sequence[Draft], lang: str
) -> ShownConsultation:
    """`records` are those of its issues."""
    if found.state is not RunState.READY:
        return ShownConsultation(found.name, (say(f"consultation.{found.state}", lang),), (), Markup())
    top = nlargest(_TOP, records, key=lambda each: each.comments)
    return ShownConsultation(
        found.name,
        (*_newer(found, lang), *issue_words.sums(records, lang), *_unused(found, lang)),
        tuple(shown_issue(each, drafts, lang, _TEXT) for each in top),
        heat_chart(records, drafts, lang),
    )


def _newer(found: Consultation, lang: str) -> Iterable[str]:
    if found.newer:
        yield say("consultation.newer", lang, numbers=listed_numbers(found.newer))


def _unused(found: Consultation, lang: str) -> Iterable[str]:
    if found.balance.told:
        yield say("consultation.unused", lang, count=found.balance.told)


def shown_issue(
    issue: IssueRecord, drafts: Sequence[Draft], lang: str, most: int | None = None
) -> ShownIssue:
    """`most`: characters of its words, which are all of them otherwise."""
    return ShownIssue(
        issue.no,
        issue_words.place_of(issue, drafts, lang),
        issue.clause,
        issue.draft,
        issue.text if most is None else shortened(issue.text, most),
        issue.comments,
        tuple(issue_words.beside(issue, lang)),
        tuple(issue_words.contrary(issue, lang)),
        tuple(issue_words.senders(issue, lang)),
        tuple(issue_words.came_of(issue, drafts, lang)),
    )


def heat_chart(issues: Iterable[IssueRecord], drafts: Sequence[Draft], lang: str) -> Markup:
    """A bar for each of the places that most comments are about, in the order of the draft, by stance."""
    counts: dict[tuple[str, str | None, str], dict[Stance, int]] = {}
    for issue in issues:
        own = counts.setdefault((issue.draft, issue.clause, issue.scope), dict.fromkeys(Stance, 0))
        for stance in Stance:
            own[stance] += issue.stances.get(stance, 0)
    hottest = set(nlargest(_HOTTEST, counts, key=lambda place: sum(counts[place].values())))
    clauses = {(draft.path, clause.id): clause for draft in drafts for clause in draft.clauses}
    bars = []
    for place in counts:
        if place not in hottest:
            continue
        path, id, scope = place
        clause = clauses.get((path, id or ""))
        nowhere = say("table.whole" if scope == "document" else "table.nowhere", lang)
        name = " ".join(filter(None, (capital(clause.locator or ""), clause.heading))) if clause else nowhere
        parts = tuple(
            BarPart(capital(say(f"stance.{stance}", lang)), said, number(said, lang), _TONES[stance])
            for stance, said in counts[place].items()
        )
        bars.append(Bar(shortened(name or nowhere, _LABEL), parts, number(sum(counts[place].values()), lang)))
    return stacked_bars(bars, say("consultation.heat", lang)) if bars else Markup()
