"""A draft with its mechanical faults mended, as a new file: Unicode form, Eth for Đ, spaces, hidden signs.

Only letters inside `w:t` change; runs, formatting and everything else stay byte for byte.
"""

from __future__ import annotations

import re

from lxml import etree

from drafter.language.mending import mended
from drafter.opc import Package, name, packed, serialised

_STORIES = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\d*\.xml$")
_T, _P = name("w:t"), name("w:p")


def fixed(package: Package) -> tuple[bytes, int]:
    """The Word file in `package` with its texts mended, and how many paragraphs changed.

    Raises a DrafterError where it cannot be used.
    """
    parts: dict[str, bytes] = {}
    count = 0
    for part in package.in_order:
        data = package.read(part)
        if _STORIES.match(part):
            root = package.xml(part)
            changed = {next(t.iterancestors(_P), t) for t in root.iter(_T) if _mend(t)}
            count += len(changed)
            if changed:
                data = serialised(root)
        parts[part] = data
    return packed(parts), count


def _mend(t: etree._Element) -> bool:
    before = t.text or ""
    after = mended(before)
    t.text = after
    return after != before
