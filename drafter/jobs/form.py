"""The form by which agencies are asked for comments on a draft."""

from __future__ import annotations

from ..model import CommentForm
from ..workspace import Workspace
from .drafts import OneDraft


def form(workspace: Workspace, options: OneDraft) -> CommentForm:
    """The form for a draft, the newest where none is named."""
    from ..analyses.asking import comment_form

    return comment_form(workspace.draft(options.draft))
