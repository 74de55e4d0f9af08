"""What the tests of questions about the weights share: answers, and a person who has weights."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.invoer.dossier import lees_dossier
from agenda.onderwerp.antwoord import Gewichtsantwoord
from agenda.rangorde.prioritering import prioriteer
from agenda.robuust.gesprek import Gesprek

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.robuust.gesprek import Vraag

VOORBEELD = Path(__file__).parent / "voorbeeld-42"
CRITERIA = (
    "wetswijziging",
    "wal-en-schip",
    "veiligheid",
    "borging-samenwerking",
    "laaghangend-fruit",
)


@cache
def voorbeeld() -> Ranglijst:
    """The list of the example of 42 topics."""
    gelezen = lees_dossier(VOORBEELD)
    return prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)


def antwoord(
    links: Sequence[str], rechts: Sequence[str], waarde: str, gemeente: str | None = None
) -> Gewichtsantwoord:
    """An answer as the reader makes it, without its checks."""
    uit = object.__new__(Gewichtsantwoord)
    velden = {"links": tuple(links), "rechts": tuple(rechts), "antwoord": waarde}
    for naam, deel in {**velden, "gemeente": gemeente}.items():
        object.__setattr__(uit, naam, deel)
    return uit


def met_antwoorden(lijst: Ranglijst, antwoorden: Sequence[Gewichtsantwoord]) -> Ranglijst:
    """The same list with these answers in its dossier."""
    return replace(lijst, dossier=replace(lijst.dossier, antwoorden=tuple(antwoorden)))


def trek_gewichten(kans: random.Random) -> dict[str, int]:
    """Hidden weights, evenly from all weightings, in parts of a million."""
    getallen = {code: kans.expovariate(1) for code in CRITERIA}
    samen = sum(getallen.values())
    return {code: round(getal * 1_000_000 / samen) or 1 for code, getal in getallen.items()}


def zegt(gewichten: Mapping[str, int], vraag: Vraag) -> str:
    """What somebody with these weights answers."""
    links, rechts = (sum(gewichten[c] for c in kant) for kant in vraag)
    return "links" if links > rechts else "rechts" if rechts > links else "even"


def top_bij(lijst: Ranglijst, gewichten: Mapping[str, int], top: int) -> set[str]:
    """Who is in the top with these weights, counted anew: fewer than `top` score higher."""
    scores = {
        b.code: sum(gewichten[o.regel.code] for o in b.uitslag.criteria if o.uitkomst == "ja")
        for b in lijst.toegelaten
    }
    return {c for c, eigen in scores.items() if sum(s > eigen for s in scores.values()) < top}


_bekend: dict[tuple[Gewichtsantwoord, ...], Gesprek] = {}


def vraag_door(gewichten: Mapping[str, int]) -> Gesprek:
    """Ask about the example until the top is settled."""
    antwoorden: tuple[Gewichtsantwoord, ...] = ()
    while True:
        if antwoorden not in _bekend:
            _bekend[antwoorden] = Gesprek(met_antwoorden(voorbeeld(), antwoorden))
        gesprek = _bekend[antwoorden]
        if gesprek.vraag is None:
            return gesprek
        antwoorden = (*antwoorden, antwoord(*gesprek.vraag, zegt(gewichten, gesprek.vraag)))
