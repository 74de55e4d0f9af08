"""How much work fits in a year, what a plan leaves of it, and what stands in the way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.weergave.getallen import fte_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from agenda.jaar.jaarplan import Jaarplan
    from agenda.jaar.opgave import GeenKeuze

GEEN_CAPACITEIT = (
    "Het profiel zegt niet hoeveel werk er in een jaar past. Zet het in dossier.yaml, in fte:"
    " capaciteit: 2.6"
)
GEEN_ONDERWERP = "Er is geen plan te maken: er is niets toegelaten tot de agenda."
GEEN_INSPANNING = (
    "Er is nog geen plan te maken: van geen enkel onderwerp is bekend hoeveel werk het kost. Vul"
    " dat in bij «Inspanning (fte)»."
)


def geen_keuze_zin(fout: GeenKeuze) -> str:
    """That a region without a ranking has no year plan, and where the year stands all the same."""
    zin = (
        f"Er is geen jaarplan te maken: het profiel {fout.profiel} rangschikt niet. Past niet alles"
        " in het jaar, dan zegt dus niets wat voorgaat."
    )
    if fout.heeft_kalender:
        return f"{zin} Wat er wanneer gebeurt, toont: agenda vergadering."
    return f"{zin} Zet u vaste datums in kalender.yaml, dan toont agenda vergadering die."


def fte(waarde: Fraction) -> str:
    """An amount of work, without rounding: «0,4 fte»."""
    return fte_tekst(Decimal(waarde.numerator) / Decimal(waarde.denominator))


def capaciteit_zinnen(jaarplan: Jaarplan) -> Iterator[str]:
    """How much room there is, who says so, and what is left of it."""
    opgave, profiel = jaarplan.opgave, jaarplan.lijst.profiel
    samenwerking = opgave.samenwerking
    waar = "in dossier.yaml"
    if samenwerking and samenwerking.capaciteit:
        eigen = samenwerking.capaciteit
        per_lid, wie = fte_tekst(eigen.fte_per_lid), profiel.woorden.lid.een
        minstens = ", minstens" if opgave.minstens else ""
        waar = f"{per_lid} per {wie}{minstens}: {profiel.citeer(eigen.bron)}"
    yield f"Er is ruimte voor {fte(opgave.capaciteit)} werk per jaar ({waar})."
    for grens in opgave.grenzen[1:]:
        zin = f"Daarvan hoogstens {fte(grens.fte)} per jaar voor {grens.naam}."
        if grens.fte >= opgave.capaciteit:
            zin += " Dat is niet minder dan alle ruimte samen, en houdt dus niets tegen."
        yield zin
    if jaarplan.perioden:
        over = ruimte_tekst(jaarplan)
        yield f"Dit plan laat over: {over}." if over else "Het plan is vol: er blijft niets over."


def ruimte_tekst(jaarplan: Jaarplan) -> str:
    """The room that a plan leaves: «0,35 fte in 2027»; empty when it leaves none."""
    over = jaarplan.over if any(jaarplan.over.values()) else {}
    return opsomming([f"{fte(ruimte)} in {jaar}" for jaar, ruimte in over.items()], "en")


def grens_tekst(jaarplan: Jaarplan, naam: str) -> str:
    """A limit in words: «de ruimte van 2,6 fte per jaar»."""
    grens = next(grens for grens in jaarplan.opgave.grenzen if grens.naam == naam)
    wie = f" voor {naam}" if naam else ""
    return f"de ruimte van {fte(grens.fte)} per jaar{wie}"
