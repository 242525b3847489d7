"""Layout: paper, margins, fonts, sizes and spacing, as they come out of styles and direct formatting.

ISO 29500-1 17.7.2: document defaults, then the paragraph style with those it is based on, then the
run's character style, then what is said directly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from drafter.model import Page, PageLayout
from drafter.opc import Package, name

_TWIPS = 25.4 / 1440  # a twentieth of a point in millimetres
_WORDS = 8  # fewer make no running text
_W = {
    key: name(f"w:{key}")
    for key in [
        "p",
        "r",
        "t",
        "pPr",
        "rPr",
        "pStyle",
        "rStyle",
        "style",
        "styleId",
        "basedOn",
        "val",
        "rFonts",
        "ascii",
        "sz",
        "jc",
        "spacing",
        "before",
        "after",
        "sectPr",
        "pgSz",
        "pgMar",
        "w",
        "h",
        "top",
        "bottom",
        "left",
        "right",
        "docDefaults",
        "rPrDefault",
        "pPrDefault",
        "type",
        "default",
        "body",
        "instrText",
        "fldSimple",
        "instr",
    ]
}
Element = etree._Element


def read_layout(package: Package) -> PageLayout:
    """How the Word file in `package` is set. Raises a DrafterError where it cannot be used."""
    root = package.xml(package.main)
    styles = _Styles(package)
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    alignment: Counter[str] = Counter()
    spacing: Counter[float] = Counter()
    for p in _running(root):
        letters = 0
        for run in p.iter(_W["r"]):
            count = sum(len(t.text or "") for t in run.iter(_W["t"]))
            letters += count
            if count:
                font, size = styles.run(p, run)
                fonts[font] += count
                sizes[size] += count
        alignment[styles.of_paragraph(p, "jc", "val") or "left"] += letters
        around = [styles.of_paragraph(p, "spacing", side) for side in ("before", "after")]
        spacing[sum(float(one) / 20 for one in around if one and one.isdigit())] += letters
    return PageLayout(
        tuple(_pages(root)), dict(fonts), dict(sizes), dict(alignment), dict(spacing), _numbers_pages(package)
    )


def _running(root: Element) -> Iterator[Element]:
    body = root.find(_W["body"])
    for p in body.iterchildren(_W["p"]) if body is not None else ():
        if len("".join(t.text or "" for t in p.iter(_W["t"])).split()) >= _WORDS:
            yield p


def _pages(root: Element) -> Iterator[Page]:
    for section in root.iter(_W["sectPr"]):
        size, margins = section.find(_W["pgSz"]), section.find(_W["pgMar"])
        if size is None or margins is None:
            continue
        sides = [_millimetres(margins, side) for side in ("top", "bottom", "left", "right")]
        yield Page(_millimetres(size, "w"), _millimetres(size, "h"), *sides)


def _millimetres(element: Element, key: str) -> float:
    text = element.get(_W[key], "0").lstrip("-")
    return round(float(text) * _TWIPS, 1) if text.replace(".", "", 1).isdigit() else 0.0


def _numbers_pages(package: Package) -> bool:
    """Whether a header or footer shows the page's number."""
    for part in package.names:
        if part.startswith(("word/header", "word/footer")) and part.endswith(".xml"):
            root = package.xml(part)
            codes = [one.text or "" for one in root.iter(_W["instrText"])]
            codes += [one.get(_W["instr"], "") for one in root.iter(_W["fldSimple"])]
            if any("PAGE" in code for code in codes):
                return True
    return False


class _Styles:
    """Styles by id, and what holds for a paragraph or run in the end."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        root = None if part is None else package.xml(part)
        self.by_id: dict[str, Element] = {}
        self.default: str = ""
        self.defaults = root.find(_W["docDefaults"]) if root is not None else None
        for style in root.iter(_W["style"]) if root is not None else ():
            key = style.get(_W["styleId"], "")
            self.by_id[key] = style
            if style.get(_W["type"]) == "paragraph" and style.get(_W["default"]) in ("1", "true", "on"):
                self.default = key

    def run(self, p: Element, run: Element) -> tuple[str, float]:
        """Font and size in points."""
        chain = [
            *self._properties(run, "rPr"),
            *self._styled(run, "rPr", "rStyle"),
            *self._styled(p, "rPr", "pStyle"),
        ]
        chain += self._defaults("rPr")
        font = _first(chain, "rFonts", "ascii") or "Times New Roman"
        size = _first(chain, "sz", "val") or "20"
        return font, float(size) / 2 if size.isdigit() else 10.0

    def of_paragraph(self, p: Element, tag: str, key: str) -> str | None:
        chain = [*self._properties(p, "pPr"), *self._styled(p, "pPr", "pStyle"), *self._defaults("pPr")]
        return _first(chain, tag, key)

    def _properties(self, element: Element, tag: str) -> list[Element]:
        found = element.find(_W[tag])
        return [] if found is None else [found]

    def _styled(self, element: Element, tag: str, pointer: str) -> Iterator[Element]:
        own = element.find(f"{_W['rPr' if pointer == 'rStyle' else 'pPr']}/{_W[pointer]}")
        key = own.get(_W["val"], "") if own is not None else self.default if pointer == "pStyle" else ""
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            style = self.by_id[key]
            yield from self._properties(style, tag)
            based = style.find(_W["basedOn"])
            key = "" if based is None else based.get(_W["val"], "")

    def _defaults(self, tag: str) -> list[Element]:
        found = None if self.defaults is None else self.defaults.find(f"{_W[tag + 'Default']}/{_W[tag]}")
        return [] if found is None else [found]


def _first(chain: list[Element], tag: str, key: str) -> str | None:
    for properties in chain:
        found = properties.find(_W[tag])
        if found is not None and found.get(_W[key]) is not None:
            return found.get(_W[key])
    return None
