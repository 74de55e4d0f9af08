"""Check rhythms of bodies and school regions of members: references, circles, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.kringmelding import meld_kringen
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.invoer.profiellijst import Lijst
    from agenda.kennis.profiel import Profiel


def controleer_ritmes(gremia: Lijst, profiel: Profiel) -> Iterator[Melding]:
    """Rhythms and mixes that name what is not there, or wait for each other."""
    soorten = [soort.code for soort in profiel.soorten]
    plekken = {}
    for nummer, gremium in enumerate(gremia.delen):
        if not set(getattr(gremium, "mix", ())) <= set(soorten):
            verwacht = f"een van {opsomming(soorten)}" if soorten else "soorten in soorten.yaml"
            yield gremia.meld(nummer, "mix", verwacht, soorten)
        schema = getattr(gremium, "schema", None)  # a body of form 1 has none
        for volgnummer, ander in enumerate(schema.gremia if schema else ()):
            plek = gremia.gelezen.plek(("gremia", nummer, "schema", "gremia", volgnummer))
            if ander in profiel.gremium:
                plekken[gremium.code, ander] = plek
                continue
            verwacht, hulp = (
                f"een van {opsomming(profiel.gremium)}",
                bedoelde_u(ander, profiel.gremium),
            )
            yield Melding(plek, "schema.gremia", toon(ander), verwacht, hulp)
    yield from meld_kringen(plekken, "schema.gremia", "gremia die elkaar voorbereiden zonder kring")


def controleer_schoolregios(leden: Lijst, profiel: Profiel) -> Iterator[Melding]:
    """A school region without a source, or with one that is not there."""
    for nummer, lid in enumerate(leden.delen):
        regio = lid.schoolregio
        if regio is None or (regio.regio == "onbekend" and regio.bron is None):
            continue
        if regio.bron is None:
            plek = leden.gelezen.plek((leden.naam, nummer, "schoolregio"))
            verwacht = "waar dat staat (verplicht), of regio: onbekend"
            yield Melding(plek, "schoolregio.bron", "niets", verwacht)
        elif regio.bron.document not in profiel.document:
            verwacht = f"een van {opsomming(profiel.document)}"
            yield leden.meld(nummer, "schoolregio.bron.document", verwacht, profiel.document)
