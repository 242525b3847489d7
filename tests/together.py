"""Several processes with several threads each that save in one store at once, and what must come of it."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from drafter.errors import Stale
from drafter.model import UNDECIDED, Author, Decision, Disposition, Save
from drafter.store import Store
from tests.crashing import COMMENTS, hangs_together
from tests.kills import context

Acknowledged = tuple[int, str, int, str]  # act, key, version, response


@dataclass(frozen=True, slots=True)
class Told:
    """What was acknowledged, and how many saves were refused because somebody else had saved."""

    saved: list[Acknowledged]
    conflicts: int


def together(place: str | Path, *, processes: int = 2, threads: int = 8, saves: int) -> Told:
    """`saves` in all, by `threads` in each of `processes`, the first of which make the database as well."""
    share = saves // (processes * threads)
    pipes = [context().Pipe(duplex=False) for _ in range(processes)]
    running = []
    for number, (_, writing) in enumerate(pipes):
        process = context().Process(target=_run, args=(place, number, threads, share, writing), daemon=True)  # type: ignore[attr-defined]
        process.start()
        writing.close()
        running.append(process)
    parts = [reading.recv() for reading, _ in pipes]
    for process in running:
        process.join()
    for part in parts:
        if isinstance(part, BaseException):
            raise part
    return Told([each for part in parts for each in part.saved], sum(part.conflicts for part in parts))


def check(place: str | Path, told: Told) -> None:
    """Each acknowledged save is a line of history, and nothing else is; no version was given twice or left
    out, no number either."""
    store = Store(place)
    lines = [(line.act, line.key, line.after.version, line.after.response) for line in store.history()]
    assert Counter(lines) == Counter(told.saved)
    acts = [act for act, *_ in lines]
    assert sorted(set(acts)) == [*range(1, max(acts) + 1)]
    hangs_together(store)
    assert len(store.numbers()) == len(COMMENTS)
    store.close()


def _run(place: str | Path, number: int, threads: int, share: int, writing: Connection) -> None:
    try:
        store = Store(place)
        store.register(random.Random(number).sample(COMMENTS, len(COMMENTS)))
        with ThreadPoolExecutor(threads) as pool:
            parts = [*pool.map(lambda each: _saves(store, f"{number}.{each}", share), range(threads))]
        store.close()
        writing.send(
            Told([each for part in parts for each in part.saved], sum(part.conflicts for part in parts))
        )
    except Exception as error:
        writing.send(AssertionError(repr(error)))


def _saves(store: Store, name: str, share: int) -> Told:
    """Saves of one person, who looks again where somebody was faster."""
    chance, author = random.Random(name), Author(name, "2021-03-01T08:00:00+07:00")
    saved: list[Acknowledged] = []
    conflicts = 0
    while len(saved) < share:
        decisions = store.decisions()
        keys = chance.sample(
            [each.key for each in COMMENTS], min(chance.choice((1, 1, 2)), share - len(saved))
        )
        response = f"{name}: {len(saved)}"
        made = [
            Save(key, Decision(Disposition.NOTED, response=response,
                               version=decisions.get(key, UNDECIDED).version))
            for key in keys
        ]  # fmt: skip
        try:
            act = store.save(made, author)
        except Stale as stale:
            assert response in stale.facts["ours"] and len(stale.facts["conflicts"]) <= len(keys)
            conflicts += 1
            continue
        saved.extend((act, each.key, each.decision.version + 1, response) for each in made)
    return Told(saved, conflicts)
