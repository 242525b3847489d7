"""Engines: one function over many parts, the same from each of them, whatever becomes of the workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.engines import ENGINES, engine_of
from drafter.errors import WorkersLost
from tests.engine_work import add, fail, kill_always, kill_once, lose

SEVERAL = [pytest.param(name, marks=pytest.mark.slow) for name in ENGINES if name != "local"]


@pytest.mark.parametrize("name", ["local", *SEVERAL])
def test_results_come_in_the_order_of_the_parts(name: str) -> None:
    with engine_of(name, workers=2) as engine:
        assert list(engine.map(add, 10, range(40))) == [10 + n for n in range(40)]
        assert list(engine.map(add, 20, range(3))) == [20, 21, 22]
        assert list(engine.map(add, 20, [])) == []


@pytest.mark.parametrize("name", ["local", *SEVERAL])
def test_what_the_work_raises_is_raised(name: str) -> None:
    with pytest.raises(ValueError, match="7"), engine_of(name, workers=2) as engine:
        list(engine.map(fail, 0, [7]))


@pytest.mark.parametrize("name", ["local", *SEVERAL])
def test_parts_are_taken_as_they_are_wanted(name: str) -> None:
    taken = []

    def parts() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with engine_of(name, workers=2) as engine:
        results = engine.map(add, 0, parts())
        assert next(results) == 0
        assert len(taken) <= 8


@pytest.mark.slow
@pytest.mark.parametrize("name", ["processes", "dask"])
def test_the_parts_of_a_worker_that_is_killed_are_done_again(name: str, tmp_path: Path) -> None:
    with engine_of(name, workers=2) as engine:
        found = list(engine.map(kill_once, str(tmp_path / "killed"), range(20)))
    assert found == [n * n for n in range(20)]
    assert (tmp_path / "killed").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["processes", "dask"])
def test_a_part_that_kills_every_worker_is_given_up(name: str) -> None:
    with pytest.raises(WorkersLost), engine_of(name, workers=2) as engine:
        list(engine.map(kill_always, "", [1]))


@pytest.mark.slow
def test_a_failure_comes_back_from_a_worker_with_its_facts() -> None:
    with pytest.raises(WorkersLost) as refused, engine_of("processes", workers=1) as engine:
        list(engine.map(lose, 0, [7]))
    assert refused.value.facts == {"times": 7}


def test_a_scheduler_that_is_no_address_is_told_in_one_line() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(WorkersLost), engine_of("dask", scheduler="no address"):
        pass
