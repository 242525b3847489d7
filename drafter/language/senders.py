"""Senders: recognising the names of agencies by what such names begin with, and spelling them properly.

    "SỞ GIÁO DỤC VÀ ĐÀO TẠO" → "Sở Giáo dục và Đào tạo"; "UBND TP An Sơn" → "Ủy ban nhân dân thành phố An Sơn"

The words are in `data/senders.toml`. Spelling follows Nghị định 30/2020/NĐ-CP, Phụ lục II: the
first letter of each word or phrase that says kind, function or field of work is a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from .lexicon import cue, lexicon
from .normal import decoded, folded, unaccented

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
    return words in {folded(bare) for bare in _data()["bare"]} or words.endswith((" và", " -", ",", "&"))


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
    name = expand(" ".join(decoded(name).strip(" \t*_:;.,-–").split()))
    if not _is_capitals(name):
        return name[:1].upper() + name[1:]
    for printed in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", body, re.IGNORECASE):
        if printed.group()[0].isupper() and not _is_capitals(printed.group()):
            return printed.group()
    return _cased(name)


@lru_cache(maxsize=4096)
def agency_key(name: str) -> str:
    """One key for every spelling of an agency: `"UBND TP An Sơn"` is `"Ủy ban nhân dân thành phố An Sơn"`."""
    return folded(proper(name))


@lru_cache(maxsize=4096)
def expand(name: str) -> str:
    """Short forms in full: `"Sở TT&TT"` → `"Sở Thông tin và Truyền thông"`."""
    short = _data()["short"]
    capitals = _is_capitals(name)
    pattern = "|".join(map(re.escape, sorted(short, key=len, reverse=True)))

    def full(found: re.Match[str]) -> str:
        text = str(short[found.group().upper()])
        return text.upper() if capitals and " " in name else text

    tidy = re.sub(r"\s*&\s*", "&", name if capitals else _JOINED.sub("&", name))
    return re.sub(rf"(?<![\w&])(?:{pattern})(?![\w&])", full, tidy, flags=re.IGNORECASE if capitals else 0)


def _is_capitals(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return sum(char.isupper() for char in letters) > 0.8 * len(letters) if letters else False


def _cased(name: str) -> str:
    """Capitals → proper case: known phrases as spelled, names of places and firms syllable by syllable."""
    words = re.sub(rf"(?<=\w)-(?={_head().pattern})", " - ", name.lower(), flags=re.IGNORECASE).split()
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
            out.append(words[at][:1].upper() + words[at][1:])
            at += 1
    return out[0][:1].upper() + " ".join(out)[1:] if out else name


def find_agencies(text: str) -> list[tuple[int, int]]:
    """Spans of agency names in running text, by letter case: `"Đại diện Sở Y tế cho rằng"` gives `Sở Y tế`.

    A name goes on over words that begin with a capital, the phrases and connectors of the data
    file between them, and territories; it ends before any other small word.
    """
    found: list[tuple[int, int]] = []
    for head in _strong_head().finditer(text):
        if not found or head.start() >= found[-1][1]:
            found.append((head.start(), _end_of_name(text, head.start())))
    return found


_NAME_TOKEN = re.compile(r"[^\s,:;()“”\"./]+|[,:;()“”\"./]")


def _end_of_name(text: str, start: int) -> int:
    words = list(_NAME_TOKEN.finditer(text[start : start + 200]))
    territories = _data()["territories"]
    end, at = start, 0
    while at < len(words):
        bare = [word.group().lower() for word in words[at : at + _longest()]]
        size = next((n for n in range(len(bare), 0, -1) if tuple(bare[:n]) in _phrases()), 0)
        first = words[at].group()
        capital = first[0].isupper()
        if first.lower() in (*_data()["connectors"], ",", "-", "–"):
            after = words[at + 1].group() if at + 1 < len(words) else ""
            if not _goes_on(text[start:end], first.lower(), after, text[start + words[at].end() :].lstrip()):
                break
            at += 1
            continue
        small = size > 1 and end > start and _phrases()[tuple(bare[:size])][0][0].islower()
        if not (capital or small or bare[0] in territories):
            break
        at += max(size, 1)
        end = start + words[at - 1].end()
    return end


def _goes_on(name: str, link: str, after: str, rest: str) -> bool:
    """Whether a name goes on behind "," or "và": a field of work follows, no other agency."""
    return (
        link in ("và", ",", "-", "–", "của")
        and after[:1].isupper()
        and not _strong_head().match(rest)
        and not (link == "," and " " not in name)
    )


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
