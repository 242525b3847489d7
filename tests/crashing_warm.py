"""Imported where processes are made from, so that each of them has read the drafts and letters already."""

from tests.crashing_commands import warm

warm()
