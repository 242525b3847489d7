"""Annotations: what agencies said of clauses, as notes in the metadata.

Notes, not `otherAnalysis`: a note has words that every program for Akoma Ntoso shows, and a place that it
stands beside (`placementBase`); what `otherAnalysis` holds is in a namespace that nobody else knows. The text
itself stays as it is: no mark is put into it.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import Comment, Draft, Link
from drafter.opc import Element, storable

from .export import Export
from .markup import below
from .meta import TOOL
from .names import slug


def annotate(meta: Element, export: Export, now: Mapping[str, str]) -> None:
    """A note for each comment, beside the first clause that it addresses; `now`: identifiers of clauses."""
    if not export.comments:
        return
    made = below(meta, "notes", source=f"#{TOOL}")
    for at, (comment, link) in enumerate(export.comments, 1):
        _note(made, at, comment, link, export.draft, now)


def _note(
    parent: Element, at: int, comment: Comment, link: Link, draft: Draft, now: Mapping[str, str]
) -> None:
    meant = [each.id for each in link.clauses if each.addressed and each.id in draft.by_id]
    made = below(
        parent, "note",
        eId=f"note_{at}", class_="comment review" if link.review else "comment",
        placementBase=f"#{now[meant[0]]}" if meant else "",
    )  # fmt: skip
    first, *further = comment.text.split("\n")
    said = below(made, "p")
    agency = slug(comment.agency)
    name = below(said, "organization", refersTo=f"#{agency}") if agency else below(said, "span")
    name.text, name.tail = storable(comment.agency), f": {storable(first)}"
    for line in further:
        below(made, "p").text = storable(line)
    if len(meant) > 1:
        _places(made, meant, at, draft, now)


def _places(made: Element, meant: list[str], at: int, draft: Draft, now: Mapping[str, str]) -> None:
    places = below(made, "p", class_="places")
    for count, id in enumerate(meant, 1):
        ref = below(places, "ref", eId=f"note_{at}__ref_{count}", href=f"#{now[id]}")
        ref.text = storable(draft.by_id[id].locator or id)
        ref.tail = "; " if count < len(meant) else None
