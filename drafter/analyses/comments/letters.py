"""Letters: a comment file → what each agency says in it, as atomic comments.

One file is one letter, but for minutes (several speakers) and tables with a column of agencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from drafter.errors import NoComments
from drafter.language.senders import from_file_name, is_agency, proper
from drafter.model import Block, Comment, Draft, Grid, Letter, Rounds, Sheet, Stance

from . import copies, speakers, tables
from .items import agreement, is_remainder, pieces
from .keys import with_keys
from .letterhead import Head, letterhead
from .passage import Passage
from .reading import comment_of, in_turn, numbered, stance_of
from .tables import Statement

__all__ = ["letters"]


def letters(sheet: Sheet, rounds: Rounds | None = None) -> tuple[Letter, ...]:
    """The letters in `sheet`, each with its comments in the order of the file.

    `rounds` says which draft a letter is about; a Word copy of one of its drafts is compared with it. Raises
    NoComments.
    """
    rounds = rounds or Rounds()
    draft = copies.copied(sheet, rounds.drafts)
    if draft is not None or copies.is_marked_copy(sheet):
        made = _of_copy(sheet, draft)
    else:
        made = _of_letter(sheet, rounds)
    if not any(letter.comments for letter in made):
        raise NoComments(sheet.path)
    return tuple(with_keys(letter, rounds) for letter in made)


def _of_letter(sheet: Sheet, rounds: Rounds) -> tuple[Letter, ...]:
    front, rest = _front(sheet.parts)
    head = letterhead([block.text for block in front], body=_whole(sheet.parts))
    parts: list[Block | Grid] = [*front[head.size :], *rest]
    if head.minutes or speakers.is_minutes(parts):
        head = replace(head, agency=head.agency or speakers.convenor(parts))
        statements = speakers.statements(parts, sheet.unit, issuer=_agency(head, sheet))
    else:
        statements = _statements(parts, sheet.unit, head.subject)
    return _letters(sheet, head, statements, rounds)


def _front(parts: Sequence[Block | Grid]) -> tuple[list[Block], list[Block | Grid]]:
    """The lines from the top down to the first table of comments, and the parts from there on."""
    lines: list[Block] = []
    for place, part in enumerate(parts):
        if isinstance(part, Block):
            lines.append(part)
            continue
        form = tables.form_of(part)
        if form:
            lines.extend(_cells(part.rows[: form.header]))
            return lines, list(parts[place:])
        if not part.layout and len(lines) > 3:
            return lines, list(parts[place:])
        lines.extend(_cells(part.rows))
    return lines, []


def _cells(rows: Sequence[Sequence[tuple[Block, ...]]]) -> list[Block]:
    """The lines of cells in reading order, a merged cell once."""
    seen: dict[tuple[Block, ...], None] = {}
    for row in rows:
        seen.update(dict.fromkeys(cell for cell in row if cell))
    return [block for cell in seen for block in cell]


def _whole(parts: Sequence[Block | Grid]) -> str:
    return "\n".join(
        part.text if isinstance(part, Block) else "\n".join(block.text for block in _cells(part.rows))
        for part in parts
    )


def _statements(parts: Sequence[Block | Grid], unit: str, subject: str) -> list[Statement]:
    """The comments of prose and tables in order; of prose beside tables only what is itemised or asks."""
    found: list[Statement] = []
    run: list[Block] = []
    for part in [*parts, Grid(())]:
        if isinstance(part, Block):
            run.append(part)
            continue
        form = tables.form_of(part)
        if part.layout and not form:
            run.extend(_cells(part.rows))
            continue
        if run:
            body = Passage(tuple(run), unit)
            found.extend(
                Statement(body, piece.start, piece.end, piece.cited) for piece in pieces(body, subject)
            )
            run = []
        found.extend(_of_grid(part, unit))
    return found or _agreements(parts, unit)


def _of_grid(grid: Grid, unit: str) -> list[Statement]:
    """The comments of one table or sheet; where the lines above its header name an agency, it speaks."""
    form = tables.form_of(grid)
    if form is None:
        return tables.plain(grid, unit)
    above = letterhead([block.text for block in _cells(grid.rows[: form.header])])
    return [
        replace(one, agency=one.agency or above.agency if grid.name else one.agency)
        for one in tables.statements(grid, form, unit)
    ]


def _agreements(parts: Sequence[Block | Grid], unit: str) -> list[Statement]:
    """The one comment of a letter that only agrees."""
    lines = [block for part in parts for block in ([part] if isinstance(part, Block) else _cells(part.rows))]
    if not lines:
        return []
    body = Passage(tuple(lines), unit)
    piece = agreement(body)
    return [Statement(body, piece.start, piece.end)] if piece else []


def _agency(head: Head, sheet: Sheet) -> str:
    """Who wrote: the letterhead, the file's properties, its name."""
    if head.agency:
        return head.agency
    if sheet.issuer and is_agency(sheet.issuer):
        return proper(sheet.issuer)
    stem = PurePosixPath(sheet.path).stem
    return from_file_name(stem) or stem


