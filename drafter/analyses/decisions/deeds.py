"""Deeds: the edit that fulfils an accepted comment, in words by which later drafts are watched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from drafter.analyses.signs import has_figure, kept, signs, times, words_of
from drafter.model import Ask, Deed, Draft, Rounds

from .edits import PhraseEdit, lineages, phrase_edits

_MOST = 12  # phrases: more are the redrafting of a part, and no edit made for one comment
_TELLING = 3  # signs
_HALF = 0.5  # of the words asked for


def deed_of(
    ids: Iterable[str],
    about: Draft,
    rounds: Rounds,
    *,
    asks: Sequence[Ask] = (),
    others: Sequence[Ask] = (),
    shown: Iterable[str] = (),
    draft: Draft | None = None,
    named: bool = False,
) -> Deed | None:
    """What `draft`, or the newest, did to the clauses `ids` of `about`, the draft that was commented.

    Of several edits those that do what `asks` name; where none does, the only one that does not do what
    `others` name, which other comments ask for: the words may be the office's own. `named`: an edit that
    `asks` do not name is none of theirs. `shown`: clauses of `draft` in which the answer stands, wherever
    they are. None where nothing changed there but spelling that nobody asked for, where one of several edits
    cannot be told from those of others, or so much changed that no single edit can be told.
    Without `asks` every edit there is meant. Raises KeyError for a draft or a clause that is none of these.
    """
    later = draft or rounds.newest
    if later.path == about.path:
        return None
    exact = any(_of_spelling(ask) for ask in asks)
    here = list(_edits(ids, about, later, rounds, exact=exact))
    places = dict.fromkeys(rounds.follow(shown, later, about))
    far = list(_edits(places, about, later, rounds, exact=exact)) if places else []
    far += [edit for id in shown for edit in _new(id, about, later, rounds)]
    found = list(_asked(list(dict.fromkeys((*here, *far))), asks))
    if not found and not named:
        own = [edit for edit in here if not any(_asked([edit], others))]
        found = own if len(own) == 1 or not asks else []
    if not found or len(found) > _MOST:
        return None
    return Deed(
        later.path,
        later.number,
        tuple(dict.fromkeys(id for edit in found for id in edit.clauses)),
        tuple(dict.fromkeys(edit.new for edit in found if edit.new)),
        tuple(dict.fromkeys(edit.old for edit in found if edit.old)),
    )


def is_telling(phrase: str) -> bool:
    """Whether a phrase is long enough, or has a figure, to be known again: `"và"` stands everywhere."""
    found = signs(phrase)
    return len(found) >= _TELLING or (len(found) > 1 and any(map(has_figure, found)))


def does_what_is_asked(edits: Sequence[PhraseEdit], asks: Sequence[Ask]) -> bool:
    """Whether some of `edits` do what `asks` name in words."""
    return any(True for _ in _asked(edits, asks))


def deed_in_words(phrases: Sequence[str], draft: Draft) -> Deed | None:
    """The deed of a person who names the words of `draft` that fulfil the decision; None where one of them
    stands nowhere in it."""
    places: dict[str, None] = {}
    for phrase in phrases:
        found = [clause.id for clause in draft.clauses if times(phrase, words_of(clause))]
        if not found:
            return None
        places.update(dict.fromkeys(found))
    return Deed(draft.path, draft.number, tuple(places), tuple(phrases))


def _edits(
    ids: Iterable[str], about: Draft, later: Draft, rounds: Rounds, *, exact: bool
) -> Iterator[PhraseEdit]:
    for old, new in lineages(ids, about, later, rounds):
        for edit in phrase_edits(old, new, exact=exact):
            if new or not _stands(edit.old, later):  # else it has only moved
                yield edit


def _new(id: str, about: Draft, later: Draft, rounds: Rounds) -> Iterator[PhraseEdit]:
    """A clause that continues none, wherever it is."""
    if not rounds.follow((id,), later, about):
        yield from phrase_edits((), (later.by_id[id],))


def _stands(phrase: str, draft: Draft) -> bool:
    return any(times(phrase, words_of(clause)) for clause in draft.clauses)


def _of_spelling(ask: Ask) -> bool:
    """ "Viết “UBND” thành “Ủy ban nhân dân”"."""
    return bool(ask.old and ask.new) and signs(ask.old or "") == signs(ask.new or "")


def _asked(edits: Sequence[PhraseEdit], asks: Sequence[Ask]) -> Iterator[PhraseEdit]:
    """Those of `edits` that do something that is asked for in words."""
    meant = {
        edit
        for ask in asks
        for wanted, side in _wanted(ask)
        for edit in _doing(wanted, {edit: _cores(edit)[side] for edit in edits})
    }
    yield from (edit for edit in edits if edit in meant)


def _wanted(ask: Ask) -> Iterator[tuple[tuple[str, ...], int]]:
    """The signs that an ask names, each with whether they are to come (0) or to go (1)."""
    yield _only(ask.new, ask.old), 0
    for words in (ask.agency or "", ask.figure or "", *ask.acts):
        yield signs(words), 0
    if ask.new or not _is_place(ask):
        yield _only(ask.old, ask.new), 1


def _doing(wanted: Sequence[str], found: Mapping[PhraseEdit, frozenset[str]]) -> list[PhraseEdit]:
    """The edits that have all the signs that are wanted, else much of them: several only where together they
    have all, for of a long wish much stands by chance in what others wrote."""
    if not wanted:
        return []
    counted = {edit: sum(sign in own for sign in wanted) for edit, own in found.items()}
    whole = [edit for edit, count in counted.items() if count == len(wanted)]
    if whole:
        return whole
    much = [edit for edit, count in counted.items() if count >= _HALF * len(wanted)]
    together = frozenset().union(*(found[edit] for edit in much))
    return much if len(much) == 1 or together.issuperset(wanted) else []


def _is_place(ask: Ask) -> bool:
    """Whether the old words only say behind which the new ones are to stand."""
    return ask.op is not None and ask.op.value == "add"


def _only(words: str | None, others: str | None) -> tuple[str, ...]:
    """The signs of `words` that `others` lack: what is to come, what is to go."""
    known = set(signs(others or ""))
    own = signs(words or "")
    return tuple(sign for sign in own if sign not in known) or own


@lru_cache(maxsize=4096)
def _cores(edit: PhraseEdit) -> tuple[frozenset[str], frozenset[str]]:
    """The signs that came and those that went."""
    old, new = signs(edit.old), signs(edit.new)
    stays, stood = kept(old, new), kept(new, old)
    came = frozenset(sign for sign, there in zip(new, stood, strict=True) if not there)
    return came, frozenset(sign for sign, there in zip(old, stays, strict=True) if not there)
