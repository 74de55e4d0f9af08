"""Every rule as a Dutch sentence with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.lezing import bron_json, lezing_takken
from agenda.weergave.vormen import Tabel, Tak, Weergave, boom_md, boom_tekst
from agenda.weergave.woorden import periode_json, periode_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Profiel
    from regels.indeling import Indeling
    from regels.model import Regel
    from regels.regelset import Regelset


REGELSOORTEN = {
    "uitgangspunt": "Uitgangspunten: een {onderwerp} komt op de agenda als ze allemaal ja zijn",
    "criterium": "Criteria: elk criterium dat ja is, telt mee in de score",
    "indeling": "Indeling: wat een regel zegt als zij ja is",
    "controle": "Controles: wat moet kloppen",
}
"""Kind of rule → what rules of that kind do, in the order in which they are told."""


_PAS_LATER = "Wordt pas na het besluit beoordeeld, met: agenda stand"


def gevolg_zinnen(regel: Regel, indelingen: Iterable[Indeling]) -> tuple[str, ...]:
    """What follows when a rule holds, or when a check does not; nothing of the other kinds."""
    if regel.anders:
        return (f"Zo niet: {regel.anders}",)
    return tuple(
        f"Dan geldt: {indeling.naam}: {indeling.noem(regel.gevolg[indeling.code])}"
        for indeling in indelingen
        if indeling.code in regel.gevolg
    )


def toon_regels(regelset: Regelset, profiel: Profiel) -> Weergave:
    """All rules, with the period in which each is in force."""
    kop = f"Regels voor de agenda van {profiel.regio.naam}"
    return Weergave(
        json=lambda: {
            "schema": "agenda/regels/1",
            "profiel": profiel.regio.code,
            "regels": [
                *(_json(regel, profiel) for regel in regelset.regels),
                *(_json(r, profiel) | {"over": regelset.na.over(r)} for r in regelset.na.regels),
            ],
        },
        tekst=lambda breedte: boom_tekst(_boom(regelset, profiel), breedte, kop=kop),
        md=lambda: f"# {kop}\n\n{boom_md(_boom(regelset, profiel))}",
        csv=lambda: _plat(regelset, profiel),
    )


def _json(regel: Regel, profiel: Profiel) -> dict[str, Any]:
    return {
        "code": regel.code,
        "soort": regel.soort,
        "titel": regel.titel,
        "zin": regel.zin,
        **bron_json(regel.bron, profiel),
        **periode_json(regel),
        "als": [{"veld": v.veld, "verwacht": v.verwacht} for v in regel.als],
        **({"gevolg": regel.gevolg} if regel.gevolg else {}),
        **({"anders": regel.anders} if regel.anders else {}),
    }


def _boom(regelset: Regelset, profiel: Profiel) -> tuple[Tak, ...]:
    velden = regelset.alle_velden
    aanwezig = {regel.soort for regel in regelset.alle_regels}
    return tuple(
        Tak(
            kop.format(onderwerp=profiel.woorden.onderwerp.een),
            tuple(
                Tak(
                    f"{regel.titel} ({regel.code})",
                    (
                        Tak(regel.zin),
                        Tak(f"Bron van de regel: {profiel.citeer(regel.bron)}"),
                        *((Tak(regel.bron.opmerking),) if regel.bron.opmerking else ()),
                        *lezing_takken(regel.bron.lezing),
                        Tak(f"Geldt {periode_tekst(regel)}"),
                        *(
                            Tak(f"Voorwaarde: {velden[v.veld].omschrijving}: {v.verwacht}")
                            for v in regel.als
                        ),
                        *map(Tak, gevolg_zinnen(regel, regelset.alle_indelingen)),
                        *((Tak(_PAS_LATER),) if regel in regelset.na.regels else ()),
                    ),
                )
                for regel in regelset.alle_regels
                if regel.soort == soort
            ),
        )
        for soort, kop in REGELSOORTEN.items()
        if soort in aanwezig
    )


def _plat(regelset: Regelset, profiel: Profiel) -> Tabel:
    return Tabel(
        "Regels",
        ("Code", "Soort", "Titel", "Zin", "Bron", "Lezing", "Geldt"),
        tuple(
            (
                *(r.code, r.soort, r.titel, r.zin),
                *(profiel.citeer(r.bron), r.bron.lezing, periode_tekst(r)),
            )
            for r in regelset.alle_regels
        ),
    )
