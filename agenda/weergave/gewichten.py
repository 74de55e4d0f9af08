"""Other weights beside those of now, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.lezing import tel_lezingen
from agenda.rangorde.score import als_data
from agenda.weergave.getallen import score_csv, score_getal
from agenda.weergave.kop import agenda_van, gewichten_tekst, herkomst_json, kop_json
from agenda.weergave.lezing import punten_zin
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import MAX_GENOEMD, hoogstens_json, of_leeg, plaats_tekst
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.gewichten.interval import Interval
    from agenda.gewichten.proef import Gewichtenproef, Speling, Verschuiving
    from agenda.gewichten.wissel import Wissel
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst

_MAX_PAREN = 3
_MAX_NAMEN = 4
"""How many shared places, and how many topics of each, one cell names."""


def toon_gewichten(proef: Gewichtenproef) -> Weergave:
    """Who moves with other weights, and how far each single weight can move."""
    return in_tabellen(
        json=lambda: _json(proef),
        tabellen=lambda: _tabellen(proef),
        csv=lambda: _plat(proef),
    )


def interval_tekst(interval: Interval) -> str:
    """«precies 1», «meer dan 1 en minder dan 3», «alles vanaf 0»."""
    van, tot = interval.van, interval.tot
    if van == tot:
        return f"precies {van}"
    laag = f"{'vanaf' if interval.met_van else 'meer dan'} {van}"
    if tot is None:
        return laag
    return f"{laag} {'tot en met' if interval.met_tot else 'en minder dan'} {tot}"


def _json(proef: Gewichtenproef) -> dict[str, Any]:
    return {
        **kop_json(proef.nu, "agenda/gewichten/1"),
        "top": proef.top,
        "gewichten": dict(proef.nu.gewichten),
        "nieuwe_gewichten": dict(proef.nieuw.gewichten) if proef.nieuw else None,
        "verschuivingen": [
            {
                "code": deel.nu.code,
                "titel": deel.nu.titel,
                "plaats": deel.nu.plaats,
                "gedeeld": deel.nu.gedeeld,
                "score": als_data(deel.nu.uitslag.score),
                "nieuwe_plaats": deel.nieuw.plaats,
                "nieuw_gedeeld": deel.nieuw.gedeeld,
                "nieuwe_score": als_data(deel.nieuw.uitslag.score),
                "lezingen": tel_lezingen(deel.nu, proef.nu.gewichten).lezingen,
                "plaatsen_hoger": deel.plaatsen,
            }
            for deel in proef.verschuivingen
        ],
        "speling": _speling_json(proef.speling_nu),
        "nieuwe_speling": _speling_json(proef.speling_nieuw) if proef.nieuw else None,
        "herkomst": herkomst_json(proef.nu),
    }


def _speling_json(spelingen: Iterable[Speling]) -> list[dict[str, Any]]:
    return [
        {
            "criterium": deel.criterium.code,
            "gewicht": deel.gewicht,
            "van": str(deel.interval.van),
            "van_inbegrepen": deel.interval.met_van,
            "tot": None if deel.interval.tot is None else str(deel.interval.tot),
            "tot_inbegrepen": deel.interval.met_tot,
            "zelfde_top": {
                "van": str(deel.zelfde_top.van),
                "van_inbegrepen": deel.zelfde_top.met_van,
                "tot": None if deel.zelfde_top.tot is None else str(deel.zelfde_top.tot),
                "tot_inbegrepen": deel.zelfde_top.met_tot,
            },
            "lichter": _wissel_json(deel.lichter),
            "zwaarder": _wissel_json(deel.zwaarder),
        }
        for deel in spelingen
    ]


def _wissel_json(wissel: Wissel | None) -> dict[str, Any] | None:
    """Who passes whom first: at this weight they are equal, past it the first stands above."""
    return wissel and {
        "gewicht": str(wissel.gewicht),
        "nu_gelijk": not wissel.gelijk,
        "paren": [
            {
                **hoogstens_json("stijgt", codes_van(paar.stijgt)),
                **hoogstens_json("daalt", codes_van(paar.daalt)),
            }
            for paar in wissel.paren[:MAX_GENOEMD]
        ],
        "paren_aantal": len(wissel.paren),
    }


def wissel_tekst(wissel: Wissel | None, *, zwaarder: bool) -> str:
    """What changes first: «zwaarder dan 1: a komt boven b», «bij 3 of zwaarder: a …»."""
    if wissel is None:
        return "niets"
    richting = "zwaarder" if zwaarder else "lichter"
    if not wissel.gelijk:
        kop, hoe = f"{richting} dan {wissel.gewicht}", "boven"
    else:
        verder = f" of {richting}" if zwaarder or wissel.gewicht else ""
        kop, hoe = f"bij {wissel.gewicht}{verder}", "gelijk met"
    zinnen = [
        f"{_namen(paar.stijgt)} {'komt' if len(paar.stijgt) == 1 else 'komen'} {hoe}"
        f" {_namen(paar.daalt)}"
        for paar in wissel.paren[:_MAX_PAREN]
    ]
    if (over := len(wissel.paren) - _MAX_PAREN) > 0:
        zinnen.append(f"en nog op {telling(over, 'plaats', 'plaatsen')}")
    return f"{kop}: " + "; ".join(zinnen)


def _namen(leden: Iterable[Beoordeeld]) -> str:
    codes = codes_van(leden)
    over = len(codes) - _MAX_NAMEN
    return opsomming([*codes[:_MAX_NAMEN], *([f"nog {over}"] if over > 0 else [])], "en")


def _tabellen(proef: Gewichtenproef) -> list[Tabel]:
    tabellen = [
        _speling("Speling per gewicht", proef.speling_nu, proef),
        _wisseltabel("Wat verandert er het eerst?", proef.speling_nu, proef),
    ]
    if proef.nieuw is not None:
        titel = "Speling per gewicht, vanaf de nieuwe gewichten"
        tabellen = [
            _verschuivingen(proef, proef.nieuw),
            *tabellen,
            _speling(titel, proef.speling_nieuw, proef),
            _wisseltabel(
                "Wat verandert er het eerst, vanaf de nieuwe gewichten?",
                proef.speling_nieuw,
                proef,
            ),
        ]
    return tabellen


def _verschuivingen(proef: Gewichtenproef, nieuw: Ranglijst) -> Tabel:
    return Tabel(
        f"{agenda_van(nieuw)}: andere gewichten",
        ("Nieuwe plaats", "Plaats nu", "Verschuift", "Score", "Code", "Titel"),
        tuple(
            (
                plaats_tekst(deel.nieuw),
                plaats_tekst(deel.nu),
                _verschuift(deel),
                _scores(deel),
                deel.nu.code,
                _met_lezing(deel.nieuw, nieuw),
            )
            for deel in proef.verschuivingen
        ),
        (
            f"Nieuwe gewichten: {gewichten_tekst(nieuw)}.",
            f"Gewichten nu: {gewichten_tekst(proef.nu)}.",
            "Wie is toegelaten, hangt niet van gewichten af.",
        ),
        rekbaar=(5,),
    )


def _scores(deel: Verschuiving) -> str:
    """«3 (was 2)»."""
    nieuw, nu = (score_getal(lid.uitslag.score) for lid in (deel.nieuw, deel.nu))
    return f"{nieuw} (was {nu})"


def _met_lezing(lid: Beoordeeld, ranglijst: Ranglijst) -> str:
    """The title of a topic; on a second line what of its score is our reading."""
    lezing = punten_zin(tel_lezingen(lid, ranglijst.gewichten), lid.uitslag.score)
    return f"{lid.titel}\n– {lezing}" if lezing else lid.titel


def _verschuift(deel: Verschuiving) -> str:
    if deel.plaatsen == 0:
        return "niet"
    return f"{abs(deel.plaatsen)} {'hoger' if deel.plaatsen > 0 else 'lager'}"


def _speling(titel: str, spelingen: Iterable[Speling], proef: Gewichtenproef) -> Tabel:
    return Tabel(
        titel,
        ("Criterium", "Gewicht", f"De top {proef.top} blijft gelijk bij een gewicht"),
        tuple((d.criterium.titel, d.gewicht, interval_tekst(d.interval)) for d in spelingen),
        ("Eén gewicht verandert, de andere niet. Ook gedeelde plaatsen blijven gedeeld.",),
        rekbaar=(0, 2),
    )


def _wisseltabel(titel: str, spelingen: Iterable[Speling], proef: Gewichtenproef) -> Tabel:
    return Tabel(
        titel,
        ("Criterium", "Lichter", "Zwaarder", f"Zelfde top {proef.top} bij"),
        tuple(
            (
                d.criterium.titel,
                wissel_tekst(d.lichter, zwaarder=False),
                wissel_tekst(d.zwaarder, zwaarder=True),
                interval_tekst(d.zelfde_top),
            )
            for d in spelingen
        ),
        (
            "«Lichter» en «zwaarder» noemen wat het eerst verandert als dat ene gewicht schuift.",
            "«Zelfde top»: dezelfde onderwerpen staan in de top, op welke plaats ook.",
        ),
        rekbaar=(1, 2, 3),
    )


def _plat(proef: Gewichtenproef) -> Tabel:
    """Topics and weights under each other, for use in Excel."""
    leeg = ("",) * 6
    gewichten_nieuw = (proef.nieuw or proef.nu).gewichten
    onderwerpen = (
        (
            "onderwerp",
            deel.nu.code,
            deel.nu.titel,
            of_leeg(deel.nu.plaats),
            of_leeg(deel.nieuw.plaats),
            deel.plaatsen,
            "ja" if deel.nieuw.gedeeld else "nee",
            score_csv(deel.nu.uitslag.score),
            score_csv(deel.nieuw.uitslag.score),
            *leeg[:5],
            punten_zin(tel_lezingen(deel.nieuw, gewichten_nieuw), deel.nieuw.uitslag.score),
            *leeg[:3],
        )
        for deel in proef.verschuivingen
    )
    soorten = (("speling", proef.speling_nu), ("nieuwe speling", proef.speling_nieuw))
    gewichten = (
        (
            soort,
            deel.criterium.code,
            deel.criterium.titel,
            *leeg,
            deel.gewicht,
            str(deel.interval.van),
            "ja" if deel.interval.met_van else "nee",
            "" if deel.interval.tot is None else str(deel.interval.tot),
            "ja" if deel.interval.met_tot else "nee",
            "",
            wissel_tekst(deel.lichter, zwaarder=False),
            wissel_tekst(deel.zwaarder, zwaarder=True),
            interval_tekst(deel.zelfde_top),
        )
        for soort, spelingen in soorten
        for deel in spelingen
    )
    return Tabel(
        "Gewichten",
        (
            "Soort",
            "Code",
            "Titel",
            "Plaats nu",
            "Nieuwe plaats",
            "Plaatsen hoger",
            "Nieuwe plaats gedeeld",
            "Score nu",
            "Nieuwe score",
            "Gewicht",
            "Vanaf",
            "Vanaf inbegrepen",
            "Tot",
            "Tot inbegrepen",
            "Onze lezing",
            "Lichter",
            "Zwaarder",
            "Zelfde onderwerpen in de top bij",
        ),
        (*onderwerpen, *gewichten),
    )
