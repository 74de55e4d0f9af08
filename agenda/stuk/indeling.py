"""The chapters on what rules classify and check, and on moments and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.indeling.momenten import momenten_tabel, termijnen_tabel
from agenda.weergave.indeling.tabellen import (
    alleen_getoond_zin,
    andere_tabellen,
    controles_tabel,
    deelname_tabel,
    leden_noten,
    onderwerpen_tabel,
)
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def indeling_hoofdstukken(agenda: Jaaragenda) -> Iterator[Deel]:
    """A chapter for what is classified, for the checks and for the moments, if there are any."""
    profiel = agenda.ranglijst.profiel
    if agenda.ranglijst.indelingen:
        inleiding = [Alinea("Regels bepalen samen de uitkomst. Wat nog onbekend is, staat erbij.")]
        if agenda.overzicht.over("deelname"):
            inleiding += [Alinea(zin) for zin in leden_noten(profiel)]
        inleiding += [Alinea(zin)] if (zin := alleen_getoond_zin(profiel)) else []
        delen = (*_per_thema(agenda), *_overig(agenda))
        yield Deel("indeling", "De indeling", tuple(inleiding), delen)
    if agenda.deelt_in and agenda.overzicht.controles:
        tabel = controles_tabel(agenda, op_titel=True)
        yield Deel("controles", "Wat niet klopt", (tabel,))
    if momenten := tuple(_momenten(agenda)):
        yield Deel("momenten", "Wanneer gebeurt wat?", delen=momenten)


def _per_thema(agenda: Jaaragenda) -> Iterator[Deel]:
    """Per theme its topics with their outcomes, and those of members at them."""
    overzicht, profiel = agenda.overzicht, agenda.ranglijst.profiel
    velden = agenda.ranglijst.velden
    for thema in profiel.themas:
        onderwerpen = [d for d in overzicht.onderwerpen if d.onderwerp.thema == thema.code]
        blokken: list[Blok] = []
        if onderwerpen and overzicht.over("onderwerp"):
            tabel = onderwerpen_tabel(overzicht, onderwerpen, thema.naam, velden)
            blokken.append(tabel.zonder("Code"))
        if onderwerpen and overzicht.over("deelname"):
            blokken.append(deelname_tabel(overzicht, onderwerpen, profiel, op_titel=True))
        if blokken:
            yield Deel(f"indeling-{thema.code}", thema.naam, tuple(blokken))


def _overig(agenda: Jaaragenda) -> Iterator[Deel]:
    for nummer, tabel in enumerate(andere_tabellen(agenda.overzicht, agenda.ranglijst.profiel)):
        yield Deel(f"indeling-anders-{nummer + 1}", tabel.titel, (tabel,))


def _momenten(agenda: Jaaragenda) -> Iterator[Deel]:
    """Per series its moments, then the terms of steps."""
    profiel = agenda.ranglijst.profiel
    for reeks in dict.fromkeys(moment.reeks for moment in profiel.momenten):
        kop = als_kop(reeks.replace("-", " "))
        yield Deel(f"momenten-{reeks}", kop, (momenten_tabel(profiel, reeks),))
    if termijnen := termijnen_tabel(profiel):
        yield Deel("termijnen", termijnen.titel, (termijnen,))
