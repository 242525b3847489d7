"""Keys of form rows: which clause of which draft a row is about; put together and taken apart nowhere else.

    drafter:2:1f3a9c02:III.2.a

The draft's number (empty where it has none), the first digits of its SHA-256, the id of the clause; `*`
stands for the draft as a whole. An id too long for a content control is named by a digest: `#9b42…`. A
bookmark cannot hold a key; its name is a digest of draft and clause: `f1f3a9c02…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

WHOLE = "*"
KEY = re.compile(r"drafter:(?P<number>\d{0,4}):(?P<draft>[0-9a-f]{8}):(?P<clause>\S{1,48})")
MARK = re.compile(r"f[0-9a-f]{16}")
_LONGEST = 64 - len("drafter:9999:12345678:")  # of 64 signs that Word keeps of a tag


@dataclass(frozen=True, slots=True)
class FormKey:
    """What a row of a form is about; `clause` as it stands in the key."""

    number: int | None
    draft: str
    clause: str

    @property
    def text(self) -> str:
        return f"drafter:{'' if self.number is None else self.number}:{self.draft}:{self.clause}"

    @property
    def mark(self) -> str:
        """The name of the bookmark that stands for the key."""
        return "f" + sha256(f"{self.draft}:{self.clause}".encode()).hexdigest()[:16]

    def of_draft(self, sha: str) -> bool:
        """Whether this is a key of the draft with this SHA-256."""
        return sha.startswith(self.draft)

    def clause_in(self, ids: Iterable[str]) -> str | None:
        """The clause among `ids` that is meant; None for the whole, and where it is none of them."""
        return next((id for id in ids if _named(id) == self.clause), None)


def form_key(number: int | None, sha: str, clause: str) -> FormKey:
    """The key of a clause of the draft with this number and SHA-256."""
    return FormKey(number, sha[:8], clause if clause == WHOLE else _named(clause))


def read_key(text: str) -> FormKey | None:
    """The key that a text is; None for another."""
    found = KEY.fullmatch(text.strip())
    if found is None:
        return None
    number = found["number"]
    return FormKey(int(number) if number else None, found["draft"], found["clause"])


def _named(id: str) -> str:
    plain = len(id) <= _LONGEST and not re.search(r"\s", id) and not id.startswith(("#", WHOLE))
    return id if plain else "#" + sha256(id.encode()).hexdigest()[:24]
