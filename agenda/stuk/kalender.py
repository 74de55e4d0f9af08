"""The chapter on the year: when bodies meet, what does not fit, and what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarkalender import GeenKalender, maak_jaarkalender
from agenda.jaar.vrij import PakketOntbreekt
from agenda.stuk.blokken import Alinea, Deel
from agenda.weergave.jaar.kalender import knelpunten_tabel, momentnoten, vergaderingen_tabel
from agenda.weergave.jaar.woorden import pakket_zin

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def kalender_hoofdstuk(
    agenda: Jaaragenda, gekozen: Collection[str] | None = None
) -> Iterator[Deel]:
    """The chapter, when there is anything to say.

    Args:
        agenda: the agenda.
        gekozen: codes of the topics of the year; None for every topic on the agenda.
    """
    if blokken := tuple(_blokken(agenda, gekozen)):
        yield Deel("kalender", "De vergaderingen van het jaar", blokken, nieuwe_pagina=True)


def _blokken(agenda: Jaaragenda, gekozen: Collection[str] | None) -> Iterator[Blok]:
    try:
        jaarkalender = maak_jaarkalender(agenda, gekozen)
    except GeenKalender:
        return
    except PakketOntbreekt as fout:
        yield Alinea(pakket_zin(fout))
        return
    yield from map(Alinea, momentnoten(jaarkalender))
    if jaarkalender.kalender.vergaderingen:
        yield vergaderingen_tabel(jaarkalender)
    if (knelpunten := knelpunten_tabel(jaarkalender)) is not None:
        yield knelpunten
