"""References: the places that a comment cites, "điểm a và điểm b khoản 2 mục III", as locators.

A phrase gives one `Reference` with a locator for each place it names. Both orders are read ("mục III,
khoản 2, điểm a"), lists and ranges ("từ điểm a đến điểm d"), paths ("mục III.2"), rows, pages and
lines, named sections ("phần bối cảnh") and relative ones ("khoản này"). The words are in
`language.citations`; what a draft has of it is for `analyses.citations` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from drafter.model import Reference

from .chains import RELATIVE, Chain, Item, between, chains, inherited, locators, outermost
from .citations import ANNEXES, LABELS, Token, cut, label
from .lexicon import cue, lexicon
from .normal import decoded, normal
from .numerals import roman
from .quotes import find_quotes

_NEAR = 300  # characters before a citation
_JOINTS = {"and", "to", "of", "comma", "semicolon"}
_BEGIN = {"role", "path", "unit"}  # tokens with which an item begins
_ORDINAL = {"nth", "first", "last", "spoken", "number"}


@lru_cache(maxsize=4096)  # cells of a form repeat
def find_references(text: str) -> tuple[Reference, ...]:
    """The references of `text` in order, offsets those of `text` as given; `id` and `exists` are left open.

    A citation of another act has its name in `act`. What stands within quotation marks is the
    draft's own wording, not a place of it, and is left out.
    """
    norm = normal(text)
    quoted = [quote.outer for quote in find_quotes(norm.text)]
    found = []
    tokens = cut(norm.text)
    at = 0
    while at < len(tokens):
        if tokens[at].kind not in _BEGIN:
            at += 1
            continue
        items, act, after = _phrase(tokens, at)
        if not items:
            at += 1
            continue
        at = after
        if not any(start < items[0].start and items[-1].end < end for start, end in quoted):
            found.extend(_references(items, act, norm.text))
    return tuple(_printed(text, norm.span(one.start, one.end), one) for one in found)


def cited_places(text: str) -> tuple[Reference, ...]:
    """The references of a comment, those marked that serve as a measure or name a second place."""
    return tuple(
        replace(
            one,
            measure=_stands_before(one, text, "measure"),
            second=_stands_before(one, text, "second"),
        )
        for one in find_references(text)
    )


def words_before(one: Reference, text: str) -> str:
    """The words of `text` right before a citation, which say what it is for."""
    return decoded(text[max(one.start - _NEAR, 0) : one.start])


def _stands_before(one: Reference, text: str, kind: str) -> bool:
    return cue("citations", "before", kind).search(words_before(one, text)) is not None


def _printed(text: str, span: tuple[int, int], one: Reference) -> Reference:
    return replace(one, text=text[span[0] : span[1]], start=span[0], end=span[1])


# --- items -------------------------------------------------------------------------------


def _phrase(tokens: Sequence[Token], at: int) -> tuple[list[Item], Token | None, int]:
    """The items that hang together from token `at` on, the act they are of, and where reading goes on."""
    items: list[Item] = []
    joint = ""
    end = place = at
    while place < len(tokens):
        item, after = _item(tokens, place)
        token = tokens[place]
        if item is not None and item.unit == "table" and not items:
            break  # "bảng chỉ tiêu" says in which table a row stands, and is no place of its own
        if item is not None:
            items.append(replace(item, joint=joint))
            joint, end, place = "", after, after
        elif token.kind == "below" and items and items[-1].unit == "line":
            items[-1] = _counted_from(items[-1], token)
            end = place = place + 1
        elif token.kind == "act" and items and joint in ("", "of", "comma"):
            return items, token, place + 1
        elif token.kind == "plural" and items:
            place += 1
        elif token.kind in _JOINTS and items:
            joint = token.kind if joint in ("", "of", "comma") else joint
            place += 1
        else:
            break
    own = place < len(tokens) and tokens[place].kind == "own"
    if items and not own and (later := _act_after_others(tokens, place, joint)) is not None:
        return items, later, end
    return items, None if own or not items else _act_before(tokens, at), end


def _act_after_others(tokens: Sequence[Token], place: int, joint: str) -> Token | None:
    """The act at the end of "Điều 64 và các quy định có liên quan của Luật Xây dựng"."""
    if joint not in ("and", "comma"):
        return None
    others = frozenset(lexicon("citations")["joints"]["others"])
    at = place
    while at < len(tokens) and (
        tokens[at].kind in ("plural", "and", "comma", "unit") or tokens[at].value.lower() in others
    ):
        at += 1
    if at > place and at + 1 < len(tokens) and tokens[at].kind == "of" and tokens[at + 1].kind == "act":
        return tokens[at + 1]
    return None


def _counted_from(line: Item, token: Token) -> Item:
    """Lines counted from the foot of the page are negative: "dòng 3 từ dưới lên" is line -3."""
    up = lexicon("citations")["joints"]["up"] in token.value.lower()
    labels = tuple(f"-{value}" for value in line.labels) if up else line.labels
    return replace(line, labels=labels, end=token.end)


def _act_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The act right before the citation: "Nghị định số 30/2020/NĐ-CP, Điều 5", "… quy định tại Điều 5"."""
    back = at - 1
    words: list[Token] = []
    while back >= 0 and tokens[back].kind in ("of", "comma") and len(words) < 2:
        words.append(tokens[back])
        back -= 1
    if back < 0 or tokens[back].kind != "act":
        return None
    # "bổ sung Luật Dữ liệu tại khoản 2 mục III" names an act to be put into the draft's khoản 2.
    bare = [word.value.lower() for word in words if word.kind == "of"]
    within = tokens[at].kind == "unit" and tokens[at].value == "article"
    return tokens[back] if within or all(value not in ("tại", "ở", "trong") for value in bare) else None


