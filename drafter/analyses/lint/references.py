"""Rules on what a draft refers to: its own clauses, short forms, legal acts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from drafter.analyses.citations.places import Places
from drafter.analyses.citations.resolve import resolve_in
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Abbreviations, Lint
from drafter.language.normal import decoded
from drafter.language.references import find_references
from drafter.model import Finding, Kind, Role, Severity

from .subject import Subject

_SHORT = re.compile(r"(?<![\w./-])(?!\d)[A-ZĐ][A-ZĐƯÂÊÔ]{1,7}(?:[&-][A-ZĐ]{1,5})?(?![\w/-])")
_USES = 2  # a short form that is used once needs no definition of its own


@cache
def _defined() -> re.Pattern[str]:
    return re.compile("|".join(lexicon(Lint).abbreviations.defined))


def broken(subject: Subject) -> Iterator[Finding]:
    """References to a clause of the draft that is not there."""
    places: Places | None = None
    annexed = any(clause.kind is Kind.ANNEX for clause in subject.draft.clauses)
    for clause in subject.draft.clauses:
        if clause.kind is Kind.TABLE_ROW or clause.role is Role.BASIS:
            continue
        found = [reference for reference in find_references(clause.text) if reference.act is None]
        if not found:
            continue
        places = places or Places(subject.draft)
        for reference in resolve_in(found, places):
            # Annexes often are files of their own: where there is none here, they are elsewhere.
            outside = not annexed and any(
                unit == "annex" for at in reference.locators for unit, _ in at.parts
            )
            if reference.exists is False and not outside:
                yield Finding("broken-reference", Severity.ERROR, clause.id, {"cited": reference.text})


def abbreviations(subject: Subject) -> Iterator[Finding]:
    """Short forms that are used and never given, or given twice."""
    known = lexicon(Lint).abbreviations.known | lexicon(Abbreviations).short.keys()
    given, used = _short_forms(subject)
    for short, places in given.items():
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
        for found in _defined().finditer(text):
            short = next(group for group in found.groups() if group)
            given[short].append(clause.id)
        if not text.isupper():
            for found in _SHORT.finditer(text):
                if not _shouted(text, found):
                    used[found[0]].append(clause.id)
    return given, used


def _shouted(text: str, found: re.Match[str]) -> bool:
    """Whether a word in capitals stands in a phrase in capitals: "BAN CHẤP HÀNH"."""
    before, after = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in (*before, *after))


def citations(subject: Subject) -> Iterator[Finding]:
    """Acts cited without year or issuer's sign: `Nghị định 73` for `Nghị định số 73/2019/NĐ-CP`."""
    pattern = lexicon(Lint).citations.cited.pattern
    for clause in subject.draft.clauses:
        for found in pattern.finditer(decoded(clause.text)):
            rest = found["rest"] or ""
            if not rest or not any(letter.isalpha() for letter in rest):
                yield Finding("citation-form", Severity.WARNING, clause.id, {"cited": found[0].strip()})
