"""Decisions of people against what drafts and letters say now: the edit that fulfils one, whether it still
stands, what of it must be looked at again."""

from .deeds import deed_of
from .watching import fallen, watch, watched

__all__ = ["deed_of", "fallen", "watch", "watched"]
