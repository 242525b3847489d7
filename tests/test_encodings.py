"""Texts in every encoding that Vietnamese was typed in: read as they were typed, or told to be doubtful."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import suppress
from functools import cache
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import NotText
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Legacy
from drafter.language.syllables import marked_words
from drafter.readers.comments.encodings import DecodedText, decode
from tests.inputs import ROOT
from tests.test_comments_files import cp1258

WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
_MARKS = "\u0302\u0306\u031b\u0301\u0300\u0309\u0303\u0323"
_VIQR = dict(zip(_MARKS, "^(+'`?~.", strict=True))
iconv = pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")


@cache
def vocabulary() -> list[str]:
    """Words of the sample, as they stand there."""
    letters = [path for path in (ROOT / "comments").iterdir() if path.suffix in (".md", ".txt", ".csv")]
    text = " ".join(path.read_text("utf-8") for path in letters)
    return sorted({word for word in text.split() if word.isalpha()})


texts = st.lists(st.deferred(lambda: st.sampled_from(vocabulary())), min_size=1, max_size=40).map(" ".join)


def plain(found: DecodedText) -> str:
    return normalize("NFC", found.text)


def holds(data: bytes, wanted: str, *, cased: bool = True) -> None:
    """What is read is what was typed, or it is told that it may not be; enough words leave no doubt."""
    try:
        found = decode(data, "gop-y.txt")
    except NotText:
        found = None
    marked = len(marked_words(wanted))
    told = found is None or any(
        notice.code == "doubtful-encoding" and notice.detail for notice in found.notices
    )
    same = found is not None and (
        plain(found) == wanted if cased else plain(found).casefold() == wanted.casefold()
    )
    assert same or told, found
    assert same or marked < 12, (found, wanted)


@pytest.mark.parametrize("encoding", WIDE)
@given(texts)
def test_unicode_is_read_with_and_without_its_mark(encoding: str, text: str) -> None:
    text = f"1. {text}.\n"  # a letter has signs of ASCII
    assert plain(decode(text.encode(encoding), "gop-y.txt")) == normalize("NFC", text)


@given(texts)
def test_windows_1258_is_read_with_its_tones_on_their_letters(text: str) -> None:
    holds(cp1258(text), normalize("NFC", text))


@pytest.mark.parametrize("font", ["tcvn3", "vni"])
@given(text=texts)
def test_texts_in_codes_of_old_fonts_are_read(font: str, text: str) -> None:
    table = {letter: code for code, letter in getattr(lexicon(Legacy), font).items()}
    wanted = normalize("NFC", text)
    wanted = wanted.lower() if font == "tcvn3" else wanted  # its capitals are those of another font
    if any(not char.isascii() and char not in table for char in wanted):
        return
    coded = "".join(table.get(char, char) for char in wanted)
    holds(coded.encode("cp1252", "ignore"), wanted, cased=False)


@iconv
@pytest.mark.parametrize("encoding", ["VISCII", "CP1258", "TCVN5712-1"])
def test_bytes_that_another_program_wrote_are_read(encoding: str) -> None:
    text = normalize("NFC", " ".join(vocabulary()))
    text = text.lower() if encoding.startswith("TCVN") else text
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True, check=True
    )
    assert done.stdout != text.encode()
    assert plain(decode(done.stdout, "gop-y.txt")) == text


@given(texts)
def test_viqr_is_told_where_it_is_read(text: str) -> None:
    wanted = normalize("NFC", text)
    parted = normalize("NFD", wanted).replace("đ", "dd").replace("Đ", "DD")
    order = sorted(_VIQR, key=lambda mark: mark not in "\u0302\u0306\u031b")
    coded = ""
    for cluster in _clusters(parted):
        coded += cluster[0] + "".join(_VIQR[mark] for mark in order if mark in cluster)
    found = decode(coded.encode(), "gop-y.txt")
    if found.text == coded:  # too little of it to be sure
        signed = [word for word in coded.split() if any(sign in word for sign in ("^", "(", "+", "dd", "DD"))]
        assert len(signed) < 5 or len(signed) < len(text.split()) / 5
        return
    assert {notice.code for notice in found.notices} == {"doubtful-encoding"}
    typed = zip(plain(found).split(), wanted.split(), strict=True)
    assert all(one == other or one.rstrip(".?") == normalize("NFC", _untoned(other)) for one, other in typed)


def _clusters(parted: str) -> list[str]:
    made: list[str] = []
    for char in parted:
        if char in _VIQR and made:
            made[-1] += char
        else:
            made.append(char)
    return made


def _untoned(word: str) -> str:
    """A word without the dot or hook on its last letter, which VIQR writes as a stop."""
    parted = normalize("NFD", word)
    letter = max(at for at, char in enumerate(parted) if not combining(char))
    return parted[:letter] + re.sub("[\u0323\u0309]", "", parted[letter:])


@pytest.mark.parametrize("twice", [1, 2])
@given(text=texts)
def test_utf_8_that_was_encoded_again_is_what_it_was(twice: int, text: str) -> None:
    coded = text
    for _ in range(twice):
        coded = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in coded.encode())
    found = decode(coded.encode(), "gop-y.txt")
    assert plain(found) == normalize("NFC", text)
    assert coded == text or found.notices


@given(st.binary(min_size=1, max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes) -> None:
    with suppress(NotText):
        decode(data, "gop-y.txt")
