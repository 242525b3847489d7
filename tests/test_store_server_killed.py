"""A server that is killed in the middle of saves: what was acknowledged is there, all else is one line."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner

from drafter.cli import app
from drafter.errors import DrafterError, StoreUnreachable
from drafter.model import UNDECIDED, Author, Decision, Registered, Save
from drafter.store import Store
from drafter.wording.errors import sentence
from drafter.workspace import Stages
from tests.commands import part
from tests.crashing import hangs_together
from tests.languages import vietnamese
from tests.servers import PASSWORD, Server, kill, server, start, stop

pytestmark = [
    pytest.mark.slow,
    pytest.mark.server,
    # Beside others of the whole set its server was ended by something that is not found yet.
    pytest.mark.skipif(
        "PYTEST_XDIST_WORKER" in os.environ, reason="runs by itself: .ci/run has a step for it"
    ),
]

AUTHOR = Author("Lan", "2021-03-01T08:00:00+07:00")
KEYS = tuple(f"k{at}" for at in range(4))  # each is decided by a hand of its own
ROUNDS = 6


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    with server(durable=True) as made:
        yield made


def saving(place: str, key: str, begun: Event, stopped: Event) -> tuple[list[int], DrafterError | None]:
    """The versions of `key` that were acknowledged until the server went away, and what was said then."""
    told: list[int] = []
    store = Store(place)
    try:
        while not stopped.is_set():
            before = store.decisions().get(key, UNDECIDED)
            store.save(
                [Save(key, Decision(response=f"lần {before.version + 1}", version=before.version))], AUTHOR
            )
            told.append(before.version + 1)
            begun.set()
    except DrafterError as error:
        return told, error
    finally:
        store.close()
    return told, None


def _once_back(store: Store) -> Mapping[str, Decision]:
    """What the store has as soon as the server, whose earlier self may still be ending, answers."""
    until = time.monotonic() + 30
    while True:
        try:
            return store.decisions()
        except StoreUnreachable:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@pytest.mark.parametrize("end", [stop, kill])
def test_a_server_killed_in_the_middle_of_saves_loses_nothing_acknowledged(
    postgres: Server, end: Callable[[Server], None]
) -> None:
    place, chance = postgres.address(), random.Random(7)
    store = Store(place)
    store.register([Registered(0, key, "Sở A", f"Lời {key}") for key in KEYS])
    last = {key: store.decisions().get(key, UNDECIDED).version for key in KEYS}
    for _ in range(ROUNDS):
        begun, stopped = Event(), Event()
        with ThreadPoolExecutor(len(KEYS)) as hands:
            work = {key: hands.submit(saving, place, key, begun, stopped) for key in KEYS}
            assert begun.wait(60)
            time.sleep(chance.random() / 2)
            end(postgres)
            stopped.set()
            done = {key: each.result() for key, each in work.items()}
        assert any(told for told, _ in done.values())
        for _, error in done.values():
            assert isinstance(error, StoreUnreachable | None)
            line = "" if error is None else sentence(error)
            assert PASSWORD not in line and "\n" not in line
        start(postgres)
        there = _once_back(store)  # the same store goes on once the server is back
        for key, (told, _) in done.items():
            assert told == [*range(last[key] + 1, last[key] + 1 + len(told))]
            # one more may stand there: it was saved, and the answer never came
            saved = there.get(key, UNDECIDED).version
            assert last[key] + len(told) <= saved <= last[key] + len(told) + 1
            last[key] = there[key].version
        hangs_together(store)
    store.close()


@pytest.mark.parametrize("end", [stop, kill])
def test_a_command_on_a_server_that_was_killed_is_one_line(
    postgres: Server, end: Callable[[Server], None], tmp_path: Path
) -> None:
    root = part(tmp_path)
    (root / "drafter.toml").write_text(f"store = '{postgres.address()}'\n", encoding="utf-8")
    stages = Stages()
    decide = ["-C", str(root), "decide", "2", "--note", "--by", "B"]
    end(postgres)
    done = CliRunner().invoke(app, decide, obj=stages)
    start(postgres)
    assert done.exit_code == 3
    (line,) = done.stderr.strip().splitlines()
    assert vietnamese(line) and "máy chủ" in line and PASSWORD not in line
    assert CliRunner().invoke(app, decide, obj=stages).exit_code == 0
