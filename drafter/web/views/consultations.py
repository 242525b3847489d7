"""A whole consultation: its issues a page at a time, those that are looked for, where comments fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.datastructures import URL

from drafter.language.normal import folded, unaccented
from drafter.model import Consultation, Draft, Rounds, RunState, Stance
from drafter.wording.names import shortened
from drafter.writers import issue_words
from drafter.writers.html.consultation import ShownConsultation, ShownIssue, shown_consultation, shown_issue
from drafter.writers.issues import IssueRecord, issue_records

from .drafts import key_of

SIZE = 50  # issues on a page
ONLY = ("campaign", "review", "contrary")
_LABEL = 60  # characters of the name of a place


@dataclass(frozen=True, slots=True)
class WantedIssues:
    """Which issues are shown; "" for all. `place`: a place as the table writes it; `only`: one of ONLY."""

    query: str = ""
    place: str = ""
    only: str = ""

    def holds(self, issue: IssueRecord, place: str) -> bool:
        if self.place not in ("", place):
            return False
        if self.only == "campaign" and not issue.campaign:
            return False
        if self.only == "review" and not issue.review:
            return False
        if self.only == "contrary" and not issue.stances.get(Stance.OBJECTION):
            return False
        return not self.query or _plain(self.query) in _plain("\n".join((issue.text, *issue.others)))


def _plain(text: str) -> str:
    """Without tone marks and letter case: "chuyen doi so" finds "chuyển đổi số"."""
    return unaccented(folded(text))


@dataclass(frozen=True, slots=True)
class ConsultationRecords:
    """A consultation made ready to be looked through, once for all visits."""

    found: Consultation
    issues: tuple[IssueRecord, ...]
    places: tuple[str, ...]  # of each issue, in a line
    shown: ShownConsultation


@dataclass(frozen=True, slots=True)
class ConsultationPage:
    """One page of what is wanted; `keys`: path of a draft → by what it is named in an address."""

    name: str
    state: RunState
    told: tuple[str, ...]
    heat: Markup
    top: tuple[ShownIssue, ...]
    places: tuple[str, ...]
    lines: tuple[ShownIssue, ...]
    issues: int
    comments: int
    page: int
    pages: int
    keys: dict[str, str]
    others: tuple[str, ...]


def records_of(found: Consultation, drafts: Sequence[Draft], lang: str) -> ConsultationRecords:
    issues = issue_records(found.issues, drafts)
    places = tuple(issue_words.place_in_line(each, drafts, lang) for each in issues)
    return ConsultationRecords(found, issues, places, shown_consultation(found, issues, drafts, lang))


def consultation_page(
    made: ConsultationRecords, wanted: WantedIssues, page: int, rounds: Rounds, lang: str,
    others: Sequence[str] = (),
) -> ConsultationPage:  # fmt: skip
    held = [
        issue for issue, place in zip(made.issues, made.places, strict=True) if wanted.holds(issue, place)
    ]
    pages = max(1, -(-len(held) // SIZE))
    page = min(max(page, 1), pages)
    return ConsultationPage(
        name=made.found.name,
        state=made.found.state,
        told=made.shown.told,
        heat=made.shown.heat,
        top=made.shown.top,
        places=tuple(dict.fromkeys(made.places)),
        lines=tuple(shown_issue(each, rounds.drafts, lang) for each in held[(page - 1) * SIZE : page * SIZE]),
        issues=len(held),
        comments=sum(each.comments for each in held),
        page=page,
        pages=pages,
        keys={draft.path: key_of(draft, rounds) for draft in rounds.drafts},
        others=tuple(others),
    )


def address(name: str, wanted: WantedIssues, page: int = 1) -> str:
    """Of a page of issues."""
    return str(URL("/consultations").include_query_params(**dict(_parameters(name, wanted, page))))


def _parameters(name: str, wanted: WantedIssues, page: int) -> Iterator[tuple[str, str]]:
    given = {"name": name, "query": wanted.query, "place": wanted.place, "only": wanted.only}
    yield from ((key, value) for key, value in given.items() if value)
    if page > 1:
        yield "page", str(page)


def label(place: str) -> str:
    """The name of a place as a filter lists it."""
    return shortened(place, _LABEL)
