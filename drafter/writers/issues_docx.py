"""The table of issues as an office hands it in: a row for each thing that people say of a place, how many say
it and from where, and room for what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from docx.enum.text import WD_ALIGN_PARAGRAPH

from drafter.model import Draft, Office, Scope, Verdict
from drafter.opc import storable
from drafter.record import OutputKind, Record, recorded
from drafter.wording.answers import blanks
from drafter.wording.figures import count, number
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label, title_words
from drafter.writers.issues import IssueRecord
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.grid import CellLook, add_late_grid, cell, row
from drafter.writers.office.letterhead import letterhead, signature

_MOST = 2000  # issues: more fill no table that anybody reads; the others are in the data
_NAMED = 3  # provinces and agencies, of many
_COLUMNS = (("no", 5), ("place", 14), ("text", 37), ("count", 10), ("senders", 15), ("answer", 19))
_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_CELL = 24  # half points
_CONTRARY = ("objection", "question")  # what is told beside the number of those who want something


@dataclass(frozen=True, slots=True)
class IssueHead:
    """Who hands the table in, on which drafts, the newest last."""

    office: Office
    drafts: tuple[Draft, ...]

    @property
    def newest(self) -> Draft:
        return self.drafts[-1]


def issues_docx(issues: Sequence[IssueRecord], head: IssueHead, lang: str) -> bytes:
    """The bytes of the .docx, its record inside; of very many issues those that most people speak of, in
    their order, and how many others there are."""
    shown = _most(issues)
    document = page.landscape(size=13, title=say("table.title", lang))
    page.stamp(document, say("table.provisional", lang))
    issuer = head.newest.issuer or ""
    letterhead(document, head.office, issuer, lang)
    subject = say("table.subject", lang, name=title_words(head.newest.title))
    center = WD_ALIGN_PARAGRAPH.CENTER
    page.line(document, say("table.title", lang), bold=True, size=14, align=center, before=12, after=0)
    page.line(document, subject, bold=True, align=center, after=12)
    told = _opening(issues, shown, lang)
    for no, text in enumerate(told, 1):
        page.line(document, f"{no}. {text}", first=12.7, keep=no == len(told))
    grid = add_late_grid(document, _rows(shown, head, lang), _widths())
    page.line(document, "", after=0, keep=True)
    signature(document, head.office, issuer, lang)
    page.page_number(document)
    inputs = tuple((draft.path, draft.sha256) for draft in head.drafts)
    record = Record(OutputKind.LETTER, inputs, lang=lang)  # nothing of it is read back
    return recorded(parts_of(document, grid), record, owner="word/document.xml")


def _most(issues: Sequence[IssueRecord]) -> list[IssueRecord]:
    kept = {issue.no for issue in nlargest(_MOST, issues, key=lambda issue: issue.comments)}
    return [issue for issue in issues if issue.no in kept]


def _opening(issues: Sequence[IssueRecord], shown: Sequence[IssueRecord], lang: str) -> list[str]:
    comments = sum(issue.comments for issue in issues)
    told = [say("issues.read", lang, comments=count(comments, lang), issues=count(len(issues), lang))]
    if campaigns := [issue for issue in issues if issue.campaign]:
        said = sum(issue.comments for issue in campaigns)
        told.append(
            say("issues.campaigns", lang, issues=count(len(campaigns), lang), comments=count(said, lang))
        )
    if any(issue.review for issue in shown):
        told.append(say("issues.review", lang))
    if left := len(issues) - len(shown):
        beside = comments - sum(issue.comments for issue in shown)
        told.append(
            say("issues.left", lang, shown=count(len(shown), lang), issues=count(left, lang),
                comments=count(beside, lang))
        )  # fmt: skip
    return told


def _widths() -> list[int]:
    return [_WIDTH * share // 100 for _, share in _COLUMNS]


def _rows(shown: Sequence[IssueRecord], head: IssueHead, lang: str) -> Iterable[str]:
    look = CellLook(_CELL)
    heading = replace(look, bold=True, align="center", shade="D9E2F3")
    looks = {"no": replace(look, align="center"), "count": replace(look, align="center"),
             "answer": replace(look, italic=True)}  # fmt: skip
    widths = _widths()
    names = (say(f"issues.column.{name}", lang) for name, _ in _COLUMNS)
    yield row((cell(name, width, heading) for name, width in zip(names, widths, strict=True)), header=True)
    for no, issue in enumerate(shown, 1):
        texts = _texts(no, issue, head, lang)
        yield row(
            (
                cell(
                    storable(texts[name]),
                    width,
                    looks.get(name, look),
                    pieces=lambda part: blanks(part, lang),
                )
                for (name, _), width in zip(_COLUMNS, widths, strict=True)
            ),
            whole=len(issue.text) < 1000,  # letters: a longer row may be broken across pages
        )
    if not shown:
        yield row([cell(say("issues.none", lang), sum(widths), replace(look, italic=True), span=len(widths))])


def _texts(no: int, issue: IssueRecord, head: IssueHead, lang: str) -> dict[str, str]:
    """What stands in the cells of a row, by column."""
    return {
        "no": number(no, lang),
        "place": _place(issue, head, lang),
        "text": "\n".join((issue.text, *_beside(issue, lang))),
        "count": "\n".join((number(issue.comments, lang), *_contrary(issue, lang))),
        "senders": "\n".join(_senders(issue, lang)),
        "answer": "\n".join((*_found(issue, head, lang), say("blank.choice", lang))),
    }


def _place(issue: IssueRecord, head: IssueHead, lang: str) -> str:
    nowhere = say("table.whole" if issue.scope is Scope.DOCUMENT else "table.nowhere", lang)
    place = (capital(issue.locator or "") or nowhere) + ("?" if issue.review else "")
    numbers = {draft.path: draft.number for draft in head.drafts}
    said = numbers.get(issue.draft)
    if len({each.path for each in head.drafts}) == 1 or said is None:
        return place
    return f"{place}\n({draft_label(said, lang)})"


def _beside(issue: IssueRecord, lang: str) -> Iterable[str]:
    if issue.campaign:
        yield say("issues.campaign", lang)
    if issue.wordings > 1:
        yield say("issues.wordings", lang, count=count(issue.wordings, lang))


def _contrary(issue: IssueRecord, lang: str) -> Iterable[str]:
    for stance in _CONTRARY:
        if found := issue.stances.get(stance):
            yield say("issues.stance", lang, stance=say(f"stance.{stance}", lang), count=number(found, lang))


def _senders(issue: IssueRecord, lang: str) -> Iterable[str]:
    for name, found in (("provinces", issue.provinces), ("agencies", issue.agencies)):
        if told := _named(name, found, lang):
            yield told


def _named(name: str, found: Mapping[str, int], lang: str) -> str:
    """The senders that most of it came from, and how many others there are."""
    known = {sender: said for sender, said in found.items() if sender}
    if not known:
        return ""
    first = ", ".join(f"{sender} ({number(said, lang)})" for sender, said in [*known.items()][:_NAMED])
    if len(known) <= _NAMED:
        return first
    return say(f"issues.{name}", lang, named=first, count=count(len(known) - _NAMED, lang))


def _found(issue: IssueRecord, head: IssueHead, lang: str) -> Iterable[str]:
    """What the newest draft did, where there is a later one than that spoken of."""
    told = [
        f"{say(f'verdict.{verdict}', lang)} ({number(said, lang)})"
        for verdict in Verdict
        if (said := issue.verdicts.get(verdict))
    ]
    if told and head.newest.number is not None:
        yield say("issues.found", lang, number=head.newest.number, verdicts="; ".join(told))
