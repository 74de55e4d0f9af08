"""The agenda of one meeting as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Gegevens, Stuk
from agenda.stuk.verklaringen import verklaringen
from agenda.weergave.getallen import weekdag_en_dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.vergadering import gevraagd, punten_tabel, soort_tekst, wanneer
from agenda.weergave.woorden import onderwerp_anker, plaats_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.vergadering import Agendapunt, Vergaderagenda
    from agenda.stuk.blokken import Blok


def vergaderstuk(vergaderagenda: Vergaderagenda) -> Stuk:
    """The agenda of a meeting: all topics in one table, then each by itself."""
    jaarkalender = vergaderagenda.jaarkalender
    tabel = punten_tabel(vergaderagenda)
    woord = jaarkalender.profiel.woorden.onderwerp
    return Stuk(
        f"Agenda {vergaderagenda.gremium.naam}",
        wanneer(vergaderagenda),
        (
            Gegevens(tuple(_gegevens(vergaderagenda))),
            *verklaringen(jaarkalender.agenda),
        ),
        (
            Deel("agenda", "De agenda", (tabel,), nieuwe_pagina=bool(tabel.rijen)),
            *(
                Deel(
                    "onderwerpen",
                    f"De {woord.meer}",
                    delen=tuple(_onderwerp(punt, vergaderagenda) for punt in vergaderagenda.punten),
                )
                for _ in vergaderagenda.punten[:1]
            ),
        ),
    )


def _gegevens(vergaderagenda: Vergaderagenda) -> Iterator[tuple[str, str]]:
    yield "Wie", vergaderagenda.gremium.naam
    yield "Wanneer", wanneer(vergaderagenda)
    yield "Hoort bij", agenda_van(vergaderagenda.jaarkalender.agenda.ranglijst)


def _onderwerp(punt: Agendapunt, vergaderagenda: Vergaderagenda) -> Deel:
    """One topic: where it stands, what is asked, and where it goes from here."""
    rijen = [
        ("Plaats", plaats_tekst(punt.plaats)),
        ("Stap", f"{punt.nummer} van {punt.van}"),
        ("Wat wordt gevraagd", gevraagd(punt)),
        ("Soort", soort_tekst(punt.soorten)),
        ("Gasten", "; ".join(punt.gasten)),
        ("Daarna", _daarna(punt, vergaderagenda)),
    ]
    blokken: list[Blok] = [Gegevens(tuple((naam, waarde) for naam, waarde in rijen if waarde))]
    if toelichting := punt.onderwerp.onderwerp.toelichting:
        blokken.append(Alinea(toelichting))
    anker = f"{onderwerp_anker(punt.onderwerp.code)}-{punt.nummer}"
    return Deel(anker, punt.onderwerp.titel, tuple(blokken))


def _daarna(punt: Agendapunt, vergaderagenda: Vergaderagenda) -> str:
    if punt.daarna is None:
        return ""
    naam = vergaderagenda.jaarkalender.profiel.gremium[punt.daarna.gremium].naam
    return f"{naam}, {weekdag_en_dag(punt.daarna.datum)}"
