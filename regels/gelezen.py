"""A rule or a classification with the place where it stands, for findings about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.bevindingsoorten import VORM
from regels.melding import Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from regels.indeling import Indeling
    from regels.lezen.yaml import Gelezen, Pad
    from regels.model import Regel
    from regels.toets.bevinding import Bevinding


_NERGENS = Plek("regels")


class GelezenRegel(NamedTuple):
    """A rule with the place where it stands, for messages about it."""

    regel: Regel
    gelezen: Gelezen
    pad: Pad

    def melding(
        self, pad: Pad, gevonden: str, verwacht: str, suggestie: str = "", soort: str = VORM
    ) -> Melding:
        """A finding about a part of this rule."""
        plek = self.gelezen.plek((*self.pad, *pad))
        code = self.regel.code
        return Melding(
            plek, f"regel {code}", gevonden, verwacht, suggestie, soort=soort, regels=(code,)
        )


class GelezenIndeling(NamedTuple):
    """A classification with the place where it stands, for messages about it."""

    indeling: Indeling
    gelezen: Gelezen
    pad: Pad

    def melding(
        self, pad: Pad, gevonden: str, verwacht: str, suggestie: str = "", soort: str = VORM
    ) -> Melding:
        """A finding about a part of this classification."""
        plek = self.gelezen.plek((*self.pad, *pad))
        veld = f"indeling {self.indeling.code}"
        return Melding(plek, veld, gevonden, verwacht, suggestie, soort=soort)


class Plekken(NamedTuple):
    """Where rules and classifications stand, for findings about them.

    Attributes:
        regels: by code and first day of a version.
        indelingen: by code.
    """

    regels: Mapping[tuple[str, date | None], Plek]
    indelingen: Mapping[str, Plek]

    def melding(self, bevinding: Bevinding) -> Melding:
        """A finding about rules together, at the first rule or at the classification."""
        codes = tuple(dict.fromkeys(regel.code for regel in bevinding.regels))
        if bevinding.van_indeling and bevinding.indeling:
            plek, veld = self._indeling(bevinding.indeling), f"indeling {bevinding.indeling.code}"
        else:
            eerste = bevinding.regels[0]
            plek, veld = self._regel(eerste), f"regel {eerste.code}"
        delen = (bevinding.gevonden, bevinding.verwacht, bevinding.suggestie)
        return Melding(plek, veld, *delen, soort=bevinding.soort, regels=codes)

    def _indeling(self, indeling: Indeling) -> Plek:
        return self.indelingen.get(indeling.code, _NERGENS)

    def _regel(self, regel: Regel) -> Plek:
        return self.regels.get((regel.code, regel.geldig_van), _NERGENS)


GEEN_PLEKKEN = Plekken({}, {})
"""Of rules that were not read from a file."""


def plekken_van(regels: Iterable[GelezenRegel], indelingen: Iterable[GelezenIndeling]) -> Plekken:
    """Where each of them stands."""
    return Plekken(
        {(d.regel.code, d.regel.geldig_van): d.gelezen.plek(d.pad) for d in regels},
        {deel.indeling.code: deel.gelezen.plek(deel.pad) for deel in indelingen},
    )
