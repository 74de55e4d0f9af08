"""What a year costs and whom, as a value: layers, topics, last year, and what a source printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.onderwerp.laag import VorigJaar, tel_op, verschil

if TYPE_CHECKING:
    from agenda.jaar.kosten import Bijdrage, Kosten, Verdeling
    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Gedrukt, Laag
    from agenda.onderwerp.onderwerp import Onderwerp

Oorzaak = Literal["geen-sleutel-in-profiel", "geen-sleutel", "geen-bedrag", "onbekende-sleutel"]


class GeenBegroting(LookupError):
    """There is nothing to split, or nothing to split it by.

    Attributes:
        samenwerking: which one has no key; None when that is not what is missing.
        met_sleutel: the codes of those that have one.
        gevraagd: the code that was asked for and is not there.
    """

    def __init__(
        self,
        oorzaak: Oorzaak,
        profiel: Profiel,
        samenwerking: Samenwerking | None = None,
        gevraagd: str = "",
    ) -> None:
        self.oorzaak = oorzaak
        self.profiel = profiel
        self.samenwerking = samenwerking
        self.gevraagd = gevraagd
        self.met_sleutel = tuple(s.code for s in profiel.samenwerkingen if s.sleutel is not None)
        super().__init__(oorzaak)


class Laagkosten(NamedTuple):
    """A layer with how it is split."""

    laag: Laag
    kosten: Kosten


class Vergeleken(NamedTuple):
    """A printed table, held against what comes out here.

    Attributes:
        anders: member → what comes out, where that is not what is printed.
        onafhankelijk: whether the table is not simply the key itself; only then it proves
            something about the key and the rounding.
    """

    gedrukt: Gedrukt
    anders: tuple[tuple[str, int], ...]
    onafhankelijk: bool


class Jaarverschil(NamedTuple):
    """What the layers cost last year, and how much more they cost now.

    Attributes:
        onbekend: layers of which nobody knows what they cost last year; they are left out.
    """

    vorig: VorigJaar
    verschil: int
    onbekend: tuple[Laag, ...]


@dataclass(frozen=True, slots=True)
class Begroting:
    """What the year costs, and whom.

    Attributes:
        bijdragen: what each member pays of everything that is split. The part is that of the
            key when one holds for everything, else what it pays of the total.
        onderwerpen: the topics on the agenda that cost money, in its order.
        telt_niet_mee: topics that cost money and are not, or not yet, on the agenda.
        los: whether it is one amount that the user gave, apart from the dossier.
    """

    totaal: int
    bijdragen: tuple[Bijdrage, ...]
    lagen: tuple[Laagkosten, ...] = ()
    onderwerpen: tuple[Kosten, ...] = ()
    telt_niet_mee: tuple[Onderwerp, ...] = ()
    vergeleken: tuple[Vergeleken, ...] = ()
    los: Verdeling | None = None

    @property
    def alle(self) -> tuple[Kosten, ...]:
        """Every amount: of the layers, then of the topics."""
        return (*(kosten for _, kosten in self.lagen), *self.onderwerpen)

    @property
    def verdelingen(self) -> tuple[Verdeling, ...]:
        """Everything that is split."""
        delen = (kosten.verdeling for kosten in self.alle)
        return (self.los,) if self.los else tuple(deel for deel in delen if deel)

    @property
    def samenwerkingen(self) -> tuple[Samenwerking, ...]:
        """The cooperations whose keys were used, each once."""
        op_code = {deel.samenwerking.code: deel.samenwerking for deel in self.verdelingen}
        return tuple(op_code.values())

    @property
    def niet_verdeeld(self) -> tuple[Kosten, ...]:
        """What could not be split; it is not in the total."""
        return tuple(kosten for kosten in self.alle if kosten.verdeling is None)

    @property
    def jaarverschil(self) -> Jaarverschil | None:
        """The layers beside last year; None when nothing is known of it."""
        vorig = {laag.code: laag.vorig for laag, _ in self.lagen}
        bekend = [deel for deel in vorig.values() if deel is not None]
        if not bekend:
            return None
        samen = tel_op(bekend)
        nu = sum(laag.bedrag for laag, _ in self.lagen if vorig[laag.code] is not None)
        onbekend = tuple(laag for laag, _ in self.lagen if vorig[laag.code] is None)
        return Jaarverschil(samen, verschil(nu, samen), onbekend)
