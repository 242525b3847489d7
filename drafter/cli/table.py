"""`drafter table -o FILE`"""

from dataclasses import replace
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
@click.option("--provenance", cls=Option, is_flag=True, help="cli.option.provenance")
@click.option("--proof", cls=Option, is_flag=True, help="cli.option.proof")
@click.option("--force", cls=Option, is_flag=True, help="cli.option.force")
@run_command
def command(run: Run, output: str, layout: str, provenance: bool, proof: bool, force: bool) -> None:
    from drafter.writers.table import format_of, write_table
    from drafter.writers.table.layout import Layout

    format_of(Path(output))  # before any work is done for an output that cannot be written
    table = replace(run.workspace().table(), proof=proof)
    write_table(table, Path(output), layout=Layout(layout), lang=run.lang, provenance=provenance, force=force)
    run.say("cli.wrote", path=output)
