"""How it stands with what was adopted, in a few lines of the memo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Lijst
from agenda.stuk.oplegger.zinnen import kort
from agenda.voortgang.gevolgd import gevolgde
from agenda.weergave.voortgang.besluit import bekrachtiging_regels
from agenda.weergave.voortgang.woorden import HIAATKOPPEN, antwoord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.woorden import Woord
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


MAX_TITELS = 2
"""So many titles are named; of more only how many there are, for the chapter names them all."""


def _welke(titels: Sequence[str], woord: Woord) -> str:
    if len(titels) > MAX_TITELS:
        return woord.geteld(len(titels))
    return "; ".join(map(kort, titels))


def voortgang(agenda: Jaaragenda) -> Iterator[Deel]:
    """The part, where the agenda is followed."""
    gevolgd = gevolgde(agenda)
    if gevolgd is None:
        return
    stand = gevolgd.stand
    per_soort: dict[str, list[str]] = {}
    for hiaat in stand.hiaten:
        per_soort.setdefault(HIAATKOPPEN[hiaat.soort], []).append(hiaat.onderwerp.titel)
    woord = stand.profiel.woorden.onderwerp
    punten = tuple(f"{kop}: {_welke(titels, woord)}." for kop, titels in per_soort.items())
    besloten = Alinea(" ".join(bekrachtiging_regels(gevolgd)))
    blokken: tuple[Blok, ...] = (
        besloten,
        Alinea(antwoord(stand)),
        *((Lijst(punten),) if punten else ()),
    )
    yield Deel("oplegger-voortgang", "Voortgang", blokken)
