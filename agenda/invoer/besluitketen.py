"""Whether a decision goes on from the one before it: by their receipts years form a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.besluit import is_datum
from agenda.invoer.ontvangstbewijs import bewijs_sha256
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, is_besluitmap, werkelijk
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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


def zoek_vorige(map_: Path, ontvangst: Ontvangst, elders: Iterable[Path]) -> Schakel:
    """Look for the decision whose receipt this one goes on from.

    Args:
        map_: the decision.
        ontvangst: what its receipt says.
        elders: where it may stand too, beside the decision itself.
    """
    eigen = werkelijk(map_)
    alle = [*eerdere(eigen), *(werkelijk(ander) for ander in elders if is_besluitmap(ander))]
    gevonden = [ander.name for ander in alle if ontvangst.vorige == _som(ander)]
    if gevonden or not (ontvangst.vorige and alle):
        return Schakel(max(gevonden, default=""))
    wat = f"{ontvangst.vorige[:12]}…, van geen besluit dat hiernaast of in dossier.yaml staat"
    verwacht = "het ontvangstbewijs van een eerder besluit"
    return Schakel("", (Melding(Plek(ONTVANGSTBEWIJS), "vorige", wat, verwacht),))


def meld_ander(ontvangst: Ontvangst, vorig: Path) -> Iterator[Melding]:
    """That a decision goes on from another than the one that somebody names, or from none.

    Raises:
        Invoerfout: that one has no receipt.
    """
    som = bewijs_sha256(vorig)
    if som != ontvangst.vorige:
        verwacht = f"{som}, het ontvangstbewijs van het besluit bij --vorig"
        yield Melding(Plek(ONTVANGSTBEWIJS), "vorige", ontvangst.vorige or "geen", verwacht)


def besluiten_in(map_: Path) -> Iterator[Path]:
    """The decisions that a folder keeps, in any order; none when it is not there."""
    if map_.is_dir():
        for deel in map_.iterdir():
            if is_datum(deel.name) and is_besluitmap(deel):
                yield deel


def eerdere(besluit: Path) -> Iterator[Path]:
    """The decisions of an earlier day beside one, that need not be there yet."""
    return (ander for ander in besluiten_in(besluit.parent) if ander.name < besluit.name)


def _som(map_: Path) -> str | None:
    try:
        return bewijs_sha256(map_)
    except Invoerfout:  # its receipt is gone; a check of that decision says so
        return None
