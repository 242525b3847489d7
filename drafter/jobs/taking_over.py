"""Taking over: what was decided of another comment, without what is true of that one alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import NothingToReuse
from ..model import UNDECIDED, Registered

if TYPE_CHECKING:
    from ..store import Store
    from .decisions import DecideOptions
    from .proposals import Proposed


def taken_over(options: DecideOptions, store: Store, other: Registered) -> DecideOptions:
    """The options with what was decided of `other`: under another disposition than the one that is taken,
    none of its answer. Raises NothingToReuse."""
    decision = store.decisions().get(other.key, UNDECIDED)
    if not decision.decided:
        raise NothingToReuse(store.shown, number=other.no)
    if options.disposition not in (None, decision.disposition):
        return options
    return replace(
        options,
        disposition=decision.disposition,
        reason=options.reason or decision.reason,
        response=decision.response if options.response is None else options.response,
        where=decision.where if options.where is None else options.where,
    )


def fitted(said: DecideOptions, options: DecideOptions, found: Proposed, key: str) -> DecideOptions:
    """`said`, taken over for `options`, as it is said of the comment `key`: a place that is not its own is
    none of its answer. What evidence proposes stands for such an answer, else a blank for the place."""
    from ..wording.elsewhere import own_places, without_places

    if options.like is None:
        return said
    own = own_places(found.rows.get(key))
    response, where = said.response, said.where
    if options.response is None and response and said.disposition is not None:
        fits = without_places(response, own, found.language)
        response = fits if fits == response else found.response(key).get(said.disposition, fits)
    if options.where is None and where and without_places(where, own, found.language) != where:
        where = None
    return replace(said, response=response, where=where)
