"""Files on disk as the stages take them: from a path to what a reader or writer gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from drafter.intake import read_source
from drafter.model import Consolidated, Manuscript, PageLayout, Plan, Sheet, View
from drafter.opc import Package
from drafter.readers import comments, docx, opened
from drafter.readers.docx import layout
from drafter.writers import redline as redlines
from drafter.writers.redline import consolidating

ROOT = Path(__file__).parents[1]


def open_package(path: Path) -> Package:
    return opened(read_source(path))


def read_docx(path: Path, *, view: View = View.ACCEPTED) -> Manuscript:
    """A file of the repository, which no test changes, is read once for all of them."""
    kept = path.is_relative_to(ROOT)
    return _kept(path, view) if kept else docx.read_docx(open_package(path), view=view)


@cache
def _kept(path: Path, view: View) -> Manuscript:
    return docx.read_docx(open_package(path), view=view)


def read_layout(path: Path) -> PageLayout:
    return layout.read_layout(open_package(path))


def read_comment_file(path: Path, *, root: Path) -> Sheet:
    shown = path.relative_to(root).as_posix()
    return comments.read_comment_file(read_source(path, shown=shown, listed=True))


def redline(old: Path, new: Path, plan: Plan | None = None, **options: Any) -> bytes:
    return redlines.redline(open_package(old), open_package(new), plan, **options)


def consolidated(base: Path, copies: Sequence[tuple[Path, str, Plan]]) -> Consolidated:
    opened_copies = [(open_package(path), agency, plan) for path, agency, plan in copies]
    return consolidating.consolidated(open_package(base), opened_copies)
