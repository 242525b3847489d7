"""Papers: the pages of PDFs and pictures; what was recognised of scans is kept for the next command."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Source
    from .kept import Kept

_KIND = "recognised"


class Papers:
    """Files with their pages. `kept`: where recognised ones are kept by their content, if anywhere."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept

    def of(self, source: Source) -> Source:
        """`source`, with its pages where it is a PDF or picture. Raises what `paper_of` raises."""
        from ..intake.paper import is_paper, paper_of
        from ..model import PageOrigin

        if not is_paper(source):
            return source
        found = self._kept.find(_KIND, source.sha256) if self._kept else None
        if found is not None:
            return replace(source, paper=replace(found[0], path=source.shown))
        paper = paper_of(source)
        if self._kept and any(page.origin is PageOrigin.RECOGNISED for page in paper.pages):
            self._kept.put(_KIND, source.sha256, paper)
        return replace(source, paper=paper)
