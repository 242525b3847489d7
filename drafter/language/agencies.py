"""Agencies: who leads, who co-operates, by when, out of a sentence or a table cell.

`"Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Tài chính, UBND các huyện xây dựng …"`:
lead Sở Thông tin và Truyền thông, partners Sở Tài chính and UBND các huyện. Commas inside a name
("Sở Văn hóa, Thể thao và Du lịch", "các huyện, thành phố, thị xã") part nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .dates import Due, dues
from .lexicon import WordList, lexicon
from .lexicons import Agencies, AgencyWords
from .pipeline import read

_TRIM = " \t\n,;:.–-+()"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who does something and by when, as printed; empty where the text does not say."""

    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    deadline: str | None = None

    def __bool__(self) -> bool:
        return bool(self.lead or self.partners or self.deadline)

    def filled(self, other: Duty) -> Duty:
        """This duty, its gaps filled from `other`."""
        return Duty(self.lead or other.lead, self.partners or other.partners, self.deadline or other.deadline)


def _words() -> AgencyWords:
    return lexicon(Agencies).words


@cache
def _labels() -> str:
    words = _words()
    lists = (words.labels_lead, words.labels_partner, words.labels_deadline)
    return "|".join(words.alternatives for words in lists)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def split_agencies(text: str) -> tuple[str, ...]:
    """The agencies of a cell or list: `"Bộ Tài chính; các bộ, ngành, VTV và VOV"` gives four."""
    found: list[str] = []
    for piece in _pattern(rf"[;\n]|(?:^|\s)[-+–]\s+(?=(?:{_words().heads.alternatives})(?!\w))").split(text):
        found.extend(_split_piece(piece))
    return tuple(dict.fromkeys(name for name in (part.strip(_TRIM) for part in found) if name))


