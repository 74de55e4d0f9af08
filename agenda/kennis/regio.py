"""The region: who takes part, in which parts and groups."""

import operator
from typing import Annotated

from pydantic import Field

from agenda.kennis.ritme import Schoolregio
from regels.lezen.model import geheel_getal, model, model_op_naam, naar_vorm
from regels.model import Bron, Code, Tekst, Tekstregel

MAX_LEDEN = 200
_ZONDER = Field(exclude_if=operator.not_)
_MAG_NIETS = Field(exclude_if=lambda waarde: waarde is None)

LidCode = Annotated[
    str,
    naar_vorm(
        r"^(GM[0-9]{4}|[a-z0-9-]{2,40})$",
        "een gemeentecode (GM en vier cijfers), of 2 tot 40 tekens: a-z, 0-9 en -",
    ),
]
"""The form of a member's code: that of a municipality, or one of the region's own."""


@model
class Deelregio:
    """A part of the region that cooperates in other matters too."""

    code: Code
    naam: Tekstregel
    bron: Bron


@model
class Groep:
    """A named group to which members of the region can belong."""

    code: Code
    naam: Tekstregel
    bron: Bron
    opmerking: Tekst = ""


@model
class Lid:
    """A member, mostly a municipality; joined on its code (TOOI), never on its name.

    Attributes:
        deelregio: None where the region has no parts.
        groepen: None is unknown; an empty tuple is a real «none».
        schoolregio: when its schools are closed; None is unknown.
    """

    code: LidCode
    naam: Tekstregel
    bron: Bron
    deelregio: Annotated[Code | None, _MAG_NIETS] = None
    groepen: Annotated[
        tuple[Code, ...] | None, Field(max_length=MAX_LEDEN, description="een lijst met groepen")
    ] = None
    opmerking: Annotated[Tekst, _ZONDER] = ""
    schoolregio: Annotated[Schoolregio | None, _MAG_NIETS] = None


@model_op_naam
class Regio:
    """The region: who takes part.

    Attributes:
        aantal_leden: how many members it has; sources do not always name them all.
        leden: the members that are known by name.
        centrum: the member that works for the others; None where there is no such thing.
    """

    code: Code
    naam: Tekstregel
    aantal_leden: Annotated[int, geheel_getal(1, MAX_LEDEN, "een getal vanaf 1")] | None = None
    centrum: LidCode | None = None
    deelregios: Annotated[
        tuple[Deelregio, ...], Field(max_length=MAX_LEDEN, description="een lijst deelregio's")
    ] = ()
    groepen: Annotated[
        tuple[Groep, ...], Field(max_length=MAX_LEDEN, description="een lijst groepen")
    ] = ()
    leden: Annotated[
        tuple[Lid, ...], Field(max_length=MAX_LEDEN, description="een lijst leden")
    ] = ()
    bron: Bron | None = None
    opmerking: Tekst = ""

    @property
    def aantal(self) -> int:
        """How many members it has, those that no source names included."""
        return self.aantal_leden or len(self.leden)

    @property
    def alle_bekend(self) -> bool:
        """Whether every member is known by name."""
        return len(self.leden) == self.aantal
