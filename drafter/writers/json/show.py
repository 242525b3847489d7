"""`drafter show N --json`: one comment with all that is known of it."""

from __future__ import annotations

from drafter.model import CommentView
from drafter.wording.answers import answer_words
from drafter.writers.json.comments import CommentJson, comment
from drafter.writers.json.decisions import (
    DecisionJson,
    LogLineJson,
    NumberedJson,
    decision,
    log_line,
    numbered,
)
from drafter.writers.json.encoding import JsonObject, like
from drafter.writers.json.evidence import EvidenceJson
from drafter.writers.json.link import LinkJson, link


class ShowDocument(JsonObject, frozen=True):
    """`comment`, `link` are null where no file holds the comment any more. `proposal`: the answer that
    evidence proposes; `alike`: the other comments of its row."""

    no: int
    key: str
    agency: str
    text: str
    path: str
    comment: CommentJson | None
    decision: DecisionJson
    link: LinkJson | None
    evidence: tuple[EvidenceJson, ...]
    proposal: str | None
    alike: tuple[NumberedJson, ...]
    history: tuple[LogLineJson, ...]


def show(view: CommentView, lang: str) -> ShowDocument:
    answer = None if view.row is None else view.row.answer
    return like(
        ShowDocument,
        view.registered,
        comment=None if view.comment is None else comment(view.comment),
        decision=decision(view.decision),
        link=None if view.link is None else link(view.link, lang),
        evidence=tuple(like(EvidenceJson, each) for each in view.evidence),
        proposal=None if answer is None else answer_words(answer, lang),
        alike=tuple(numbered(*each) for each in view.alike),
        history=tuple(map(log_line, view.history)),
    )