def _split_piece(piece: str) -> list[str]:
    """At commas and "và" before an agency's first word or an abbreviation, never inside a known name."""
    inside = [(s.start_char, s.end_char) for s in read(piece).spans["lexicon"] if s.label_ == "AGENCY"]
    heads = re.compile(
        rf"\s*(?:,|\bvà\b|,\s*và\b|\bcùng\b)\s*(?=(?:(?i:{_words().heads.alternatives})(?!\w)|[A-ZĐ]{{2,}}))"
    )
    cuts = [
        (found.start(), found.end())
        for found in heads.finditer(piece)
        if not any(start < found.start() and found.end() < end for start, end in inside)
    ]
    edges = [0, *(place for cut in cuts for place in cut), len(piece)]
    return [piece[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]


def duty(text: str) -> Duty:
    """What a sentence of a task, or the line of labels under it, says (normal form)."""
    labelled = _labelled(text)
    if labelled.lead or labelled.partners:
        return labelled
    return _told(text).filled(labelled).filled(Duty(deadline=printed_deadline(text)))


def cell_duty(text: str) -> Duty:
    """What a cell of names says: plain names lead, else as a sentence or labels in it say."""
    plain = _pattern(rf"\s*\((?:cơ quan )?(?:{_words().lead.alternatives}|phối hợp)\)").sub("", text)
    said = duty(text)
    if _labelled(text).lead or (_who_leads(text) and said.lead and plain == text):
        return said
    return Duty(split_agencies(plain))


def is_label(text: str) -> bool:
    """A line that only says who and when: "Cơ quan chủ trì: Sở Tài chính. Thời gian: 2022"."""
    return bool(_pattern(rf"\s*[(+–-]?\s*(?:{_labels()})\s*:").match(text))


def _labelled(text: str) -> Duty:
    words = _words()
    return Duty(
        split_agencies(_after_label(text, words.labels_lead)),
        split_agencies(_after_label(text, words.labels_partner)),
        _after_label(text, words.labels_deadline).strip(_TRIM) or None,
    )


def _after_label(text: str, label: WordList) -> str:
    """The words after "Cơ quan chủ trì:" up to the next label or stop; empty where there is no such label."""
    found = _pattern(
        rf"(?<!\w)(?:{label.alternatives})\s*:\s*(.+?)"
        rf"(?=[.;,(]?\s*(?:{_labels()})\s*:|[.)]?\s*(?:$|\n)|\.\s)"
    ).search(text)
    return found.group(1) if found else ""


def _told(text: str) -> Duty:
    """ "X chủ trì, phối hợp với Y …", "Giao X …", or a sentence that an agency opens."""
    lead = _who_leads(text)
    partners = _partners(text)
    if lead:
        start = max(text.rfind(mark, 0, lead.start()) for mark in (". ", ";", ":", "(", "\n")) + 1
        given = _pattern(rf"^.*?(?<!\w)(?<!được )(?:{_words().give.alternatives})\s+")
        return Duty(_agencies(given.sub("", text[start : lead.start()], count=1)), partners)
    entrusted = _pattern(
        rf"(?:^|[.;:]\s*)(?:giao cho|giao|phân công|yêu cầu)\s+(.+?)"
        rf"(?=\s*:|,?\s*(?:{_stops()})(?!\w))"
    ).search(text)
    if entrusted:
        return Duty(_agencies(entrusted.group(1)), partners)
    opening = [s for s in read(text).spans["lexicon"] if s.label_ == "AGENCY" and s.start_char <= 1]
    if not opening:
        return Duty(_behind(text), partners)
    stop = _pattern(rf",?\s*(?:{_stops()})(?!\w)|\s*:").search(text, max(s.end_char for s in opening))
    return Duty(_agencies(text[: stop.start()]), partners) if stop else Duty(partners=partners)


def _behind(text: str) -> tuple[str, ...]:
    """Who does it, named behind what is to be done: "Công khai thủ tục; các cơ quan, đơn vị thực hiện"."""
    last = re.split(r"[;.]\s+", text.strip(" .;"))[-1]
    done = _pattern(rf"\s(?:{_words().heading_after.alternatives})$").search(last)
    return headed_by(last) if done and last != text.strip(" .;") else ()


def _who_leads(text: str) -> re.Match[str] | None:
    """Where the sentence says that somebody is in charge; a mere contact counts where nobody is."""
    words = _words()
    charge = rf"(?<!cơ quan )(?<!đơn vị )(?<!\w)(?:{words.lead.alternatives})(?!\w)"
    return _pattern(charge).search(text) or words.contact.search(text)


@cache
def _stops() -> str:
    """What may follow an agency's name: verbs, adverbs, "phối hợp với"."""
    words = _words()
    return "|".join(each.alternatives for each in (words.verbs, words.adverbs, words.together))


def _bare(name: str) -> str:
    """A name without the words that say how or what is done: "Sở Nội vụ thường xuyên đôn đốc"."""
    known = [s.end_char for s in read(name).spans["lexicon"] if s.label_ == "AGENCY" and s.start_char <= 1]
    stops = _stops() if known else _words().adverbs.alternatives
    stop = _pattern(rf"\s(?:{stops})(?!\w)").search(name, max(known, default=0))
    return name[: stop.start()].strip(_TRIM) if stop else name


def headed_by(text: str) -> tuple[str, ...]:
    """The agencies that a heading names and nothing else: "4. Sở Nội vụ", "Trách nhiệm của Sở Nội vụ:".

    A title of what is done ("Hội nhập quốc tế", "Ban hành chính sách") names none.
    """
    words = _words()
    name = " ".join(text.split()).strip(_TRIM)
    before = words.heading_before.match(name)
    name = name[before.end() :].strip(_TRIM) if before else name
    after = _pattern(rf",?\s+(?:{words.heading_after.alternatives})$").search(name)
    name = name[: after.start()] if after else name
    named = split_agencies(name)
    return named if named and all(map(_is_agency, named)) else ()


def _is_agency(name: str) -> bool:
    known = [s.end_char for s in read(name).spans["lexicon"] if s.label_ == "AGENCY" and s.start_char == 0]
    if _bare(name) != name or len(name.split()) > 12:
        return False
    if known:
        rest = name[max(known) :].strip()
        return not rest or rest[0].isupper() or bool(_pattern(r"(?:tỉnh|thành phố|huyện|các)\b").match(rest))
    office = _pattern(rf"(?:{_words().offices.alternatives})\s+(?-i:[A-ZĐÀ-Ỹ])").match(name)
    return not name.isupper() and bool(office or _words().at_large.match(name))


def _agencies(text: str) -> tuple[str, ...]:
    """The names in a stretch of prose that read as agencies: "giao quyền tự chủ …" has none."""
    opens = _pattern(rf"(?:{_words().heads.alternatives})(?!\w)")
    return tuple(
        n
        for n in map(_bare, split_agencies(text))
        if n and len(n.split()) <= 12 and (opens.match(n) or n.split()[0].isupper())
    )


def _partners(text: str) -> tuple[str, ...]:
    found = _pattern(rf"(?<!\w)(?:{_words().together.alternatives})(?!\w)\s*:?\s*").search(text)
    if not found:
        return ()
    ends = _pattern(rf"[.;:)\n]|,?\s+(?:để\s+|và\s+)?(?:{_words().verbs.alternatives})(?!\w)")
    names = [(s.start_char, s.end_char) for s in read(text).spans["lexicon"] if s.label_ == "AGENCY"]
    for stop in ends.finditer(text, found.end()):
        if not any(start < stop.end() <= end for start, end in names):
            return _agencies(text[found.end() : stop.start()])
    return _agencies(text[found.end() :])


def printed_deadline(text: str) -> str | None:
    """The date a task is due by, as printed; the period in a plan's name is none."""
    for due in dues(read(text)):
        if due.first is None and not _in_a_name(text, due):
            return re.sub(r"^(?:nhất|hạn)\s+", "", text[due.start : due.end])
    return None


def _in_a_name(text: str, due: Due) -> bool:
    """ "Chương trình chuyển đổi số quốc gia đến năm 2025": a date of the programme, not of the task."""
    plans = _pattern(rf"(?<!\w)(?:{_words().plans.alternatives})\b[^,;.]*$")
    words = text[due.start : due.end].lower()
    return words.startswith(("đến", "tới", "năm", "nhìn")) and bool(plans.search(text[: due.start]))
