"""How to read the document: what holds for every topic, and so is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.aanhaling import op_papier
from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.motivering import leeg_zin
from agenda.weergave.lezing import bron_zin
from agenda.weergave.ranglijst import leeshulp
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, telwoord
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda


_OVER_GEWICHTEN = (
    "De gewichten zijn een keuze. Hoeveel daarvan afhangt, staat bij ‘Hoe zeker is de volgorde?’."
)


def leeswijzer(agenda: Jaaragenda) -> Deel:
    """What the rules of this region do, and what always holds."""
    ranglijst = agenda.ranglijst
    zinnen = [
        _hoe(ranglijst),
        *_blokjes(ranglijst),
        *([leeg] if (leeg := leeg_zin(agenda)) else []),
    ]
    return Deel(
        "leeswijzer",
        "Zo leest u dit stuk",
        tuple(map(Alinea, zinnen)),
        (*_uitgangspunten(agenda), *_criteria(agenda)),
    )


def _hoe(ranglijst: Ranglijst) -> str:
    woord = ranglijst.profiel.woorden.onderwerp
    mag = [f"of een {woord.een} op de agenda mag"] if ranglijst.toetst else []
    wie = woord.zij if mag else f"een {woord.een}"
    punten = [f"hoeveel punten {wie} krijgt"] if ranglijst.rangschikt else []
    zinnen = [f"Vaste regels bepalen {opsomming([*mag, *punten], 'en')}."] if mag or punten else []
    if ranglijst.indelingen and not ranglijst.rangschikt:
        zinnen.append(f"Vaste regels delen de {woord.meer} in.")
    zinnen.append("Dezelfde invoer geeft altijd dezelfde lijst.")
    if ranglijst.rangschikt:
        zinnen += map(op_papier, leeshulp(ranglijst))
        zinnen.append("Wat eerst moet, verandert nooit een score.")
    if aantal := len({oordeel.onderwerp for oordeel in ranglijst.dossier.oordelen}):
        zinnen.append(
            f"Over {woord.geteld(aantal)} oordelen de {ranglijst.profiel.woorden.lid.meer} zelf:"
            " een criterium telt daar voor het deel van hen dat ja zegt."
        )
    return " ".join(zinnen)


def _blokjes(ranglijst: Ranglijst) -> Iterator[str]:
    if ranglijst.rangschikt:
        verdeeld = ", deels gevuld is verdeeld" if ranglijst.dossier.oordelen else ""
        yield (
            f"De blokjes bij een {ranglijst.profiel.woorden.onderwerp.een} zijn de criteria, in de"
            " volgorde van de tabel hieronder en zo breed als hun gewicht: gevuld is ja, leeg is"
            f" nee, gearceerd is onbekend{verdeeld}. Met ‘?’ is in een tabel onbekend bedoeld."
        )


def _uitgangspunten(agenda: Jaaragenda) -> Iterator[Deel]:
    regels = agenda.ranglijst.uitgangspunten
    if not regels:
        return
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    rijen = tuple((r.titel, r.zin, bron_zin(r.bron, agenda.ranglijst.profiel)) for r in regels)
    tabel = Tabel("Uitgangspunten", ("Regel", "Wat nodig is", "Bron"), rijen)
    kop = f"{_bepalen(len(regels), 'regel', 'regels')} of een {woord.een} op de agenda mag"
    yield Deel("leeswijzer-regels", kop, (tabel._replace(rekbaar=(0, 1, 2)),))


def _criteria(agenda: Jaaragenda) -> Iterator[Deel]:
    ranglijst = agenda.ranglijst
    if not ranglijst.rangschikt:
        return
    regels = ranglijst.criteria
    rijen = tuple(
        (r.titel, r.zin, bron_zin(r.bron, ranglijst.profiel), ranglijst.gewichten[r.code])
        for r in regels
    )
    tabel = Tabel(
        "Criteria",
        ("Criterium", "Wat het zegt", "Bron", "Gewicht"),
        rijen,
        (_OVER_GEWICHTEN,),
        rekbaar=(0, 1, 2),
        rechts=(3,),
    )
    hoeveel = _bepalen(len(regels), "criterium", "criteria")
    yield Deel("leeswijzer-criteria", f"{hoeveel} de volgorde", (tabel,))


def _bepalen(aantal: int, een: str, meer: str) -> str:
    """«Eén regel bepaalt», «Twee regels bepalen»."""
    wat = f"{een} bepaalt" if aantal == 1 else f"{meer} bepalen"
    return als_kop(f"{telwoord(aantal)} {wat}")
