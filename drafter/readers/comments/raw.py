"""Raw words: what a text file or workbook says, without anything being understood of it.

The count of words that were read goes by these, so that a reader that drops words is found out. What they
leave out stands here: separators and "sep=" of a CSV file; tags of HTML but for the addresses and titles in
them, its comments (which a notice tells of); labels of links in Markdown that say no more than which
address is meant; hidden sheets (a notice). Word files: `readers.docx.plain`, without what a revision
deleted, what is hidden and phonetic guides."""

from __future__ import annotations

import re

from drafter.language.controls import without_escapes

from .inline_html import plain

_SEPARATOR = re.compile(r"\Asep=[^\n]*\n?")
_DEFINED = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
EMBEDDED = "#"  # what is left of a picture that stands in the text itself
_DATA = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[\w=.+-]+)*;base64,[A-Za-z0-9+/=%_-]*", re.IGNORECASE)
_LABELLED = re.compile(r"\]\[([^\]\n]*)\]")


def without_embedded(text: str) -> str:
    """A text without the pictures that are written into it in letters (RFC 2397): nobody reads them."""
    return _DATA.sub(EMBEDDED, text) if ";base64," in text else text


def of_csv(text: str) -> str:
    return plain(without_escapes(_SEPARATOR.sub("", text)))


def of_text(text: str) -> str:
    return without_escapes(text)


def of_markdown(text: str) -> str:
    text = without_escapes(text)
    known = {label.casefold() for label in _DEFINED.findall(text)}
    unlabelled = _LABELLED.sub(lambda found: "]" if found[1].casefold() in known else found[0], text)
    return plain(unlabelled)
