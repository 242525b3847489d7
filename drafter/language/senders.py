"""Senders: recognising the names of agencies by what such names begin with, and spelling them properly.

    "SỞ GIÁO DỤC VÀ ĐÀO TẠO" → "Sở Giáo dục và Đào tạo"; "UBND TP An Sơn" → "Ủy ban nhân dân thành phố An Sơn"

The words are in `data/senders.toml`. Spelling follows Nghị định 30/2020/NĐ-CP, Phụ lục II: the
first letter of each word or phrase that says kind, function or field of work is a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import Any

from .lexicon import cue, lexicon
from .normal import decoded, folded

_JOINED = re.compile(r"(?<=\b[A-ZĐ]{2})\s+và\s+(?=[A-ZĐ]{2,4}\b)")  # "NN và PTNT", as "NN&PTNT"
_SHORT_HEADS = ("Sở", "Cục", "FPT")  # as short as common words, but written with a capital only as names

TOP = 30  # paragraphs in which a letter names whom it addresses


def addresses(paragraphs: Iterable[str]) -> bool:
    """Whether a line names whom the text is for, as letters do: `"Kính gửi: Sở Nội vụ"`."""
    return any(cue("letters", "addressee").match(line.strip()) for p in paragraphs for line in p.split("\n"))


def _data() -> Any:
    return lexicon("senders")


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Lower-case words of a phrase → its words as spelled."""
    data = _data()
    listed = [*data["phrases"], *data["heads"], *data["territories"], *data["connectors"], *data["acronyms"]]
    return {tuple(phrase.lower().split()): tuple(phrase.split()) for phrase in listed}


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


@cache
def _head() -> re.Pattern[str]:
    heads = sorted([*_data()["heads"], *_data()["short"]], key=len, reverse=True)
    return re.compile(rf"(?!báo cáo\b)(?:{'|'.join(map(re.escape, heads))})(?![\w&])", re.IGNORECASE)


@cache
def _strong_head() -> re.Pattern[str]:
    """Heads that begin a name in running text: written with a capital, none of the weak kinds."""
    data = _data()
    strong = [h for h in (*data["heads"], *data["short"]) if h not in data["weak"] and len(h) > 3]
    listed = "|".join(re.escape(head) for head in sorted([*strong, *_SHORT_HEADS], key=len, reverse=True))
    before = "|".join(map(re.escape, data["weak_before_capital"]))
    return re.compile(rf"(?<![\w“\"«])(?:(?:{listed})(?![\w&])|(?:{before})(?=\s[A-ZÀ-ỸĐ]))")


@lru_cache(maxsize=4096)  # forms name the same agencies row by row
def is_agency(text: str) -> bool:
    """Whether `text` as a whole begins as an agency's name does: `"CÔNG AN TỈNH AN SƠN"`."""
    return bool(_head().match(decoded(text).strip()))


def is_bare(text: str) -> bool:
    """Whether the name goes on in the next line: a head alone, or an open end (`"SỞ KẾ HOẠCH VÀ"`)."""
    words = folded(text).rstrip()
    return words in _bare() or words.endswith((" và", " -", ",", "&"))


@cache
def _bare() -> frozenset[str]:
    return frozenset(folded(bare) for bare in _data()["bare"])


def joins_party_body(name: str, above: str) -> bool:
    """Whether `name` is an organ of the Party body `above`, whose name it takes: Ban Tổ chức | Tỉnh ủy …"""
    data = _data()
    return (
        any(folded(above).startswith(folded(body)) for body in data["party_bodies"])
        and any(re.match(rf"{organ}\b", name) for organ in data["party_organs"])
        and not any(folded(body) in folded(name) for body in data["party_bodies"])
    )


def party_body(above: str) -> str:
    """`"Tỉnh ủy Hà Tĩnh"` → `"Tỉnh ủy"`, of which there is one; that of a district keeps its name."""
    return "Tỉnh ủy" if folded(above).startswith("tỉnh ủy") else above


