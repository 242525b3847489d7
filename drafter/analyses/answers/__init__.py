"""Answers: what evidence lets the drafting office say to each row of the table.

Facts only, and a proposal only: the disposition stays with the people. Where nothing is shown, the answer
holds what the comment is, so that it can be left open for a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.analyses.cited import cited_places
from drafter.language.normal import folded
from drafter.model import (
    Answer,
    Claim,
    Clash,
    Clause,
    Comment,
    Correspondence,
    Counted,
    Disposition,
    Draft,
    Evidence,
    Link,
    Measured,
    Op,
    Party,
    Rounds,
    Row,
    Scope,
    Stance,
    Table,
    Verdict,
)

from . import phrases
from .claims import Ground, Pair, claims, edited, pairs, standing

_PLACES = 3  # clauses named in one answer
# What is told as a number; of all else that is counted the words themselves say it better.
TOLD = frozenset((
    "words", "words-of-part", "words-of-clauses", "pages", "new-headings", "parts-with-targets", "scattered",
    "no-figure", "no-deadline", "targets-with-roadmap", "targets-about-it",
))  # fmt: skip
# What is asked to come to none: while some are left, the answer is one in part.
TO_NONE = frozenset(("scattered", "no-figure", "no-deadline", "targets-without-roadmap"))
_NAMED = 5  # headings named in one answer
_DONE = (Verdict.ADDRESSED, Verdict.PARTLY)


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of the comments: links, evidence of all later drafts, comments that clash."""

    links: Mapping[str, Link]
    evidence: Sequence[Evidence]
    clashes: Sequence[Clash]


def answered(table: Table, rounds: Rounds, read: Correspondence, found: Material) -> Table:
    """`table` with the facts of an answer in every row."""
    facts = _Facts(rounds, {comment.id: comment for comment in read.comments}, found)
    rows = tuple(replace(row, answer=facts.answer(row)) for row in table.rows)
    return replace(table, rows=facts.reconciled(rows))


