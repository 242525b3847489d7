"""Replies: for each agency its own comments, what people decided of them, and where that is to be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.analyses.cited import cited_places
from drafter.analyses.decisions import fallen, is_unshown
from drafter.analyses.letter_marks import letter_mark
from drafter.language.identities import identities
from drafter.language.lexicon import lexicon
from drafter.language.protocol import agency_rank
from drafter.language.senders import proper
from drafter.model import (
    UNDECIDED,
    Answer,
    AnsweredComment,
    Asked,
    Comment,
    Correspondence,
    Decision,
    Deed,
    DeedState,
    Disposition,
    Draft,
    DraftName,
    Letter,
    Link,
    Office,
    ReplyLetter,
    Rounds,
    Scope,
    Table,
    Verdict,
    Watched,
)

_DONE = (Verdict.ADDRESSED, Verdict.PARTLY, Verdict.ALREADY)
_UNDONE = (Verdict.NOT_YET, Verdict.REGRESSED)
_TAKEN = (Disposition.ACCEPTED, Disposition.PARTLY)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What people settled: decisions by comment key. `approval`: a decision counts once it is approved.

    `deeds`: the edits that fulfil them, `watched`: what every later draft did to those.
    """

    decisions: Mapping[str, Decision]
    deeds: Mapping[str, Deed] = field(default_factory=dict)
    watched: Mapping[str, Sequence[Watched]] = field(default_factory=dict)
    approval: bool = False


def replies(
    read: Correspondence,
    table: Table,
    links: Mapping[str, Link],
    rounds: Rounds,
    settlement: Settlement,
    *,
    asked: Sequence[Asked] = (),
    office: Office,
) -> tuple[ReplyLetter, ...]:
    """One letter for each agency that has comments in the table, in the order of protocol.

    `links` by comment id. Where a row names several agencies, each letter has the words of its own; what only
    another one asked for is left out. Comments of nobody known have no letter.
    """
    home = rounds.newest.issuer or ""
    same = identities((*(letter.agency for letter in read.letters), *(each.name for each in asked)), home)
    answers = {comment: row.answer for row in table.rows for comment in row.comments}
    listed = {same[each.name]: each for each in asked}
    found: dict[str, list[Letter]] = {}
    for letter in read.letters:
        if letter.agency != lexicon("letters")["unnamed"]:
            found.setdefault(same[letter.agency], []).append(letter)
    nameless = {
        each.detail for letter in read.letters for each in letter.notices if each.code == "unnamed-agency"
    }
    made = []
    for key, letters in found.items():
        comments = [comment for letter in letters for comment in letter.comments if comment.id in answers]
        if comments:
            known = listed.get(key)
            items = [
                _answered(comment, answers[comment.id], links[comment.id], rounds, settlement)
                for comment in comments
            ]
            said = [letter for letter in letters if any(c.id in answers for c in letter.comments)]
            if len(drafts := _drafts(said, rounds)) > 1:
                numbers = {draft.path: draft.number for draft in drafts}
                about = (numbers.get(comment.draft or "") for comment in comments)
                items = [replace(item, draft=no) for item, no in zip(items, about, strict=True)]
            made.append(
                ReplyLetter(
                    agency=proper(known.name) if known else letters[0].agency,
                    letters=tuple(dict.fromkeys(mark for each in said if (mark := letter_mark(each)))),
                    comments=tuple(sorted(items, key=lambda item: item.no or 0)),
                    draft=_about(said, rounds),
                    newest=rounds.newest.number,
                    office=office,
                    address=known.address if known else "",
                    paths=tuple(dict.fromkeys(each.path for each in said)),
                    unnamed=known is None and letters[0].agency in nameless,
                )
            )
    return tuple(sorted(made, key=lambda letter: agency_rank(letter.agency)))


