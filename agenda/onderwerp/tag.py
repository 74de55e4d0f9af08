"""The answer for one criterion of a topic, with its reason."""

from typing import Annotated

from pydantic import Field

from agenda.onderwerp.velden import Invulveld, velden_van
from regels.lezen.model import model
from regels.model import Lezing, Tekst, Uitkomst

Ja_nee_onbekend = Annotated[Uitkomst, Field(description="ja, nee of onbekend")]


@model
class Tag:
    """What the werkgroep says of one criterion, with why and where it stands."""

    waarde: Annotated[
        Ja_nee_onbekend,
        Invulveld("{titel}", "ja-nee", "Klopt deze zin voor het onderwerp? «{zin}»"),
    ] = "onbekend"
    onderbouwing: Annotated[
        Tekst,
        Field(description="tekst: waarom dit zo is"),
        Invulveld(
            "Onderbouwing {titel}",
            "tekst",
            "Waarom u dit antwoord gaf bij {titel}, in een paar woorden.",
            leeg="nodig bij ja",
            breedte=36,
        ),
    ] = ""
    bron: Annotated[
        Tekst,
        Field(description="tekst: waar het staat"),
        Invulveld(
            "Bron {titel}",
            "tekst",
            "Waar dat over {titel} staat: het document en de bladzijde of het hoofdstuk.",
            leeg="niets",
            breedte=28,
        ),
    ] = ""
    lezing: Annotated[
        Lezing,
        Invulveld(
            "Lezing {titel}",
            "tekst",
            "Wat de bron over {titel} niet zelf zegt, maar wat u erin leest.",
            leeg="niets",
            breedte=28,
            aan_lid=False,
        ),
    ] = ""


LEEG = Tag()
TAGVELDEN = velden_van(Tag)
