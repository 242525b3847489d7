"""Names: IRIs of works and their parts by the Akoma Ntoso Naming Convention 1.0, section 4."""

from __future__ import annotations

import re
from functools import cache

from drafter.language.lexicon import lexicon
from drafter.language.normal import folded, unaccented
from drafter.language.printed_dates import dates_letter, find_named_day
from drafter.model import Draft

_NUMBER = re.compile(r"\d{1,5}\w?\s?[/-].*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_WITHIN = 30
UNDATED = "0001-01-01"  # the schema wants a day; that of year 1 is one that nobody takes for true


def slug(text: str) -> str:
    """`"Tỉnh ủy Hà Tĩnh"` is `"tinh-uy-ha-tinh"`."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text).lower()).strip("-")


def document_type(draft: Draft) -> str:
    """The element of Akoma Ntoso that a draft is: `bill` of what will bind, else `doc`."""
    return "bill" if folded(draft.kind or "") in _kinds("binding") else "doc"


def day(draft: Draft) -> str:
    """The day of a draft; `UNDATED` where it has none."""
    return UNDATED if draft.date is None else draft.date.isoformat()


def work_uri(draft: Draft) -> str:
    """`/akn/vn/bill/nghi-quyet/tinh-uy-ha-tinh/2021/nn`: the work of which a draft is an expression.

    AKN-NC 4.4: year for date where that suffices; `nn` for what has no number yet, or no year.
    """
    subtype = slug(draft.kind or "") or "du-thao"
    year = _year(draft) or "nn"
    pieces = ["/akn/vn", document_type(draft), subtype, slug(draft.issuer or ""), year, "nn"]
    return "/".join(filter(None, pieces))


def _year(draft: Draft) -> str | None:
    """That of its day; where the day is left blank, that of the line of place and date."""
    if draft.date is not None:
        return str(draft.date.year)
    dated = (line for line in draft.front if dates_letter(folded(line)))
    found = next(filter(None, map(_YEAR.search, dated)), None)
    return found.group() if found else None


def expression_uri(draft: Draft) -> str:
    """The work in Vietnamese, as this draft has it: `…/vie@du-thao-2`."""
    dated = "" if draft.date is None else draft.date.isoformat()
    version = f"du-thao-{draft.number}" if draft.number is not None else dated
    return f"{work_uri(draft)}/vie@{version}"


def act_uri(name: str, after: str = "") -> str | None:
    """The work that an act's name stands for; None for a name without number and year.

    `"Nghị định số 30/2020/NĐ-CP"` is `/akn/vn/act/nghi-dinh/2020/30-2020-nd-cp`, `"Luật An ninh mạng năm
    2018"` `/akn/vn/act/luat/2018/an-ninh-mang`. `after`: what follows, where its day may stand; `nn` where
    the text tells neither day nor year.
    """
    kind = next((each for each in _kinds("types") if folded(name).startswith(each)), None)
    if kind is None:
        return None
    rest = " ".join(name.split())[len(kind) :].strip()
    number = _NUMBER.search(rest)
    year = _YEAR.search(rest)
    if number is None and year is None:
        return None
    title = number.group() if number else re.sub(lexicon("acts")["beside"], " ", _YEAR.sub(" ", rest))
    named = slug(title)
    if not named:
        return None
    doctype = "act" if kind in _kinds("binding") else "doc"
    told = find_named_day(after[:_DAY_WITHIN]) if re.match(lexicon("acts")["day"], after) else None
    dated = told.isoformat() if told else year.group() if year else "nn"
    return "/".join(("/akn/vn", doctype, slug(kind), dated, named))


@cache
def _kinds(name: str) -> tuple[str, ...]:
    """Kinds of acts, longest first."""
    return tuple(sorted((folded(kind) for kind in lexicon("acts")[name]), key=len, reverse=True))
