"""The tables of one file that is put together with others, before what stands in them is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.onderwerpen import lees_onderwerpen
from agenda.invoer.rijen import ledennamen, lijst_in
from agenda.invoer.tabelvorm import onderwerptabel, oordelenbladtabel, tabellen_ernaast
from agenda.onderwerp.invullijst import deelnamelijst, ledenlijst
from agenda.samenvoeging.inbreng import EIGEN
from agenda.samenvoeging.velden import Velden
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.velden import Invulveld
    from regels.lezen.yaml import Gelezen
    from regels.melding import Melding
    from regels.volger import Volger


class Regiokennis(NamedTuple):
    """What files are read by: the profile, and what may be filled in."""

    profiel: Profiel
    lijst: Invullijst

    @property
    def vormen(self) -> tuple[Tabelvorm, ...]:
        """The sheets that a workbook may have, that of the topics first."""
        criteria = self.lijst.criteria
        oordelen = (oordelenbladtabel(criteria),) if criteria else ()
        ernaast = tabellen_ernaast(self.profiel, criteria)
        return (onderwerptabel(self.lijst), *ernaast, *oordelen)

    @property
    def velden(self) -> Velden:
        """What can be said of a topic, of a member, and of a topic at a member."""
        namen = ledennamen(self.profiel)

        def gevraagd(lijst: Invullijst) -> dict[str, Invulveld]:
            """What is asked, beside what a row is about."""
            return {veld.naam: veld for veld in lijst.velden if veld.leeg != "verplicht"}

        return Velden(
            {veld.naam: veld for veld in self.lijst.velden},
            gevraagd(ledenlijst(self.profiel)),
            gevraagd(deelnamelijst(self.profiel)),
            self.lijst.criteria,
            lambda wie: namen.get(wie, EIGEN),
        )


@dataclass(frozen=True, slots=True)
class Ruwbestand:
    """A file whose tables were read, and not yet what stands in them.

    Attributes:
        naam: how it is named: without the folder that it stands in.
        tabellen: name of the list → what the table says; None where there is no such sheet.
        meldingen: every fault that was found in it.
    """

    naam: str
    tabellen: Mapping[str, Gelezen | None]
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def leesbare_naam(self) -> str:
        """Its name without characters that are none: how people and other programs see it."""
        return zichtbaar(self.naam)

    @property
    def titels(self) -> dict[str, str]:
        """Code → title of its topics, also of those in which something is wrong."""
        gelezen = self.tabellen.get("onderwerpen")
        lijst = gelezen.waarde["onderwerpen"] if gelezen is not None else []
        return {
            rij["code"]: str(rij.get("titel"))
            for rij in lijst
            if isinstance(rij, dict) and isinstance(rij.get("code"), str)
        }


def lees_ruw(pad: Path, kennis: Regiokennis, volg: Volger) -> Ruwbestand:
    """Read the tables of a file.

    Raises:
        Bestandsfout: it is locked.
    """
    meldingen: list[Melding] = []
    delen = lees_onderwerpen(pad, kennis.vormen, meldingen, volg)
    tabellen = {vorm.naam: deel for vorm, deel in zip(kennis.vormen, delen, strict=True)}
    gelezen = tabellen["onderwerpen"]
    if gelezen is not None and lijst_in(gelezen, "onderwerpen", meldingen) is None:
        tabellen["onderwerpen"] = None
    return Ruwbestand(pad.name, tabellen, meldingen)
