"""Days: which one counts as today, and those that a person names in a form."""

from __future__ import annotations

from datetime import date

from .visit import Visit


def named_day(text: str) -> date | None:
    """A day as a browser sends it, `2021-03-05`; None for none or another text."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def today(visit: Visit) -> date:
    """The day from which days are counted: the one that the person names, else today where the server is."""
    return named_day(visit.text("today")) or visit.site.today()