def _letters(sheet: Sheet, head: Head, statements: Sequence[Statement], rounds: Rounds) -> tuple[Letter, ...]:
    """Comments by agency, in the order in which the agencies first speak; ids in the order of the file."""
    issuer = _agency(head, sheet)
    draft = rounds.about(head.draft_number, head.date)
    by_agency: dict[str, list[Statement]] = {}
    for statement in statements:
        by_agency.setdefault(statement.agency or issuer, []).append(statement)
    kept = {id(statement) for said in by_agency.values() for statement in _answerable(said)}
    ids = numbered(sheet.path)
    comments: dict[str, list[Comment]] = {}
    for statement in statements:
        if id(statement) not in kept:
            continue
        agency = statement.agency or issuer
        comment = comment_of(
            id=next(ids),
            agency=agency,
            dated=head.date,
            draft=draft.path if draft else None,
            path=sheet.path,
            position=statement.body.position(statement.start, statement.end),
            text=statement.body.printed(statement.start, statement.end),
            cited=statement.cited,
            proposal=statement.proposal,
            reason=statement.reason,
            emphasis=statement.body.emphasis(statement.start, statement.end),
        )
        comments.setdefault(agency, []).append(comment)
    single = len(comments) == 1 and issuer in comments
    return tuple(
        Letter(
            path=sheet.path,
            agency=agency,
            number=head.number if single else None,
            date=head.date,
            stance=letter_stance(said),
            comments=in_turn(said),
            draft_number=head.draft_number,
        )
        for agency, said in comments.items()
    )


def _answerable(said: Sequence[Statement]) -> list[Statement]:
    """Without "the rest is fine" beside other comments; several agreements alone count as the first."""
    stances = [stance_of(r.body.printed(r.start, r.end), r.proposal) for r in said]
    if all(stance is Stance.AGREEMENT for stance in stances):
        return list(said[:1])
    return [r for r in said if not is_remainder(r.body.norm.text[r.start : r.end])]


def letter_stance(comments: Sequence[Comment]) -> Stance:
    """Agreement where nothing else is said, remark where nothing is asked for, else request."""
    stances = {comment.stance for comment in comments}
    if stances <= {Stance.AGREEMENT}:
        return Stance.AGREEMENT
    return Stance.REMARK if stances <= {Stance.AGREEMENT, Stance.REMARK} else Stance.REQUEST


def reviewer(sheet: Sheet) -> str:
    """Whose copy of a draft it is; the file's name as it is where no agency is named anywhere."""
    return _named(sheet) or PurePosixPath(sheet.path).stem


def _named(sheet: Sheet) -> str | None:
    issuer = proper(sheet.issuer) if sheet.issuer and is_agency(sheet.issuer) else None
    return copies.author_of(sheet) or issuer or from_file_name(PurePosixPath(sheet.path).stem)


def _of_copy(sheet: Sheet, draft: Draft | None) -> tuple[Letter, ...]:
    stem = PurePosixPath(sheet.path).stem
    named = _named(sheet)
    made = copies.comments_of(sheet, draft, agency=named)
    by_agency: dict[str, list[Comment]] = {}
    for comment in made:
        by_agency.setdefault(comment.agency or stem, []).append(
            replace(comment, agency=comment.agency or stem)
        )
    return tuple(
        Letter(
            path=sheet.path,
            agency=agency,
            number=None,
            date=max((c.date for c in said if c.date), default=None),
            stance=letter_stance(said),
            comments=in_turn([replace(c, draft=draft.path if draft else None) for c in said]),
            draft_number=draft.number if draft else None,
        )
        for agency, said in by_agency.items()
    )
