"""Earlier revisions of a story count as accepted: taken into the XML before anything is compared."""

from __future__ import annotations

from drafter.opc import body_paragraphs

from ..names import (
    CUSTOM_XML,
    DEL,
    INS,
    MC_ALTERNATE,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SMART_TAG,
    TBL,
    TC,
    TR,
    TRPR,
    Element,
    P,
    choice_of,
    parent_of,
    w,
)

_RANGES = tuple(
    w(f"{start}{end}")
    for start in (
        "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
        "customXmlMoveFromRange", "customXmlMoveToRange",
    )
    for end in ("Start", "End")
)  # fmt: skip
_CHANGES = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_GONE, _KEPT = (DEL, MOVE_FROM), (INS, MOVE_TO)
_BLOCKS = (P, TBL, TR, TC, SDT)
_TRANSPARENT = frozenset((SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG))


def accept(root: Element) -> dict[Element, Element]:
    """Accept every revision in `root`, in place; which paragraph each joined one became part of."""
    if next(root.iter(*_GONE, *_KEPT, *_CHANGES, *_RANGES), None) is None:
        _choose(root)
        return {}
    for element in list(root.iter(*_RANGES, *_CHANGES)):
        _drop(element)
    for row in list(root.iter(TR)):
        properties = row.find(TRPR)
        if properties is not None and any(properties.find(tag) is not None for tag in _GONE):
            _drop_row(row)
    joins = [p for p in root.iter(P) if _mark_gone(p)]
    for element in list(root.iter(*_GONE)):
        _drop(element)
    for element in list(root.iter(*_KEPT)):
        _unwrap(element)
    joined: dict[Element, Element] = {}
    for p in joins:
        following = _following(p)
        if following is not None:
            _join(p, following)
            joined[p] = following
    _choose(root)
    return joined


def accepted_paragraphs(body: Element) -> dict[int, Element]:
    """Accept every revision in `body`; by `Paragraph.index` the paragraph that each became part of."""
    before = list(body_paragraphs(body))
    joined = accept(body)
    found: dict[int, Element] = {}
    for index, p in enumerate(before):
        while p in joined:
            p = joined[p]
        found[index] = p
    return found


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_row(row: Element) -> None:
    table = next(row.iterancestors(TBL), None)
    _drop(row)
    if table is not None and next(table.iter(TR), None) is None:
        _drop(table)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _mark_gone(p: Element) -> bool:
    mark = p.find(f"{PPR}/{RPR}")
    return mark is not None and any(mark.find(tag) is not None for tag in _GONE)


def _following(p: Element) -> Element | None:
    """The paragraph that `p` runs on into; None before a table or at the end of its story."""
    at: Element | None = p
    while at is not None:
        for sibling in at.itersiblings():
            if sibling.tag == P:
                return sibling
            if sibling.tag in _TRANSPARENT:
                inner = next(sibling.iter(P, TBL), None)
                if inner is not None:
                    return inner if inner.tag == P else None
            elif sibling.tag in _BLOCKS:
                return None
        at = at.getparent()
        if at is None or at.tag not in _TRANSPARENT:
            return None
    return None


def _join(p: Element, following: Element) -> None:
    at = 1 if len(following) and following[0].tag == PPR else 0
    following[at:at] = [child for child in p if child.tag != PPR]
    _drop(p)


def _choose(root: Element) -> None:
    """Alternatives between blocks are rare; their first branch stands for all."""
    for alternate in list(root.iter(MC_ALTERNATE)):
        parent = parent_of(alternate) if alternate.getparent() is not None else None
        if parent is None or parent.tag in (P, w("r")) or next(alternate.iter(P, TBL), None) is None:
            continue
        chosen = choice_of(alternate)
        if any(child.tag in (P, TBL, SDT) for child in chosen):
            at = parent.index(alternate)
            parent[at : at + 1] = list(chosen)