def draft_name(draft: Draft) -> DraftName:
    """What letters call a draft."""
    title = draft.title or draft.path.rpartition("/")[2]
    return DraftName(title, draft.number, draft.issuer or "", draft.kind or "")


def _about(letters: Sequence[Letter], rounds: Rounds) -> DraftName:
    """What the letters are about: their draft; where they are about several, the newest without a number."""
    about = _drafts(letters, rounds)
    named = draft_name(about[-1] if about else rounds.newest)
    return named if len(about) < 2 else replace(named, number=None)


def _drafts(letters: Sequence[Letter], rounds: Rounds) -> list[Draft]:
    """The drafts that the letters are about, oldest first."""
    paths = {comment.draft for letter in letters for comment in letter.comments}
    return [draft for draft in rounds.drafts if draft.path in paths]


def _answered(
    comment: Comment, answer: Answer | None, link: Link, rounds: Rounds, settlement: Settlement
) -> AnsweredComment:
    decision = settlement.decisions.get(comment.key, UNDECIDED)
    chosen = decision.disposition is not Disposition.PENDING
    verdict = None if answer is None else answer.verdict
    shown: tuple[str, ...] = ()
    unseen = False
    if is_unshown(decision, verdict):
        unseen = True
    elif decision.disposition in _TAKEN:
        seen = settlement.watched.get(comment.key, ())
        changed = bool(seen) and seen[-1].state is DeedState.OVERRIDDEN
        undone = fallen(seen) is not None or changed
        shown = _counted(answer) or (() if undone else _done(comment.key, rounds, settlement))
        unseen = not shown and (undone or verdict in _UNDONE)
    return AnsweredComment(
        key=comment.key,
        no=comment.no,
        text=_text(comment),
        places=_places(comment, link, decision, rounds),
        settled=chosen and bool(decision.approved_by or not settlement.approval),
        disposition=decision.disposition,
        reason=decision.reason,
        response=decision.response,
        where=decision.where,
        shown=shown,
        answer=None if answer is None else _own(answer),
        unseen=unseen,
        version=decision.version,
    )


def _own(answer: Answer) -> Answer:
    """What evidence proposes, without what other agencies want. Where wishes clash nothing is said to be
    done: what the draft has is left to be explained."""
    return replace(answer, parties=(), claims=(), followed=()) if answer.parties else answer


def _text(comment: Comment) -> str:
    proposal = comment.proposal.strip()
    return f"{comment.text}\n{proposal}" if proposal and proposal not in comment.text else comment.text


def _places(comment: Comment, link: Link, decision: Decision, rounds: Rounds) -> tuple[str, ...]:
    """What the comment is about, as a person corrected it, else as it is linked."""
    draft = rounds.draft(comment.draft) or rounds.newest
    linked = [each.id for each in link.clauses if each.addressed] if link.scope is Scope.CLAUSES else []
    ids = [id for id in (decision.clauses or linked) if id in draft.by_id]
    clauses = sorted((draft.by_id[id] for id in ids), key=lambda clause: clause.order)
    return cited_places(clauses, draft)


def _counted(answer: Answer | None) -> tuple[str, ...]:
    """Where the newest draft shows what was asked for, as it was counted."""
    if answer is None or answer.verdict not in _DONE:
        return ()
    return tuple(dict.fromkeys(place for claim in answer.claims for place in claim.places))


def _done(key: str, rounds: Rounds, settlement: Settlement) -> tuple[str, ...]:
    """Where the newest draft still has the edit that fulfils a decision, to the letter."""
    newest, deed = rounds.newest, settlement.deeds.get(key)
    if deed is None:
        return ()
    ids = deed.clauses if deed.draft == newest.path else ()
    later = [each for each in settlement.watched.get(key, ()) if each.draft == newest.path]
    if later and later[-1].state in (DeedState.STANDS, DeedState.MOVED):
        ids = later[-1].clauses
    return cited_places([newest.by_id[id] for id in ids if id in newest.by_id], newest)
