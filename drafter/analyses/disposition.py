"""The comment-disposition table: comments with their links → ordered rows, agreements, balance."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from drafter.errors import Cause, CheckFailed
from drafter.language.identities import identities
from drafter.language.joint import together
from drafter.language.negations import negations
from drafter.language.normal import folded
from drafter.language.protocol import agency_rank
from drafter.model import (
    Clause,
    Comment,
    Correspondence,
    Draft,
    IsoType,
    Letter,
    LetterMark,
    Link,
    Respondent,
    Rounds,
    Row,
    Scope,
    Stance,
    Table,
    Topic,
    with_proposal,
)

from .balance import balance
from .cited import cited_places
from .grouping.meaning import meaning
from .grouping.same import same
from .labels import titled
from .letter_marks import letter_mark

_NEARLY = 92  # per cent of letters alike: less may be another request
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_LEAD = 4  # letters that may stand before a citation that opens a comment: "tại", "ở"
_GENERAL, _OUTSIDE = (-1, 0), (2**31, 0)  # before and behind every clause


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a comment stands: its draft, the clauses there, the order and unit in the newest draft, and by
    which link."""

    draft: Draft
    clauses: tuple[Clause, ...]
    order: tuple[int, int]
    link: Link
    heading: str = ""


def disposition(
    correspondence: Correspondence,
    links: Mapping[str, Link],
    rounds: Rounds,
    *,
    asked: Sequence[str] = (),
    agreed_by_silence: Collection[str] = (),
    illegible: Collection[str] = (),
    further: Sequence[tuple[str, str]] = (),
) -> Table:
    """The table of all comments in `correspondence`, general ones first, then by clause.

    `links` by comment id, on the draft the comment is about. `asked` are the agencies asked for comments;
    those that did not answer are silent, or agreed where they are among `agreed_by_silence`; neither is who
    sent what could not be read (`illegible`). Each of several that wrote together counts. A comment on an
    older draft is ordered by the clause that continues its own in the newest one. `further` are inputs beside
    drafts and comments as (path, SHA-256). Raises CheckFailed where the balance does not close.
    """
    newest = rounds.newest
    voices = {letter.agency: together(letter.agency, asked) for letter in correspondence.letters}
    heard_from = [name for several in voices.values() for name in several]
    same = identities((*voices, *heard_from, *asked), newest.issuer or "")
    marks = _marks(correspondence.letters, voices, same)
    agreeing = [letter for letter in correspondence.letters if letter.stance is Stance.AGREEMENT]
    placed = [
        (comment, _place(comment, links[comment.id], rounds))
        for letter in correspondence.letters
        if letter.stance is not Stance.AGREEMENT
        for comment in letter.comments
    ]
    rows = _rows(placed, same)
    commented = _once((name for comment, _ in placed for name in voices[comment.agency]), same)
    agreed_too = (name for letter in agreeing for name in voices[letter.agency])
    agreeing_too = _once((*commented, *agreed_too), same)[len(commented) :]
    agreements = tuple(Respondent(name, marks[same[name]]) for name in agreeing_too)
    unheard = _once((*commented, *agreeing_too, *asked), same)[len(commented) + len(agreeing_too) :]
    agreed = _among(unheard, agreed_by_silence, same)
    agreements += tuple(Respondent(name, by_silence=True) for name in agreed)
    unheard = tuple(name for name in unheard if name not in agreed)
    sent = _among(unheard, illegible, same)
    closed = balance(
        correspondence, rows, agreements, sum(len(letter.comments) for letter in agreeing),
        commented=commented, silent=unheard, heard=heard_from, asked=asked, same=same,
    )  # fmt: skip
    if not closed.closes:
        raise CheckFailed(newest.path, reason=Cause.BALANCE, balance=closed)
    return Table(
        draft_title=newest.title or newest.path.rpartition("/")[2],
        draft_number=newest.number,
        issuer=newest.issuer,
        rows=rows,
        agreements=tuple(sorted(agreements, key=lambda respondent: agency_rank(respondent.agency))),
        commented=tuple(Respondent(name, marks[same[name]]) for name in sorted(commented, key=agency_rank)),
        silent=tuple(sorted((name for name in unheard if name not in sent), key=agency_rank)),
        illegible=sent,
        balance=closed,
        inputs=(*_inputs(rounds.drafts, correspondence), *further),
        asked=len(_once(asked, same)) or None,
        kinds=frozenset(clause.kind for clause in newest.clauses),
        unread=tuple(sorted({problem.path for problem in correspondence.problems})),
    )


