"""Several people at once: nobody's save is lost, and whoever comes too late is told.

`python -m tests.bench.saves` does the same with 20,000 saves.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Server, create, server
from tests.together import Told, check, together

pytestmark = pytest.mark.slow  # processes of their own

_SAVES = 480


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    with server() as made:
        yield made


def held(told: Told, place: str | Path) -> None:
    assert len(told.saved) == _SAVES
    assert told.conflicts, "nobody was in anybody's way: nothing was tried"
    check(place, told)


def test_two_processes_of_eight_threads_lose_nothing_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / ".drafter" / "workspace.db"
    held(together(place, saves=_SAVES), place)


@pytest.mark.server
def test_two_processes_of_eight_threads_lose_nothing_on_a_server(postgres: Server) -> None:
    place = postgres.address()
    held(together(place, saves=_SAVES), place)


def test_many_that_make_one_database_at_once_make_one(tmp_path: Path) -> None:
    for attempt in range(3):
        place = tmp_path / f"{attempt}" / "workspace.db"
        told = together(place, processes=6, threads=1, saves=12)
        check(place, told)


@pytest.mark.server
def test_many_that_make_one_database_on_a_server_at_once_make_one(postgres: Server) -> None:
    for attempt in range(3):
        create(postgres, f"lần {attempt}")
        place = postgres.address(f"lần%20{attempt}")
        told = together(place, processes=6, threads=1, saves=12)
        check(place, told)


def test_a_save_that_nobody_made_or_that_was_lost_is_seen(tmp_path: Path) -> None:
    place = tmp_path / "workspace.db"
    told = together(place, processes=1, threads=2, saves=4)
    check(place, told)
    for wrong in (Told(told.saved[1:], 0), Told([*told.saved, (9, "k000", 9, "lời")], 0)):
        with pytest.raises(AssertionError):
            check(place, wrong)


def test_more_threads_than_connections_wait_for_their_turn(tmp_path: Path) -> None:
    place = tmp_path / "workspace.db"
    told = together(place, processes=1, threads=40, saves=80)
    assert len(told.saved) == 80
    check(place, told)
