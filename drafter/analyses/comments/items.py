"""Items: the body of a letter → its comments, by list marks, headings, lead-ins and paragraphs.

A marked line is an item; unmarked lines after it carry it on, unless they ask for something of
their own. A line that only leads in ("Tại khoản 2 mục III:") is no comment: what stands below it
is, and inherits it as its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.language.lexicon import cue
from drafter.language.request_rules import grammar

from .cutting import ItemSpan, cut, joined, leaves_place
from .endings import ending_kinds
from .leading import (
    calls_a_part,
    copies_draft,
    generic,
    is_answered,
    is_heading,
    names_a_document,
    opens_part,
    says_nothing,
)
from .marks import Mark, mark_of
from .openings import asks_behind_agreement, opening, wishes
from .passage import Passage
from .sentences import (
    agrees,
    asks,
    behind_closing,
    consents,
    ends,
    finds_fault,
    goes_on,
    is_formula,
    is_lead_in,
    is_opening,
    opens_wording,
    replaces_letter,
    sentences,
)

_FIRST = re.compile(r":\s*(?:\(?1\)|\(?a\)|thứ nhất\s*[,:]|một là\s*[,:]?)\s*", re.IGNORECASE)
_LONGEST_QUOTE = 4000  # characters of wording in quotes
_BARE = 6  # words of a bare "không có ý kiến" or "nhất trí"


@dataclass(slots=True)
class _Item:
    """A line with what carries it on and what stands below it. `family` is "" for the root."""

    family: str
    start: int = 0
    end: int = 0
    marked: bool = True
    heading: bool = False
    children: list[_Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Where the last of its descendants ends."""
        return max(self.end, self.children[-1].last if self.children else 0)


def pieces(body: Passage, subject: str = "") -> list[ItemSpan]:
    """The comments of a letter's body in order; opening, closing and headings left out."""
    lines = _without_end(body, subject)
    root = _tree(body, lines, subject)
    found: list[ItemSpan] = []
    for item in root.children:
        _emit(body, item, "", found)
    return found


def _without_end(body: Passage, subject: str) -> int:
    """How many lines stand before the signature and the closing formula."""
    kinds = ending_kinds([body.norm.text[start:end] for start, end in body.lines], subject)
    count = len(kinds)
    while count > 0 and (kinds[count - 1] is not None or not body.blocks[count - 1].text.strip()):
        count -= 1
    return count


def _tree(body: Passage, count: int, subject: str) -> _Item:
    root = _Item("")
    stack = [root]
    for place, (start, end) in enumerate(body.lines[:count]):
        block = body.blocks[place]
        text = body.norm.text[start:end]
        if len(stack) > 1 and _in_quote(body, stack[-1], start):
            stack[-1].end = end
            continue
        mark = mark_of(text, block.mark, block.level)
        if mark is None and not _titles(text, block.heading) and _carries_on(body, stack, text):
            stack[-1].end = end
            continue
        item = _item(mark, text, start, end, block.heading)
        below = slice(*body.lines[place + 1]) if place + 1 < count else slice(0)
        if is_answered(text, body.norm.text[below]):
            item.heading, item.family = True, item.family if mark else "heading"
        if not item.marked and not item.heading:
            _unmarked(stack, item, text, subject)
            continue
        _hang(stack, item)
    return root


def _in_quote(body: Passage, item: _Item, start: int) -> bool:
    """Whether a line stands within a quote that opened in the item before it and closes in it or below:
    wording of several lines, whatever marks they have."""
    before = body.norm.text[item.start : start]
    opened = before.rfind("“")
    if opened < 0 or "”" in before[opened:]:
        return False
    below = body.norm.text[start : start + _LONGEST_QUOTE]
    closes = below.find("”")
    return closes >= 0 and "“" not in below[:closes]


def _item(mark: Mark | None, text: str, start: int, end: int, heading: bool) -> _Item:
    if mark:
        return _Item(mark.family, start + mark.end, end, heading=is_heading(text[mark.end :], heading))
    heading = _titles(text, heading)
    copies = copies_draft(text)
    leads = is_lead_in(text) or heading or copies
    return _Item(
        "copy" if copies else "heading" if heading and leads else "lead" if leads else "text",
        start,
        end,
        marked=False,
        heading=leads,
    )


def _titles(text: str, bold: bool) -> bool:
    """Whether an unmarked line is a heading: bold, or a unit of the draft with its title ("Điều 3. …")."""
    named = cue("letters", "unit_heading").fullmatch(text) or names_a_document(text)
    return (bold or bool(named)) and is_heading(text, True)


def _hang(stack: list[_Item], item: _Item) -> None:
    """Below the last item of another family; beside the last one of the same."""
    spoken = next((at for at, above in enumerate(stack) if above.family == "copy" and above.children), None)
    if spoken is not None:  # what was copied has been spoken of
        del stack[spoken:]
    families = [above.family for above in stack]
    if item.family in families:
        del stack[families.index(item.family) :]
    elif item.family == "heading":
        del stack[1:]
    elif item.family == "lead":
        while stack[-1].family == "text":
            stack.pop()
    stack[-1].children.append(item)
    stack.append(item)


def _carries_on(body: Passage, stack: list[_Item], text: str) -> bool:
    """Whether an unmarked line belongs to the item before it."""
    last = stack[-1]
    before = ends(body.norm.text, (last.start, last.end))
    if len(stack) > 1 and opens_wording(before):
        return True
    if len(stack) == 1 or (last.heading and not last.marked):
        return False
    listed = before.rstrip().endswith(":") and asks(before) and text[:1].islower()
    if listed or goes_on(before, text) or cue("letters", "continues").match(text):
        return True
    if opens_part(text) or (is_lead_in(text) and grammar().cites.pattern.search(text)):
        return False
    if last.heading or copies_draft(text) or cue("letters", "labels").match(text):
        return False
    wishes = cue("stances", "remark").search(text)
    if not (asks(text) or finds_fault(text) or consents(text) or wishes):
        return True
    objects = bool(cue("stances", "objection").search(before))
    placed = consents(text) and grammar().opens_with_place.pattern.match(before)  # "Khoản 1: 90 phút."
    return not (asks(before) or objects or consents(before) or placed or is_lead_in(text))


