"""Asking: the form by which agencies are asked for comments on a draft."""

from __future__ import annotations

from drafter.analyses.cited import cited_places
from drafter.analyses.replies import draft_name
from drafter.model import CommentForm, Draft, FormRow, form_key
from drafter.model.form_keys import WHOLE


def comment_form(draft: Draft) -> CommentForm:
    """A row for the draft as a whole, then one for each clause, as it is printed with its marker."""
    rows = [FormRow(form_key(draft.number, draft.sha256, WHOLE), "", "")]
    for clause in draft.clauses:
        if clause.text.strip():
            key = form_key(draft.number, draft.sha256, clause.id)
            (place,) = cited_places([clause], draft)
            text = " ".join(part for part in (clause.marker, clause.text) if part)
            rows.append(FormRow(key, place, text, heads=clause.id in draft.children))
    return CommentForm(draft_name(draft), tuple(rows), (draft.path, draft.sha256))
