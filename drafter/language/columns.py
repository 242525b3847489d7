"""Columns of annex tables: what each holds, from its header text.

`("TT", "Chỉ tiêu", "Đơn vị", "2021", "2025", "Cơ quan chủ trì")` reads as number, indicator,
unit, year, year, lead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import lexicon
from .lexicons import Headers
from .normal import folded

_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold. Places count from 0, the number column included."""

    kinds: tuple[str, ...]
    headers: tuple[str, ...]

    def first(self, kind: str) -> int | None:
        """The place of the first column of this kind."""
        return self.kinds.index(kind) if kind in self.kinds else None

    def all(self, kind: str) -> tuple[int, ...]:
        return tuple(i for i, k in enumerate(self.kinds) if k == kind)

    def year(self, place: int) -> int:
        """The (last) year in the header of a year column: 2025 for "Giai đoạn 2021 - 2025"."""
        return int(_YEAR.findall(self.headers[place])[-1])

    @property
    def of_targets(self) -> bool:
        """A table that lists chỉ tiêu with their values."""
        return (
            "indicator" in self.kinds
            and bool({"unit", "result", "year"} & set(self.kinds))
            and not self.of_tasks
        )

    @property
    def of_tasks(self) -> bool:
        """A table that lists nhiệm vụ with who does them and by when."""
        return "task" in self.kinds and bool({"lead", "partners", "due"} & set(self.kinds))


def _kind(header: str) -> str:
    text = folded(header)
    return next((kind for kind, header in lexicon(Headers).kinds if header.pattern.search(text)), "")


@lru_cache(maxsize=256)
def columns(headers: Sequence[str]) -> Columns:
    """What the columns under `headers` hold; "" where the header does not say."""
    kinds = [_kind(header) for header in headers]
    if kinds and not headers[0].strip():
        kinds[0] = "number"
    if "indicator" not in kinds and "task" not in kinds:  # "Chỉ tiêu đến năm 2025" above the names
        text = next(
            (i for i, k in enumerate(kinds) if k in ("year", "result") and "chỉ tiêu" in folded(headers[i])),
            None,
        )
        if text is not None:
            kinds[text] = "indicator"
    return Columns(tuple(kinds), tuple(headers))
