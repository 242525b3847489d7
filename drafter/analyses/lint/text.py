"""Rules on the text itself: shares of parts, long sentences, numbering, Unicode, spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.language.mending import SPACES
from drafter.language.normal import ETH, ZERO_WIDTH
from drafter.language.words import count
from drafter.model import Clause, Finding, Kind, Role, Severity

from .subject import Subject

# The parts of a list that semicolons hold together are read one by one.
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZĐÀ-Ỵ])|;\s+")
_BLANK = re.compile(r"[.…_]{3,}|…")  # to be filled in
_NUMBERING = frozenset(("number-passed-over", "repeated-number", "number-without-parent", "row-starts-late"))


def _finding(rule: str, clause: str | None, **data: object) -> Finding:
    return Finding(rule, Severity.INFO, clause, data)


def shares(subject: Subject) -> Iterator[Finding]:
    """Context and current state against the words of all but the annexes."""
    body = [c for c in subject.draft.clauses if c.role is not Role.ANNEX]
    whole, context = sum(c.words for c in body), [c for c in body if c.role is Role.CONTEXT]
    limit = subject.limits["context-share"]
    share = 100 * sum(c.words for c in context) / whole if whole else 0.0
    if share > limit:
        yield _finding("context-share", context[0].id, share=round(share), limit=round(limit))


def sizes(subject: Subject) -> Iterator[Finding]:
    """Sentences and paragraphs past their limits."""
    for clause in subject.draft.clauses:
        if clause.kind is Kind.TABLE_ROW:
            continue
        for sentence in _SENTENCE.split(clause.text):
            words = count(sentence)
            if words > subject.limits["long-sentence"]:
                yield _finding("long-sentence", clause.id, words=words, start=_start(sentence))
        if clause.words > subject.limits["long-paragraph"]:
            yield _finding("long-paragraph", clause.id, words=clause.words, start=_start(clause.text))


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def numbering(subject: Subject) -> Iterator[Finding]:
    """Gaps and repeats that the outline met."""
    for notice in subject.draft.notices:
        if notice.code in _NUMBERING and not _in_a_sample(subject, notice.place):
            yield _finding(notice.code, notice.place or None, detail=notice.detail)


def _in_a_sample(subject: Subject, id: str | None) -> bool:
    """Numbers in an annex that are a legend's or those of sample texts: "Điều 1" once for each sample."""
    clause = subject.draft.by_id.get(id or "")
    return clause is not None and clause.role is Role.ANNEX and clause.kind is not Kind.TABLE_ROW


def spelling(subject: Subject) -> Iterator[Finding]:
    """Letters that are stored in two ways, signs for other letters, spaces too many."""
    decomposed = [c for c in subject.draft.clauses if not unicodedata.is_normalized("NFC", c.text)]
    if decomposed:
        yield _finding(
            "mixed-unicode", decomposed[0].id, count=len(decomposed), all=len(subject.draft.clauses)
        )
    for notice in subject.draft.notices:
        if notice.code.startswith("legacy"):
            yield _finding("legacy-font", None, detail=notice.detail)
    yield from _each("eth", ETH, subject.draft.clauses)
    yield from _each("spaces", SPACES, tuple(c for c in subject.draft.clauses if not _BLANK.search(c.text)))
    hidden = [c for c in subject.draft.clauses if ZERO_WIDTH.search(c.text)]
    if hidden:
        yield _finding("spaces", hidden[0].id, count=len(hidden), shown="U+200B")


def _each(rule: str, pattern: re.Pattern[str], clauses: tuple[Clause, ...]) -> Iterator[Finding]:
    """One finding for all clauses with the fault: the first, and how many."""
    found = [
        (c, match) for c in clauses if c.kind is not Kind.TABLE_ROW and (match := pattern.search(c.text))
    ]
    if found:
        clause, match = found[0]
        around = clause.text[max(0, match.start() - 15) : match.end() + 15]
        yield _finding(rule, clause.id, count=len(found), shown=around)
