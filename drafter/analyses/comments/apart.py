"""Apart: comments of equal content, each with a key of its own, and the same one whatever comes or goes.

They are counted: each keeps the place among its kind that it has in the store, where it is still in the file
that it was first read in. What has none yet is counted by the dates of the letters, then in their order: as
nothing else distinguishes them, it is all one which is which.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from drafter.language.identities import identity
from drafter.model import Comment, Letter, Registered, Rounds

from .keys import alike, home_of, key_of

Known = Mapping[str, Registered]
_ASSUMED = "assumed-draft"


def told_apart(letters: Sequence[Letter], registered: Iterable[Registered] = ()) -> tuple[Letter, ...]:
    """`letters` with each of several comments of one key told by the heading that it stands under, and where
    that is the same too, the second and further ones counted into theirs: no key twice. `registered`: those
    that have numbers."""
    known = {each.key: each for each in registered}
    comments = [comment for letter in letters for comment in letter.comments]
    return _with(letters, _counted(comments, _under_headings(comments, known), known))


def as_first_read(
    letters: Sequence[Letter],
    registered: Sequence[Registered],
    corrected: Callable[[str], bool],
    rounds: Rounds,
) -> tuple[Letter, ...]:
    """`letters`, each comment of a file whose agency a person has `corrected` with the key that it was first
    read under, in the name of another: number and decisions stay with it.

    Only where the words are the same in the same file, and it is plain which is which: where there are now
    as many of them as are gone.
    """
    comments = [comment for letter in letters for comment in letter.comments]
    now, known, home = {each.key for each in comments}, {each.key for each in registered}, home_of(rounds)
    gone: dict[tuple[str, str, int | None], list[Registered]] = {}
    for each in registered:
        if each.key not in now and corrected(each.path):
            gone.setdefault((each.path, alike(each.text), each.draft_number), []).append(each)
    came: dict[tuple[str, str, int | None], list[Comment]] = {}
    for comment in comments:
        if comment.key not in known:
            place = (comment.path, alike(comment.text), _number(comment, rounds))
            if place in gone:
                came.setdefault(place, []).append(comment)
    keys = {
        comment.id: old.key
        for place, new in came.items()
        if len(new) == len(gone[place])
        for comment, old in zip(new, gone[place], strict=True)
        if identity(comment.agency, home) != identity(old.agency, home)
    }
    return _with(letters, [keys.get(each.id, each.key) for each in comments]) if keys else tuple(letters)


def known_draft(
    letters: Sequence[Letter], registered: Iterable[Registered], rounds: Rounds, there: Container[str]
) -> int | None:
    """The number of the draft that the letters of one file, which do not tell theirs, were about when they
    were first read; None where they tell it, or nobody knows. `there`: the files that there are: a letter
    that was read in another one may be this, moved."""
    if not any(notice.code == _ASSUMED for letter in letters for notice in letter.notices):
        return None
    comments = [comment for letter in letters for comment in letter.comments]
    keys, path, texts = {each.key for each in comments}, letters[0].path, {alike(c.text) for c in comments}
    numbers = {draft.number for draft in rounds.drafts}
    own = (each for each in registered if each.draft_number in numbers)
    known = [each for each in own if each.path == path or (each.key in keys and each.path not in there)]
    known.sort(key=lambda each: each.path != path)
    return next((each.draft_number for each in known if each.key in keys or alike(each.text) in texts), None)


def _with(letters: Sequence[Letter], keys: Iterable[str]) -> tuple[Letter, ...]:
    """`letters`, their comments with `keys`, in their order."""
    of_all = iter(keys)
    return tuple(
        replace(letter, comments=tuple(replace(each, key=next(of_all)) for each in letter.comments))
        for letter in letters
    )


def _number(comment: Comment, rounds: Rounds) -> int | None:
    draft = rounds.draft(comment.draft)
    return None if draft is None else draft.number


def _under_headings(comments: Sequence[Comment], known: Known) -> list[str]:
    """The key of each, by its heading where equal ones stand under several. One that was alone when it got
    its number keeps its key, where no other is in its file: it is plain that it is meant."""
    under: dict[str, set[str]] = {}
    in_file: dict[str, list[int]] = {}
    for place, comment in enumerate(comments):
        under.setdefault(comment.key, set()).add(alike(comment.cited))
        if comment.key in known and known[comment.key].path == comment.path:
            in_file.setdefault(comment.key, []).append(place)
    stay = {places[0] for places in in_file.values() if len(places) == 1}
    return [
        comment.key
        if len(under[comment.key]) == 1 or place in stay
        else key_of((comment.key, "under", alike(comment.cited)))
        for place, comment in enumerate(comments)
    ]


def _counted(comments: Sequence[Comment], keys: Sequence[str], known: Known) -> list[str]:
    """`keys`, the second and further ones counted into theirs."""
    kinds: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        kinds.setdefault(key, []).append(place)
    made = list(keys)
    for key, places in kinds.items():
        slots = _slots(key, len(places), known)
        if len(slots) > 1:
            for slot, place in _places(slots, places, comments, known):
                made[place] = slot
    return made


def _slots(key: str, count: int, known: Container[str]) -> list[str]:
    """The keys of so many of one kind, and of those that had one and may be gone."""
    slots = [key]
    while len(slots) < count or _nth(key, len(slots) + 1) in known:
        slots.append(_nth(key, len(slots) + 1))
    return slots


def _nth(key: str, number: int) -> str:
    return key_of((key, str(number)))


def _places(
    slots: Sequence[str], places: Sequence[int], comments: Sequence[Comment], known: Known
) -> Iterable[tuple[str, int]]:
    """Which of `comments`, by its place, has which of the keys: first those that are where they were, then
    those whose file was only moved, then all others."""
    free, open_slots = list(places), list(slots)
    for name in (str, _called):
        waiting: dict[str, deque[int]] = {}
        for place in free:
            waiting.setdefault(name(comments[place].path), deque()).append(place)
        taken = {}
        for slot in open_slots:
            old = known.get(slot)
            if old is not None and (here := waiting.get(name(old.path))):
                taken[slot] = here.popleft()
        yield from taken.items()
        gone = {*taken.values()}
        free = [place for place in free if place not in gone]
        open_slots = [slot for slot in open_slots if slot not in taken]
    free.sort(key=lambda place: (comments[place].date or date.max, place))
    yield from zip(open_slots, free, strict=False)


def _called(path: str) -> str:
    return PurePosixPath(path).name
