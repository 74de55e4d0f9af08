"""The sheet to filter and compute with: what is known of a topic, on one row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.vormen.excel.werkblad import Blad, Bladkolom, bladkolommen, ja_nee, leden_tekst
from agenda.uitleg.uitleg import feit_van
from agenda.weergave.getallen import score_cel
from agenda.weergave.kenmerken import kenmerkcellen, kenmerkkoppen
from agenda.weergave.oordelen import antwoord_tekst, wie_tekst
from agenda.weergave.robuust.plek import deelt_zin
from agenda.weergave.uitleg.verandering import verandering_zinnen
from agenda.weergave.woorden import of_leeg, zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.stuk.vormen.excel.werkblad import Bladcel, Bladrij
    from agenda.uitleg.jaaragenda import Jaaragenda


_SCORE = {"Score": 8, "Hoogste score": 9}
_PLAATSEN = {
    "Beste plaats": 8,
    "Slechtste plaats": 9,
    "Gemiddelde plaats": 11,
    "Altijd gedeeld": 26,
}


def gegevens_blad(agenda: Jaaragenda) -> Blad:
    """Every topic on one row, admitted or not."""
    lijst, woorden = agenda.ranglijst, agenda.ranglijst.profiel.woorden
    blad = Blad(
        "Gegevens",
        (
            *bladkolommen(
                ("Code", 26), ("Titel", 40), ("Status", 14), ("Plaats", 8), ("Gedeeld", 9)
            ),
            *bladkolommen((woorden.thema.kop, 26), ("Toelichting", 60)),
            *(
                kolom
                for regel in lijst.uitgangspunten
                for kolom in bladkolommen((regel.titel, 14), (f"Gevonden: {regel.titel}", 45))
            ),
            *bladkolommen(("Reden", 50)),
            *(
                kolom
                for regel in lijst.criteria
                for kolom in bladkolommen(
                    (regel.titel, 14),
                    (f"Punten {regel.titel}", 10),
                    (f"Onderbouwing {regel.titel}", 45),
                    (f"Bron {regel.titel}", 30),
                    (f"Lezing {regel.titel}", 45),
                )
            ),
            *bladkolommen(*_SCORE.items(), *_PLAATSEN.items()),
            Bladkolom(f"In de top {agenda.top} (%)", 12),
            *bladkolommen((woorden.voorstel.koppen, 40), ("Kan pas na", 40), ("Hierop wacht", 40)),
            *bladkolommen(*kenmerkkoppen(lijst.profiel), ("Kleinste verandering", 70)),
        ),
        (
            *(
                _rij(agenda, v.berekend, (of_leeg(v.plaats), ja_nee(v.gedeeld)))
                for v in agenda.volgorde
            ),
            *(_rij(agenda, b, ("", "")) for b in (*lijst.onbeslist, *lijst.niet_toegelaten)),
        ),
        vast=2,
    )
    return blad.zonder(*_leeg(agenda))


def _leeg(agenda: Jaaragenda) -> Iterator[str]:
    """The headings of columns for what a region does not have."""
    lijst = agenda.ranglijst
    if not lijst.toetst:
        yield from ("Status", "Reden")
    if not lijst.rangschikt:
        yield from ("Plaats", "Gedeeld", *_SCORE, *_PLAATSEN, f"In de top {agenda.top} (%)")
    if not lijst.profiel.voorstellen:
        yield lijst.profiel.woorden.voorstel.koppen
    if agenda.samenhang.leeg:
        yield from ("Kan pas na", "Hierop wacht")


def _rij(agenda: Jaaragenda, b: Beoordeeld, plek: tuple[Bladcel, Bladcel]) -> Bladrij:
    profiel = agenda.ranglijst.profiel
    uitleg, verbanden = agenda.uitleg(b.code), agenda.verbanden(b.code)
    onderwerp = b.onderwerp
    return (
        onderwerp.code,
        onderwerp.titel,
        STATUSNAMEN[uitleg.status],
        *plek,
        profiel.thema[onderwerp.thema].naam,
        onderwerp.toelichting,
        *(
            cel
            for deel in uitleg.uitgangspunten
            for cel in (
                deel.uitkomst,
                "\n".join(map(feit_van, deel.voorwaarden)),
            )
        ),
        zinnen_tekst(uitleg.redenen),
        *(
            cel
            for deel in uitleg.criteria
            for cel in (
                antwoord_tekst(deel.waarde, deel.telling),
                score_cel(deel.punten),
                wie_tekst(deel.stemmen, profiel) or uitleg.tag(deel).onderbouwing,
                uitleg.tag(deel).bron,
                uitleg.tag(deel).lezing,
            )
        ),
        score_cel(uitleg.score),
        score_cel(uitleg.score_max),
        *_stevigheid(agenda, b),
        "\n".join(f"{d.voorstel.nummer}: {d.voorstel.titel}" for d in verbanden.draagt_bij_aan),
        leden_tekst(verbanden.vereist),
        leden_tekst(verbanden.wacht_hierop),
        *kenmerkcellen(onderwerp, profiel),
        "\n".join(verandering_zinnen(agenda.veranderingen(b.code), uitleg.plaats)),
    )


def _stevigheid(agenda: Jaaragenda, b: Beoordeeld) -> Bladrij:
    """Best, worst and expected place over all weightings, who shares it, and the share in top."""
    if b.plaats is None:
        return ("",) * 5
    kansen = agenda.plaatskansen(b.code)
    verdeling = kansen.verdeling
    return (
        verdeling.beste,
        verdeling.slechtste,
        _rond(verdeling.verwacht),
        deelt_zin(verdeling, agenda.robuustheid.aantal_gelijk(kansen)),
        _rond(100 * verdeling.in_top(agenda.top)),
    )


def _rond(getal: Fraction) -> Decimal:
    """A fraction in at most two decimals, half to even."""
    return Decimal(round(getal * 100)) / 100
