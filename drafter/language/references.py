"""References: the places that a remark cites, "điểm a và điểm b khoản 2 mục III", as locators.

A phrase gives one `Reference` with a locator for each place it names. Both orders are read ("mục III,
khoản 2, điểm a"), lists and ranges ("từ điểm a đến điểm d"), paths ("mục III.2"), rows, pages and
lines, named sections ("phần bối cảnh") and relative ones ("khoản này"). The words are in
`language.citations`; what a draft has of it is for `analyses.resolve` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Locator, Reference
from .citations import Token, cut, label, ranks
from .lexicon import lexicon
from .normal import normal
from .numerals import POINT_LETTERS, letter, roman, to_roman
from .quotes import find_quotes

_RELATIVE = "relative"
_JOINTS = {"and", "to", "of", "comma", "semicolon"}
_LABELS = {"roman", "number", "path", "letter", "nth", "first", "last", "spoken"}
_ORDINAL = {"nth", "first", "last", "spoken", "number"}
# Units that "thứ ba", "đầu tiên" or "cuối" number; the others take figures, letters, Roman numerals.
_COUNTED = {"dash", "plus", "text", "row", "target", "line", "part", "section", "paragraph", "article", "chapter", "annex"}


@dataclass(frozen=True, slots=True)
class Item:
    """A unit with what numbers it: `"các điểm a, b"` is point (a, b). `joint` is how it is joined to the one before."""

    unit: str
    labels: tuple[str, ...]
    start: int
    end: int
    joint: str = ""

    @property
    def rank(self) -> float:
        """How far in the unit stands; a Roman mục holds a mục in figures ("mục 2 mục III")."""
        inner = self.unit == "section" and roman(self.labels[0]) is None
        return ranks()[self.unit] + (0.5 if inner else 0)


Chain = list[Item]


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
        items, act, after = _phrase(tokens, at)
        if not items:
            at += 1
            continue
        at = after
        if not any(start < items[0].start and items[-1].end < end for start, end in quoted):
            found.extend(_references(items, act, norm.text))
    return tuple(_printed(text, norm.span(one.start, one.end), one) for one in found)


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
        if item is not None:
            items.append(replace(item, joint=joint))
            joint, end, place = "", after, after
        elif token.kind == "below" and items and items[-1].unit == "line":
            items[-1] = _counted_from(items[-1], token)
            end = place = place + 1
        elif token.kind == "act" and items and joint in ("", "of", "comma"):
            return items, token, place + 1
        elif token.kind in _JOINTS and items:
            joint = token.kind if joint in ("", "of", "comma") else joint
            place += 1
        else:
            break
    own = place < len(tokens) and tokens[place].kind == "own"
    return items, None if own or not items else _act_before(tokens, at), end


def _counted_from(line: Item, token: Token) -> Item:
    """Lines counted from the foot of the page are negative: "dòng 3 từ dưới lên" is line -3."""
    up = lexicon("citations")["joints"]["up"] in token.value.lower()
    labels = tuple(f"-{value}" for value in line.labels) if up else line.labels
    return replace(line, labels=labels, end=token.end)


def _act_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The act right before the citation: "Nghị định số 30/2020/NĐ-CP, Điều 5", "… quy định tại Điều 5"."""
    back = at - 1
    words = []
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
    labels, end, after = _labels(tokens, at + 1, token.value)
    if labels:
        return Item(token.value, labels, token.start, tokens[end].end), after
    if at + 1 < len(tokens) and tokens[at + 1].kind == _RELATIVE and token.value not in ("page", "line", "target"):
        return Item(_RELATIVE, (token.value,), token.start, tokens[at + 1].end), at + 2
    if token.value == "annex":
        return Item("annex", ("",), token.start, token.end), at + 1
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
            found.extend(_between(found[-1], value) if joint == "to" and found else [value])
            kind, end, joint = kind or token.kind, at, ""
        elif found and not joint and token.kind in ("and", "to", "comma") and token.value.strip() in (",", "và", "đến", "tới", "-", "–", "hoặc", "/"):
            joint = token.kind
        elif joint == "comma" and token.kind == "and":
            pass
        else:
            break
        at += 1
    return tuple(found), end, (end + 1 if found else at)


def _numbers(token: Token, unit: str, kind: str) -> bool:
    """Whether the token can number `unit`, after a first label of `kind`."""
    if token.kind not in _LABELS or label(token) is None:
        return False
    if kind:
        return token.kind == kind or {token.kind, kind} <= _ORDINAL or {token.kind, kind} <= {"number", "path"}
    if token.kind == "spoken":
        return unit in ("part", "annex", "dash")
    if token.kind in ("nth", "first", "last"):
        return unit in _COUNTED
    if token.kind == "letter":
        return unit in ("point", "paragraph", "section", "subsection", "part", "row", "annex", "dash", "plus")
    return token.kind != "roman" or unit not in ("point", "line", "page", "target")


def _between(first: str, last: str) -> list[str]:
    """What a range adds after its first label: a to d gives b, c, d."""
    for read, write in (
        (letter, lambda n: POINT_LETTERS[n - 1]),
        (lambda text: int(text) if text.isdigit() else None, str),
        (roman, to_roman),
    ):
        low, high = read(first), read(last)
        if low is not None and high is not None:
            return [write(n) for n in range(low + 1, high + 1)] if low < high <= low + 60 else [last]
    return [last]


