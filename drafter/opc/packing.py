"""Packing: parts → the bytes of a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts in this order: equal parts give equal bytes, whatever the clock says.

    The part `mimetype` of OpenDocument is not compressed (ODF 1.3 part 2, 3.3): programs look for it in the
    bytes of the file.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            package.writestr(info, part)
    return out.getvalue()
