"""Identifiers of elements by the Akoma Ntoso Naming Convention 1.0, section 5: `[prefix__]ref[_number]`."""

from __future__ import annotations

import re
from collections import Counter

# AKN-NC 1.0, 5.4.2: elements that are named by an abbreviation; all others by their own name.
ABBREVIATED = {
    "alinea": "al", "article": "art", "attachment": "att", "chapter": "chp", "citation": "cit",
    "citations": "cits", "mainBody": "body", "paragraph": "para", "recital": "rec", "recitals": "recs",
    "section": "sec", "subsection": "subsec", "wrapUp": "wrapup",
}  # fmt: skip
# 5.4.1: the context of an article is the whole document, through which articles are counted.
_COUNTED_THROUGH = frozenset({"article"})
# 5.4.3: what can be there but once in its context has no number.
_SINGLE = frozenset({"content", "intro", "wrapUp", "body", "mainBody", "preface", "preamble", "conclusions"})
_BETWEEN = re.compile(r"[\s.,:;/()–—-]+")


class ElementIds:
    """Gives each element its identifier, once; `document` is the prefix of the document that is written."""

    def __init__(self) -> None:
        self.document = ""
        self._taken: dict[str, int] = {}  # → how often it was asked for
        self._counts: Counter[tuple[str, str]] = Counter()

    def take(self, tag: str, prefix: str, number: str = "") -> str:
        """The identifier of an element below `prefix`: by its printed `number`, else counted.

        `"art_5__para_2__point_đ"`; where a number comes twice, the second is `"…_2"`.
        """
        context = self.document if tag in _COUNTED_THROUGH and number else prefix
        stem = f"{context}__{ABBREVIATED.get(tag, tag)}" if context else ABBREVIATED.get(tag, tag)
        if tag in _SINGLE:
            return self._once(stem)
        bare = _BETWEEN.sub("-", number).strip("-")
        if bare:
            return self._once(f"{stem}_{bare}")
        self._counts[context, tag] += 1
        return self._once(f"{stem}_{self._counts[context, tag]}")

    def _once(self, wanted: str) -> str:
        again = self._taken.get(wanted, 0) + 1
        found = wanted if again == 1 else f"{wanted}_{again}"
        while found in self._taken:
            again += 1
            found = f"{wanted}_{again}"
        self._taken[wanted] = again
        self._taken.setdefault(found, 1)
        return found
