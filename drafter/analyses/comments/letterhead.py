"""Letterhead: who wrote, under which number, when, about which draft, and where the body begins.

UBND TỈNH AN SƠN / SỞ TÀI CHÍNH / Số: 1842/STC-HCSN / An Sơn, ngày 03 tháng 12 năm 2024 / V/v … / Kính gửi: …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drafter.language.joint import names_alone, stacked, together, untied
from drafter.language.letter_notes import letter_note, without_note
from drafter.language.lexicon import cue, lexicon
from drafter.language.normal import decoded
from drafter.language.numerals import spoken
from drafter.language.offices import of_body
from drafter.language.printed_dates import find_date, is_date_line
from drafter.language.request_rules import grammar
from drafter.language.senders import (
    find_agencies,
    is_agency,
    is_bare,
    is_party_committee,
    joins_party_body,
    of_party_committee,
    of_standing_organ,
    party_body,
    proper,
)
from drafter.model import FrameKind

from .name_lines import name_line
from .sentences import asks

_NUMBER = re.compile(r"\bSố\s*:?\s*(?P<number>\d[\w.]*\s*[-/–]\s*[\w./&–-]*[\w])", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"\s*Số\s*:?\s*[\d./…_\s]*(?:[-/–]|$)", re.IGNORECASE)
# What stands on the line below "Số:" or "Số: 223".
_NUMBER_REST = re.compile(r"[\d.…_\s]*[-/–]?\s*[A-ZĐ]{2,}[A-ZĐa-z\d&]*(?:\s*[-/–]\s*[A-ZĐ][\w&.]*)*\s*")
_DAY_BELOW = re.compile(r"(?:(?:ngày\s*)?[\d.…_\s]*tháng|năm)\b[\d.…_\s]*(?:năm[\d.…_\s]*)?", re.IGNORECASE)
_DAY_OPEN = re.compile(r"[^.;:\d]{2,40},\s*ngày(?:[\d.…_\s]*|\s*[\d.…_]+\s*tháng[\d.…_\s]*)", re.IGNORECASE)
_FRAME = {
    "furniture": FrameKind.LETTERHEAD, "agency": FrameKind.LETTERHEAD, "sender": FrameKind.LETTERHEAD,
    "number": FrameKind.REFERENCE, "date": FrameKind.REFERENCE, "subject": FrameKind.REFERENCE,
    "addressee": FrameKind.RECIPIENTS, "addressees": FrameKind.RECIPIENTS,
}  # fmt: skip
_LONGEST_NAME = 16  # words; a longer line is a sentence


@dataclass(frozen=True, slots=True)
class Head:
    """What the letterhead says. `kinds`: what each of its lines is."""

    agency: str | None
    number: str | None
    date: date | None
    draft_number: int | None
    subject: str
    kinds: tuple[FrameKind, ...]
    minutes: bool = False
    subject_at: tuple[int, ...] = ()  # places of the lines of its subject
    gathers: bool = False  # by its subject, what several have said


def letterhead(lines: Sequence[str], *, body: str = "") -> Head:
    """Reads the lines at the top as long as they look like a letterhead. `body`: the whole text,
    in which the agency may stand in proper letter case and the draft's number may be named."""
    lines = [decoded(line).strip() for line in lines]
    kinds: list[str] = []
    for place, line in enumerate(lines):
        kind = _kind(line, kinds[-1] if kinds else "", any(k == "addressee" for k in kinds))
        if place and _asks_for_sender(lines[place - 1]) and line and len(line.split()) <= _LONGEST_NAME:
            kind = "sender"
        if kind == "subject" and _signs_subject(line, lines[place - 1] if place else "", kinds):
            kind = "agency"
        if not kind:
            break
        kinds.append(kind)
        if place > 60:
            break
    head = lines[: len(kinds)]
    subject = " ".join(line for line, kind in zip(head, kinds, strict=True) if kind == "subject")
    names = [_own(line) for line, kind in zip(head, kinds, strict=True) if kind == "agency"]
    dated = [line for line, kind in zip(head, kinds, strict=True) if kind in ("date", "number")]
    whole = "\n".join(head)
    noted = next(
        (note.letter.number for line in head if (note := letter_note(line)) and is_agency(line)), None
    )
    number = _NUMBER.search(
        "\n".join(line for line, kind in zip(head, kinds, strict=True) if kind == "number")
    )
    return Head(
        agency=_labelled(head) or _agency(names, body) or _announcing(head, kinds) or titled(subject),
        number=re.sub(r"\s+", "", number["number"]) if number else noted,
        date=find_date("\n".join(dated)) or find_date(whole),
        draft_number=find_round(whole) or find_round(body),
        subject=_bare_subject(subject),
        kinds=tuple(_FRAME[kind] for kind in kinds),
        minutes=bool(cue("letters", "speakers", "minutes").search(subject)),
        subject_at=tuple(place for place, kind in enumerate(kinds) if kind == "subject"),
        gathers=bool(cue("letters", "gathered").search(subject)),
    )


