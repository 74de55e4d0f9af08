"""The files of a profile: what each of them holds, and which must be there."""

from typing import Annotated, Any

from pydantic import Field

from agenda.kennis.dekking import Dekkingskennis
from agenda.kennis.jaar import Moment, Samenwerking
from agenda.kennis.profiel import Document, Nummer, Plan, Teksten, Thema, Voorstel
from agenda.kennis.regio import Regio
from agenda.kennis.route import Gremium, Ja_nee, Routestap, Soort, Weg
from agenda.kennis.velden import Profielveld
from agenda.kennis.woorden import Woorden
from regels.lezen.model import keuze, model
from regels.model import Bron

MAX_LIJST = 200
"""No list in a profile is longer; successors are followed from one plan to the next."""


@model
class Themabestand:
    """`themas.yaml`."""

    themas: Annotated[
        tuple[Thema, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst thema's"),
    ]


@model
class Planbestand:
    """`plannen.yaml`."""

    plannen: Annotated[
        tuple[Plan, ...], Field(min_length=1, max_length=MAX_LIJST, description="een lijst plannen")
    ]


@model
class Voorstelbestand:
    """`voorstellen.yaml`."""

    aantal: Nummer
    bron: Bron
    voorstellen: Annotated[
        tuple[Voorstel, ...], Field(max_length=MAX_LIJST, description="een lijst voorstellen")
    ]


@model
class Bronbestand:
    """`bronnen.yaml`."""

    bronnen: Annotated[
        tuple[Document, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst documenten"),
    ]


@model
class Gremiumbestand:
    """`gremia.yaml`, of either form."""

    gremia: Annotated[
        tuple[Gremium, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst gremia"),
    ]


@model
class Routebestand:
    """`route.yaml`."""

    stappen: Annotated[
        tuple[Routestap, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst stappen"),
    ]
    wegen: Annotated[
        tuple[Weg, ...],
        Field(max_length=MAX_LIJST, description="een lijst wegen, de gewone eerst"),
    ] = ()
    toon_rollen: Annotated[Ja_nee, keuze(Ja_nee)] = "ja"


@model
class Soortenbestand:
    """`soorten.yaml`."""

    soorten: Annotated[
        tuple[Soort, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst soorten"),
    ]


@model
class Veldenbestand:
    """`velden.yaml`."""

    velden: Annotated[
        tuple[Profielveld, ...], Field(max_length=MAX_LIJST, description="een lijst velden")
    ]


@model
class Momentenbestand:
    """`momenten.yaml`."""

    momenten: Annotated[
        tuple[Moment, ...], Field(max_length=MAX_LIJST, description="een lijst momenten")
    ]


@model
class Samenwerkingenbestand:
    """`samenwerkingen.yaml`."""

    samenwerkingen: Annotated[
        tuple[Samenwerking, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst samenwerkingen"),
    ]


@model
class Woordenbestand:
    """`woorden.yaml`."""

    woorden: Woorden


VERPLICHT: dict[str, type[Any]] = {
    "regio.yaml": Regio,
    "themas.yaml": Themabestand,
    "bronnen.yaml": Bronbestand,
}
"""Every profile holds these, and a folder `regels`."""

MAG_ONTBREKEN: dict[str, type[Any]] = {
    "plannen.yaml": Planbestand,
    "voorstellen.yaml": Voorstelbestand,
    "dekking.yaml": Dekkingskennis,
    "velden.yaml": Veldenbestand,
    "woorden.yaml": Woordenbestand,
    "samenwerkingen.yaml": Samenwerkingenbestand,
    "momenten.yaml": Momentenbestand,
    "gremia.yaml": Gremiumbestand,
    "route.yaml": Routebestand,
    "soorten.yaml": Soortenbestand,
    "teksten.yaml": Teksten,
}
"""What a region does not have, or no source says: nothing is made up in its place."""

INDELINGENBESTAND = "indelingen.yaml"
"""Read with the rules that give its outcomes."""