# --- chains ------------------------------------------------------------------------------


def _references(items: list[Item], act: Token | None, text: str) -> list[Reference]:
    """One reference for what commas and "và" hold together; where only the end is of another act, two."""
    found: list[Reference] = []
    chains = _inherited(_chains(items))
    of_act = len(chains) - 1
    while of_act and _outermost(chains[of_act - 1]) == _outermost(chains[-1]):
        of_act -= 1
    run: list[tuple[Chain, Chain]] = []
    own: Token | None = None
    for i, (chain, lent) in enumerate(chains):
        turn = act if i >= of_act else None
        if run and (chain[0].joint == "semicolon" or turn is not own):
            found.append(_reference(run, own, text))
            run = []
        run.append((chain, lent))
        own = turn
    return [*found, _reference(run, own, text)]


def _outermost(chain: tuple[Chain, Chain]) -> str:
    return min(chain[0] + chain[1], key=lambda item: item.rank).unit


def _reference(chains: Sequence[tuple[Chain, Chain]], act: Token | None, text: str) -> Reference:
    """The span is that of the chains' own items and of the act after them."""
    start = min(item.start for own, _ in chains for item in own)
    end = max(item.end for own, _ in chains for item in own)
    if act is not None and act.start >= end:
        end = act.end
    locators = [locator for own, lent in chains for locator in _locators(own + lent)]
    return Reference(text[start:end], start, end, tuple(dict.fromkeys(locators)), act.value if act else None)


def _chains(items: Iterable[Item]) -> list[Chain]:
    """Items that lead from one place in or out: a new chain where the order turns round, or after "và", ";".

    Equal units at the head of a chain are one: "điểm a và điểm b khoản 2", "từ khoản 1 đến khoản 4".
    """
    found: list[Chain] = []
    for item in items:
        chain = found[-1] if found else []
        if len(chain) == 1 and _alike(chain[0], item):
            before = chain[0]
            more = _between(before.labels[-1], item.labels[0]) if item.joint == "to" else [item.labels[0]]
            chain[0] = replace(before, labels=(*before.labels, *more, *item.labels[1:]), end=item.end)
        elif chain and item.joint not in ("and", "semicolon", "to") and _goes_on(chain, item):
            chain.append(item)
        else:
            found.append([item])
    return found


def _alike(before: Item, item: Item) -> bool:
    same = before.unit == item.unit and before.rank == item.rank
    return same and item.joint in ("and", "comma", "to") and item.unit != _RELATIVE


def _goes_on(chain: Chain, item: Item) -> bool:
    step = item.rank - chain[-1].rank
    if len(chain) == 1:
        return step != 0
    return step != 0 and (step > 0) == (chain[1].rank > chain[0].rank)


def _inherited(chains: list[Chain]) -> list[tuple[Chain, Chain]]:
    """What a chain leaves out and its neighbour says: "điểm a khoản 2 và khoản 3 mục III" are both of III."""
    lent: list[Chain] = [[] for _ in chains]
    for i in range(len(chains) - 2, -1, -1):
        if chains[i + 1][0].joint == "semicolon" and len(chains[i]) > 1:
            continue
        lent[i] = _lent(chains[i], chains[i + 1] + lent[i + 1], _innermost(chains[i + 1]))
    for i in range(1, len(chains)):
        whole = chains[i] + lent[i]
        lent[i] += _lent(whole, chains[i - 1] + lent[i - 1], _innermost(chains[i - 1]))
    return list(zip(chains, lent, strict=True))


def _innermost(chain: Chain) -> Item:
    return max(chain, key=lambda item: item.rank)


def _lent(chain: Chain, others: Iterable[Item], but: Item) -> Chain:
    """Those of `others` that stand further out than all of `chain`; an annex lends itself to its rows only."""
    outer = min(item.rank for item in chain)
    if any(item.unit == "role" for item in chain):
        return []
    rows = ranks()["row"]
    return [item for item in others if item is not but and item.rank < outer and (item.unit != "annex" or outer >= rows)]


def _locators(chain: Chain) -> list[Locator]:
    """A locator for every label that a unit of the chain has, units from the outermost in."""
    units = {item.unit for item in chain}
    found: list[tuple[tuple[str, str], ...]] = [()]
    for item in sorted(chain, key=lambda item: item.rank):
        # "dòng 3 Phụ lục II" is a row of its table; with a page it is a printed line.
        unit = "row" if item.unit == "line" and "page" not in units else item.unit
        found = [parts + _parts(unit, value) for parts in found for value in item.labels]
    return [Locator(parts) for parts in found]


def _parts(unit: str, value: str) -> tuple[tuple[str, str], ...]:
    """`mục III.2.a` is a mục, a khoản and a điểm."""
    pieces = value.split(".")
    if unit != "section" or len(pieces) == 1 or roman(pieces[0]) is None:
        return ((unit, value),)
    inner = [("paragraph" if piece.isdigit() else "point", piece) for piece in pieces[1:]]
    return (("section", pieces[0]), *inner)

