"""What every command shares: options with sentences in the user's language, the workspace, the end.

Nothing heavy is imported here: `drafter --version` passes through this module.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from drafter.engines.base import Engine
    from drafter.errors import DrafterError
    from drafter.jobs.filters import Filters
    from drafter.store import Wait
    from drafter.workspace import Stages, Workspace
    from drafter.writers.json.encoding import JsonObject

_VERDICTS = ("addressed", "partly", "not-yet", "already", "regressed", "unclear")  # those of model.Verdict
_MANY = 20  # files; fewer are read before a bar could be seen
_MOST_OF_ONE = 20  # files of one archive or mail that are told by a line each
Function = TypeVar("Function", bound=Callable[..., Any])


def say(key: str, lang: str, /, **facts: object) -> str:
    """As `wording.messages.say`, imported only when a sentence is wanted."""
    from drafter.wording.messages import say as sentence

    return sentence(key, lang, **facts)


def language(ctx: click.Context) -> str:
    """`--lang`, else the workspace's setting, else Vietnamese. Broken settings are reported elsewhere."""
    from drafter.errors import DrafterError
    from drafter.settings import read_settings

    params = ctx.find_root().params
    if params.get("lang"):
        return str(params["lang"])
    try:
        return read_settings(Path(params.get("root") or ".")).language
    except DrafterError:
        return "vi"


class Option(click.Option):
    """An option whose help is the key of a sentence."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        from .help import extra, placeholders

        lang = language(ctx)
        return placeholders(record[0], lang), extra(record[1], lang).replace(self.help, say(self.help, lang))


def json_option(function: Function) -> Function:
    return click.option("--json", "as_json", cls=Option, is_flag=True, help="cli.option.json")(function)


def ids_option(function: Function) -> Function:
    return click.option("--ids", cls=Option, is_flag=True, help="cli.option.ids")(function)


def filter_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options that choose comments, given to `function` as one value, `filters`."""
    from functools import wraps

    @click.option("--agency", "agencies", cls=Option, multiple=True, metavar="NAME", help="cli.option.agency")
    @click.option(
        "--clause", "clauses", cls=Option, multiple=True, metavar="CLAUSE", help="cli.option.clause"
    )
    @click.option(
        "--verdict",
        "verdicts",
        cls=Option,
        multiple=True,
        type=click.Choice(_VERDICTS),
        help="cli.option.verdict",
    )
    @click.option("--review", cls=Option, is_flag=True, help="cli.option.review")
    @wraps(function)
    def wrapped(
        *args: Any,
        agencies: tuple[str, ...],
        clauses: tuple[str, ...],
        verdicts: tuple[str, ...],
        review: bool,
        **options: Any,
    ) -> None:
        from drafter.jobs.filters import Filters
        from drafter.model import Verdict

        filters = Filters(agencies, clauses, tuple(map(Verdict, verdicts)), review)
        function(*args, filters=filters, **options)

    return wrapped


def tell_once(ctx: click.Context, error: DrafterError) -> None:
    """The one line of an error, on stderr; a second time it is not printed."""
    from drafter.wording.errors import sentence as sentence_of

    sentence = sentence_of(error, language(ctx))
    told = ctx.find_root().obj["told"]
    if sentence not in told:
        told.add(sentence)
        echo(sentence, err=True)


def echo(sentence: str, *, err: bool = False) -> None:
    """Print a line in which the name of a file may stand, or words of it."""
    from drafter.language.controls import visible

    click.echo(visible(sentence), err=err)


