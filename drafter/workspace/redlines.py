"""What the workspace writes as Word revisions: redlines between drafts, copies consolidated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..model import Consolidated, Draft, Plan
from .proofs import Proofs


class Workspace(Proofs):
    """The drafts, comments and settings under `root`.

    `report` gets each error that stops one file. `watch(count)` opens a stretch of work on so many
    files and gives a function to call after each: a progress bar, or nothing.
    """

    def plan(self, old: Draft, new: Draft, *, moves: bool = True) -> Plan:
        """What a redline from `old` to `new` is led by; without `moves` nothing is written as a move."""
        from drafter.analyses.plans import plan

        before, after = self._manuscripts[old.sha256], self._manuscripts[new.sha256]
        found = self.changes(old, new)
        return plan(before, after, found, old_draft=old, new_draft=new, moves=moves)

    def by_comment(self, old: Draft, new: Draft, led: Plan) -> Plan:
        """`led` with the comments that the changes were made for, as far as evidence ties them."""
        from drafter.analyses.plans.commented import commented

        read = self.correspondence()
        comments = {comment.id: comment for comment in read.comments}
        found = commented(self.changes(old, new), new, comments, self.evidence(read))
        return replace(led, comments=found)

    def redline(
        self, old: Draft, new: Draft, led: Plan | None = None, *, author: str | None = None, **options: Any
    ) -> bytes:
        """The redline from `old` to `new`, its seal still open; `options` are those of `writers.redline`.

        The default author is the workspace's, else the issuer of the new draft, else "drafter".
        """
        from ..writers.record import redline_xml, with_record
        from ..writers.redline import redline

        author = author or self.settings.author or new.issuer or "drafter"
        led = led or self.plan(old, new)
        data = redline(self.package(old), self.package(new), led, author=author, **options)
        record = redline_xml(((old.path, old.sha256), (new.path, new.sha256)))
        return with_record(data, record, owner=self.package(new).main)

    def merge(
        self, base: Draft, copies: Sequence[tuple[Draft, str | None]], *, date: str | None = None
    ) -> Consolidated:
        """Reviewers' copies of `base` as one redline, its seal still open.

        With each copy the agency to name; None: the one that the copy names itself (`reviewer`).
        """
        from ..writers.record import redline_xml, with_record
        from ..writers.redline.consolidating import consolidated

        made = consolidated(
            self.package(base),
            [
                (self.package(copy), agency or self.reviewer(copy), self.plan(copy, base, moves=False))
                for copy, agency in copies
            ],
            date=date,
        )
        record = redline_xml([(draft.path, draft.sha256) for draft in (base, *(copy for copy, _ in copies))])
        sealed = with_record(made.data, record, owner=self.package(base).main)
        return replace(made, data=sealed)

    def reviewer(self, copy: Draft) -> str:
        """Whose copy it is: the agency of its tracked changes, of its properties, of its file's name."""
        from drafter.analyses.comments import reviewer

        from ..readers.comments import sheet_of

        return reviewer(sheet_of(self.package(copy), self._manuscripts[copy.sha256]))
