"""Whether a decision goes on from the one before it: by their receipts years form a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.besluit import is_datum
from agenda.invoer.ontvangstbewijs import bewijs_sha256
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, is_besluitmap, werkelijk
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agenda.invoer.ontvangstbewijs import Ontvangst


class Schakel(NamedTuple):
    """What was found of the decision before this one.

    Attributes:
        vorig: the name of its folder; empty when it was not found, or there is none.
        meldingen: a warning when none of those that were found is the one.
    """

    vorig: str
    meldingen: tuple[Melding, ...] = ()


def zoek_vorige(map_: Path, ontvangst: Ontvangst, genoemd: str | None) -> Schakel:
    """Look for the decision whose receipt this one goes on from.

    Args:
        map_: the decision.
        ontvangst: what its receipt says.
        genoemd: the decision before it as the dossier names it, seen from the dossier.
    """
    eigen = werkelijk(map_)
    eerdere = [*_eerdere(eigen)]
    if genoemd is not None and is_besluitmap(eigen.parent.parent / genoemd):
        eerdere.append(werkelijk(eigen.parent.parent / genoemd))
    gevonden = [ander.name for ander in eerdere if ontvangst.vorige == _som(ander)]
    if gevonden or not (ontvangst.vorige and eerdere):
        return Schakel(max(gevonden, default=""))
    wat = f"{ontvangst.vorige[:12]}…, van geen besluit dat hiernaast of in dossier.yaml staat"
    verwacht = "het ontvangstbewijs van een eerder besluit"
    return Schakel("", (Melding(Plek(ONTVANGSTBEWIJS), "vorige", wat, verwacht),))


def eis_vorige(ontvangst: Ontvangst, vorig: Path) -> Schakel:
    """Hold a decision against the one that somebody says it goes on from.

    Raises:
        Invoerfout: it goes on from another one, or from none.
    """
    som = bewijs_sha256(vorig)
    if som != ontvangst.vorige:
        verwacht = f"{som}, het ontvangstbewijs van het besluit bij --vorig"
        gevonden = ontvangst.vorige or "null"
        raise Invoerfout([Melding(Plek(ONTVANGSTBEWIJS), "vorige", gevonden, verwacht)])
    return Schakel(werkelijk(vorig).name)


def _eerdere(eigen: Path) -> Iterator[Path]:
    """The decisions of an earlier day beside this one."""
    for ander in eigen.parent.iterdir():
        if is_datum(ander.name) and ander.name < eigen.name and is_besluitmap(ander):
            yield ander


def _som(map_: Path) -> str | None:
    try:
        return bewijs_sha256(map_)
    except Invoerfout:  # its receipt is gone; a check of that decision says so
        return None
