"""Damage to the elements of a part: well-formed XML that no program writes."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree

from drafter.opc import name

from . import nasty
from .parts import Parts

Element = etree._Element
Damage = Callable[[list[Element], random.Random], None]
_HEAVY = (
    "document.xml", "styles.xml", "numbering.xml", "footnotes.xml", "comments.xml", "workbook.xml",
    "sheet1.xml", "sharedStrings.xml", "styles.xml", "header1.xml", "settings.xml",
)  # fmt: skip
_DEPTHS = (3, 12, 60, 240)
_TIMES = (2, 10, 200, 3000)


def damage(parts: Parts, rnd: random.Random) -> None:
    """A few damages to the elements of one part."""
    found = [part for part in sorted(parts) if part.endswith((".xml", ".rels"))]
    liked = [part for part in found if part.endswith(_HEAVY)]
    if not found:
        return
    at = rnd.choice(liked) if liked and rnd.random() < 0.85 else rnd.choice(found)
    try:
        root = etree.fromstring(parts[at])
    except (etree.XMLSyntaxError, ValueError):
        return
    for _ in range(rnd.choice((1, 1, 2, 5))):
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if elements:
            rnd.choice(_KNOWN if rnd.random() < 0.5 else _GENERAL)(elements, rnd)
    parts[at] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _text(element: Element, text: str) -> None:
    try:
        element.text = text
    except ValueError:  # what XML cannot hold
        element.text = "?"


def drop(elements: list[Element], rnd: random.Random) -> None:
    element = rnd.choice(elements)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def double(elements: list[Element], rnd: random.Random) -> None:
    """An element many times behind itself."""
    element = rnd.choice(elements)
    size = sum(1 for _ in element.iter())
    for _ in range(min(rnd.choice(_TIMES), 60_000 // size)):
        element.addnext(copy.deepcopy(element))


def move(elements: list[Element], rnd: random.Random) -> None:
    element, other = rnd.choice(elements), rnd.choice(elements)
    if element is not other and other not in element.iter():
        other.insert(rnd.randint(0, len(other)), element)


def swap(elements: list[Element], rnd: random.Random) -> None:
    one, other = rnd.choice(elements), rnd.choice(elements)
    one.tag, other.tag = other.tag, one.tag


def nest(elements: list[Element], rnd: random.Random) -> None:
    """An element in itself, and so on."""
    element = rnd.choice(elements)
    if sum(1 for _ in element.iter()) > 2000:
        return
    inner, shell = element, copy.deepcopy(element)
    for child in list(shell):
        if rnd.random() < 0.5 and sum(1 for _ in child.iter()) > 20:
            shell.remove(child)
    for _ in range(min(rnd.choice(_DEPTHS), 20_000 // max(1, sum(1 for _ in shell.iter())))):
        made = copy.deepcopy(shell)
        deepest = rnd.choice(list(inner.iter()))
        if isinstance(deepest.tag, str):
            deepest.append(made)
            inner = made


def say(elements: list[Element], rnd: random.Random) -> None:
    held = [each for each in elements if each.text and each.text.strip()] or elements
    element = rnd.choice(held)
    _text(
        element, rnd.choice(("", element.text or "")) + nasty.word(rnd) + rnd.choice(("", element.text or ""))
    )


def long(elements: list[Element], rnd: random.Random) -> None:
    held = [each for each in elements if each.text and each.text.strip()] or elements
    element = rnd.choice(held)
    _text(element, (element.text or "a") * rnd.choice((10, 100, 1000)))


def attribute(elements: list[Element], rnd: random.Random) -> None:
    having = [each for each in elements if each.attrib] or elements
    element = rnd.choice(having)
    if element.attrib:
        key = rnd.choice(sorted(element.attrib))
        if rnd.random() < 0.25:
            del element.attrib[key]
        else:
            element.set(key, nasty.value(rnd))


def same(elements: list[Element], rnd: random.Random) -> None:
    """One attribute gets the value that another element has for it."""
    element = rnd.choice([each for each in elements if each.attrib] or elements)
    if element.attrib:
        key = rnd.choice(sorted(element.attrib))
        others = [other.get(key, "") for other in elements if other.get(key) is not None]
        element.set(key, rnd.choice(others))


# What Word files go in circles by: element → attribute, and a value that leads back.
_CIRCLES = (
    "w:basedOn",
    "w:link",
    "w:next",
    "w:numStyleLink",
    "w:styleLink",
    "w:abstractNumId",
    "w:numId",
    "w:pStyle",
)


def circle(elements: list[Element], rnd: random.Random) -> None:
    """Styles based on each other, lists that lead to each other."""
    by_id = [each.get(name("w:styleId"), "") for each in elements if each.get(name("w:styleId"))]
    for element in elements:
        if element.tag == name("w:style") and rnd.random() < 0.5 and by_id:
            for below in element.findall(name("w:basedOn")):
                element.remove(below)
            etree.SubElement(element, name("w:basedOn")).set(name("w:val"), rnd.choice(by_id))
        elif element.tag in {name(each) for each in _CIRCLES} and rnd.random() < 0.3 and by_id:
            element.set(name("w:val"), rnd.choice((*by_id, nasty.value(rnd))))
        elif element.tag == name("w:abstractNum") and rnd.random() < 0.3:
            etree.SubElement(element, name("w:numStyleLink")).set(name("w:val"), rnd.choice((*by_id, "a")))


def _of(elements: list[Element], *names: str) -> list[Element]:
    wanted = {name(each) for each in names}
    return [each for each in elements if each.tag in wanted]


def track(elements: list[Element], rnd: random.Random) -> None:
    """Runs, paragraphs or rows in the marks of revisions, one in another."""
    found = _of(elements, "w:r", "w:p", "w:tbl", "w:tr", "w:ins", "w:del")
    if found:
        element = rnd.choice(found)
        for _ in range(rnd.choice((1, 2, 30))):
            mark = etree.Element(
                name(
                    rnd.choice(
                        ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:sdt", "w:hyperlink", "w:smartTag")
                    )
                )
            )
            mark.set(name("w:id"), nasty.value(rnd))
            mark.set(name("w:author"), nasty.word(rnd)[:50].replace("\0", ""))
            parent = element.getparent()
            if parent is None:
                return
            parent.replace(element, mark)
            mark.append(element)
            element = mark


def field(elements: list[Element], rnd: random.Random) -> None:
    """Fields, ranges and notes that begin and never end."""
    for paragraph in (
        rnd.sample(paragraphs, min(len(paragraphs), rnd.choice((1, 5, 100))))
        if (paragraphs := _of(elements, "w:p"))
        else ()
    ):
        kind = rnd.choice(
            (
                "fldChar",
                "commentRangeStart",
                "commentReference",
                "bookmarkStart",
                "footnoteReference",
                "moveFromRangeStart",
            )
        )
        run = etree.SubElement(paragraph, name("w:r"))
        made = etree.SubElement(
            run if kind in {"fldChar", "commentReference", "footnoteReference"} else paragraph,
            name(f"w:{kind}"),
        )
        made.set(name("w:id"), rnd.choice(("0", "1", "2", nasty.value(rnd))))
        made.set(name("w:fldCharType"), rnd.choice(("begin", "separate", "end")))


def tables(elements: list[Element], rnd: random.Random) -> None:
    """A table in a cell in a table …, or spans beyond every column."""
    found = _of(elements, "w:p")
    if not found:
        return
    place = rnd.choice(found)
    if rnd.random() < 0.5:
        for _ in range(rnd.choice(_DEPTHS)):
            made = etree.Element(name("w:tbl"))
            at = etree.SubElement(etree.SubElement(made, name("w:tr")), name("w:tc"))
            etree.SubElement(at, name("w:p"))
            place.addprevious(made)
            place = at[0]
        return
    made = etree.Element(name("w:tbl"))
    for _ in range(rnd.choice((1, 20, 300))):
        row = etree.SubElement(made, name("w:tr"))
        for _ in range(rnd.randint(0, 4)):
            at = etree.SubElement(row, name("w:tc"))
            looks = etree.SubElement(at, name("w:tcPr"))
            etree.SubElement(looks, name("w:gridSpan")).set(name("w:val"), nasty.value(rnd))
            etree.SubElement(looks, name("w:vMerge")).set(name("w:val"), nasty.value(rnd))
            at.append(copy.deepcopy(rnd.choice(found)))
    place.addprevious(made)


_GENERAL: tuple[Damage, ...] = (drop, double, move, swap, nest, say, say, long, attribute, attribute, same)
_KNOWN: tuple[Damage, ...] = (circle, track, field, tables, say, attribute)
