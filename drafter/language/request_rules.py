"""Rules of requests that name words, as `data/suggestions.toml` has them; each is put together when tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.model import Op

from .guarded import Guarded
from .lexicon import lexicon
from .lexicons import Suggestions
from .sentences import sentences

BLANK = "·"
MOST_NAMED = 2  # quotes that a rule names
BLANKS = re.compile(f"{BLANK}+")
_OPEN, _SHUT = "[“\"«‘„”']", "[”\"»’“']"
# Some words without a quote, the end of a sentence, or the beginning of a reason.
_GAP = rf"(?:(?!\b(?:vì|do|bởi|nhằm|trùng|để)\b)[^{BLANK}.;]){{0,160}}?"


def grammar() -> Suggestions:
    """How a comment asks for an edit, as `data/suggestions.toml` has it."""
    return lexicon(Suggestions)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar, whose pattern names words."""

    op: Op
    source: str
    before: bool = False  # the old words are the last quote before the request
    figure_before: bool = False  # … or the last figure of the same unit

    @property
    def pattern(self) -> Guarded:
        """Over text in normal form, the insides of its quotes blanked."""
        return _expanded(self.source)

    def may_match(self, quotes: int) -> bool:
        """Whether a text with so many quotes has those that the rule names; where it has not, the rule is not
        even put together."""
        return quotes >= sum(name in self.source for name in ("{old}", "{new}")) and (
            quotes > 0 or "{any}" not in self.source
        )


@cache
def rules(quotes: int = MOST_NAMED) -> tuple[Rule, ...]:
    """The rules that may match a text with so many quotes, in the order in which they are tried."""
    all_of_them = (Rule(rule.op, rule.pattern, rule.before, rule.figure_before) for rule in grammar().rules)
    return tuple(rule for rule in all_of_them if rule.may_match(quotes))


@cache
def _expanded(pattern: str) -> Guarded:
    meta = grammar().meta
    for name in ("old", "new"):
        pattern = pattern.replace(f"{{{name}}}", rf"{_OPEN}(?P<{name}>{BLANK}+){_SHUT}")
        pattern = pattern.replace(f"{{{name}_figure}}", rf"(?P<{name}>{meta.figure})(?![\w%])")
    pattern = (
        pattern.replace("{any}", rf"{_OPEN}{BLANK}+{_SHUT}")
        .replace("{gap}", _GAP)
        .replace("{inner}", rf"\b\s*(?:{meta.inner})?")
    )
    return Guarded(pattern.replace("{meta}", meta.nouns), re.IGNORECASE)


def is_of_another(text: str, found: re.Match[str]) -> bool:
    """Whether a figure is one that others are held against, or numbers a place: "khoản 1, 2 Điều 7"."""
    held = grammar().compared.pattern.search(text[: found.end()])
    return held is not None or grammar().cited.pattern.search(text[: found.start()]) is not None


def agreed_to(masked: str) -> int | None:
    """Where a change begins that is agreed to, with whoever wishes it or at a place or words of the draft:
    `"nhất trí bỏ khoản 4"`, `"đồng tình với ông A về việc bỏ …"`; `masked` has blanks for quotes."""
    found = grammar().seconded.pattern.search(masked)
    if found is not None:
        return found.end()
    for start, end in sentences(masked):
        found = grammar().agreed.pattern.search(masked, start, end)
        if found and (BLANK in masked[start:end] or grammar().cites.pattern.search(masked, start, end)):
            return found.end()
    return None


def together(text: str, masked: str) -> str:
    """`text` in which two things that are both asked for are joined by "và", at equal length; `masked` is the
    same with blanks for what is quoted: `"không chỉ bỏ A mà còn bỏ B"` as "bỏ A và bỏ B"."""
    found = [each for cue in (grammar().not_only, grammar().both) for each in cue.pattern.finditer(masked)]
    for name, joint in (("first", ""), ("second", "và")):
        for start, end in (each.span(name) for each in found):
            text = text[:start] + joint.ljust(end - start) + text[end:]
    return text
