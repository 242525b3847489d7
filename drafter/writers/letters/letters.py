"""One letter: its facts in words, filled into its template."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.language.unbroken import unbroken
from drafter.model import Reminder, ReplyLetter
from drafter.record import Record, recorded
from drafter.record.values import OutputKind
from drafter.wording.letters import (
    addressee,
    courteous,
    draft_words,
    ended,
    intro,
    may_go_out,
    office_words,
    outcome_words,
    place_words,
    reminder_words,
    reply_words,
)
from drafter.wording.messages import say
from drafter.wording.names import capital
from drafter.writers.letters.filling import filled
from drafter.writers.office.forms import of_the_party

Inputs = Sequence[tuple[str, str]]


def reply_docx(letter: ReplyLetter, template: bytes, *, inputs: Inputs, shown: str, lang: str) -> bytes:
    """The answer to one agency as a sealed .docx; what is not settled is stamped and stands as a proposal.

    `inputs` are (path, SHA-256) of what it rests on; `shown` names the template. Raises BadTemplate, also
    where a template leaves a comment or the stamp out.
    """
    party = of_the_party(letter.office, letter.draft.issuer)
    agency = addressee(letter, lang)
    stamp = "" if may_go_out(letter, lang) else say("letters.stamp", lang)
    lines = [
        {
            "no": "" if comment.no is None else str(comment.no),
            "place": unbroken(place_words(comment, lang)),
            "text": comment.text,
            "outcome": outcome_words(comment, lang),
            "answer": unbroken(reply_words(comment, letter.newest, lang)),
            "proposed": not comment.settled,
        }
        for comment in letter.comments
    ]
    draft = draft_words(letter.draft, lang)
    closing = courteous(say("reply.closing", lang, office=office_words(letter.office, lang)), agency, lang)
    values = {
        "agency": agency,
        "address": letter.address,
        "subject": say("reply.subject.party" if party else "reply.subject", lang, draft=draft),
        "stamp": stamp,
        "draft": draft,
        "body": [unbroken(text) for text in intro(letter, lang)],
        "comments": lines,
        "closing": ended(closing, party=party, lang=lang),
    }
    told = [text for line in lines for text in (line["text"], line["answer"], line["outcome"])]
    parts = filled(template, values, [agency, stamp, *map(str, told)], shown=shown)
    return recorded(parts, Record(OutputKind.LETTER, tuple(inputs), lang=lang), owner="word/document.xml")


def reminder_docx(reminder: Reminder, template: bytes, *, inputs: Inputs, shown: str, lang: str) -> bytes:
    """The reminder to one agency as a sealed .docx. Raises BadTemplate."""
    party = of_the_party(reminder.office, reminder.draft.issuer)
    agency, draft = reminder.response.agency, draft_words(reminder.draft, lang)
    closing = capital(say("remind.closing", lang, office=office_words(reminder.office, lang)))
    closing = courteous(closing, agency.name, lang)
    values = {
        "agency": agency.name,
        "address": agency.address,
        "subject": say("remind.subject.party" if party else "remind.subject", lang, draft=draft),
        "draft": draft,
        "body": [unbroken(text) for text in reminder_words(reminder, lang)],
        "closing": ended(closing, party=party, lang=lang),
    }
    parts = filled(template, values, [agency.name], shown=shown)
    return recorded(parts, Record(OutputKind.LETTER, tuple(inputs), lang=lang), owner="word/document.xml")
