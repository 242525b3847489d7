"""Issues in words: where one belongs, how many say it in which way and from where, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.model import Draft, Scope, Verdict
from drafter.wording.figures import count, number
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label
from drafter.writers.issues import IssueRecord

_NAMED = 3  # provinces and agencies, of many
_CONTRARY = ("objection", "question")  # what is told beside the number of those who want something


def place_of(issue: IssueRecord, drafts: Sequence[Draft], lang: str) -> str:
    """Where it belongs, with "?" where a person must look; of several drafts the one that it is about."""
    return _placed(issue, drafts, lang, "?" if issue.review else "", "\n")


def place_in_line(issue: IssueRecord, drafts: Sequence[Draft], lang: str) -> str:
    """The same in one line, and without a mark."""
    return _placed(issue, drafts, lang, "", " ")


def _placed(issue: IssueRecord, drafts: Sequence[Draft], lang: str, mark: str, joint: str) -> str:
    nowhere = say("table.whole" if issue.scope is Scope.DOCUMENT else "table.nowhere", lang)
    place = (capital(issue.locator or "") or nowhere) + mark
    numbers = {draft.path: draft.number for draft in drafts}
    said = numbers.get(issue.draft)
    if len({each.path for each in drafts}) == 1 or said is None:
        return place
    return f"{place}{joint}({draft_label(said, lang)})"


def beside(issue: IssueRecord, lang: str) -> Iterable[str]:
    """What is told below its words: that one text went round, that there are other wordings."""
    if issue.campaign:
        yield say("issues.campaign", lang)
    if issue.wordings > 1:
        yield say("issues.wordings", lang, count=count(issue.wordings, lang))


def contrary(issue: IssueRecord, lang: str) -> Iterable[str]:
    """How many of them object or ask."""
    for stance in _CONTRARY:
        if found := issue.stances.get(stance):
            yield say("issues.stance", lang, stance=say(f"stance.{stance}", lang), count=number(found, lang))


def senders(issue: IssueRecord, lang: str) -> Iterable[str]:
    """The provinces and agencies that most of it came from."""
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


def came_of(issue: IssueRecord, drafts: Sequence[Draft], lang: str) -> Iterable[str]:
    """What the newest draft did, where there is a later one than that spoken of."""
    told = [
        f"{say(f'verdict.{verdict}', lang)} ({number(said, lang)})"
        for verdict in Verdict
        if (said := issue.verdicts.get(verdict))
    ]
    if told and drafts[-1].number is not None:
        yield say("issues.found", lang, number=drafts[-1].number, verdicts="; ".join(told))


def sums(issues: Sequence[IssueRecord], lang: str) -> Iterable[str]:
    """How many comments became how many issues, and what went round as one text."""
    comments = sum(issue.comments for issue in issues)
    yield say("issues.read", lang, comments=count(comments, lang), issues=count(len(issues), lang))
    if campaigns := [issue for issue in issues if issue.campaign]:
        said = sum(issue.comments for issue in campaigns)
        yield say("issues.campaigns", lang, issues=count(len(campaigns), lang), comments=count(said, lang))