def _kind(line: str, before: str, addressed: bool) -> str:
    """What a line of the letterhead is; "" for the first line of the body."""
    if not line or cue("letters", "furniture").match(line) or (not addressed and _asks_for_sender(line)):
        return "furniture"
    if cue("letters", "addressee").match(line):
        return "addressee"
    if addressed and before in ("addressee", "addressees") and _is_addressee(line):
        return "addressees"
    if addressed:
        return ""
    if re.match(lexicon("letters")["sender"], line, re.IGNORECASE):
        return "sender"
    if letter_note(line) and _is_name(_own(line)):
        return "agency"
    if is_number_line(line) or (before == "number" and _NUMBER_REST.fullmatch(line)):
        return "number"
    if is_date_line(line) or _DAY_OPEN.fullmatch(line) or (before == "date" and _DAY_BELOW.fullmatch(line)):
        return "date"
    if _announced(line):
        return "subject"
    if cue("letters", "subject").match(line) and not _answers(line):
        return "subject"
    if before == "subject" and _goes_on(line):
        return "subject"
    if _is_name(_own(line)) or (before == "agency" and _goes_on(line)):
        return "agency"
    return ""


def _answers(line: str) -> bool:
    """Whether a label is followed by what is said: `"Góp ý dự thảo: thống nhất"`."""
    label, _, said = line.partition(":")
    if not cue("letters", "about_comments").search(label) or cue("letters", "subject_opens").match(label):
        return False
    agreed = cue("stances", "agreement").search(said.lower())
    return bool(agreed or cue("stances", "no_comment").search(said.lower()))


def _signs_subject(line: str, above: str, kinds: Sequence[str]) -> bool:
    """Whether a line below a whole subject is the name of who writes, which no line above has said."""
    if kinds[-1:] != ["subject"] or "agency" in kinds or "sender" in kinds:
        return False
    bare = line.strip("*# ")
    alone = _is_name(bare) and (bare.isupper() or names_alone(bare))
    return alone and not cue("letters", "open_subject").search(above)


def _own(line: str) -> str:
    """A line without the nation's name or motto, which stand in the other column of the page:
    `"SỞ TÀI CHÍNH Độc lập - Tự do - Hạnh phúc"`."""
    line = without_note(line)
    found = cue("letters", "nation").search(line)
    return untied(line[: found.start()].rstrip() if found and found.start() else line)


def is_number_line(line: str) -> bool:
    """Whether a line holds the letter's number or the place for it: `"Số: 12/STC-VP"`, `"Số:"`."""
    return bool(_NUMBER_LINE.match(line))


def _is_addressee(line: str) -> bool:
    """A line of the list behind "Kính gửi:": agencies and nothing else."""
    bare = line.lstrip("-–+• ").rstrip(" ;.,")
    named = find_agencies(bare)
    left = bare
    for start, end in reversed(named):
        left = left[:start] + left[end:]
    if asks(bare) or grammar().opens_with_place.pattern.match(bare):
        return False  # the comments themselves begin right below it
    listed = line[:1] in "-–+•" and len(bare.split()) <= 14
    return (bool(named) and len(left.split()) <= 3) or (listed and line.endswith((";", ".", ",")))


def _goes_on(line: str) -> bool:
    """A subject or a name set in several lines: short, no sentence of its own."""
    return (
        len(line.split()) <= 25
        and not line.endswith((":", ";"))
        and not re.match(r"[-–+•\d“\"«>]|[IVX]+[.-]|[a-zđ]\)", line)
        and not (line.endswith(".") and len(line.split()) > 12)
        and not cue("stances", "request").search(line)
        and not cue("stances", "fault").search(line)
        and not cue("letters", "opening").match(line)
        and not (cue("letters", "said").match(line) or _answers(line))
        and not cue("letters", "unit_heading").fullmatch(line)
        and not cue("stances", "agreement").search(line.lower())
        and not cue("stances", "no_comment").search(line.lower())
    )


