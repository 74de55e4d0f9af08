"""Where a topic stands and why, in one or two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.uitleg.uitleg import feit_van
from agenda.weergave.besluit import vastgesteld_zin
from agenda.weergave.getallen import score_getal
from agenda.weergave.oordelen import zeggen_ja
from agenda.weergave.woorden import als_zin, heeft_plek, in_zin
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Uitleg


def antwoord_van(agenda: Jaaragenda, code: str) -> str:
    """«Plaats 1, gedeeld met 3; score 3 van 5; want wal en schip geldt.».

    Empty where a region puts topics nowhere.
    """
    uitleg = agenda.uitleg(code)
    if not heeft_plek(agenda.ranglijst):
        return ""
    if uitleg.status == "onbeslist":
        return f"Onbeslist. {' '.join(map(als_zin, uitleg.redenen))}"
    if uitleg.status == "niet-toegelaten":
        return f"Niet toegelaten. {' '.join(map(als_zin, uitleg.redenen))}"
    if uitleg.plaats is None:
        feiten = (feit_van(reden) for deel in uitleg.uitgangspunten for reden in deel.voorwaarden)
        return f"Toegelaten. {' '.join(map(als_zin, feiten))}"
    return _plaats(agenda, uitleg)


def _plaats(agenda: Jaaragenda, uitleg: Uitleg) -> str:
    vastgesteld = agenda.vastgesteld(uitleg.onderwerp.code)
    eerst = als_zin(vastgesteld_zin(vastgesteld)) + " " if vastgesteld and agenda.wijkt_af else ""
    met = f", gedeeld met {len(uitleg.deelt_met)}" if uitleg.deelt_met else ""
    hoogste = sum(deel.gewicht for deel in uitleg.criteria)
    return (
        f"{eerst}{'Berekende plaats' if eerst else 'Plaats'} {uitleg.plaats}{met};"
        f" score {score_getal(uitleg.score)} van {hoogste}; want {_want(agenda, uitleg)}."
    )


def _want(agenda: Jaaragenda, uitleg: Uitleg) -> str:
    """The criteria that hold, and how many are not known yet."""
    profiel = agenda.ranglijst.profiel
    gelden = []
    for deel in uitleg.criteria:
        if deel.punten:
            wie = f" ({zeggen_ja(deel.telling, profiel)})" if deel.telling else ""
            gelden.append(f"{in_zin(deel.regel.titel)}{wie}")
    want = "bij geen enkel criterium is het antwoord ja"
    if gelden:
        want = f"ja bij {opsomming(gelden, 'en')}"
    onbekend = sum(deel.waarde == "onbekend" for deel in uitleg.criteria)
    if not onbekend:
        return want
    zijn = "is" if onbekend == 1 else "zijn"
    return f"{want}; {telling(onbekend, 'antwoord', 'antwoorden')} {zijn} nog onbekend"
