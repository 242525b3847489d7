"""Edits: an edit that an agency made in a copy of the draft, as words and as an ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from drafter.language.lexicon import lexicon
from drafter.language.normal import folded
from drafter.language.words import spans, tokens
from drafter.model import Anchor, Ask, Op, Story

from .marks import mark_of

# Marks that programs exchange by themselves: quotes, dashes, dots, spaces.
DRESS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "."}
)
_NEAR = 2  # words: edits no farther apart are one edit to a reader
_LONG = 60  # words of a deletion that are still printed whole
_AROUND = 4  # words on either side that place a single word
_BEFORE = 6  # words named before an addition


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of a paragraph of the draft becomes `new`. Nothing else is said of the rest."""

    text: str
    start: int
    end: int
    new: str
    paragraph: bool = False  # a whole paragraph is added (start == end == len(text)) or deleted
    clause: str | None = None  # of the draft, in which the paragraph stands or which stands before it

    @property
    def old(self) -> str:
        return self.text[self.start : self.end]


def is_noise(old: str, new: str) -> bool:
    """Whether two texts differ in nothing that anyone asks for: spacing, tone placement, Unicode form,
    kinds of quotes and dashes."""
    return _even(old) == _even(new)


@lru_cache(maxsize=16384)  # each copy is compared with every draft, line by line
def plain(text: str) -> str:
    """A line for comparison: evened out, without the stop at its end."""
    return _even(text).rstrip(".;,:")


def _even(text: str) -> str:
    """Folded but for letter case, dress of punctuation evened out, without spaces."""
    marked = "".join(f"^{char}" if char.isupper() else char for char in text)
    return re.sub(r"\s+", "", folded(marked.translate(DRESS)))


def edits(old: str, new: str) -> list[Edit]:
    """The edits that lead from one wording of a paragraph to the other, near ones joined, whole words."""
    before, after = tokens(old), tokens(new)
    folded_before, folded_after = [_even(t) or " " for t in before], [_even(t) or " " for t in after]
    at = _offsets(before)
    found: list[Edit] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(
        None, folded_before, folded_after, autojunk=False
    ).get_opcodes():
        if op != "equal":
            found.append(Edit(old, at[i1], at[i2], "".join(after[j1:j2])))
    return [edit for edit in joined(found) if not (is_noise(edit.old, edit.new) or _only_stops(edit))]


def _only_stops(edit: Edit) -> bool:
    """Another stop at the end of the paragraph: lists are punctuated as they come to stand."""
    return edit.end == len(edit.text) and not re.search(r"\w", edit.old + edit.new)


def _offsets(parts: Sequence[str]) -> list[int]:
    found, at = [0], 0
    for part in parts:
        at += len(part)
        found.append(at)
    return found


def joined(found: Sequence[Edit]) -> list[Edit]:
    """Edits of one paragraph, in order, with those joined that few unchanged words part."""
    out: list[Edit] = []
    for edit in found:
        gap = edit.text[out[-1].end : edit.start] if out else ""
        if out and len(gap.split()) <= _NEAR and not re.search(r"[.;:\n]", gap):
            out[-1] = Edit(edit.text, out[-1].start, edit.end, out[-1].new + gap + edit.new)
        else:
            out.append(edit)
    return [whole_words(edit) for edit in out]


def whole_words(edit: Edit) -> Edit:
    """The edit widened where it cuts a word: "7" → "6" in "70" is "70" → "60"."""
    if edit.paragraph:
        return edit
    if edit.text[edit.end : edit.end + 1] == "%" and edit.old and edit.new:
        edit = Edit(edit.text, edit.start, edit.end + 1, f"{edit.new}%")
    for start, end in spans(edit.text):
        cuts_first = start < edit.start < end
        cuts_last = start < edit.end < end
        if cuts_first or cuts_last:
            first, last = (start if cuts_first else edit.start), (end if cuts_last else edit.end)
            edit = Edit(
                edit.text, first, last, edit.text[first : edit.start] + edit.new + edit.text[edit.end : last]
            )
    return edit


def ask_of(edit: Edit) -> Ask:
    """The edit as an ask; for an addition, `old` is the words before it."""
    old, new = " ".join(edit.old.split()), " ".join(edit.new.split())
    if not old:
        mark = mark_of(edit.text, None, 0)
        words = edit.text[mark.end if mark else 0 : edit.start].split()[-_BEFORE:]
        return Ask(Op.ADD, " ".join(words) or None, new)
    return Ask(Op.REPLACE, old, new) if new else Ask(Op.DELETE, old)


def written(edit: Edit) -> str:
    """The edit as the office would have asked for it in a letter: `"Sửa “70%” thành “60%”."`"""
    asked = ask_of(edit)
    key = str(asked.op)
    if edit.paragraph:
        key = f"{key}-paragraph"
    elif asked.op is Op.ADD and not asked.old:
        key = f"{key}-first"
    elif asked.op is not Op.ADD and len(edit.old.split()) == 1:
        return _written(f"{key}-within", old=asked.old, new=asked.new or "", near=_around(edit))
    return _written(key, old=shortened(asked.old), new=asked.new or "")


def written_move(words: str) -> str:
    """That a paragraph is to stand elsewhere, as the office would have asked for it."""
    return _written("move", old=shortened(words))


def written_split(first: str, second: str) -> str:
    """That a paragraph is to be two, as the office would have asked for it."""
    return _written("split", old=shortened(first), new=shortened(second))


def written_merge(first: str, second: str) -> str:
    """That two paragraphs are to be one, as the office would have asked for it."""
    return _written("merge", old=shortened(first), new=shortened(second))


def written_beside(said: str, story: Story) -> str:
    """An edit of a note or text box: where it stands is said with it."""
    return _written(str(story), old=said.rstrip("."))


def _written(key: str, **words: str | None) -> str:
    return str(lexicon("edits")[key].format(**words))


def _around(edit: Edit) -> str:
    """The words of the paragraph around an edit, as printed."""
    before = re.search(rf"(?:\S+\s+){{0,{_AROUND}}}\S*$", edit.text[: edit.start])
    behind = re.match(rf"\S*(?:\s+\S+){{0,{_AROUND}}}", edit.text[edit.end :])
    start = before.start() if before else edit.start
    return edit.text[start : edit.end + (behind.end() if behind else 0)].strip(" ,;.")


def shortened(words: str | None) -> str:
    """Long deleted words by their beginning and end; the ask holds them whole."""
    listed = (words or "").split()
    return " ".join([*listed[:20], "…", *listed[-10:]]) if len(listed) > _LONG else " ".join(listed)


def anchor_of(edit: Edit) -> Anchor:
    """Where in the draft's paragraph the edit stands."""
    clauses = () if edit.clause is None else (edit.clause,)
    return Anchor(edit.text, edit.start, edit.end, clauses=clauses)
