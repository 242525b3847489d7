"""Claims: what of the things asked for the newest draft shows, each held against its text.

A claim names whole phrases, as asked for or as edited, and the places where they stand. What is said to stand
stands there; what is said to be gone does not, but within the words that took its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.analyses.segments import segments
from drafter.model import Ask, Claim, Clause, Comment, Draft, Evidence, Op, Rounds, Segment

from . import phrases
from .phrases import Span

_LONGEST = 60  # words of the phrases that are told of an edit nobody put in words
_EDITS = 4


@dataclass(frozen=True)
class Pair:
    """A clause of the draft that was commented, and what continues it."""

    old: Clause
    new: tuple[Clause, ...]

    @cached_property
    def before(self) -> str:
        return phrases.composed(self.old.text)

    @cached_property
    def after(self) -> str:
        return phrases.composed("\n".join(clause.text for clause in self.new))

    @cached_property
    def edits(self) -> tuple[Segment, ...]:
        return segments(self.before, self.after)

    def at(self, span: Span) -> tuple[str, ...]:
        """The ids of the clauses that hold a span of what stands now."""
        found, start = [], 0
        for clause in self.new:
            end = start + len(phrases.composed(clause.text))
            if start < span[1] and span[0] < end:
                found.append(clause.id)
            start = end + 1
        return tuple(found)


@dataclass(frozen=True)
class Ground:
    """What the claims of one comment are taken from. `ids` are the clauses that it is about."""

    comment: Comment
    ids: tuple[str, ...]
    evidence: Evidence
    about: Draft
    newest: Draft
    rounds: Rounds
    whole: Mapping[str, Pair] = field(repr=False)  # every clause of the draft that was commented

    @cached_property
    def scope(self) -> tuple[Pair, ...]:
        """The clauses that the comment is about, with everything under them."""
        inside = dict.fromkeys(c.id for id in self.ids for c in self.about.subtree(id))
        return tuple(self.whole[id] for id in inside)

    @cached_property
    def shown(self) -> tuple[Clause, ...]:
        """The clauses of the newest draft in which an answer may be seen, in its order."""
        ids = {c.id for pair in self.scope for c in pair.new} | set(self.evidence.clauses)
        return tuple(clause for clause in self.newest.clauses if clause.id in ids)

    def was(self, clause: Clause) -> tuple[Clause, ...]:
        """What a clause of the newest draft continues."""
        ids = self.rounds.follow((clause.id,), self.newest, self.about)
        return tuple(self.about.by_id[id] for id in ids)


def pairs(about: Draft, newest: Draft, rounds: Rounds) -> dict[str, Pair]:
    """Each clause of a draft with what continues it in the newest one."""
    found = {}
    for clause in about.clauses:
        ids = rounds.follow((clause.id,), about, newest)
        found[clause.id] = Pair(clause, tuple(newest.by_id[id] for id in ids))
    return found


def claims(ground: Ground) -> tuple[Claim, ...]:
    """What the newest draft shows of the things asked for; else the phrases that were edited."""
    asks = [ask for ask in ground.comment.asks if ask.op is not Op.KEEP]
    found = [claim for ask in asks for rule in _RULES for claim in rule(ground, ask)]
    found = found or list(_named(ground))
    kept = dict.fromkeys(claim for claim in found if _true(claim, ground.newest))
    return tuple(kept)


def standing(ground: Ground, *, agencies_alone: bool = False) -> tuple[Claim, ...]:
    """What was asked for and stood there before the comment was made; of it, the agencies named alone."""
    return tuple(
        claim
        for ask in ground.comment.asks
        for words in (ask.new, ask.agency)
        if words and (words == ask.agency or not agencies_alone)
        for claim in _stood(ground, words)
    )


def edited(ground: Ground) -> tuple[Claim, ...]:
    """The phrases of the linked clauses that were edited, and the clauses that are new; none where they are
    too many to be read in a cell."""
    found = [claim for pair in ground.scope for claim in _edits(pair)]
    fresh = [clause for clause in ground.shown if clause.text and not ground.was(clause)]
    inside = {clause.id for pair in ground.scope for clause in pair.new}
    found += [Claim(Op.ADD, new=phrases.trimmed(c.text), places=(c.id,)) for c in fresh if c.id not in inside]
    found = [claim for claim in dict.fromkeys(found) if _true(claim, ground.newest)]
    size = sum(len(f"{claim.old} {claim.new}".split()) for claim in found)
    return tuple(found) if len(found) <= _EDITS and size <= _LONGEST else ()


# --- one function for each kind of thing that is asked ------------------------------------


def _replaced(ground: Ground, ask: Ask) -> Iterator[Claim]:
    """ "Sửa “A” thành “B”": in the linked clauses whatever A became, elsewhere where it became B."""
    if ask.op is not Op.REPLACE or not ask.new:
        return
    found = False
    inside = {pair.old.id for pair in ground.scope}
    for pair in (*ground.scope, *(each for id, each in ground.whole.items() if id not in inside)):
        for span in phrases.spots(ask.old or "", pair.before):
            claim = _rewritten(pair, span, ask, exact=pair.old.id not in inside)
            if claim is not None:
                found = True
                yield claim
    if not found:
        yield from (
            Claim(Op.REPLACE, new=claim.new, places=claim.places) for claim in _fresh(ground, ask.new)
        )


def _rewritten(pair: Pair, span: Span, ask: Ask, *, exact: bool) -> Claim | None:
    """What became of the words of a span: the new words asked for, or others where `exact` is not wanted."""
    wide, now = phrases.became(pair.edits, span)
    was, words = pair.before[wide[0] : wide[1]], pair.after[now[0] : now[1]]
    for spot in phrases.spots(ask.new or "", pair.after):
        if spot[0] <= now[0] and now[1] <= spot[1] and _more(ask.new or "", pair.after, pair.before):
            return Claim(
                Op.REPLACE,
                old=pair.before[span[0] : span[1]],
                new=pair.after[spot[0] : spot[1]],
                places=pair.at(spot),
            )
    if exact or not words.strip() or phrases.same(was, words):
        return None
    return Claim(Op.REPLACE, old=_flat(was), new=_flat(words), places=pair.at(now))


def _added(ground: Ground, ask: Ask) -> Iterator[Claim]:
    if ask.op is Op.ADD and ask.new:
        for claim in _fresh(ground, ask.new):
            text = phrases.composed(ground.newest.by_id[claim.places[0]].text)
            after = ask.old if ask.old and _follows(text, ask.old, claim.new) else ""
            yield Claim(Op.ADD, new=claim.new, after=after, places=claim.places)


def _follows(text: str, words: str, new: str) -> bool:
    """Whether `new` stands right behind `words`, at most a mark between them."""
    ends = [end for _, end in phrases.spots(words, text)]
    starts = [start for start, _ in phrases.spots(new, text)]
    return any(end <= start and not text[end:start].strip(" ,;:") for end in ends for start in starts)


def _deleted(ground: Ground, ask: Ask) -> Iterator[Claim]:
    if ask.op is not Op.DELETE:
        return
    for pair in ground.scope:
        if ask.old and phrases.holds(ask.old, pair.before) and not phrases.holds(ask.old, pair.after):
            old, ids = _printed(ask.old, pair.before), tuple(c.id for c in pair.new)
            yield Claim(Op.DELETE, old=old if ids else "", places=ids, whence=() if ids else (pair.old.id,))
    if ask.old:
        return
    gone = tuple(id for id in ground.ids if not ground.whole[id].new)
    if ask.whole and gone:
        yield Claim(Op.DELETE, whence=gone)


def _divided(ground: Ground, ask: Ask) -> Iterator[Claim]:
    if ask.op is Op.SPLIT:
        for id in ground.ids:
            now = ground.whole[id].new
            if len(now) > 1:
                yield Claim(Op.SPLIT, whence=(id,), places=tuple(c.id for c in now))


def _merged(ground: Ground, ask: Ask) -> Iterator[Claim]:
    if ask.op is Op.MERGE and len(ground.ids) > 1:
        now = {c.id for id in ground.ids for c in ground.whole[id].new}
        if len(now) == 1 and all(ground.whole[id].new for id in ground.ids):
            yield Claim(Op.MERGE, whence=ground.ids, places=tuple(now))


def _moved(ground: Ground, ask: Ask) -> Iterator[Claim]:
    if ask.op is not Op.MOVE:
        return
    if ask.old:
        first = [pair for pair in ground.scope if phrases.holds(ask.old, pair.before)]
        if first and not any(phrases.holds(ask.old, pair.after) for pair in first):
            for claim in _fresh(ground, ask.old):
                yield Claim(Op.MOVE, new=claim.new, whence=(first[0].old.id,), places=claim.places)
        return
    for id in ground.ids:
        now = ground.whole[id].new
        if len(now) == 1 and now[0].parent not in {c.id for c in _parents(ground, id)}:
            yield Claim(Op.MOVE, whence=(id,), places=(now[0].id,))


def _parents(ground: Ground, id: str) -> tuple[Clause, ...]:
    """What continues the clause above."""
    above = ground.about.by_id[id].parent
    return () if above is None else ground.whole[above].new


_RULES: tuple[Callable[[Ground, Ask], Iterator[Claim]], ...] = (
    _replaced, _added, _deleted, _divided, _merged, _moved,
)  # fmt: skip


def _named(ground: Ground) -> Iterator[Claim]:
    """Words that the comment quotes, or proposes in a cell of its form, and that have come."""
    proposal = phrases.trimmed(ground.comment.proposal)
    if proposal:
        yield from (replace(claim, op=Op.REPLACE) for claim in _fresh(ground, proposal))
    for quoted in ground.comment.quote:
        yield from _fresh(ground, quoted)


def _fresh(ground: Ground, words: str) -> Iterator[Claim]:
    """Words that stand in a clause now, more often than in what it continues."""
    for clause in ground.shown:
        old = "\n".join(c.text for c in ground.was(clause))
        if _more(words, clause.text, old):
            yield Claim(Op.ADD, new=_printed(words, clause.text), places=(clause.id,))


def _more(words: str, now: str, before: str) -> bool:
    """Whether words stand in one text more often than in the other."""
    return len(phrases.spots(words, phrases.composed(now))) > len(
        phrases.spots(words, phrases.composed(before))
    )


def _stood(ground: Ground, words: str) -> Iterator[Claim]:
    for clause in ground.shown:
        if phrases.holds(words, clause.text) and any(
            phrases.holds(words, c.text) for c in ground.was(clause)
        ):
            yield Claim(Op.KEEP, new=_printed(words, clause.text), places=(clause.id,))


def _edits(pair: Pair) -> Iterator[Claim]:
    """The edited phrases of one clause; a clause that is gone as a whole is told by `_deleted`."""
    if not pair.new:
        return
    for old, new in phrases.edited_phrases(pair.edits):
        if "|" in old + new or phrases.same(old, new):  # columns of a table; letter case and marks
            continue
        spot = next(iter(phrases.spots(new, pair.after)), None) if new else None
        places = pair.at(spot) if spot else tuple(c.id for c in pair.new)
        op = Op.REPLACE if old and new else Op.ADD if new else Op.DELETE
        yield Claim(op, old=old, new=new, places=places)


# --- the proof of a claim -----------------------------------------------------------------


def _true(claim: Claim, newest: Draft) -> bool:
    """What is said to stand stands in each place, what is said to be gone in none."""
    texts = [newest.by_id[id].text for id in claim.places]
    if claim.new and not all(phrases.holds(claim.new, text) for text in texts):
        return False
    left: Iterable[str] = (phrases.without(claim.new, text) if claim.new else text for text in texts)
    return not claim.old or not any(phrases.holds(claim.old, text) for text in left)


def _printed(words: str, text: str) -> str:
    """`words` as the text prints them."""
    plain = phrases.composed(text)
    start, end = phrases.spots(words, plain)[0]
    return _flat(plain[start:end])


def _flat(text: str) -> str:
    return " ".join(text.split())
