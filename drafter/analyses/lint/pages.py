"""Rules on paper, margins, fonts and spacing: of state or of Party documents, as the letterhead says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.language.issuers import has_party_letterhead
from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Lint, PageRules
from drafter.model import Draft, Finding, Severity

from .subject import Subject

_SLACK = 1.0  # millimetres: Word rounds
_MOSTLY = 0.1  # share of running text that may be set otherwise


def rules_for(draft: Draft) -> PageRules:
    """The Party's rules under the Party's letterhead, else those of the state."""
    layouts = lexicon(Lint).layout
    return layouts.party if has_party_letterhead(draft.front) else layouts.state


def pages(subject: Subject) -> Iterator[Finding]:
    """What is set otherwise than the rules for its kind of document say."""
    if subject.annexes_alone:
        return  # forms and tables are set as their purpose asks
    layout, rules = subject.layout, rules_for(subject.draft)
    if layout.pages:
        yield from _paper(subject, rules)
    yield from _off(
        "font", layout.fonts, lambda font: font.casefold() == rules.font.casefold(), rules.font, rules
    )
    low, high = rules.sizes
    yield from _off("font-size", layout.sizes, lambda size: low <= size <= high, f"{low}–{high} pt", rules)
    yield from _off(
        "alignment", layout.alignment, lambda value: value in ("both", "distribute"), "justify", rules
    )
    yield from _off(
        "spacing", layout.spacing, lambda value: value >= rules.spacing, f"≥ {rules.spacing} pt", rules
    )
    if layout.pages and not layout.numbered_pages and sum(layout.sizes.values()) > 3000:
        yield Finding("page-numbers", Severity.INFO, None, {"source": rules.source})


def _paper(subject: Subject, rules: PageRules) -> Iterator[Finding]:
    first = subject.layout.pages[0]
    short, long = sorted((first.width, first.height))
    if abs(short - rules.paper[0]) > 2 * _SLACK or abs(long - rules.paper[1]) > 2 * _SLACK:
        shown = f"{first.width:.0f} × {first.height:.0f} mm"
        yield Finding("paper", Severity.WARNING, None, {"shown": shown, "source": rules.source})
    if first.width > first.height:  # landscape: the margins turn with the page
        return
    for side in ("top", "bottom", "left", "right"):
        low, high = getattr(rules, side)
        value = getattr(first, side)
        if not low - _SLACK <= value <= high + _SLACK:
            data = {"side": side, "shown": f"{value:.0f}", "low": low, "high": high, "source": rules.source}
            yield Finding("margins", Severity.WARNING, None, data)


def _off(id: str, found: Mapping[Any, int], fits: Any, wanted: str, rules: PageRules) -> Iterator[Finding]:
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
        "source": rules.source,
    }
    yield Finding(id, Severity.WARNING, None, data)
