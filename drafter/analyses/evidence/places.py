"""Places: whether words that came stand where they were asked for: in the clause cited, at the spot named.

Hard cases: "sau khoản 2" is answered by a new clause beside it; of several words asked for after the same
one, each but the first follows another; marks and a word or two may stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Asks
from drafter.language.normal import decoded
from drafter.language.there import says_where
from drafter.model import Ask, Clause, Comment, Edge, Measured, Op, Reference, Verdict

from .case import MARKS, Case, Form, Outcome, Side, phrase
from .narrowed import beside

_BETWEEN = r"\W+(?:\w+\W+)??"  # "các xã, thôn" for "thôn" asked for behind "xã"


def placed(case: Case, ask: Ask, found: Outcome, form: Form) -> Outcome:
    """`found`, but no more than partly where words came to a part of the places asked for or beside the spot,
    and nothing sure where they came to another place."""
    if found.verdict is not Verdict.ADDRESSED or not found.where:
        return found
    here = in_cited_clause(case, found.where)
    there = _spot(ask) is None or stands_there(case.after, case, ask, form)
    if here and there and _in_each(case, found.where):
        return found
    measure = Measured("words-in-asked-place", 0, 0, "places")
    some = (here and (there or _near(case.after, ask, form))) or _anew(case, found.where)
    verdict = Verdict.PARTLY if some else Verdict.UNCLEAR
    return replace(found, verdict=verdict, measures=(*found.measures, measure))


def _anew(case: Case, where: Sequence[str]) -> bool:
    """Whether words came to what stands now where the linked clauses did, which nothing continues."""
    return not case.after.ids and not set(case.before.ids).isdisjoint(where)


def _near(side: Side, ask: Ask, form: Form) -> bool:
    """Whether new words are in the sentence of those beside which they were to stand, or in the clause whose
    start or end was named; nothing is near a heading."""
    if ask.edge is not None:
        return ask.edge is not Edge.TITLE
    new, spot = (form(one or "").strip(MARKS) for one in (ask.new, ask.old or ask.before))
    return bool(new) and beside(side, new, phrase(spot), form)


def in_cited_clause(case: Case, where: Sequence[str]) -> bool:
    """Whether any of `where` is in a clause that the comment cites or is linked to, if it cites any."""
    if not any(id in case.cited for id, _ in cited(case.comment)):
        return True
    meant: set[str] = set()
    told = list(cited(case.comment))
    around = {above.id for id, _ in told for above in _above(case, id)}
    for cited_id, reference in told:
        if cited_id in around:
            continue  # "tại khoản 3, gạch đầu dòng thứ hai": the narrower place is meant
        for id in case.cited.get(cited_id, ()):
            meant.update(clause.id for clause in case.after.draft.subtree(id))
            if lexicon(Asks).behind.pattern.search(decoded(case.comment.text[: reference.start])):
                meant.update(_beside(case.after, id))
    if meant.isdisjoint(case.after.ids):
        meant |= case.after.inside  # it is linked by its words: the citation is wrong
    return not meant.isdisjoint(where)


def _above(case: Case, id: str) -> tuple[Clause, ...]:
    draft = case.before.draft
    return tuple(draft.ancestors(id)) if id in draft.by_id else ()


def _in_each(case: Case, where: Sequence[str]) -> bool:
    """Whether of several clauses cited at once ("tại khoản 1 và khoản 3") each has some of `where`."""
    together: dict[int, set[str]] = {}
    for id, one in cited(case.comment):
        unit = one.locators[0].parts[0] if one.locators else ("role", "")
        several = unit[0] == "role" or unit == ("annex", "")  # a section that may be several clauses
        if one in case.comment.references and id in case.kept and not several:
            together.setdefault(one.start, set()).add(id)
    meant = [case.kept[id] for ids in together.values() if len(ids) > 1 for id in ids]
    under = ({clause.id for id in now for clause in case.after.draft.subtree(id)} for now in meant if now)
    return not any(each.isdisjoint(where) for each in under)


def cited(comment: Comment) -> Iterator[tuple[str, Reference]]:
    """The places of the draft that a comment cites as what is spoken of, or as where words are to be put."""
    for one in (*comment.references, *comment.beside):
        text = comment.text if one in comment.references else ""
        if one.id is not None and says_where(text, one):
            yield one.id, one


def _beside(side: Side, id: str) -> set[str]:
    """The clauses on the level of `id`."""
    parent = side.draft.by_id[id].parent
    return {clause.id for clause in side.draft.clauses if clause.parent == parent}


def _spot(ask: Ask) -> object:
    return ask.old or ask.before or ask.edge


def stands_there(side: Side, case: Case, ask: Ask, form: Form) -> bool:
    """Whether the new words stand beside those named, or at the end of the clause that is named."""
    new = form(ask.new or "").strip(MARKS)
    if ask.edge is Edge.TITLE:
        return _in_title(side, new, form, alone=ask.op is Op.REPLACE and not ask.old)
    if ask.edge is not None:
        return _at_edge(side, ask.edge, new, form)
    text = _without_others(side.whole(form), case, ask, form)
    behind, before = (None if one is None else form(one).strip(MARKS) for one in (ask.old, ask.before))
    if (behind and behind in new) or (before and before in new):
        return True  # the words named are repeated in the new ones: where these came, they stand
    pieces = [phrase(one).pattern for one in (behind, new, before) if one]
    return re.search(_BETWEEN.join(pieces), text) is not None


def _in_title(side: Side, new: str, form: Form, *, alone: bool) -> bool:
    """Whether words are in the heading of a clause meant, or in the draft's title where none is; `alone`:
    as all of it, but for its number."""
    own = [side.draft.by_id[id] for id in side.ids]
    titles = [form(title) for title in [clause.heading or clause.text for clause in own] or side.draft.front]
    if alone:
        return any(re.fullmatch(rf"(?:\w+\s+[\w.]+\W+)?{re.escape(new)}", one.strip(MARKS)) for one in titles)
    return any(phrase(new).search(title) for title in titles)


def _at_edge(side: Side, edge: Edge, new: str, form: Form) -> bool:
    """Whether a clause meant, or all that is under it, begins or ends with the new words."""
    for id in side.ids or tuple(clause.id for clause in side.draft.clauses):
        under = [form(clause.text).strip(MARKS + " ") for clause in side.draft.subtree(id)]
        wanted = phrase(new)
        if edge is Edge.START and any(wanted.match(text) for text in under[:2]):
            return True
        ends = (under[0], under[-1]) if edge is Edge.END else ()
        if any(text.endswith(new) or (len(under) > 1 and wanted.search(under[-1])) for text in ends):
            return True
    return False


def _without_others(text: str, case: Case, ask: Ask, form: Form) -> str:
    """`text` without the other words asked for: "bổ sung “A”, “B” sau “C”" gives "C, A, B"."""
    for other in case.comment.asks:
        words = form(other.new or "").strip(MARKS)
        if words and other is not ask and other.new != ask.new:
            text = phrase(words).sub(" ", text)
    return text
