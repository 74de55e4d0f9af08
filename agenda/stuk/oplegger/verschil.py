"""Where the members differ: only where they say themselves which criteria hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.oplegger.zinnen import aantal, genoemd
from agenda.weergave.woorden import in_zin
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_VAAKST = 2
"""With no more criteria than this at the top they are named."""


def verschil(agenda: Jaaragenda) -> Iterator[Deel]:
    """How much they differ, at which criterion and about which topic the most."""
    ranglijst = agenda.ranglijst
    gehoord = [lid for lid in ranglijst.toegelaten if lid.uitslag.tellingen]
    if not gehoord:
        return
    onderwerp, leden = ranglijst.profiel.woorden.onderwerp, ranglijst.profiel.woorden.lid
    over = f"Over {aantal(onderwerp, len(gehoord))} op de lijst"
    zinnen = [
        f"{over} zeggen de {leden.meer} zelf welke criteria gelden.",
        "Een criterium telt voor het deel van hen dat ja zegt.",
        *_meeste(agenda, gehoord),
    ]
    yield Deel("oplegger-verschil", f"Waar {leden.meer} verschillen", (Alinea(" ".join(zinnen)),))


def _meeste(agenda: Jaaragenda, gehoord: Sequence[Beoordeeld]) -> Iterator[str]:
    woorden, criteria = agenda.ranglijst.profiel.woorden, agenda.ranglijst.criteria
    per_criterium = [
        sum(_verdeeld(lid, nummer) for lid in gehoord) for nummer in range(len(criteria))
    ]
    meeste = max(per_criterium)
    if not meeste:
        yield f"De {woorden.lid.meer} zijn het over elk criterium eens."
        return
    vaakst = [in_zin(r.titel) for r, n in zip(criteria, per_criterium, strict=True) if n == meeste]
    if len(vaakst) <= MAX_VAAKST and len(gehoord) > 1:
        bij = opsomming((f"‘{naam}’" for naam in vaakst), "en")
        van = f"{meeste} van de {woorden.onderwerp.geteld(len(gehoord))}"
        yield f"Het vaakst verschillen zij bij {bij}: bij {van}."
    per_lid = [sum(_verdeeld(lid, n) for n in range(len(criteria))) for lid in gehoord]
    vaak = max(per_lid)
    if per_lid.count(vaak) == 1:
        titel = genoemd(gehoord[per_lid.index(vaak)].titel)
        bij = telling(vaak, "criterium", "criteria")
        yield f"Over {titel} verschillen zij het meest: bij {bij}."


def _verdeeld(lid: Beoordeeld, nummer: int) -> bool:
    return lid.uitslag.waarde(nummer) == "verdeeld"
