"""Origins: which of the drafts a Word file is a copy of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from drafter.analyses.outline.facts import draft_number
from drafter.analyses.rounds import number_in_name
from drafter.errors import CopyOnPaper, LaterDraft
from drafter.language.senders import TOP
from drafter.model import Block, Draft, Manuscript, Sheet

from .edits import plain
from .lines import around, likeness, share_of

_COPY = 0.5  # share of the draft's lines that a copy of it keeps
_PART = 0.7  # share of the file's lines that are the draft's, where the file holds a part of it only


@dataclass(frozen=True, slots=True)
class Origin:
    """The draft that a file is a copy of; `tied`: drafts that it is as much a copy of, that draft too."""

    draft: Draft
    tied: tuple[Draft, ...] = ()


def origin(sheet: Sheet, drafts: Sequence[Draft], *, named: bool = False) -> Origin | None:
    """The draft that a Word file is a copy of; None where it is a copy of none.

    Of the drafts whose lines it holds, the one whose number its page bears, then its file name; else the
    likest. The letterhead decides between drafts that are equally like, then the order: the newest. Raises
    CopyOnPaper for what is a copy as print alone, LaterDraft for what is a draft itself, unless it is `named`
    whose copy it is.
    """
    if sheet.manuscript is None:
        _check_print(sheet, drafts)
        return None
    lines = _lines(sheet.manuscript)
    alike = {place: score for place, draft in enumerate(drafts) if (score := _alike(lines, draft))}
    if not alike:
        return None
    if not named:
        _check_number(sheet.manuscript, drafts, sheet.path)
    for number in (_on_the_page(sheet.manuscript), number_in_name(PurePosixPath(sheet.path).stem)):
        said = [drafts[place] for place in alike if number is not None and drafts[place].number == number]
        if len(said) == 1:
            return Origin(said[0])
    printed = {plain(line) for line in lines}
    scored = {place: (score, _framed(printed, drafts[place])) for place, score in alike.items()}
    best = max(scored.values())
    tied = [drafts[place] for place, score in sorted(scored.items()) if score == best]
    return Origin(tied[-1], tuple(tied) if len(tied) > 1 else ())


def _check_number(manuscript: Manuscript, drafts: Sequence[Draft], shown: str) -> None:
    """Raises LaterDraft where the page bears a number later than that of every draft and nobody marked
    anything in it: a draft that lies in the wrong place."""
    number = _on_the_page(manuscript)
    known = [draft.number for draft in drafts if draft.number is not None]
    marked = manuscript.annotations or manuscript.revisions
    if number is not None and known and number > max(known) and not marked:
        raise LaterDraft(shown, number=number)


def _check_print(sheet: Sheet, drafts: Sequence[Draft]) -> None:
    """Raises CopyOnPaper where pages hold most of a draft: what is written on them is not told for sure."""
    if sheet.unit != "paragraph":
        return
    lines = [part.text for part in sheet.parts if isinstance(part, Block) and not part.edge]
    likest = max(drafts, key=lambda draft: likeness(lines, draft), default=None)
    if likest is not None and likeness(lines, likest) >= _COPY:
        raise CopyOnPaper(sheet.path, draft=PurePosixPath(likest.path).name)


def _lines(manuscript: Manuscript) -> list[str]:
    return [line for p in manuscript.paragraphs for line in p.text.split("\n") if line.strip()]


def _alike(lines: Sequence[str], draft: Draft) -> float:
    """How much of a copy of the draft the lines are; 0 where they are none."""
    score = likeness(lines, draft)
    return score if score >= _COPY or (score and share_of(lines, draft) >= _PART) else 0.0


def _framed(printed: set[str], draft: Draft) -> int:
    """How many lines of the draft's letterhead and title the file has."""
    return len(around(draft).front & printed)


def _on_the_page(manuscript: Manuscript) -> int | None:
    top = manuscript.paragraphs[:TOP]
    texts = (text for p in top for text in (p.text, *(note.text for note in p.notes)))
    return draft_number([line.strip() for text in texts for line in text.replace("\t", "\n").split("\n")])
