"""Indicators: the noun phrase that names what a goal measures, and what each figure is of.

`"Kinh tế số chiếm 30% GRDP"` is named "Kinh tế số", its figure is of "GRDP";
`"90% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng"` is named "Tỷ lệ hồ sơ công việc
được xử lý trên môi trường mạng", its figure is of "hồ sơ công việc", scope "cấp huyện".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.language.dates import dues
from drafter.language.figures import Figure
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Goals, Measures
from drafter.language.pipeline import read

from .goal import Goal, mood

_TRIM = " \t\n,;:.–-+"


@dataclass(frozen=True, slots=True)
class Said:
    """What a figure is of, and its scope, as printed in normal form."""

    of: str | None
    scope: str | None


@cache
def _lead() -> re.Pattern[str]:
    """ "nước dẫn đầu khu vực", up to the field of a ranking."""
    words = lexicon(Measures).words
    lead, into = words.lead.alternatives, words.lead_in.alternatives
    return re.compile(rf"\b(?:{lead})\s*(?:(?:{into})\s+)*", re.IGNORECASE)


def said_of(text: str, goal: Goal, at: int) -> Said:
    """What figure number `at` of the goal is of, and where it holds."""
    figure = goal.figures[at]
    tail = _undated(text, figure.right, max(goal.stop(at), figure.right))
    if figure.rank:
        return Said(None, _field(tail) or _later_field(text, goal, at))
    if figure.kind != "share":
        return Said(_whole_count(text, figure), _scope(tail) or _scope_before(text, goal, at))
    return _said_of_share(text, goal, at, tail)


def _later_field(text: str, goal: Goal, at: int) -> str | None:
    """The field of the rank after this one: "thứ 10 thế giới và thứ 3 Đông Nam Á"."""
    later = at + 1 < len(goal.figures) and goal.figures[at + 1].rank
    return said_of(text, goal, at + 1).scope if later else None


def _said_of_share(text: str, goal: Goal, at: int, tail: str) -> Said:
    figure, first = goal.figures[at], goal.figures[0]
    before = _scope_before(text, goal, at)
    of, scope = _whole(tail, first=not _before(text, goal, first))
    if of is None and at > 0 and first.right < figure.left and not before and first.kind == "share":
        of = said_of(text, goal, 0).of
    scope = before or scope or (_scope(tail) if len(goal.figures) > 1 else None)
    return Said(of or _whole_inside(text, goal, figure), scope)


def _undated(text: str, start: int, end: int) -> str:
    """The words from start to end up to a comma or stop, dates left out."""
    words = text[start:end]
    for due in reversed(dues(read(words))):
        words = words[: due.start] + words[due.end :]
    return words


def _field(tail: str) -> str | None:
    """The field of a ranking: `"nước dẫn đầu khu vực Đông Nam Á về …"` gives "Đông Nam Á"."""
    found = _lead().search(tail)
    plain = not tail.strip()[:1].islower() or lexicon(Goals).area.match(tail.strip())
    words = tail[found.end() :] if found else tail if plain else ""
    words = re.split(r"\bvề\b|[,;.(]|\bvà\b", words, maxsplit=1)[0].strip(_TRIM)
    return (words if len(words.split()) <= 8 else None) or None


def _whole(tail: str, *, first: bool) -> tuple[str | None, str | None]:
    """(whole, scope) after a share: `"hồ sơ cấp huyện được xử lý"`; `first`: the share opens its goal."""
    words = re.split(r"[;.()]", tail, maxsplit=1)[0]
    words = words.lstrip()
    end = lexicon(Goals).whole_end.search(words, 1 if lexicon(Goals).noun_first.match(words) else 0)
    words = words[: end.start()] if end else words
    if not first or len(words.split()) > 12:
        words = re.split(rf",(?!\s*(?:{lexicon(Goals).scope.opening.pattern}))", words)[0]
    words = re.sub(rf"^\s*(?:{lexicon(Goals).whole_start.alternatives})\s+(?=tổng|số)", "", words)
    words = re.sub(r"(?:^|\s+)và$", "", words.strip(_TRIM)).strip(_TRIM)
    where = lexicon(Goals).scope_in.search(words)
    if where:
        return _placed(words[: where.start()]) or None, _placed(words[where.start() :])
    if lexicon(Goals).area.fullmatch(words):
        return None, words
    return words or None, None


def _placed(words: str) -> str:
    """A whole or scope without what joins it to the words before: "và tại cấp huyện" gives "cấp huyện"."""
    lead = lexicon(Goals).scope_lead.alternatives
    joined = re.sub(r"^(?:và|còn|riêng)(?:\s+|$)", "", words.strip(_TRIM), flags=re.IGNORECASE)
    return re.sub(rf"^(?:{lead})\s+", "", joined, flags=re.IGNORECASE).strip(_TRIM)


def _whole_inside(text: str, goal: Goal, figure: Figure) -> str | None:
    """The whole that the indicator itself names: "tỷ trọng … trên tổng giá trị …", "đóng góp … vào …"."""
    before = text[goal.start : figure.left]
    if goal.part_of:
        return _polished(_measured(_clean(goal.part_of)))
    total = re.search(r"(?:trên|trong|/)\s*(tổng .+)$", before)
    if total:
        return total.group(1).strip(_TRIM)
    gave = re.search(r"đóng góp\b.*\bvào (.+)$", before, re.IGNORECASE)
    if gave and not lexicon(Goals).indicator.match(gave.group(1)):
        return gave.group(1).strip(_TRIM)
    return None


def _whole_count(text: str, figure: Figure) -> str | None:
    """ "20/21 huyện" is of 21."""
    found = re.match(r"\d+/(\d+)", text[figure.start : figure.end])
    return f"{found.group(1)} {figure.unit}" if found and figure.unit else None


def _scope(tail: str) -> str | None:
    words = re.split(r"[;.(]", tail, maxsplit=1)[0]
    found = lexicon(Goals).scope_count.search(words)
    if not found:
        return None
    place = re.split(r",(?!\s*(?:thành phố|thị xã|phường|một số))", words[found.start() :], maxsplit=1)[0]
    verb = lexicon(Goals).predicate.search(place)
    return _placed(place[: verb.start()] if verb else place) or None


def _scope_before(text: str, goal: Goal, at: int) -> str | None:
    """A level before its figure: "…, cấp huyện đạt 90%"."""
    if at == 0 and goal.label.strip() and is_place(goal.label):
        return _placed(goal.label) or None
    start = goal.figures[at - 1].right if at else goal.start
    gap = _undated(text, start, max(start, goal.figures[at].left))
    words = re.split(r"[,;]|\bvà\b|\btrong đó\b|\(", gap)[-1].strip(_TRIM) if at or goal.label else ""
    if lexicon(Goals).indicator.match(goal.label):  # an item of a list: all its words say which
        return _placed(gap) or None if len(gap.split()) <= 8 else None
    found = goal.label.strip() or lexicon(Goals).scope_in.match(words) or lexicon(Goals).scope.match(words)
    return _placed(words) if found and len(words.split()) <= 8 else None


def is_place(words: str) -> bool:
    """Only a level, an area or a date: "Cấp huyện:", "Đến năm 2025 đạt"."""
    words = _undated(words, 0, len(words)).strip(_TRIM)
    return not words or (bool(lexicon(Goals).scope.match(words)) and len(words.split()) <= 8)


def named(text: str, goal: Goal | None) -> str:
    """The indicator of a goal, or of a plain stretch of text without one."""
    if goal is None:
        return _polished(_measured(_clean(text)))
    if not goal.figures:
        return _polished(_up_to_result(_clean(text[goal.start : goal.end])))
    first = goal.figures[0]
    before, after = _before(text, goal, first), _after(text, goal)
    if first.rank:
        return _ranked(text, goal, before) or _polished(_clean(text[goal.start : goal.end]))
    if goal.label and (_lists(goal) or not after or lexicon(Goals).scope.match(before)):
        return _polished(_clean(goal.label))
    if before and not _only_verb(before, first, after):
        return _polished(_measured(before))
    return _polished(_counted(first, before, after))


def _lists(goal: Goal) -> bool:
    """Several figures after a label that names what they measure: "Cơ cấu kinh tế: …"."""
    return len(goal.figures) > 1 and lexicon(Goals).indicator.match(goal.label) is not None


def _only_verb(before: str, first: Figure, after: str) -> bool:
    """Whether the words before a figure only say what is done: what is counted names the indicator."""
    short = len(before.split())
    verb = lexicon(Goals).action.match(before) or short == 1
    return bool(verb) and short <= 6 and bool(after or first.kind in ("count", "other"))


def _before(text: str, goal: Goal, first: Figure) -> str:
    words = _undated(text, goal.start, max(goal.start, first.left))
    words = _clean(words)
    last = re.split(r",\s*(?:phấn đấu|bảo đảm|đảm bảo|nhằm|qua đó)(?:\s+|$)", words)[-1]
    return _clean(last)


def _clean(words: str) -> str:
    """Without dates, opening words of mood, and a plain subject ("Việt Nam có")."""
    for due in reversed(dues(read(words))):
        words = words[: due.start] + " " + words[due.end :]
    words = " ".join(mood().sub("", words, count=1).split()).strip(_TRIM)
    subject = lexicon(Goals).subject.match(words)
    if subject:
        words = mood().sub("", words[subject.end() :], count=1).strip(_TRIM)
    return words


def _after(text: str, goal: Goal) -> str:
    """What follows the figures of a goal, other figures and their scopes left out."""
    pieces = []
    for at, figure in enumerate(goal.figures):
        words = _undated(text, figure.right, max(goal.stop(at), figure.right))
        words = re.split(r"\btrong đó\b|\briêng\b", words)[0]
        if at and lexicon(Goals).scope.match(words.strip(_TRIM)):
            verb = lexicon(Goals).predicate.search(words)
            words = words[verb.start() :] if verb else ""
        scope = said_of(text, goal, at).scope
        if scope and len(goal.figures) > 1:
            lead = lexicon(Goals).scope_lead.alternatives
            words = re.sub(rf"(?:\b(?:{lead})\s+)?{re.escape(scope)}", " ", words, count=1)
        pieces.append(re.sub(r"(?:,|\bvà)\s*$", "", words.strip(_TRIM)).strip(_TRIM))
    kept: list[str] = []
    for piece in pieces:
        if piece and not any(piece in other for other in kept):
            head = piece.split()[:2]
            if kept and kept[-1].split()[:2] == head:
                kept[-1] = piece
            else:
                kept.append(piece)
    return " ".join(" ".join(kept).split())


def _measured(before: str) -> str:
    """ "…, đóng góp vào chỉ số phát triển con người (HDI)": from the last measuring noun of a long run-up."""
    if len(before.split()) > 12:
        into = re.search(
            r"(?:vào|nâng|đưa|cải thiện)\s+((?:chỉ số|tỷ lệ|tỉ lệ|tỷ trọng|quy mô)\b.*)$", before
        )
        if into:
            return into.group(1)
    before = re.sub(r"\s+từ\s+[\d.,]+(?:\s*%|\s+\w+)?(?:/năm)?(?:\s*\(.*)?$", "", before)
    before = re.sub(r",?\s*(?:hướng tới|hướng đến|phấn đấu|bảo đảm|đảm bảo)$", "", before)
    return re.sub(r"\s+(?:đạt|chiếm|ở mức|tăng|giảm|có|là|từ|thêm|lên|:)$", "", before)


def _counted(first: Figure, before: str, after: str) -> str:
    if first.growth:
        return after or before
    if first.kind == "share":
        whole = re.sub(r"^(?:trong|của|trên)\s+", "", after)
        return f"{before} {whole}" if before else f"tỷ lệ {whole}"
    unit = (first.unit or "").split("/")[0]
    if not unit:
        return f"{before} {after}"
    return f"{before} {unit} {after}" if before else f"số {unit} {after}"


def _ranked(text: str, goal: Goal, before: str) -> str:
    """What a ranking is about: after "về", else what is ranked."""
    tail = text[goal.figures[-1].right : goal.end]
    if goal.start > goal.figures[-1].start:
        return _polished(_clean(text[goal.start : goal.end]))
    if goal.label and not before:
        return _polished(goal.label)
    about = re.search(r"\bvề\s+(.+)$", tail, re.DOTALL) or re.search(
        r"\bcó ((?:chỉ số|tỷ lệ|tỉ lệ).+?)(?: cao| tốt| thấp)?$", tail.strip(_TRIM)
    )
    if about and not lexicon(Goals).indicator.match(before):
        return _polished(_clean(about.group(1)))
    return _polished(re.sub(r"\s+(?:thuộc|nằm|trong|đứng|xếp|vào|của tỉnh)$", "", before))


def _up_to_result(words: str) -> str:
    """A goal without figure is named by what stands before its verb of result, if that is enough."""
    found = re.search(
        r"\s(?:đạt mức|đạt trình độ|đạt tiêu chuẩn|thuộc nhóm|ngang tầm|tương đương|trở thành)\b", words
    )
    head = words[: found.start()] if found else words
    head = head.strip(_TRIM)
    return head if len(head.split()) >= 2 else words


def _polished(words: str) -> str:
    """One space, no loose marks or empty tails, a capital in front."""
    words = re.sub(r"\s+và$", "", " ".join(words.split()).strip(_TRIM))
    for tail in lexicon(Goals).tails:
        words = words.removesuffix(tail).strip(_TRIM)
    if words.count("(") > words.count(")"):
        words = words[: words.rfind("(")].strip(_TRIM)
    elif words.count(")") > words.count("("):
        words = words.replace(")", "", 1).strip(_TRIM)
    return words[:1].upper() + words[1:]
