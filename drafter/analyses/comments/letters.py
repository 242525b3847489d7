"""Letters: a comment file → what each agency says in it, as atomic comments.

One file is one letter, but for minutes (several speakers) and tables with a column of agencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePosixPath

from drafter.errors import EmptyForm, NoComments
from drafter.language.file_senders import from_file_name
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Mail
from drafter.language.senders import is_agency, proper
from drafter.model import (
    NOTHING_DECLARED,
    Block,
    Channel,
    Comment,
    Declared,
    Draft,
    FrameKind,
    FramePiece,
    Grid,
    Letter,
    Notice,
    Rounds,
    Sheet,
)

from . import copies, headed, speakers, struck, tables
from .body import body_statements
from .boxes import open_boxes, options_apart
from .completing import completed
from .consents import consents
from .copy_letters import letters_of_copy, name_of
from .counting import unread_words, words_of
from .covering import apart
from .declared import as_declared, with_unmet, with_unnamed
from .ground import lines_of, spot
from .inner import sender_of, without_inner
from .keys import with_keys
from .letterhead import Head, letterhead
from .mail import sent_on
from .margins import hidden_margin, unseen, with_hidden
from .origins import origin
from .persons import convenor, persons
from .reading import comment_of, in_turn, letter_stance, numbered
from .recognised import unsure
from .returned_forms import ReturnedForm, returned_form
from .rows import row_voices
from .sent_letters import with_sent
from .signers import column_voice, signer, speaker
from .subjects import asked_in_subject, mail_subject
from .tables import Statement
from .turned import upright
from .unanswered import unanswered
from .withdrawals import ItemNumbers, with_withdrawn
from .worth import answerable
from .zones import cells_of, ending_zones, mail_zones, without

__all__ = ["letters"]


def letters(
    sheet: Sheet, rounds: Rounds | None = None, declared: Declared = NOTHING_DECLARED
) -> tuple[Letter, ...]:
    """The letters in `sheet`, each with its comments in the order of the file.

    `rounds` says which draft a letter is about; a Word copy of one of its drafts is compared with it.
    `declared` settles what the file does not say or says wrongly. Raises NoComments and what
    `origin` raises.
    """
    rounds = rounds or Rounds()
    form = returned_form(sheet, rounds)
    source = None if form else origin(sheet, rounds.drafts, named=declared.agency is not None)
    if source is not None or (form is None and copies.is_marked_copy(sheet)):
        made = letters_of_copy(sheet, source, declared)
    else:
        made = _of_letter(sheet, rounds, form.declared(declared) if form else declared, form)
    if not any(letter.comments for letter in made):
        raise EmptyForm(sheet.path) if form else NoComments(sheet.path)
    made = with_hidden(with_unnamed(with_unmet(made, declared), declared), unseen(sheet, made))
    return tuple(with_keys(unsure(letter, sheet), rounds) for letter in made)


def _of_letter(
    sheet: Sheet, rounds: Rounds, declared: Declared, form: ReturnedForm | None
) -> tuple[Letter, ...]:
    unread = unread_words(sheet)
    sheet = replace(
        sheet, parts=tuple(options_apart(apart(upright(struck.standing(sheet.parts)), sheet.covers)))
    )
    lines = lines_of(sheet.parts, sheet.unit)
    edge = [line.block for line in lines if line.block.edge]
    zones = {spot(block): FrameKind.LETTERHEAD for block in edge} | mail_zones(lines, covers=sheet.covers)
    edge = [block for block in edge if zones[spot(block)] is FrameKind.LETTERHEAD]
    front, rest = _front(without(sheet.parts, zones))
    alone = headed.floors([*front, *(part for part in rest if isinstance(part, Block))])
    above = list(takewhile(lambda block: spot(block) not in alone, front))
    head = letterhead([block.text for block in above], body=_whole(sheet.parts))
    if edge and not head.agency:
        printed = letterhead([block.text for block in edge])
        head = replace(head, agency=printed.agency, number=head.number or printed.number)
    dated = declared.date or head.date or sent_on([line.block.text for line in lines])
    numbered = declared.number or head.number
    head = replace(head, agency=declared.agency or head.agency, date=dated, number=numbered)
    zones.update((spot(block), kind) for block, kind in zip(front, head.kinds, strict=False))
    parts: list[Block | Grid] = [*front[len(head.kinds) :], *rest]
    agreed = consents(parts, sheet.unit)
    zones.update(ending_zones(parts, head.subject, but=agreed))
    entire, parts = parts, without(parts, zones)
    if head.minutes and not alone:
        alone = headed.floors([part for part in parts if isinstance(part, Block)], minutes=True)
    sender = sender_of(head, [block.text for block in front])
    alone = without_inner(alone, sender)
    minutes = bool(head.minutes or alone or speakers.is_minutes(parts, sender, agreed))
    silent = unanswered(entire, head.agency, alone, minutes=minutes, sender=sender)
    zones.update(silent.zones)
    parts = without(parts, silent.zones)
    mailed = any(lexicon(Mail).sender.pattern.match(line.block.text) for line in lines)
    passed_on = silent.several and mailed
    if silent.several:
        zones.update(open_boxes(parts))
        parts = without(parts, zones)
        blocks = [line.block for line in lines]
        opened = blocks if head.minutes else [part for part in parts if isinstance(part, Block)]
        above = list(takewhile(lambda block: not speakers.speaks(block), opened))
        known = persons(blocks, PurePosixPath(sheet.path).stem)
        chair = None if alone or mailed else convenor(above)
        head = replace(head, agency=head.agency or chair)
        issuer = _agency(head, sheet)
        statements, beside = speakers.statements(
            parts,
            sheet.unit,
            agreed,
            issuer=issuer,
            floors=alone,
            sender=sender,
            writer=mailed,
            people=known if head.minutes else None,
        )
    else:
        said = [part.text for part in parts if isinstance(part, Block)]
        told = speaker(said) or speakers.sole(parts) or column_voice(parts)
        head = replace(head, agency=head.agency or told)
        statements, beside = body_statements(parts, sheet.unit, head.subject)
    head = replace(head, agency=head.agency or (None if _filed(sheet) or passed_on else signer(lines, zones)))
    if form is not None:
        statements = form.settled(statements) or form.agreement()
        if not statements:
            raise EmptyForm(sheet.path)
    heads = [front[at] for at in head.subject_at if at < len(front)] or mail_subject(lines, zones)
    asked = asked_in_subject(heads, statements, sheet.unit, None if form else head.agency)
    if not (statements or asked or head.kinds):
        raise NoComments(sheet.path)
    kept = [*asked, *answerable(statements, _agency(head, sheet))]
    whole, frame = completed(
        lines, kept, {**struck.gone(lines), **beside, **zones}, subject=head.subject, path=sheet.path,
        voices=row_voices(sheet.parts),
    )  # fmt: skip
    whole, frame = as_declared(lines, whole, frame, declared, sheet.path)
    made = _letters(sheet, head, whole, (frame, unread), (rounds, declared, form))
    return with_hidden(silent.told(made), hidden_margin(sheet.manuscript))


def _front(parts: Sequence[Block | Grid]) -> tuple[list[Block], list[Block | Grid]]:
    """The lines from the top down to the first table of comments, and the parts from there on."""
    lines: list[Block] = []
    for place, part in enumerate(parts):
        if isinstance(part, Block):
            lines.append(part)
            continue
        form = tables.form_of(part)
        if form:
            lines.extend(cells_of(part.rows[: form.header]))
            return lines, list(parts[place:])
        if not part.layout and (len(lines) > 3 or any(is_agency(line.text) for line in lines)):
            return lines, list(parts[place:])
        lines.extend(cells_of(part.rows))
    return lines, []


def _whole(parts: Sequence[Block | Grid]) -> str:
    return "\n".join(
        part.text if isinstance(part, Block) else "\n".join(block.text for block in cells_of(part.rows))
        for part in parts
    )


def _agency(head: Head, sheet: Sheet) -> str:
    """Who wrote: the letterhead, the file's properties, its name."""
    return head.agency or _filed(sheet) or PurePosixPath(sheet.path).stem


