"""What an assistant may ask: each tool is a job with its JSON document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError

from drafter.errors import DrafterError
from drafter.jobs.decisions import DecideOptions
from drafter.jobs.drafts import OneDraft
from drafter.jobs.filters import Filters
from drafter.model import Disposition, ReasonCode, Verdict
from drafter.wording.errors import sentence
from drafter.workspace import Stages, Workspace
from drafter.writers.json.encoding import JsonObject, dumps

Answer = JsonObject | Mapping[str, object]


class ToolFailure(ToolError):
    """What a job refuses, in one line."""


@dataclass(frozen=True, slots=True)
class ToolOptions:
    """The workspace at `root`; `name`: under which decisions are recorded; `write`: they may be."""

    root: Path
    lang: str
    name: str
    write: bool = False


class Tools:
    """The tools over one workspace. Docstrings are what an assistant is told of arguments."""

    def __init__(self, options: ToolOptions) -> None:
        self._options = options
        self._stages = Stages()

    def named(self) -> Sequence[tuple[str, Callable[..., str], bool]]:
        """Name, function and whether it writes, of every tool that is allowed."""
        reading: Mapping[str, Callable[..., Answer]] = {
            "outline": self.outline,
            "targets": self.targets,
            "ledger": self.ledger,
            "tasks": self.tasks,
            "diff": self.diff,
            "comments": self.comments,
            "link": self.link,
            "evidence": self.evidence,
            "table": self.table,
            "show": self.show,
            "log": self.log,
            "agencies": self.agencies,
            "lint": self.lint,
            "check": self.check,
        }
        writing: Mapping[str, Callable[..., Answer]] = {"decide": self.decide, "undo": self.undo}
        allowed = {**reading, **(writing if self._options.write else {})}
        return [(name, self._told(each), name in writing) for name, each in allowed.items()]

    def _told(self, tool: Callable[..., Answer]) -> Callable[..., str]:
        """The tool as text; what it refuses is told in the one line that people read."""

        @wraps(tool)
        def answer(*args: Any, **given: Any) -> str:
            try:
                return dumps(tool(*args, **given))
            except DrafterError as error:
                raise ToolFailure(sentence(error, self._options.lang)) from error

        answer.__annotations__ = {**tool.__annotations__, "return": str}
        return answer

    def _workspace(self) -> Workspace:
        """What stops one file is left out of the answer; `comments` names it under problems."""
        return Workspace(
            self._options.root, report=_nothing, stages=self._stages, reading=not self._options.write
        )

    def outline(self, draft: str | None = None) -> Answer:
        from drafter.jobs.drafts import outline
        from drafter.writers.json.outline import outline as document

        return document(outline(self._workspace(), OneDraft(draft)), self._options.lang)

    def targets(self, draft: str | None = None) -> Answer:
        from drafter.jobs.drafts import targets
        from drafter.writers.json.targets import targets as document

        return document(targets(self._workspace(), OneDraft(draft)).register, self._options.lang)

    def ledger(self) -> Answer:
        from drafter.jobs.ledger import ledger
        from drafter.writers.json.ledger import ledger as document

        found = ledger(self._workspace())
        return document(found.rows, found.rounds.drafts)

    def tasks(self, draft: str | None = None) -> Answer:
        from drafter.jobs.drafts import tasks
        from drafter.writers.json.tasks import tasks as document

        return document(tasks(self._workspace(), OneDraft(draft)).tasks)

    def diff(self, old: str, new: str) -> Answer:
        from drafter.jobs.diff import TwoDrafts, diff
        from drafter.writers.json.diff import diff as document

        found = diff(self._workspace(), TwoDrafts(old, new))
        return document(found.changes, found.old, found.new)

    def comments(self, agencies: list[str] | None = None) -> Answer:
        from drafter.jobs.comments import CommentsOptions, comments
        from drafter.writers.json.comments import comments as document

        wanted = CommentsOptions(filters=Filters(tuple(agencies or ())))
        return document(comments(self._workspace(), wanted), self._options.lang)

    def link(self, agencies: list[str] | None = None, clauses: list[str] | None = None) -> Answer:
        from drafter.jobs.comments import LinkOptions, link
        from drafter.writers.json.link import links

        wanted = LinkOptions(filters=Filters(tuple(agencies or ()), tuple(clauses or ())))
        return links(link(self._workspace(), wanted).links, self._options.lang)

    def evidence(
        self,
        agencies: list[str] | None = None,
        clauses: list[str] | None = None,
        verdicts: list[Verdict] | None = None,
    ) -> Answer:
        from drafter.jobs.evidence import evidence
        from drafter.writers.json.evidence import evidence as document

        wanted = Filters(tuple(agencies or ()), tuple(clauses or ()), tuple(verdicts or ()))
        found = evidence(self._workspace(), wanted)
        return document(found.evidence, found.silent or (), found.clashes)

    def table(self) -> Answer:
        from drafter.jobs.table import table
        from drafter.writers.json.table import table as document

        return document(table(self._workspace()), self._options.lang)

    def show(self, number: int) -> Answer:
        from drafter.jobs.show import show
        from drafter.writers.json.show import show as document

        return document(show(self._workspace(), number), self._options.lang)

    def log(self, numbers: list[int] | None = None) -> Answer:
        from drafter.jobs.decisions import history
        from drafter.writers.json.decisions import log as document

        return document(history(self._workspace(), numbers or ()))

    def agencies(self, today: date) -> Answer:
        from drafter.jobs.agencies import AgenciesOptions, agencies
        from drafter.writers.json.agencies import agencies as document

        return document(agencies(self._workspace(), AgenciesOptions(today, as_of=True)), today)

    def lint(self, draft: str | None = None) -> Answer:
        from drafter.jobs.lint import lint
        from drafter.writers.json.lint import lint as document

        found = lint(self._workspace(), OneDraft(draft))
        return document(found.findings, found.draft, self._options.lang)

    def check(self, today: date) -> Answer:
        from drafter.jobs.check import CheckOptions, check
        from drafter.writers.json.check import check as document

        workspace = self._workspace()
        return document(check(workspace, CheckOptions(today)), workspace.rounds.drafts, self._options.lang)

    def decide(
        self,
        numbers: list[int],
        disposition: Disposition,
        response: str | None = None,
        reason: ReasonCode | None = None,
        where: str | None = None,
    ) -> Answer:
        from drafter.jobs.decisions import decide
        from drafter.writers.json.decisions import decisions

        options = DecideOptions(tuple(numbers), disposition, reason, response, where)
        found = decide(self._workspace(), options, self._options.name)
        return decisions([(each.comment, each.decision) for each in found])

    def undo(self, numbers: list[int]) -> Answer:
        from drafter.jobs.decisions import undo
        from drafter.writers.json.decisions import decisions

        found = undo(self._workspace(), numbers, self._options.name)
        return decisions([(each.comment, each.decision) for each in found])


def _nothing(_: DrafterError) -> None:
    pass
