"""Consolidating: several reviewers' copies of one draft brought together as one redline of it."""

from .consolidated import consolidated

__all__ = ["consolidated"]
