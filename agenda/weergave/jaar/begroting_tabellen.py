"""A budget as tables: who pays what, the layers, the topics, and what a source printed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.onderwerp.laag import verschil
from agenda.weergave.getallen import getal, komma
from agenda.weergave.jaar.begroting_zinnen import (
    herkomst_tekst,
    lezing_van,
    noten_van,
    vergeleken_zin,
    verschil_tekst,
    vorig_tekst,
)
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.begroting import Begroting
    from agenda.jaar.kosten import Bijdrage, Kosten
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Laag, Post

MAX_LAGEN = 3
"""With more layers, each member has one amount for all of them together."""


def begroting_tabellen(begroting: Begroting, profiel: Profiel) -> Iterator[Tabel]:
    """Everything that there is to show, each table only when it has something."""
    yield bijdragen_tabel(begroting, profiel)
    if begroting.lagen:
        yield lagen_tabel(begroting, profiel)
        yield waarom_tabel(begroting, profiel)
    if begroting.onderwerpen:
        yield onderwerpen_tabel(begroting, profiel)
    if begroting.vergeleken:
        yield gedrukt_tabel(begroting, profiel)


def bijdragen_tabel(begroting: Begroting, profiel: Profiel) -> Tabel:
    """Per member what it pays: a column per layer, one for the topics, and the total."""
    kolommen = _kolommen(begroting, profiel)
    lid = profiel.woorden.lid
    rijen = [
        (
            bijdrage.lid.naam,
            procent_tekst(bijdrage),
            *(getal(bedragen.get(bijdrage.lid.code, 0)) for _, bedragen in kolommen),
            getal(bijdrage.bedrag),
        )
        for bijdrage in begroting.bijdragen
    ]
    samen = (getal(sum(bedragen.values())) for _, bedragen in kolommen)
    koppen = (lid.kop, "Deel", *(kop for kop, _ in kolommen), "Totaal (€)")
    return Tabel(
        f"Wat {lid.elk} betaalt",
        koppen,
        (*rijen, ("Samen", "100%", *samen, getal(begroting.totaal))),
        tuple(noten_van(begroting, profiel)),
        rechts=tuple(range(1, len(koppen))),
    )


def procent_tekst(bijdrage: Bijdrage) -> str:
    """The part of a member as a percentage: «11,3%»."""
    deel = Fraction(bijdrage.deel, bijdrage.van) if bijdrage.van else Fraction(0)
    return f"{komma(deel * 100)}%"


def _kolommen(begroting: Begroting, profiel: Profiel) -> list[tuple[str, dict[str, int]]]:
    """Heading → what each member pays of it; none when the total says it all."""
    if len(begroting.verdelingen) <= 1:
        return []
    lagen = [kosten for _, kosten in begroting.lagen if kosten.verdeling]
    if len(lagen) > MAX_LAGEN:
        kolommen = [("Lagen", _samen(lagen))]
    else:
        kolommen = [(als_kop(laag.code), _samen([laag])) for laag in lagen]
    if begroting.onderwerpen:
        kolommen.append((profiel.woorden.onderwerp.koppen, _samen(list(begroting.onderwerpen))))
    return kolommen


def _samen(kosten: list[Kosten]) -> dict[str, int]:
    bedragen: dict[str, int] = {}
    for deel in kosten:
        for bijdrage in deel.verdeling.bijdragen if deel.verdeling else ():
            code = bijdrage.lid.code
            bedragen[code] = bedragen.get(code, 0) + bijdrage.bedrag
    return bedragen


def lagen_tabel(begroting: Begroting, profiel: Profiel) -> Tabel:
    """Each layer, below it what it is made of, beside last year."""
    koppen = ("Laag", "Soort", "Wat", "Bedrag (€)", "Vorig jaar (€)", "Verschil (€)")
    rijen = tuple(rij[:6] for rij in laag_rijen(begroting, profiel))
    return Tabel("De lagen", koppen, rijen, rekbaar=(2,), rechts=(3, 4, 5))


def waarom_tabel(begroting: Begroting, profiel: Profiel) -> Tabel:
    """Why each layer and each part of it is there, why it is another amount, and the source."""
    rijen = tuple(rij[2:3] + rij[6:] for rij in laag_rijen(begroting, profiel))
    return Tabel("Waarom", ("Wat", "Waarom", "Bron"), rijen, rekbaar=(0, 1, 2))


def laag_rijen(begroting: Begroting, profiel: Profiel) -> Iterator[tuple[str, ...]]:
    """A row per layer, and one per amount that it is made of: see the two tables above."""
    for laag, _ in begroting.lagen:
        yield (laag.code, *_rij(laag, profiel))
        for post in laag.posten:
            yield (f"– {laag.code}", *_rij(post, profiel))


def _rij(deel: Laag | Post, profiel: Profiel) -> tuple[str, ...]:
    vorig = deel.vorig
    anders = verschil_tekst(verschil(deel.bedrag, vorig), vorig) if vorig else "onbekend"
    lezing = lezing_van(deel.bron, deel.lezing)
    waarom = [deel.reden, *(vorig.waarom if vorig else ())]
    waarom += [f"Onze lezing: {lezing}"] if lezing else []
    waarom += [f"Onze lezing over vorig jaar: {vorig.lezing}"] if vorig and vorig.lezing else []
    return (
        *(deel.soort, deel.naam, getal(deel.bedrag), vorig_tekst(vorig), anders),
        *("\n".join(waarom), herkomst_tekst(deel.bron, profiel)),
    )


def onderwerpen_tabel(begroting: Begroting, profiel: Profiel) -> Tabel:
    """Each topic with what every member pays of it."""
    woord = profiel.woorden.onderwerp
    return Tabel(
        f"Kosten per {woord.een}",
        ("Code", "Titel", "Bedrag (€)", "Samenwerking", "Wie betaalt wat"),
        tuple(
            (
                *(kosten.code, kosten.naam, getal(kosten.bedrag)),
                kosten.samenwerking.naam if kosten.samenwerking else "",
                verdeling_tekst(kosten),
            )
            for kosten in begroting.onderwerpen
        ),
        rekbaar=(1, 3, 4),
        rechts=(2,),
    )


def verdeling_tekst(kosten: Kosten) -> str:
    """Who pays what of one amount: «Duinhuis 60; Molenplein 20»."""
    if kosten.verdeling is None:
        return "niet verdeeld"
    delen = (f"{deel.lid.naam} {getal(deel.bedrag)}" for deel in kosten.verdeling.bijdragen)
    return "; ".join(delen)


def gedrukt_tabel(begroting: Begroting, profiel: Profiel) -> Tabel:
    """Each table that a source prints, and what it proves that it comes out."""
    return Tabel(
        "Naast wat de bron drukt",
        ("Tabel", "Komt dat hier uit?", "Bron"),
        tuple(
            (
                deel.gedrukt.naam,
                vergeleken_zin(deel, profiel),
                herkomst_tekst(deel.gedrukt.bron, profiel),
            )
            for deel in begroting.vergeleken
        ),
        rekbaar=(0, 1, 2),
    )
