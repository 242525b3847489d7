"""Modifications: what happened from an earlier draft to this one, as passive modifications of the text.

They are passive: the text says nowhere how it was changed. There is no act that changes it, so the source is
this expression. Old and new words stand in XHTML, since the schema wants another namespace there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from drafter.model import Change, ChangeKind, Clause, Segment
from drafter.opc import Element, storable

from .export import Export
from .markup import below
from .meta import TOOL
from .names import expression_uri
from .structure import COUNTED

_XHTML = "http://www.w3.org/1999/xhtml"
_TYPES = {
    ChangeKind.EDITED: "substitution",
    ChangeKind.INSERTED: "insertion",
    ChangeKind.DELETED: "repeal",
    ChangeKind.SPLIT: "split",
    ChangeKind.MERGED: "join",
}
_MARKS = {"-": "del", "+": "ins"}


def modifications(meta: Element, export: Export, now: Mapping[str, str], then: Mapping[str, str]) -> None:
    """The `analysis` of what changed; `now`, `then`: identifiers of the clauses of either draft."""
    assert export.before is not None
    numbered = export.draft.by_id
    found = [(kind, change) for change in export.before.changes.changes for kind in _kinds(change, numbered)]
    if not found:
        return
    made = below(below(meta, "analysis", source=f"#{TOOL}"), "passiveModifications")
    here, there = expression_uri(export.draft), expression_uri(export.before.draft)
    for at, (kind, change) in enumerate(found, 1):
        mod = below(made, "textualMod", eId=f"pmod_{at}", type=kind)
        below(mod, "source", href=here)
        was = [f"{there}/!main~{then[id]}" for id in change.old]
        becomes = [f"#{now[id]}" for id in change.new]
        below(mod, "destination", href=(becomes or was)[0])
        if kind == "renumbering":
            below(mod, "previous", href=was[0])
            below(mod, "new", href=becomes[0])
            continue
        _sides(mod, "old", was, change.segments, "-")
        _sides(mod, "new", becomes, change.segments, "+")


def _kinds(change: Change, clauses: Mapping[str, Clause]) -> Iterable[str]:
    """A change of words, then one of number or place; spelling alone is none, nor that a dash is the fourth
    now and was the third."""
    if change.kind in _TYPES and not change.noise_only:
        yield _TYPES[change.kind]
    if len(change.old) == len(change.new) == 1:
        counted = clauses[change.new[0]].kind in COUNTED
        if change.moved or (change.renumbered and not counted):
            yield "renumbering"


def _sides(mod: Element, tag: str, hrefs: Sequence[str], segments: Sequence[Segment], op: str) -> None:
    """One element for each clause of a side; the words of all of them in the first."""
    for at, href in enumerate(hrefs):
        made = below(mod, tag, href=href)
        if at == 0:
            _words(made, [each for each in segments if each.op in ("=", op)])


def _words(parent: Element, segments: Sequence[Segment]) -> None:
    made = etree.SubElement(parent, f"{{{_XHTML}}}p", nsmap={None: _XHTML})  # type: ignore[dict-item]  # None is the default namespace
    last: Element | None = None
    for each in segments:
        text = storable(each.text)
        if each.op in _MARKS:
            last = etree.SubElement(made, f"{{{_XHTML}}}{_MARKS[each.op]}")
            last.text = text
        elif last is None:
            made.text = (made.text or "") + text
        else:
            last.tail = (last.tail or "") + text


def keep_earlier_ids(
    document: Element, export: Export, now: Mapping[str, str], then: Mapping[str, str]
) -> None:
    """A clause that had another identifier bears it as `wId` (AKN-NC 5.5.3: renumbering of a bill)."""
    assert export.before is not None
    earlier = {
        now[change.new[0]]: then[change.old[0]]
        for change in export.before.changes.changes
        if len(change.old) == len(change.new) == 1
    }
    for element in document.iter():
        was = earlier.get(element.get("eId", ""))
        if was is not None and was != element.get("eId"):
            element.set("wId", was)
