"""Days on which no meeting falls: weekends, public holidays and school holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from agenda.kennis.ritme import SCHOOLREGIOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from agenda.kennis.regio import Regio
    from agenda.kennis.ritme import Schoolregionaam

VAKANTIES = (
    "Kerstvakantie",
    "Voorjaarsvakantie",
    "Meivakantie",
    "Zomervakantie",
    "Herfstvakantie",
)
"""The school holidays that the government names."""
_BEKEND = range(2019, 2031)
"""Years whose holidays show on which days one falls that is not known yet."""
_ZATERDAG = 5
WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class Vrij:
    """The days of one year on which no meeting falls.

    Attributes:
        dagen: day → what it is, weekends aside.
        onbekend: the school holidays of the year that are not known. The days on which these fell
            in other years are in `dagen`: an unknown holiday is never taken for none.
    """

    jaar: int
    dagen: Mapping[date, str]
    onbekend: tuple[str, ...] = ()

    def waarom(self, dag: date) -> str:
        """What keeps a day free of meetings; empty when nothing does."""
        return self.dagen.get(dag, "") or (WEEKEND if dag.weekday() >= _ZATERDAG else "")

    def open(self, dag: date) -> bool:
        """Whether a meeting can fall on a day of the year."""
        return dag.year == self.jaar and not self.waarom(dag)

    def namen(self, van: date, tot: date) -> tuple[str, ...]:
        """The holidays in a stretch of days, both ends included, in order and each once."""
        alle = (self.dagen.get(dag, "") for dag in dagen_van(van, tot))
        return tuple(dict.fromkeys(naam for naam in alle if naam))


def dagen_van(van: date, tot: date) -> Iterator[date]:
    """Every day from one to another, both included."""
    return (van + timedelta(n) for n in range((tot - van).days + 1))


def schoolregios_van(regio: Regio) -> tuple[Schoolregionaam, ...]:
    """The school regions in which its members lie; a member of which it is not known in all."""
    gevonden: set[str] = set()
    for lid in regio.leden:
        gevonden.add(lid.schoolregio.regio if lid.schoolregio else "onbekend")
    if not regio.leden or not regio.alle_bekend or "onbekend" in gevonden:
        return SCHOOLREGIOS
    return tuple(naam for naam in SCHOOLREGIOS if naam in gevonden)


def vrije_dagen(jaar: int, schoolregios: Iterable[Schoolregionaam]) -> Vrij:
    """The days of a year on which no meeting falls; a day that is free for one region is free.

    Raises:
        ModuleNotFoundError: the library that knows them is missing.
    """
    dagen = dict(_dagen(jaar, None))
    onbekend: set[str] = set()
    for regio in schoolregios:
        school = _dagen(jaar, regio)
        ontbreekt = set(VAKANTIES) - set(school.values())
        onbekend |= ontbreekt
        vermoed = _gewoonlijk(regio) if ontbreekt else {}
        for dag in dagen_van(date(jaar, 1, 1), date(jaar, 12, 31)):
            misschien = [
                naam
                for naam in VAKANTIES
                if naam in ontbreekt and (dag.month, dag.day) in vermoed[naam]
            ]
            if dag in school:
                dagen.setdefault(dag, school[dag])
            elif misschien:
                dagen.setdefault(dag, f"misschien {misschien[0].lower()}")
    volgorde = tuple(naam for naam in VAKANTIES if naam in onbekend)
    return Vrij(jaar, dict(sorted(dagen.items())), volgorde)


@cache
def _gewoonlijk(regio: Schoolregionaam) -> dict[str, frozenset[tuple[int, int]]]:
    """School holiday → the days (month, day) on which it fell in the years that are known."""
    uit: dict[str, set[tuple[int, int]]] = {naam: set() for naam in VAKANTIES}
    for jaar in _BEKEND:
        for dag, naam in _dagen(jaar, regio).items():
            uit[naam].add((dag.month, dag.day))
    return {naam: frozenset(dagen) for naam, dagen in uit.items()}


@cache
def _dagen(jaar: int, schoolregio: Schoolregionaam | None) -> dict[date, str]:
    """The school holidays of a region; without a region the public holidays."""
    nederland = _nederland()
    if schoolregio is None:
        # 5 May counts in the Algemene termijnenwet every year; the library has it as optional.
        gevonden = nederland(years=jaar, categories=("public", "optional"), language="nl")
    else:
        subdiv, soort = schoolregio.capitalize(), ("school",)
        gevonden = nederland(subdiv=subdiv, years=jaar, categories=soort, language="nl")
    return {dag: naam for dag, naam in gevonden.items() if dag.year == jaar}


@cache
def _nederland() -> Callable[..., Mapping[date, str]]:
    """What the library knows of the Netherlands.

    By its own door it loads the countries of the whole world, which takes three times as long; the
    file of this one country needs none of the others. Where it is not a file, that door will do.
    """
    import holidays

    landen = Path(holidays.__file__).with_name("countries")
    beschrijving = PathFinder.find_spec("netherlands", [str(landen)])
    if beschrijving is None or beschrijving.loader is None:
        return partial(holidays.country_holidays, "NL")
    module = module_from_spec(beschrijving)
    beschrijving.loader.exec_module(module)
    return cast("Callable[..., Mapping[date, str]]", module.Netherlands)
