"""`drafter decide N…`"""

from __future__ import annotations

import click

from .common import Option, Run, json_option, run_command
from .days import named_day
from .decided import show
from .who import by_option, who

_WAYS = ("accept", "partly", "explain", "note", "pending")  # in the order of model.Disposition
_REASONS = (
    "superior-target", "already-in-draft", "outside-competence", "not-feasible-yet", "out-of-scope",
    "duplicate", "conflict", "other",
)  # fmt: skip
_STANDS = ("satisfied", "not-satisfied", "no-answer")

_SCOPES = ("document", "none", "read")  # the last: those that were read again


@click.command("decide")
@click.argument("numbers", nargs=-1, type=int, required=True, metavar="N...")
@click.option("--accept", cls=Option, is_flag=True, help="cli.option.accept")
@click.option("--partly", cls=Option, is_flag=True, help="cli.option.partly")
@click.option("--explain", cls=Option, is_flag=True, help="cli.option.explain")
@click.option("--note", cls=Option, is_flag=True, help="cli.option.note")
@click.option("--pending", cls=Option, is_flag=True, help="cli.option.pending")
@click.option("--reason", cls=Option, type=click.Choice(_REASONS), help="cli.option.reason")
@click.option("--response", cls=Option, metavar="TEXT", help="cli.option.response")
@click.option("--where", cls=Option, metavar="TEXT", help="cli.option.where")
@click.option("--clause", "clauses", cls=Option, multiple=True, metavar="CLAUSE", help="cli.option.corrected")
@click.option("--scope", cls=Option, type=click.Choice(_SCOPES), help="cli.option.scope")
@click.option("--ask", "asks", cls=Option, multiple=True, metavar="TEXT", help="cli.option.ask")
@click.option("--assign", "assignee", cls=Option, metavar="NAME", help="cli.option.assign")
@click.option("--due", cls=Option, metavar="YYYY-MM-DD", help="cli.option.due")
@click.option("--remark", cls=Option, metavar="TEXT", help="cli.option.remark")
@click.option("--stand", cls=Option, type=click.Choice(_STANDS), help="cli.option.stand")
@click.option("--alike", cls=Option, is_flag=True, help="cli.option.alike")
@click.option("--like", cls=Option, type=int, metavar="N", help="cli.option.like")
@click.option("--words", cls=Option, multiple=True, metavar="TEXT", help="cli.option.words")
@click.option("--undo", cls=Option, is_flag=True, help="cli.option.undo")
@by_option
@json_option
@run_command
def command(
    run: Run,
    numbers: tuple[int, ...],
    reason: str | None,
    stand: str | None,
    scope: str | None,
    due: str | None,
    undo: bool,
    name: str | None,
    as_json: bool,
    **said: str | int | tuple[str, ...] | None,
) -> None:
    from drafter.jobs import decisions as job
    from drafter.model import Disposition, ReasonCode, Scope, Stand

    ways = [each for each in _WAYS if said.pop(each)]
    if len(ways) > 1:
        raise click.UsageError(run.words("usage.one-way", options=", ".join(f"--{each}" for each in ways)))
    way = next(iter(ways), None)
    given = (way, reason, stand, scope, due, *said.values())
    if undo == any(each not in (None, (), False) for each in given):
        raise click.UsageError(run.words("usage.undo-alone" if undo else "usage.decide"))
    if scope is not None and said["clauses"]:
        raise click.UsageError(run.words("usage.scope-or-clause"))
    workspace = run.workspace()
    beside: tuple[str, ...] = ()
    if undo:
        found = job.undo(workspace, numbers, who(name))
    else:
        options = job.DecideOptions(
            numbers,
            None if way is None else [*Disposition][_WAYS.index(way)],
            None if reason is None else ReasonCode(reason),
            stand=None if stand is None else Stand(stand),
            scope=None if scope in (None, "read") else Scope(scope),
            without=frozenset({"clauses"} if scope == "read" else ()),
            due=None if due is None else named_day(due, "--due"),
            **said,  # type: ignore[arg-type]  # click has checked them
        )
        found = job.decide(workspace, options, who(name))
        beside = options.beside
    show(run, workspace, found, as_json=as_json, act="undone" if undo else "", beside=beside)