class _Facts:
    """What answers are drawn from; the clauses of each draft are followed to the newest once."""

    def __init__(self, rounds: Rounds, comments: Mapping[str, Comment], found: Material) -> None:
        self._rounds, self._comments, self._found = rounds, comments, found
        self._evidence: dict[str, dict[str, Evidence]] = {}
        for evidence in found.evidence:
            self._evidence.setdefault(evidence.comment, {})[evidence.draft] = evidence
        self._pairs: dict[str, dict[str, Pair]] = {}

    def answer(self, row: Row) -> Answer:
        newest = self._rounds.newest
        id = next((id for id in row.comments if newest.path in self._evidence.get(id, ())), row.comments[0])
        comment, by_draft = self._comments[id], self._evidence.get(id, {})
        evidence = by_draft.get(newest.path)
        if evidence is None:
            blank = Answer(None, newest.number, row.draft_number, comment.stance)
            return replace(blank, proposes=_proposed(blank))
        ground = self._ground(comment, evidence)
        clauses = [newest.by_id[id] for id in evidence.clauses[:_PLACES]]
        plain = Answer(
            verdict=evidence.verdict,
            draft_number=newest.number,
            commented=row.places,
            asked_in=row.draft_number,
            stance=comment.stance,
            places=cited_places(clauses, newest),
            before=row.draft_text if row.clause is not None else "",
            after="\n".join(clause.text for clause in clauses),
            segments=evidence.segments,
            measures=evidence.measures,
            changed=bool(evidence.segments),
        )
        made = self._told(plain, ground, evidence, by_draft)
        return replace(made, proposes=_proposed(made))

    def _ground(self, comment: Comment, evidence: Evidence) -> Ground:
        rounds = self._rounds
        about, newest = rounds.draft(comment.draft) or rounds.newest, rounds.newest
        link = self._found.links[comment.id]
        ids = tuple(each.id for each in link.clauses if each.addressed) if link.scope is Scope.CLAUSES else ()
        if about.path not in self._pairs:
            self._pairs[about.path] = pairs(about, newest, rounds)
        return Ground(comment, ids, evidence, about, newest, rounds, self._pairs[about.path])

    def _told(
        self, plain: Answer, ground: Ground, evidence: Evidence, by_draft: Mapping[str, Evidence]
    ) -> Answer:
        """The answer with what is told of what was done, or stood there before."""
        if evidence.verdict is Verdict.ALREADY:
            return replace(plain, claims=self._cited(standing(ground), ground))
        if evidence.verdict not in _DONE:
            return plain
        counted = tuple(
            Counted(measured, self._between(measured, by_draft), _named(measured, ground))
            for measured in evidence.measures
            if measured.name in TOLD and measured.before != measured.after
        )
        made = claims(ground)
        if not made and not counted:
            made = edited(ground)
        here = standing(ground, agencies_alone=True)
        asked = [ask for ask in ground.comment.asks if ask.new and ask.op in (Op.ADD, Op.REPLACE)]
        left = tuple(
            words
            for ask in asked
            for words in _lacking(ask.new or "", ground)
            if plain.verdict is Verdict.PARTLY
        )
        remain = tuple(each for each in evidence.measures if each.name in TO_NONE and each.after)
        told = _together((*made, *(here if made or counted else ())))
        return replace(
            plain,
            claims=self._cited(told, ground),
            lacking=left,
            counted=counted,
            left=remain if counted else (),
        )

    def _between(self, measured: Measured, by_draft: Mapping[str, Evidence]) -> tuple[tuple[int, int], ...]:
        """Drafts in between that were shorter than the newest, with what was counted in them."""
        if measured.unit != "words":
            return ()
        found = []
        for draft in self._rounds.drafts[:-1]:
            for other in by_draft[draft.path].measures if draft.path in by_draft else ():
                if other.name == measured.name and other.after < measured.after and draft.number:
                    found.append((draft.number, other.after))
        return tuple(found)

    def _cited(self, made: Sequence[Claim], ground: Ground) -> tuple[Claim, ...]:
        """Claims with the places that people know in place of ids."""
        return tuple(
            replace(
                claim,
                places=_located(claim.places, ground.newest),
                whence=_located(claim.whence, ground.about),
            )
            for claim in made
        )

    # --- comments that cannot all be followed ------------------------------------------------

    def reconciled(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Rows whose comments clash tell of each other."""
        at = {comment: place for place, row in enumerate(rows) for comment in row.comments}
        groups: dict[int, set[int]] = {}
        for clash in self._found.clashes:
            places = {at[id] for id in clash.comments if id in at}
            joined = places.union(*(groups.get(place, set()) for place in places))
            for place in joined:
                groups[place] = joined
        made = list(rows)
        for place, joined in groups.items():
            if len(joined) > 1 and made[place].answer is not None:
                made[place] = self._reconciled(rows[place], [rows[each] for each in sorted(joined)])
        return tuple(made)

    def _reconciled(self, row: Row, all_rows: Sequence[Row]) -> Row:
        """A row whose wish the draft does keeps its answer, the others tell why theirs was not; where it does
        none of them, or some of each, one explanation is for all."""
        answer = row.answer
        assert answer is not None
        followed = [each for each in all_rows if self._is_followed(each)]
        if len(followed) == len(all_rows) or any(map(_is_partly, all_rows)):
            followed = []
        still = self._still(followed or all_rows, all_rows)
        if row in followed:
            told = replace(answer, kept=True, still=still) if self._keeps(row) else answer
        else:
            parties = tuple(map(self._party, all_rows))
            agencies = tuple(dict.fromkeys(name for each in followed for name in each.agencies))
            told = replace(answer, parties=parties, still=still, followed=agencies)
        return replace(row, answer=replace(told, proposes=_proposed(told)))

    def _is_followed(self, row: Row) -> bool:
        answer = row.answer
        if answer is None or answer.verdict is not Verdict.ADDRESSED:
            return False
        return answer.proposes is Disposition.ACCEPTED or self._keeps(row)

    def _keeps(self, row: Row) -> bool:
        """Whether all that is asked for is that something stays."""
        return {ask.op for ask in self._comments[row.comments[0]].asks} <= {Op.KEEP, None}

    def _party(self, row: Row) -> Party:
        asks = self._comments[row.comments[0]].asks
        wanted = next((ask.new for ask in asks if ask.new), "")
        kept = "" if wanted else next((ask.old for ask in asks if ask.op is Op.KEEP and ask.old), "")
        return Party(row.agencies, wanted or kept, keeps=bool(kept))

    def _still(self, rows: Sequence[Row], all_rows: Sequence[Row]) -> str:
        """The words that the newest draft has where `rows` want them: those all would change, or what took
        their place."""
        asks = [ask for row in all_rows for ask in self._comments[row.comments[0]].asks]
        here = [row.answer.after for row in rows if row.answer is not None]
        olds = dict.fromkeys(ask.old for ask in asks if ask.old and ask.op is not Op.ADD)
        standing = [old for old in olds if all(phrases.holds(old, text) for text in here)]
        unique = len(olds) == 1 if len(rows) == len(all_rows) else all(map(self._keeps, rows))
        if standing and unique:
            return standing[0]
        made = [claim for row in rows if row.answer is not None for claim in row.answer.claims]
        return next((claim.new for claim in made if claim.op is Op.REPLACE and claim.new), "")


def _is_partly(row: Row) -> bool:
    return row.answer is not None and row.answer.verdict is Verdict.PARTLY


def _located(ids: Sequence[str], draft: Draft) -> tuple[str, ...]:
    clauses = sorted((draft.by_id[id] for id in ids), key=_order)
    return tuple(dict.fromkeys(cited_places(clauses, draft)))


def _order(clause: Clause) -> int:
    return clause.order


def _lacking(asked: str, ground: Ground) -> tuple[str, ...]:
    """The words asked for that stand in no clause in which the answer may be seen."""
    texts = [phrases.composed(clause.text) for clause in ground.shown]
    if any(phrases.holds(asked, text) for text in texts):
        return ()
    runs = [phrases.lacking(asked, text) for text in texts]
    found = min(runs, key=lambda each: sum(map(len, each)), default=())
    return tuple(run for run in found if not any(phrases.holds(run, text) for text in texts))


def _named(measured: Measured, ground: Ground) -> tuple[str, ...]:
    """The first headings that were added or reworded, in their own words."""
    if measured.name != "new-headings":
        return ()
    had, new = Counter(folded(clause.heading) for clause in ground.about.clauses if clause.heading), []
    for clause in ground.newest.clauses:
        if clause.heading and had[folded(clause.heading)] <= 0:
            new.append(clause.heading)
        had[folded(clause.heading or "")] -= 1
    return tuple(new[:_NAMED])


def _together(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """Equal claims of several places as one."""
    found: dict[Claim, dict[str, None]] = {}
    for claim in made:
        found.setdefault(replace(claim, places=()), {}).update(dict.fromkeys(claim.places))
    return tuple(replace(claim, places=tuple(places)) for claim, places in found.items())


def _proposed(answer: Answer) -> Disposition:
    """The disposition that the facts suggest; pending where a person must choose."""
    if answer.parties:  # not all of them can be followed, and this one was not
        return Disposition.EXPLAINED
    if answer.stance is Stance.AGREEMENT:  # among the comments of an agency that has others
        return Disposition.NOTED
    if answer.kept:
        return Disposition.ACCEPTED
    done = bool(answer.claims or answer.counted or (answer.places and answer.changed))
    if answer.verdict is Verdict.ADDRESSED and done:
        return Disposition.PARTLY if answer.left else Disposition.ACCEPTED
    if answer.verdict is Verdict.PARTLY and done:
        return Disposition.PARTLY
    if answer.verdict is Verdict.ALREADY and answer.claims:
        return Disposition.EXPLAINED
    if answer.stance is Stance.REMARK:
        return Disposition.NOTED
    return Disposition.EXPLAINED if answer.stance is Stance.QUESTION else Disposition.PENDING
