"""Party or state: in whose layout a document stands (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Iterable

from .lexicon import lexicon
from .lexicons import Issuers
from .normal import folded


def is_of_the_party(issuer: str) -> bool:
    """Whether this body writes in the Party's layout: `"Tỉnh ủy An Sơn"` does, `"UBND tỉnh"` does not."""
    return lexicon(Issuers).party.pattern.search(folded(issuer)) is not None


def has_party_letterhead(front: Iterable[str]) -> bool:
    """Whether the lines above a title hold the Party's name, as over every text of the Party."""
    return lexicon(Issuers).letterhead in folded(" ".join(front))
