"""Click's own words in the language of the output: usage, headings, usage errors.

English is what click says by itself, but for what is missing or no choice: that is told in the words of the
office in both languages. A command tells the rest through `Local`.
"""

from __future__ import annotations

import re
from typing import IO, Any

import click

from .common import language, say

_METAVAR = r"\b[A-Z]{2,}(?:-[A-Z]+)*\b"
_EXTRA = (
    ("default: ", "click.default"),
    ("required", "click.required"),
)  # after an option's help


class Local(click.Command):
    """Usage, headings and text of help in the language of the output.

    The sentences are looked up when help is printed, not before: loading them costs as much as click.
    """

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [placeholders(piece, language(ctx)) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('click.usage', language(ctx))} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        for option in options:
            if "--help" in option.opts:  # click's own
                option.help = say("click.help", language(ctx))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(say("click.options", language(ctx))):
            formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = say(f"cli.{self.name}", language(ctx))
        super().format_help_text(ctx, formatter)


class LocalGroup(Local, click.Group):
    """The same for a group: its commands under a heading, its failures told by `UsageTold`."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        names = self.list_commands(ctx)
        records = [(name, say(f"cli.{name}", language(ctx))) for name in names]  # whole, over several lines
        with formatter.section(say("click.commands", language(ctx))):
            formatter.write_dl(records)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*args, **options)
        except click.UsageError as error:
            raise told(error, error.ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise told(error, error.ctx or ctx) from error


class UsageTold(click.UsageError):
    """Wrong usage, in our words."""

    def show(self, file: IO[Any] | None = None) -> None:
        lang = _language(self.ctx)
        if self.ctx is not None:
            hint = say("click.hint", lang, command=f"{self.ctx.command_path} {self.ctx.help_option_names[0]}")
            click.echo(f"{self.ctx.get_usage()}\n{hint}\n", file=file, err=True)
        click.echo(say("click.error", lang, message=self.message), file=file, err=True)


def told(error: click.UsageError, ctx: click.Context | None) -> click.UsageError:
    """The error as the user is to read it: that of click itself where its English will do."""
    own = type(error).show is not click.UsageError.show  # help itself, where no command is named
    lang = _language(ctx)
    message = None if own else _lacking(error, lang)
    if own or (message is None and lang != "vi"):
        return error
    return UsageTold(message or _message(error), ctx)


def _language(ctx: click.Context | None) -> str:
    return "vi" if ctx is None else language(ctx)


def _lacking(error: click.UsageError, lang: str) -> str | None:
    """What is missing, or stands where only certain words may; None for any other fault."""
    from drafter.wording.messages import known

    name, choices = _named(error, lang), _choices(error)
    if isinstance(error, click.MissingParameter):
        if len(choices) == 1:
            return say("click.missing", lang, name=say("missing.word", lang, name=choices[0]))
        key = f"missing.{_placeholder(error)}"
        return say("click.missing", lang, name=say(key, lang, name=name) if known(key) else name)
    if not choices or not isinstance(error, click.BadParameter):
        return None
    if len(choices) == 1:
        return say("click.one-choice", lang, value=_quoted(error.message), choice=choices[0])
    return say("click.choices", lang, name=name, value=_quoted(error.message), choices=", ".join(choices))


def _placeholder(error: click.BadParameter) -> str:
    """The word that stands for the value in the usage, bare: `"N"` of `"N..."`."""
    param, hint = error.param, error.param_hint
    shown = param.metavar or param.name if param else hint if isinstance(hint, str) else None
    return (shown or "").strip("[].").upper()


def _choices(error: click.UsageError) -> list[str]:
    return [
        str(each) for each in getattr(getattr(getattr(error, "param", None), "type", None), "choices", ())
    ]


def _message(error: click.UsageError) -> str:
    for kind, key in _FAULTS:
        if isinstance(error, kind):
            return say(key, "vi", name=_named(error, "vi"), value=_value(error))
    for start, key in _STARTS:
        if error.message.startswith(start):
            return say(key, "vi", name=_quoted(error.message))
    return placeholders(error.message, "vi")


_FAULTS = (
    (click.NoSuchOption, "click.no-such-option"),
    (click.BadOptionUsage, "click.option-value"),
    (click.BadParameter, "click.bad-value"),
)
# Faults that have no class of their own in every version of click.
_STARTS = (
    ("No such command", "click.no-such-command"),
    ("Got unexpected extra argument", "click.extra"),
    ("Missing command", "click.no-command"),
)


def _named(error: click.UsageError, lang: str) -> str:
    """The option or argument that an error is about, as the usage has it."""
    name = getattr(error, "option_name", None) or ""
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint or ""
    return placeholders(str(name), lang).replace("'", "").removesuffix("...")


def _value(error: click.UsageError) -> str:
    """What is wrong with a value."""
    wrong = re.search(r"'([^']*)' is not a valid integer", error.message)
    return say("click.integer", "vi", value=wrong[1]) if wrong else error.message


def _quoted(message: str) -> str:
    """What click quotes or brackets in a message."""
    found = re.search(r"'([^']*)'|\(([^)]*)\)", message)
    return (found.group(1) or found.group(2)) if found else ""


def placeholders(text: str, lang: str) -> str:
    """`text` with the words that stand for a value as the language has them: `"[FILE]..."` → `"[TỆP]..."`."""
    from drafter.wording.messages import known

    def named(match: re.Match[str]) -> str:
        key = f"metavar.{match.group()}"
        return say(key, lang) if known(key) else match.group()

    return re.sub(_METAVAR, named, text)


def extra(text: str, lang: str) -> str:
    """The help of an option with what click adds to it: its default, whether it is required."""
    head, bracket, tail = text.rpartition("  [")
    if not bracket:
        return text
    for word, key in _EXTRA:
        tail = tail.replace(word, say(key, lang))
    return head + bracket + tail
