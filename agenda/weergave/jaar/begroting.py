"""What a year costs and whom, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.laag import verschil
from agenda.weergave.jaar.begroting_tabellen import begroting_tabellen
from agenda.weergave.jaar.begroting_zinnen import (
    afronding_zin,
    herkomst_tekst,
    lezing_van,
    noten_van,
    reden_van,
    sleutel_zin,
    vergeleken_zin,
)
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.jaar.begroting import Begroting, Vergeleken
    from agenda.jaar.kosten import Bijdrage, Kosten
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Laag, Post, VorigJaar
    from agenda.uitleg.jaaragenda import Jaaragenda

    Cel = str | int


def toon_begroting(agenda: Jaaragenda, begroting: Begroting) -> Weergave:
    """Tables for people, everything for programs."""
    profiel = agenda.ranglijst.profiel
    return in_tabellen(
        json=lambda: {
            **kop_json(agenda.ranglijst, "agenda/begroting/1"),
            **begroting_json(begroting, profiel),
            "herkomst": herkomst_json(agenda.ranglijst),
        },
        tabellen=lambda: begroting_tabellen(begroting, profiel),
        csv=lambda: begroting_plat(begroting, profiel),
    )


def begroting_json(begroting: Begroting, profiel: Profiel) -> dict[str, Any]:
    """A budget for programs, without what is the same for the whole dossier."""
    jaar = begroting.jaarverschil
    return {
        "totaal": begroting.totaal,
        "verdeling": verdeling_json(begroting.bijdragen),
        "lagen": [
            {**_deel_json(laag, profiel), "code": laag.code, **kosten_json(kosten)}
            | {"posten": [_deel_json(post, profiel) for post in laag.posten]}
            for laag, kosten in begroting.lagen
        ],
        "onderwerpen": [
            {"code": kosten.code, "titel": kosten.naam, **kosten_json(kosten)}
            for kosten in begroting.onderwerpen
        ],
        "vorig_jaar": _vorig_json(jaar.vorig) if jaar else None,
        "verschil": jaar.verschil if jaar else None,
        "telt_niet_mee": [onderwerp.code for onderwerp in begroting.telt_niet_mee],
        "sleutels": [
            {
                "code": samen.code,
                "naam": samen.naam,
                "zin": sleutel_zin(samen, profiel),
                "rest_naar": samen.rest_naar,
                "afronding": afronding_zin(samen, profiel),
            }
            for samen in begroting.samenwerkingen
        ],
        "gedrukt": [_vergeleken_json(deel, profiel) for deel in begroting.vergeleken],
        "noten": list(noten_van(begroting, profiel)),
    }


def verdeling_json(bijdragen: Iterable[Bijdrage]) -> list[dict[str, Any]]:
    """Who pays what: the part as «deel/van», the amount in whole euros."""
    return [
        {
            "gemeente": bijdrage.lid.code,
            "naam": bijdrage.lid.naam,
            "aandeel": f"{bijdrage.deel}/{bijdrage.van}",
            "bedrag": bijdrage.bedrag,
        }
        for bijdrage in bijdragen
    ]


def kosten_json(kosten: Kosten) -> dict[str, Any]:
    """One amount with how it is split, or why it is not."""
    samen, verdeling = kosten.samenwerking, kosten.verdeling
    data: dict[str, Any] = {
        "totaal": kosten.bedrag,
        "samenwerking": samen.code if samen else None,
        "verdeling": verdeling_json(verdeling.bijdragen) if verdeling else [],
    }
    if verdeling is None:
        return data | {"niet_verdeeld": reden_van(kosten)}
    return data | {
        "doen_niet_mee": [lid.code for lid in verdeling.doen_niet_mee],
        "deelname_onbekend": [lid.code for lid in verdeling.onbekend],
    }


def _deel_json(deel: Laag | Post, profiel: Profiel) -> dict[str, Any]:
    vorig = deel.vorig
    return {
        "soort": deel.soort,
        "naam": deel.naam,
        "bedrag": deel.bedrag,
        "reden": deel.reden,
        "bron": herkomst_tekst(deel.bron, profiel),
        "lezing": lezing_van(deel.bron, deel.lezing),
        "vorig_jaar": _vorig_json(vorig),
        "verschil": verschil(deel.bedrag, vorig) if vorig else None,
    }


def _vorig_json(vorig: VorigJaar | None) -> dict[str, Any] | None:
    if vorig is None:
        return None
    return {
        "bedrag": vorig.bedrag,
        "afgerond_op": vorig.afgerond_op,
        "waarom": list(vorig.waarom),
        "lezing": vorig.lezing,
    }


def _vergeleken_json(deel: Vergeleken, profiel: Profiel) -> dict[str, Any]:
    return {
        "naam": deel.gedrukt.naam,
        "over": list(deel.gedrukt.over),
        "klopt": not deel.anders,
        "onafhankelijk": deel.onafhankelijk,
        "anders": dict(deel.anders),
        "zin": vergeleken_zin(deel, profiel),
        "bron": herkomst_tekst(deel.gedrukt.bron, profiel),
    }


def begroting_plat(begroting: Begroting, profiel: Profiel) -> Tabel:
    """A row per amount and member, the total first."""
    lid = profiel.woorden.lid.een
    koppen = ("Soort", "Code", "Naam", f"Code {lid}", f"Naam {lid}")
    return Tabel(
        "Begroting", (*koppen, "Deel", "Van", "Bedrag", "Deelname"), tuple(plat_rijen(begroting))
    )


def plat_rijen(begroting: Begroting) -> Iterator[tuple[Cel, ...]]:
    """The rows of the flat table: amounts as numbers."""
    for bijdrage in begroting.bijdragen:
        yield ("totaal", "", "Totaal", *_rij(bijdrage), "")
    for laag, kosten in begroting.lagen:
        yield from _rijen(laag.soort, kosten)
    for kosten in begroting.onderwerpen:
        yield from _rijen("onderwerp", kosten)


def _rijen(soort: str, kosten: Kosten) -> Iterator[tuple[Cel, ...]]:
    kop = (soort, kosten.code, kosten.naam)
    if kosten.verdeling is None:
        yield (*kop, "", "", "", "", kosten.bedrag, "niet verdeeld")
        return
    onbekend = {lid.code for lid in kosten.verdeling.onbekend}
    for bijdrage in kosten.verdeling.bijdragen:
        deelname = "onbekend" if bijdrage.lid.code in onbekend else "ja"
        yield (*kop, *_rij(bijdrage), deelname)
    for lid in kosten.verdeling.doen_niet_mee:
        yield (*kop, lid.code, lid.naam, 0, 0, 0, "nee")


def _rij(bijdrage: Bijdrage) -> tuple[Cel, ...]:
    return (bijdrage.lid.code, bijdrage.lid.naam, bijdrage.deel, bijdrage.van, bijdrage.bedrag)
