"""The outline: from a manuscript to the tree of its clauses.

Blocks (`lines`) get their markers (`numbering`), are divided into front, body and back (`zones`), and the
body is hung in a tree (`tree`, tables by `tables`); `assembly` names every clause and `headings`, `roles`
say what it is. Every paragraph with text lands in exactly one place.
"""

from __future__ import annotations

from drafter.model import Draft, Manuscript

from .assembly import assemble
from .facts import read_facts
from .lines import blocks
from .numbering import choose_markers
from .tree import grow
from .zones import divide

_TITLE_WORDS = 40  # of the first clause, where the text has no title of its own

__all__ = ["outline"]


def outline(manuscript: Manuscript) -> Draft:
    """The draft that `manuscript` prints. Never fails: odd numbering is kept and told in `notices`."""
    found = blocks(manuscript)
    choose_markers(found)
    zones = divide(found)
    growth = grow(found, zones)
    clauses, notices = assemble(growth.nodes)
    facts = read_facts(found, zones)
    opening = next((clause.heading or clause.text for clause in clauses if clause.text), "")
    return Draft(
        path=manuscript.path,
        sha256=manuscript.sha256,
        title=facts.title or " ".join(opening.split()[:_TITLE_WORDS]),
        number=facts.number,
        date=facts.date,
        issuer=facts.issuer,
        kind=facts.kind,
        clauses=clauses,
        front=tuple(growth.front),
        back=tuple(growth.back),
        header=tuple(growth.header),
        notices=(*manuscript.notices, *notices),
        pages=manuscript.pages,
        struck=frozenset(p.text[start:end] for p in manuscript.paragraphs for start, end in p.struck),
    )
