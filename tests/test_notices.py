"""Every oddity that a reader or an analysis can report has its sentence in both languages."""

import re
from pathlib import Path

import pytest

from drafter.errors import UnreadDraft
from drafter.model import Notice
from drafter.wording.errors import sentence
from drafter.wording.messages import say
from drafter.wording.notices import notice_words

SOURCES = (Path(__file__).parents[1] / "drafter").rglob("*.py")
CODES = sorted(
    {code for path in SOURCES for code in re.findall(r'Notice\("([a-z-]+)"', path.read_text("utf-8"))}
)


def test_there_are_codes_to_check() -> None:
    assert len(CODES) >= 5


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", [*CODES, "legacy-font", "hidden-text", "graphic-text", "unknown-element"])
def test_a_notice_has_a_sentence_in_both_languages(code: str, lang: str) -> None:
    assert notice_words(Notice(code, "II.3", "7"), lang)
    assert say(f"notice.{code}", "vi", place="", detail="") != say(
        f"notice.{code}", "en", place="", detail=""
    )


def test_a_format_is_called_in_the_language_and_the_words_of_a_user_never_are() -> None:
    told = (Notice("other-format", "a.docx", "text"), Notice("cell-note", "a.xlsx", "text"))
    vi, words = (notice_words(each, "vi") for each in told)
    assert "văn bản thường" in vi and "plain text" in notice_words(told[0], "en") and "“text”" in words
    assert "thư .eml" in sentence(UnreadDraft("a.docx", found="eml"), "vi")
