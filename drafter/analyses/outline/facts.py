"""Facts of the front: title, kind, number of the draft, date, issuing body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Frontmatter
from drafter.language.normal import folded
from drafter.language.numerals import spoken
from drafter.language.printed_dates import dates_letter, find_named_day, letter_date

from .lines import DraftBlock, DraftLine, DraftTable
from .numbering import shouted
from .zones import Zone, ornament

_DRAFT = re.compile(
    r"dự thảo\s*(?:văn bản\s*)?(?:\(?\s*lần\b)?\s*(?:thứ\b)?\s*[:.\-–]?\s*"
    r"(?P<number>[^\W_]+(?:\s+[^\W\d_]+){0,2})"
)
_SIDES = re.compile(r"[\n\t]+")


@dataclass(frozen=True, slots=True)
class Facts:
    title: str
    kind: str | None
    number: int | None
    date: date | None
    issuer: str | None


def read_facts(blocks: Sequence[DraftBlock], zones: Sequence[Zone]) -> Facts:
    """What the front of the text says of it. Only the first front counts, not that of attached texts."""
    front: list[DraftBlock] = []
    for block, zone in zip(blocks, zones, strict=True):
        if zone not in (Zone.FRONT, Zone.TITLE):
            break
        front.append(block)
    titles = [
        block.text for block, zone in zip(front, zones, strict=False)
        if zone is Zone.TITLE and isinstance(block, DraftLine)
    ]  # fmt: skip
    lines = [line for block in front for line in _texts(block)]
    return Facts(
        title=" ".join(" ".join(titles).split()),
        kind=_kind(titles[0]) if titles else None,
        number=draft_number(lines),
        date=_date(lines),
        issuer=_issuer(_until_title(front, zones)),
    )


def _until_title(front: Sequence[DraftBlock], zones: Sequence[Zone]) -> list[DraftBlock]:
    """The letterhead: what stands above the title."""
    pairs = zip(front, zones, strict=False)
    return [block for block, _ in takewhile(lambda pair: pair[1] is not Zone.TITLE, pairs)]


def _texts(block: DraftBlock) -> list[str]:
    """The lines of a block, those of its text boxes too; a tab divides the two sides of a letterhead."""
    if isinstance(block, DraftLine):
        texts = [block.text, *(note.text for note in block.notes)]
    else:
        texts = [block.text, *(note.text for paragraph in block.paragraphs for note in paragraph.notes)]
    return [piece.strip() for text in texts for piece in _SIDES.split(text) if piece.strip()]


def _kind(title: str) -> str | None:
    """`"KẾ HOẠCH HÀNH ĐỘNG"` is `"Kế hoạch hành động"`; the longest kind that the line begins with."""
    words = folded(title).rstrip(" *(:").split()
    for count in range(min(4, len(words)), 0, -1):
        name = " ".join(words[:count])
        if name in lexicon(Frontmatter).kinds:
            return name.capitalize()
    return None


def draft_number(lines: Sequence[str]) -> int | None:
    """N of `"Dự thảo lần N"`, in figures or words; `"Dự thảo ngày 15/3"` has none."""
    for line in lines:
        plain = folded(line)
        found = _DRAFT.search(plain)
        if found is None or not plain.lstrip("( ").startswith(lexicon(Frontmatter).draft):
            continue
        if plain[found.start("number") :][: len(found["number"]) + 1].endswith("/"):
            continue
        words = found["number"].split()
        for count in range(len(words), 0, -1):
            number = spoken(" ".join(words[:count]))
            if number is not None and number < 100:
                return number
    return None


def _date(lines: Sequence[str]) -> date | None:
    """The date under the letterhead; else that of the draft. None where the day is left blank."""
    plain = [folded(line) for line in lines]
    dated = [line for line in plain if dates_letter(line)]
    if dated:
        return letter_date(dated[0])
    drafts = (line for line in plain if line.lstrip("( ").startswith(lexicon(Frontmatter).draft))
    return next(filter(None, map(find_named_day, drafts)), None)


def _issuer(front: Sequence[DraftBlock]) -> str | None:
    """The body that issues: the lowest one on the left of the letterhead, with its place on the next line."""
    known = lexicon(Frontmatter)
    lines: list[str] = []
    for text in _left_side(front):
        plain = folded(text)
        if ornament(text) or plain.startswith(known.letterhead) or plain.startswith(known.draft):
            if lines:
                break
            continue
        lines.append(" ".join(text.split()))
    bodies: list[str] = []
    for text in lines:
        plain = folded(text)
        place = plain.startswith(known.places) and not plain.startswith(known.not_places)
        if bodies and place and not plain.startswith("đảng bộ"):
            bodies[-1] = f"{bodies[-1]} {text}"
        else:
            bodies.append(text)
    if len(bodies) > 1 and folded(bodies[-1]) in known.offices:
        return f"{bodies[-1]} {bodies[-2]}"
    return bodies[-1] if bodies else None


def _left_side(front: Sequence[DraftBlock]) -> list[str]:
    """Texts of the first column of the letterhead's table; without a table, capitals above the title."""
    for block in front:
        if isinstance(block, DraftTable):
            return _first_column(block)
    lines = [block.text for block in front if isinstance(block, DraftLine) and block.text]
    return [_SIDES.split(text)[0].strip() for text in lines if shouted(text)][:4]


def _first_column(table: DraftTable) -> list[str]:
    cells = ((paragraph.cell, paragraph.text) for paragraph in table.paragraphs)
    texts = (text for cell, text in cells if cell and cell.column == 0)
    return [line.strip() for text in texts for line in text.split("\n") if line.strip()]
