"""What came of a request for comments, in words."""

from __future__ import annotations

from drafter.model import AnswerState, Received, Response

from .figures import day
from .messages import say


def state_words(response: Response, lang: str) -> str:
    """`"chưa trả lời, quá hạn 4 ngày"`."""
    if response.state is AnswerState.WAITING and response.days_left is not None:
        return say("state.waiting.left", lang, days=response.days_left)
    return say(f"state.{response.state}", lang, days=response.days_late)


def letters_words(response: Response, lang: str) -> str:
    """The letters, a line each: `"1842/STC-HCSN, 03/12/2024: 5 ý kiến"`."""
    came = [_letter(letter, lang) for letter in response.letters]
    before = (_letter(letter, lang) for letter in response.earlier)
    lost = (say("agencies.letter.unread", lang, path=path) for path in response.unread)
    since = (_letter(letter, lang) for letter in response.later)
    told = [say("agencies.letter.earlier", lang, letter=letter) for letter in before]
    told += [say("agencies.letter.later", lang, letter=letter) for letter in since]
    return "\n".join([*came, *lost, *told])


def _letter(letter: Received, lang: str) -> str:
    dated = day(letter.date, lang) if letter.date else ""
    cited = ", ".join(part for part in (letter.number or "", dated) if part) or letter.path
    agrees = say("agencies.letter.agrees", lang)
    return f"{cited}: {agrees if letter.agrees else say('agencies.letter.said', lang, count=letter.comments)}"
