"""Faults of a draft that can be measured, and those that can be mended without a decision."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Section, UnknownRule
from ..model import Draft, Finding
from ..settings import FILE_NAME
from ..workspace import Workspace
from .drafts import OneDraft


@dataclass(frozen=True, slots=True)
class Linted:
    """A draft with its findings."""

    draft: Draft
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """The draft's file with its mechanical faults mended, and in how many paragraphs."""

    data: bytes
    paragraphs: int


def lint(workspace: Workspace, options: OneDraft) -> Linted:
    """Measurable faults of a draft, under the limits of drafter.toml. Raises UnknownRule."""
    from ..analyses.lint import lint as found
    from ..analyses.lint import rules

    own = workspace.settings.lint
    known = [rule.id for rule in rules()]
    limited = [rule.id for rule in rules() if rule.limit is not None]
    for named, there in ((own.limits, limited), (sorted(own.off), known)):
        for key in named:
            if key not in there:
                raise UnknownRule(
                    workspace.root / FILE_NAME, where=Section("lint"), key=key, known=", ".join(there)
                )
    draft = workspace.draft(options.draft)
    register, tasks, layout = workspace.register(draft), workspace.tasks(draft), workspace.layout(draft)
    return Linted(draft, found(draft, register, tasks, layout, limits=own.limits, off=own.off))


def fix(workspace: Workspace, options: OneDraft) -> Mended:
    """The draft as a new file: Unicode form, Đ, spaces and hidden signs mended, nothing else touched."""
    from ..writers.fixed_docx import fixed

    return Mended(*fixed(workspace.package(workspace.draft(options.draft))))