def _item(tokens: Sequence[Token], at: int) -> tuple[Item | None, int]:
    token = tokens[at]
    if token.kind == "role":
        return Item("role", (token.value,), token.start, token.end), at + 1
    if token.kind == "path" and roman(token.value.partition(".")[0].strip()) is not None:
        return Item("number", ("".join(token.value.split()),), token.start, token.end), at + 1
    if token.kind != "unit":
        return None, at
    unit = "annex" if token.value == ANNEXES else token.value
    labels, end, after = _labels(tokens, at + 1, unit)
    if labels:
        return Item(unit, labels, token.start, tokens[end].end), after
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].kind == RELATIVE
        and token.value not in ("page", "line", "target")
    ):
        return Item(RELATIVE, (unit,), token.start, tokens[at + 1].end), at + 2
    if token.value in (ANNEXES, "table"):
        unit = "annex" if token.value == ANNEXES else token.value
        return Item(unit, ("",), token.start, token.end), at + 1
    return None, at


def _labels(tokens: Sequence[Token], at: int, unit: str) -> tuple[tuple[str, ...], int, int]:
    """The labels from token `at` on, the last token that is one, and where reading goes on."""
    found: list[str] = []
    kind = ""
    end = at
    joint = ""
    while at < len(tokens):
        token = tokens[at]
        if token.kind in ("num", "mark") and joint != "to":
            at += 1
            continue
        if _numbers(token, unit, kind):
            value = label(token)
            assert value is not None
            found.extend(between(found[-1], value) if joint == "to" and found else [value])
            kind, end, joint = kind or token.kind, at, ""
        elif (
            found
            and not joint
            and token.kind in ("and", "to", "comma")
            and token.value.strip() in (",", "và", "đến", "tới", "-", "–", "hoặc", "/")
        ):
            joint = token.kind
        elif joint == "comma" and token.kind == "and":
            pass
        else:
            break
        at += 1
    return tuple(found), end, (end + 1 if found else at)


def _units(way: str) -> Sequence[str]:
    units: Sequence[str] = lexicon("citations")["numbers"][way]
    return units


def _numbers(token: Token, unit: str, kind: str) -> bool:
    """Whether the token can number `unit`, after a first label of `kind`."""
    if token.kind not in LABELS or label(token) is None:
        return False
    if kind:
        return (
            token.kind == kind or {token.kind, kind} <= _ORDINAL or {token.kind, kind} <= {"number", "path"}
        )
    if token.kind == "spoken":
        return unit in ("part", "annex", "dash")
    if token.kind in ("nth", "first", "last"):
        return unit in _units("counted")
    if token.kind == "letter":
        return unit in _units("lettered")
    return token.kind != "roman" or unit not in ("point", "line", "page", "target")


# --- references --------------------------------------------------------------------------


def _references(items: list[Item], act: Token | None, text: str) -> list[Reference]:
    """One reference for what commas and "và" hold together; where only the end is of another act, two."""
    found: list[Reference] = []
    parts = inherited(chains(items))
    of_act = len(parts) - 1
    while of_act and outermost(parts[of_act - 1]) == outermost(parts[-1]):
        of_act -= 1
    run: list[tuple[Chain, Chain]] = []
    named: Token | None = None
    for place, part in enumerate(parts):
        turn = act if place >= of_act else None
        apart = part[0][0].joint == "semicolon" or "role" in (
            part[0][0].unit,
            run[-1][0][0].unit if run else "",
        )
        if run and (apart or turn is not named):
            found.append(_reference(run, named, text))
            run = []
        run.append(part)
        named = turn
    return [*found, _reference(run, named, text)]


def _reference(parts: Sequence[tuple[Chain, Chain]], act: Token | None, text: str) -> Reference:
    """The span is that of the chains' own items and of the act after them."""
    start = min(item.start for own, _ in parts for item in own)
    end = max(item.end for own, _ in parts for item in own)
    if act is not None and act.start >= end:
        end = act.end
    found = dict.fromkeys(locator for own, lent in parts for locator in locators(own + lent))
    return Reference(text[start:end], start, end, tuple(found), act.value if act else None)
