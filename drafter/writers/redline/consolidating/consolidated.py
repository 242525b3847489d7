"""Consolidated: several reviewers' copies of one draft as one redline, each agency the author of its edits.

It is the base draft's package: reject all gives the base, to the letter. Where several want the same
words changed otherwise, all of it stands side by side and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.model import Conflict, Consolidated, Plan, Share
from drafter.opc import Package
from drafter.record import of_redline, recorded

from ..bringing.packages import EditedPackage, body_of, highest_id
from ..bringing.prefixes import with_prefixes
from ..finishing.finish import finished
from ..merging.story import shape_key
from ..names import Element, P
from ..reading.accepted import accepted_paragraphs
from ..writing.marks import RevisionMarks
from .containers import consolidate
from .copies import ReviewedCopy
from .edits import Disagreement
from .headers import Headers, consolidate_headers, pair_headers
from .noted import base_notes, consolidate_notes
from .voices import Anchors, Copied, Work


def consolidated(
    base: Package, copies: Sequence[tuple[Package, str, Plan]], *, date: str | None = None
) -> Consolidated:
    """The copies (package, agency, plan from the copy to the base) consolidated on `base`.

    Equal inputs give equal bytes; earlier revisions of every file count as accepted. Of a copy its
    words, tables, notes, headers and margin comments are taken, not its formatting. Raises a
    DrafterError where a file cannot be used.
    """
    return _Consolidating(base, copies, date).result()


class _Consolidating:
    def __init__(self, base: Package, copies: Sequence[tuple[Package, str, Plan]], date: str | None) -> None:
        self.base = EditedPackage(base)
        self.work = Work(RevisionMarks("", date, 0), self._shapes, self.base.main)
        self.copies = [
            ReviewedCopy(number, package, author, self.base, self.work)
            for number, (package, author, _) in enumerate(copies)
        ]
        self.plans = [plan for _, _, plan in copies]

    def result(self) -> Consolidated:
        root = self.base.tree(self.base.main)
        for copy in self.copies:
            root = with_prefixes(root, copy.side.tree(copy.side.main))
        self.base.trees[self.base.main] = root
        body = body_of(root, self.base)
        notes = base_notes(self.base)
        places = accepted_paragraphs(body)
        self.work.marks.next_id = highest_id(root)
        sides: list[Copied] = []
        anchors: list[Anchors] = []
        headers: Headers = {}
        for copy, plan in zip(self.copies, self.plans, strict=True):
            theirs = body_of(copy.side.tree(copy.side.main), copy.side)
            pair_headers(copy, body, theirs, headers)
            indexed = accepted_paragraphs(theirs)
            anchors.append([(indexed[i], places[k]) for i, k in plan.pairs if i in indexed and k in places])
            sides.append((copy.voice(copy.side.main, self.base.main), theirs))
        consolidate(body, sides, self.work, anchors=anchors)
        consolidate_headers(headers, self.base, self.work)
        consolidate_notes(notes, self.copies, self.base, self.work)
        return self._told({p: index for index, p in reversed(places.items())})

    def _shapes(self, part: str) -> Callable[[Element], str]:
        """What tells the base's pictures in a part apart."""
        data = self.base.pointed(part)
        return lambda element: shape_key(element, data)

    def _told(self, paragraphs: dict[Element, int]) -> Consolidated:
        shares = tuple(self._share(copy) for copy in self.copies)
        found = [(_placed(each, paragraphs), each.agreed) for each in self.work.found]
        found.sort(key=lambda placed: (placed[0].paragraph is None, placed[0].paragraph or 0))
        record = of_redline([self.base.package, *(copy.side.package for copy in self.copies)])
        return Consolidated(
            recorded(finished(self.base), record, owner=self.base.main),
            shares,
            conflicts=tuple(conflict for conflict, agreed in found if not agreed),
            agreed=tuple(conflict for conflict, agreed in found if agreed),
        )

    def _share(self, copy: ReviewedCopy) -> Share:
        ours = [edit for edit in self.work.edits if edit.author == copy.author]
        return Share(
            copy.author,
            insertions=sum(bool(edit.gained) for edit in ours),
            deletions=sum(edit.end > edit.start for edit in ours),
            comments=len(copy.margin.brought),
        )


def _placed(disagreement: Disagreement, paragraphs: dict[Element, int]) -> Conflict:
    block = disagreement.block
    at = None if block is None else paragraphs.get(next(block.iter(P), block))
    return replace(disagreement.conflict, paragraph=at)
