"""Remarks: a comment file in neutral form → letters with atomic comments."""

from .letters import letters

__all__ = ["letters"]
