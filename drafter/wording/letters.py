"""Letters of the drafting office in words: what stands in a reply and in a reminder."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.language.dispositions import is_bare
from drafter.language.locators import as_cited
from drafter.language.protocol import addressed_as
from drafter.language.senders import is_bare as is_bare_name
from drafter.language.senders import joins_party_body, party_body, proper
from drafter.model import (
    AnsweredComment,
    AnswerState,
    Channel,
    Disposition,
    DraftName,
    LetterMark,
    Office,
    ReasonCode,
    Reminder,
    ReplyLetter,
)

from .answers import answer_words, blanks
from .decisions import plain_words
from .figures import day, listed_numbers
from .messages import say
from .names import all_of, capital, cited, title_words


def office_words(office: Office, lang: str) -> str:
    """What the office calls itself within a sentence: in small letters, though it may sign in capitals, and
    with the body whose office it is: `"VĂN PHÒNG"` under `"TỈNH ỦY AN BÌNH"` is Văn phòng Tỉnh ủy."""
    if not office.name:
        return say("letters.office", lang)
    name = proper(office.name)
    if joins_party_body(name, office.parent):
        return f"{name} {party_body(office.parent)}"
    return f"{name} {proper(office.parent)}" if is_bare_name(name) and office.parent else name


def courteous(text: str, agency: str, lang: str) -> str:
    """`text` to an office as it is said to this agency: a company is no "quý cơ quan"."""
    return text.replace(say("letters.you.office", lang), say(f"letters.you.{addressed_as(agency)}", lang))


def draft_words(draft: DraftName, lang: str) -> str:
    """`"dự thảo lần 2 Nghị quyết về …"`."""
    title = title_words(draft.title)
    if draft.number is None:
        return say("letters.draft", lang, title=title)
    return say("letters.draft.numbered", lang, title=title, number=draft.number)


def ended(text: str, *, party: bool, lang: str) -> str:
    """The last sentence of a letter with the sign that ends it: `"./."`, `"."` in texts of the Party."""
    return say("letters.end.party" if party else "letters.end.state", lang, text=text)


# --- replies -------------------------------------------------------------------------------


def addressee(letter: ReplyLetter, lang: str) -> str:
    """To whom a reply goes: a blank for a person where nothing says it."""
    return say("letters.blank-agency", lang) if letter.unnamed else letter.agency


def unaddressed(letter: ReplyLetter, lang: str) -> str:
    """That nobody knows to whom a reply goes; `""` where it is known."""
    return say("letters.unaddressed", lang, file=letter.agency) if letter.unnamed else ""


def intro(letter: ReplyLetter, lang: str) -> list[str]:
    """The paragraphs above the comments."""
    office = office_words(letter.office, lang)
    said = (
        _received(letter, office, lang),
        say("reply.thanks", lang, office=office, count=len(letter.comments)),
    )
    return [courteous(capital(text), letter.agency, lang) for text in said]


def _received(letter: ReplyLetter, office: str, lang: str) -> str:
    draft = draft_words(letter.draft, lang)
    if letter.letters and all(mark.channel is Channel.COPY for mark in letter.letters):
        return say("reply.received.copy", lang, office=office, draft=draft)
    marks = [_mark(mark, lang) for mark in letter.letters]
    came = say("reply.letters", lang, letters=all_of([*dict.fromkeys(marks)], lang)) if marks else ""
    return say("reply.received", lang, office=office, letters=came, draft=draft)


def _mark(mark: LetterMark, lang: str) -> str:
    dated = day(mark.date, lang) if mark.date else ""
    match mark.channel:
        case Channel.MINUTES if dated:
            return say("reply.letter.meeting-dated", lang, date=dated)
        case Channel.MINUTES:
            return say("reply.letter.meeting", lang)
        case Channel.COPY:
            return say("reply.letter.copy", lang)
    if not mark.number:
        return say("reply.letter.dated", lang, date=dated)
    if not dated:
        return say("reply.letter.numbered", lang, number=mark.number)
    return say("reply.letter.numbered-dated", lang, number=mark.number, date=dated)


def place_words(comment: AnsweredComment, lang: str) -> str:
    """`"Khoản 2 mục III"`; with the draft where letters of the agency are about several; "" for no place."""
    places = capital(cited(comment.places, lang))
    if not places or comment.draft is None:
        return places
    return say("answer.draft", lang, told=places, number=comment.draft)


def outcome_words(comment: AnsweredComment, lang: str) -> str:
    """`"Tiếp thu một phần"`; of what is not settled, that it is only proposed, or
    that nothing is."""
    if comment.settled:
        return say(f"disposition.{comment.disposition}", lang)
    proposed = comment.response or comment.disposition is not Disposition.PENDING
    if not proposed and (comment.answer is None or comment.answer.proposes is Disposition.PENDING):
        return say("reply.none", lang)
    return say("reply.proposed", lang)


def reply_words(comment: AnsweredComment, newest: int | None, lang: str) -> str:
    """The answer with its reason, and where it shows: what people wrote, else what their choice says.

    Of what is not settled, the proposal: a person's, else that of evidence, else that there is none.
    """
    if not comment.settled and not comment.response and comment.disposition is Disposition.PENDING:
        words = answer_words(comment.answer, lang) if comment.answer else ""
        return words or say("reply.open", lang)
    said = [comment.response or _chosen(comment, lang)]
    if comment.where and comment.where not in comment.response:
        said.append(say("reply.where", lang, where=comment.where))
    elif comment.shown and not _names_all(comment):
        said.append(_shown(comment, newest, lang))
    elif comment.unseen and (not comment.response or is_bare(comment.response)):
        said.append(say("reply.unseen", lang, place=say("blank.place", lang)))
    return "\n".join(filter(None, said))


def is_unfilled(comment: AnsweredComment, newest: int | None, lang: str) -> bool:
    """Whether an answer holds a blank that a person has to fill in."""
    return any(open for _, open in blanks(reply_words(comment, newest, lang), lang))


def may_go_out(letter: ReplyLetter, lang: str) -> bool:
    """Whether all of its comments are settled, and no answer has a blank."""
    return letter.settled and not any(is_unfilled(each, letter.newest, lang) for each in letter.comments)


def naming_others(letters: Iterable[ReplyLetter], answered: Iterable[str], lang: str) -> list[int | None]:
    """The comments whose answers name another of the agencies `answered`: what concerns one is no matter of
    the others unless a person wants it so."""
    names = tuple(answered)
    return [
        comment.no
        for letter in letters
        for comment in letter.comments
        if any(
            name in reply_words(comment, letter.newest, lang)
            and name not in f"{letter.agency} {comment.text}"
            for name in names
        )
    ]


def waiting_words(letters: Iterable[ReplyLetter], lang: str) -> str:
    """Why letters cannot go out: `"chưa có phương án xử lý ý kiến số 1–4; chưa phê duyệt phương án xử lý ý
    kiến số 7"`; "" where they can."""
    given = tuple(letters)
    kinds: dict[str, list[int | None]] = {"undecided": [], "unapproved": [], "unfilled": []}
    for letter in given:
        for each in letter.comments:
            if not each.settled:
                kinds["undecided" if each.disposition is Disposition.PENDING else "unapproved"].append(
                    each.no
                )
            elif is_unfilled(each, letter.newest, lang):
                kinds["unfilled"].append(each.no)
    waiting = (
        say(f"letters.{kind}", lang, numbers=listed_numbers(numbers))
        for kind, numbers in kinds.items()
        if numbers
    )
    return "; ".join(filter(None, (*(unaddressed(letter, lang) for letter in given), *waiting)))


def _chosen(comment: AnsweredComment, lang: str) -> str:
    words = plain_words(comment.disposition, lang)
    if comment.reason in (None, ReasonCode.OTHER):
        return words
    return f"{words} {say(f'ground.{comment.reason}', lang)}"


def _names_all(comment: AnsweredComment) -> bool:
    """Whether the answer itself says where: each place as a locator or as it is cited, or all of them in one
    citation, commas aside."""
    said = _bare(comment.response)
    together = any(_bare(cited(comment.shown, lang)) in said for lang in ("vi", "en"))
    return together or all(_bare(each) in said or _bare(as_cited(each)) in said for each in comment.shown)


def _bare(text: str) -> str:
    """The words between single blanks, that no place is found in a longer one: "mục I" in "mục III"."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def _shown(comment: AnsweredComment, newest: int | None, lang: str) -> str:
    places = cited(comment.shown, lang)
    if newest is None:
        return say("reply.shown.newest", lang, places=places)
    return say("reply.shown", lang, places=places, number=newest)


