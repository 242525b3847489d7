"""Agencies: who was asked for comments, and what came of it."""

from .listed import asked_in
from .responses import responses

__all__ = ["asked_in", "responses"]
