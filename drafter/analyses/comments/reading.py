"""What a comment says: its quotes, references, topics, stance, and what it asks for → a `Comment`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from drafter.language.asks import asks, likewise, wanted
from drafter.language.guarded import Guarded
from drafter.language.lexicon import cue, lexicon
from drafter.language.named_words import named_words
from drafter.language.normal import decoded
from drafter.language.quotes import find_quotes
from drafter.language.references import cited_places, find_references
from drafter.language.requests import figure_alone, is_order, operation
from drafter.model import Anchor, Ask, Comment, Op, Position, Stance, Topic

from . import sentences
from .openings import asks_behind_agreement
from .sentences import agrees, finds_fault, hide_quotes
from .struck import Deleted, asks_of

_ENOUGH = 1.0
_FEW = 30  # anchored words that a comment may mean to replace; more are its place
_PASSAGE = 10  # words: an addition so long says what is to be done


@lru_cache(maxsize=1024)  # it is asked before comments are told from frame, and of each comment
def stance_of(text: str, proposal: str = "") -> Stance:
    """What a comment wants: `"… là gì?"` is a question, `"không đồng tình với …"` an objection."""
    said = hide_quotes(decoded(text)).lower().strip()
    if cue("stances", "question").search(said):
        return Stance.QUESTION
    if cue("stances", "objection").search(said):
        return Stance.OBJECTION
    beside = cue("stances", "no_comment").sub(" ", said)
    wants = bool(proposal.strip()) or sentences.asks(beside) or sentences.for_a_person(text)
    turned = (wants and cue("stances", "however").search(beside)) or (
        finds_fault(said) and asks_behind_agreement(said) is not None
    )
    if agrees(decoded(text)) and not turned:
        return Stance.AGREEMENT
    if cue("stances", "remark").search(said) and not cue("stances", "edit").search(said) and not proposal:
        return Stance.REMARK
    return Stance.REQUEST if wants or finds_fault(said) else Stance.REMARK


@cache
def _cues() -> tuple[tuple[Topic, tuple[tuple[Guarded, float], ...]], ...]:
    table = lexicon("topics")
    return tuple((topic, tuple((Guarded(k), float(w)) for k, w in table[topic].items())) for topic in Topic)


def topics_of(text: str, stance: Stance, proposed: Ask | None = None) -> tuple[Topic, ...]:
    """What a comment is about, strongest first; `other` where nothing speaks for a topic."""
    said = _without_words(decoded(text).lower())
    if stance is Stance.AGREEMENT:
        return (Topic.OTHER,)
    scores = {topic: sum(w for pattern, w in cues if pattern.search(said)) for topic, cues in _cues()}
    found = [topic for topic, score in sorted(scores.items(), key=lambda each: -each[1]) if score >= _ENOUGH]
    if found or stance is Stance.REMARK:
        return tuple(found[:3]) or (Topic.OTHER,)
    if proposed and (proposed.op == "add" or proposed.old or proposed.new):
        return (Topic.TASK,) if proposed.op == "add" else topics_of_edit(proposed)
    return (Topic.OTHER,)


def topics_of_edit(edit: Ask) -> tuple[Topic, ...]:
    """An edit that changes figures is about a figure; one that adds a passage about a task; else wording."""
    figures = [re.findall(r"\d+(?:[.,]\d+)*", words or "") for words in (edit.old, edit.new)]
    if edit.op == "replace" and figures[0] != figures[1]:
        return (Topic.FIGURE,)
    long = len((edit.new or "").split()) >= _PASSAGE
    return (Topic.TASK,) if edit.op == "add" and long else (Topic.WORDING,)


def _without_words(text: str) -> str:
    """Quoted words of the draft say nothing about the comment's topic, quoted figures do."""
    for quote in find_quotes(text):
        if not any(map(str.isdigit, quote.text)):
            text = text[: quote.start] + "·" * (quote.end - quote.start) + text[quote.end :]
    return text


