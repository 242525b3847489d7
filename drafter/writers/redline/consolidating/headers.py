"""Headers and footers of the base draft with every copy's edits."""

from __future__ import annotations

from ..bringing.packages import EditedPackage
from ..merging.sections import Sections
from ..names import SECTPR, Element
from ..reading.accepted import accept
from .containers import consolidate
from .copies import ReviewedCopy
from .voices import Copied, Work

Headers = dict[str, list[tuple[ReviewedCopy, str]]]  # part of the base → those of copies that continue it


def pair_headers(copy: ReviewedCopy, body: Element, theirs: Element, headers: Headers) -> None:
    """By the sections that show them, where there are as many; else those of the last section."""
    ours, others = list(body.iter(SECTPR)), list(theirs.iter(SECTPR))
    if len(ours) != len(others):
        ours, others = ours[-1:], others[-1:]
    pairing = Sections(copy.bringing)
    for other, own in zip(others, ours, strict=False):
        pairing.pair(other, own)
    for old_part, new_part in pairing.partner.items():
        headers.setdefault(new_part, []).append((copy, old_part))


def consolidate_headers(headers: Headers, base: EditedPackage, work: Work) -> None:
    """Rewrite the base's headers and footers."""
    for part, pairs in headers.items():
        accept(base.tree(part))
        sides: list[Copied] = []
        for copy, old_part in pairs:
            accept(copy.side.tree(old_part))
            sides.append((copy.voice(old_part, part), copy.side.tree(old_part)))
        consolidate(base.tree(part), sides, work.in_part(part))
