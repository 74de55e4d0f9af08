"""Two topics against each other, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.besluit import Vastgesteld
from agenda.rangorde.ranglijst import STATUSNAMEN, als_data
from agenda.weergave.besluit import afwijking_zin, vastgesteld_json, verplaatst_zin
from agenda.weergave.getallen import afgerond, decimaal, komma, score_getal
from agenda.weergave.kop import herkomst_json
from agenda.weergave.oordelen import telling_tekst
from agenda.weergave.uitleg.paar_zinnen import met_teken, vast_zinnen, voorwaarde_tekst
from agenda.weergave.vormen import Tabel, Tak, Weergave, boom_md, boom_tekst, md_tekst
from agenda.weergave.woorden import als_zin, punten_tekst

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.paar import Criteriumpaar, Paar
    from agenda.uitleg.uitleg import Criterium, Uitleg


Besloten = tuple[Vastgesteld, Vastgesteld] | None


def toon_paar(paar: Paar, ranglijst: Ranglijst, besloten: Besloten = None) -> Weergave:
    """Why the one stands above, below or beside the other.

    Args:
        paar: both, as calculated.
        ranglijst: the list that they are of.
        besloten: the decided place of each, when the decided order is not the calculated one.
    """
    een, ander = (f"{u.onderwerp.titel} ({u.onderwerp.code})" for u in (paar.een, paar.ander))
    kop = f"{een} tegenover {ander}"
    return Weergave(
        json=lambda: _json(paar, ranglijst, besloten),
        tekst=lambda breedte: boom_tekst(_boom(paar, ranglijst, besloten), breedte, kop=kop),
        md=lambda: f"# {md_tekst(kop)}\n\n{boom_md(_boom(paar, ranglijst, besloten))}",
        csv=lambda: _plat(paar),
    )


def _json(paar: Paar, ranglijst: Ranglijst, besloten: Besloten) -> dict[str, Any]:
    verhouding, grenzen = paar.verhouding, paar.grenzen
    return {
        "schema": "agenda/tegenover/1",
        "code": paar.een.onderwerp.code,
        "tegenover": paar.ander.onderwerp.code,
        "onderwerpen": [
            {**_onderwerp_json(uitleg), **(vastgesteld_json(v) if v else {})}
            for uitleg, v in zip((paar.een, paar.ander), besloten or (None, None), strict=True)
        ],
        "criteria": [
            {
                "criterium": deel.regel.code,
                "titel": deel.regel.titel,
                "gewicht": deel.een.gewicht,
                "waarde": deel.een.waarde,
                "waarde_tegenover": deel.ander.waarde,
                "punten": als_data(deel.een.punten),
                "punten_tegenover": als_data(deel.ander.punten),
                "verschil": als_data(deel.punten),
                **dict(zip(("lezing", "lezing_tegenover"), paar.lezingen(deel), strict=True)),
                **_oordelen_json(deel),
            }
            for deel in paar.criteria
        ],
        "verschil": als_data(paar.verschil),
        "verschil_grenzen": [*map(als_data, paar.verschil_grenzen)],
        "verhouding": verhouding.soort if verhouding else None,
        "aandeel_boven": str(verhouding.aandeel) if verhouding else None,
        "aandeel_boven_decimaal": decimaal(verhouding.aandeel) if verhouding else None,
        "aandeel_boven_grenzen": [str(grens.aandeel) for grens in grenzen] if grenzen else None,
        "aandeel_boven_grenzen_decimaal": (
            [decimaal(grens.aandeel) for grens in grenzen] if grenzen else None
        ),
        "voorwaarde": voorwaarde_tekst(paar) or None,
        "herkomst": herkomst_json(ranglijst),
    }


def _oordelen_json(deel: Criteriumpaar) -> dict[str, Any]:
    """How many say what, of the topics of which municipalities speak."""
    tellingen = {"oordelen": deel.een.telling, "oordelen_tegenover": deel.ander.telling}
    return {naam: telling._asdict() for naam, telling in tellingen.items() if telling}


def _onderwerp_json(uitleg: Uitleg) -> dict[str, Any]:
    return {
        "code": uitleg.onderwerp.code,
        "titel": uitleg.onderwerp.titel,
        "status": uitleg.status,
        "plaats": uitleg.plaats,
        "score": als_data(uitleg.score),
        "score_max": als_data(uitleg.score_max),
        "lezingen": uitleg.lezingen.lezingen,
        "redenen": list(uitleg.redenen),
    }


def _boom(paar: Paar, ranglijst: Ranglijst, besloten: Besloten) -> tuple[Tak, ...]:
    voorwaarde = voorwaarde_tekst(paar)
    berekend = " in de berekende volgorde" if besloten else ""
    takken = [
        _besloten(*besloten) if besloten else _nu(paar),
        Tak(
            "Criteria: waar zit het verschil?",
            (*(_criterium(deel, paar) for deel in paar.criteria), Tak(_som(paar))),
        ),
    ]
    if paar.verhouding is not None:
        zinnen = [*vast_zinnen(paar, paar.verhouding)]
        if ranglijst.dossier.instellingen.gewichtsgrenzen:
            zinnen.append(
                "De grenzen aan de gewichten in dossier.yaml tellen hier niet mee; wel bij: agenda"
                " robuust"
            )
        vraag = f"Andere gewichten: hoe vast ligt dit{berekend}?"
        takken.append(Tak(vraag, tuple(map(Tak, zinnen))))
    if voorwaarde:
        takken.append(Tak(f"Omslag{berekend}: {voorwaarde}."))
    return tuple(takken)


def _besloten(een: Vastgesteld, ander: Vastgesteld) -> Tak:
    """How the two stand in the decided order, with what was calculated beside each."""
    if een.plaats == ander.plaats:
        kop = f"Vastgesteld: {een.code} en {ander.code} delen plaats {een.plaats}"
    else:
        woord = "boven" if (een.plaats or 0) < (ander.plaats or 0) else "onder"
        kop = (
            f"Vastgesteld: {een.code} (plaats {een.plaats}) staat {woord}"
            f" {ander.code} (plaats {ander.plaats})"
        )
    zinnen = [
        f"{v.code}: {afwijking_zin(v) if v.afwijking else als_zin(verplaatst_zin(v))}"
        for v in (een, ander)
    ]
    return Tak(kop, tuple(map(Tak, zinnen)))


def _nu(paar: Paar) -> Tak:
    een, ander = paar.een, paar.ander
    a, b = een.onderwerp.code, ander.onderwerp.code
    if paar.zonder_plaats:
        return Tak(
            f"Nu: {a} en {b} zijn niet te vergelijken op plaats",
            tuple(
                Tak(
                    f"{uitleg.onderwerp.code} heeft geen plaats: het is"
                    f" {STATUSNAMEN[uitleg.status]}",
                    tuple(Tak(als_zin(reden)) for reden in uitleg.redenen),
                )
                for uitleg in paar.zonder_plaats
            ),
        )
    if paar.verschil == 0:
        return Tak(f"Nu: {a} en {b} delen plaats {een.plaats}")
    woord = "boven" if paar.verschil > 0 else "onder"
    return Tak(f"Nu: {a} (plaats {een.plaats}) staat {woord} {b} (plaats {ander.plaats})")


def _criterium(deel: Criteriumpaar, paar: Paar) -> Tak:
    een, ander = punten_tekst(deel.een.punten), punten_tekst(deel.ander.punten)
    lezing, lezing_tegenover = paar.lezingen(deel)
    return Tak(
        f"{deel.regel.titel}: {_waarde(deel.een, lezing)} tegenover"
        f" {_waarde(deel.ander, lezing_tegenover)},"
        f" {een} tegenover {ander}: verschil {met_teken(deel.punten)}"
    )


def _waarde(deel: Criterium, lezing: str) -> str:
    """The answer of one topic, with whether it is our reading."""
    waarde = deel.waarde
    if deel.telling and waarde == "verdeeld":
        waarde = f"{waarde} ({telling_tekst(deel.telling)})"
    return f"{waarde} (onze lezing)" if lezing else waarde


def _som(paar: Paar) -> str:
    som = " ".join(met_teken(deel.punten, " ") for deel in paar.criteria)
    som = som.removeprefix("+ ").replace("− ", "−", 1 if som.startswith("−") else 0)
    return (
        f"Verschil: {som} = {met_teken(paar.verschil)}"
        f" (score {afgerond(paar.een.score)} tegenover {afgerond(paar.ander.score)})"
    )


def _plat(paar: Paar) -> Tabel:
    een, ander = paar.een, paar.ander
    codes = (een.onderwerp.code, ander.onderwerp.code)
    return Tabel(
        "Tegenover",
        (
            "Code",
            "Tegenover",
            "Criterium",
            "Gewicht",
            "Waarde",
            "Waarde tegenover",
            "Punten",
            "Punten tegenover",
            "Verschil",
            "Aandeel boven",
            "Omslag",
            "Lezing",
            "Lezing tegenover",
        ),
        (
            *(
                (
                    *codes,
                    deel.regel.titel,
                    deel.een.gewicht,
                    deel.een.waarde,
                    deel.ander.waarde,
                    score_getal(deel.een.punten),
                    score_getal(deel.ander.punten),
                    score_getal(deel.punten),
                    "",
                    "",
                    *paar.lezingen(deel),
                )
                for deel in paar.criteria
            ),
            (
                *(*codes, "Score", "", "", ""),
                *map(score_getal, (een.score, ander.score, paar.verschil)),
                komma(paar.verhouding.aandeel, 4) if paar.verhouding else "",
                *(voorwaarde_tekst(paar), "", ""),
            ),
        ),
    )
