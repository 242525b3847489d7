"""What a written table has beside its rows, and which rows it has where it has not all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .evidence import Verdict


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands in a written table beside its rows.

    `attachment`: as an annex to a submission, without head and signature; `balance`: the counts that must
    agree; `proof`: what proves each answer; `provenance`: the draft, the hash and the list of all inputs;
    `choices`: in a Word file, a column in which the disposition is chosen from a list, as workbooks have it.
    """

    attachment: bool = False
    balance: bool = False
    proof: bool = False
    provenance: bool = False
    choices: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """By what the rows of a table were chosen, as a person named it; `review`: a person must look."""

    agencies: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    review: bool = False
