"""How firmly the order stands, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import breuk, decimaal, getal, komma, procent
from agenda.weergave.ranglijst import herkomst_json, plaats_tekst
from agenda.weergave.robuust_groep import groep_json, groep_tabel
from agenda.weergave.vormen import Tabel, Weergave, tabel_md, tabel_tekst
from regels.fouten import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agenda.ranglijst import Geplaatst
    from agenda.robuust.robuustheid import Robuustheid, Stand
    from agenda.robuust.verdeling import Verdeling


def toon_robuust(robuustheid: Robuustheid) -> Weergave:
    """Every topic over all weightings, with what belongs to it."""

    def svg() -> str:
        from agenda.weergave.robuust_svg import teken

        return teken(robuustheid, kop_van(robuustheid))

    return Weergave(
        json=lambda: _json(robuustheid),
        tekst=lambda breedte: "\n".join(tabel_tekst(t, breedte) for t in _tabellen(robuustheid)),
        md=lambda: "\n".join(map(tabel_md, _tabellen(robuustheid))),
        csv=lambda: _plat(robuustheid),
        anders={"svg": svg},
    )


def kop_van(robuustheid: Robuustheid) -> str:
    """What the result is called."""
    ranglijst = robuustheid.ranglijst
    jaar, regio = ranglijst.dossier.instellingen.jaar, ranglijst.profiel.regio.naam
    return f"Strategische agenda {jaar}, {regio}: hoe stevig is de volgorde?"


def verdeling_json(verdeling: Verdeling, top: int) -> dict[str, Any]:
    """A distribution over the places, in fractions and in decimals."""
    return {
        "beste": verdeling.beste,
        "slechtste": verdeling.slechtste,
        "verwacht": breuk(verdeling.verwacht),
        "verwacht_decimaal": decimaal(verdeling.verwacht),
        "plaatsen": {str(plaats): breuk(deel) for plaats, deel in verdeling.plaatsen.items()},
        "plaatsen_decimaal": {
            str(plaats): decimaal(deel) for plaats, deel in verdeling.plaatsen.items()
        },
        "top_kans": breuk(verdeling.kans(top)),
        "top_kans_decimaal": decimaal(verdeling.kans(top)),
    }


def _json(robuustheid: Robuustheid) -> dict[str, Any]:
    ranglijst, groep = robuustheid.ranglijst, robuustheid.groep
    instellingen = ranglijst.dossier.instellingen
    trekking = robuustheid.trekking
    uit: dict[str, Any] = {
        "schema": "agenda/robuust/1",
        "methode": "monte-carlo" if trekking else "exact",
        "top": robuustheid.top,
        "profiel": ranglijst.profiel.regio.code,
        "jaar": instellingen.jaar,
        "peildatum": instellingen.peildatum.isoformat(),
        "criteria": [regel.code for regel in ranglijst.criteria],
        "gewichten": dict(ranglijst.gewichten),
    }
    if trekking:
        uit["trekkingen"] = {
            "aantal": trekking.aantal,
            "zaad": trekking.zaad,
            "marge": round(trekking.marge, 6),
        }
    uit["onderwerpen"] = [_stand_json(robuustheid, stand) for stand in robuustheid.standen]
    uit["gelijk"] = [list(_codes(gelijken)) for _, gelijken in _gelijk(robuustheid)]
    uit["vragen"] = [vraag._asdict() for vraag in robuustheid.vragen]
    if groep:
        uit |= groep_json(robuustheid, groep, verdeling_json)
    uit["onbeslist"] = list(_codes(ranglijst.onbeslist))
    uit["herkomst"] = herkomst_json(ranglijst)
    return uit


def _stand_json(robuustheid: Robuustheid, stand: Stand) -> dict[str, Any]:
    geplaatst, top = stand.geplaatst, robuustheid.top
    gelijken = robuustheid.gelijken[stand.profiel.zeker]
    return {
        "code": geplaatst.onderwerp.code,
        "titel": geplaatst.onderwerp.titel,
        "plaats": geplaatst.plaats,
        "gedeeld": geplaatst.gedeeld,
        **verdeling_json(stand.verdeling, top),
        "gelijk_met": [c for c in _codes(gelijken) if c != geplaatst.onderwerp.code],
        "altijd_eronder": list(_codes(robuustheid.altijd_onder(stand))),
        "altijd_erboven": list(_codes(robuustheid.altijd_boven(stand))),
        "met_onbekend": {
            "beste": stand.gunstig.beste,
            "slechtste": stand.ongunstig.slechtste,
            "verwacht": [breuk(stand.gunstig.verwacht), breuk(stand.ongunstig.verwacht)],
            "top_kans": [breuk(stand.ongunstig.kans(top)), breuk(stand.gunstig.kans(top))],
        },
    }


def _codes(lijst: Iterable[Any]) -> Iterator[str]:
    return (deel.onderwerp.code for deel in lijst)


def _gelijk(robuustheid: Robuustheid) -> Iterator[tuple[int, tuple[Geplaatst, ...]]]:
    """Topics that share their place in every weighting."""
    return ((p, lijst) for p, lijst in robuustheid.gelijken.items() if len(lijst) > 1)


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
        tuple(_noten(robuustheid)),
        rekbaar=(5,),
    )


def bereik(laag: object, hoog: object, woord: str = " tot ") -> str:
    """From one value to another; one value when they are the same."""
    return str(laag) if laag == hoog else f"{laag}{woord}{hoog}"


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


def _noten(robuustheid: Robuustheid) -> Iterator[str]:
    trekking, onbeslist = robuustheid.trekking, len(robuustheid.ranglijst.onbeslist)
    yield (
        "Hier telt elke verdeling van de gewichten over de criteria even zwaar."
        " «Plaats» is de plaats met de gewichten van dit dossier."
    )
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
        gelijken = robuustheid.gelijken[stand.profiel.zeker]
        if not stand.geplaatst.gedeeld or stand.geplaatst is not gelijken[0]:
            continue
        gelden = [titel for i, titel in enumerate(titels) if stand.profiel.zeker >> i & 1]
        waarom = f"zelfde criteria: {opsomming(gelden, 'en')}" if gelden else "geen enkel criterium"
        rijen.append(
            (
                stand.geplaatst.plaats,
                "\n".join(_codes(gelijken)),
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
    groepskoppen = ("Verwacht (gemeenten)", f"Kans top {top} (gemeenten)") if groep else ()
    return Tabel(
        "Robuustheid",
        (
            *("Plaats", "Code", "Titel", "Beste plaats", "Slechtste plaats", "Verwachte plaats"),
            f"Kans top {top}",
            *("Verwacht met onbekend, beste", "Verwacht met onbekend, slechtste"),
            *("Altijd gelijk met", "Altijd eronder", "Altijd erboven"),
            *groepskoppen,
            *(f"Kans plaats {plaats}" for plaats in plaatsen),
        ),
        tuple(_platte_rij(robuustheid, stand, plaatsen) for stand in robuustheid.standen),
    )


def _platte_rij(
    robuustheid: Robuustheid, stand: Stand, plaatsen: Sequence[int]
) -> tuple[str | int, ...]:
    onderwerp, verdeling, groep = stand.geplaatst.onderwerp, stand.verdeling, robuustheid.groep
    gelijken = robuustheid.gelijken[stand.profiel.zeker]
    samen = groep.standen[stand.profiel.zeker].verdeling if groep else None
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
        "; ".join(c for c in _codes(gelijken) if c != onderwerp.code),
        "; ".join(_codes(robuustheid.altijd_onder(stand))),
        "; ".join(_codes(robuustheid.altijd_boven(stand))),
        *((komma(samen.verwacht, 4), komma(samen.kans(robuustheid.top), 4)) if samen else ()),
        *(komma(verdeling.plaatsen.get(plaats, 0), 4) for plaats in plaatsen),
    )
