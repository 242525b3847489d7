"""Comparing two drafts of a law of 1,500 articles, about 45,000 words: `python -m tests.bench.speed_diff`.

Printed with it: the same on half the articles, so that growth beyond linear shows.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

from drafter.analyses.alignment import align
from drafter.analyses.changes import changes
from drafter.model import Draft, Kind
from tests.redrafting import clause, draft, redraft

CLAUSES = Path(__file__).parents[1] / "data" / "links" / "clauses.tsv"
ARTICLES = 1500


def phrases() -> list[str]:
    """Stretches between marks of a real text, to make articles from."""
    text = CLAUSES.read_text(encoding="utf-8").partition("\n")[2]
    found = {one.strip() for line in text.splitlines() for one in re.split(r"[.;,|]", line.split("\t")[-1])}
    return sorted(one for one in found if 3 < len(one.split()) < 11)


def law(articles: int, random: Random) -> Draft:
    """`articles` articles in chapters of 30, each a heading and two clauses: repetitive, as laws are."""
    stock, out = phrases(), []
    for number in range(1, articles + 1):
        chapter = f"chuong-{(number - 1) // 30 + 1}"
        if number % 30 == 1:
            out.append(clause(chapter, f"Quy định {random.choice(stock)}", kind=Kind.CHAPTER))
        article = f"{chapter}.dieu-{number}"
        out.append(clause(article, random.choice(stock), chapter, kind=Kind.ARTICLE))
        out.extend(
            clause(f"{article}.{place}", f"{random.choice(stock)}, {random.choice(stock)};", article)
            for place in (1, 2)
        )
    return draft(*out)


def seconds(articles: int, seed: int = 1) -> tuple[float, float, int]:
    """Seconds for alignment, seconds for changes, words of the old draft; one edit to ten articles."""
    old = law(articles, Random(seed))
    new, _ = redraft(old, Random(seed), steps=articles // 10, insertions=phrases())
    start = time.perf_counter()
    alignment = align(old, new)
    between = time.perf_counter()
    changes(old, new, alignment)
    return between - start, time.perf_counter() - between, sum(one.words for one in old.clauses)


def main() -> None:
    for articles in (ARTICLES // 2, ARTICLES):
        aligning, telling, words = seconds(articles)
        print(f"{articles} articles, {words} words: alignment {aligning:.2f} s, changes {telling:.2f} s")


if __name__ == "__main__":
    main()
