"""How firmly the order stands: the place of every topic over all weightings of the criteria.

The source gives five criteria and no weights (Inrichtingsplan §3), so the weights of a dossier are
a choice. Here every weighting counts as much as any other (docs/besluiten/008).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from agenda.rangorde.ranglijst import TOP
from agenda.robuust.geschillen import MAX_GESCHILLEN, Geschil, vragen_van, weeg_geschillen
from agenda.robuust.gewichten import TREKKINGEN, ZAAD, marge
from agenda.robuust.groep import Groep, weeg_gemeenten
from agenda.robuust.groepsordes import Groepsordes, groepsordes
from agenda.robuust.onbekend import verdeel_patronen
from agenda.robuust.openstaand import Kandidaat, OpenTag, openstaande_tags
from agenda.robuust.weger import Weger
from agenda.robuust.wegingen import TeKrap, altijd_boven
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agenda.kennis.regio import Lid
    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen, Patroon
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.verdeling import Verdeling


class Plaatskansen(NamedTuple):
    """Which places an admitted topic can get over all weightings, and how often.

    Attributes:
        verdeling: with everything that is unknown as nee.
        gunstig: with its own unknowns as ja and those of all others as nee.
        ongunstig: the other way round.
    """

    onderwerp: Beoordeeld
    patroon: Patroon
    verdeling: Verdeling
    gunstig: Verdeling
    ongunstig: Verdeling

    @property
    def hangt_af(self) -> bool:
        """Whether an answer that is unknown, of any topic, could change its places."""
        return self.gunstig != self.ongunstig


class Trekking(NamedTuple):
    """How weightings were drawn; `marge` is the half-width of a 95% interval around a share."""

    aantal: int
    zaad: int
    marge: float


@dataclass(frozen=True)
class Robuustheid:
    """The admitted topics over all weightings, in the order of the list.

    Attributes:
        trekking: how weightings were drawn; None when all were weighed exactly.
        openstaand: the unknown tags that could change who is in the top, under the own weights.
        groep: what the municipalities together say; None when none gave an order.
        grenzen: per criterion in force the limits of its weight; empty when there are none.
        verdeeld: whether a criterion of some topic counts for a share of its weight.
        geschillen: the questions on which municipalities do not agree, the weightiest
            first.
    """

    ranglijst: Ranglijst
    top: int
    trekking: Trekking | None
    plaatskansen: tuple[Plaatskansen, ...]
    openstaand: tuple[OpenTag, ...]
    groep: Groep | None
    grenzen: tuple[Grens, ...] = ()
    verdeeld: bool = False
    geschillen: tuple[Geschil, ...] = ()

    @cached_property
    def gelijken(self) -> Mapping[Delen, tuple[Beoordeeld, ...]]:
        """Pattern → the topics that have it: they share their place in every weighting."""
        gelijken: defaultdict[Delen, list[Beoordeeld]] = defaultdict(list)
        for kansen in self.plaatskansen:
            gelijken[kansen.patroon.zeker].append(kansen.onderwerp)
        return {patroon: tuple(lijst) for patroon, lijst in gelijken.items()}

    @cached_property
    def groepsordes(self) -> Groepsordes | None:
        """The orders of all municipalities together; None when none gave its preference."""
        aantallen = {patroon: len(lijst) for patroon, lijst in self.gelijken.items()}
        return groepsordes(self.groep, aantallen) if self.groep else None

    @property
    def met_antwoorden(self) -> bool:
        """Whether some municipality answered a question about the weights."""
        return any(a.gemeente is not None for a in self.ranglijst.dossier.antwoorden)

    @cached_property
    def niet_bekeken(self) -> int:
        """How many questions were answered and not looked at for `geschillen`."""
        return max(len(vragen_van(self.ranglijst)) - MAX_GESCHILLEN, 0)

    def aantal_gelijk(self, kansen: Plaatskansen) -> int:
        """How many topics share this one's place in every weighting, itself included."""
        return len(self.gelijken[kansen.patroon.zeker])

    def altijd_boven(self, kansen: Plaatskansen) -> tuple[Beoordeeld, ...]:
        """The topics that stand above this one in every weighting."""
        return self._met(lambda p: altijd_boven(p, kansen.patroon.zeker, self.grenzen))

    def altijd_onder(self, kansen: Plaatskansen) -> tuple[Beoordeeld, ...]:
        """The topics that stand below this one in every weighting."""
        return self._met(lambda p: altijd_boven(kansen.patroon.zeker, p, self.grenzen))

    def _met(self, kies: Callable[[Delen], bool]) -> tuple[Beoordeeld, ...]:
        return tuple(
            geplaatst
            for patroon, lijst in self.gelijken.items()
            if kies(patroon)
            for geplaatst in lijst
        )