def _unmarked(stack: list[_Item], item: _Item, text: str, subject: str) -> None:
    """A paragraph of its own: below a heading or lead-in, or running text; formulas drop out."""
    while len(stack) > 1 and not (stack[-1].heading or stack[-1].family in ("lead", "heading")):
        stack.pop()
    for start, end in sentences(text, item.start):
        sentence = text[start - item.start : end - item.start]
        listed = _FIRST.search(sentence) if len(stack) == 1 else None
        if listed:  # "… có một số ý kiến: (1) …; (2) …"
            start, sentence = start + listed.end(), sentence[listed.end() :]
        if len(stack) == 1 and (_only_opens(sentence) or is_formula(sentence, subject)):
            continue
        turn = asks_behind_agreement(sentence) if len(stack) == 1 else None
        turn = behind_closing(sentence) if turn is None else turn
        if turn is not None:  # "thống nhất với dự thảo, tuy nhiên đề nghị …"
            start += turn
        _append_sentence(stack[-1], _Item("text", start, end, marked=False))
    if stack[-1].children and stack[-1].children[-1].family == "open":
        stack[-1].children[-1].family = "text"
        stack.append(stack[-1].children[-1])


def _append_sentence(parent: _Item, item: _Item) -> None:
    """Sentences of one paragraph form one item; `atoms` cuts it where it must."""
    before = parent.children[-1] if parent.children else None
    if before and before.family == "open" and item.start - before.end <= 2:
        before.end = item.end
    else:
        item.family = "open"
        parent.children.append(item)


def _only_opens(sentence: str) -> bool:
    """A sentence of the introduction: who received what, agreement in general, "như sau:"."""
    if is_lead_in(sentence) or opening(sentence) is not None or replaces_letter(sentence):
        return True
    if is_opening(sentence) and not _real_request(sentence):
        return True
    if agrees(sentence) and asks_behind_agreement(sentence) is not None:
        return False
    return (agrees(sentence) and not _real_request(sentence)) or not (
        asks(sentence) or finds_fault(sentence) or cue("stances", "remark").search(sentence)
    )


def _real_request(sentence: str) -> bool:
    return bool(grammar().request.pattern.search(sentence)) and not cue("letters", "lead_generic").search(
        sentence
    )


def _emit(body: Passage, item: _Item, cited: str, found: list[ItemSpan]) -> None:
    text = body.norm.text[item.start : item.end]
    if not item.children:
        if not (item.heading and says_nothing(text)):
            found.extend(cut(body, item.start, item.end, cited, marked=item.marked))
        return
    if _list_of_one_request(body, item, text):
        found.append(ItemSpan(item.start, item.last, cited))
        return
    if not item.heading:
        found.extend(cut(body, item.start, item.end, cited, marked=item.marked))
    names_place = grammar().cites.pattern.search(text) or calls_a_part(text) or copies_draft(text)
    silent = not names_a_document(text) and (
        is_opening(text) or is_formula(text) or generic(text) or (item.family == "lead" and not names_place)
    )
    below = joined(cited, "" if silent else text)
    for child in item.children:
        said = body.norm.text[child.start : child.end]
        apart = item.family == "lead" and not child.marked and (leaves_place(said) or opens_part(said))
        _emit(body, child, cited if apart else below, found)


def _list_of_one_request(body: Passage, item: _Item, text: str) -> bool:
    """A request whose list names only what is asked for: `"Đề nghị bổ sung các nhiệm vụ: - …; - …"`."""
    leads = is_lead_in(text) or opens_wording(text)
    if not leads or is_opening(text) or generic(text) or not grammar().specific.pattern.search(text):
        return False
    below = [body.norm.text[child.start : child.end] for child in item.children]
    return sum(bool(grammar().request.pattern.search(each)) for each in below) * 2 < len(below)


def agreement(body: Passage) -> ItemSpan | None:
    """Where a letter that asks for nothing says that it agrees: from the first such sentence to the last."""
    text = body.norm.text
    said = [(s, e) for s, e in sentences(text) if agrees(text[s:e])]
    return ItemSpan(said[0][0], said[-1][1]) if said else None


def is_remainder(text: str, cited: str = "") -> bool:
    """Whether an item only says that the rest is fine: "Các nội dung khác: thống nhất", of one place "Không
    có ý kiến", of none "Nhất trí". It is no comment beside others; an agreement that names a place is."""
    if cue("stances", "no_comment").search(text.lower()) and len(text.split()) <= _BARE:
        return True
    if cue("letters", "remainder").search(cited) and agrees(text) and not wishes(text):
        return True
    placed = ":" in text or bool(cited)
    if agrees_barely(text) and not placed and not grammar().cites.pattern.search(text):
        return True
    rest = cue("letters", "remainder").search(text)
    return bool(rest) and agrees(text) and not grammar().request.pattern.search(text)


def agrees_barely(text: str) -> bool:
    """Whether a line agrees, or has no comment, and says no more: `"Nhất trí với dự thảo."`"""
    goes_on = asks_behind_agreement(text) is not None or text.rstrip().endswith((":", "?"))
    if len(text.split()) > _BARE or goes_on:
        return False
    return agrees(text) and not (wishes(text) or cue("letters", "alternative").search(text))
