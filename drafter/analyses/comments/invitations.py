"""Invitations: what a letter tells of the request for comments is another office's wish, and none about the
draft: `"Sở Y tế nhận được Công văn số 12/STTTT đề nghị góp ý dự thảo, sau khi nghiên cứu, nhất trí."`"""

from __future__ import annotations

from drafter.language.lexicon import lexicon
from drafter.language.lexicons import Openings


def uninvited(text: str) -> str:
    """`text` with each invitation that a letter named before it brought, and the mere names of acts of asking
    ("theo đề nghị của …"), as spaces; offsets kept."""
    if not ("góp ý" in text or "ý kiến" in text or "GÓP Ý" in text or "Ý KIẾN" in text):
        return text
    words = lexicon(Openings)
    for found in words.invited.pattern.finditer(text):
        paper = words.papers.pattern.search(text[: found.end()])
        if paper and paper.start() < found.start():
            text = _blank(text, *found.span())
    for found in words.named.pattern.finditer(text):
        text = _blank(text, *found.span())
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
