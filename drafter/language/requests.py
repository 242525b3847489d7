"""Requests: the operation that a comment asks for first, and the words it names.

    "đề nghị thay từ “sao chép” bằng từ “giải mã”" → replace, old "sao chép", new "giải mã"
    "bổ sung cụm từ “bí mật nhà nước” sau cụm từ “an ninh dữ liệu”" → add, new …, old (after) …
    "giảm chỉ tiêu từ 80% xuống 70%" → replace "80%" by "70%"; "đề nghị tách khoản 7" → split

The grammar is in `data/suggestions.toml`: patterns that name words, in order, then single verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import takewhile

from drafter.model import Ask, Op

from .guarded import Guarded
from .normal import Normal, decoded, normal
from .numerals import spoken
from .quotes import Quote, find_quotes
from .request_rules import BLANK, BLANKS, MOST_NAMED, agreed_to, grammar, is_of_another, rules, together

_FIGURE = 4  # words: a figure with its comparator and unit; more is a passage
_FEW = 60  # words: more than that is a place, not words to replace
_WORDS = re.compile(r"(?:\s+[^\W\d_]+){1,2}")
_YEAR = re.compile(r"năm\s+\d{4}", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:đề nghị|đề xuất)\s+)?(?:sửa|sửa đổi|chỉnh sửa|điều chỉnh|viết|viết lại|ghi)?"
    r"(?: lại)?(?: thành| là| như sau)?\s*:\s*",
    re.IGNORECASE,
)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,])(?:{grammar().meta.figure})(?![\w%])", re.IGNORECASE)


def operation(text: str, *, cited: str = "", proposal: str = "") -> Ask | None:
    """What `text` asks for first, its operation and words alone; None where it names no operation.

    `cited` is what the neighbouring cells quote of the draft, `proposal` the cell of proposed
    wording: with a verb it is a request itself, else the new words.
    """
    return _first_operation(text, cited, proposal)


@lru_cache(maxsize=1024)  # a comment of one piece is asked about as a whole and as that piece
def _first_operation(text: str, cited: str, proposal: str) -> Ask | None:
    asks = bool(proposal) and _asks(proposal)
    whole = f"{text}\n{proposal}" if asks and proposal != text else text
    form = normal(whole)
    quotes = tuple(
        replace(quote, text=whole[slice(*form.span(quote.start, quote.end))])
        for quote in find_quotes(form.text)
    )
    masked = blanked(form.text, quotes)
    masked = together(masked, masked)
    found = _with_words(whole, form, masked, quotes, cited)
    if found is None:
        op = _recast(masked, _operation(masked))
        found = Ask(op, _only_quote(op, quotes)) if op else None
    if proposal and not asks:
        return _worded(found, proposal, quotes, cited)
    return found


def _asks(proposal: str) -> bool:
    masked = blanked(proposal, find_quotes(proposal))
    return bool(
        grammar().request.pattern.match(masked) or grammar().anew.pattern.match(masked.strip().lower())
    )


def blanked(text: str, quotes: Sequence[Quote]) -> str:
    """Insides of quotes blanked at equal length; brackets of a locator stay."""
    for quote in quotes:
        text = text[: quote.start] + BLANK * (quote.end - quote.start) + text[quote.end :]
    return text


def _with_words(printed: str, form: Normal, masked: str, quotes: tuple[Quote, ...], cited: str) -> Ask | None:
    asked = grammar().asked.pattern.search(masked)
    blanks = len(BLANKS.findall(masked))
    for rule in rules(min(blanks, MOST_NAMED)):
        # What a rule looks back for comes before the request; so may what the draft "viết là …".
        found = rule.before and asked and rule.pattern.search(masked, asked.start())
        found = found or rule.pattern.search(masked)
        if not found or _is_spared(rule.op, masked, found) or _is_numbering(masked, found):
            continue
        groups = found.groupdict()
        old = _taken(printed, form, found, "old") if groups.get("old") else None
        new = _taken(printed, form, found, "new") if groups.get("new") else None
        if old and new and (unit := _same_unit(masked, found)):
            old, new = f"{old} {unit}", f"{new} {unit}"
        if rule.before:
            old = _replaced(form.text[: found.start()], found.start(), new, quotes, cited)
        if rule.figure_before:
            old = _figure_like(form.text[: found.start("new")], new) or _figure_like(cited, new)
            if old is None:
                continue
        return Ask(rule.op, old, new)
    return None


def _is_spared(op: Op, masked: str, found: re.Match[str]) -> bool:
    """Whether a deletion is what is to be avoided: "tránh bỏ “…”", "không nên xóa “…”"."""
    return op is Op.DELETE and grammar().spares.pattern.search(masked[: found.start()]) is not None


def _is_numbering(masked: str, found: re.Match[str]) -> bool:
    """Whether a figure only numbers a unit of the draft, or counts some: "khoản 2", "02 nhiệm vụ"."""
    figures = [
        span for name in found.groupdict() if masked[slice(*(span := found.span(name)))].strip().isdigit()
    ]
    if any(grammar().numbers.pattern.search(masked[:start]) for start, _ in figures):
        return True
    return len(figures) == 1 and grammar().counts.pattern.match(masked, figures[0][1]) is not None


def _same_unit(masked: str, found: re.Match[str]) -> str | None:
    """The words that stand behind both bare figures: "từ 05 tờ lên 10 tờ"."""
    spans = [found.span(name) for name in ("old", "new")]
    if not all(masked[slice(*span)].strip().isdigit() for span in spans):
        return None
    behind = [_WORDS.match(masked, end) for _, end in spans]
    if not all(behind):
        return None
    same = takewhile(
        lambda pair: pair[0] == pair[1], zip(*(one[0].split() for one in behind if one), strict=False)
    )
    return " ".join(word for word, _ in same) or None


def _recast(masked: str, op: Op | None) -> Op | None:
    """ "Viết lại điểm 3 thành 2 nội dung" asks for a split, "… thành một khoản" for a merge."""
    if op not in (None, Op.REPLACE, Op.MOVE) or not _parts().search(masked):
        return op
    return Op.SPLIT if parts(masked) else Op.MERGE


def parts(text: str) -> int | None:
    """Into how many clauses one is to be made; None where `text` does not say, or says one."""
    found = _parts().search(text)
    number = 1 if found is None else spoken(found["number"]) or int(found["number"])
    return number if number > 1 else None


def _parts() -> Guarded:
    return grammar().parts.pattern


def _taken(printed: str, form: Normal, found: re.Match[str], name: str) -> str:
    start, end = form.span(*found.span(name))
    return _tidy(printed[start:end])


def _tidy(words: str) -> str:
    """Words without the stops of the sentence around; a lone year without its "năm"."""
    tidy = " ".join(words.split()).strip(" ,;:.")
    return tidy.split()[-1] if _YEAR.fullmatch(decoded(tidy)) else tidy or words


def _replaced(text: str, at: int, new: str | None, quotes: tuple[Quote, ...], cited: str) -> str | None:
    """What "sửa thành “…”" replaces: the quote before it, the figure of the same unit before it or alone
    in the cited words, else the cited words if they are few."""
    before = [quote for quote in quotes if quote.end < at]
    if before:
        return before[-1].text
    figure = _figure_like(text, new) or _figure_like(cited, new, alone=True)
    beside = _quote_before(at, (), cited)
    return figure or (beside if beside and len(beside.split()) <= _FEW else None)


def _quote_before(at: int, quotes: tuple[Quote, ...], cited: str) -> str | None:
    before = [quote for quote in quotes if quote.end < at]
    if before:
        return before[-1].text
    beside = find_quotes(cited)
    return beside[-1].text if beside else None


def is_order(text: str) -> bool:
    """Whether all that is said is who is to do something, or by when, without a word that asks for it:
    `"Giao Công an tỉnh chủ trì."`"""
    return grammar().order.pattern.fullmatch(decoded(text).strip()) is not None


def is_figure(words: str) -> bool:
    """Whether words are one figure with what belongs to it: `"trên 80%"`, `"năm 2027"`."""
    return _figure().fullmatch(words.strip()) is not None


def figures_in(text: str, *, all_: bool = False) -> list[tuple[int, int]]:
    """Where `text` has figures, without `all_` none that number or count its units: "khoản 2", "02 ý"."""
    return [
        found.span()
        for found in _figure().finditer(text)
        if all_
        or not (
            grammar().numbers.pattern.search(text[: found.start()])
            or grammar().counts.pattern.match(text, found.end())
        )
    ]


def figure_alone(text: str, cited: str) -> Ask | None:
    """What a figure alone beside words of the draft asks for: `"20%"` at “chiếm 15%” replaces "15%"; None
    where `text` says more."""
    figure = text.strip(" .;")
    if not is_figure(figure):
        return None
    return Ask(Op.REPLACE, _figure_like(cited, figure, alone=True), figure)


def _figure_like(text: str, new: str | None, *, alone: bool = False) -> str | None:
    """The last (with `alone`: the only) figure of `text` in the unit of `new`, but for those that others are
    held against: for `"70%"`, `"trên 80%"`."""
    if not new or not is_figure(new) or not (wanted := _unit(new)):
        return None
    same = [
        found.group()
        for found in _figure().finditer(text)
        if _unit(found.group()) == wanted and not is_of_another(text, found)
    ]
    if not same or (alone and len(same) > 1):
        return None
    return _tidy(same[-1].removeprefix("đạt ").strip())


def _unit(figure: str) -> str | None:
    if not any(map(str.isdigit, figure)):
        return None
    if re.fullmatch(r"(?:năm\s+)?(?:19|20)\d\d", figure.strip(), re.IGNORECASE):
        return "year"
    return re.sub(r"^\D*[\d.,/–-]+\s*", "", figure).strip().lower() or "number"


def _operation(masked: str) -> Op | None:
    """The first verb of the grammar behind the request."""
    strong = re.search(r"\b(?:đề nghị|kiến nghị|đề xuất)\b", masked, re.IGNORECASE)
    if strong and (op := _first_verb(masked, strong.end())):
        return op
    if grammar().mild_not.pattern.search(masked):
        return Op.DELETE
    for mild in grammar().mild.pattern.finditer(masked):
        op = _first_verb(masked, mild.end(), within=60)
        if op:
            return op
        if grammar().mild_add.pattern.match(masked, mild.end()):
            return Op.CLARIFY if grammar().means.pattern.search(masked) else Op.ADD
    if grammar().place_colon.pattern.match(masked.strip()):
        return _first_verb(masked, masked.index(":"))
    if (agreed := agreed_to(masked)) is not None:
        return _first_verb(masked, agreed)
    begins = grammar().anew.pattern.match(masked.strip()) or grammar().request.pattern.search(masked)
    return _first_verb(masked, 0) if begins else None


def _first_verb(masked: str, start: int, within: int | None = None) -> Op | None:
    stop = len(masked) if within is None else start + within
    firsts = []
    for op in grammar().ops:
        every = _verbs(op).finditer(masked, start, stop)
        one = next((each for each in every if not _is_spared(op, masked, each)), None)
        if one is not None:
            firsts.append((one.start(), -one.end(), op))
    return min(firsts, key=lambda each: each[:2])[2] if firsts else None


@cache
def _verbs(op: Op) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar().ops[op]})\b", re.IGNORECASE)


def _only_quote(op: Op, quotes: tuple[Quote, ...]) -> str | None:
    """For a move, split or merge the first quote says which words."""
    return quotes[0].text if quotes and op in (Op.MOVE, Op.SPLIT, Op.MERGE) else None


def _worded(found: Ask | None, proposal: str, quotes: tuple[Quote, ...], cited: str) -> Ask:
    """A proposal that only holds wording: the new words."""
    inner = find_quotes(proposal)
    words = (
        inner[0].text
        if len(inner) == 1 and len(inner[0].text) > 0.6 * len(proposal)
        else _LEADING.sub("", proposal)
    )
    words = " ".join(words.split()).strip(' “”"«».')
    if found and found.op not in (Op.REPLACE, Op.CLARIFY, Op.SHORTEN):
        return found if found.new else Ask(found.op, found.old, words if found.op is Op.ADD else None)
    quoted = _quote_before(10**9, quotes, cited)
    named = found.old if found else None
    passage = len(words.split()) > _FIGURE and named and len(named.split()) <= _FIGURE
    old = quoted if passage and quoted else named or quoted
    return Ask(Op.REPLACE, old, words)
