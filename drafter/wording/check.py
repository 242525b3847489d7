"""What stands against handing in, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from drafter.model import CheckCode, CheckedComment, CheckFinding, Draft, Finding, Readiness, Verdict

from .figures import day, listed_numbers, number
from .findings import finding_words
from .messages import say
from .names import draft_name, lowered, place

_TEXT = 120  # characters of a comment
_WORDS = 160  # of a phrase of the draft
_LISTED = 12  # numbers of comments


def check_words(finding: CheckFinding, drafts: Sequence[Draft], lang: str) -> str:
    """What is found, in a sentence: `"Ý kiến số 3 (Sở Nội vụ) chưa có quyết định: “…”."`"""
    if finding.code is CheckCode.LINT:
        fault = finding.facts["finding"]
        assert isinstance(fault, Finding)
        told = finding_words(fault, lang)
        return (
            say("check.lint.at", lang, place=where(finding, drafts), told=told) if finding.clauses else told
        )
    facts = {name: _fact(name, fact, lang) for name, fact in _told(finding, lang).items()}
    return say(
        _key(finding),
        lang,
        **{
            "comment": _named(finding.comments[:1], lang),
            "comments": _named(finding.comments, lang),
            "other": _named(finding.comments[1:], lang),
            "text": _cut(finding.comments[0].text, _TEXT) if finding.comments else "",
            "count": len(finding.comments),
            "numbers": listed_numbers(each.no for each in finding.comments),
            "new": finding.comments[0].no if finding.comments else None,
            "old": finding.comments[-1].no if finding.comments else None,
            "agency": finding.agency,
            "draft": lowered(_draft(finding, drafts, lang)),
            "place": where(finding, drafts),
            **facts,
        },
    )


def deadline_words(found: Readiness, lang: str) -> str:
    """How long it is until the draft is to be handed in; "" where the workspace names no day."""
    if found.deadline is None or found.days_left is None:
        return ""
    way = "left" if found.days_left > 0 else "today" if found.days_left == 0 else "over"
    return say(f"check.deadline.{way}", lang, day=day(found.deadline, lang), days=abs(found.days_left))


def where(finding: CheckFinding, drafts: Sequence[Draft]) -> str:
    """The clauses of a finding as an official cites them."""
    draft = _of(finding, drafts)
    return place([id for id in finding.clauses if id in draft.by_id], draft) if draft is not None else ""


def _told(finding: CheckFinding, lang: str) -> Mapping[str, object]:
    """The facts of a finding, dates that an answer names as they are read."""
    if finding.facts.get("kind") != "date":
        return finding.facts
    said, has = finding.facts["said"], finding.facts["has"]
    assert isinstance(said, str) and isinstance(has, tuple)
    return {**finding.facts, "said": _moment(said, lang), "has": tuple(_moment(one, lang) for one in has)}


def _key(finding: CheckFinding) -> str:
    """Which sentence tells a finding: of what was undone, whether words are gone or back."""
    if finding.code is CheckCode.REGRESSED:
        if finding.facts.get("gone"):
            return "check.regressed.gone"
        return "check.regressed.back" if finding.facts.get("back") else "check.regressed.undone"
    if finding.code is CheckCode.OVERRIDDEN:
        return "check.overridden" if finding.facts.get("gone") else "check.overridden.back"
    if finding.code is CheckCode.UNTRUE:
        return _untrue(finding)
    if finding.code is CheckCode.NOT_SEEN and finding.facts["verdict"] is None:
        return "check.not-seen.no-later"
    if finding.code is CheckCode.NOT_SEEN and finding.facts["verdict"] == Verdict.PARTLY.value:
        return "check.not-seen.partly"
    if finding.code is CheckCode.CONFIRM and finding.facts.get("apart"):
        return "check.confirm.apart"
    if finding.code is CheckCode.CONFIRM and all(each.no is not None for each in finding.comments[:2]):
        return "check.confirm.how"
    if finding.code is CheckCode.SILENT_CHANGE and finding.comments:
        return "check.silent-change.perhaps"
    if finding.code is CheckCode.SILENT_AGENCY and finding.facts["due"] is None:
        return "check.silent-agency.undated"
    return f"check.{finding.code}"


def _untrue(finding: CheckFinding) -> str:
    kinds = {"gone": "left", "place": "place", "elsewhere": "elsewhere"}
    if found := kinds.get(str(finding.facts["kind"])):
        return f"check.untrue-response.{found}"
    return "check.untrue-response.other" if finding.facts["has"] else "check.untrue-response.nowhere"


def _moment(words: str, lang: str) -> str:
    """A date as it is read: `"2026-Q2"` → `"quý 2/2026"`."""
    year, *finer = words.split("-")
    if not finer:
        return say("check.moment.year", lang, year=year)
    if finer[0].startswith("Q"):
        return say("check.moment.quarter", lang, quarter=finer[0][1:], year=year)
    return "/".join([*reversed(finer), year])


def _fact(name: str, fact: object, lang: str) -> object:
    if name in ("gone", "back", "words", "has", "apart") and isinstance(fact, tuple):
        return "”, “".join(_cut(str(phrase), _WORDS) for phrase in fact)
    if name == "by" and isinstance(fact, tuple):
        return listed_numbers(fact)
    if name == "dispositions" and isinstance(fact, tuple):
        return ", ".join(lowered(say(f"disposition.{each}", lang)) for each in fact)
    if name == "disposition":
        return lowered(say(f"disposition.{fact}", lang))
    if name == "why" and isinstance(fact, tuple):
        return ", ".join(say(f"silent.{each}", lang) for each in fact)
    if name == "said":
        return _cut(str(fact), _WORDS)
    if isinstance(fact, date):
        return day(fact, lang)
    return fact


def _named(comments: Sequence[CheckedComment], lang: str) -> str:
    """`"số 3 (Sở Nội vụ), số 7 (Sở Y tế)"`; without numbers `"của Sở Nội vụ"`."""
    shown = [
        say("check.unnumbered", lang, agency=comment.agency)
        if comment.no is None
        else say("check.numbered", lang, no=comment.no, agency=comment.agency)
        for comment in comments[:_LISTED]
    ]
    more = len(comments) - len(shown)
    told = ", ".join(dict.fromkeys(shown))
    return say("check.more", lang, shown=told, count=more) if more else told


def _draft(finding: CheckFinding, drafts: Sequence[Draft], lang: str) -> str:
    draft = _of(finding, drafts)
    return "" if draft is None else draft_name(draft, lang)


def _of(finding: CheckFinding, drafts: Sequence[Draft]) -> Draft | None:
    return next((draft for draft in drafts if draft.path == finding.draft), None)


def _cut(text: str, most: int) -> str:
    """The words of a text as they are quoted in a sentence, which ends by its own sign."""
    line = " ".join(text.split()).rstrip(" .;,") or text
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def counts_words(found: Readiness, lang: str) -> str:
    """How many of each kind: `"chưa quyết định 3 · chưa gửi trả lời 2"`."""
    counts = {code: sum(finding.code is code for finding in found.findings) for code in CheckCode}
    return " · ".join(
        f"{lowered(say(f'check.code.{code}', lang))} {number(count, lang)}"
        for code, count in counts.items()
        if count
    )
