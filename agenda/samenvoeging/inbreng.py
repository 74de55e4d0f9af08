"""What one file brings in: what it says of topics and members, and its answers on criteria."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.onderwerp.tag import Tag
    from regels.melding import Plek

VAN_NIEMAND = ""
"""Who brings in what is of no member: the region itself, in a file of its own."""


EIGEN = "eigen"
"""How that is called, where a member would have its name or its code."""


class Over(NamedTuple):
    """What is spoken of: a topic, a member, or a topic at a member; «alle» stands for all."""

    onderwerp: str = ""
    lid: str = ""


class Gezegd(NamedTuple):
    """A value that somebody gives, and where that stands.

    Attributes:
        wie: the code of a member, or `VAN_NIEMAND`.
        waarde: as the model of a topic holds it; of a field of the region a `Feit`.
    """

    wie: str
    waarde: Any
    plek: Plek


class Ingebracht(NamedTuple):
    """What a file says of one thing: field → value; what it leaves empty is not there."""

    over: Over
    velden: Mapping[str, Gezegd]
    plek: Plek


class Ledenoordeel(NamedTuple):
    """The answer of one member on one criterion of one topic."""

    onderwerp: str
    criterium: str
    wie: str
    tag: Tag
    plek: Plek


class Weegvolgorde(NamedTuple):
    """How heavy a member finds the criteria: groups, the heaviest first; and where it says so."""

    groepen: tuple[tuple[str, ...], ...]
    plek: Plek


@dataclass(frozen=True, slots=True)
class Inbreng:
    """What one file brings in.

    Attributes:
        wie: the code of the member it is of, or `VAN_NIEMAND`.
        onderwerpen: what it says of topics.
        ernaast: what it says of members, and of topics at members.
        oordelen: its answers on the criteria; of a file of no member there are none.
        eigen_criteria: topic → criterion → answer, of a file of no member.
        voorkeuren: member → how heavy it finds the criteria.
    """

    bestand: str
    wie: str
    onderwerpen: tuple[Ingebracht, ...] = ()
    ernaast: tuple[Ingebracht, ...] = ()
    oordelen: tuple[Ledenoordeel, ...] = ()
    eigen_criteria: Mapping[str, Mapping[str, Tag]] = field(default_factory=dict)
    voorkeuren: Mapping[str, Weegvolgorde] = field(default_factory=dict)

    @property
    def inhoud(self) -> object:
        """What it says, apart from where it says so: two files with the same are copies."""

        delen = [
            (d.over, sorted((naam, repr(g.waarde)) for naam, g in d.velden.items()))
            for d in (*self.onderwerpen, *self.ernaast)
        ]
        oordelen = [(s.onderwerp, s.criterium, repr(s.tag)) for s in self.oordelen]
        voorkeuren = [(lid, volgorde.groepen) for lid, volgorde in self.voorkeuren.items()]
        return self.wie, sorted(delen), sorted(oordelen), sorted(voorkeuren)
