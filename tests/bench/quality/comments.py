"""Quality of reading comments on the 14 letters and 70 comments of `tests/data/links`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from drafter.analyses.comments import letters
from drafter.intake import listing
from drafter.language.normal import folded
from drafter.model import Comment, Letter
from tests.inputs import read_comment_file

DATA = Path(__file__).parents[2] / "data" / "links"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a gold table: tabs, no quoting."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read() -> tuple[Letter, ...]:
    """All letters of the gold set."""
    root = DATA / "comments"
    return tuple(
        letter for path in listing(root).files for letter in letters(read_comment_file(path, root=root))
    )


def matched(found: tuple[Letter, ...]) -> Iterator[tuple[dict[str, str], Comment | None]]:
    """Each gold comment with the comment that was found for it: same file, same beginning and end."""
    comments = [comment for letter in found for comment in letter.comments]
    for row in rows("gold.tsv"):
        same = (
            comment
            for comment in comments
            if comment.path == row["file"]
            and comment.text.startswith(row["start"])
            and comment.text.endswith(row["end"])
        )
        yield row, next(same, None)


def report() -> dict[str, float | int | str]:
    """Counts and shares; a missed comment counts as wrong everywhere."""
    found = read()
    heads = {letter.path: letter for letter in found}
    pairs = list(matched(found))
    total = len(pairs)
    read_comments = sum(len(letter.comments) for letter in found)
    hits = [(row, comment) for row, comment in pairs if comment is not None]
    common = sum(len(_topics(row) & set(comment.topics)) for row, comment in hits)
    proposed = sum(len(comment.topics) for _, comment in hits)
    wanted = sum(len(_topics(row)) for row, _ in pairs)
    words = [_words_right(row, comment, key) for row, comment in pairs for key in ("old", "new")]
    heads_right = [_head_right(row, heads) for row in rows("letters.tsv")]
    named = [right for right in words if right is not None]
    return {
        "letters: agency, number, date and stance right": sum(heads_right) / len(heads_right),
        "comments in gold": total,
        "comments found exactly": len(hits) / total,
        "comments missed": total - len(hits),
        "comments spurious": read_comments - len(hits),
        "stance right": sum(comment.stance == row["stance"] for row, comment in hits) / total,
        "topics: F1": 2 * common / (proposed + wanted),
        "topics: any right": sum(bool(_topics(row) & set(comment.topics)) for row, comment in hits) / total,
        "suggestion: operation right": sum(_op(comment) == row["op"] for row, comment in hits) / total,
        "suggestion: old and new words right, of those named": sum(named) / len(named),
        "suggestion: words named": len(named),
    }  # fmt: skip


def _head_right(row: dict[str, str], heads: dict[str, Letter]) -> bool:
    letter = heads.get(row["file"])
    return letter is not None and (letter.agency, letter.number, str(letter.date), letter.stance) == (
        row["agency"],
        row["letter"],
        row["date"],
        row["stance"],
    )


def _topics(row: dict[str, str]) -> set[str]:
    return set(row["topics"].split(";"))


def _op(comment: Comment) -> str:
    return str(comment.operation.op) if comment.operation else ""


def _words_right(row: dict[str, str], comment: Comment | None, key: str) -> bool | None:
    """None where neither side names words."""
    said = getattr(comment.operation, key) or "" if comment and comment.operation else ""
    if not said and not row[key]:
        return None
    return folded(said) == folded(row[key])
