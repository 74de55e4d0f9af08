"""Why a topic, or a member at it, is classified as it is: as branches, as data and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.indeling.verandering import (
    verandering_json,
    verandering_rijen,
    verandering_tak,
    weten_tak,
)
from agenda.weergave.indeling.woorden import (
    grond_zin,
    uitkomst_naam,
    uitkomst_tekst,
    veldwaarde_tekst,
    verwacht_tekst,
    waarde_tekst,
)
from agenda.weergave.lezing import bron_json, lezing_takken
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import periode_json, periode_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Profiel
    from agenda.uitleg.indeling import Indelingsuitleg, Regeluitleg, Voorwaardeuitleg

KOP = "Indeling: wat zeggen de regels samen?"
_NIET_ALLES = "Er zijn te veel mogelijkheden om ze alle te proberen. Niet alles hoeft te kunnen."


def indeling_tak(uitleg: Indelingsuitleg, profiel: Profiel) -> Tak:
    """One classification: its outcome, why, its rules, and what would make it another."""
    indeling = uitleg.indeling
    bron = Tak(f"Bron van de vraag: {profiel.citeer(indeling.bron)}")
    return Tak(
        f"{indeling.naam}: {uitkomst_tekst(uitleg.ingedeeld)}",
        (
            Tak(grond_zin(uitleg.ingedeeld)),
            *(() if uitleg.ingedeeld.exact else (Tak(_NIET_ALLES),)),
            bron._replace(takken=lezing_takken(indeling.bron.lezing)),
            *(_regel_tak(deel, uitleg, profiel) for deel in uitleg.regels),
            *weten_tak(uitleg),
            *verandering_tak(uitleg),
        ),
    )


def _regel_tak(deel: Regeluitleg, uitleg: Indelingsuitleg, profiel: Profiel) -> Tak:
    regel = deel.regel
    gevolg = uitkomst_naam(uitleg.indeling, regel.gevolg[uitleg.indeling.code])
    beslist = ". Dit bepaalt de uitkomst" if deel.beslist else ""
    bron = Tak(f"Bron van de regel: {profiel.citeer(regel.bron)}", lezing_takken(regel.bron.lezing))
    return Tak(
        f"{deel.uitkomst.upper()} · {regel.titel}: {gevolg}{beslist}",
        (
            Tak(regel.zin),
            bron,
            Tak(f"Geldt {periode_tekst(regel)}"),
            *(_voorwaarde_tak(voorwaarde) for voorwaarde in deel.voorwaarden),
        ),
    )


def _voorwaarde_tak(deel: Voorwaardeuitleg) -> Tak:
    feit = deel.feit
    takken = [Tak(f"Onderbouwing: {feit.onderbouwing}")] if feit and feit.onderbouwing else []
    takken += [Tak(f"Bron: {feit.bron}")] if feit and feit.bron else []
    takken += lezing_takken(feit.lezing) if feit else ()
    verwacht = verwacht_tekst(deel.veld, deel.toets.voorwaarde)
    return Tak(f"{deel.toets.uitkomst}: {_gevonden(deel)}, verwacht {verwacht}", tuple(takken))


def _gevonden(deel: Voorwaardeuitleg) -> str:
    """What was found: «stoelen te weinig: gevonden onbekend (volgt uit bezoekers: 40 en …)»."""
    waarde = waarde_tekst(deel.veld, deel.toets.gevonden)
    herkomst = deel.toelichting
    if deel.volgt_uit:
        delen = (veldwaarde_tekst(veld, bron) for veld, bron in deel.volgt_uit)
        herkomst = f"volgt uit {opsomming(delen, 'en')}"
    tussen = f" ({herkomst})" if herkomst else ""
    return f"{deel.veld.omschrijving}: gevonden {waarde}{tussen}"


def indeling_json(uitleg: Indelingsuitleg, profiel: Profiel) -> dict[str, Any]:
    """One classification for programs."""
    indeling, ingedeeld = uitleg.indeling, uitleg.ingedeeld
    return {
        "indeling": indeling.code,
        "naam": indeling.naam,
        "over": indeling.over,
        "uitkomst": ingedeeld.uitkomst,
        "mogelijk": list(ingedeeld.mogelijk),
        "exact": ingedeeld.exact,
        "grond": uitleg.grond,
        "zin": grond_zin(uitleg.ingedeeld),
        **bron_json(indeling.bron, profiel),
        "regels": [_regel_json(deel, indeling.code, profiel) for deel in uitleg.regels],
        **verandering_json(uitleg),
    }


def _regel_json(deel: Regeluitleg, code: str, profiel: Profiel) -> dict[str, Any]:
    regel = deel.regel
    return {
        "regel": regel.code,
        "titel": regel.titel,
        "gevolg": regel.gevolg[code],
        "uitkomst": deel.uitkomst,
        "beslist": deel.beslist,
        "zin": regel.zin,
        **bron_json(regel.bron, profiel),
        **periode_json(regel),
        "voorwaarden": [_voorwaarde_json(voorwaarde) for voorwaarde in deel.voorwaarden],
    }


def _voorwaarde_json(deel: Voorwaardeuitleg) -> dict[str, Any]:
    voorwaarde, gevonden, uitkomst = deel.toets
    feit = deel.feit
    return {
        "veld": voorwaarde.veld,
        "gevonden": "onbekend" if gevonden is None else gevonden,
        "verwacht": voorwaarde.verwacht,
        "uitkomst": uitkomst,
        "onderbouwing": feit.onderbouwing if feit else "",
        "bron": feit.bron if feit else "",
        "lezing": feit.lezing if feit else "",
        "volgt_uit": [veld.naam for veld, _ in deel.volgt_uit],
    }


def indeling_rijen(
    code: str, uitleggen: Iterable[Indelingsuitleg], profiel: Profiel
) -> list[tuple[str | int, ...]]:
    """Rows for the flat table of the explanation, in its columns.

    Args:
        code: of the topic.
    """
    rijen: list[tuple[str | int, ...]] = []
    for uitleg in uitleggen:
        indeling, soort = uitleg.indeling, f"indeling, {uitleg.indeling.code}"
        uitkomst, bron = uitkomst_tekst(uitleg.ingedeeld), indeling.bron
        kop = ("", "", "", "", grond_zin(uitleg.ingedeeld), profiel.citeer(bron), bron.lezing)
        rijen.append((code, soort, indeling.naam, uitkomst, *kop))
        for deel in uitleg.regels:
            gevolg = uitkomst_naam(indeling, deel.regel.gevolg[indeling.code])
            for voorwaarde in deel.voorwaarden:
                rijen.append(
                    (
                        *(code, soort, f"{deel.regel.titel}: {gevolg}", voorwaarde.toets.uitkomst),
                        _gevonden(voorwaarde),
                        verwacht_tekst(voorwaarde.veld, voorwaarde.toets.voorwaarde),
                        *("", ""),
                        voorwaarde.feit.onderbouwing if voorwaarde.feit else "",
                        *(profiel.citeer(deel.regel.bron), deel.regel.bron.lezing),
                    )
                )
        rijen += verandering_rijen(code, soort, uitleg)
    return rijen
