"""In whose form an office writes: the state's or the Party's."""

from __future__ import annotations

from drafter.language.issuers import is_of_the_party
from drafter.model import Office


def of_the_party(office: Office, issuer: str) -> bool:
    """Whose form it has: that of the office and its parent, else that of the issuer."""
    said = [name for name in (office.name, office.parent) if name] or [issuer]
    return any(is_of_the_party(name) for name in said)
