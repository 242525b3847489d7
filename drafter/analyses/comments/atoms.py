"""Atoms: one item of a letter → the comments in it that can be answered alone.

"Khoản 6 mục IV: đề nghị đổi kỳ báo cáo từ “6 tháng” thành “hằng năm”; đồng thời bổ sung mẫu báo cáo
thành một phụ lục riêng." → two; a reason, an elaboration or an alternative begins no new one.
"""

from __future__ import annotations

import re

from drafter.language.request_rules import grammar

from .sentences import consents, ends, finds_fault, hide_quotes, sentences

# A comma parts two requests only where the second names its own words: "…, bỏ cụm từ “…”".
_SPLIT = re.compile(
    r";\s*|,?\s+(?=đồng thời[,\s])"
    r"|(?<=[”\"»]),\s+(?=(?:và\s+)?(?:bỏ|lược bỏ|bổ sung|thêm|thay|sửa)\s(?:\S+\s){0,3}?[“\"«])",
    re.IGNORECASE,
)
# A mark within a paragraph: "(2) bỏ …", "Thứ hai, bỏ …".
_NUMERAL = r"(?:nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
_ORDINAL = re.compile(rf"^\s*(?:Thứ\s+{_NUMERAL}|(?:Một|(?i:{_NUMERAL}))\s+là)\s*[,:]\s*")
_INLINE = re.compile(rf"^\s*(?:\(\d{{1,2}}\)|\(?[a-zđ\d]\)|[-–+])\s*|{_ORDINAL.pattern}")
_FEWEST = 4  # words: less is no comment of its own ("đề nghị bổ sung.")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def atoms(text: str) -> list[tuple[int, int]]:
    """Spans of the comments in `text`, in order, together covering it but for white space."""
    parts = parts_of(text)
    groups: list[tuple[int, int]] = []
    for place, (start, end) in enumerate(parts):
        rest = text[slice(*parts[place + 1])] if place + 1 < len(parts) else ""
        if (
            groups
            and not _begins_anew(text, groups[-1], (start, end))
            and not _beside(text, groups[-1], (start, end), rest)
        ):
            groups[-1] = (groups[-1][0], end)
        else:
            mark = _INLINE.match(text[start:end]) if groups else None
            groups.append((start + (mark.end() if mark else 0), end))
    return groups


def _beside(text: str, before: tuple[int, int], here: tuple[int, int], rest: str) -> bool:
    """Faults of two different things side by side, which no request draws together:
    `"Dung lượng còn dài; một số chỉ tiêu còn dàn trải."`"""
    part = hide_quotes(text[slice(*here)])
    second = grammar().subject.pattern.match(part)
    if second is None:  # what stands before is long, perhaps
        return False
    prior, rest = hide_quotes(ends(text, before)), hide_quotes(rest)
    first = grammar().subject.pattern.match(prior)
    if first is None or first["head"].lower() == second["head"].lower():
        return False
    concludes = grammar().request.pattern.search(rest) and not grammar().subject.pattern.match(rest)
    faulty = finds_fault(prior) and (finds_fault(part) or bool(grammar().mild.pattern.search(part)))
    return faulty and not concludes


def parts_of(text: str) -> list[tuple[int, int]]:
    """Sentences, cut further at semicolons and "đồng thời"."""
    found = []
    for start, end in sentences(text):
        at = start
        for cut in _SPLIT.finditer(hide_quotes(text[start:end])):
            stop, begin = start + cut.start(), start + cut.end()
            if cut.group().startswith(";"):
                stop += 1
            found.append((at, stop))
            at = begin
        if text[at:end].strip():
            found.append((at, end))
    return found


def _begins_anew(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether a part is a comment of its own: the one before is complete, and this one asks again."""
    part = _INLINE.sub("", hide_quotes(text[slice(*here)]))
    if grammar().elaborates.pattern.match(part):
        return False
    if text[slice(*before)].endswith(":") and text[here[0]].islower():
        return False  # what is asked for stands in the lines below
    if len(_WORD.findall(text[slice(*here)])) < _FEWEST:
        return False
    if _ORDINAL.match(text[slice(*here)]):
        return True
    speaks = _speaks(part)
    agrees_there = consents(part) and grammar().cites.pattern.match(part)
    if _INLINE.match(text[slice(*here)]) and (speaks or agrees_there):
        return True
    adds, anew = grammar().adds.pattern.match(part), grammar().anew.pattern.match(part)
    placed = speaks and _own_place(part)
    if not (adds or anew or placed or _own_place(hide_quotes(text[slice(*here)]))):
        return False  # whatever stands before, which is long, perhaps
    prior = _INLINE.sub("", hide_quotes(ends(text, before)))
    if not grammar().request.pattern.search(prior):
        mild = adds and grammar().mild.pattern.search(prior)
        return bool(mild) or _moves_on(text, before, here)
    return bool(anew) or placed or _moves_on(text, before, here)


def _own_place(part: str) -> bool:
    return bool(grammar().place.pattern.match(part))


def _moves_on(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Two faults at two places, each with its own request or none: `"Khoản 1 … . Khoản 2 … ."`"""
    begins_sentence = text[max(before[1] - 1, 0) : here[0]].rstrip().endswith((".", "?", "!"))
    part = hide_quotes(text[slice(*here)])
    if not (begins_sentence and _own_place(part) and _speaks(part)):
        return False
    prior = hide_quotes(ends(text, before))
    return _own_place(prior) and _speaks(prior)


def _speaks(part: str) -> bool:
    return finds_fault(part) or bool(grammar().request.pattern.search(part))
