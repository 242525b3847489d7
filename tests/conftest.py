"""What holds for every test: programs it needs, how often a property is tried, who runs beside whom."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests import properties
from tests.programs import is_there
from tests.turns import turn

PROGRAMS = {"office": ("soffice", "calc", "pdftoppm"), "bridge": ("soffice", "uno"), "browser": ("chromium",),
            "server": ("postgres",), "scans": ("tesseract",)}  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    properties.choose(config)


@pytest.hookimpl(tryfirst=True)  # before the tests that -m leaves out are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A property is slow where all its examples are tried; of a test marked `few`, all cases but two are."""
    if properties.are_all_tried():
        for item in items:
            if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
                item.add_marker("slow")
    cases: dict[tuple[object, ...], list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("few") is not None:
            cases.setdefault((item.path, getattr(item, "originalname", item.name)), []).append(item)
    for family in cases.values():
        for item in (*family[1 : len(family) // 2], *family[len(family) // 2 + 1 :]):
            item.add_marker("slow")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Under pytest-xdist a test that measures time waits until it is alone, and the others wait for it."""
    folder = _shared_folder(item.config)
    alone = item.get_closest_marker("alone") is not None
    with nullcontext() if folder is None else turn(folder, alone=alone):
        return (yield)


def _shared_folder(config: pytest.Config) -> Path | None:
    """A folder that all workers see; None where there are no workers."""
    if not hasattr(config, "workerinput"):
        return None
    return Path(config._tmp_path_factory.getbasetemp()).parent


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Missing programs skip their tests visibly, and fail them where CI=true."""
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if not is_there(program)]
        if item.get_closest_marker(marker) is None or not missing:
            continue
        reason = f"needs {', '.join(missing)}; python -m tests.programs installs it on Debian"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
