"""Who has what proposals ask, as tables, as rows and as data."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from agenda.weergave.voortgang.dekking_json import dekking_json, soort_van, vindplaats
from agenda.weergave.voortgang.dekking_woorden import (
    TOESTANDNAMEN,
    bij_tekst,
    doel_bij,
    doel_voor,
    gaten_zin,
    hoeveel_tekst,
    lezingen_zin,
    onderdeel_naam,
    per_toestand,
    telling_tekst,
    titel_van,
    uitleg_zin,
    voorbeeld_zin,
    waar_tekst,
    wie_tekst,
)
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen, tabel_md

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.dekking import Cel, Dekkingsoverzicht, Rij, Voorsteldekking


def toon_dekking(dekking: Dekkingsoverzicht, ranglijst: Ranglijst) -> Weergave:
    """Who has what in every form."""
    return in_tabellen(
        json=lambda: dekking_json(dekking, ranglijst),
        tabellen=lambda: dekking_tabellen(dekking),
        csv=lambda: dekking_plat(dekking),
    )._replace(md=lambda: "\n".join(map(tabel_md, dekking_tabellen(dekking, met_bron=True))))


def dekking_tabellen(dekking: Dekkingsoverzicht, *, met_bron: bool = False) -> Iterator[Tabel]:
    """The coverage at a glance, who has it per proposal, and the targets.

    Args:
        met_bron: whether it stands with every fact where that is written.
    """
    if dekking.lid:
        yield lid_tabel(dekking)
    else:
        yield telling_tabel(dekking)
        for voorstel in dekking.voorstellen:
            yield voorstel_tabel(voorstel, dekking, met_bron=met_bron)
    if dekking.doelen:
        doelen = doelen_tabel(dekking)
        yield doelen if met_bron else doelen.zonder("Waar het staat")


def telling_tabel(dekking: Dekkingsoverzicht) -> Tabel:
    """Of every part that is asked at how many it is there."""
    woord = dekking.profiel.woorden.voorstel
    rijen = tuple(
        (rij.onderdeel.voorstel, rij.onderdeel.naam, telling_tekst(rij))
        for rij in dekking.rijen
        if rij.onderdeel.gevraagd == "ja"
    )
    noten = (uitleg_zin(dekking), gaten_zin(dekking), lezingen_zin(dekking))
    koppen = (woord.kop, "Onderdeel", "Hoeveel hebben het")
    return Tabel(titel_van(dekking), koppen, rijen, tuple(filter(None, noten)), rekbaar=(1, 2))


def voorstel_tabel(
    voorstel: Voorsteldekking, dekking: Dekkingsoverzicht, *, met_bron: bool
) -> Tabel:
    """Who has the parts of one proposal; what is named as an example comes last."""
    op_volgorde = sorted(voorstel.rijen, key=lambda rij: rij.onderdeel.gevraagd != "ja")
    maak = _rijen_met_bron if met_bron else _rijen
    rijen = tuple(cellen for rij in op_volgorde for cellen in maak(rij, dekking))
    koppen: tuple[str, ...] = ("Onderdeel", "Is het er?", "Wie")
    koppen += ("Toelichting", "Waar het staat") if met_bron else ()
    return Tabel(
        f"{voorstel.voorstel.nummer}. {voorstel.voorstel.titel}",
        koppen,
        rijen,
        (
            *(
                f"{rij.onderdeel.naam}: {noot}"
                for rij in op_volgorde
                if (noot := rij.onderdeel.opmerking)
            ),
            *filter(None, (voorbeeld_zin(op_volgorde),)),
        ),
        rekbaar=(0, 2, 3, 4) if met_bron else (0, 2),
    )


def _rijen(rij: Rij, dekking: Dekkingsoverzicht) -> Iterator[tuple[str, ...]]:
    """A row per outcome; the part is named once."""
    naam = onderdeel_naam(rij.onderdeel)
    for toestand, cellen in per_toestand(rij):
        yield naam, TOESTANDNAMEN[toestand], wie_tekst(rij, cellen, dekking.profiel)
        naam = ""


def _rijen_met_bron(rij: Rij, dekking: Dekkingsoverzicht) -> Iterator[tuple[str, ...]]:
    """A row per outcome and source, and one for each member that is named in a subregion."""
    naam, profiel = onderdeel_naam(rij.onderdeel), dekking.profiel

    def staat_er(cel: Cel) -> tuple[str, str]:
        return bij_tekst(cel), waar_tekst(cel.bron, profiel)

    for toestand, cellen in per_toestand(rij):
        for waar, groep in groupby(sorted(cellen, key=staat_er), staat_er):
            wie = wie_tekst(rij, tuple(groep), profiel, voluit=True)
            yield naam, TOESTANDNAMEN[toestand], wie, *waar
    for deel in (deel for cel in rij.cellen for deel in cel.binnen):
        yield naam, TOESTANDNAMEN[deel.toestand], deel.wie.naam, *staat_er(deel)


def lid_tabel(dekking: Dekkingsoverzicht) -> Tabel:
    """What one member has of every part, and where that is written; examples if it has them."""
    getoond = [
        (rij, cel)
        for rij in dekking.rijen
        for cel in rij.alle
        if rij.onderdeel.gevraagd == "ja" or cel.feit
    ]
    rijen = tuple(
        (
            rij.onderdeel.voorstel,
            _onderdeel_bij(rij, cel),
            TOESTANDNAMEN[cel.toestand],
            " ".join(filter(None, (bij_tekst(cel), waar_tekst(cel.bron, dekking.profiel))))
            or rij.onderdeel.opmerking,
        )
        for rij, cel in getoond
    )
    koppen = (dekking.profiel.woorden.voorstel.kop, "Onderdeel", "Is het er?", "Waar het staat")
    noten = (uitleg_zin(dekking), voorbeeld_zin(rij for rij, _ in getoond), lezingen_zin(dekking))
    return Tabel(titel_van(dekking), koppen, rijen, tuple(filter(None, noten)), rekbaar=(1, 3))


def _onderdeel_bij(rij: Rij, cel: Cel) -> str:
    """The name of a part; of one that is asked of subregions also whom the row is about."""
    naam = onderdeel_naam(rij.onderdeel)
    return naam if rij.onderdeel.van == "gemeente" else f"{naam}: {cel.wie.naam}"


def doelen_tabel(dekking: Dekkingsoverzicht) -> Tabel:
    """The targets that the sources name."""
    profiel = dekking.profiel
    return Tabel(
        "Doelen die de bronnen noemen",
        ("Bij", "Doel", "Hoeveel", "Wanneer", "Voor wie", "Waar het staat"),
        tuple(
            (
                doel_bij(doel, profiel),
                doel.naam if doel.staat == "geldt" else f"{doel.naam} (losgelaten)",
                *(hoeveel_tekst(doel), doel.wanneer or "", doel_voor(doel, profiel)),
                " ".join(filter(None, (waar_tekst(doel.bron, profiel), doel.bron.opmerking))),
            )
            for doel in dekking.doelen
        ),
        rekbaar=(0, 1, 2, 3, 4, 5),
    )


def dekking_plat(dekking: Dekkingsoverzicht) -> Tabel:
    """A row per cell, also of those of which nothing is known."""
    woorden = dekking.profiel.woorden
    koppen = (
        *(woorden.voorstel.kop, f"Titel {woorden.voorstel.een}", "Code", "Onderdeel", "Gevraagd"),
        *("Van wie", "Code van wie", "Naam van wie", "Is het er?", "Sinds", "Bekend op"),
        *("Toelichting", "Document", "Plaats", "Onze lezing"),
    )
    rijen = tuple(
        _platte_rij(voorstel, rij, cel)
        for voorstel in dekking.voorstellen
        for rij in voorstel.rijen
        for cel in rij.alle
    )
    return Tabel("Dekking", koppen, rijen)


def _platte_rij(voorstel: Voorsteldekking, rij: Rij, cel: Cel) -> tuple[str | int, ...]:
    onderdeel, feit = rij.onderdeel, cel.feit
    op = feit.op.isoformat() if feit and feit.op else ""
    return (
        *(voorstel.voorstel.nummer, voorstel.voorstel.titel, onderdeel.code, onderdeel.naam),
        *(onderdeel.gevraagd, soort_van(cel.wie), cel.wie.code, cel.wie.naam, cel.toestand),
        (feit and feit.sinds) or "",
        op,
        feit.toelichting if feit else "",
        *vindplaats(cel.bron),
        cel.lezing,
    )
