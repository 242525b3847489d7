"""The brief: where the work stands, for whoever decides about it, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .agencies import Response
    from .comments import Comment
    from .consultations import Consultation
    from .draft import Role
    from .evidence import Clash, SilentChange
    from .readiness import Readiness
    from .rounds import Rounds
    from .table import Table
    from .targets import LedgerRow


@dataclass(frozen=True, slots=True)
class Brief:
    """The same data as the table rests on, on the day `today`.

    `sizes` are the words of each draft by role, `targets` its targets by deadline ("2025", "none"), both in
    the order of the drafts; `ledger` the targets through all of them. `comments` by id. `readiness` is
    None before the first letter is there.
    """

    rounds: Rounds
    today: date
    readiness: Readiness | None
    table: Table
    sizes: tuple[Mapping[Role, int], ...]
    targets: tuple[Mapping[str, int], ...]
    ledger: tuple[LedgerRow, ...]
    clashes: tuple[Clash, ...]
    silent: tuple[SilentChange, ...]
    responses: tuple[Response, ...]
    comments: Mapping[str, Comment]
    consultations: tuple[Consultation, ...] = ()
