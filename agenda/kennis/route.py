"""Who does what on the way to a decision: bodies, and the steps in which they stand."""

import operator
from typing import Annotated, Literal

from pydantic import Field, Strict

from agenda.kennis.ritme import Ritmeschema
from regels.lezen.model import keuze, model, model_op_naam
from regels.model import (
    MAX_VOORWAARDEN,
    Bron,
    Code,
    Tekst,
    Tekstregel,
    Voorwaarde,
)

_MAG_NIETS = Field(exclude_if=operator.not_)
_Als = Annotated[
    tuple[Voorwaarde, ...],
    Field(max_length=MAX_VOORWAARDEN, description="een lijst met voorwaarden"),
]

Ja_nee = Literal["ja", "nee"]
Gremiumsoort = Literal["ambtelijk", "bestuurlijk", "besluit", "advies"]
Rol = Literal[
    "bereidt-voor",
    "adviseert",
    "stelt-voor",
    "stemt-af",
    "stelt-vast",
    "hakt-knoop-door",
    "besluit",
    "wordt-geinformeerd",
]
ROLLEN: dict[Rol, str] = {
    "bereidt-voor": "bereidt voor",
    "adviseert": "adviseert",
    "stelt-voor": "stelt voor",
    "stemt-af": "stemt af",
    "stelt-vast": "stelt vast",
    "hakt-knoop-door": "hakt de knoop door",
    "besluit": "besluit",
    "wordt-geinformeerd": "wordt geïnformeerd",
}
"""What a body does in a step → how people say it."""


@model
class Gremium:
    """A body that discusses a topic, advises on it or decides on it.

    Attributes:
        beslist: whether it has the power to decide. In a profile of form 2 that follows from the
            roles of the steps, and only «nee» can stand here, with `bron_besluit`.
        ritme: how often it meets, in the words of the source; `schema` is how we read these.
        mix: the kinds of topic that it wants beside each other in one meeting.
        bron_besluit: where it stands that it does or does not; None when no source says so.
        per_lid: whether every member has one of its own, that decides for that member.
        met_lidwoord: its name within a sentence: «het Wethoudersoverleg»; in no fingerprint.
        ook_genoemd: other names by which people call it; they decide nothing, so they are in no
            fingerprint.
    """

    code: Code
    naam: Tekstregel
    soort: Annotated[Gremiumsoort, keuze(Gremiumsoort)]
    taak: Tekstregel
    bron: Bron
    beslist: Annotated[Annotated[Ja_nee, keuze(Ja_nee)] | None, Field(exclude_if=operator.not_)] = (
        None
    )
    ritme: Annotated[Tekstregel, Field(description="hoe vaak het bijeenkomt")] | None = None
    schema: Annotated[Ritmeschema | None, _MAG_NIETS] = None
    mix: Annotated[
        tuple[Code, ...], Field(max_length=20, description="een lijst soorten"), _MAG_NIETS
    ] = ()
    bron_besluit: Bron | None = None
    opmerking: Tekst = ""
    ook_genoemd: Annotated[
        tuple[Tekstregel, ...],
        Field(max_length=20, description="een lijst namen", exclude=True),
    ] = ()
    per_lid: Annotated[Annotated[Ja_nee, keuze(Ja_nee)] | None, _MAG_NIETS] = None
    met_lidwoord: Annotated[Tekstregel | None, Field(exclude=True)] = None


@model
class Weg:
    """A way to a decision; the first one of a profile is the usual way.

    Attributes:
        voorop: what stands before a step that is not on the usual way: «met spoed».
    """

    code: Code
    naam: Tekstregel
    voorop: Annotated[Tekstregel | None, _MAG_NIETS] = None
    opmerking: Annotated[Tekst, _MAG_NIETS] = ""

    @property
    def als_kop(self) -> str:
        """Its code as a heading: «Spoed», «Zonder overeenstemming»."""
        return self.code[:1].upper() + self.code[1:].replace("-", " ")

    @property
    def in_zin(self) -> str:
        """What stands before a step, within a sentence."""
        return self.voorop or self.naam[:1].lower() + self.naam[1:]


@model_op_naam
class Termijn:
    """Within how long a step must be done: so many hours, or so many days before a body meets."""

    uren: Annotated[int | None, Strict(), Field(ge=1, le=10_000, description="een aantal uren")] = (
        None
    )
    dagen_voor: Annotated[
        int | None, Strict(), Field(ge=0, le=1_000, description="een aantal dagen")
    ] = None
    gremium: Code | None = None


@model
class Routestap:
    """A step on the way to a decision: which body, why, and for which topics.

    Attributes:
        weg: the way that it is a step of.
        als: conditions that must all hold; none means always. «Or» is a second step.
        rol: what the body does; None where the profile does not say so.
    """

    gremium: Code
    reden: Tekstregel
    bron: Bron
    weg: Code
    als: _Als = ()
    rol: Annotated[Rol | None, Field(description=", ".join(ROLLEN)), _MAG_NIETS] = None
    termijn: Annotated[Termijn | None, _MAG_NIETS] = None


@model_op_naam
class Soort:
    """A kind of topic, for the agenda of a meeting; the first whose conditions hold is the one.

    Attributes:
        als: conditions that must all hold; none means always.
    """

    code: Code
    naam: Tekstregel
    bron: Bron
    als: _Als = ()
