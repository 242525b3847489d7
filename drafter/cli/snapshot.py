"""`drafter snapshot ID -o FILE`; the word restore-view, once wanted, may stand before the number."""

from __future__ import annotations

from pathlib import Path

import click

from .common import Option, Run, run_command

_ONCE = "restore-view"


def _number(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> int:
    words = given[1:] if given[:1] == (_ONCE,) else given
    if not words and not ctx.resilient_parsing:
        raise click.MissingParameter(ctx=ctx, param=param)
    if len(words) > 1:
        raise click.UsageError(f"Got unexpected extra argument ({' '.join(words[1:])})", ctx)
    number: int = click.IntRange(min=0)(words[0], param, ctx) if words else 0
    return number


@click.command("snapshot")
@click.argument("id", nargs=-1, metavar="ID", callback=_number)
@click.option("-o", "--output", cls=Option, metavar="FILE", help="cli.option.restored")
@run_command
def command(run: Run, id: int, output: str | None) -> None:
    from drafter.jobs.outputs import write_new
    from drafter.jobs.snapshots import snapshot

    workspace = run.workspace()
    kept = snapshot(workspace, id)
    name = Path(kept.path)
    target = Path(output) if output else Path(f"{name.stem}-{kept.id}{name.suffix}")
    write_new(workspace, target, kept.output)
    run.say("cli.wrote", path=str(target))
