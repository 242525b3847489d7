"""Senders of files: the agency that a file is named for, `"gop-y-so-tai-chinh"` → "Sở Tài chính".

The words are in `data/senders.toml`, as those of `senders`; names of files mostly have no accents.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .lexicon import lexicon
from .normal import decoded, unaccented
from .senders import proper


def _data() -> Any:
    return lexicon("senders")


def _spelled() -> list[str]:
    data = _data()
    return [*data["provinces"], *data["connectors"], *data["territories"], *data["phrases"], *data["heads"]]


@cache
def _plain() -> dict[tuple[str, ...], str]:
    """Unaccented words → phrase, for names of files; heads win over phrases, phrases over connectors."""
    listed = dict(_data()["short"])
    for phrase in _spelled():
        listed[phrase] = phrase
    return {tuple(unaccented(key).lower().split()): str(value) for key, value in listed.items()}


def from_file_name(stem: str) -> str | None:
    """The agency that a file is named for: `"gop-y-so-tai-chinh"` → `"Sở Tài chính"`; else None."""
    words = re.sub(r"[_\-.,()]+", " ", decoded(stem)).split()
    plain = [unaccented(word).lower() for word in words]
    noise = set(_data()["file_noise"])
    first = next((at for at, word in enumerate(plain) if word not in noise and word.isalpha()), len(plain))
    words, plain = words[first:], plain[first:]
    for start in range(len(plain)):
        size = _size_of_head(plain, start)
        if not size:
            continue
        end = next((i for i in range(start + size, len(plain)) if _ends_name(plain, i, noise)), len(plain))
        if end - start > size or size > 1 or words[start].isupper():
            typed = any(word != unaccented(word) for word in words[start:end])
            return proper(" ".join(words[start:end])) if typed else _accented(plain[start:end])
    return None


@cache
def _plain_heads() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """The heads of names as unaccented words, and those of them that are weak."""
    data = _data()
    heads = {tuple(unaccented(head).lower().split()) for head in (*data["heads"], *data["short"])}
    return frozenset(heads), frozenset(unaccented(head).lower() for head in data["weak"])


def _size_of_head(plain: list[str], start: int) -> int:
    """How many words from `start` on begin an agency's name; 0 where none does."""
    heads, weak = _plain_heads()
    size = next((n for n in (4, 3, 2, 1) if tuple(plain[start : start + n]) in heads), 0)
    return 0 if size == 1 and plain[start] in weak and not _known(plain[start + 1 :]) else size


def _known(plain: list[str]) -> bool:
    """Whether a phrase of two syllables or more follows, or a short form: "ban to chuc", "hoi lhpn", but not
    "hoi nghi"."""
    short = {unaccented(name).lower() for name in _data()["short"]}
    return bool(plain and plain[0] in short) or any(
        tuple(plain[:n]) in _plain() for n in (2, 3, 4) if len(plain) >= n
    )


def _ends_name(plain: list[str], place: int, noise: set[str]) -> bool:
    """What a file name adds behind the agency: `so-y-te-lan-2`. The "y" of "y tế" is none of it."""
    longer = any(
        tuple(plain[place - back : place - back + n]) in _plain()
        for n in (2, 3, 4)
        for back in range(min(n, place + 1))
    )
    return not plain[place].isalpha() or (plain[place] in noise and not longer)


def _accented(words: list[str]) -> str:
    """Unaccented words as the phrases of the data file; the rest as proper names."""
    out: list[str] = []
    at = 0
    unknown = False
    while at < len(words):
        size = next(
            (n for n in range(min(6, len(words) - at), 0, -1) if tuple(words[at : at + n]) in _plain()), 0
        )
        named = tuple(words[at : at + size])
        own = not size or (unknown and size == 1)  # "tinh" behind "ha" belongs to a name, it is no "tỉnh"
        out.append(words[at].capitalize() if own else _plain()[named])
        unknown = own
        at += max(size, 1)
    name = " ".join(out)
    return name[:1].upper() + name[1:]
