"""Offices that many bodies have: they go by the name of the body that stands above them in the letterhead."""

from __future__ import annotations

import re

from .lexicon import lexicon
from .normal import folded
from .senders import is_bare

_BODY = re.compile(r"(?:Sở|Ban|Cục|Hội đồng nhân dân)\b")
_TERRITORY = re.compile(
    r"Ủy ban nhân dân\s+(?P<of>(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn)\s.+)", re.IGNORECASE
)


def of_body(office: str, above: str) -> str | None:
    """The name of an office that many bodies have, with that of the body `above`: "Văn phòng" below "Ủy ban
    nhân dân tỉnh An Sơn" is Văn phòng Ủy ban nhân dân tỉnh An Sơn; None where it has a name of its own."""
    data = lexicon("senders")
    branch = any(re.match(rf"{each}\b", office, re.IGNORECASE) for each in data["branches"])
    if branch and not _TERRITORY.match(above) and folded(above) not in folded(office):
        return f"{above} {office}"
    if is_bare(office) or folded(office) in {folded(each) for each in data["offices"]}:
        return f"{office} {above}"
    named_already = folded(above) in folded(office)
    if any(re.match(rf"{unit}\b", office) for unit in data["units"]) and not named_already:
        territory = _TERRITORY.match(above)
        if territory:
            return f"{office} {territory['of']}"
        return f"{office} {above}" if _BODY.match(above) else None
    return None
