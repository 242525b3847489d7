"""Dossier: whether a comment speaks of another document that was sent along with the draft.

A letter may comment on the submission, the impact assessment and the draft under headings of their own; what
it cites there are places of those, whatever the draft has under the same numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Dossier
from drafter.language.normal import decoded, folded
from drafter.language.references import find_references
from drafter.model import Comment, Draft, Reference

_NEAR = 30  # characters before the citation that a comment opens with: "Đề nghị tại …"
_AFTER = 60
_OPENING = 120
_OTHER = " khác"


def elsewhere(comment: Comment, draft: Draft) -> str:
    """The other document that a comment is about; empty where it is about the draft, as far as it says.

    The heading that it stands under decides, the innermost that names a document; without one the document
    that it opens with, "Tại mục 2 Tờ trình, …", or of which all places are that it cites.
    """
    if headed := _headed(comment.cited):
        return "" if _is_own(headed, draft) else headed
    if opened := _opened(comment.text[:_OPENING]):
        return "" if _is_own(opened, draft) else opened
    cited = [(_other_after(comment.text, each, draft), each) for each in comment.references]
    first, one = cited[0] if cited else ("", None)
    if one is None or not first or _own_part(one):
        return ""
    return first if one.start < _NEAR or all(document for document, _ in cited) else ""


# Copies of a comment say the same.
@lru_cache(maxsize=4096)
def _headed(cited: str) -> str:
    found = [_document(each) for each in _cues().heading.pattern.finditer(folded(cited))]
    return found[-1] if found else ""


@lru_cache(maxsize=4096)
def _opened(text: str) -> str:
    return _document(_cues().opening.pattern.match(folded(text)))


@lru_cache(maxsize=4096)
def _named_after(text: str) -> str:
    document = _document(_cues().after.pattern.match(folded(decoded(text))))
    said = _cues().verbs.pattern.fullmatch(document)  # "Mục V dự thảo quy định “…”"
    return "" if said and document.capitalize() not in decoded(text) else document


def _cues() -> Dossier:
    return lexicon(Dossier)


def _document(found: re.Match[str] | None) -> str:
    return (found["document"] or found["alone"]) if found else ""


def of_others(references: tuple[Reference, ...], text: str, draft: Draft) -> tuple[Reference, ...]:
    """`references` of `text`; those right before the name of another document are of that: "khoản 1 Điều 2 dự
    thảo Tờ trình"."""
    found = []
    for one in references:
        document = _other_after(text, one, draft)
        found += _own_part(one) if document and one.act is None else []
        found.append(of_document(one, document) if document else one)
    return tuple(found)


def _own_part(one: Reference) -> list[Reference]:
    """The places of the draft in a citation that goes on to another document by which they are measured:
    khoản 2 Điều 1 of "khoản 2 Điều 1 theo điểm 2 Tờ trình"."""
    joint = _cues().measured.pattern.search(decoded(one.text))
    before = find_references(one.text[: joint.start()]) if joint else ()
    return [replace(each, start=one.start + each.start, end=one.start + each.end) for each in before]


def of_document(one: Reference, document: str) -> Reference:
    return replace(one, act=one.act or document)


def _other_after(text: str, one: Reference, draft: Draft) -> str:
    """The other document whose name stands right behind a citation; empty where none does."""
    document = _named_after(text[one.end : one.end + _AFTER])
    return "" if _is_own(document, draft) or one.act not in (None, document) else document


def _is_own(document: str, draft: Draft) -> bool:
    """Whether the document is the draft or a part of it, by its kind and title, or by a heading in it."""
    if not document:
        return True
    named = folded(f"{draft.kind or ''} {draft.title}")
    kind = _cues().kind.pattern.match(document)
    if document in named or (kind and kind[0] in named and not document.endswith(_OTHER)):
        return True
    return any(document in folded(clause.heading) for clause in draft.clauses if clause.heading)
