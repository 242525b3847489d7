"""Failures: each has a code, an exit status, an HTTP status and one line in both languages."""

import errno
import string

import pytest

from drafter import errors
from drafter.errors import Cause, DrafterError, cause
from drafter.wording.errors import sentence
from drafter.wording.messages import catalogue
from tests.languages import vietnamese

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DrafterError)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_failure_is_one_line_in_the_language_asked_for(kind: type[DrafterError]) -> None:
    names = {
        name for _, name, _, _ in string.Formatter().parse(catalogue()[f"error.{kind.code}"]["vi"]) if name
    }
    facts = {name: Cause.NO_SPACE if name == "reason" else "b.docx" for name in names}
    vi, en = (sentence(kind("a.docx", **facts), lang) for lang in ("vi", "en"))
    assert vi != en
    for line in (vi, en):
        assert line.startswith("a.docx: ") is kind.of_file and line[0] in ("a", line[0].upper())
        assert "\n" not in line and "{" not in line
    assert vietnamese(vi) and not vietnamese(en)


def test_codes_are_unique_and_every_status_is_one_of_http() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert {kind.http_status for kind in KINDS} <= {404, 409, 413, 422, 500, 503}
    assert {kind.exit_code for kind in KINDS} == {2, 3, 4}


def test_what_the_system_refuses_is_told_in_the_language_asked_for() -> None:
    full = errors.CannotWrite("a.html", reason=cause(OSError(errno.ENOSPC, "No space left on device")))
    assert "ổ đĩa đã đầy" in sentence(full, "vi")
    assert "no space left" in sentence(full, "en")


def test_a_cause_that_has_no_words_here_is_quoted_from_the_system() -> None:
    assert cause(OSError(errno.EXDEV, "Cross-device link")) == "Cross-device link"
