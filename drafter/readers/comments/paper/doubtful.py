"""Doubtful: the words of recognised pages that the program which read them was not sure of."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import PageOrigin, Paper, PaperPage

_SURE = 0.6  # what Tesseract says of nearly every word that it read rightly
_MOST = 12  # words told of a page: of one that is hardly to be read all are to be looked at


def doubtful_words(paper: Paper) -> str:
    """Those words by page, as they were read: `"1: “kih”, “phi1”; 3: “Sd”"`; "" where there are none."""
    pages = ((at, list(_of_page(page))) for at, page in enumerate(paper.pages, 1))
    return "; ".join(f"{at}: {_listed(words)}" for at, words in pages if words)


def _of_page(page: PaperPage) -> Iterator[str]:
    if page.origin is not PageOrigin.RECOGNISED:  # of a layer nothing tells how sure it is
        return
    for word in page.words:
        if word.confidence < _SURE and any(map(str.isalnum, word.text)):
            yield word.text.strip('.,;:()“”"')


def _listed(words: list[str]) -> str:
    shown = [f"“{word}”" for word in dict.fromkeys(words)]
    return ", ".join(shown[:_MOST]) + (", …" if len(shown) > _MOST else "")
