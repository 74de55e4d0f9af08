"""How firmly the order stands, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.patroon import geldt
from agenda.weergave.getallen import getal, komma, procent
from agenda.weergave.grenzen import buiten_de_grenzen, grenzen_tekst, hoe_geschat, welke_wegingen
from agenda.weergave.kop import agenda_van
from agenda.weergave.robuust_groep import groep_tabel
from agenda.weergave.robuust_json import robuust_json
from agenda.weergave.verbanden import codes_van
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import plaats_tekst
from regels.fouten import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.robuust.robuustheid import Robuustheid, Stand


def toon_robuust(robuustheid: Robuustheid) -> Weergave:
    """Every topic over all weightings, with what belongs to it."""

    def svg() -> str:
        from agenda.weergave.robuust_svg import teken

        return teken(robuustheid, kop_van(robuustheid))

    return in_tabellen(
        json=lambda: robuust_json(robuustheid),
        tabellen=lambda: _tabellen(robuustheid),
        csv=lambda: _plat(robuustheid),
        anders={"svg": svg},
    )


def kop_van(robuustheid: Robuustheid) -> str:
    """What the result is called."""
    return f"{agenda_van(robuustheid.ranglijst)}: hoe stevig is de volgorde?"


def _tabellen(robuustheid: Robuustheid) -> list[Tabel]:
    tabellen = [_standen(robuustheid), _gedeeld(robuustheid), _vragen(robuustheid)]
    if robuustheid.groep:
        tabellen.append(groep_tabel(robuustheid, robuustheid.groep))
    return tabellen


def _standen(robuustheid: Robuustheid) -> Tabel:
    top = robuustheid.top
    return Tabel(
        kop_van(robuustheid),
        ("Plaats", "Kan zijn", "Verwacht", f"Kans top {top}", "Code", "Titel en opmerkingen"),
        tuple(
            (
                plaats_tekst(stand.geplaatst),
                bereik(stand.verdeling.beste, stand.verdeling.slechtste),
                komma(stand.verdeling.verwacht),
                procent(stand.verdeling.kans(top)),
                stand.geplaatst.onderwerp.code,
                "\n".join(
                    [
                        stand.geplaatst.onderwerp.titel,
                        *(f"({zin})" for zin in _opmerkingen(robuustheid, stand)),
                    ]
                ),
            )
            for stand in robuustheid.standen
        ),
        tuple(noten_van(robuustheid)),
        rekbaar=(5,),
    )


def bereik(laag: object, hoog: object) -> str:
    """From one value to another; one value when they are the same."""
    return str(laag) if laag == hoog else f"{laag} tot {hoog}"


def _opmerkingen(robuustheid: Robuustheid, stand: Stand) -> Iterator[str]:
    """What else is to be said of a topic."""
    erboven, eronder = robuustheid.altijd_boven(stand), robuustheid.altijd_onder(stand)
    if erboven or eronder:
        delen = [f"onder {len(erboven)}"] * bool(erboven) + [f"boven {len(eronder)}"] * bool(
            eronder
        )
        yield f"altijd {' en '.join(delen)}"
    if stand.gunstig != stand.ongunstig:
        top = robuustheid.top
        verwacht = bereik(komma(stand.gunstig.verwacht), komma(stand.ongunstig.verwacht))
        kans = bereik(procent(stand.ongunstig.kans(top)), procent(stand.gunstig.kans(top)))
        yield f"met onbekend: {verwacht}; kans {kans}"


def noten_van(robuustheid: Robuustheid) -> Iterator[str]:
    """What the figures say, over which weightings, and how they were found."""
    trekking, onbeslist = robuustheid.trekking, len(robuustheid.ranglijst.onbeslist)
    yield (f"{welke_wegingen(robuustheid)} «Plaats» is de plaats met de gewichten van dit dossier.")
    if robuustheid.grenzen:
        yield f"De grenzen, als deel van alle gewichten samen: {grenzen_tekst(robuustheid)}."
        if buiten := buiten_de_grenzen(robuustheid):
            yield f"De gewichten van dit dossier vallen er zelf buiten: {buiten}."
    yield (
        "«Kan zijn» is de beste en de slechtste plaats die kan, «Verwacht» het gemiddelde."
        f" «Kans top {robuustheid.top}» is het deel van de wegingen waarin het onderwerp bij de"
        f" eerste {robuustheid.top} staat. Wie een plaats deelt, telt op elk van die plaatsen voor"
        " een deel mee."
    )
    if any(stand.gunstig != stand.ongunstig for stand in robuustheid.standen):
        yield (
            "Wat onbekend is, telt als nee. «Met onbekend» zegt wat nog kan: van het beste (het"
            " eigen onbekende is ja, dat van alle andere nee) tot het slechtste (andersom)."
        )
    yield (
        "De uitkomst is precies berekend, niet geschat."
        if trekking is None
        else f"De uitkomst is geschat met {getal(trekking.aantal)} willekeurige wegingen (zaad"
        f" {trekking.zaad}). Een kans kan {komma(trekking.marge * 100)} procentpunt hoger of lager"
        " zijn. Een plaats die heel weinig voorkomt, kan ontbreken."
    )
    if onbeslist:
        yield (
            f"{'1 onderwerp is' if onbeslist == 1 else f'{onbeslist} onderwerpen zijn'} nog"
            f" onbeslist en {'doet' if onbeslist == 1 else 'doen'} hier niet mee."
        )


def _gedeeld(robuustheid: Robuustheid) -> Tabel:
    """For each place that is shared: who shares it always, and who only with these weights."""
    titels = [regel.titel for regel in robuustheid.ranglijst.criteria]
    rijen = []
    for stand in robuustheid.standen:
        gelijken = robuustheid.gelijken[stand.patroon.zeker]
        if not stand.geplaatst.gedeeld or stand.geplaatst is not gelijken[0]:
            continue
        gelden = [titel for i, titel in enumerate(titels) if geldt(stand.patroon.zeker, i)]
        waarom = f"zelfde criteria: {opsomming(gelden, 'en')}" if gelden else "geen enkel criterium"
        rijen.append(
            (
                stand.geplaatst.plaats,
                "\n".join(codes_van(gelijken)),
                f"altijd gelijk ({waarom})" if len(gelijken) > 1 else "alleen met deze gewichten",
            )
        )
    return Tabel(
        "Gedeelde plaatsen: blijft dat zo?",
        ("Plaats", "Code", "Gelijk"),
        tuple(rijen),
        rekbaar=(2,),
    )


def _vragen(robuustheid: Robuustheid) -> Tabel:
    criteria = {regel.code: regel.titel for regel in robuustheid.ranglijst.criteria}
    titels = {s.geplaatst.onderwerp.code: s.geplaatst.onderwerp.titel for s in robuustheid.standen}
    per_onderwerp: dict[str, list[str]] = {}
    for vraag in robuustheid.vragen:
        per_onderwerp.setdefault(vraag.onderwerp, []).append(criteria[vraag.criterium])
    return Tabel(
        f"Eerst uitzoeken: dit kan de top {robuustheid.top} veranderen",
        ("Code", "Titel", "Nog onbekend"),
        tuple((code, titels[code], ", ".join(lijst)) for code, lijst in per_onderwerp.items()),
        ("Met de gewichten van dit dossier; ook het andere onbekende kan nog ja of nee worden.",),
        rekbaar=(1, 2),
    )


def _plat(robuustheid: Robuustheid) -> Tabel:
    """Every topic on one row with its whole distribution, for use in Excel."""
    top, plaatsen = robuustheid.top, range(1, len(robuustheid.standen) + 1)
    groep = robuustheid.groep
    koppen_meer = [kop for kop, _ in _plat_meer(robuustheid)]
    groepskoppen = ("Verwacht (gemeenten)", f"Kans top {top} (gemeenten)") if groep else ()
    return Tabel(
        "Robuustheid",
        (
            *("Plaats", "Code", "Titel", "Beste plaats", "Slechtste plaats", "Verwachte plaats"),
            f"Kans top {top}",
            *("Verwacht met onbekend, beste", "Verwacht met onbekend, slechtste"),
            *("Altijd gelijk met", "Altijd eronder", "Altijd erboven"),
            *groepskoppen,
            *koppen_meer,
            *(f"Kans plaats {plaats}" for plaats in plaatsen),
        ),
        tuple(_platte_rij(robuustheid, stand, plaatsen) for stand in robuustheid.standen),
    )


def _plat_meer(robuustheid: Robuustheid) -> Iterator[tuple[str, str]]:
    """What every row says of how the chances were found, with its heading."""
    trekking = robuustheid.trekking
    if robuustheid.grenzen:
        yield "Gewichtsgrenzen", grenzen_tekst(robuustheid)
    if trekking:
        yield "Berekening", hoe_geschat(trekking)


def _platte_rij(
    robuustheid: Robuustheid, stand: Stand, plaatsen: Sequence[int]
) -> tuple[str | int, ...]:
    onderwerp, verdeling, groep = stand.geplaatst.onderwerp, stand.verdeling, robuustheid.groep
    kansen = verdeling.plaatsen
    gelijken = robuustheid.gelijken[stand.patroon.zeker]
    samen = groep.standen[stand.patroon.zeker].verdeling if groep else None
    return (
        stand.geplaatst.plaats,
        onderwerp.code,
        onderwerp.titel,
        verdeling.beste,
        verdeling.slechtste,
        komma(verdeling.verwacht, 4),
        komma(verdeling.kans(robuustheid.top), 4),
        komma(stand.gunstig.verwacht, 4),
        komma(stand.ongunstig.verwacht, 4),
        "; ".join(c for c in codes_van(gelijken) if c != onderwerp.code),
        "; ".join(codes_van(robuustheid.altijd_onder(stand))),
        "; ".join(codes_van(robuustheid.altijd_boven(stand))),
        *((komma(samen.verwacht, 4), komma(samen.kans(robuustheid.top), 4)) if samen else ()),
        *(tekst for _, tekst in _plat_meer(robuustheid)),
        *(komma(kansen.get(plaats, 0), 4) for plaats in plaatsen),
    )
