"""`drafter table -o FILE`"""

from pathlib import Path

import click

from .common import Option, Run, run_command


@click.command("table")
@click.option("-o", "--output", cls=Option, metavar="FILE", required=True, help="cli.option.output")
@click.option(
    "--layout",
    cls=Option,
    type=click.Choice(["clause", "comment", "text"]),
    default="clause",
    show_default=True,
    help="cli.option.layout",
)
@click.option("--attachment", cls=Option, is_flag=True, help="cli.option.attachment")
@click.option("--balance", cls=Option, is_flag=True, help="cli.option.balance")
@click.option("--provenance", cls=Option, is_flag=True, help="cli.option.provenance")
@click.option("--proof", cls=Option, is_flag=True, help="cli.option.proof")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, output: str, layout: str, force: bool, **extras: bool) -> None:
    from drafter.jobs.outputs import refuse_inputs, write
    from drafter.jobs.table import table
    from drafter.model import Extras, Layout
    from drafter.writers.table import format_of, table_bytes

    target = Path(output)
    form = format_of(target)  # before any work is done for an output that cannot be written
    workspace = run.workspace()
    refuse_inputs(workspace, target)
    made = table(workspace, Extras(**extras))
    write(workspace, target, table_bytes(made, form, Layout(layout), run.lang), force=force)
    run.tell_assumptions(workspace)
    run.say("cli.wrote", path=output)