# --- reminders -----------------------------------------------------------------------------


def reminder_words(reminder: Reminder, lang: str) -> list[str]:
    """The paragraphs between the address and the last sentence."""
    office, response = office_words(reminder.office, lang), reminder.response
    asked, due, draft = response.agency.asked, response.agency.due, draft_words(reminder.draft, lang)
    said = [
        say("remind.asked.on", lang, asked=day(asked, lang), office=office, draft=draft)
        if asked
        else say("remind.asked", lang, office=office, draft=draft)
    ]
    if due is not None:
        said.append(say("remind.due", lang, due=day(due, lang)))
    today = day(reminder.today, lang)
    if response.state is AnswerState.SILENT and response.days_late is not None:
        said.append(say("remind.overdue", lang, today=today, office=office, days=response.days_late))
    else:
        said.append(say("remind.waiting", lang, today=today, office=office))
    until = reminder.until or (due if response.state is AnswerState.WAITING else None)
    wanted = day(until, lang) if until else say("remind.until.blank", lang)
    wish = [say("remind.wish", lang, office=office, until=wanted)]
    if reminder.silence_is_agreement:
        wish.append(say("remind.silence", lang))
    texts = (capital(" ".join(said)), " ".join(wish))
    return [courteous(text, response.agency.name, lang) for text in texts]
