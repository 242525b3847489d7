"""Each letter: what is computed of comments one by one, kept letter by letter under the drafts it rests on.

A letter that came or changed is computed; what is kept of the others is taken as it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from ..model import Comment, Correspondence, Letter
    from .kept import Kept

_MOST = 16384  # letters: of many more those not asked for now go


class _OfComment(Protocol):
    @property
    def comment(self) -> str:
        """The id of the comment it is about."""
        ...


Found = TypeVar("Found", bound=_OfComment)


class EachLetter(Generic[Found]):
    """Values of one kind; `about`: all that they depend on beside the letter."""

    def __init__(self, kept: Kept | None, kind: str, about: Hashable) -> None:
        self._kept, self._kind, self._about = kept, kind, about

    def of(
        self,
        read: Correspondence,
        compute: Callable[[Sequence[Comment]], Iterable[Found]],
        named: Mapping[str, Hashable] | None = None,
    ) -> tuple[Found, ...]:
        """Those of all comments in their order. `compute` gives those of some, each comment's in their order
        and none that depends on another comment; `named`: by comment, what people said of it.
        """
        keys = [_key(letter, read.hashes, named or {}) for letter in read.letters]
        found = self._kept and self._kept.find(self._kind, self._about)
        known: dict[str, tuple[Found, ...]] = found[0] if found else {}
        wanted = [each for key, each in zip(keys, read.letters, strict=True) if key not in known]
        if wanted:
            made = _by_comment(compute([comment for letter in wanted for comment in letter.comments]))
            new = {
                key: tuple(one for comment in letter.comments for one in made.get(comment.id, ()))
                for key, letter in zip(keys, read.letters, strict=True)
                if key not in known
            }
            if self._kept:
                held = known if len(known) + len(new) <= _MOST else {k: known[k] for k in keys if k in known}
                self._kept.put(self._kind, self._about, held | new)
            known = known | new
        return tuple(one for key in keys for one in known[key])


def _by_comment(found: Iterable[Found]) -> dict[str, list[Found]]:
    out: dict[str, list[Found]] = {}
    for one in found:
        out.setdefault(one.comment, []).append(one)
    return out


def _key(letter: Letter, hashes: Mapping[str, str], named: Mapping[str, Hashable]) -> str:
    """Of a letter's content, of what was taken back or corrected in it, of what people said it is about."""
    said = [
        (one.id, one.key, one.draft, one.asks, one.withdrawn, named.get(one.id)) for one in letter.comments
    ]
    return hashlib.sha256(
        repr((hashes.get(letter.path, letter), letter.path, said)).encode("utf-8", "surrogatepass")
    ).hexdigest()
