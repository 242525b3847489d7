"""A file as it came in."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .manuscript import Notice
    from .paper import Paper


@dataclass(frozen=True, slots=True)
class Source:
    """The content of one file, read once: what readers take, wherever it came from.

    `shown` is how results and errors name it: a path with "/", inside its folder relative to it. Its
    suffix says what the sender took it for. `sha256` is over the file, in hexadecimal. `notices`: what is odd
    about the file as a whole. `paper`: its pages, where it only says what is printed where.
    """

    bytes: builtins.bytes = field(repr=False)
    shown: str
    sha256: str
    notices: tuple[Notice, ...] = ()
    paper: Paper | None = field(default=None, repr=False)