def is_party_committee(line: str) -> bool:
    """A committee of the Party named alone, below the organisation that it leads: `"ĐẢNG ĐOÀN"`."""
    return folded(line).strip(" *#") in {folded(body) for body in _data()["party_committees"]}


def of_party_committee(committee: str, above: str, body: str = "") -> str:
    """`"Đảng ủy"` below `"ĐẢNG BỘ VIỆN HÀN LÂM …"` is Đảng ủy Viện Hàn lâm …; `body` as for `proper`."""
    return f"{committee} {proper(re.sub(r'^đảng bộ ', '', above, flags=re.IGNORECASE), body)}"


def of_standing_organ(organ: str, above: str) -> str | None:
    """The body that a standing organ speaks for: `"Ban Chấp hành tỉnh Hà Tĩnh"` below `"Hội Nông dân Việt
    Nam"` is Hội Nông dân tỉnh Hà Tĩnh; None where `organ` is none."""
    named = next((o for o in _data()["standing_organs"] if folded(organ).startswith(folded(o))), None)
    if named is None or not above:
        return None
    territory = organ[len(named) :].strip()
    national = " Việt Nam" if territory and not above.startswith("Ủy ban") else ""
    return f"{above.removesuffix(national) if national else above} {territory}".strip()


def proper(name: str, body: str = "") -> str:
    """The name in full and in proper letter case. `body`: a text in which it may stand so already."""
    full, spelled = _in_full(name)
    if body and spelled is not None:
        for printed in re.finditer(rf"(?<!\w){re.escape(full)}(?!\w)", body, re.IGNORECASE):
            if printed.group()[0].isupper() and not _is_capitals(printed.group()):
                return printed.group()
    return full[:1].upper() + full[1:] if spelled is None else spelled


@lru_cache(maxsize=4096)
def _in_full(name: str) -> tuple[str, str | None]:
    """A name in full, and in proper letter case where it is in capitals."""
    full = expand(" ".join(decoded(name).strip(" \t*_:;.,-–").split()))
    return full, _cased(full) if _is_capitals(full) else None


@lru_cache(maxsize=4096)
def agency_key(name: str) -> str:
    """One key for every spelling of an agency: `"UBND TP An Sơn"` is `"Ủy ban nhân dân thành phố An Sơn"`."""
    return folded(proper(name))


@lru_cache(maxsize=4096)
def expand(name: str) -> str:
    """Short forms in full: `"Sở TT&TT"` → `"Sở Thông tin và Truyền thông"`."""
    short = _data()["short"]
    capitals = _is_capitals(name)

    def full(found: re.Match[str]) -> str:
        text = str(short[found.group().upper()])
        return text.upper() if capitals and " " in name else text

    tidy = re.sub(r"\s*&\s*", "&", name if capitals else _JOINED.sub("&", name))
    return _short_forms(capitals).sub(full, tidy)


@cache
def _short_forms(capitals: bool) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(_data()["short"], key=len, reverse=True)))
    return re.compile(rf"(?<![\w&])(?:{forms})(?![\w&])", re.IGNORECASE if capitals else 0)


def _is_capitals(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return sum(char.isupper() for char in letters) > 0.8 * len(letters) if letters else False


def _cased(name: str) -> str:
    """Capitals → proper case: known phrases as spelled, names of places and firms syllable by syllable."""
    words = _dash_between().sub(" - ", name.lower()).split()
    common = {*_data()["territories"], *_data()["connectors"]}
    out: list[str] = []
    place = False  # whether the name of a place may stand here: "tỉnh Hà Tĩnh", not a phrase of the data file
    at = 0
    while at < len(words):
        bare = [word.strip(",;/-–()") for word in words[at : at + _longest()]]
        size = next((n for n in range(len(bare), 0, -1) if tuple(bare[:n]) in _phrases()), 0)
        if size and not (place and size == 1 and bare[0] not in common):
            spelled = _phrases()[tuple(bare[:size])]
            pairs = zip(words[at : at + size], spelled, strict=True)
            out.extend(word.replace(new.lower(), new, 1) for word, new in pairs)
            place = " ".join(spelled) in _data()["territories"]
            at += size
        else:
            out.append(_cased_word(words[at]))
            at += 1
    return out[0][:1].upper() + " ".join(out)[1:] if out else name


_CONSONANTS = r"(?:(?![aeiouyà-ďĒ-ỹ])[^\W\d_])+"
_INITIALS = re.compile(rf"(?!\w\b){_CONSONANTS}(?:[&-]{_CONSONANTS})*|i[ivx]|[ivx]{{3,}}")


def _cased_word(word: str) -> str:
    """A word of a name: what has no vowel, as no syllable has, stays in capitals: ĐBQH, CQ&DN, III."""
    bare = word.strip(",;/-–()")
    return word.upper() if _INITIALS.fullmatch(bare) else word[:1].upper() + word[1:]


@cache
def _dash_between() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)-(?={_head().pattern})", re.IGNORECASE)


