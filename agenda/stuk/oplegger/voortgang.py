"""How it stands with what was adopted, in a few lines of the memo."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.voortgang.gevolgd import gevolgde
from agenda.weergave.voortgang.besluit import bekrachtiging_regels
from agenda.weergave.voortgang.woorden import HIAATKOPPEN, antwoord
from agenda.weergave.woorden import in_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def voortgang(agenda: Jaaragenda) -> Iterator[Deel]:
    """The part, where the agenda is followed."""
    gevolgd = gevolgde(agenda)
    if gevolgd is None:
        return
    stand = gevolgd.stand
    hiaten = Counter(HIAATKOPPEN[hiaat.soort] for hiaat in stand.hiaten)
    geteld = (f"{in_zin(kop)} ({aantal})" for kop, aantal in hiaten.items())
    blokken: list[Blok] = [Alinea(" ".join(bekrachtiging_regels(gevolgd))), Alinea(antwoord(stand))]
    if hiaten:
        blokken.append(Alinea(f"{'; '.join(geteld)}.", aanhef="Wat ontbreekt, en bij hoeveel:"))
    yield Deel("oplegger-voortgang", "Voortgang", tuple(blokken))
