"""Rules on paper, margins, fonts and spacing: of state or of Party documents, as the letterhead says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.language.lexicon import lexicon
from drafter.language.normal import folded
from drafter.model import Draft, Finding, Severity

from .subject import Subject

_SLACK = 1.0  # millimetres: Word rounds
_MOSTLY = 0.1  # share of running text that may be set otherwise


def profile(draft: Draft) -> str:
    """ "party" under the Party's letterhead, else "state"."""
    return "party" if "đảng cộng sản việt nam" in folded(" ".join(draft.front)) else "state"


def pages(subject: Subject) -> Iterator[Finding]:
    """What is set otherwise than the rules for its kind of document say."""
    layout, rule = subject.layout, lexicon("lint")["layout"][profile(subject.draft)]
    if layout.pages:
        yield from _paper(subject, rule)
    yield from _off(
        "font", layout.fonts, lambda font: font.casefold() == rule["font"].casefold(), rule["font"], rule
    )
    low, high = rule["sizes"]
    yield from _off("font-size", layout.sizes, lambda size: low <= size <= high, f"{low}–{high} pt", rule)
    yield from _off(
        "alignment", layout.alignment, lambda value: value in ("both", "distribute"), "justify", rule
    )
    yield from _off(
        "spacing", layout.spacing, lambda value: value >= rule["spacing"], f"≥ {rule['spacing']} pt", rule
    )
    if layout.pages and not layout.numbered_pages and sum(layout.sizes.values()) > 3000:
        yield Finding("page-numbers", Severity.INFO, None, {"source": rule["source"]})


def _paper(subject: Subject, rule: Mapping[str, Any]) -> Iterator[Finding]:
    first = subject.layout.pages[0]
    short, long = sorted((first.width, first.height))
    if abs(short - rule["paper"][0]) > 2 * _SLACK or abs(long - rule["paper"][1]) > 2 * _SLACK:
        shown = f"{first.width:.0f} × {first.height:.0f} mm"
        yield Finding("paper", Severity.WARNING, None, {"shown": shown, "source": rule["source"]})
    if first.width > first.height:  # landscape: the margins turn with the page
        return
    for side in ("top", "bottom", "left", "right"):
        low, high = rule[side]
        value = getattr(first, side)
        if not low - _SLACK <= value <= high + _SLACK:
            data = {"side": side, "shown": f"{value:.0f}", "low": low, "high": high, "source": rule["source"]}
            yield Finding("margins", Severity.WARNING, None, data)


def _off(
    id: str, found: Mapping[Any, int], fits: Any, wanted: str, rule: Mapping[str, Any]
) -> Iterator[Finding]:
    """A finding where more than a tenth of the running text is set otherwise; the most used value shown."""
    whole = sum(found.values())
    wrong = {value: count for value, count in found.items() if not fits(value)}
    if not whole or sum(wrong.values()) <= _MOSTLY * whole:
        return
    most = max(wrong, key=lambda value: wrong[value])
    data = {
        "shown": f"{most:g}" if isinstance(most, float) else most,
        "share": round(100 * sum(wrong.values()) / whole),
        "wanted": wanted,
        "source": rule["source"],
    }
    yield Finding(id, Severity.WARNING, None, data)
