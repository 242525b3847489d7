"""Typesetting: paragraphs → printed pages, as a word processor breaks lines; readers of pages undo it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Paper, PaperPage, PaperRule, PaperWord

WIDE, HIGH = 595.0, 842.0


@dataclass(frozen=True)
class Look:
    """How a text is set: margins, size, first-line indent, space after a paragraph, distance of lines, all in
    points; `justified`: lines are stretched to the right margin."""

    left: float = 85.0
    right: float = 540.0
    size: float = 14.0
    indent: float = 36.0
    after: float = 6.0
    leading: float = 1.2
    justified: bool = False


def width(text: str, size: float) -> float:
    """Letters of a made-up font, narrow and wide ones."""
    return sum(size * (0.28 if sign in "ilI.,;:'|!1jtf-()" else 0.5) for sign in text)


def line(words: list[str], left: float, base: float, size: float, space: float) -> list[PaperWord]:
    made, at = [], left
    for word in words:
        right = at + width(word, size)
        made.append(PaperWord(word, at, right, base - 0.9 * size, base + 0.25 * size, base, size))
        at = right + space
    return made


def broken(text: str, room: float, first: float, size: float) -> list[list[str]]:
    """The words of each line; the first one has `first` less room."""
    lines: list[list[str]] = [[]]
    left = room - first
    for word in text.split():
        needed = width(word, size) + (0.25 * size if lines[-1] else 0.0)
        if needed > left and lines[-1]:
            lines.append([])
            left, needed = room, width(word, size)
        lines[-1].append(word)
        left -= needed
    return lines


class Press:
    """Sets text on pages from top to bottom."""

    def __init__(self, look: Look, *, numbered: bool = False) -> None:
        self.look = look
        self._numbered = numbered
        self._pages: list[list[PaperWord]] = [[]]
        self._rules: list[list[PaperRule]] = [[]]
        self.at = 60.0

    def paragraph(self, text: str, *, hanging: bool = False) -> None:
        look = self.look
        lines = broken(text, look.right - look.left, look.indent, look.size)
        for number, words in enumerate(lines):
            self._down(look.leading * look.size)
            left = look.left + (look.indent if number == 0 else 0.0)
            last = number == len(lines) - 1
            self._pages[-1] += line(words, left, self.at, look.size, self._space(words, left, last=last))
        self.at += look.after

    def centred(self, text: str) -> None:
        look = self.look
        for words in broken(text, look.right - look.left, 0.0, look.size):
            self._down(look.leading * look.size)
            wide = width(" ".join(words), look.size) + 0.0
            wide = sum(width(word, look.size) for word in words) + 0.25 * look.size * (len(words) - 1)
            left = (look.left + look.right - wide) / 2
            self._pages[-1] += line(words, left, self.at, look.size, 0.25 * look.size)
        self.at += look.after

    def row(self, cells: list[str], edges: list[float], *, pad: float = 5.0) -> None:
        """A row of a table with rules around its cells; it is kept on one page."""
        look = self.look
        step = look.leading * look.size
        lines = [
            broken(cell, right - left - 2 * pad, 0.0, look.size)
            for cell, left, right in zip(cells, edges, edges[1:], strict=False)
        ]
        high = max(map(len, lines)) * step + 4
        if self.at + high > HIGH - 70:
            self._page()
        top, bottom = self.at, self.at + high
        for cell, left in zip(lines, edges, strict=False):
            for number, words in enumerate(cell, 1):
                base = top + number * step - 2
                self._pages[-1] += line(words, left + pad, base, look.size, 0.25 * look.size)
        self._rules[-1] += [PaperRule(edge, edge, top, bottom) for edge in edges]
        self._rules[-1] += [PaperRule(edges[0], edges[-1], level, level) for level in (top, bottom)]
        self.at = bottom

    def _space(self, words: list[str], left: float, *, last: bool) -> float:
        look = self.look
        if not look.justified or last or len(words) < 2:
            return 0.25 * look.size
        printed = sum(width(word, look.size) for word in words)
        return (look.right - left - printed) / (len(words) - 1)

    def _down(self, step: float) -> None:
        if self.at + step > HIGH - 70:
            self._page()
        self.at += step

    def _page(self) -> None:
        self._pages.append([])
        self._rules.append([])
        self.at = 60.0

    def printed(self) -> Paper:
        pages = []
        for number, (words, rules) in enumerate(zip(self._pages, self._rules, strict=True), 1):
            if self._numbered and number > 1:
                words = [*line([str(number)], 300.0, 40.0, 13.0, 3.0), *words]
            pages.append(PaperPage(WIDE, HIGH, tuple(words), tuple(rules)))
        raw = " ".join(word.text for page in pages for word in page.words)
        return Paper("in.pdf", "0", tuple(pages), raw)
