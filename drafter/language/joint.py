"""Joint: the agencies of a name that several write under: `"Sở Tài chính - Sở Tư pháp Liên ngành"`."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import cue
from .senders import is_agency, proper

_BETWEEN = re.compile(r"\s+[-–—]\s+|\s*[/;+]\s*")


@lru_cache(maxsize=4096)
def jointly(name: str) -> tuple[str, ...]:
    """Each of the agencies of `name`, in its order; () for one agency, whatever its name is joined of."""
    bare = cue("letters", "joint").sub("", name)
    parts = [part.strip() for part in _BETWEEN.split(bare) if part.strip()]
    return tuple(map(proper, parts)) if len(parts) > 1 and all(map(is_agency, parts)) else ()
