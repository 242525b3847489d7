"""What a draft and a place in it are called."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import Draft

from .messages import say


def draft_label(number: int | None, lang: str) -> str:
    """`"Dự thảo lần 2"`; "" without a number."""
    return "" if number is None else say("draft.label", lang, number=number)


def draft_name(draft: Draft, lang: str) -> str:
    """`"Dự thảo lần 2"`, else the file's name."""
    return draft_label(draft.number, lang) or draft.path.replace("\\", "/").rpartition("/")[2]


def place(ids: Sequence[str], draft: Draft) -> str:
    """The clauses as an official cites them, joined by semicolons, with a capital."""
    cited = "; ".join(draft.by_id[id].locator or id for id in ids)
    return capital(cited)


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """`text` as it reads within a sentence: `"điểm a, khoản 2"`."""
    return text[:1].lower() + text[1:]
