"""Two topics against each other in sentences: how firm their order is, and what turns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.woorden import deel_tekst, in_zin, samen, wegen
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda.rangorde.ranglijst import Getal
    from agenda.uitleg.paar import Paar, Verhouding, Voorsprong
    from agenda.uitleg.uitleg import Criterium


def voorwaarde_tekst(paar: Paar) -> str:
    """What the weights must be for the lower of the two to come above; empty when nothing does."""
    if paar.verhouding is None or paar.verhouding.soort != "wisselt":
        return ""
    een, ander = paar.een.onderwerp.code, paar.ander.onderwerp.code
    zin = _zodra(een, paar.voor_een, ander, paar.voor_ander)
    if paar.verschil > 0:
        return _zodra(ander, paar.voor_ander, een, paar.voor_een)
    if paar.verschil < 0:
        return zin
    return f"{zin}, en {ander} komt boven {een} zodra het andersom is"


def _zodra(hoger: str, mee: Sequence[Voorsprong], lager: str, tegen: Sequence[Voorsprong]) -> str:
    zwaarder = f"{_samen(mee)} zwaarder {wegen([deel.regel for deel in mee])}"
    return f"{hoger} komt boven {lager} zodra {zwaarder} dan {_samen(tegen)}"


def _samen(delen: Sequence[Voorsprong]) -> str:
    """«veiligheid», or «4 × veiligheid en 9 × wetswijziging samen»."""
    if all(deel.keer == 1 for deel in delen):
        return samen([deel.regel for deel in delen])
    namen = [f"{keer} × {samen([regel])}" if keer > 1 else samen([regel]) for regel, keer in delen]
    return f"{opsomming(namen, 'en')} samen" if len(namen) > 1 else namen[0]


def met_teken(getal: Getal, ruimte: str = "") -> str:
    """«+2», «−4/13», «0»; with room after the sign in a sum."""
    if getal == 0 and not ruimte:
        return "0"
    return f"{'−' if getal < 0 else '+'}{ruimte}{abs(getal)}"


def vast_zinnen(paar: Paar, verhouding: Verhouding) -> Iterable[str]:
    """How firm the order of the two is, in sentences."""
    yield f"{_zin(paar, verhouding)}."
    if paar.grenzen is None:
        return
    onbekend = [
        f"{in_zin(deel.regel.titel)} ({uitleg.onderwerp.code}{bij})"
        for uitleg in (paar.een, paar.ander)
        for deel in uitleg.criteria
        if (bij := _onbekend_bij(deel)) is not None
    ]
    yield f"Nog onbekend: {opsomming(onbekend, 'en')}. Dat telt hierboven niet mee."
    laag, hoog = (met_teken(verschil) for verschil in paar.verschil_grenzen)
    yield f"Met de gewichten van nu kan het verschil daardoor nog van {laag} tot {hoog} lopen."
    slechtst, best = paar.grenzen
    if slechtst == best == verhouding:
        yield "Wat daar ook uitkomt: wie bij welke gewichten boven staat, verandert er niet door."
    else:
        yield f"Valt het nadelig uit voor {paar.een.onderwerp.code}: {_zin(paar, slechtst)}."
        yield f"Valt het gunstig uit voor {paar.een.onderwerp.code}: {_zin(paar, best)}."


def _onbekend_bij(deel: Criterium) -> str | None:
    """Of how many municipalities the answer is not known; None when nothing is unknown."""
    if deel.telling is None:
        return "" if deel.waarde == "onbekend" else None
    onbekend, aantal = deel.telling.onbekend, deel.telling.aantal
    return f", bij {onbekend} van de {aantal}" if onbekend else None


def _zin(paar: Paar, verhouding: Verhouding) -> str:
    een, ander = paar.een.onderwerp.code, paar.ander.onderwerp.code
    if verhouding.soort == "altijd-gelijk":
        waarom = (
            "elk criterium telt even veel mee" if paar.verdeeld else "er gelden dezelfde criteria"
        )
        return f"{een} en {ander} staan bij alle gewichten gelijk: {waarom}"
    if verhouding.soort == "wisselt":
        boven, onder = deel_tekst(verhouding.aandeel), deel_tekst(1 - verhouding.aandeel)
        zin = f"{een} staat bij {boven} van alle mogelijke gewichten boven {ander}"
        return f"{zin}, en bij {onder} eronder"
    hoog, laag = (een, ander) if verhouding.soort == "altijd-boven" else (ander, een)
    waarom = f"elk criterium van {laag} geldt ook voor {hoog}, en {hoog} heeft er meer"
    if paar.verdeeld:
        waarom = f"geen criterium telt voor {laag} meer mee, en minstens één telt er minder mee"
    return f"{hoog} staat bij alle gewichten boven 0 hoger dan {laag}: {waarom}"
