"""A list in a file of a profile, and what can be wrong with how its parts refer to others."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from regels.lezen.yaml import Gelezen


class Lijst(NamedTuple):
    """A list in a file, with the place of every part of it."""

    gelezen: Gelezen
    naam: str
    delen: tuple[Any, ...]

    def meld(
        self, nummer: int, veld: str, verwacht: str, bekend: Collection[object] = ()
    ) -> Melding:
        """A finding about a field (a path with dots) of one part."""
        waarde = attrgetter(veld)(self.delen[nummer])
        plek = self.gelezen.plek((self.naam, nummer, *veld.split(".")))
        gevonden = opsomming(map(toon, waarde), "en") if isinstance(waarde, tuple) else toon(waarde)
        return Melding(plek, veld, gevonden, verwacht, bedoelde_u(waarde, bekend))

    def dubbel(self, veld: str) -> Iterator[Melding]:
        """A value that an earlier part has too."""
        gezien: set[object] = set()
        for nummer, deel in enumerate(self.delen):
            waarde = getattr(deel, veld)
            if waarde in gezien:
                yield self.meld(nummer, veld, f"elke waarde van {veld} één keer")
            gezien.add(waarde)

    def verwijst(self, veld: str, bekend: Collection[object]) -> Iterator[Melding]:
        """A reference to something that is not there."""
        for nummer, deel in enumerate(self.delen):
            waarde = attrgetter(veld)(deel)
            delen = waarde if isinstance(waarde, tuple) else [] if waarde is None else [waarde]
            if not set(delen) <= set(bekend):
                verwacht = f"een van {opsomming(bekend)}" if bekend else "niets: er is er geen"
                yield self.meld(nummer, veld, verwacht, bekend)
