"""Programs that some tests need: missing ones skip their tests visibly, and fail them where CI=true."""

import os
import shutil

import pytest

PROGRAMS = {"office": ("soffice", "pdftoppm"), "browser": ("chromium",)}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if shutil.which(program) is None]
        if item.get_closest_marker(marker) is None or not missing:
            continue
        reason = f"needs {', '.join(missing)}; python -m tests.programs installs it on Debian"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
