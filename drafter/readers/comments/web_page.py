"""Letters as web pages: what Word, LibreOffice, Google Docs, Excel and mail programs save as HTML → `Sheet`.

Read is what a browser would print, without running or fetching anything: no script, no style, nothing hidden,
no picture. A quoted message in a mail gets the sign that plain mails have, `>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from drafter.errors import Cause, EmptyFile, UnsafeFile
from drafter.model import Block, Grid, Notice, Sheet, Source

from .beside import concealed, pictured
from .encodings import decode
from .web_hidden import beside_pictures, without_hidden
from .web_styles import Element, WebStyles
from .web_walk import BLANKS, WebWalk

MAX_PAGE = 64 * 2**20  # bytes: what is longer holds pictures, or is no letter
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding=["']([\w:.-]+)""", re.I
)
_HEAD = 4096  # bytes in which a page says its encoding


def read(source: Source) -> Sheet:
    """The paragraphs and tables of a page. Raises EmptyFile, NotText, UnsafeFile past the limits of size and
    depth."""
    page = page_of(source.bytes, source.shown)
    return Sheet(
        path=source.shown,
        sha256=source.sha256,
        unit="paragraph",
        parts=page.parts,
        raw=page.raw,
        notices=page.notices,
        hidden=concealed(page.hidden, page.last + 1),
    )


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says: its parts, numbered from `first`; all its words, taken another way; those in `hidden`
    nobody sees."""

    parts: tuple[Block | Grid, ...]
    raw: str
    notices: tuple[Notice, ...]
    last: int
    hidden: tuple[str, ...] = ()


def page_of(
    data: bytes, shown: str, *, charset: str | None = None, quoted: bool = False, first: int = 1
) -> WebPage:
    """The page in `data`. `charset`: as whoever sent it declares it; `quoted`: it is a mail, in which other
    messages may be quoted."""
    if len(data) > MAX_PAGE:
        raise UnsafeFile(shown, reason=Cause.TOO_LARGE)
    declared = charset or next(
        (
            name.decode("ascii")
            for found in _DECLARED.finditer(data[:_HEAD])
            for name in found.groups()
            if name
        ),
        None,
    )
    decoded = decode(data, shown, declared=declared, markup=True)
    root = _parsed(decoded.text, shown)
    styles = WebStyles(each.text or "" for each in root.iter("style"))
    hidden = without_hidden(root, styles)
    beside = beside_pictures(root, mail=quoted)
    walk = WebWalk(styles, quoted, first)
    walk.run(root)
    notices = decoded.notices
    if hidden:
        signs = sum(len(BLANKS.sub("", words)) for words in hidden)
        notices = (*notices, Notice("hidden-text", shown, str(signs)))
    notices = (*notices, *pictured(shown, beside))
    raw = " ".join(map(str, root.itertext()))
    return WebPage(tuple(walk.parts), raw, notices, walk.number, hidden)


def _parsed(text: str, shown: str) -> Element:
    if not text.strip():
        raise EmptyFile(shown)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True,
        huge_tree=True,  # pages nest deeper than 256; the limit is then 2,048
    )  # fmt: skip
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise EmptyFile(shown)
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise UnsafeFile(shown, reason=Cause.TOO_DEEP)
    return root