@lru_cache(maxsize=4096)  # a line is asked about again and again
def find_agencies(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of agency names in running text, by letter case: `"Đại diện Sở Y tế cho rằng"` gives `Sở Y tế`.

    A name goes on over words that begin with a capital, the phrases and connectors of the data
    file between them, and territories; it ends before any other small word.
    """
    found: list[tuple[int, int]] = []
    for head in _strong_head().finditer(text):
        if not found or head.start() >= found[-1][1]:
            found.append((head.start(), _end_of_name(text, head.start())))
    return tuple(found)


_LONGEST_FIELD = 9  # words of what a body deals with, in small letters behind the first
_NAME_TOKEN = re.compile(r"[^\s,:;()“”\"./]+|[,:;()“”\"./]")


def _end_of_name(text: str, start: int) -> int:
    words = list(_NAME_TOKEN.finditer(text[start : start + 200]))
    territories, links = _data()["territories"], (*_data()["connectors"], ",", "-", "–")
    end, at, plain = start, 0, 0  # `plain`: unlisted words of the name behind the last listed one
    while at < len(words):
        bare = [word.group().lower() for word in words[at : at + _longest()]]
        size = next((n for n in range(len(bare), 0, -1) if tuple(bare[:n]) in _phrases()), 0)
        first = words[at].group()
        capital = first[0].isupper()
        if first.lower() in links:
            after = words[at + 1].group() if at + 1 < len(words) else ""
            if not _goes_on(text[start:end], first.lower(), after, text[start + words[at].end() :].lstrip()):
                break
            at += 1
            continue
        small = size > 1 and end > start and _phrases()[tuple(bare[:size])][0][0].islower()
        if not (capital or small or bare[0] in territories):
            head, _, _ = text[start:end].lower().rpartition(" ")
            behind = _in_small_letters(words, at) if plain == 1 and head in _data()["open_heads"] else at
            if behind == at:
                break
            at, plain = behind, 0
            end = start + words[at - 1].end()
            continue
        at += max(size, 1)
        plain = 0 if size else plain + 1
        end = start + words[at - 1].end()
    return end


def _in_small_letters(words: Sequence[re.Match[str]], at: int) -> int:
    """Where a name ends that no list has and that goes on in small letters at `at`: "Hội Bảo | vệ người tiêu
    dùng | đề nghị"; `at` where nothing says how far it goes."""
    data = _data()
    ends = {*data["territories"], *data["name_ends"]}
    small = takewhile(lambda word: word[0].islower() and word not in ends, (w.group() for w in words[at:]))
    taken = list(islice(small, _LONGEST_FIELD))
    while taken and taken[-1] in data["connectors"]:
        taken.pop()
    return at if len(taken) == _LONGEST_FIELD else at + len(taken)


def _goes_on(name: str, link: str, after: str, rest: str) -> bool:
    """Whether a name goes on behind "," or "và": a field of work follows, no other agency."""
    return (
        link in ("và", ",", "-", "–", "của")
        and after[:1].isupper()
        and not _strong_head().match(rest)
        and not (link == "," and " " not in name)
    )
