"""A rule or a classification with the place where it stands, for findings about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.melding import Melding

if TYPE_CHECKING:
    from regels.indeling import Indeling
    from regels.lezen.yaml import Gelezen, Pad
    from regels.model import Regel


class GelezenRegel(NamedTuple):
    """A rule with the place where it stands, for messages about it."""

    regel: Regel
    gelezen: Gelezen
    pad: Pad

    def melding(self, pad: Pad, gevonden: str, verwacht: str, suggestie: str = "") -> Melding:
        """A finding about a part of this rule."""
        plek = self.gelezen.plek((*self.pad, *pad))
        return Melding(plek, f"regel {self.regel.code}", gevonden, verwacht, suggestie)


class GelezenIndeling(NamedTuple):
    """A classification with the place where it stands, for messages about it."""

    indeling: Indeling
    gelezen: Gelezen
    pad: Pad

    def melding(self, pad: Pad, gevonden: str, verwacht: str, suggestie: str = "") -> Melding:
        """A finding about a part of this classification."""
        plek = self.gelezen.plek((*self.pad, *pad))
        return Melding(plek, f"indeling {self.indeling.code}", gevonden, verwacht, suggestie)
