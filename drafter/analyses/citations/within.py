"""What a draft cites of itself, clause by clause: "khoản 2 Điều 5" as the clause that is meant."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analyses.citations.own import resolve_here
from drafter.analyses.citations.places import Places
from drafter.language.chains import RELATIVE
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Lint
from drafter.language.references import find_references
from drafter.model import Clause, Draft, Kind, Reference, Role

_UNITS = frozenset(
    ("annex", "part", "chapter", "section", "subsection", "article", "paragraph", "point", RELATIVE)
)


def cited_within(draft: Draft) -> Mapping[str, tuple[Reference, ...]]:
    """The references of each clause to one other clause that is there, by the id of the clause that cites.

    Rows of tables and legal bases cite nothing of their own draft.
    """
    places = Places(draft)
    found: dict[str, tuple[Reference, ...]] = {}
    for clause in draft.clauses:
        if clause.kind is Kind.TABLE_ROW or clause.role is Role.BASIS or amends(draft, clause):
            continue
        own = [reference for reference in find_references(clause.text) if of_the_draft(reference)]
        single = [each for each in resolve_here(own, places, clause.id) if len(each.locators) == 1]
        known = {(each.start, each.end): each for each in single if each.id is not None and each.exists}
        if known:
            found[clause.id] = tuple(known[place] for place in sorted(known))
    return found


def of_the_draft(reference: Reference) -> bool:
    """A numbered place of the draft: not one of another act, nor "phần mở đầu", which any text may have."""
    units = {unit for locator in reference.locators for unit, _ in locator.parts}
    return reference.act is None and units <= _UNITS


def amends(draft: Draft, clause: Clause) -> bool:
    """ "Sửa đổi, bổ sung khoản 2 Điều 5": the places are those of the act that is amended."""
    around = (clause.text, *(above.text for above in draft.ancestors(clause.id)))
    pattern = lexicon(Lint).amends.pattern
    return any(pattern.match(text) for text in (draft.title, *around))
