"""The head of an official document: who writes, state or Party, number and date.

Layout of NĐ 30/2020/NĐ-CP, Phụ lục I, and of HD 36-HD/VPTW for the offices of the Party.
"""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm

from drafter.language.issuers import is_of_the_party
from drafter.wording.messages import say
from drafter.writers.office.page import StyledLine, side_by_side

_WIDTHS = (Mm(110), Mm(142))
_LONG_RULE = StyledLine("————————", size=8)
_SHORT_RULE = StyledLine("————", size=8)


def letterhead(document: Document, issuer: str, lang: str) -> None:
    """Above the office that writes stands its issuer; "" leaves it out."""
    above = [StyledLine(issuer.upper())] if issuer else []
    office = StyledLine(say("table.office", lang), bold=True)
    dated = StyledLine(say("table.dated", lang), italic=True)
    if is_of_the_party(issuer):
        left = [*above, office, StyledLine("*"), StyledLine(say("table.number.party", lang))]
        right = [StyledLine(say("table.party", lang), bold=True, size=14), _LONG_RULE, dated]
    else:
        left = [*above, office, _SHORT_RULE, StyledLine(say("table.number.state", lang))]
        state, motto = (StyledLine(say(f"table.{name}", lang), bold=True) for name in ("state", "motto"))
        right = [state, motto, _LONG_RULE, dated]
    side_by_side(document, _WIDTHS, (left, right))
