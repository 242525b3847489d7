"""Signers: whose letter it is where no letterhead says so: by the head of a mail, else by who signs it.

"Từ: Sở Ngoại vụ <…>" → Sở Ngoại vụ; "Chủ đề: Góp ý của Sở Y tế" → Sở Y tế; "Trân trọng, / Sở Du lịch" →
Sở Du lịch
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Mail
from drafter.language.normal import decoded
from drafter.language.senders import find_agencies, proper
from drafter.model import FrameKind

from .ground import FileLine, Spot, spot
from .letterhead import titled

_NAME = 16  # words of a line that names who signs


def signer(lines: Sequence[FileLine], zones: Mapping[Spot, FrameKind]) -> str | None:
    """The agency in the head of a mail or in the signature; None where neither names one."""
    head, signed = (
        [decoded(line.block.text).strip() for line in lines if zones.get(spot(line.block)) is kind]
        for kind in (FrameKind.LETTERHEAD, FrameKind.SIGNATURE)
    )
    words = lexicon(Mail)
    sent = (_named(text) for text in head if words.sender.pattern.match(text))
    subjects = (titled(text) for text in head if words.field.pattern.match(text))
    below = (_named(text) for text in signed if len(text.split()) <= _NAME)
    return next((name for names in (sent, subjects, below) for name in names if name), None)


def _named(text: str) -> str | None:
    found = find_agencies(text)
    return proper(text[slice(*found[0])]) if found else None
