"""On which questions municipalities do not agree, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.antwoord import kant_tekst
from agenda.robuust.geschillen import MAX_GESCHILLEN
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, hoogstens
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.regio import Lid
    from agenda.robuust.geschillen import Geschil
    from agenda.robuust.robuustheid import Robuustheid


def geschillen_tabel(robuustheid: Robuustheid) -> Tabel:
    """Per question who takes which side, and what that does to the top of all together."""
    top = robuustheid.top
    titels = {regel.code: regel.titel for regel in robuustheid.ranglijst.criteria}
    return Tabel(
        f"Waar de {robuustheid.ranglijst.profiel.woorden.lid.meer} het niet over eens zijn",
        ("Wat weegt zwaarder?", "Volgens", f"Dan in de top {top}"),
        tuple(rij for geschil in robuustheid.geschillen for rij in _rijen(geschil, titels)),
        tuple(_noten(robuustheid, titels)),
        rekbaar=(0, 1, 2),
    )


def _rijen(geschil: Geschil, titels: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for kant, wie, top in (
        (geschil.links, geschil.voor_links, geschil.top_links),
        (geschil.rechts, geschil.voor_rechts, geschil.top_rechts),
    ):
        erbij = opsomming(hoogstens(codes_van(top)), "en") or "geen verschil"
        yield als_kop(kant_tekst(kant, titels)), _namen(wie) or "niemand", erbij
    if geschil.even:
        yield "(even zwaar)", _namen(geschil.even), ""


def _namen(leden: tuple[Lid, ...]) -> str:
    return opsomming((lid.naam for lid in leden), "en")


def _noten(robuustheid: Robuustheid, titels: Mapping[str, str]) -> Iterator[str]:
    top, lid = robuustheid.top, robuustheid.ranglijst.profiel.woorden.lid
    if robuustheid.niet_bekeken:
        yield (
            f"Alleen de eerste {MAX_GESCHILLEN} vragen zijn bekeken; er zijn er nog"
            f" {robuustheid.niet_bekeken} beantwoord."
        )
    if not robuustheid.geschillen:
        yield f"Bij geen enkele vraag zeggen twee {lid.meer} iets anders."
        return
    yield (
        f"Een kant volgt uit een antwoord, of uit wat {lid.met_lidwoord} verder zei. «Dan in de"
        f" top {top}» noemt wat alleen in de top {top} van alle {lid.meer} samen komt als iedereen"
        " die een kant koos, deze kant kiest."
    )
    eerste, *rest = robuustheid.geschillen
    if not eerste.gewicht:
        yield f"Geen van deze verschillen verandert op zichzelf de top {top}."
        return
    links, rechts = kant_tekst(eerste.links, titels), kant_tekst(eerste.rechts, titels)
    ook = (
        " Er is een ander verschil dat evenveel beslist."
        if any(geschil.gewicht == eerste.gewicht for geschil in rest)
        else ""
    )
    yield f"Het meest beslist dit ene verschil: {links} of {rechts}.{ook}"


def geschil_json(geschil: Geschil) -> dict[str, Any]:
    """One question on which municipalities do not agree, as data."""
    return {
        "links": list(geschil.links),
        "rechts": list(geschil.rechts),
        "voor_links": [lid.code for lid in geschil.voor_links],
        "voor_rechts": [lid.code for lid in geschil.voor_rechts],
        "even": [lid.code for lid in geschil.even],
        "top_links": codes_van(geschil.top_links),
        "top_rechts": codes_van(geschil.top_rechts),
        "beslist": geschil.gewicht,
    }