class Run:
    """One run of a command: the workspace, the language, where to print, what went wrong on the way."""

    def __init__(self, ctx: click.Context) -> None:
        self.root: Path = ctx.obj["root"]
        self.quiet: bool = ctx.obj["quiet"]
        self.stages: Stages | None = ctx.obj["stages"]
        self.lang = language(ctx)
        self.failures: list[DrafterError] = []
        self._packed: Counter[str] = Counter()

    def workspace(self, workers: Engine | None = None) -> Workspace:
        """The workspace of this run; where there are `workers`, with a place to keep what they read."""
        from drafter.errors import NoSuchFolder
        from drafter.workspace import Bounds, Workspace

        if not self.root.is_dir():
            raise NoSuchFolder(self.root)
        found = Workspace(
            self.root,
            report=self.fail,
            watch=self.watch,
            stages=self.stages,
            waits=self.wait,
            bounded=Bounds(),
            workers=workers,
        )
        if workers is not None:
            found.folder.comment_files()  # that there are none is told before a store is made
            found.ready_store()
        return found

    @contextmanager
    def watch(self, count: int) -> Iterator[Callable[[], None]]:
        """A progress bar on stderr, only on a terminal and only where there is something to wait for."""
        if self.quiet or count < _MANY or not sys.stderr.isatty():
            yield lambda: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(say("cli.reading", self.lang), total=count)
            yield lambda: bar.advance(task)

    def wait(self, wait: Wait) -> None:
        """That another program holds what is waited for, and which, on stderr."""
        holders = ", ".join(wait.holders) or self.words("store.holders")
        self.say("store.waiting", path=wait.shown, holders=holders, seconds=round(wait.seconds))

    def fail(self, error: DrafterError) -> None:
        """Keep an error that stops one file, not the command: a line now, exit 3 at the end."""
        self.failures.append(error)
        if (packed := self._packed_in(error.path)) is not None:
            self._packed[packed] += 1
        if packed is None or self._packed[packed] <= _MOST_OF_ONE:
            tell_once(click.get_current_context(), error)

    def _packed_in(self, path: str) -> str | None:
        """The file in the folder that one lies in, by their names; None for one that lies there itself."""
        inner = map(str, reversed(PurePosixPath(path).parents))
        return next((each for each in inner if (self.root / each).is_file()), None)

    def tell_packed(self) -> None:
        """How many more files of one archive or mail cannot be used than were told."""
        for path, count in self._packed.items():
            if (more := count - _MOST_OF_ONE) > 0:
                echo(self.words("cli.more-packed", path=path, count=more), err=True)

    def say(self, key: str, /, **facts: object) -> None:
        """A message for the person at the terminal, on stderr."""
        self.tell(say(key, self.lang, **facts))

    def words(self, key: str, /, **facts: object) -> str:
        """A sentence in the language of the output."""
        return say(key, self.lang, **facts)

    def tell_assumptions(self, workspace: Workspace) -> None:
        """What the letters were taken to be where they do not say it, and what counted once."""
        from drafter.wording.notices import notice_words

        for notice in workspace.assumptions:
            self.tell(notice_words(notice, self.lang))

    def say_if_none(self, found: object, filters: Filters) -> None:
        """That the filters leave nothing over, where they do."""
        if filters and not found:
            self.say("cli.none-wanted")

    def tell(self, sentence: str) -> None:
        """As `say`, of a sentence that is made already."""
        if not self.quiet:
            echo(sentence, err=True)

    def print_json(self, document: JsonObject | Mapping[str, object]) -> None:
        from drafter.language.controls import escaped
        from drafter.writers.json.encoding import dumps

        click.echo(escaped(dumps(document)))

    def console(self) -> Console:
        """For what the command prints; as wide as the terminal, 110 columns in a pipe."""
        from .screen import Screen

        return Screen(width=None if sys.stdout.isatty() else 110, highlight=False, emoji=False, markup=False)


def run_command(function: Callable[..., None]) -> Callable[..., None]:
    """Give `function` a Run as first argument, and exit 3 where a file had to be left out."""
    from functools import wraps

    @wraps(function)
    def wrapped(*args: Any, **options: Any) -> None:
        ctx = click.get_current_context()
        run = Run(ctx)
        try:
            function(run, *args, **options)
        finally:
            run.tell_packed()
        if run.failures:
            ctx.exit(max(error.exit_code for error in run.failures))

    return wrapped


def day(text: str | None) -> str | None:
    """A day as the moment that Word wants, `2021-03-01T00:00:00Z`. Wrong dates are wrong usage."""
    from datetime import date

    if text is None:
        return None
    try:
        return f"{date.fromisoformat(text).isoformat()}T00:00:00Z"
    except ValueError as error:
        raise click.BadParameter(text, param_hint="--date") from error
