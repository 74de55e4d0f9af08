"""How firmly the order stands, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.getallen import getal, komma, procent
from agenda.weergave.kop import agenda_van
from agenda.weergave.robuust.antwoord import antwoord_van
from agenda.weergave.robuust.geschillen import geschillen_tabel
from agenda.weergave.robuust.grenzen import (
    buiten_de_grenzen,
    grenzen_tekst,
    hoe_geschat,
    welke_wegingen,
)
from agenda.weergave.robuust.groep import groep_tabel
from agenda.weergave.robuust.groepsordes import KOPPEN, groepsordes_tabel, plaatsen_bij
from agenda.weergave.robuust.json import robuust_json
from agenda.weergave.robuust.openstaand import openstaand_tabel
from agenda.weergave.robuust.plek import bereik, deelt_zin, kan_zijn
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import hoogstens, hoogstens_tekst, of_leeg, plaats_tekst
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.patroon import Delen
    from agenda.robuust.robuustheid import Plaatskansen, Robuustheid

_MAX_PLAATSEN = 100
"""For so many places a row of the flat table has the share of each apart."""


def toon_robuust(robuustheid: Robuustheid) -> Weergave:
    """Every topic over all weightings, with what belongs to it."""

    def svg() -> str:
        from agenda.weergave.robuust.svg import teken

        return teken(robuustheid, kop_van(robuustheid))

    return in_tabellen(
        json=lambda: robuust_json(robuustheid),
        tabellen=lambda: _tabellen(robuustheid),
        csv=lambda: _plat(robuustheid),
        anders={"svg": svg},
        antwoord=lambda: antwoord_van(robuustheid),
    )


def kop_van(robuustheid: Robuustheid) -> str:
    """What the result is called."""
    return f"{agenda_van(robuustheid.ranglijst)}: hoe stevig is de volgorde?"


def _tabellen(robuustheid: Robuustheid) -> list[Tabel]:
    tabellen = [
        _per_onderwerp(robuustheid),
        _gedeeld(robuustheid),
        openstaand_tabel(
            robuustheid.ranglijst,
            robuustheid.openstaand,
            robuustheid.top,
            "Met de gewichten van dit dossier",
        ),
    ]
    groep, ordes = robuustheid.groep, robuustheid.groepsordes
    if groep and ordes:
        tabellen.append(groep_tabel(robuustheid, groep))
        tabellen.append(groepsordes_tabel(robuustheid, groep, ordes))
    if robuustheid.met_antwoorden:
        tabellen.append(geschillen_tabel(robuustheid))
    return tabellen


def _per_onderwerp(robuustheid: Robuustheid) -> Tabel:
    top = robuustheid.top
    return Tabel(
        kop_van(robuustheid),
        ("Plaats", "Kan zijn", "Verwacht", f"In de top {top}", "Code", "Titel en opmerkingen"),
        tuple(
            (
                plaats_tekst(kansen.onderwerp),
                kan_zijn(kansen.verdeling, robuustheid.aantal_gelijk(kansen)),
                komma(kansen.verdeling.verwacht),
                procent(kansen.verdeling.in_top(top)),
                kansen.onderwerp.code,
                "\n".join(
                    [
                        kansen.onderwerp.titel,
                        *(f"({zin})" for zin in _opmerkingen(robuustheid, kansen)),
                    ]
                ),
            )
            for kansen in robuustheid.plaatskansen
        ),
        tuple(noten_van(robuustheid)),
        rekbaar=(5,),
    )


def _opmerkingen(robuustheid: Robuustheid, kansen: Plaatskansen) -> Iterator[str]:
    """What else is to be said of a topic."""
    if zin := deelt_zin(kansen.verdeling, robuustheid.aantal_gelijk(kansen)):
        yield zin
    erboven, eronder = robuustheid.altijd_boven(kansen), robuustheid.altijd_onder(kansen)
    if erboven or eronder:
        delen = [
            f"{waar} {telling(len(wie), 'ander', 'andere')}"
            for waar, wie in (("onder", erboven), ("boven", eronder))
            if wie
        ]
        yield f"altijd {' en '.join(delen)}"
    if kansen.hangt_af:
        top = robuustheid.top
        verwacht = bereik(komma(kansen.gunstig.verwacht), komma(kansen.ongunstig.verwacht))
        deel = bereik(procent(kansen.ongunstig.in_top(top)), procent(kansen.gunstig.in_top(top)))
        yield f"met onbekend: {verwacht}; in de top: {deel}"


def noten_van(robuustheid: Robuustheid, *, met_onbekend: bool = True) -> Iterator[str]:
    """What the figures say, over which weightings, and how they were found.

    Args:
        met_onbekend: whether the table says of each topic what the unknown can still make of it.
    """
    trekking, onbeslist = robuustheid.trekking, len(robuustheid.ranglijst.onbeslist)
    yield (f"{welke_wegingen(robuustheid)} «Plaats» is de plaats met de gewichten van dit dossier.")
    if robuustheid.grenzen:
        yield f"De grenzen, als deel van alle gewichten samen: {grenzen_tekst(robuustheid)}."
        if buiten := buiten_de_grenzen(robuustheid):
            yield f"De gewichten van dit dossier vallen er zelf buiten: {buiten}."
    yield (
        "«Kan zijn» is de beste en de slechtste plaats die kan, «Verwacht» het gemiddelde."
        f" «In de top {robuustheid.top}» is het deel van de wegingen waarin de plaats van het"
        f" onderwerp {robuustheid.top} of hoger is, alleen of gedeeld. «Altijd» en «nooit» gelden"
        " voor elke weging waarin elk criterium meetelt."
    )
    onbekend = any(kansen.hangt_af for kansen in robuustheid.plaatskansen)
    if onbekend:
        uitersten = (
            " «Met onbekend» zegt wat het gemiddelde nog kan worden. Het is het best als alle"
            " onbekende antwoorden over dit onderwerp ja blijken, en die over de andere nee. Het is"
            " het slechtst als dat andersom is."
        )
        yield f"Wat onbekend is, telt als nee.{uitersten if met_onbekend else ''}"
    yield (
        "De uitkomst is precies berekend, niet geschat."
        if trekking is None
        else f"De uitkomst is geschat met {getal(trekking.aantal)} willekeurige wegingen (zaad"
        f" {trekking.zaad}). Een kans kan {komma(trekking.marge * 100)} procentpunt hoger of lager"
        " zijn. Een plaats die heel weinig voorkomt, kan ontbreken."
    )
    if robuustheid.verdeeld:
        yield _verdeeld(robuustheid)
    if onbeslist:
        yield (
            f"{'1 onderwerp is' if onbeslist == 1 else f'{onbeslist} onderwerpen zijn'} nog"
            f" onbeslist en {'doet' if onbeslist == 1 else 'doen'} hier niet mee."
        )


def _verdeeld(robuustheid: Robuustheid) -> str:
    """What voices change in the figures, and which of these hold no estimate."""
    leden = robuustheid.ranglijst.profiel.woorden.lid.meer
    verwacht = "" if robuustheid.grenzen else "«Verwacht», "
    return (
        f"Waar {leden} verdeeld zijn, telt een criterium voor het deel dat ja zegt. Precies"
        f" berekend zijn dan {verwacht}«altijd boven», «altijd onder» en wie altijd gelijk staat."
    )


def _gedeeld(robuustheid: Robuustheid) -> Tabel:
    """For each place that is shared: who shares it always, and who only with these weights."""
    titels = [regel.titel for regel in robuustheid.ranglijst.criteria]
    rijen = []
    for kansen in robuustheid.plaatskansen:
        gelijken = robuustheid.gelijken[kansen.patroon.zeker]
        if not kansen.onderwerp.gedeeld or kansen.onderwerp is not gelijken[0]:
            continue
        gelden = [*_gelden(titels, kansen.patroon.zeker)]
        waarom = "geen enkel criterium"
        if gelden:
            waarom = f"dezelfde criteria: {opsomming(gelden, 'en')}"
        rijen.append(
            (
                of_leeg(kansen.onderwerp.plaats),
                "\n".join(hoogstens(codes_van(gelijken))),
                f"altijd gelijk ({waarom})" if len(gelijken) > 1 else "alleen met deze gewichten",
            )
        )
    return Tabel(
        "Gedeelde plaatsen: blijft dat zo?",
        ("Plaats", "Code", "Gelijk"),
        tuple(rijen),
        rekbaar=(2,),
    )


def _gelden(titels: Sequence[str], patroon: Delen) -> Iterator[str]:
    """The criteria that hold, with the share that counts where that is not all: «A (9/13)»."""
    for titel, deel in zip(titels, patroon, strict=True):
        if deel:
            yield titel if deel == 1 else f"{titel} ({deel})"


def _plat(robuustheid: Robuustheid) -> Tabel:
    """Every topic on one row with its whole distribution, for use in Excel."""
    top, alle = robuustheid.top, len(robuustheid.plaatskansen)
    plaatsen = range(1, min(alle, _MAX_PLAATSEN) + 1)
    groep = robuustheid.groep
    koppen_meer = [kop for kop, _ in _plat_meer(robuustheid)]
    leden = robuustheid.ranglijst.profiel.woorden.lid.meer
    wat = ("Verwacht", f"Kans top {top}", f"In de top {top}", *KOPPEN)
    groepskoppen = tuple(f"{kop} ({leden})" for kop in wat)
    return Tabel(
        "Robuustheid",
        (
            *("Plaats", "Code", "Titel", "Beste plaats", "Slechtste plaats", "Verwachte plaats"),
            *(f"Kans top {top}", f"In de top {top}", "Altijd gedeeld"),
            *("Verwacht met onbekend, beste", "Verwacht met onbekend, slechtste"),
            *("Altijd gelijk met", "Altijd eronder", "Altijd erboven"),
            *(groepskoppen if groep else ()),
            *koppen_meer,
            *(f"Kans plaats {plaats}" for plaats in plaatsen),
            *([f"Kans verder dan plaats {_MAX_PLAATSEN}"] if alle > _MAX_PLAATSEN else []),
        ),
        tuple(_platte_rij(robuustheid, kansen, plaatsen) for kansen in robuustheid.plaatskansen),
    )


def _plat_meer(robuustheid: Robuustheid) -> Iterator[tuple[str, str]]:
    """What every row says of how the chances were found, with its heading."""
    trekking = robuustheid.trekking
    if robuustheid.grenzen:
        yield "Gewichtsgrenzen", grenzen_tekst(robuustheid)
    if trekking:
        yield "Berekening", hoe_geschat(trekking)


def _platte_rij(
    robuustheid: Robuustheid, kansen: Plaatskansen, plaatsen: Sequence[int]
) -> tuple[str | int, ...]:
    onderwerp, verdeling = kansen.onderwerp, kansen.verdeling
    groep, ordes = robuustheid.groep, robuustheid.groepsordes
    top, alle = robuustheid.top, len(robuustheid.plaatskansen)
    delen = verdeling.plaatsen
    gelijken = robuustheid.gelijken[kansen.patroon.zeker]
    samen = groep.standen[kansen.patroon.zeker].verdeling if groep else None
    return (
        of_leeg(onderwerp.plaats),
        onderwerp.code,
        onderwerp.titel,
        verdeling.beste,
        verdeling.slechtste,
        komma(verdeling.verwacht, 4),
        komma(verdeling.kans(top), 4),
        komma(verdeling.in_top(top), 4),
        deelt_zin(verdeling, len(gelijken)),
        komma(kansen.gunstig.verwacht, 4),
        komma(kansen.ongunstig.verwacht, 4),
        hoogstens_tekst([c for c in codes_van(gelijken) if c != onderwerp.code]),
        hoogstens_tekst(codes_van(robuustheid.altijd_onder(kansen))),
        hoogstens_tekst(codes_van(robuustheid.altijd_boven(kansen))),
        *(
            komma(getal, 4)
            for deel in ((samen,) if samen else ())
            for getal in (deel.verwacht, deel.kans(top), deel.in_top(top))
        ),
        *(plaatsen_bij(ordes, kansen.patroon.zeker) if ordes else ()),
        *(tekst for _, tekst in _plat_meer(robuustheid)),
        *(komma(delen.get(plaats, 0), 4) for plaats in plaatsen),
        *([komma(1 - verdeling.kans(_MAX_PLAATSEN), 4)] if alle > _MAX_PLAATSEN else []),
    )
