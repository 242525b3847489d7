"""What a draft and a place in it are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from drafter.language.locators import as_cited, innermost
from drafter.language.senders import proper
from drafter.model import Draft

from .figures import full_day
from .messages import known, say


def format_name(name: str, lang: str) -> str:
    """What a format of files is called: `"eml"` is "thư .eml"; whatever has no name of its own, as it is."""
    return say(f"format.{name}", lang) if known(f"format.{name}") else name


def draft_label(number: int | None, lang: str) -> str:
    """`"Dự thảo lần 2"`; "" without a number."""
    return "" if number is None else say("draft.label", lang, number=number)


def draft_name(draft: Draft, lang: str) -> str:
    """`"Dự thảo lần 2"`, else the file's name."""
    return draft_label(draft.number, lang) or draft.path.replace("\\", "/").rpartition("/")[2]


# What a title does, behind its kind: `"QUYẾT ĐỊNH Ban hành …"` is "Quyết định ban hành …" in running text.
_OPENINGS = frozenset(
    ("Ban hành", "Bãi bỏ", "Công bố", "Điều chỉnh", "Hướng dẫn", "Phê duyệt", "Quy định", "Sửa đổi",
     "Thông qua", "Triển khai", "Thực hiện")
)  # fmt: skip


def title_words(title: str) -> str:
    """The title of a draft in running text: `"NGHỊ QUYẾT về chuyển đổi số"` is "Nghị quyết về chuyển đổi số".

    Only the kind, which drafts print in capitals above the title, loses them; a title all in
    capitals stays as printed: nobody can tell its names from its other words.
    """
    words = title.split()
    capitals = list(takewhile(str.isupper, words))
    rest = words[len(capitals) :]
    if not capitals or not rest:
        return " ".join(words)
    kind, of, issuer = " ".join(capitals).partition(" CỦA ")
    named = f"{kind.capitalize()} của {proper(issuer)}" if of else kind.capitalize()
    opens = rest[0] == "Về" or " ".join(rest[:2]) in _OPENINGS
    about = rest[0].lower() if opens else rest[0]
    return " ".join((named, about, *rest[1:]))


def place(ids: Sequence[str], draft: Draft) -> str:
    """The clauses as an official cites them, joined by semicolons, with a capital."""
    return capital("; ".join(as_cited(draft.by_id[id].locator or id) for id in ids))


def cited(locators: Sequence[str], lang: str) -> str:
    """Places in running text: `("điểm c, khoản 5, mục III", "điểm d, khoản 5, mục III")` are
    `"điểm c và điểm d khoản 5 mục III"`; "" for none."""
    groups: dict[str, list[str]] = {}
    for locator in dict.fromkeys(locators):
        unit, around = innermost(locator)
        groups.setdefault(as_cited(around), []).append(as_cited(unit))
    places = [f"{all_of(units, lang)} {around}".strip() for around, units in groups.items()]
    return all_of(places, lang)


def all_of(items: Sequence[str], lang: str) -> str:
    """`"A"`, `"A và B"`, `"A, B và C"`."""
    if len(items) < 2:
        return "".join(items)
    return say("places.all", lang, first=", ".join(items[:-1]), last=items[-1])


def dated(place: str, day: date | None, lang: str) -> str:
    """Place and date of a document: `"Hà Tĩnh, ngày 05 tháng 3 năm 2021"`; dots for what nobody has said."""
    where = place or say("table.place", lang)
    if day is None:
        return say("table.dated.open", lang, place=where)
    return f"{where}, {full_day(day, lang)}"


def shortened(text: str, width: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `width`."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[:width].rsplit(" ", 1)[0] + " …"


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """`text` as it reads within a sentence: `"điểm a, khoản 2"`."""
    return text[:1].lower() + text[1:]
