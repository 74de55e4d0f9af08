"""The sheets with what is classified and checked: a row per subject, nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.excel.werkblad import Blad, Bladkolom, bladkolommen
from agenda.weergave.indeling.momenten import moment_rijen
from agenda.weergave.indeling.tabellen import over_tekst
from agenda.weergave.indeling.woorden import grond_zin, uitkomst_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.indeling.overzicht import Overzicht
    from agenda.kennis.profiel import Profiel
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.indeling import Indeling
    from regels.model import Veld

_BREEDTE = 28


def indeling_bladen(agenda: Jaaragenda) -> Iterator[Blad]:
    """A sheet for each thing that is classified, for the checks, and for the moments."""
    profiel = agenda.ranglijst.profiel
    if agenda.deelt_in:
        overzicht = agenda.overzicht
        yield from _bladen(overzicht, profiel, agenda.ranglijst.velden)
        if overzicht.controles:
            yield _controles(overzicht, profiel)
    if profiel.momenten:
        koppen = (("Reeks", 16), ("Wat", 50), ("Gedrukt", 36), ("Vanaf", 12), ("Tot en met", 12))
        yield Blad(
            "Momenten",
            bladkolommen(*koppen, ("Bron", 36), ("Onze lezing", 50)),
            tuple(moment_rijen(profiel)),
            vast=2,
        )


def _bladen(overzicht: Overzicht, profiel: Profiel, velden: Mapping[str, Veld]) -> Iterator[Blad]:
    lid = profiel.woorden.lid
    topic, wie = (("Code", 26), ("Titel", 50)), ((f"Code {lid.een}", 14), (lid.kop, 26))
    if soorten := overzicht.over("onderwerp"):
        yield Blad(
            "Indeling",
            (
                *bladkolommen(*topic, (profiel.woorden.thema.kop, 26)),
                *_kolommen(soorten),
                *bladkolommen(("Waarom", 70)),
            ),
            tuple(
                (
                    *(deel.onderwerp.code, deel.onderwerp.titel),
                    profiel.thema[deel.onderwerp.thema].naam,
                    *map(uitkomst_tekst, deel.uitkomsten),
                    "\n".join(grond_zin(u, velden) for u in deel.uitkomsten),
                )
                for deel in overzicht.onderwerpen
            ),
            vast=2,
        )
    if soorten := overzicht.over("deelname"):
        yield Blad(
            "Deelname",
            (*bladkolommen(*topic, *wie), *_kolommen(soorten)),
            tuple(
                (
                    *(deel.onderwerp.code, deel.onderwerp.titel, lid.code, lid.naam),
                    *map(uitkomst_tekst, uitkomsten),
                )
                for deel in overzicht.onderwerpen
                for lid, uitkomsten in deel.leden
            ),
            vast=2,
        )
    if soorten := overzicht.over("lid"):
        rijen = ((lid.code, lid.naam, *map(uitkomst_tekst, u)) for lid, u in overzicht.leden)
        yield Blad("Leden", (*bladkolommen(*wie), *_kolommen(soorten)), tuple(rijen), vast=2)
    if overzicht.jaar:
        rijen_jaar = tuple((deel.indeling.naam, uitkomst_tekst(deel)) for deel in overzicht.jaar)
        yield Blad("Jaar", bladkolommen(("Vraag", 50), ("Uitkomst", 50)), rijen_jaar)


def _kolommen(soorten: tuple[Indeling, ...]) -> tuple[Bladkolom, ...]:
    return tuple(Bladkolom(indeling.naam, _BREEDTE) for indeling in soorten)


def _controles(overzicht: Overzicht, profiel: Profiel) -> Blad:
    return Blad(
        "Controles",
        bladkolommen(
            *(("Controle", 30), ("Waarbij", 36), ("Klopt het?", 12)),
            *(("Wat er te zeggen is", 70), ("Bron", 40)),
        ),
        tuple(
            (
                *(c.regel.titel, over_tekst(c.over), c.oordeel.uitkomst),
                *(c.zin, profiel.citeer(c.regel.bron)),
            )
            for c in overzicht.controles
        ),
        vast=1,
    )
