"""Clauses that people chose for a comment, as an official cites them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from ..model import Draft
from ..workspace import Workspace

Cites = Callable[[str, Sequence[str]], tuple[str, ...]]


def chosen_places(workspace: Workspace) -> Cites:
    """From the key of a comment and ids of clauses in its draft to their locators.

    Drafts are read when the first clause is asked for. A clause that no draft has any more keeps its id.
    """

    @cache
    def numbers() -> dict[str, int | None]:
        store = workspace.store()
        return {} if store is None else {each.key: each.draft_number for each in store.registered()}

    def places(key: str, ids: Sequence[str]) -> tuple[str, ...]:
        if not ids:
            return ()
        about = numbers().get(key)
        drafts = sorted(workspace.rounds.drafts, key=lambda draft: draft.number != about)
        return tuple(_locator(id, drafts) for id in ids)

    return places


def _locator(id: str, drafts: Sequence[Draft]) -> str:
    found = next((draft.by_id[id] for draft in drafts if id in draft.by_id), None)
    return id if found is None else found.locator or id
