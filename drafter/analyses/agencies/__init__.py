"""Agencies: who was asked for comments, and what came of it."""

from .listed import asked_in
from .responses import last_requests, responses

__all__ = ["asked_in", "last_requests", "responses"]
