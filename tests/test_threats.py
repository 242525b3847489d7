"""The page on threats names tests that are there, and every one of its lines names some."""

import re
from pathlib import Path

HERE = Path(__file__).parent


def test_each_line_on_threats_is_guarded_by_tests_that_are_there() -> None:
    known = {
        name
        for path in HERE.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    page = (HERE / "threats.md").read_text("utf-8").splitlines()
    lines = [line for line in page if line.startswith("| ")][1:]
    named = [re.findall(r"`(test_\w+)`", line.split("|")[4]) for line in lines[1:]]
    assert len(named) > 20 and all(named)
    assert {each for line in named for each in line} <= known
