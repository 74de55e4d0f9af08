"""What happened when files were put together: for the report, and for each member apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.samenvoeging.inbreng import VAN_NIEMAND
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.instellingen import Instellingen
    from agenda.samenvoeging.beslissingen import Beslisrij, Beslissingen
    from agenda.samenvoeging.inbreng import Inbreng, Ingebracht
    from agenda.samenvoeging.samenvoegen import Samengevoegd
    from agenda.samenvoeging.verschil import Lijkt, Verschil
    from regels.melding import Melding


class Kopie(NamedTuple):
    """A file with the same content as another."""

    bestand: str
    van: str


class Eerder(NamedTuple):
    """A file that took part the last time."""

    bestand: str
    wie: str


@dataclass(frozen=True, slots=True)
class Verslag:
    """What was put together, and what was not.

    Attributes:
        kopieen: files that were skipped, because another says the same.
        fouten: what is wrong in files that were left out.
        opmerkingen: what is not wrong in a file, but must be known.
        weg: files of the last time, of members that take no part now.
        vervallen: topics that the dossier has, and that no file names any more.
        zwijgt: members of whom the dossier has assessments, and who give none now.
    """

    instellingen: Instellingen
    profiel: Profiel
    samen: Samengevoegd
    beslissingen: Beslissingen
    kopieen: tuple[Kopie, ...] = ()
    fouten: tuple[Melding, ...] = ()
    opmerkingen: tuple[Melding, ...] = ()
    weg: tuple[Eerder, ...] = ()
    vervallen: tuple[str, ...] = ()
    zwijgt: tuple[str, ...] = ()

    @property
    def criteria(self) -> dict[str, str]:
        """Code → title."""
        return dict(self.samen.velden.criteria)

    def noem(self, wie: str) -> str:
        """The name of who says something."""
        return self.samen.velden.noem(wie)

    @property
    def foute_bestanden(self) -> tuple[str, ...]:
        """The files that were left out."""
        return tuple(sorted({zichtbaar(melding.plek.bestand) for melding in self.fouten}))

    @property
    def zonder_bestand(self) -> tuple[str, ...]:
        """The members of whom no file was taken."""
        met = {deel.wie for deel in self.samen.inbreng}
        return tuple(code for code in self.profiel.lid if code not in met)

    @property
    def niet_meer_gevraagd(self) -> tuple[Beslisrij, ...]:
        """What somebody chose or remarked where files do not differ any more."""
        nu = {verschil.sleutel for verschil in self.samen.verschillen}
        nu |= {paar.sleutel for paar in self.samen.lijkt_op}
        rijen = self.beslissingen.rijen
        return tuple(r for r in rijen if r.sleutel not in nu and (r.keuze or r.opmerking))

    def van(self, inbreng: Inbreng) -> Ledenblad:
        """What concerns one member."""
        wie, samen = inbreng.wie, self.samen
        eigen = {deel.over.onderwerp for deel in inbreng.onderwerpen}
        return Ledenblad(
            inbreng,
            inbreng.onderwerpen,
            tuple(v for v in samen.verschillen if any(g.wie == wie for g in v.gezegd)),
            tuple(p for p in samen.lijkt_op if p.open and eigen & set(p.codes)),
        )

    @property
    def bladen(self) -> tuple[Ledenblad, ...]:
        """A sheet for each member of whom there is a file."""
        return tuple(self.van(deel) for deel in self.samen.inbreng if deel.wie != VAN_NIEMAND)


class Ledenblad(NamedTuple):
    """What one member brought in, where it differs from others, and what looks alike."""

    inbreng: Inbreng
    onderwerpen: tuple[Ingebracht, ...]
    verschillen: tuple[Verschil, ...]
    lijkt_op: tuple[Lijkt, ...]
