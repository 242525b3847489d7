"""Programs that some tests need: missing ones skip their tests visibly, and fail them where CI=true."""

import os

import pytest

from tests.programs import is_there

PROGRAMS = {"office": ("soffice", "pdftoppm"), "bridge": ("soffice", "uno"), "browser": ("chromium",)}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if not is_there(program)]
        if item.get_closest_marker(marker) is None or not missing:
            continue
        reason = f"needs {', '.join(missing)}; python -m tests.programs installs it on Debian"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
