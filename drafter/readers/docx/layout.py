"""Layout: paper, margins, fonts, sizes and spacing, as they come out of styles and direct formatting.

ISO 29500-1 17.7.2: document defaults, then the paragraph style with those it is based on, then the
run's character style, then what is said directly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.language.numerals import whole
from drafter.model import Page, PageLayout
from drafter.opc import Element, Package, name

from .names import W_BODY, W_P, W_PPR, W_PSTYLE, W_R, W_RPR, W_RSTYLE, W_SECTPR, W_T, W_VAL
from .stylesheet import StyleSheet

_TWIPS = 25.4 / 1440  # a twentieth of a point in millimetres
_WORDS = 8  # fewer make no running text
_SIZE, _MARGINS = name("w:pgSz"), name("w:pgMar")
_CODE, _FIELD, _FIELD_CODE = name("w:instrText"), name("w:fldSimple"), name("w:instr")


def read_layout(package: Package) -> PageLayout:
    """How the Word file in `package` is set. Raises a DrafterError where it cannot be used."""
    root = package.xml(package.main)
    holding = _Properties(package)
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    alignment: Counter[str] = Counter()
    spacing: Counter[float] = Counter()
    for p in _running(root):
        letters = 0
        for run in p.iter(W_R):
            count = sum(len(t.text or "") for t in run.iter(W_T))
            letters += count
            if count:
                font, size = holding.run(p, run)
                fonts[font] += count
                sizes[size] += count
        alignment[holding.of_paragraph(p, "jc", "val") or "left"] += letters
        around = [holding.of_paragraph(p, "spacing", side) for side in ("before", "after")]
        spacing[sum(twips / 20 for side in around if (twips := whole(side or "")) is not None)] += letters
    return PageLayout(
        tuple(_pages(root)), dict(fonts), dict(sizes), dict(alignment), dict(spacing), _numbers_pages(package)
    )


def _running(root: Element) -> Iterator[Element]:
    body = root.find(W_BODY)
    for p in body.iterchildren(W_P) if body is not None else ():
        if len("".join(t.text or "" for t in p.iter(W_T)).split()) >= _WORDS:
            yield p


def _pages(root: Element) -> Iterator[Page]:
    for section in root.iter(W_SECTPR):
        size, margins = section.find(_SIZE), section.find(_MARGINS)
        if size is None or margins is None:
            continue
        sides = [_millimetres(margins, side) for side in ("top", "bottom", "left", "right")]
        yield Page(_millimetres(size, "w"), _millimetres(size, "h"), *sides)


def _millimetres(element: Element, key: str) -> float:
    text = element.get(name(f"w:{key}"), "0").lstrip("-")
    return round(float(text) * _TWIPS, 1) if text.replace(".", "", 1).isdecimal() else 0.0


def _numbers_pages(package: Package) -> bool:
    """Whether a header or footer shows the page's number."""
    for part in package.names:
        if part.startswith(("word/header", "word/footer")) and part.endswith(".xml"):
            root = package.xml(part)
            codes = [code.text or "" for code in root.iter(_CODE)]
            codes += [field.get(_FIELD_CODE, "") for field in root.iter(_FIELD)]
            if any("PAGE" in code for code in codes):
                return True
    return False


class _Properties:
    """What holds for a paragraph or run in the end."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        self._sheet = StyleSheet(None if part is None else package.xml(part))

    def run(self, p: Element, run: Element) -> tuple[str, float]:
        """Font and size in points."""
        chain = [
            *run.findall(W_RPR),
            *self._styled(self._sheet.chain(_named(run, W_RPR, W_RSTYLE)), W_RPR),
            *self._of_style(p, W_RPR),
            *self._defaults("rPr"),
        ]
        font = _first(chain, "rFonts", "ascii") or "Times New Roman"
        size = _first(chain, "sz", "val") or "20"
        halves = whole(size)
        return font, 10.0 if halves is None else halves / 2

    def of_paragraph(self, p: Element, tag: str, key: str) -> str | None:
        return _first([*p.findall(W_PPR), *self._of_style(p, W_PPR), *self._defaults("pPr")], tag, key)

    def _of_style(self, p: Element, tag: str) -> list[Element]:
        return self._styled(self._sheet.chain(self._sheet.known(_named(p, W_PPR, W_PSTYLE))), tag)

    def _styled(self, chain: list[Element], tag: str) -> list[Element]:
        return [properties for style in chain for properties in style.findall(tag)]

    def _defaults(self, tag: str) -> list[Element]:
        defaults = self._sheet.defaults
        return [] if defaults is None else defaults.findall(f"{name(f'w:{tag}Default')}/{name(f'w:{tag}')}")


def _named(element: Element, properties: str, pointer: str) -> str | None:
    """The style that an element names in its properties."""
    own = element.find(f"{properties}/{pointer}")
    return None if own is None else own.get(W_VAL)


def _first(chain: list[Element], tag: str, key: str) -> str | None:
    for properties in chain:
        found = properties.find(name(f"w:{tag}"))
        if found is not None and found.get(name(f"w:{key}")) is not None:
            return found.get(name(f"w:{key}"))
    return None
