"""`drafter table -o FILE.json`: the comment-disposition table."""

from __future__ import annotations

import datetime

from msgspec import UNSET, UnsetType

from drafter.model import Answer, Channel, Disposition, LetterMark, Respondent, Row, Scope, Table, Verdict
from drafter.record import SEAL
from drafter.wording.answers import places_words, response_words, told_words
from drafter.writers.json.comments import WordCountJson
from drafter.writers.json.decisions import DecisionJson, decision
from drafter.writers.json.encoding import JsonObject, like


class SettledJson(JsonObject, frozen=True):
    """An answer that people gave to some comments of a row, by their ids."""

    comments: tuple[str, ...]
    agencies: tuple[str, ...]
    decision: DecisionJson


class RowJson(JsonObject, frozen=True, kw_only=True):
    """One row: equal comments of several agencies together.

    `no` counts the rows; `clause` is an id in the draft of the comment; `heading` the unit of the newest
    draft over it; `locator` the place as an official writes it. `agency` are the names in one text;
    `agencies` the same, apart; `comment` is what they say; `comments` are the ids; `draft` is the path
    of the draft that they are about; `scope`: the whole, clauses, or none. `grounds` are the reasons
    that the agencies give. `disposition` is what people decided; `reason` is that of the disposition;
    `response` is what the row prints; `proposed`: nobody has decided it. `where` are the places in the
    newest draft that answer it; `evidence` what that draft shows; `review`: a person must look whether
    the comment is about this clause. `decided_by` is who decided last; `decided_at` when. `numbers`:
    those that the comments bear for good; `settled`: every different answer that people gave. With
    `--proof` also the linked clauses' words before and after, and what changed, in short.
    """

    no: int
    clause: str | None
    heading: str | None
    locator: str | None
    agency: str
    agencies: tuple[str, ...]
    comment: str
    comments: tuple[str, ...]
    draft: str | None
    scope: Scope
    grounds: str | None
    disposition: Disposition
    reason: str | None
    response: str | None
    proposed: bool
    where: str | None
    evidence: Verdict | None
    review: bool
    before: str | UnsetType = UNSET
    after: str | UnsetType = UNSET
    changed: str | UnsetType = UNSET
    decided_by: str | None
    decided_at: str | None
    numbers: tuple[int, ...]
    settled: tuple[SettledJson, ...]


class AgreementJson(JsonObject, frozen=True):
    """An agency that agreed without comment, with its first letter; `by_silence`: its silence is taken for
    agreement."""

    agency: str
    letter: str | None
    date: datetime.date | None
    by_silence: bool


class TableAgenciesJson(JsonObject, frozen=True):
    """All agencies asked or heard, each once, in the order of protocol."""

    commented: tuple[str, ...]
    agreed: tuple[str, ...]
    silent: tuple[str, ...]


class ProposedJson(JsonObject, frozen=True):
    """Comments that nobody has decided, by the disposition proposed; `open`: none is."""

    accepted: int
    partly: int
    explained: int
    noted: int
    open: int


class BalanceJson(JsonObject, frozen=True):
    """`closes`: every file, comment, word and agency stands in exactly one place."""

    files: int
    understood: int
    problems: int
    comments_read: int
    comments_in_rows: int
    agreements: int
    words: WordCountJson
    agencies: int
    agencies_commented: int
    agencies_agreed: int
    agencies_silent: int
    closes: bool


class TableSummaryJson(JsonObject, frozen=True):
    """How many agencies were asked (null where nobody says), answered, agreed; comments by the disposition
    that people gave them (`pending`: none), and what is proposed for those."""

    agencies_asked: int | None
    agencies_answered: int
    agencies_agreed: int
    comments: int
    accepted: int
    partly: int
    explained: int
    noted: int
    pending: int
    proposed: ProposedJson


class InputJson(JsonObject, frozen=True):
    """A file that the table was made from, by its content."""

    path: str
    sha256: str


class ExcerptJson(JsonObject, frozen=True):
    """By what the rows were chosen; `review`: a person must look."""

    agencies: tuple[str, ...]
    clauses: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    review: bool


