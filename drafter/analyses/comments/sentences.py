"""Sentences of a letter, and what kind of sentence each is: formula, lead-in, request, fault."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from drafter.language.guarded import Guarded
from drafter.language.lexicon import cue, lexicon, one_of
from drafter.language.lexicons import Withdrawals
from drafter.language.references import find_references
from drafter.language.request_rules import grammar
from drafter.language.senders import find_agencies
from drafter.language.sentences import goes_on as goes_on
from drafter.language.sentences import hide_quotes as hide_quotes
from drafter.language.sentences import sentences as sentences

from .invitations import uninvited

_MOST = 1500  # characters of either end of what is taken for one comment
_HIDDEN = "·"  # stands for each sign within quotes
_TURNS = 20  # people write one or two
_WORDS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?](?=\s|$)|\n")


def asks(text: str) -> bool:
    """Whether words outside of quotes ask for an edit."""
    hidden = uninvited(hide_quotes(text))
    return bool(
        cue("stances", "request").search(hidden)
        or cue("stances", "question").search(hidden.strip())
        or grammar().anew.pattern.match(hidden.strip())
        or grammar().place_colon.pattern.match(hidden.strip())
        or for_a_person(hidden)
    )


def finds_fault(text: str) -> bool:
    """Whether words outside of quotes find fault with the draft or object to it."""
    hidden = hide_quotes(text)
    return bool(cue("stances", "fault").search(hidden) or cue("stances", "objection").search(hidden))


@lru_cache(maxsize=4096)  # it is asked some three times of each sentence
def agrees(text: str) -> bool:
    """Agreement, or that there is no comment; none where its sentence binds it to a condition, leaves
    something out, or says what is to be done."""
    hidden = hide_quotes(text)
    return any(not _is_reserved(hidden, at) for at in _consents(hidden))


def consents(text: str) -> bool:
    """Whether a text speaks of agreement, with or without a reserve."""
    return bool(_consents(hide_quotes(text)))


def _consents(hidden: str) -> list[int]:
    """Where a text says that it agrees, and that it has no comment."""
    said = hidden.lower()
    found = (cue("stances", name).search(said) for name in ("agreement", "no_comment"))
    return [each.start() for each in found if each]


def _is_reserved(text: str, at: int) -> bool:
    """Whether the sentence around `at` says but for what, on which condition, or what is to be done."""
    ends = [found.end() for found in _STOP.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(text))
    sentence = text[start:end]
    return cue("stances", "reserved").search(sentence) is not None or for_a_person(sentence)


def for_a_person(text: str) -> bool:
    """Whether an agreement may be a wish: to do something to the draft, or what another agency wants."""
    return agrees_to_do(text) or seconds(text)


def seconds(text: str) -> bool:
    """Whether a text agrees with an agency or a person, not with the draft: `"thống nhất với ý kiến của Sở Y
    tế"`, `"đồng tình với ông A"`."""
    found = cue("stances", "seconds").search(text)
    if found is None:
        return False
    if cue("stances", "person").match(text, found.end()):
        return True
    return any(start == found.end() for start, _ in find_agencies(text))


def agrees_to_do(text: str) -> bool:
    """Whether what agrees says what is to be done to the draft and where or how much, or what has no comment
    a reason found in it: `"Nhất trí bỏ khoản 4."` A person must look: it may be what the draft does."""
    why = cue("stances", "because").search(text)
    if why is not None and _cites_draft(why["why"]):
        return True
    if cue("stances", "to_do").search(text) is None:
        return False
    named = _HIDDEN in hide_quotes(text) or cue("stances", "to_figure").search(text)
    return bool(named) or _cites_draft(text)


def _cites_draft(text: str) -> bool:
    return any(one.act is None for one in find_references(text))


def ends(text: str, span: tuple[int, int]) -> str:
    """The words of a span; of one longer than any comment its beginning and end, which decide what it is: it
    is looked at again with each part that it gains."""
    start, end = span
    if end - start <= 2 * _MOST:
        return text[start:end]
    return f"{text[start : start + _MOST]}\n{text[end - _MOST : end]}"


def is_lead_in(text: str) -> bool:
    """Whether the text only leads in what follows: `"… có một số ý kiến như sau:"`."""
    return bool(cue("letters", "lead_in").fullmatch(text.strip())) and not opens_wording(text)


def opens_wording(text: str) -> bool:
    """Whether the words asked for stand in the next paragraph: `"… đề nghị viết lại như sau:"`."""
    return bool(cue("letters", "opens_wording").fullmatch(hide_quotes(text).strip()))


def is_opening(text: str) -> bool:
    return bool(cue("letters", "opening").match(text))


@cache
def _vocabulary() -> Guarded:
    phrases = sorted(lexicon("letters")["formula"], key=len, reverse=True)
    return one_of([rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases])


@cache
def _known_words() -> frozenset[str]:
    phrases = lexicon("letters")["formula"]
    return frozenset(word.lower() for phrase in phrases for word in _WORDS.findall(phrase))


def behind_closing(text: str) -> int | None:
    """Where something is asked for behind the words that close a letter: `"Trên đây là ý kiến …; đồng thời đề
    nghị bổ sung …"`; None where a sentence only closes, or does not."""
    hidden = hide_quotes(text)
    turns = [*islice(cue("letters", "closing_turns").finditer(hidden), _TURNS)]
    for turn, end in zip(turns, [*(each.start() for each in turns[1:]), len(hidden)], strict=False):
        closes = cue("letters", "closing").match(hidden[: turn.start()])
        behind = hidden[turn.end() : end]
        if closes and (asks(behind) or finds_fault(behind)) and not is_formula(behind):
            return turn.end()
    return None


def replaces_letter(text: str) -> bool:
    """Whether a line or sentence only says which earlier letter this one replaces: `"Văn bản này thay thế
    Công văn số 123/STC-QLNS."`"""
    found = lexicon(Withdrawals).bare.pattern.fullmatch(hide_quotes(text))
    return found is not None and not (asks(found["named"]) or finds_fault(found["named"]))


def is_formula(text: str, subject: str = "") -> bool:
    """Whether nothing but an opening or closing formula is said.

    Agencies, the subject of the letter and the draft's title are taken out first; then no word
    may remain outside the vocabulary of such formulas.
    """
    if cue("letters", "formula_not").search(text) or (agrees(text) and not is_opening(text)):
        return False
    if cue("letters", "closing").match(text) and behind_closing(text) is None and not finds_fault(text):
        return True
    left = text
    for start, end in reversed(find_agencies(text)):
        left = f"{left[:start]} {left[end:]}"
    if subject:
        left = re.sub(re.escape(subject), " ", left, flags=re.IGNORECASE)
    left = cue("letters", "attached").sub(" ", left)
    if cue("letters", "courtesy").match(text) and not finds_fault(text):
        left = cue("letters", "draft_title").sub(" ", left)
    if not _known_words().issuperset(word.lower() for word in _WORDS.findall(left)):
        return False  # spares most sentences the long expression
    return not _WORDS.search(_vocabulary().sub(" ", left))
