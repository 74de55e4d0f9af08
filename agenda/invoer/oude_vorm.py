"""A profile of form 1, as decisions keep it: read for ever, and hashed as it always was.

What it does not say itself, because it stood in the program then, is data in `oude-vorm.yaml`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import Field, Strict

from agenda.invoer.profielbestanden import (
    MAX_LIJST,
    Bronbestand,
    Planbestand,
    Routebestand,
    Themabestand,
    Voorstelbestand,
)
from agenda.kennis.profiel import Teksten
from agenda.kennis.regio import Deelregio, Lid, Regio
from agenda.kennis.route import Gremium, Weg
from agenda.kennis.velden import Profielveld
from regels.lezen.model import model
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding
from regels.model import Bron, Code, Tekst, Tekstregel

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Routestap

_BESTAND = Path(__file__).with_name("oude-vorm.yaml")

_GmCode = Annotated[
    str,
    Strict(),
    Field(pattern=r"^GM[0-9]{4}$", description="een gemeentecode: GM en vier cijfers"),
]


@model
class _Gemeente:
    code: _GmCode
    naam: Tekstregel
    deelregio: Code
    bron: Bron


@model
class OudeRegio:
    """`regio.yaml` of form 1."""

    code: Code
    naam: Tekstregel
    centrumgemeente: _GmCode
    deelregios: Annotated[tuple[Deelregio, ...], Field(min_length=1)]
    gemeenten: Annotated[tuple[_Gemeente, ...], Field(min_length=1)]
    opmerking: Tekst = ""


@model
class _OudGremium:
    code: Code
    naam: Tekstregel
    soort: Annotated[
        Literal["ambtelijk", "bestuurlijk", "besluit", "advies"],
        Field(description="ambtelijk, bestuurlijk, besluit of advies"),
    ]
    taak: Tekstregel
    beslist: Annotated[Literal["ja", "nee"], Field(description="ja of nee")]
    bron: Bron
    ritme: Annotated[Tekstregel, Field(description="hoe vaak het bijeenkomt")] | None = None
    bron_besluit: Bron | None = None
    opmerking: Tekst = ""
    ook_genoemd: Annotated[
        tuple[Tekstregel, ...],
        Field(max_length=20, description="een lijst namen", exclude=True),
    ] = ()


@model
class OudGremiumbestand:
    """`gremia.yaml` of form 1."""

    gremia: Annotated[
        tuple[_OudGremium, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst gremia"),
    ]


VERPLICHT: dict[str, type[Any]] = {
    "regio.yaml": OudeRegio,
    "themas.yaml": Themabestand,
    "plannen.yaml": Planbestand,
    "voorstellen.yaml": Voorstelbestand,
    "bronnen.yaml": Bronbestand,
}
MAG_ONTBREKEN: dict[str, type[Any]] = {
    "gremia.yaml": OudGremiumbestand,
    "route.yaml": Routebestand,
    "teksten.yaml": Teksten,
}


class Aanvulling(NamedTuple):
    """What form 1 left to the program.

    Attributes:
        profiel: the shipped profile whose rules hold where a profile has none of its own.
    """

    profiel: str
    wegen: tuple[Weg, ...]
    velden: tuple[Profielveld, ...]


@model
class _Bestand:
    profiel: Code
    wegen: tuple[Weg, ...]
    velden: tuple[Profielveld, ...]


def lees_aanvulling() -> Aanvulling:
    """What form 1 left to the program, from its data file."""
    meldingen: list[Melding] = []
    gelezen = lees_yaml(_BESTAND, _BESTAND.name)
    bestand = houd_tegen(_Bestand, gelezen.waarde, gelezen, (), meldingen)
    if bestand is None:
        raise Invoerfout(meldingen)
    return Aanvulling(bestand.profiel, bestand.wegen, bestand.velden)


def in_nieuwe_vorm(profiel: Profiel, aanvulling: Aanvulling) -> Profiel:
    """A profile of form 1 in the shape of form 2, with what is hashed of it as it always was.

    Args:
        profiel: its parts as they were read: region and bodies are still those of form 1.
    """
    oude_regio: Any = profiel.regio
    oude_gremia: tuple[Any, ...] = profiel.gremia
    beslissers = frozenset(g.code for g in oude_gremia if g.beslist == "ja")
    return replace(
        profiel,
        regio=_nieuwe_regio(oude_regio),
        gremia=tuple(map(_nieuw_gremium, oude_gremia)),
        route=tuple(_met_rol(stap, beslissers) for stap in profiel.route),
        wegen=aanvulling.wegen,
        velden=aanvulling.velden,
        toon_rollen=False,
        oude_delen=(
            *(oude_regio, *profiel.themas, *profiel.plannen, *profiel.voorstellen),
            *(*profiel.documenten, *oude_gremia, *profiel.route, profiel.teksten),
        ),
    )


def _nieuwe_regio(oud: OudeRegio) -> Regio:
    """The region as form 2 has it."""
    return Regio(
        code=oud.code,
        naam=oud.naam,
        centrum=oud.centrumgemeente,
        deelregios=oud.deelregios,
        leden=tuple(Lid(g.code, g.naam, g.bron, g.deelregio) for g in oud.gemeenten),
        opmerking=oud.opmerking,
    )


def _nieuw_gremium(oud: _OudGremium) -> Gremium:
    """A body as form 2 has it; what form 1 says of its power to decide stays with it.

    In form 1 whoever decides does so for each municipality apart.
    """
    return Gremium(
        code=oud.code,
        naam=oud.naam,
        soort=oud.soort,
        taak=oud.taak,
        bron=oud.bron,
        beslist=oud.beslist,
        ritme=oud.ritme,
        bron_besluit=oud.bron_besluit,
        opmerking=oud.opmerking,
        ook_genoemd=oud.ook_genoemd,
        per_lid=oud.beslist,
    )


def _met_rol(stap: Routestap, beslissers: frozenset[str]) -> Routestap:
    """A step with the role «besluit» where its body decides; form 1 says no more of roles."""
    return replace(stap, rol="besluit") if stap.gremium in beslissers else stap