def onderzoek(ranglijst: Ranglijst, top: int = TOP) -> Robuustheid:
    """Find the place of every admitted topic over all weightings.

    Args:
        ranglijst: the list; its own weights only count for the questions.
        top: how many places the top has.

    Raises:
        Invoerfout: hardly any weighting meets the limits and the order of some municipality.

    Bron: Inrichtingsplan §3 (five criteria, no weights).
    """
    weger = Weger(ranglijst)
    verdelingen = verdeel_patronen(weger.wegingen(), weger.patronen)
    return Robuustheid(
        ranglijst=ranglijst,
        top=top,
        trekking=None if weger.precies else Trekking(TREKKINGEN, ZAAD, marge(TREKKINGEN)),
        plaatskansen=tuple(
            Plaatskansen(geplaatst, patroon, *verdelingen[patroon])
            for geplaatst, patroon in zip(ranglijst.toegelaten, weger.patronen, strict=True)
        ),
        openstaand=openstaande_tags(kandidaten(ranglijst.toegelaten, ranglijst.gewichten), top),
        groep=_groep(ranglijst.profiel.regio.leden, weger, top) if weger.standpunten else None,
        geschillen=weeg_geschillen(
            ranglijst,
            weger.standpunten,
            [patroon.zeker for patroon in weger.patronen],
            weger.grenzen,
            weger.wegingen,
            top,
        ),
        grenzen=weger.grenzen,
        verdeeld=not weger.heel,
    )


def onderzoek_lid(ranglijst: Ranglijst, lid: Lid, top: int = TOP) -> Groep | None:
    """The same of what one municipality said alone; None when it said nothing of the weights.

    Raises:
        Invoerfout: hardly any weighting meets the limits and its order.
    """
    weger = Weger(ranglijst)
    return _groep((lid,), weger, top) if lid.code in weger.standpunten else None


def _groep(leden: Sequence[Lid], weger: Weger, top: int) -> Groep:
    standpunten = weger.standpunten
    zeker = [patroon.zeker for patroon in weger.patronen]
    try:
        return weeg_gemeenten(leden, standpunten, zeker, weger.wegingen, top)
    except TeKrap as fout:
        klem = opsomming((c for c, gezegd in standpunten.items() if gezegd.orde == fout.orde), "en")
        melding = Melding(
            Plek("dossier.yaml"),
            "gewichtsgrenzen",
            f"grenzen waarbinnen bijna geen weging past bij de voorkeur van {klem}",
            "ruimere grenzen, of een voorkeur die minder vastlegt",
        )
        raise Invoerfout([melding]) from fout


def kandidaten(toegelaten: Sequence[Beoordeeld], gewichten: Mapping[str, int]) -> list[Kandidaat]:
    """What is known of the scores of topics, as whole numbers: all so many times as high.

    Args:
        gewichten: criterion → weight, those of the dossier or others.
    """
    uitslagen = [geplaatst.uitslag for geplaatst in toegelaten]
    keer = lcm(*(telling.aantal for uitslag in uitslagen for telling in uitslag.tellingen))
    return [_kandidaat(geplaatst, gewichten, keer) for geplaatst in toegelaten]


def _kandidaat(geplaatst: Beoordeeld, gewichten: Mapping[str, int], keer: int) -> Kandidaat:
    uitslag, zeker = geplaatst.uitslag, 0
    onbekend: dict[str, tuple[int, ...]] = {}
    for nummer, (regel, uitkomst, _) in enumerate(uitslag.criteria):
        gewicht = gewichten[regel.code] * keer
        if uitslag.tellingen:
            telling = uitslag.tellingen[nummer]
            zeker += gewicht // telling.aantal * telling.ja
            onbekend[regel.code] = (gewicht // telling.aantal,) * telling.onbekend
        elif uitkomst == "onbekend":
            onbekend[regel.code] = (gewicht,)
        elif uitkomst == "ja":
            zeker += gewicht
    return Kandidaat(geplaatst.code, zeker, onbekend)
