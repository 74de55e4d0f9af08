"""Typer speaking Dutch: its help, its usage lines and its refusals.

Typer writes most of its sentences as English literals. They are not replaced afterwards: each one
is made anew here from what it is about (the parameter, the words typed), so that no English
sentence can slip through. `typer._click` is private; pyproject.toml therefore pins Typer's minor.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any

import typer
from typer._click import exceptions as engels
from typer._click.core import Command
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

Param = TyperArgument | TyperOption

_ONDERBROKEN = 130
_GETAL = re.compile("-?(0|[1-9][0-9]{0,17})")
_WAARDEN = {str: ("TEKST", "een tekst"), int: ("GETAL", "een heel getal")}
_PADEN = {  # by Typer's own names
    "file": ("BESTAND", "een bestand", "dat"),
    "dir": ("MAP", "een map", "die"),
    "path": ("PAD", "een bestand of map", "die"),
}


class Gebruiksfout(engels.UsageError):
    """Wrong use of a command, told in one Dutch sentence; a command may raise it too."""


class _Nederlands(Command):
    """What a command and a group share."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toon deze uitleg en stop."
        return optie

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        return ["[OPTIES]", *(_plek(p) for p in self.params if isinstance(p, TyperArgument))]

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        stukken = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, stukken, prefix="Gebruik: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        argumenten = [p for p in self.params if isinstance(p, TyperArgument)]
        _deel(formatter, "Argumenten", [(_naam(p), _uitleg(p)) for p in argumenten])
        opties = [p for p in self._opties(ctx) if not p.hidden]
        _deel(formatter, "Opties", [(_schrijfwijze(p), _uitleg(p)) for p in opties])

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        getypt = list(args)  # the parser empties `args`
        try:
            self._eis_getallen(ctx, list(args))
            return super().parse_args(ctx, args)
        except (Gebruiksfout, engels.NoArgsIsHelpError):
            raise
        except engels.UsageError as fout:
            raise Gebruiksfout(self._vertaal(fout, ctx, getypt), ctx) from fout

    def _eis_getallen(self, ctx: Context, getypt: list[str]) -> None:
        """Whole numbers as people write them: Python also takes «2_027», «+7» and other digits."""
        getallen = [
            param
            for param in self.get_params(ctx)
            if isinstance(param, Param) and param.type_descriptor.annotation is int
        ]
        waarden = self.make_parser(ctx).parse_args(getypt)[0] if getallen else {}
        for param in getallen:
            waarde = waarden.get(param.name)
            if isinstance(waarde, str) and not _GETAL.fullmatch(waarde):
                raise engels.BadParameter("", ctx=ctx, param=param)

    def _opties(self, ctx: Context) -> list[TyperOption]:
        return [p for p in self.get_params(ctx) if isinstance(p, TyperOption)]

    def _vertaal(self, fout: engels.UsageError, ctx: Context, getypt: list[str]) -> str:
        opties = {naam: p for p in self._opties(ctx) for naam in (*p.opts, *p.secondary_opts)}
        if isinstance(fout, engels.NoSuchOption):
            # Of "-formaat" the parser reports no more than "-f".
            passend = (woord for woord in getypt if woord.startswith(fout.option_name))
            naam = next(passend, fout.option_name).partition("=")[0]
            return f"De optie «{naam}» bestaat niet.{_bedoelde_u(naam, opties)}"
        if isinstance(fout, engels.BadOptionUsage):
            optie = opties[fout.option_name]
            if optie.is_flag:
                return f"Na {fout.option_name} hoort geen waarde."
            return f"Na {fout.option_name} ontbreekt de waarde. Verwacht: {_soort(optie)[1]}."
        if isinstance(fout, engels.BadParameter) and isinstance(fout.param, Param):
            naam, verwacht = _naam(fout.param), f"Verwacht: {_soort(fout.param)[1]}."
            if isinstance(fout, engels.MissingParameter):
                return f"{naam} ontbreekt. {verwacht}"
            waarde = self._waarde(fout.param, ctx, getypt)
            tip = _bedoelde_u(waarde, map(_tekst, fout.param.type_descriptor.choices or ()))
            return f"Verkeerde waarde voor {naam}: «{waarde}». {verwacht}{tip}"
        return "De opdracht is niet goed of niet helemaal ingevuld."

    def _waarde(self, param: Param, ctx: Context, getypt: list[str]) -> str:
        """Parse once more, now without converting, to say what the user typed."""
        waarden, _, _ = self.make_parser(ctx).parse_args(getypt)
        return _tekst(param.consume_value(ctx, waarden)[0])


class Opdracht(_Nederlands, TyperCommand):
    """A command that speaks Dutch: `app.command(cls=Opdracht)`."""

    allow_extra_args = True  # so that parse_args can refuse them, in Dutch

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        over = super().parse_args(ctx, args)
        if over:
            tip = "Staat er een spatie in een naam? Zet de naam dan tussen aanhalingstekens."
            raise Gebruiksfout(f"Dit is te veel: «{' '.join(over)}». {tip}", ctx)
        return over


