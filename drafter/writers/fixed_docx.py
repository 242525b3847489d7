"""A draft with its mechanical faults mended, as a new file: Unicode form, Eth for Đ, spaces, hidden signs.

Only letters inside `w:t` change; runs and formatting stay, and every part without a fault byte for byte.
"""

from __future__ import annotations

import re

from drafter.language.mending import mended
from drafter.opc import Element, Package, Rewriting, name, packed

_STORIES = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\d*\.xml$")
_T, _P = name("w:t"), name("w:p")


def fixed(package: Package) -> tuple[bytes, int]:
    """The Word file in `package` with its texts mended, and how many paragraphs changed.

    Raises a DrafterError where it cannot be used.
    """
    rewriting = Rewriting(package)
    count = 0
    for part in filter(_STORIES.match, package.in_order):
        root = package.xml(part)
        changed = {next(t.iterancestors(_P), t) for t in root.iter(_T) if _mend(t)}
        count += len(changed)
        if changed:
            rewriting.trees[part] = root
    return packed(rewriting.parts()), count


def _mend(t: Element) -> bool:
    before = t.text or ""
    after = mended(before)
    t.text = after
    return after != before