def _filed(sheet: Sheet) -> str | None:
    """Who wrote by the properties of the file, else by its name, where these name an agency."""
    if sheet.issuer and is_agency(sheet.issuer):
        return proper(sheet.issuer)
    return from_file_name(PurePosixPath(sheet.path).stem)


def _letters(
    sheet: Sheet,
    head: Head,
    statements: Sequence[Statement],
    rest: tuple[tuple[FramePiece, ...], int],
    known: tuple[Rounds, Declared, ReturnedForm | None],
) -> tuple[Letter, ...]:
    """Comments by agency, in the order in which the agencies first speak; ids in the order of the file."""
    issuer = _agency(head, sheet)
    rounds, declared, form = known
    draft, assumed = _about(sheet, head, rounds, declared)
    told = (*assumed, *form.notices()) if form else assumed
    ids = numbered(sheet.path)
    comments: dict[str, list[Comment]] = {}
    items: dict[str, int] = {}
    printed = ItemNumbers()
    for statement in statements:
        body, start, end = statement.body, statement.start, statement.end
        agency = statement.agency or issuer
        comment = comment_of(
            id=next(ids),
            agency=agency,
            dated=head.date,
            draft=draft.path if draft else None,
            path=sheet.path,
            position=body.position(start, end),
            text=statement.words,
            cited=statement.cited,
            proposal=statement.proposal,
            reason=statement.reason,
            emphasis=statement.emphasis,
            struck=(*struck.deleted(body, start, end), *statement.deleted),
            anchor=form.anchor(statement) if form else None,
        )
        comments.setdefault(agency, []).append(statement.marked(comment))
        if (item := printed.at(body, start)) is not None:
            items[comment.id] = item
    single = len(comments) == 1 and issuer in comments
    frame, unread = rest
    places = (place for said in comments.values() for c in said for place in c.places)
    words = words_of(sheet, places, frame, unread)
    channel = Channel.MINUTES if head.minutes else Channel.LETTER if single else Channel.SHARED
    made = tuple(
        Letter(
            path=sheet.path,
            agency=agency,
            number=head.number if single else None,
            date=head.date,
            stance=letter_stance(said),
            comments=in_turn(said),
            draft_number=declared.draft.number if declared.draft else head.draft_number,
            channel=channel,
            minutes=head.number if head.minutes else None,
        )
        for agency, said in comments.items()
    )
    if not made:
        return ()
    made = with_sent(made, sheet.parts) if channel is Channel.SHARED else made
    made = (replace(made[0], frame=frame, words=words, notices=told), *made[1:])
    return tuple(with_withdrawn(letter, items) for letter in made)


def _about(
    sheet: Sheet, head: Head, rounds: Rounds, declared: Declared
) -> tuple[Draft | None, tuple[Notice, ...]]:
    """The draft that a letter is about, and that it was assumed where the letter does not tell."""
    draft = declared.draft or rounds.told(head.draft_number, head.date)
    if draft is not None or len(rounds.drafts) < 2 or rounds.assumed is None:
        return draft or rounds.assumed, ()
    return rounds.assumed, (Notice("assumed-draft", sheet.path, name_of(rounds.assumed)),)