def _among(unheard: Iterable[str], named: Iterable[str], same: Mapping[str, str]) -> tuple[str, ...]:
    """Those of `unheard` that are among the agencies `named`, in the order of protocol."""
    keys = {same[name] for name in named}
    return tuple(sorted((name for name in unheard if same[name] in keys), key=agency_rank))


def _inputs(drafts: Sequence[Draft], correspondence: Correspondence) -> tuple[tuple[str, str], ...]:
    files = [(draft.path, draft.sha256) for draft in drafts]
    return (*files, *((f"comments/{path}", digest) for path, digest in sorted(correspondence.hashes.items())))


def _once(names: Iterable[str], same: Mapping[str, str]) -> tuple[str, ...]:
    """Each agency once, by the name of its first mention; `same`: name → key of the agency."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(same[name], name)
    return tuple(found.values())


def _marks(
    letters: Sequence[Letter], voices: Mapping[str, tuple[str, ...]], same: Mapping[str, str]
) -> dict[str, tuple[LetterMark, ...]]:
    """What each agency's words are cited by, by its key: the letters that have a number or a date, meetings
    and copies; each once. The date of a file of several agencies is not theirs."""
    found: dict[str, dict[LetterMark, None]] = {}
    for letter in letters:
        mark = letter_mark(letter)
        for name in voices[letter.agency]:
            found.setdefault(same[name], {}).update({mark: None} if mark else {})
    return {agency: tuple(marks) for agency, marks in found.items()}


# --- where a comment stands --------------------------------------------------------------


def _place(comment: Comment, link: Link, rounds: Rounds) -> _Standing:
    draft = rounds.draft(comment.draft) or rounds.newest
    if link.scope is not Scope.CLAUSES:
        return _Standing(draft, (), _GENERAL if link.scope is Scope.DOCUMENT else _OUTSIDE, link)
    clauses = tuple(draft.by_id[clause.id] for clause in link.clauses if clause.addressed)
    if not clauses:
        return _Standing(draft, (), _GENERAL, link)
    order = _order(clauses[0].id, draft, rounds)
    newest = rounds.newest
    # The best link decides where the row stands; a reader meets the places in the draft's order.
    return _Standing(draft, clauses, order, link, _heading(newest.clauses[order[0]], newest))


def _order(id: str, draft: Draft, rounds: Rounds) -> tuple[int, int]:
    """(place in the newest draft, 1 where the clause itself is gone and its predecessor counts)."""
    gone = 0
    for later in rounds.later(draft):
        place = draft.by_id[id].order
        while not (followed := rounds.follow((draft.clauses[place].id,), draft, later)):
            gone = 1
            if place == 0:
                return (0, 0)
            place -= 1
        id, draft = followed[0], later
    return (draft.by_id[id].order, gone)


# --- rows --------------------------------------------------------------------------------


def _rows(placed: Sequence[tuple[Comment, _Standing]], same: Mapping[str, str]) -> tuple[Row, ...]:
    """One row for comments on one clause that ask the same; numbered in the order of the table.

    The same words first, then nearly the same words that name the same figures and the same edit.
    """
    groups: dict[tuple[object, ...], dict[str, list[tuple[Comment, _Standing]]]] = {}
    alike: dict[tuple[object, ...], list[str]] = {}  # what stands in a group, by what must be equal in it
    for comment, place in placed:
        first = place.clauses[0].id if place.clauses else place.order
        apart = _named(comment) if comment.corrected else None
        group = (place.draft.path, first, apart)
        here = groups.setdefault(group, {})
        asked = _asked(comment)
        if asked not in here:
            others = alike.setdefault((group, _firm(asked, comment)), [])
            near = (other for other in others if _says_the_same(asked, other))
            if (first_like_it := next(near, None)) is None:
                others.append(asked)
            else:
                asked = first_like_it
        here.setdefault(asked, []).append((comment, place))
    found = [group for here in groups.values() for group in here.values()]
    ordered = sorted(found, key=lambda group: group[0][1].order)
    return tuple(replace(_row(group, same), no=no) for no, group in enumerate(ordered, 1))


def _firm(asked: str, comment: Comment) -> tuple[object, ...]:
    """What is equal in comments that ask the same in other words: figures, negations and named words; of the
    rest nearly all is."""
    return tuple(_FIGURES.findall(asked)), negations(asked), comment.stance, _named(comment)


def _says_the_same(one: str, other: str) -> bool:
    return bool(fuzz.ratio(one, other, score_cutoff=_NEARLY)) and same(meaning(one), meaning(other))


def _named(comment: Comment) -> tuple[object, ...]:
    own = comment.operation
    return () if own is None else (own.op, folded(own.old or ""), folded(own.new or ""))


def _row(group: Sequence[tuple[Comment, _Standing]], same: Mapping[str, str]) -> Row:
    comment, place = group[0]
    printed = sorted(
        {clause.id: clause for _, place in group for clause in place.clauses}.values(), key=lambda c: c.order
    )
    return Row(
        no=0,
        clause=place.clauses[0].id if place.clauses else None,
        heading=place.heading,
        places=cited_places(printed, place.draft),
        agencies=tuple(sorted(_once((comment.agency for comment, _ in group), same), key=agency_rank)),
        comments=tuple(comment.id for comment, _ in group),
        keys=tuple(comment.key for comment, _ in group),
        text=_text(comment),
        proposal=_proposal(comment),
        iso_type=_iso_type(comment, place),
        asks=comment.asks,
        draft=place.draft.path,
        draft_number=place.draft.number,
        draft_text="\n".join(clause.text for clause in printed) or comment.cited,
        scope=place.link.scope,
        review=any(each.link.review for _, each in group),
        absent=tuple(dict.fromkeys(cited for _, each in group for cited in each.link.absent)),
        grounds="\n".join(dict.fromkeys(each.reason for each, _ in group if each.reason not in each.text)),
    )


def _asked(comment: Comment) -> str:
    """What a comment asks, without the citations that open it: `"Tại mục 2: bỏ câu này."` → `"bỏ câu này"`.

    A citation further on can be what the comment is about: "chuyển sang mục III".
    """
    text, cut = _text(comment), 0
    for reference in sorted(comment.references, key=lambda reference: reference.start):
        cited = text[reference.start : reference.end] == reference.text and reference.act is None
        if not cited or len(_bare(text[cut : reference.start])) > _LEAD:
            break
        cut = reference.end
    return _bare(text[cut:]) or _bare(text)


def _bare(text: str) -> str:
    return folded(text).strip(" .,;:-–")


def _text(comment: Comment) -> str:
    """The comment, with the wording that its form proposes in a cell of its own."""
    proposal = _proposal(comment)
    return with_proposal(comment.text, proposal) if proposal else comment.text


def _proposal(comment: Comment) -> str:
    """The wording that a form proposes in a cell of its own; "" where the comment says it too."""
    proposal = comment.proposal.strip()
    return "" if folded(proposal) in folded(comment.text) else proposal


def _iso_type(comment: Comment, place: _Standing) -> IsoType:
    """What its form says; else general of the whole text, editorial of nothing but the wording, the rest
    technical."""
    if comment.iso_type is not None:
        return comment.iso_type
    if place.link.scope is not Scope.CLAUSES:
        return IsoType.GENERAL
    return IsoType.EDITORIAL if set(comment.topics) == {Topic.WORDING} else IsoType.TECHNICAL


def _heading(clause: Clause, draft: Draft) -> str:
    """The top unit that a clause stands in: `"III- NHIỆM VỤ"`; "" before the first one."""
    top = [clause, *draft.ancestors(clause.id)][-1]
    return titled(top) if top.heading else ""