class Opdrachtgroep(_Nederlands, TyperGroup):
    """A group of commands that speaks Dutch: `typer.Typer(cls=Opdrachtgroep)`."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        vreemd = [n for n, c in self.commands.items() if not isinstance(c, _Nederlands)]
        if vreemd:
            raise TypeError(f"Give these commands cls=Opdracht or cls=Opdrachtgroep: {vreemd}")

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        return ["[OPTIES]", "OPDRACHT", "..."]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        zichtbaar = [(naam, c) for naam, c in self.commands.items() if not c.hidden]
        _deel(formatter, "Opdrachten", [(naam, c.get_short_help_str(200)) for naam, c in zichtbaar])

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        if args[0] not in self.commands:
            tip = _bedoelde_u(args[0], self.commands)
            raise Gebruiksfout(f"De opdracht «{args[0]}» bestaat niet.{tip}", ctx)
        return super().resolve_command(ctx, args)

    def _main_shell_completion(self, *_: Any, **__: Any) -> None:
        """Nothing is completed: Typer would answer a variable of the environment in English."""

    def invoke(self, ctx: Context) -> Any:
        if not ctx._protected_args and not self.invoke_without_command:
            raise engels.NoArgsIsHelpError(ctx)
        return super().invoke(ctx)


def start(app: typer.Typer, args: Sequence[str] | None = None) -> int:
    """Run the app and tell wrong use in Dutch on stderr; other exceptions pass through.

    Without a command the help goes to stderr with exit code 2: nothing was done, so a script
    that loses the command must not read 0, and stdout stays free for data.

    Args:
        app: the Typer app, with `cls=Opdrachtgroep`.
        args: the words after the program name; None takes those of the process.

    Returns:
        0, the code of a `typer.Exit`, 2 for wrong use or 130 when interrupted.
    """
    from cli.stromen import zeg  # this module alone loads nothing but Typer

    try:
        # Not app(...): that installs Typer's own English excepthook.
        code = get_command(app).main(args, prog_name="agenda", standalone_mode=False)
    except engels.NoArgsIsHelpError as uitleg:
        zeg(uitleg.message)
        return uitleg.exit_code
    except Gebruiksfout as fout:
        zeg(f"Fout: {_zichtbaar(fout.message)}")
        if fout.ctx is not None:
            zeg(f"{fout.ctx.get_usage()}\nHulp: {fout.ctx.command_path} --help")
        return fout.exit_code
    except typer.Abort:
        code = _ONDERBROKEN
    if code == _ONDERBROKEN:
        zeg("Afgebroken.")
    return code if isinstance(code, int) else 0


def _deel(formatter: HelpFormatter, kop: str, rijen: list[tuple[str, str]]) -> None:
    if rijen:
        with formatter.section(kop):
            formatter.write_dl(rijen)


def _naam(param: Param) -> str:
    if isinstance(param, TyperOption):
        return max(param.opts, key=len)
    return param.metavar or param.name.upper()


def _plek(argument: TyperArgument) -> str:
    plek = _naam(argument) if argument.required else f"[{_naam(argument)}]"
    return plek if argument.nargs == 1 else f"{plek}..."


def _schrijfwijze(optie: TyperOption) -> str:
    namen = ", ".join([*sorted(optie.opts, key=len), *optie.secondary_opts])
    return namen if optie.is_flag or optie.count else f"{namen} {optie.metavar or _soort(optie)[0]}"


def _soort(param: Param) -> tuple[str, str]:
    """Give the placeholder of a value, and the words for what it must be."""
    soort = param.type_descriptor
    if soort.choices:
        return "KEUZE", " of ".join(_tekst(soort.choices).rsplit(", ", 1))
    if soort.is_path:
        plek, wat, die = _PADEN[soort.path_type]
        bestaat = f"bestaat en {die} " if soort.parameter_info.exists else ""
        return plek, f"{wat} {die} {bestaat}u mag openen"
    plek, wat = _WAARDEN.get(soort.annotation, ("WAARDE", "een geldige waarde"))
    vanaf = "" if param.min is None else f" vanaf {param.min}"
    tot = "" if param.max is None else f" tot en met {param.max}"
    return plek, f"{wat}{vanaf}{tot}"


def _uitleg(param: Param) -> str:
    """Give the help of a parameter, with what may be filled in between brackets."""
    soort, standaard = param.type_descriptor, _standaard(param)
    delen = [_soort(param)[1]] if soort.is_choice or soort.is_ranged else []
    delen += [f"standaard: {standaard}"] if standaard else []
    delen += ["verplicht"] if param.required else []
    return f"{param.help or ''} {'(' + '; '.join(delen) + ')' if delen else ''}".strip()


def _standaard(param: Param) -> str:
    if isinstance(param.show_default, str):
        return param.show_default
    # A flag is off unless typed; what a function will answer is not known yet.
    onbekend = isinstance(param.default, bool | None) or callable(param.default)
    return _tekst(param.default) if param.show_default and not onbekend else ""


def _tekst(waarde: object) -> str:
    if isinstance(waarde, list | tuple):
        return ", ".join(map(_tekst, waarde))
    return str(waarde.value if isinstance(waarde, Enum) else waarde)


def _bedoelde_u(woord: str, namen: Iterable[str]) -> str:
    bijna = get_close_matches(woord.lower(), list(namen), n=1)
    return f" Bedoelde u «{bijna[0]}»?" if bijna else ""


def _zichtbaar(tekst: str) -> str:
    """Write control characters, and everything else without a shape, as an escape."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in tekst)
