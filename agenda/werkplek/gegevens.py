"""What the page of the workplace must know beforehand, each fact from its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda import __version__
from agenda.exporteren import MAIL, VORMEN
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen, vind_profiel
from agenda.invoer.standaard import standaardprofiel
from agenda.kennis.bevoegd import die_beslissen
from agenda.onderwerp.antwoord import ANTWOORDWAARDEN
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, VAN_HET_SYSTEEM
from agenda.opslag.rollen import (
    ANTWOORDENBESTAND,
    BEGROTINGBESTAND,
    BESTANDEN_ERNAAST,
    DOSSIERBESTAND,
    EIGENBESTANDEN,
    GEMEENTENMAP,
    KALENDERBESTAND,
    ONDERWERPBESTANDEN,
    REGIOBESTAND,
    SAMENVOEGBESTAND,
    VOORTGANGBESTANDEN,
)
from agenda.registers.lezen import REGISTERBESTAND
from agenda.stuk.vormen.pagina.pagina import browsersom, maak_script

if TYPE_CHECKING:
    from pathlib import Path

NIET_HIER = ("docx", "pdf")
"""Forms that need a library that does not run in a browser."""


class Profielgegevens(NamedTuple):
    """What a user chooses from, of one profile.

    Attributes:
        leden: code and name of each member.
        beslissers: names of the bodies that may adopt an agenda.
        criteria: code → title.
    """

    code: str
    naam: str
    leden: tuple[tuple[str, str], ...]
    beslissers: tuple[str, ...]
    criteria: dict[str, str]


class Werkplekgegevens(NamedTuple):
    """What the page of the workplace is made from.

    Attributes:
        voorop: the code of the profile that stands chosen for a new dossier.
        standaardprofiel: that of a dossier that names none.
        handleiding: the manual, in Markdown.
    """

    profielen: tuple[Profielgegevens, ...]
    voorop: str
    standaardprofiel: str
    handleiding: str

    def als_json(self) -> dict[str, Any]:
        """All that the script of the page reads."""
        return {
            "versie": __version__,
            "profielen": [profiel._asdict() for profiel in self.profielen],
            "voorop": self.voorop,
            "standaardprofiel": self.standaardprofiel,
            "dossierbestand": DOSSIERBESTAND,
            "onderwerpbestanden": [*ONDERWERPBESTANDEN],
            "dossierbestanden": [*dossierbestanden()],
            "antwoordenbestand": ANTWOORDENBESTAND,
            "samenvoegbestand": SAMENVOEGBESTAND,
            "gemeentenmap": GEMEENTENMAP,
            "regiobestand": REGIOBESTAND,
            "bewijs": ONTVANGSTBEWIJS,
            "vanHetSysteem": [*VAN_HET_SYSTEEM],
            "antwoorden": [*ANTWOORDWAARDEN],
            "vormen": [vorm for vorm in (*VORMEN, MAIL) if vorm not in NIET_HIER],
            "paginascript": browsersom(maak_script()),
            "handleiding": self.handleiding,
        }


def werkplekgegevens(handleiding: str, themas: Path | None = None) -> Werkplekgegevens:
    """The facts for a page.

    Args:
        handleiding: the manual, in Markdown.
        themas: the profile of the user's own region; it takes the place of one with its code.

    Raises:
        Invoerfout: that profile is not there, or is wrong.
    """
    mappen = sorted(pad.parent for pad in meegeleverde_profielen().glob(f"*/{REGIOBESTAND}"))
    profielen = {profiel.code: profiel for profiel in map(_profielgegevens, mappen)}
    voorop = standaardprofiel()
    if themas is not None:
        eigen = _profielgegevens(vind_profiel(None, themas))
        profielen[eigen.code] = eigen
        voorop = eigen.code
    return Werkplekgegevens(tuple(profielen.values()), voorop, standaardprofiel(), handleiding)


def dossierbestanden() -> tuple[str, ...]:
    """The names by which a loose file is known as part of a dossier."""
    return (
        *(DOSSIERBESTAND, *ONDERWERPBESTANDEN, *BESTANDEN_ERNAAST, *EIGENBESTANDEN),
        *(SAMENVOEGBESTAND, BEGROTINGBESTAND, KALENDERBESTAND, ANTWOORDENBESTAND),
        *(*VOORTGANGBESTANDEN, REGISTERBESTAND),
    )


def _profielgegevens(map_: Path) -> Profielgegevens:
    profiel, regelset = lees_profiel(map_)
    regio = profiel.regio
    return Profielgegevens(
        regio.code,
        regio.naam,
        tuple((lid.code, lid.naam) for lid in regio.leden),
        tuple(gremium.naam for gremium in die_beslissen(profiel)),
        regelset.criteria,
    )
