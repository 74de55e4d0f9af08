"""Record what a member decided on an adopted agenda, beside the folder of that decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.bekrachtiging import Bekrachtigingsregister, lees_register, ontleed
from agenda.invoer.besluit import lees_besluit
from agenda.invoer.besluitcontrole import controleer_besluit
from agenda.invoer.profiel import lees_profiel
from agenda.opslag.besluitmap import PROFIEL, registerpad
from agenda.opslag.bijschrijven import schrijf_bij

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from agenda.voortgang.bekrachtiging import Bekrachtiging


class TeBekrachtigen(NamedTuple):
    """A decision of which every part is as its receipt says.

    Attributes:
        dag: on which the agenda was adopted.
        pad: the file beside it that holds what members decided.
        leeg: the register of this decision, without lines.
    """

    dag: date
    pad: Path
    leeg: Bekrachtigingsregister


class Bijgeschreven(NamedTuple):
    """What the register held, and what it holds now."""

    eerder: tuple[Bekrachtiging, ...]
    register: Bekrachtigingsregister


def open_besluit(map_: Path) -> TeBekrachtigen:
    """Read the decision that members decide on.

    Raises:
        Invoerfout: a part of it is not as its receipt says.
        Bestandsfout: a file may not be read.
    """
    bewijs = controleer_besluit(map_).sha256
    dag = lees_besluit(map_).datum
    leeg = Bekrachtigingsregister(bewijs, lees_profiel(map_ / PROFIEL)[0])
    return TeBekrachtigen(dag, registerpad(map_, dag), leeg)


def bekrachtig_besluit(besluit: TeBekrachtigen, nieuw: Bekrachtiging) -> Bijgeschreven:
    """Add what a member decided to the register; nothing that stands there is changed.

    Raises:
        Invoerfout: a line of the register is not as it was added; nothing is added then.
        Bestandsfout: the register is locked, or its folder may not be written.
    """
    pad = besluit.pad
    voor = na = besluit.leeg

    def vervolg(oud: bytes) -> bytes:
        nonlocal voor, na
        voor = ontleed(oud, pad.name, besluit.leeg)
        regel = voor.regel(nieuw)
        na = ontleed(oud + regel, pad.name, besluit.leeg)
        return regel

    schrijf_bij(pad, lees_register, vervolg)
    return Bijgeschreven(voor.bekrachtigingen, na)
