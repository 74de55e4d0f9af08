"""The sheets with what the year costs and whom: amounts as numbers, nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.werkblad import Blad, bladkolommen
from agenda.weergave.jaar.begroting import plat_rijen
from agenda.weergave.jaar.begroting_tabellen import laag_rijen, procent_tekst
from agenda.weergave.jaar.begroting_zinnen import herkomst_tekst, noten_van, vergeleken_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.begroting import Begroting
    from agenda.kennis.profiel import Profiel
    from agenda.stuk.vormen.excel.werkblad import Bladrij


def begroting_bladen(begroting: Begroting, profiel: Profiel) -> Iterator[Blad]:
    """A sheet with the totals, one with every amount per member, and one with the layers."""
    lid = profiel.woorden.lid
    wie = ((f"Code {lid.een}", 14), (lid.kop, 26))
    yield Blad(
        "Begroting",
        bladkolommen(*wie, ("Deel", 10), ("Bedrag (€)", 16), ("Wat u moet weten", 90)),
        tuple(_totalen(begroting, profiel)),
        vast=2,
    )
    if begroting.alle:
        kop = (("Soort", 14), ("Code", 26), ("Naam", 50))
        delen = (("Delen", 14), ("Van", 14), ("Bedrag (€)", 16), ("Deelname", 14))
        yield Blad(
            "Begroting per deel",
            bladkolommen(*kop, *wie, *delen),
            tuple(rij for rij in plat_rijen(begroting) if rij[0] != "totaal"),
            vast=3,
        )
    if begroting.lagen:
        bedragen = (("Bedrag (€)", 16), ("Vorig jaar (€)", 20), ("Verschil (€)", 20))
        yield Blad(
            "Begrotingslagen",
            bladkolommen(
                *(("Laag", 26), ("Soort", 14), ("Wat", 40)), *bedragen, ("Waarom", 90), ("Bron", 40)
            ),
            tuple(laag_rijen(begroting, profiel)),
            vast=3,
        )
    if begroting.vergeleken:
        yield Blad(
            "Naast de bron",
            bladkolommen(("Tabel", 40), ("Komt dat hier uit?", 90), ("Bron", 40)),
            tuple(
                (
                    deel.gedrukt.naam,
                    vergeleken_zin(deel, profiel),
                    herkomst_tekst(deel.gedrukt.bron, profiel),
                )
                for deel in begroting.vergeleken
            ),
            vast=1,
        )


def _totalen(begroting: Begroting, profiel: Profiel) -> Iterator[Bladrij]:
    """A row per member, the sum, and below these what must be known beside them."""
    for bijdrage in begroting.bijdragen:
        lid = bijdrage.lid
        yield (lid.code, lid.naam, procent_tekst(bijdrage), bijdrage.bedrag, "")
    yield ("", "Samen", "100%", begroting.totaal, "")
    for noot in noten_van(begroting, profiel):
        yield ("", "", "", "", noot)
