"""Joint: the agencies of a name that several write under.

"Sở Tài chính - Sở Tư pháp", "Liên sở: Tài chính - Tư pháp", "HĐND - UBND xã Tân Sơn" → two each
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from .lexicon import lexicon
from .lexicons import Joint
from .normal import folded
from .senders import agency_key, find_agencies, is_agency, proper

_LISTED = re.compile(r"\s*[/;+\n]\s*")
_LONGEST = 600  # characters of the names of several
_DASH = re.compile(r"\s+[-–—]\s+|(?<=\w)[-–—]\s*(?=[A-ZĐÀ-Ỹ])")
_COMMA = re.compile(r"\s*,\s*|\s+và\s+", re.IGNORECASE)
_GAP = re.compile(r"\s*[-–—,;/+&]\s*|\s+(?:và|cùng(?: với)?)\s+", re.IGNORECASE)
_LEVEL = r"(?<!\w)(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?!\w)"


def untied(line: str) -> str:
    """A name without the colon behind the word for several: `"Liên sở: Tài chính - Tư pháp"`."""
    found = lexicon(Joint).told.pattern.match(line)
    return f"{found.group().rstrip(' :')} {line[found.end() :]}".strip() if found else line


@lru_cache(maxsize=4096)
def jointly(name: str) -> tuple[str, ...]:
    """Each of the agencies of `name`, in its order; () for one agency, whatever its name is joined of."""
    if len(name) > _LONGEST:  # no name
        return ()
    words = lexicon(Joint)
    name = proper(_LISTED.sub("; ", name))
    found = words.told.pattern.search(name)
    bare = f"{name[: found.start()]} {name[found.end() :]}".strip(" :") if found else name
    parts = _parts(_kept_whole(bare), told=found is not None)
    if found and not all(map(is_agency, parts)):
        head = next((h for said, h in words.heads.items() if folded(found.group()).startswith(said)), "")
        parts = [part if is_agency(part) else f"{head} {part}" for part in parts]
    if len(parts) < 2 or not all(map(is_agency, parts)):
        return ()
    return _of_one_place([proper(part) for part in parts])


def stacked(above: str, name: str) -> str | None:
    """The joint name of two that stand one below the other in a letterhead; None where the upper one is the
    body that the other belongs to, as it mostly is."""
    words = lexicon(Joint)
    if words.told.pattern.fullmatch(name):
        return f"{name} {above}"
    if words.told.pattern.match(above) or (
        words.peers.pattern.match(above) and words.peers.pattern.match(name)
    ):
        return f"{above} - {name}"
    return None


def listed(lines: Sequence[str]) -> str:
    """The name that the lines of a cell make: that of one agency, set in several lines, or a joint one."""
    joined = " - ".join(lines)
    bodies = lexicon(Joint).bodies.pattern
    apart = all(map(is_agency, lines)) and not bodies.match(proper(lines[0])) if lines else False
    return joined if apart and jointly(joined) else "\n".join(lines)


def together(name: str, asked: Iterable[str] = ()) -> tuple[str, ...]:
    """The agencies that speak in `name`: those of a joint name, else the one; also where it is one of those
    `asked`, who know what is one agency."""
    several = jointly(name)
    listed = several and agency_key(name) in map(agency_key, asked)
    return several if several and not listed else (name,)


def first_named(text: str, named: Sequence[tuple[int, int]] | None = None) -> tuple[int, int] | None:
    """The span of the first agency of a text, with those that speak together with it: `"Sở Tài chính và Sở Tư
    pháp đề nghị …"`. `named`: the agencies found in it."""
    spans = find_agencies(text) if named is None else named
    if not spans:
        return None
    start, end = spans[0]
    for following in spans[1:]:
        if not _GAP.fullmatch(text, end, following[0]) or not jointly(text[start : following[1]]):
            break
        end = following[1]
    return start, end


def names_alone(text: str) -> bool:
    """Whether a text is the name of an agency, or a joint one, and nothing else."""
    return bool(text) and first_named(text) == (0, len(text))


def _parts(name: str, *, told: bool) -> list[str]:
    """The parts of a name that signs or words join. What is listed with commas must name each agency in full,
    unless it is said that they are several."""
    listed = [part for part in _LISTED.split(name) if part]
    parts = [part for each in listed for part in _dashed(each, told=told)]
    parts = [part for each in parts for part in _enumerated(each)]
    if told and len(parts) == 1:
        parts = _COMMA.split(name)
    return [
        part.replace("\0", " - ").replace("\1", ", ").replace("\2", " và ").strip(" -–—,;:") for part in parts
    ]


def _dashed(name: str, *, told: bool) -> list[str]:
    """One name where a part of the other stands beside a dash: `"Ngân hàng Nhà nước - Chi nhánh tỉnh"`."""
    parts = [part for part in _DASH.split(name) if part.strip()]
    if told:
        return parts
    part_of = lexicon(Joint).part_of.pattern
    heads = {folded(part.split()[0]) for part in parts}
    below = len(heads) > 1 and any(part_of.match(part) for part in parts)
    return [name] if below or not all(map(is_agency, parts)) else parts


def _enumerated(name: str) -> list[str]:
    """Split where another name begins: not in "Sở Văn hóa, Thể thao và Du lịch", nor in the name of an office
    that serves several bodies."""
    words = lexicon(Joint)
    parts = [name]
    at = 0
    for sign in _COMMA.finditer(name):
        behind = name[sign.end() :]
        serves = words.serves.pattern.match(name[at:]) and words.bodies.pattern.match(behind)
        if find_agencies(behind)[:1] and find_agencies(behind)[0][0] == 0 and not serves:
            parts[-1:] = [name[at : sign.start()], behind]
            at = sign.end()
    return parts


def _kept_whole(name: str) -> str:
    """`name` with signs of its own in place of those inside the name of one agency."""
    hide = {"-": "\0", "–": "\0", "—": "\0", ",": "\1", "và": "\2"}
    return _whole().sub(
        lambda found: re.sub(
            r"\s*[-–—,]\s*|\s+và\s+",
            lambda sign: hide[sign.group().strip().lower()],
            found.group(),
            flags=re.I,
        ),
        name,
    )


@cache
def _whole() -> re.Pattern[str]:
    """The names that hold a dash or comma and are one agency's."""
    data = lexicon("senders")
    names = {
        each
        for each in (*data["short"].values(), *data["provinces"], *data["offices"])
        if re.search(r"[-,]", each)
    }
    listed = [
        re.sub(r"(?:\\ )*(\\-|,)(?:\\ )*", r"\\s*[-–—,]\\s*", re.escape(each))
        for each in sorted(names, key=len)
    ]
    return re.compile("|".join(reversed(listed)), re.IGNORECASE)


def _of_one_place(names: list[str]) -> tuple[str, ...]:
    """The place behind the last name is that of those before it which have none: `"HĐND - UBND xã A"`."""
    found = re.search(rf"{_LEVEL}.*$", names[-1])
    levelled = lexicon(Joint).levelled.pattern
    if found and all(map(levelled.match, names)):
        names = [each if re.search(_LEVEL, each) else f"{each} {found.group()}" for each in names]
    return tuple(names)
