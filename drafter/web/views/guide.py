"""The guide from Markdown: its parts with names by which they can be linked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from drafter.language.normal import unaccented
from drafter.wording.guide import guide

_SHORT = 24  # characters


@dataclass(frozen=True, slots=True)
class ShownGuide:
    """The guide as a page; `parts` are (name, heading) in order."""

    body: Markup
    parts: tuple[tuple[str, str], ...]


@cache
def shown_guide(lang: str) -> ShownGuide:
    """In one language. It is our own text: what stands in it is no matter of trust, raw HTML is none all the
    same."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(guide(lang))
    parts = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            heading = tokens[place + 1].content
            token.attrSet("id", _name(heading))
            parts.append((_name(heading), heading))
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        for piece in token.children or ():
            if piece.type == "code_inline" and _is_word(piece.content):
                piece.attrSet("class", "word")
    return ShownGuide(Markup(_rendered(reader, tokens)), tuple(parts))  # noqa: S704


def _rendered(reader: MarkdownIt, tokens: Sequence[Token]) -> str:
    made: str = reader.renderer.render(tokens, reader.options, {})
    return made.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )


def _is_word(code: str) -> bool:
    """Whether a name or an option is short enough to stand on one line, not cut after its dashes."""
    return " " not in code and len(code) <= _SHORT


def _name(heading: str) -> str:
    return "-".join("".join(each if each.isalnum() else " " for each in unaccented(heading).lower()).split())
