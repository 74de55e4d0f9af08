"""The agenda of one year with everything that is told of it: what every export renders."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from agenda.besluit import stel_vast
from agenda.ranglijst import TOP
from agenda.uitleg import Uitlegger

if TYPE_CHECKING:
    from agenda.besluit import Besluit, Vastgesteld
    from agenda.ranglijst import Beoordeeld, Geplaatst, Ranglijst
    from agenda.robuust.robuustheid import Robuustheid, Stand
    from agenda.samenhang import Samenhang
    from agenda.uitleg import Uitleg


@dataclass(frozen=True)
class Jaaragenda:
    """One agenda; each part is made once, when it is first read.

    Attributes:
        besluit: None as long as nobody adopted it.
        top: how many places the top has, for how firmly the order stands.
    """

    ranglijst: Ranglijst
    besluit: Besluit | None = None
    top: int = TOP

    @cached_property
    def volgorde(self) -> tuple[Vastgesteld, ...]:
        """The admitted topics in the order that was decided, or else that was calculated."""
        return stel_vast(self.ranglijst, self.besluit.afwijkingen if self.besluit else ())

    @property
    def alle(self) -> tuple[Geplaatst | Beoordeeld, ...]:
        """Every topic: in the order of the agenda, then the undecided, then the not admitted."""
        geplaatst = (vastgesteld.geplaatst for vastgesteld in self.volgorde)
        return (*geplaatst, *self.ranglijst.onbeslist, *self.ranglijst.niet_toegelaten)

    def vastgesteld(self, code: str) -> Vastgesteld | None:
        """The place that was decided for a topic; None when nothing was, or it has no place."""
        if self.besluit is None:
            return None
        return next((v for v in self.volgorde if v.geplaatst.onderwerp.code == code), None)

    @property
    def wijkt_af(self) -> bool:
        """Whether a topic has another place than was calculated."""
        return bool(self.besluit and self.besluit.afwijkingen)

    @property
    def samenhang(self) -> Samenhang:
        """What hangs together."""
        return self._uitlegger.samenhang

    @cached_property
    def robuustheid(self) -> Robuustheid:
        """How firmly the calculated order stands."""
        from agenda.robuust.robuustheid import onderzoek  # only some results ask for it

        return onderzoek(self.ranglijst, self.top)

    def leg_uit(self, beoordeeld: Geplaatst | Beoordeeld) -> Uitleg:
        """The full reasoning for a topic of the list."""
        return self._uitlegger.leg_uit(beoordeeld)

    def stand(self, code: str) -> Stand:
        """How firmly the place of an admitted topic stands."""
        return self._standen[code]

    @cached_property
    def _uitlegger(self) -> Uitlegger:
        return Uitlegger(self.ranglijst)

    @cached_property
    def _standen(self) -> dict[str, Stand]:
        return {stand.geplaatst.onderwerp.code: stand for stand in self.robuustheid.standen}
