"""A decision, what members decided on it, and what somebody knows of both: all faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.bekrachtiging import lees_bekrachtigingen
from agenda.invoer.besluitcontrole import controleer_besluit
from agenda.invoer.besluitketen import meld_ander
from agenda.invoer.profiel import lees_profiel
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, PROFIEL
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agenda.invoer.bekrachtiging import Bekrachtigingsregister
    from agenda.invoer.ontvangstbewijs import Ontvangst


def controleer_met_register(
    map_: Path, bewijzen: Sequence[str], vorig: Path | None
) -> tuple[Ontvangst, Bekrachtigingsregister]:
    """Hold a decision against its receipt, what members decided against both, and what is known.

    Raises:
        Invoerfout: with what is wrong in either, or is not what the user says it was.
    """
    try:
        ontvangst = controleer_besluit(map_)
    except Invoerfout as fout:
        raise fout.met(_fouten_in_register(map_)) from fout
    register = lees_bekrachtigingen(map_, lees_profiel(map_ / PROFIEL)[0])
    anders = [*_ander_bewijs(ontvangst, register, bewijzen)]
    anders += meld_ander(ontvangst, vorig) if vorig else ()
    if anders:
        raise Invoerfout(anders)
    return ontvangst, register


def _fouten_in_register(map_: Path) -> tuple[Melding, ...]:
    """What is wrong in the register of a decision that is not right itself."""
    try:
        profiel, _ = lees_profiel(map_ / PROFIEL)
    except Invoerfout:  # that it was changed is told already
        return ()
    try:
        lees_bekrachtigingen(map_, profiel)
    except Invoerfout as fout:
        return fout.meldingen
    return ()


def _ander_bewijs(
    ontvangst: Ontvangst, register: Bekrachtigingsregister, bewijzen: Sequence[str]
) -> Iterator[Melding]:
    """Each of these that is neither of the receipt nor of the last line, with what both are."""
    gevonden = f"{ontvangst.sha256} van het ontvangstbewijs"
    if register.laatste:
        gevonden += f", en {register.laatste} van de laatste regel van het register"
    eerder = {som: _erna(nummer, register) for nummer, som in enumerate(register.sommen)}
    for bewijs in bewijzen:
        if bewijs not in (ontvangst.sha256, register.laatste):
            verwacht, hulp = f"{bewijs}, zoals bij --bewijs", eerder.get(bewijs, "")
            yield Melding(Plek(ONTVANGSTBEWIJS), "SHA-256", gevonden, verwacht, hulp)


def _erna(nummer: int, register: Bekrachtigingsregister) -> str:
    """What it says of a line, counted from 0, that it is not the last."""
    erbij = len(register.sommen) - nummer - 1
    kwam = f"kwam{'' if erbij == 1 else 'en'} er {telling(erbij, 'regel', 'regels')} bij"
    return f"dat is regel {nummer + 1} van het register; daarna {kwam}"
