"""Wishes: what is to be added or made clear in no words of its own; does what came speak of it?

Where the linked clauses are as they were and nothing that came elsewhere speaks of it, it was not done. Where
most of it came, with its figures and as it was asked for (no "không" more or less), it was. In between a
person must say: a clause that was reworded may say it in words of its own, unless what is asked for is known
by its words, as money is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from drafter.language.lexicon import cue, lexicon
from drafter.language.negations import negations
from drafter.language.words import words
from drafter.model import Ask, Measured, Op, Verdict

from .beside import exchanges
from .case import Case, Outcome, loose, telling
from .given_up import gave_up, lacks_unit, of_another
from .objects import told_elsewhere
from .places import placed
from .rest import tells_apart
from .terms import more, pairs

_SOME = 0.25  # of the terms asked for: fewer in what was added are chance
_MOST = 0.4  # of them: one clause that has so many anew does what was asked
_HERE = 0.55  # of them: so many that came to the linked clauses do what was asked
_PERHAPS = 0.5  # of them: a linked clause that had so many before may say it already
_NEARLY_ALL = 0.65  # of them: a linked clause that had so many before did it already
_REWORDED = 0.25  # of the words asked for: where more are said otherwise a person must say
_BEFORE = 3  # words: so near before others a negation is theirs
_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = 5  # terms: of fewer no share can be told


def terms(case: Case, ask: Ask) -> Outcome | None:
    """Whether anything that was added speaks of what is to be added or made clear.

    What is only to be weighed is for a person to say.
    """
    if ask.op not in (None, Op.ADD, Op.CLARIFY, Op.REPLACE):
        return None
    if ask.weighed:
        return Outcome(Verdict.UNCLEAR)
    already = ask.op is Op.ADD and not ask.missing
    found = spoken_of(case, ask.about, add=ask.op is not Op.REPLACE, already=already)
    known = ask.op is not None or (found is not None and found.verdict in (Verdict.ADDRESSED, Verdict.PARTLY))
    return found if known else None  # what no verb names is proved, or left to a person


def spoken_of(case: Case, what: str, *, add: bool, already: bool = False) -> Outcome | None:
    """Whether the later draft speaks of something that it is to `add`; or did `already`, which is asked of
    additions alone: what is to be made clear is spoken of in any case."""
    wanted = pairs(loose(what))
    if not wanted:
        return None
    added = wanted & _added(case, wide=not case.sure)
    measure = Measured("asked-terms", 0, len(added), "terms")
    done = _came_here(case, what, wanted, add=add) or (_came_anew(case, what, wanted) if add else None)
    if done is not None and (
        not _has_thing(case, what, done)
        or gave_up(case, wanted, done.where)
        or (done.verdict is Verdict.ADDRESSED and lacks_unit(case, wanted, done.where))
        or of_another(case, wanted, done.where)
    ):
        return Outcome(Verdict.UNCLEAR, (*done.measures, measure), done.where)
    if done is not None:
        return placed(case, Ask(Op.ADD), Outcome(done.verdict, (*done.measures, measure), done.where), loose)
    stood = _stood(case, what, wanted)
    if add and already and stood >= _NEARLY_ALL * len(wanted) and len(wanted) >= _MANY:
        stands = _stands_in_order(case, what) and not gave_up(case, wanted)
        verdict = Verdict.ALREADY if stands else Verdict.UNCLEAR
        return Outcome(verdict, (Measured("asked-terms", stood, stood, "terms"),), case.after.ids)
    perhaps = already and stood >= _PERHAPS * len(wanted) and len(wanted) >= _MANY
    figures = [_figures(side.text(loose)) for side in (case.before, case.after)]
    scaled = cue("evidence", "beside", "scaled").search(loose(what).lower())
    changed = (not add and scaled is not None and figures[0] != figures[1]) or _in_another_period(case, what)
    open_ = changed or len(added) >= _SOME * len(wanted) or perhaps or _in_other_words(case, what)
    return Outcome(Verdict.UNCLEAR if open_ else Verdict.NOT_YET, (measure,), case.after.ids)


def _in_another_period(case: Case, what: str) -> bool:
    """Whether how often something is done is asked for, and the linked clauses say another."""
    period = cue("evidence", "beside", "period")
    if period.search(loose(what).lower()) is None:
        return False
    stood, stands = (set(period.findall(side.text(loose).lower())) for side in (case.before, case.after))
    return stands > set() and not stands <= stood


def _has_thing(case: Case, what: str, done: Outcome) -> bool:
    """Whether what is done has the thing itself that is asked for first: "tiêu chí đánh giá kết quả" is not
    met by words about the results."""
    opening = " ".join(loose(what).split()[:_MANY]).lower()
    named = cue("evidence", "things", "words").search(opening)
    text = "\n".join(loose(case.after.draft.by_id[id].text) for id in done.where)
    return (named is None or named[0] in text.lower()) and tells_apart(loose(what), text)


def _came_here(case: Case, what: str, wanted: frozenset[str], *, add: bool) -> Outcome | None:
    """What came to the linked clauses has most of it, or a figure that it names with something of it; a year
    alone, which may be that of anything, with more of what is to be added."""
    if not case.sure or not _same_sense(what, case.came):
        return None
    share = len(wanted & pairs(case.came)) / len(wanted)
    asked, came, stood = (_figures(text) for text in (loose(what), case.came, case.before.text(loose)))
    fresh = asked - stood
    if len(wanted) >= _MANY and share >= _HERE:
        verdict = Verdict.ADDRESSED if fresh <= came else Verdict.PARTLY
        return Outcome(verdict, (), case.after.ids)
    if fresh and fresh <= came and wanted & pairs(case.after.text(loose)):
        told = frozenset(one for one in wanted if not any(word[0].isdigit() for word in one.split()))
        chance = add and all(map(_YEAR.fullmatch, fresh)) and len(told & pairs(case.came)) < _SOME * len(told)
        other = chance or told_elsewhere(case, told, lambda said: not fresh.isdisjoint(_figures(said)))
        return Outcome(Verdict.UNCLEAR if other else Verdict.ADDRESSED, (), case.after.ids)
    return None


def _came_anew(case: Case, what: str, wanted: frozenset[str]) -> Outcome | None:
    """One clause that is new or reworded has most of it."""
    if len(wanted) < _MANY:
        return None
    added = wanted & _added(case, wide=True)
    anew = _new_among(added, case)
    best = max(anew, key=lambda id: len(anew[id]), default=None)
    if best is None:
        return None
    least = _MOST if best in case.after.inside or not case.sure else _HERE
    if len(anew[best]) < least * len(wanted):
        return None
    text = loose(case.after.draft.by_id[best].text)
    if not _same_sense(what, text):
        return Outcome(Verdict.UNCLEAR, (), (best,))
    lacks = _figures(loose(what)) - _figures(text)
    return Outcome(Verdict.PARTLY if lacks else Verdict.ADDRESSED, (), (best,))


def _stood(case: Case, what: str, wanted: frozenset[str]) -> int:
    """How many of the terms a linked clause had before, in the same sense and with the figures."""
    texts = [loose(case.before.draft.by_id[id].text) for id in case.before.inside]
    asked = _figures(loose(what))
    said = (text for text in texts if asked <= _figures(text) and tells_apart(loose(what), text))
    return max((len(wanted & pairs(text)) for text in said), default=0)


def _stands_in_order(case: Case, what: str) -> bool:
    """Whether a linked clause had the words asked for before, in their order, with each that bounds them and
    each figure as often: many of them anyhow are no proof."""
    said = words(loose(what).lower())
    held = (loose(case.before.draft.by_id[id].text) for id in case.before.inside)
    return any(_has_in_order(said, words(text.lower())) for text in held)


def _has_in_order(said: Sequence[str], text: Sequence[str]) -> bool:
    bounding = frozenset(lexicon("evidence")["already"]["bounding"])
    ops = Indel.opcodes(said, text)
    kept = [op for op in ops if op.tag == "equal"]
    lacking = [word for op in ops if op.tag != "equal" for word in said[op.src_start : op.src_end]]
    if not kept or len(lacking) > _REWORDED * len(said) or _names_another(said, text):
        return False
    longest = max(kept, key=lambda op: op.dest_end - op.dest_start).dest_start
    before = set(text[max(longest - _BEFORE, 0) : longest]).difference(said)
    denied = before.intersection(lexicon("evidence")["negation"]["words"])
    return not denied and not any(word in bounding or word[0].isdigit() for word in lacking)


def _names_another(said: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a few words that tell something stand where others are asked for: "an toàn thực phẩm" for "an
    toàn lao động"."""
    light = frozenset(lexicon("evidence")["already"]["light"])
    return any(
        max(len(wanted), len(there)) <= _BEFORE
        and all(set(telling(" ".join(side))) - light for side in (wanted, there))
        for gone, fresh in exchanges(said, text)
        for wanted, there in [(said[gone.start : gone.stop], text[fresh.start : fresh.stop])]
    )


