"""Referee of redlines: applies accept-all and reject-all itself and compares with both drafts.

It trusts nothing of the program that wrote the file, and needs only lxml and rapidfuzz.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Indel

from .packages import Element, M, Parts, load, mc, w
from .soundness import faults
from .texts import GONE, STORIES, View, stories

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|.", re.DOTALL)
_MARKS = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
# Properties that say nothing of how a run looks.
_NO_LOOK = frozenset(map(w, ("lang", "noProof", "ins", "del", "moveFrom", "moveTo", "rPrChange")))


@dataclass(frozen=True)
class Verdict:
    """`text`: both views hold the drafts' text without white space; `paragraphs`: to the paragraph.

    `cost` is characters inserted plus deleted, `rows` those of them in table rows inserted or deleted
    whole, `least` what a word-level diff of the texts needs.
    """

    faults: tuple[str, ...]
    text: bool
    paragraphs: bool
    where: tuple[str, ...]  # the first difference of each view
    cost: int
    rows: int
    least: int

    @property
    def passed(self) -> bool:
        return self.text and not self.faults

    @property
    def strict(self) -> bool:
        return self.passed and self.paragraphs


def judge(old: Path, new: Path, redline: Path) -> Verdict:
    """What a redline from `old` to `new` is worth. Faults that a draft has already are not counted."""
    before, after, made = load(old), load(new), load(redline)
    wanted: dict[View, dict[str, list[str]]] = {
        "reject": stories(before, "accept"),
        "accept": stories(after, "accept"),
    }
    known = {fault.split(": ", 1)[-1] for fault in (*faults(before), *faults(after))}
    text = paragraphs = True
    where: list[str] = []
    for view, want in wanted.items():
        got = stories(made, view)
        for kind in sorted(got.keys() | want.keys()):
            one, other = got.get(kind, []), want.get(kind, [])
            paragraphs = paragraphs and one == other
            if _squeezed(one) != _squeezed(other):
                text = False
                where.append(f"{view} {kind}: {_difference(_squeezed(one), _squeezed(other))}")
    return Verdict(
        tuple(fault for fault in faults(made) if fault.split(": ", 1)[-1] not in known),
        text,
        paragraphs,
        tuple(where),
        sum(len(one.text or "") for one in _printed(made) if _is_marked(one) or _is_in_marked_row(one)),
        sum(len(one.text or "") for one in _printed(made) if _is_in_marked_row(one)),
        _least(wanted["reject"], wanted["accept"]),
    )


def _squeezed(paragraphs: Sequence[str]) -> str:
    return re.sub(r"\s+", "", "".join(paragraphs))


def _difference(got: str, want: str) -> str:
    at = next(
        (i for i, (p, q) in enumerate(zip(got, want, strict=False)) if p != q), min(len(got), len(want))
    )
    low, high = max(0, at - 15), at + 25
    return f"got …{got[low:high]}… want …{want[low:high]}…"


def _printed(parts: Parts) -> Iterator[Element]:
    """The elements that hold text, of all stories; a Fallback has the same words as its Choice."""
    for name, root in parts.trees.items():
        if STORIES.match(name):
            for one in root.iter(w("t"), w("delText"), f"{{{M}}}t"):
                if next(one.iterancestors(mc("Fallback")), None) is None:
                    yield one


def _is_marked(text: Element) -> bool:
    return any(up.tag in _MARKS for up in text.iterancestors())


def _is_in_marked_row(text: Element) -> bool:
    row = next(text.iterancestors(w("tr")), None)
    properties = None if row is None else row.find(w("trPr"))
    return properties is not None and any(properties.find(w(tag)) is not None for tag in ("ins", "del"))


def _least(old: dict[str, list[str]], new: dict[str, list[str]]) -> int:
    total = 0
    for kind in old.keys() | new.keys():
        one, other = (_WORD.findall("\n".join(side.get(kind, []))) for side in (old, new))
        for op in Indel.opcodes(one, other):
            if op.tag != "equal":
                total += len("".join(one[op.src_start : op.src_end]))
                total += len("".join(other[op.dest_start : op.dest_end]))
    return total


def formatting_restored(old: Path, redline: Path) -> tuple[int, int]:
    """Of the body's characters that rejecting gives back: (with the look they had, all).

    A look is the run's own properties in any order. Raises ValueError where the texts differ.
    """
    before, after = list(_looks(load(old), "accept")), list(_looks(load(redline), "reject"))
    if [letter for letter, _ in before] != [letter for letter, _ in after]:
        raise ValueError("the texts differ")
    return sum(one == other for one, other in zip(before, after, strict=True)), len(before)


def _looks(parts: Parts, view: View) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Each printed character of the body but white space with the properties of its run."""
    gone = GONE[view]
    body = parts.trees["word/document.xml"].find(w("body"))
    assert body is not None
    for run in body.iter(w("r")):
        ups = [up for up in run.iterancestors() if isinstance(up.tag, str)]
        if any(up.tag in gone or up.tag == mc("Fallback") for up in ups) or _in_gone_row(ups, gone):
            continue
        look = _look(run, view)
        for text in run.iterchildren(w("t"), w("delText")):
            letters = unicodedata.normalize("NFD", text.text or "")  # canonically equal is equal
            yield from ((letter, look) for letter in letters if not letter.isspace())


def _in_gone_row(ups: Sequence[Element], gone: frozenset[str]) -> bool:
    rows = (up.find(w("trPr")) for up in ups if up.tag == w("tr"))
    return any(row is not None and any(row.find(tag) is not None for tag in gone) for row in rows)


def _look(run: Element, view: View) -> tuple[bytes, ...]:
    properties = run.find(w("rPr"))
    if properties is None:
        return ()
    change = properties.find(w("rPrChange"))
    if view == "reject" and change is not None:
        properties = change.find(w("rPr"))
    if properties is None:
        return ()
    return tuple(sorted(_canonical(one) for one in properties if one.tag not in _NO_LOOK))


def _canonical(element: Element) -> bytes:
    """With what it holds: a glow or a gradient is told by its children."""
    attributes = sorted((str(key), str(value)) for key, value in element.attrib.items())
    return repr((element.tag, attributes, [_canonical(child) for child in element])).encode()
