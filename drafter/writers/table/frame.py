"""What stands before and after the table: title, counts, who agreed or kept silent, the balance."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.model import Channel, Disposition, LetterMark, Respondent, Table
from drafter.record import inputs_hash
from drafter.wording.answers import blanks, response_words
from drafter.wording.counts import said_words
from drafter.wording.figures import day
from drafter.wording.letters import office_words
from drafter.wording.messages import say
from drafter.wording.names import capital, draft_label, lowered, title_words
from drafter.writers.office.forms import of_the_party

_NAME = 80  # characters of a draft's name in a footer, which Excel limits to 255 with its codes
_MINUTES = re.compile(r"[-/–]BB\b")  # Nghị định 30/2020, phụ lục III: the sign of minutes in a number


def title(lang: str) -> str:
    return say("table.title", lang)


def subject(table: Table, lang: str) -> str:
    """`"NGHỊ QUYẾT về chuyển đổi số"` → `"đối với dự thảo Nghị quyết về chuyển đổi số"`."""
    return say("table.subject", lang, name=title_words(table.draft_title))


@dataclass(frozen=True, slots=True)
class OpeningItem:
    """A numbered paragraph before the table; `alert`: highlighted, as what the table lacks."""

    text: str
    alert: bool = False


def items(table: Table, lang: str) -> tuple[OpeningItem, ...]:
    """The paragraphs before the table: counts, files not read, who agreed, commented, did not answer."""
    parts = _OPENING if table.excerpt is None else _OF_EXCERPT
    found = [(text, part in _ALERTS) for part in parts for text in part(table, lang)]
    return tuple(OpeningItem(f"{no}. {text}", alert) for no, (text, alert) in enumerate(found, 1))


def opening(table: Table, lang: str) -> tuple[str, ...]:
    """The texts of the paragraphs before the table."""
    return tuple(item.text for item in items(table, lang))


def unread(table: Table, lang: str) -> str:
    """That it is an excerpt, and which comment files the table holds nothing of; "" where it has all."""
    return " ".join((*_excerpt(table, lang), *_unread(table, lang)))


def empty(table: Table, lang: str) -> str:
    """What stands in a table without rows: nobody knows of a file that was not read."""
    return say("table.empty.unread" if table.unread else "table.empty", lang)


def _unread(table: Table, lang: str) -> Iterator[str]:
    if table.unread:
        yield say("table.unread", lang, count=len(table.unread), names=", ".join(table.unread))


def _excerpt(table: Table, lang: str) -> Iterator[str]:
    """By what its rows were chosen, so that nobody takes it for the whole."""
    made = table.excerpt
    if made is None:
        return
    named = [*made.agencies, *made.clauses, *(say(f"verdict.{each}", lang) for each in made.verdicts)]
    named += [say("table.excerpt.review", lang)] if made.review else []
    yield say("table.excerpt", lang, rows=len(table.rows), named="; ".join(named))


def _received(table: Table, lang: str) -> Iterator[str]:
    facts = {"agencies": table.answered, "said": said_words(table, lang)}
    if table.asked is None:
        yield say("table.received", lang, **facts)
        return
    unasked = table.balance.agencies - table.asked
    beside = say("table.unasked", lang, count=unasked, total=table.balance.agencies) if unasked else ""
    yield say("table.asked", lang, asked=table.asked, unasked=beside, **facts)


def _agreed(table: Table, lang: str) -> Iterator[str]:
    written = [_respondent(one, lang) for one in table.agreements if not one.by_silence]
    yield from _listed("table.agreed", table, lang, written)
    taken = [silent.agency for silent in table.agreements if silent.by_silence]
    yield from _listed("table.by-silence", table, lang, taken)


def _commented(table: Table, lang: str) -> Iterator[str]:
    return _listed("table.commented", table, lang, [_respondent(one, lang) for one in table.commented])


def _silent(table: Table, lang: str) -> Iterator[str]:
    yield from _listed("table.illegible", table, lang, table.illegible)
    yield from _listed("table.silent", table, lang, table.silent)


def _marked(table: Table, lang: str) -> Iterator[str]:
    """How to read what does not count yet; nothing once all of it is decided, and approved where asked."""
    if any((row.answer and row.open) or row.waiting for row in table.rows):
        yield say("table.sentence", lang, words=capital("; ".join(_proposed(table, lang))))
    if any(row.review for row in table.rows):
        yield say("table.review", lang)


def _proposed(table: Table, lang: str) -> Iterator[str]:
    """What the italics are and how much is left open, in the counts of the balance."""
    left = table.proposals[Disposition.PENDING]
    proposed = sum(table.proposals.values()) - left + sum(len(row.waiting) for row in table.rows)
    if proposed:
        yield say("table.proposed", lang, count=proposed, of=table.comments)
    if left:
        yield say("table.open", lang, count=left)
    if any(blank for row in table.rows for _, blank in blanks(response_words(row, lang), lang)):
        yield say("table.blanks", lang)


def _results(table: Table, lang: str) -> Iterator[str]:
    del table
    yield say("table.results", lang)


_OPENING: tuple[Callable[[Table, str], Iterator[str]], ...] = (
    _received,
    _unread,
    _agreed,
    _commented,
    _silent,
    _marked,
    _results,
)


_OF_EXCERPT = (_excerpt, _unread, _marked, _results)
_ALERTS = (_excerpt, _unread)


def _listed(key: str, table: Table, lang: str, names: Sequence[str]) -> Iterator[str]:
    """`"2/19 cơ quan, đơn vị …: A; B."`; of all asked or heard, so that the shares add up."""
    if names:
        yield say(key, lang, count=len(names), of=table.balance.agencies, names="; ".join(names))


def _respondent(respondent: Respondent, lang: str) -> str:
    """`"Sở Y tế (văn bản số 12/SYT-NV ngày 03/3/2021)"`, with all that its words are cited by."""
    sources = dict.fromkeys(_source(letter, lang) for letter in respondent.letters)
    known = "; ".join(sources) or say("table.letter.unknown", lang)
    return f"{respondent.agency} ({known})"


def _source(letter: LetterMark, lang: str) -> str:
    dated = day(letter.date, lang) if letter.date else ""
    known = "number" if letter.number else "", "date" if dated else ""
    match letter.channel:
        case Channel.MINUTES:
            kind = "minutes" if not letter.number or _MINUTES.search(letter.number) else "conclusion"
        case Channel.COPY:
            named = "" if letter.draft_number is None else lowered(draft_label(letter.draft_number, lang))
            return say("table.source.copy", lang, draft=named or say("table.source.draft", lang))
        case _:
            kind = "letter"
    key = ".".join(filter(None, ("table", kind, *known)))
    return say(key, lang, number=letter.number, date=dated)


def closing(table: Table, lang: str) -> tuple[str, ...]:
    """The balance in one sentence each: files, comments, agencies, dispositions."""
    balance = table.balance
    return (
        say(
            "table.balance.files",
            lang,
            files=balance.files,
            understood=balance.understood,
            problems=balance.problems,
        ),
        say(
            "table.balance.comments",
            lang,
            read=balance.comments_read,
            rows=len(table.rows),
            placed=balance.comments_in_rows,
            agreements=balance.agreements,
        ),
        say(
            "table.balance.words",
            lang,
            read=balance.words.read,
            said=balance.words.in_comments,
            rest=balance.words.rest,
        ),
        say(
            "table.balance.agencies",
            lang,
            agencies=balance.agencies,
            commented=balance.agencies_commented,
            agreed=balance.agencies_agreed,
            silent=balance.agencies_silent,
        ),
        _counted("table.balance.decided", table.dispositions, lang),
        _counted("table.balance.proposed", table.proposals, lang),
    )


def _counted(key: str, counts: Mapping[Disposition, int], lang: str) -> str:
    return say(key, lang, **{disposition.value: count for disposition, count in counts.items()})


def heading(table: Table, lang: str, *, stamped: bool = True) -> tuple[str, ...]:
    """The lines of the title: above it the word of an annex and, `stamped`, that it is not final."""
    stamp = (say("table.provisional", lang),) if stamped and table.provisional else ()
    part = () if table.excerpt is None else (say("table.excerpt.stamp", lang),)
    party = of_the_party(table.office, table.issuer or "")
    annex = say("table.attachment.party" if party else "table.attachment", lang)
    above = (annex,) if table.extras.attachment else ()
    return (*stamp, *part, *above, say("table.title", lang))


def attached_to(table: Table, lang: str) -> str:
    """The line under the title of an annex: which submission it belongs to."""
    party = of_the_party(table.office, table.issuer or "")
    if not table.office.name:
        return say("table.attached.nameless.party" if party else "table.attached.nameless", lang)
    key = "table.attached.party" if party else "table.attached"
    return say(key, lang, office=office_words(table.office, lang))


def footer_text(table: Table, lang: str) -> str:
    """`"Dự thảo lần 3 · Mã kiểm tra hồ sơ: 0123456789ab"`; a draft without a number goes by its title."""
    number = table.draft_number
    if number is None:
        name = textwrap.shorten(table.draft_title, _NAME, placeholder=" …")
    else:
        name = draft_label(number, lang)
    return say("table.footer", lang, name=name, hash=inputs_hash(table))
