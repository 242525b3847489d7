"""Remarks: a comment file in neutral form → letters with atomic comments."""

from .letters import letters, reviewer

__all__ = ["letters", "reviewer"]
