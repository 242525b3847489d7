"""Cases: a seed → one damaged file, what it was made from, and by which damages."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from drafter.errors import DrafterError
from tests.mutations import DRAFTS, SMALL, pair

from . import elements, lines, octets, parts
from .grounds import Grounds

ROOT = Path(__file__).parents[2]


class Kind(StrEnum):
    """What the file is to the program: that decides which commands meet it."""

    DRAFT = "draft"
    LETTER = "letter"
    TABLE = "table"
    STORE = "store"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Case:
    """A damaged file. `kept` are the numbers of its damages, which `case` takes as `keep`."""

    seed: int
    kind: Kind
    data: bytes
    source: Path
    damages: tuple[str, ...]
    kept: tuple[int, ...]

    @property
    def suffix(self) -> str:
        return self.source.suffix


# Kind → how often of all weights together it is tried.
_WEIGHTS = {Kind.DRAFT: 10, Kind.LETTER: 7, Kind.TABLE: 3, Kind.STORE: 2, Kind.SETTINGS: 1}
_PACKAGES = (".docx", ".xlsx", ".xlsm", ".docm", ".zip")
_Step = tuple[str, Callable[[bytes, random.Random], bytes]]


def case(seed: int, grounds: Grounds, keep: Collection[int] | None = None) -> Case:
    """The case of a seed; of its damages only those numbered in `keep`."""
    rnd = random.Random(seed)
    kind = rnd.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    source, data = _source(kind, grounds, rnd)
    done, kept = [], []
    for at in range(rnd.choice((1, 1, 2, 3, 5))):
        name, damage = _step(source.suffix, rnd)
        if keep is None or at in keep:  # each draws for itself, so that the others stay as they are
            data = damage(data, random.Random(f"{seed}/{at}"))
            done.append(name)
            kept.append(at)
    return Case(seed, kind, data, source, tuple(done), tuple(kept))


def _source(kind: Kind, grounds: Grounds, rnd: random.Random) -> tuple[Path, bytes]:
    match kind:
        case Kind.DRAFT if rnd.random() < 0.1:
            made = pair(rnd.randrange(10**6))
            return Path("pair.docx"), rnd.choice((made.old, made.new))
        case Kind.DRAFT:
            path = rnd.choice(DRAFTS if rnd.random() < 0.25 else SMALL)
        case Kind.LETTER:
            path = rnd.choice(
                _letters() if rnd.random() < 0.6 else grounds.forms if rnd.random() < 0.7 else SMALL
            )
        case Kind.TABLE:
            path = rnd.choice(grounds.tables)
        case Kind.STORE:
            path = rnd.choice(grounds.stored)
        case Kind.SETTINGS:
            path = grounds.settings
    return path, _bytes(path)


@cache
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


@cache
def _letters() -> tuple[Path, ...]:
    folders = (ROOT / "comments", ROOT / "tests/data/letters")
    found = (path for folder in folders for path in folder.iterdir())
    return tuple(sorted(path for path in found if path.name not in {"README.md", "expected.tsv"}))


def _step(suffix: str, rnd: random.Random) -> _Step:
    """One damage: structure mostly, bytes at times."""
    if suffix in _PACKAGES:
        draw = rnd.random()
        if draw < 0.12:
            return rnd.choice(
                [
                    (f"octets.{each.__name__}", each)
                    for each in (*octets.ALL, octets.directory, octets.directory)
                ]
            )
        if draw < 0.3:
            return rnd.choice([(f"parts.{each.__name__}", _of_parts(each)) for each in parts.ALL])
        return "elements", _of_parts(elements.damage)
    if suffix in {".md", ".txt", ".csv", ".toml", ".html", ".eml"} and rnd.random() < 0.8:
        return "lines", lines.damage
    return rnd.choice([(f"octets.{each.__name__}", each) for each in octets.ALL])


def _of_parts(damage: parts.Damage) -> Callable[[bytes, random.Random], bytes]:
    """A damage to parts as one to bytes; bytes that are no archive any more stay as they are."""

    def damaged(data: bytes, rnd: random.Random) -> bytes:
        try:
            held = parts.unpacked(data)
        except (*parts.BROKEN, DrafterError):
            return data
        damage(held, rnd)
        return parts.together(held)

    return damaged
