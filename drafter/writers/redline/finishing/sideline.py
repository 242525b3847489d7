"""Side-lining: the new draft clean, a bar in the margin beside each changed paragraph."""

from __future__ import annotations

from lxml import etree

from ..names import DEL, INS, MOVE_FROM, MOVE_TO, TC, VAL, Element, P, parent_of, w
from ..reading.accepted import accept
from ..writing.marks import properties_of

_MARKS = (INS, DEL, MOVE_FROM, MOVE_TO)
# What stands before w:pBdr in w:pPr (ECMA-376 17.3.1.26).
_BEFORE = frozenset(
    map(
        w,
        (
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
            "suppressLineNumbers",
        ),
    )
)  # fmt: skip
_BORDERS, _TOP, _LEFT = map(w, ("pBdr", "top", "left"))


def sideline(root: Element) -> None:
    """Accept every mark in `root` and draw the bars, in place."""
    changed = [p for mark in root.iter(*_MARKS) if (p := next(mark.iterancestors(P), None)) is not None]
    joined = accept(root)
    for p in dict.fromkeys(changed):
        while p in joined:
            p = joined[p]
        if p.getparent() is None:
            continue
        if _emptied(p):
            parent_of(p).remove(p)
        else:
            _bar(p)


def _emptied(p: Element) -> bool:
    """A deleted paragraph that nothing follows, and that need not stay to hold a place."""
    parent = parent_of(p)
    return next(p.iter(w("r")), None) is None and parent.tag != TC and len(parent.findall(P)) > 1


def _bar(p: Element) -> None:
    properties = properties_of(p)
    borders = properties.find(_BORDERS)
    if borders is None:
        borders = etree.Element(_BORDERS)
        at = [place for place, child in enumerate(properties) if child.tag in _BEFORE]
        properties.insert(at[-1] + 1 if at else 0, borders)
    for old in borders.findall(_LEFT):
        borders.remove(old)
    left = etree.Element(_LEFT)
    for key, value in ((VAL, "single"), (w("sz"), "12"), (w("space"), "6"), (w("color"), "auto")):
        left.set(key, value)
    borders.insert(1 if borders.find(_TOP) is not None else 0, left)
