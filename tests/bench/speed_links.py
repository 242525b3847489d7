"""Comments linked per second and core, text signal included: `python -m tests.bench.speed_links`.

Against a draft of some 290 clauses, twice: all comments different, and as a large consultation brings
them, most of them copies of a few (one in twenty is new).
"""

from __future__ import annotations

import gc
import time
from dataclasses import replace

from drafter.analyses.citations.resolve import resolved
from drafter.analyses.links import link
from drafter.analyses.links.index import index
from drafter.model import Comment
from tests.bench.quality.links import draft
from tests.made_comments import PUBLIC, made_comments

DRAFT = PUBLIC[0]
MANY = 2000
COPIES = 20


def comments(many: int) -> list[Comment]:
    """Made comments on the draft, each with an id of its own."""
    return [one.comment(f"made#{number}") for number, one in enumerate(made_comments(draft(DRAFT), many), 1)]


def rate(said: list[Comment]) -> float:
    """Comments per second, the index of the draft built before."""
    about = index(draft(DRAFT))
    places = about.places
    link([resolved(comment, places) for comment in said[:20]], about)
    gc.collect()  # what was made before is no part of this
    start = time.process_time()
    link([resolved(comment, places) for comment in said], about)
    return len(said) / (time.process_time() - start)


def main() -> None:
    said = comments(MANY)
    copied = [replace(one, id=f"{one.id}/{n}") for one in said[: MANY // COPIES] for n in range(COPIES)]
    print(f"{len(draft(DRAFT).clauses)} clauses")
    print(f"{len(said)} different comments: {rate(said):.0f} comments/s")
    print(f"{len(copied)} comments, {COPIES} copies of each: {rate(copied):.0f} comments/s")


if __name__ == "__main__":
    main()
