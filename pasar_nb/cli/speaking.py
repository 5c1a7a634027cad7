"""Commands and options whose help is a `Message`: told in the language that the user asked for."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable
from signal import SIGINT
from typing import Any, TypeVar, cast

import click

from pasar_nb.batch.interrupts import SHELL_SIGNAL_BASE
from pasar_nb.errors import ExitCode, PasarError
from pasar_nb.language import LANGUAGES, SOURCE_LANGUAGE, Language, Message, _

Function = TypeVar("Function", bound=Callable[..., object])
LANGUAGE_VARIABLE = "PASAR_LANGUAGE"
_META = "pasar_nb.language"


def language_of(context: click.Context | None) -> Language:
    """Tell the language that a command speaks: its option, else the environment's, else Indonesian."""
    asked = context.meta.get(_META) if context else None
    told = asked or os.environ.get(LANGUAGE_VARIABLE, SOURCE_LANGUAGE)
    return cast("Language", told) if told in LANGUAGES else SOURCE_LANGUAGE


def spoken() -> Language:
    """Tell the language of the command that runs."""
    return language_of(click.get_current_context(silent=True))


class SpeakingOption(click.Option):
    """An option with its help as a message."""

    def __init__(self, *declarations: Any, message: Message, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self.message = message

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Write the option's line of help."""
        self.help = self.message.text(language_of(ctx))
        return super().get_help_record(ctx)


class SpeakingCommand(click.Command):
    """A command with its help as a message."""

    def __init__(self, *arguments: Any, message: Message, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.message = message

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        self.help = self.message.text(language_of(ctx))
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Write what the command does in the list of commands."""
        self.help = self.message.text(spoken())
        return super().get_short_help_str(limit)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option ``--help``."""
        return _translated_help(super().get_help_option(ctx), ctx)


class SpeakingGroup(click.Group):
    """The group of all commands; tells a user's errors in a sentence, with their exit code."""

    def __init__(self, *arguments: Any, message: Message, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.message = message

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program does."""
        self.help = self.message.text(language_of(ctx))
        super().format_help_text(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option ``--help``."""
        return _translated_help(super().get_help_option(ctx), ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command; an error that a user can mend is told and becomes the exit code."""
        _show_every_sign()
        try:
            return super().invoke(ctx)
        except PasarError as error:
            say(_("Tidak dapat dilanjutkan: {why}", why=error.message), error=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            say(_("Dihentikan."), error=True)
            ctx.exit(SHELL_SIGNAL_BASE + SIGINT)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read our output has gone, which is no fault
                raise
            say(_unreachable(error), error=True)
            ctx.exit(ExitCode.FAILED)


def option(*declarations: str, message: Message, **attributes: Any) -> Callable[[Function], Function]:
    """Declare an option with its help as a message."""
    return click.option(*declarations, cls=SpeakingOption, message=message, **attributes)


def options(*declared: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Declare several options, to be shared between commands, in this order."""

    def decorate(function: Function) -> Function:
        for one in reversed(declared):
            function = one(function)
        return function

    return decorate


def say(message: Message, *, error: bool = False) -> None:
    """Print a message in the language of the command that runs."""
    click.echo(message.text(spoken()), err=error)


def keep_language(context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Remember the language for help and errors, as early as it is known."""
    context.meta[_META] = value
    return value


def aligned(headings: Iterable[Message], rows: Iterable[Iterable[str]], language: Language) -> str:
    """Set rows in columns, without rules, for a terminal or a file."""
    lines = [[heading.text(language) for heading in headings], *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _show_every_sign() -> None:
    """Let no sign that an output cannot show end a command; Windows gives pipes and files few signs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")


def _translated_help(found: click.Option | None, context: click.Context) -> click.Option | None:
    if found is not None:
        found.help = _("Tampilkan keterangan ini.").text(language_of(context))
    return found


def _unreachable(error: OSError) -> Message:
    return _(
        "Berkas atau folder {file} tidak dapat dibaca atau ditulis ({error}).",
        file=str(error.filename or "-"),
        error=error.strerror or type(error).__name__,
    )
