"""Issues: sayings on one place of a draft, those that say the same together."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Issue, SharedWords


def issues(sayings: Sequence[SharedWords]) -> tuple[Issue, ...]:
    """The issues of one place of a draft; every saying is in one of them."""
    return tuple(Issue((saying,)) for saying in sayings)
