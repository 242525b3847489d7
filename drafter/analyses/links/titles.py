"""Parts of a draft called by words of their heading: "phần nguồn nhân lực", "điều về cấp số văn bản"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.lexicon import cue
from drafter.language.words import words
from drafter.model import Clause, Kind

_FEWEST = 3  # words of a heading that name its part
_FEWEST_LOOSE = 4  # … where the word before says little: "quy định về …"
_KINDS = {
    "điều": {Kind.ARTICLE},
    "chương": {Kind.CHAPTER},
    "mục": {Kind.SECTION, Kind.SUBSECTION, Kind.PARAGRAPH},
}


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a clause as words with single spaces around each; `depth` 1 for the outermost."""

    id: str
    kind: Kind
    depth: int
    words: str


def title(clause: Clause, heading: str, depth: int) -> Title:
    """The title of a clause from its heading as compared (`folded`)."""
    return Title(clause.id, clause.kind, depth, f" {' '.join(words(heading))} ")


class Titles:
    """The titles of a draft. `whole` holds them all: a run that is not in it is in none."""

    def __init__(self, titles: Sequence[Title]) -> None:
        self.titles = tuple(titles)
        self.whole = "".join(one.words for one in titles)


def titled(text: str, titles: Titles) -> Iterator[tuple[str, str]]:
    """(clause id, the words that name it) for each part that `text` (as compared) calls by its heading.

    Longer runs of words are tried first; of several headings that hold them the one they are, that
    begins with them, or that stands furthest out is meant; none, if that leaves several.
    """
    for match in cue("scopes", "titled").finditer(text):
        lead, said = match["lead"], words(match["title"])
        fewest = _FEWEST_LOOSE if match["loose"] or match["opening"] else _FEWEST
        for size in range(len(said), fewest - 1, -1):
            run = " ".join(said[:size])
            if f" {run} " not in titles.whole:
                continue
            named = [one for one in titles.titles if f" {run} " in one.words]
            if named:
                one = _meant(named, f" {run} ", lead)
                if one is not None:
                    yield one.id, f"{lead} {run}"
                break


def _meant(named: Sequence[Title], run: str, lead: str) -> Title | None:
    kinds = _KINDS.get(lead, set(Kind))
    tiers = (
        [one for one in named if one.kind in kinds and one.words == run],
        [one for one in named if one.kind in kinds and one.words.startswith(run)],
        [one for one in named if one.kind in kinds],
        named,
    )
    among = next(tier for tier in tiers if tier)
    top = min(one.depth for one in among)
    outermost = [one for one in among if one.depth == top]
    return outermost[0] if len(outermost) == 1 else None
