"""The tables that people fill in: of topics, of members, of topics at members, of the criteria."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agenda.invoer.kolommen import Kolom, kolommen, kolommen_ernaast, normaal
from agenda.onderwerp.invullijst import Invullijst, deelnamelijst, ledenlijst, oordelenlijst
from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.velden import Invulveld
from agenda.onderwerp.weeglijst import grenzenlijst, oordelenbladlijst, voorkeurenlijst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.profiel import Profiel

LEDENBLAD, DEELNAMEBLAD = "Leden", "Deelname"
VOORKEURENBLAD, GRENZENBLAD, OORDELENBLAD = "Voorkeuren", "Grenzen", "Oordelen"
BLADEN_ERNAAST = (LEDENBLAD, DEELNAMEBLAD, VOORKEURENBLAD, GRENZENBLAD, OORDELENBLAD)
"""What the sheets beside that of the topics are called."""

_BRON = Kolom("Bron", ("bron",), Invulveld("Bron", "tekst", leeg="niets", naam="bron"))
"""Where all that a row says is written; a table of topics has no such column."""
_EIGEN_KOP = {veld.naam: veld.kop for veld in VELDEN} | {"lid": "Lid", "onderwerp": "Onderwerp"}
"""What the program calls a field; a table may do so too where the region has its own word."""


@dataclass(frozen=True)
class Tabelvorm:
    """What may stand in a table.

    Attributes:
        naam: of the list that it becomes, as in YAML, and of its file: «leden» in leden.csv.
        blad: the name of its worksheet.
        rij: what every row is about, in words.
        lijst: what is filled in.
        ernaast: columns that the template does not show.
    """

    naam: str
    blad: str
    rij: str
    lijst: Invullijst
    ernaast: tuple[Kolom, ...] = ()

    @property
    def vraagt(self) -> bool:
        """Whether anything is asked here, beside what every row is about."""
        return any(veld.leeg != "verplicht" for veld in self.lijst.velden)

    @property
    def in_procenten(self) -> bool:
        """Whether it holds percentages, so that 0.1 shown as 10% is 10."""
        return any(veld.soort == "percentage" for veld in self.lijst.velden)

    @cached_property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns of its template."""
        return tuple(kolommen(self.lijst))

    @cached_property
    def op_kop(self) -> dict[str, Kolom]:
        """Every column that it may have, found by its heading in lower case."""
        namen = {normaal(kop): kolom for kop, kolom in self._andere_koppen()}
        return namen | {normaal(kolom.kop): kolom for kolom in self.kolommen}

    def _andere_koppen(self) -> Iterator[tuple[str, Kolom]]:
        for kolom in (*self.ernaast, *kolommen_ernaast(self.lijst)):
            yield kolom.kop, kolom
        for kolom in self.kolommen:
            if not kolom.veld.eigen and len(kolom.pad) == 1:
                yield _EIGEN_KOP.get(kolom.veld.naam, kolom.kop), kolom
            if kolom.veld.soort == "plaats":
                yield kolom.veld.naam, kolom

    @property
    def verplicht(self) -> tuple[str, ...]:
        """The headings of what every row must hold."""
        return tuple(kolom.kop for kolom in self.kolommen if kolom.veld.leeg == "verplicht")


def onderwerptabel(lijst: Invullijst) -> Tabelvorm:
    """The table of topics."""
    return Tabelvorm("onderwerpen", "Onderwerpen", "een onderwerp", lijst)


def ledentabel(profiel: Profiel) -> Tabelvorm:
    """The table of members: a row for each."""
    rij = f"één {profiel.woorden.lid.een}"
    return Tabelvorm("leden", LEDENBLAD, rij, ledenlijst(profiel), (_BRON,))


def deelnametabel(profiel: Profiel) -> Tabelvorm:
    """The table of topics at members: a row for each pair of which something is known."""
    rij = f"één {profiel.woorden.onderwerp.een} bij één {profiel.woorden.lid.een}"
    return Tabelvorm("deelname", DEELNAMEBLAD, rij, deelnamelijst(profiel), (_BRON,))


def oordelentabel(profiel: Profiel, criteria: Mapping[str, str]) -> Tabelvorm:
    """The table of what members say of the criteria: a row for each answer."""
    rij = f"het oordeel van één {profiel.woorden.lid.een} over één criterium"
    return Tabelvorm("oordelen", OORDELENBLAD, rij, oordelenlijst(profiel, criteria))


def tabellen_ernaast(profiel: Profiel, criteria: Mapping[str, str]) -> tuple[Tabelvorm, ...]:
    """The tables beside that of topics: what the region asks, and of criteria where it has them."""
    beide = (ledentabel(profiel), deelnametabel(profiel))
    gevraagd = tuple(vorm for vorm in beide if vorm.vraagt)
    if not criteria:
        return gevraagd
    voorkeuren = (voorkeurentabel(profiel, criteria),) if profiel.regio.leden else ()
    return (*gevraagd, *voorkeuren, grenzentabel(criteria))


def voorkeurentabel(profiel: Profiel, criteria: Mapping[str, str]) -> Tabelvorm:
    """The table of orders of the criteria: a row for each member, a place for each criterium."""
    rij = f"één {profiel.woorden.lid.een}"
    return Tabelvorm("voorkeuren", VOORKEURENBLAD, rij, voorkeurenlijst(profiel, criteria))


def grenzentabel(criteria: Mapping[str, str]) -> Tabelvorm:
    """The table of limits of the weights: a row for each criterium."""
    return Tabelvorm("grenzen", GRENZENBLAD, "één criterium", grenzenlijst(criteria))


def oordelenbladtabel(criteria: Mapping[str, str]) -> Tabelvorm:
    """What one member says of topics that are there: a row for each, with all criteria."""
    return Tabelvorm("oordelen", OORDELENBLAD, "een onderwerp", oordelenbladlijst(criteria))
