"""Rules on what a draft refers to: its own clauses, short forms, legal acts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from drafter.analyses.citations.own import resolve_here
from drafter.analyses.citations.places import Places
from drafter.analyses.citations.within import amends, of_the_draft
from drafter.language.chains import RELATIVE
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Abbreviations, Lint
from drafter.language.normal import decoded
from drafter.language.references import find_references
from drafter.model import Clause, Finding, Kind, Role, Severity

from .subject import Subject

_SHORT = re.compile(r"(?<![\w./-])(?!\d)[A-ZĐ][A-ZĐƯÂÊÔ]{1,7}(?:[&-][A-ZĐ]{1,5})?(?![\w/-])")
_SPELT = re.compile(
    r"(?<!\w)([A-ZĐ]{2,8})\s*(?:\(|:|–|-|=|là)\s*([^\W\d_][^().;:\n]{5,80})"
)  # "CĐS: chuyển đổi số"
_MARKED = re.compile(
    "[ƯÂÊÔ]"
)  # a word in capitals: initials of words bear marks of vowels only in a few offices
_FRONT_OF_LINE = 20
_USES = 2  # a short form that is used once needs no definition of its own


@cache
def _defined() -> re.Pattern[str]:
    return re.compile("|".join(lexicon(Lint).abbreviations.defined))


def broken(subject: Subject) -> Iterator[Finding]:
    """References to a clause of the draft that is not there."""
    places: Places | None = None
    annexed = any(clause.kind is Kind.ANNEX for clause in subject.draft.clauses)
    for clause in subject.draft.clauses:
        if clause.kind is Kind.TABLE_ROW or clause.role is Role.BASIS or amends(subject.draft, clause):
            continue
        found = [reference for reference in find_references(clause.text) if of_the_draft(reference)]
        if not found:
            continue
        places = places or Places(subject.draft)
        missing: dict[str, None] = {}
        for reference in resolve_here(found, places, clause.id):
            # Annexes often are files of their own: where there is none here, or nothing else, look elsewhere.
            outside = (not annexed or subject.annexes_alone) and any(
                unit == "annex" and label != RELATIVE for at in reference.locators for unit, label in at.parts
            )
            if reference.exists is False and not outside:
                missing[reference.text] = None
        for cited in missing:
            yield Finding("broken-reference", Severity.ERROR, clause.id, {"cited": cited})


def abbreviations(subject: Subject) -> Iterator[Finding]:
    """Short forms that are used and never given, or given twice."""
    known = lexicon(Lint).abbreviations.known | lexicon(Abbreviations).short.keys()
    given, used = _short_forms(subject)
    annexed = {clause.id for clause in subject.draft.clauses if clause.role is Role.ANNEX}
    for short, all_places in given.items():
        places = [place for place in all_places if place not in annexed]  # an annex may be read alone
        if len(set(places)) > 1:
            data = {"short": short, "first": places[0]}
            yield Finding("abbreviation-twice", Severity.WARNING, places[1], data)
    for short, places in used.items():
        if short not in given and short not in known and len(places) >= _USES:
            used_so = {"short": short, "count": len(places)}
            yield Finding("abbreviation-undefined", Severity.INFO, places[0], used_so)


def _short_forms(subject: Subject) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Short forms by the clauses that give them, and by those that use them, once for each use."""
    given: dict[str, list[str]] = defaultdict(list)
    used: dict[str, list[str]] = defaultdict(list)
    for clause in subject.draft.clauses:
        text = decoded(clause.text)
        if clause.heading and clause.heading.isupper():
            text = text.replace(clause.heading, "")
        for short in _given(subject, clause, text):
            given[short].append(clause.id)
        if not text.isupper():
            for found in _SHORT.finditer(text):
                if not _shouted(text, found) and not _quoted(text, found):
                    used[found[0]].append(clause.id)
    return given, used


def _given(subject: Subject, clause: Clause, text: str) -> Iterator[str]:
    """The short forms that a clause explains."""
    for found in _defined().finditer(text):
        yield next(group for group in found.groups() if group)
    for phrase in lexicon(Lint).abbreviations.given.pattern.finditer(text):
        yield from (found[0] for found in _SHORT.finditer(phrase[0]))
    if _lists_short_forms(subject, clause):
        yield from (found[0] for found in _SHORT.finditer(text[:_FRONT_OF_LINE]))
    for found in _SPELT.finditer(text):
        if _initials(found[2]).startswith(found[1]):
            yield found[1]


def _lists_short_forms(subject: Subject, clause: Clause) -> bool:
    """An entry of a list of short forms, by the headings above it or the header of its table."""
    above = [each.heading or each.text for each in subject.draft.ancestors(clause.id)]
    before = [clause.parent and each.text for each in subject.draft.children.get(clause.parent, ())[:1]]
    lists = lexicon(Lint).abbreviations.lists.pattern
    return any(lists.search(text) for text in (*above, *before, " ".join(clause.columns)) if text)


def _initials(words: str) -> str:
    """The first letters of `words` in capitals, without marks: "ủy ban nhân dân" gives "UBND"."""
    first = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words)).upper()
    return "".join(char for char in unicodedata.normalize("NFD", first) if not unicodedata.combining(char))


def _quoted(text: str, found: re.Match[str]) -> bool:
    """Named as a word: ghi chữ viết tắt “TUQ.”"""
    return text[: found.start()].endswith(("“", '"', "«")) and bool(
        re.match(r"\.?[”\"»]", text[found.end() :])
    )


def _shouted(text: str, found: re.Match[str]) -> bool:
    """Whether a word in capitals stands in a phrase in capitals: "BAN CHẤP HÀNH"."""
    before, after = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    beside = [word.strip('“”"«»().,:;') for word in (*before, *after)]
    return any(word.isupper() and word.isalpha() for word in beside) or (
        not found[0].isascii() and _MARKED.search(found[0]) is not None
    )


def citations(subject: Subject) -> Iterator[Finding]:
    """Acts cited without year or issuer's sign: `Nghị định 73` for `Nghị định số 73/2019/NĐ-CP`."""
    pattern = lexicon(Lint).citations.cited.pattern
    for clause in subject.draft.clauses:
        for found in pattern.finditer(decoded(clause.text)):
            rest = found["rest"] or ""
            if not rest or not any(letter.isalpha() for letter in rest):
                yield Finding("citation-form", Severity.WARNING, clause.id, {"cited": found[0].strip()})