def comment_of(
    *, id: str, agency: str, dated: date | None, draft: str | None, path: str, position: Position, text: str,
    cited: str = "", proposal: str = "", reason: str = "", emphasis: tuple[tuple[int, int], ...] = (),
    anchor: Anchor | None = None, known: Ask | None = None, struck: Sequence[Deleted] = (),
    resolved: bool = False,
) -> Comment:  # fmt: skip
    """The comment that `text` is. `known` is an ask that needs no reading: a tracked change; else the words
    of an `anchor` are read as those of a neighbouring cell are."""
    stance = stance_of(text, proposal) if known is None else Stance.REQUEST
    around = cited or (_anchored(anchor) if known is None else "")
    alone = figure_alone(text, around) if known is None and around and not proposal else None
    if alone is not None or is_order(text):
        stance = Stance.REQUEST
    asked = known or alone or _operation(text, stance, around, proposal)
    whole = "\n".join(part for part in (text, proposal) if part)
    topics = topics_of(whole, stance, asked) if known is None else topics_of_edit(known)
    references, beside = cited_places(text), find_references(cited)
    wishes = asks(
        text,
        asked if known else _of_anchored(asked, anchor),
        faulty=stance in (Stance.REQUEST, Stance.OBJECTION),
        topics=topics,
        references=references,
        beside=beside,
    )
    further = () if stance in (Stance.AGREEMENT, Stance.REMARK) else asks_of(struck)
    wishes = tuple(dict.fromkeys((*wishes, *further)))
    quotes = find_quotes(text, emphasis)
    quoted = (quote.text for quote in (*quotes, *find_quotes(around)))
    return Comment(
        id=id,
        agency=agency,
        date=dated,
        draft=draft,
        path=path,
        position=position,
        text=text,
        quote=tuple(dict.fromkeys(quoted)),
        references=references,
        topics=topics,
        stance=stance,
        asks=wanted(wishes),
        cited=cited,
        reason=reason or _reason(text),
        anchor=anchor,
        proposal=proposal,
        words=named_words(text, quotes, wishes, cited=around),
        beside=beside,
        resolved=resolved,
        struck=tuple(gone.words for gone in struck),
    )


def _operation(text: str, stance: Stance, around: str, proposal: str) -> Ask | None:
    """What a comment that wants something asks for first."""
    wants = stance not in (Stance.AGREEMENT, Stance.REMARK)
    return operation(text, cited=around, proposal=proposal) if wants else None


def _anchored(anchor: Anchor | None) -> str:
    return f"“{anchor.words}”" if anchor and anchor.words else ""


def _of_anchored(asked: Ask | None, anchor: Anchor | None) -> Ask | None:
    """What is to be done to a few anchored words, where the comment names none itself."""
    if asked is None or anchor is None:
        return asked
    words = anchor.words
    few = len(words.split()) <= _FEW and words.strip() != anchor.context.strip()
    if few and not asked.old and asked.op in (Op.DELETE, Op.REPLACE):
        return replace(asked, old=words or None)
    return asked


def letter_stance(comments: Sequence[Comment]) -> Stance:
    """Agreement where nothing else is said, remark where nothing is asked for, else request."""
    stances = {comment.stance for comment in comments}
    if stances <= {Stance.AGREEMENT}:
        return Stance.AGREEMENT
    return Stance.REMARK if stances <= {Stance.AGREEMENT, Stance.REMARK} else Stance.REQUEST


def in_turn(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """The comments of one letter in order; what refers to the comment before it has the words of that."""
    before = (None, *(comment.operation for comment in comments))
    return tuple(
        replace(comment, asks=likewise(comment.asks, earlier))
        for comment, earlier in zip(comments, before, strict=False)
    )


def _reason(text: str) -> str:
    found = re.search(lexicon("letters")["reason"], decoded(text), re.IGNORECASE | re.DOTALL)
    return found[1].strip() if found else ""


def numbered(path: str) -> Iterator[str]:
    """Ids of a file's comments: path + "#" + running number from 1."""
    count = 0
    while True:
        count += 1
        yield f"{path}#{count}"
