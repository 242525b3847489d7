"""Covering words: sentences of a mail that only hand over what is attached or quoted below them.

"Em xin gửi kèm văn bản góp ý của Sở X." and "Nhờ anh chị kiểm tra và phản hồi giúp." say nothing of the
draft in a mail that brings a letter; "Ngoài ra, đề nghị bổ sung …" beside them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from drafter.language.guarded import Guarded
from drafter.language.lexicon import cue, lexicon, one_of
from drafter.language.lexicons import Mail
from drafter.language.normal import normal
from drafter.language.references import find_references
from drafter.language.senders import find_agencies
from drafter.model import Block, Grid

from .openings import wishes
from .sentences import agrees, finds_fault, is_formula, sentences

_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\S*\d\S*|\S+\.(?:docx?|xlsx?|pdf|zip|rar|rtf|odt)\b", re.IGNORECASE)
_SIGNED = 8  # words of a line in which a writer signs


def only_covers(text: str) -> bool:
    """Whether a line or sentence does nothing but hand over what is attached or quoted below."""
    plain = normal(text).text.strip()
    said = [plain[start:end] for start, end in sentences(plain)]
    return bool(said) and all(is_formula(each) or hands_over(each) for each in said)


@lru_cache(maxsize=4096)
def hands_over(sentence: str) -> bool:
    """Whether a sentence (normal form) says that something is attached or passed on, or asks to take it, and
    no more."""
    words = lexicon(Mail)
    if not words.handing.search(sentence) or agrees(sentence) or finds_fault(sentence):
        return False
    left = sentence
    for start, end in reversed(find_agencies(left)):
        left = f"{left[:start]} {left[end:]}"
    if words.demands.pattern.search(left) or any(one.act is None for one in find_references(sentence)):
        return False
    titled = words.about.pattern.search(left)
    if titled and not wishes(titled[0]) and words.handing.search(left[: titled.start()]):
        left = f"{left[: titled.start()]} {left[titled.end() :]}"
    left = _CODE.sub(" ", " ".join(_unnamed(left.split())))
    return not _WORD.search(_idle().sub(" ", left))


@cache
def _idle() -> Guarded:
    """One of the phrases that covering sentences are made of."""
    words = lexicon(Mail)
    phrases = {*lexicon("letters")["formula"], *words.handing, *words.besides}
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return one_of([rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in longest])


def _unnamed(said: Sequence[str]) -> Iterator[str]:
    """The words without the names that stand behind what people and offices are called."""
    called = {word for phrase in lexicon(Mail).called for word in phrase.split()[-1:]}
    behind = False
    for word in said:
        named = behind and word[0].isupper()
        if not named:
            yield word
        behind = (named or word.strip(",.").lower() in called) and word[-1] not in ",.;:"


def apart(parts: Sequence[Block | Grid], covers: bool) -> list[Block | Grid]:
    """The parts of a mail that `covers` others, covering sentences at either end of a line as lines of their
    own."""
    if not covers:
        return list(parts)
    return [
        each
        for part in parts
        for each in (_cut(part) if isinstance(part, Block) and not part.edge else [part])
    ]


def _cut(block: Block) -> list[Block]:
    if block.emphasis or block.struck or block.mark or cue("letters", "addressee").match(block.text.strip()):
        return [block]
    plain = normal(block.text)
    spans = list(sentences(plain.text))
    brings = [only_covers(plain.text[start:end]) for start, end in spans]
    if all(brings) or not any(brings):
        return [block]
    first = brings.index(False)
    last = len(brings) - brings[::-1].index(False)
    cuts = [0, *(plain.span(*spans[at])[0] for at in (first, last) if 0 < at < len(spans)), len(block.text)]
    return [
        replace(block, text=block.text[start:end], offset=block.offset + start)
        for start, end in pairwise(cuts)
    ]


def signed_from(lines: Sequence[str]) -> int:
    """The place from which on the lines of a covering mail are the name of who sends it."""
    place = len(lines)
    while place and _signs(lines[place - 1]):
        place -= 1
    return place


def _signs(line: str) -> bool:
    """A name, a name with its office, a number to ring up; an empty line."""
    plain = normal(line).text.strip()
    said = plain.split()
    if len(said) > _SIGNED or plain.endswith((".", ";", "?", "!", ":")) or wishes(plain) or agrees(plain):
        return False
    return bool(find_agencies(plain)) or not any(word[0].islower() for word in said)