def _in_other_words(case: Case, what: str) -> bool:
    """Whether a linked clause that was reworded may say it in words of its own."""
    if not case.reworded:
        return False
    kinds = lexicon("evidence")["kinds"]
    known = [kind for kind in kinds if _speaks(kind, what)]
    return not known or any(_speaks(kind, case.came) for kind in known)


def _speaks(kind: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{cue('evidence', 'kinds', kind).pattern})(?!\w)", text.lower()) is not None


def _same_sense(what: str, came: str) -> bool:
    """Whether what came forbids where a ban is asked for, and nowhere else."""
    return bool(negations(loose(what))) == bool(negations(came))


def _figures(text: str) -> set[str]:
    """Figures as they are compared: `"06"` and `"6"` are one."""
    return {word.lstrip("0") for word in words(text) if word[0].isdigit()}


def _new_among(wanted: frozenset[str], case: Case) -> dict[str, frozenset[str]]:
    """Clauses that are new or reworded → which of these pairs of words they have and the clause that they
    continue has not; those with some."""
    continued = {now: id for id, ids in case.kept.items() for now in ids}
    found = {}
    for id, text in case.after.texts.anew(case.before.texts).items():
        here = wanted & pairs(text)
        if here and id in continued:
            here -= pairs(loose(case.before.draft.by_id[continued[id]].text))
        if here:
            found[id] = here
    return found


def _added(case: Case, *, wide: bool) -> frozenset[str]:
    """Pairs of words that stand more often in the later draft."""
    return more(*(side.whole(loose) if wide else side.said(loose) for side in (case.before, case.after)))
