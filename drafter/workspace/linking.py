"""Linking: comments linked and proved, letter by letter, by workers where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .each_letter import EachLetter
from .keys import drafts_key

if TYPE_CHECKING:
    from ..model import Comment, Correspondence, Draft, Evidence, Link, Rounds, Scope
    from .stages import Stages


def links(stages: Stages, read: Correspondence, rounds: Rounds, on: Draft | None) -> tuple[Link, ...]:
    """Each comment linked on the draft it is about, or on the draft `on`; in their order."""

    def found(comments: Sequence[Comment]) -> Iterable[Link]:
        made = stages.ahead.linked(rounds, comments) if stages.ahead and on is None else None
        return linked(stages, comments, rounds, on) if made is None else made

    each: EachLetter[Link] = EachLetter(stages.kept, "links", (drafts_key(rounds), on and on.sha256))
    return each.of(read, found)


def linked(
    stages: Stages, comments: Sequence[Comment], rounds: Rounds, on: Draft | None = None
) -> Iterator[Link]:
    """The links of comments, those on one draft together."""
    from ..analyses.links import link

    about: dict[str, tuple[Draft, list[Comment]]] = {}
    for comment in comments:
        draft = on or rounds.draft(comment.draft) or rounds.newest
        cited = comment if draft.path == comment.draft else stages.resolved(comment, draft)
        about.setdefault(draft.path, (draft, []))[1].append(cited)
    for draft, cited_there in about.values():
        yield from link(cited_there, stages.index(draft))


def evidence(
    stages: Stages,
    read: Correspondence,
    rounds: Rounds,
    corrections: Mapping[str, tuple[Scope, tuple[str, ...]]],
) -> tuple[Evidence, ...]:
    """What every later draft did about each comment, on what people said it is about in `corrections`."""

    def found(comments: Sequence[Comment]) -> Sequence[Evidence]:
        from ..analyses.evidence import evidence
        from ..analyses.links.corrected import corrected

        known = {link.comment: link for link in corrected(stages.links(read, rounds), corrections)}
        cases = [(comment, known[comment.id]) for comment in comments]
        made = stages.ahead.proved(rounds, cases) if stages.ahead else None
        return evidence(comments, known, rounds, stages.register) if made is None else made

    each: EachLetter[Evidence] = EachLetter(stages.kept, "evidence", drafts_key(rounds))
    return each.of(read, found, corrections)