def _is_name(line: str) -> bool:
    words = line.strip("* ").split()
    territory = re.match(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)\s", line, re.IGNORECASE)
    capitals = line.upper() == line
    named = is_agency(line.strip("*# ")) or (capitals and bool(territory))
    return (
        named
        and 0 < len(words) <= _LONGEST_NAME * len(together(line))
        and not line.endswith((".", ","))
        and not re.search(r"[;:]", line)
        and not cue("stances", "agreement").search(line.lower())
        and not cue("stances", "request").search(line)
    )


def _asks_for_sender(line: str) -> bool:
    """Whether a line is the label of the sender's name, which stands in the cell or line behind it."""
    bare = line.rstrip()
    return bare.endswith(":") and bool(re.fullmatch(lexicon("letters")["sender"], f"{bare} x", re.IGNORECASE))


def _labelled(head: Sequence[str]) -> str | None:
    """The name behind a label of a form: `"Cơ quan góp ý: Sở Y tế"`."""
    for at, line in enumerate(head):
        below = head[at + 1 : at + 2] if _asks_for_sender(line) else ()
        found = re.match(lexicon("letters")["sender"], " ".join((line, *below)), re.IGNORECASE)
        if found and any(map(str.isalpha, found[1])):
            return proper(found[1])
    return None


def _announced(line: str) -> str | None:
    """The agency of a first line that says who comments on what: `"Sở Nội vụ góp ý dự thảo lần 1"`."""
    named = None if line.rstrip().endswith(":") else name_line(line)
    return named.agency if named and named.announced else None


def _announcing(head: Sequence[str], kinds: Sequence[str]) -> str | None:
    """The agency of the first line among the subject's that says who comments."""
    subjects = (line for line, kind in zip(head, kinds, strict=True) if kind == "subject")
    return next((name for line in subjects if (name := _announced(line))), None)


def titled(subject: str) -> str | None:
    """The agency that a title names as the one who speaks: `"Góp ý của Hội Nông dân tỉnh"`."""
    found = re.search(r"(?:góp ý|ý kiến|tham gia)\s+của\s+(?P<name>.+)", subject, re.IGNORECASE)
    if not found or not is_agency(found["name"]):
        return None
    cut = re.split(
        r"\s+\W*(?:về|đối với|vào|cho|tham gia|góp ý|hoàn thiện|dự thảo|trên)\b",
        found["name"],
        maxsplit=1,
        flags=re.I,
    )
    return proper(cut[0])


def _agency(names: Sequence[str], body: str) -> str | None:
    """The issuing agency: the last of the names, with the lines that carry it on."""
    grouped: list[str] = []
    for name in names:
        name = name.strip("*# ")
        alone = is_party_committee(name)
        carries_on = not alone and (not is_agency(name) or (bool(grouped) and is_bare(grouped[-1])))
        if grouped and carries_on and not _is_territory(grouped[-1]):
            grouped[-1] = f"{grouped[-1]} {name}"
        elif grouped and (both := stacked(grouped[-1], name)):
            grouped[-1] = both
        else:
            grouped.append(name)
    if not grouped:
        return None
    issuer = proper(grouped[-1], body)
    above = proper(grouped[-2]) if len(grouped) > 1 else ""
    if above and is_party_committee(issuer):
        return of_party_committee(issuer, grouped[-2], body)
    if body_name := of_standing_organ(issuer, above):
        return body_name
    if above and joins_party_body(issuer, above):
        return f"{issuer} {party_body(above)}"
    return (above and of_body(issuer, above)) or issuer


def _is_territory(line: str) -> bool:
    return bool(re.match(r"(?:tỉnh|thành phố|huyện|thị xã|quận)\s(?!ủy)", line, re.IGNORECASE))


def _bare_subject(subject: str) -> str:
    """The subject without "V/v góp ý": what the formulas repeat."""
    return re.sub(r"^.*?(?=dự thảo)", "", subject, count=1, flags=re.IGNORECASE | re.DOTALL).strip()


def find_round(text: str) -> int | None:
    """Which draft a text speaks of: `"dự thảo (lần thứ hai)"` is 2."""
    for pattern in lexicon("letters")["rounds"]["patterns"]:
        found = re.search(pattern, decoded(text), re.IGNORECASE)
        if found:
            return spoken(found["n"])
    return None