class TableDocument(JsonObject, frozen=True):
    """The table; `provisional`: not all is decided, and approved where that is asked; `unread`
    are comment files that could not be used; `excerpt`: the rows are chosen by it, and there is no balance.
    `content_hash` is of the document itself, so that an edited file is known."""

    rows: tuple[RowJson, ...]
    balance: BalanceJson | None
    agencies: TableAgenciesJson
    summary: TableSummaryJson
    agreements: tuple[AgreementJson, ...]
    silent: tuple[str, ...]
    unread: tuple[str, ...]
    provisional: bool
    excerpt: ExcerptJson | None
    inputs: tuple[InputJson, ...]
    content_hash: str


def table(made: Table, lang: str) -> TableDocument:
    return TableDocument(
        rows=tuple(_row(row, lang, proof=made.extras.proof) for row in made.rows),
        balance=None if made.excerpt else like(BalanceJson, made.balance),
        agencies=TableAgenciesJson(
            commented=tuple(respondent.agency for respondent in made.commented),
            agreed=tuple(respondent.agency for respondent in made.agreements),
            silent=made.silent,
        ),
        summary=_summary(made),
        agreements=tuple(map(_agreement, made.agreements)),
        silent=made.silent,
        unread=made.unread,
        provisional=made.provisional,
        excerpt=None if made.excerpt is None else like(ExcerptJson, made.excerpt),
        inputs=tuple(InputJson(path=path, sha256=digest) for path, digest in made.inputs),
        content_hash=SEAL,
    )


def _row(row: Row, lang: str, *, proof: bool) -> RowJson:
    answer = row.answer
    before, after, changed = _proof(answer, lang) if proof else (UNSET, UNSET, UNSET)
    return RowJson(
        no=row.no,
        clause=row.clause,
        heading=row.heading or None,
        locator=row.locator or None,
        agency="; ".join(row.agencies),
        agencies=row.agencies,
        comment=row.text,
        comments=row.comments,
        draft=row.draft,
        scope=row.scope,
        grounds=row.grounds or None,
        disposition=row.disposition,
        reason=row.reason or None,
        response=response_words(row, lang) or None,
        proposed=not row.decided and answer is not None,
        where=(answer and places_words(answer, lang)) or None,
        evidence=answer.verdict if answer else None,
        review=row.review,
        before=before,
        after=after,
        changed=changed,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        numbers=row.numbers,
        settled=tuple(like(SettledJson, each, decision=decision(each.decision)) for each in row.settled),
    )


def _agreement(agreed: Respondent) -> AgreementJson:
    dated = (mark for mark in agreed.letters if mark.number or mark.date)
    first = next(dated, LetterMark(None, None))
    own = first.number if first.channel in (Channel.LETTER, Channel.SHARED) else None
    return AgreementJson(agency=agreed.agency, letter=own, date=first.date, by_silence=agreed.by_silence)


def _proof(answer: Answer | None, lang: str) -> tuple[str, str, str]:
    """The clauses' words before and after, and what changed."""
    return ("", "", "") if answer is None else (answer.before, answer.after, told_words(answer, lang))


def _summary(made: Table) -> TableSummaryJson:
    counts, proposals = made.dispositions, made.proposals
    return TableSummaryJson(
        agencies_asked=made.asked,
        agencies_answered=len(made.commented) if made.excerpt else made.answered,
        agencies_agreed=0 if made.excerpt else made.balance.agencies_agreed,
        comments=made.comments,
        accepted=counts[Disposition.ACCEPTED],
        partly=counts[Disposition.PARTLY],
        explained=counts[Disposition.EXPLAINED],
        noted=counts[Disposition.NOTED],
        pending=counts[Disposition.PENDING],
        proposed=ProposedJson(
            accepted=proposals[Disposition.ACCEPTED],
            partly=proposals[Disposition.PARTLY],
            explained=proposals[Disposition.EXPLAINED],
            noted=proposals[Disposition.NOTED],
            open=proposals[Disposition.PENDING],
        ),
    )
