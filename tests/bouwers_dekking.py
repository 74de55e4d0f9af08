"""Who has what proposals ask, for tests: parts and facts on the shipped region."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.kennis.dekking import Dekkingsfeit, Dekkingskennis, Onderdeel
from agenda.onderwerp.dekking import Eigenfeit
from agenda.voortgang.dekking import Dekkingsoverzicht, dekking_op
from regels.model import Bron

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel

BRON = Bron("evaluatie", "blz. 1")
PUNT = Onderdeel(code="punt", voorstel=10, naam="Een punt", van="gemeente", bron=BRON)
PLEK = Onderdeel(code="plek", voorstel=6, naam="Een plek", van="deelregio", bron=BRON)
VOORBEELD = replace(PUNT, code="voorbeeld", gevraagd="nee")


@cache
def profiel() -> Profiel:
    """The shipped region that has proposals."""
    return lees_profiel(meegeleverde_profielen() / "nijmegen-rivierenland")[0]


def feit(onderdeel: str = "punt", toestand: Any = "ja", **anders: Any) -> Dekkingsfeit:
    """A fact of the profile."""
    return Dekkingsfeit(onderdeel=onderdeel, toestand=toestand, bron=BRON, **anders)


def eigen(op: str, onderdeel: str = "punt", toestand: Any = "ja", **anders: Any) -> Eigenfeit:
    """A fact of a dossier."""
    dag = date.fromisoformat(op)
    return Eigenfeit(onderdeel=onderdeel, toestand=toestand, op=dag, **anders)


def dekking(
    *feiten: Dekkingsfeit, zelf: tuple[Eigenfeit, ...] = (), op: str = "2027-01-01"
) -> Dekkingsoverzicht:
    """Who has the three parts on a day."""
    kennis = Dekkingskennis(onderdelen=(PUNT, PLEK, VOORBEELD), feiten=feiten)
    return dekking_op(replace(profiel(), dekking=kennis), zelf, date.fromisoformat(op))


def toestanden(overzicht: Dekkingsoverzicht, onderdeel: str = "punt") -> dict[str, str]:
    """Name → state of a part, of those of whom something is known."""
    return {
        cel.wie.naam: cel.toestand
        for rij in overzicht.rijen
        if rij.onderdeel.code == onderdeel
        for cel in rij.cellen
        if cel.feit
    }
