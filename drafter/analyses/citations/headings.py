"""Headings of a letter that call a part of the draft by its name: "II. Về mục tiêu", "Nhân lực số:"."""

from __future__ import annotations

from drafter.language.lexicon import cue, lexicon, one_of
from drafter.language.normal import folded
from drafter.model import Clause, Kind, Locator, Reference

from .places import Places

_MOST = 40  # words of headings; more is wording of the draft in the cell beside a comment
_FEWEST = 2  # words of a heading of the draft that name it
_PARTS = {kind for kind in Kind if kind not in (Kind.DASH, Kind.PLUS, Kind.TEXT)}


def headed(cited: str, places: Places) -> tuple[Reference, ...]:
    """The part of the draft that the headings above a comment call by its name, the last of several; empty
    where they name none or it may be one of two."""
    if not cited.strip() or len(cited.split()) > _MOST:
        return ()
    for name in reversed(cue("sections", "called").split(folded(cited))):
        if found := _called(name.strip(" .:;,–-"), places):
            return found
    return ()


def _called(name: str, places: Places) -> tuple[Reference, ...]:
    clauses = _titled(name, places) or _by_role(name, places)
    if len(clauses) != 1:
        return ()
    locator = Locator((("role", clauses[0].role or ""),))
    return (Reference(name, 0, 0, (locator,), id=clauses[0].id, exists=True),)


def _titled(name: str, places: Places) -> list[Clause]:
    """The clauses with just this heading, those of the body before rows and annexes."""
    if len(name.split()) < _FEWEST:
        return []
    found = [clause for clause in places.draft.clauses if clause.kind in _PARTS and name == _heading(clause)]
    return [clause for clause in found if not places.annexed(clause.id)] or found


def _heading(clause: Clause) -> str:
    text = clause.heading or (clause.text.rstrip(" |") if clause.kind is Kind.TABLE_ROW else "")
    return folded(text).strip(" .:;")


def _by_role(name: str, places: Places) -> list[Clause]:
    for entry in lexicon("sections")["roles"]:
        if one_of([entry["names"]]).fullmatch(name):
            return list(places.section(entry["role"], name))
    return []
