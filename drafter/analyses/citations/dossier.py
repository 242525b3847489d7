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
from drafter.model import Comment, Draft, Reference

_NEAR = 30  # characters before the citation that a comment opens with: "Đề nghị tại …"
_AFTER = 60
_OPENING = 120


def elsewhere(comment: Comment, draft: Draft) -> str:
    """The other document that a comment is about; empty where it is about the draft, as far as it says.

    The heading that it stands under decides, the innermost that names a document; without one the document
    that it opens with: "Tại mục 2 Tờ trình, …".
    """
    if headed := _headed(comment.cited):
        return "" if _is_own(headed, draft) else headed
    if opened := _opened(comment.text[:_OPENING]):
        return "" if _is_own(opened, draft) else opened
    first = next((each for each in comment.references if each.act is None), None)
    within = _document_after(comment.text, first) if first is not None and first.start < _NEAR else ""
    return "" if _is_own(within, draft) else within


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
    return _document(_cues().after.pattern.match(folded(decoded(text))))


def _cues() -> Dossier:
    return lexicon(Dossier)


def _document(found: re.Match[str] | None) -> str:
    return (found["document"] or found["alone"]) if found else ""


def of_others(references: tuple[Reference, ...], text: str, draft: Draft) -> tuple[Reference, ...]:
    """`references` of `text`; those right before the name of another document are of that: "khoản 1 Điều 2 dự
    thảo Tờ trình"."""
    found = []
    for one in references:
        document = _document_after(text, one) if one.act is None else ""
        found.append(of_document(one, document) if document and not _is_own(document, draft) else one)
    return tuple(found)


def of_document(one: Reference, document: str) -> Reference:
    return replace(one, act=one.act or document)


def _document_after(text: str, one: Reference) -> str:
    return _named_after(text[one.end : one.end + _AFTER])


def _is_own(document: str, draft: Draft) -> bool:
    """Whether the document is the draft or a part of it, by its kind and title, or by a heading in it."""
    if not document or document in folded(f"{draft.kind or ''} {draft.title}"):
        return True
    return any(document in folded(clause.heading) for clause in draft.clauses if clause.heading)
