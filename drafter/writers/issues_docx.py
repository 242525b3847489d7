"""The table of issues as an office hands it in: a row for each thing that people say of a place, how many say
it and from where, and room for what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import chain

from docx.enum.text import WD_ALIGN_PARAGRAPH

from drafter.model import Draft, Office
from drafter.opc import storable
from drafter.record import OutputKind, Record, recorded
from drafter.wording.answers import blanks
from drafter.wording.figures import count, number
from drafter.wording.messages import say
from drafter.wording.names import title_words
from drafter.writers import issue_words
from drafter.writers.issues import IssueRecord
from drafter.writers.office import page
from drafter.writers.office.documents import parts_of
from drafter.writers.office.foot import foot_row
from drafter.writers.office.grid import CellLook, add_late_grid, cell, row
from drafter.writers.office.letterhead import letterhead, line_under_title, signature

_MOST = 2000  # issues: more fill no table that anybody reads; the others are in the data
_COLUMNS = (("no", 5), ("place", 14), ("text", 37), ("count", 10), ("senders", 15), ("answer", 19))
_WIDTH = 14288  # twentieths of a point between the margins: 252 mm
_CELL = 24  # half points
_LONG = 1000  # letters: a longer row may be broken across pages …
_SHORT = 600  # … and the last one, with the signature below it, where it is longer than that


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
    page.line(document, subject, bold=True, align=center, after=0)
    line_under_title(document, head.office, issuer, subject)
    told = _opening(issues, shown, lang)
    for no, text in enumerate(told, 1):
        page.line(document, f"{no}. {text}", first=12.7, keep=no == len(told))
    above = page.line(document, "", after=0, keep=True)
    signed = foot_row((above._p, signature(document, head.office, issuer, lang)._tbl), _widths())
    grid = add_late_grid(document, chain(_rows(shown, head, lang), [signed]), _widths())
    page.ending(document)
    page.page_number(document)
    inputs = tuple((draft.path, draft.sha256) for draft in head.drafts)
    record = Record(OutputKind.LETTER, inputs, lang=lang)  # nothing of it is read back
    return recorded(parts_of(document, grid), record, owner="word/document.xml")


def _most(issues: Sequence[IssueRecord]) -> list[IssueRecord]:
    kept = {issue.no for issue in nlargest(_MOST, issues, key=lambda issue: issue.comments)}
    return [issue for issue in issues if issue.no in kept]


def _opening(issues: Sequence[IssueRecord], shown: Sequence[IssueRecord], lang: str) -> list[str]:
    told = [*issue_words.sums(issues, lang)]
    if any(issue.review for issue in shown):
        told.append(say("issues.review", lang))
    if left := len(issues) - len(shown):
        beside = sum(issue.comments for issue in issues) - sum(issue.comments for issue in shown)
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
        last = no == len(shown)
        whole = len(issue.text) < (_SHORT if last else _LONG)
        yield row(
            (
                cell(
                    storable(texts[name]),
                    width,
                    replace(looks.get(name, look), keep=last and whole),
                    pieces=lambda part: blanks(part, lang),
                )
                for (name, _), width in zip(_COLUMNS, widths, strict=True)
            ),
            whole=whole,
        )
    if not shown:
        none = replace(look, italic=True, keep=True)
        yield row([cell(say("issues.none", lang), sum(widths), none, span=len(widths))])


def _texts(no: int, issue: IssueRecord, head: IssueHead, lang: str) -> dict[str, str]:
    """What stands in the cells of a row, by column."""
    return {
        "no": number(no, lang),
        "place": issue_words.place_of(issue, head.drafts, lang),
        "text": "\n".join((issue.text, *issue_words.beside(issue, lang))),
        "count": "\n".join((number(issue.comments, lang), *issue_words.contrary(issue, lang))),
        "senders": "\n".join(issue_words.senders(issue, lang)),
        "answer": "\n".join((*issue_words.came_of(issue, head.drafts, lang), say("blank.choice", lang))),
    }
