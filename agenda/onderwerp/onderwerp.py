"""A topic as somebody proposes it; at each field the row that says how it is filled in."""

from copy import copy
from dataclasses import dataclass as gewone_dataclass
from dataclasses import field
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import AfterValidator, Field, InstanceOf, ValidationInfo

from agenda.onderwerp.bedrag import Bedrag
from agenda.onderwerp.capaciteit import Fte
from agenda.onderwerp.feit import Feit, Feiten
from agenda.onderwerp.omgeving import (
    Criteriumcode,
    Indieners,
    Onderwerpcodes,
    PerGemeente,
    Plancodes,
    Regiocodes,
    Samenwerkingcode,
    Themacode,
    Voorstelnummers,
    omgeving_van,
)
from agenda.onderwerp.tag import LEEG, Tag
from agenda.onderwerp.velden import Invulveld, velden_van
from regels.lezen.model import model
from regels.model import Code, Tekst, Tekstregel

if TYPE_CHECKING:
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.onderwerp.instellingen import Instellingen
    from agenda.onderwerp.kalender import Kalenderafspraken
    from agenda.onderwerp.laag import Begrotingsposten
    from agenda.onderwerp.oordeel import Gemeenteoordeel

VOORBEELDTITEL = "Afspraken over een kortere wachttijd"
"""The title of the example row in the template; as long as it stands there, that is no topic."""


def _bekende_tags(tags: dict[str, Tag], info: ValidationInfo) -> dict[str, Tag]:
    """In the order of the criteria, without the tags that say nothing; equal bare tags are one."""
    return {
        code: _KAAL.get(tag, tag)
        for code in omgeving_van(info).criteria
        if (tag := tags.get(code, LEEG)) != LEEG
    }


_KAAL = {tag: tag for tag in (Tag("ja"), Tag("nee"))}


@model
class Onderwerp:
    """A candidate for the agenda. None is unknown; an empty tuple is a real «none».

    A field that is added here, with its row, comes by itself wherever fields are listed.

    Attributes:
        inspanning_fte: fte in the agenda year.
        inspanning_per: member → fte of its own in the agenda year, as far as that is known.
        kosten_euro: whole euros.
    """

    code: Annotated[
        Code,
        Invulveld(
            "Code",
            "code",
            "Een korte naam: 2 tot 40 kleine letters, cijfers en streepjes. Elke code komt één keer"
            " voor. De gele voorbeeldrij telt niet mee.",
            leeg="verplicht",
            voorbeeld="kortere-wachttijd",
        ),
    ]
    titel: Annotated[
        Tekstregel,
        Invulveld(
            "Titel",
            "tekstregel",
            "Waar {onderwerp} over gaat, op één regel van hoogstens 300 tekens.",
            leeg="verplicht",
            voorbeeld=VOORBEELDTITEL,
            breedte=40,
        ),
    ]
    thema: Annotated[
        Themacode,
        Field(description="de code van een thema"),
        Invulveld(
            "Thema",
            "thema",
            "De code van {thema}.",
            leeg="verplicht",
            feit="thema",
            na="toelichting",
        ),
    ]
    toelichting: Annotated[
        Tekst,
        Invulveld(
            "Toelichting",
            "tekst",
            "Wat er speelt en wat de regio wil bereiken, in uw eigen woorden.",
            leeg="niets",
            voorbeeld="Dit onderwerp is verzonnen. Deze rij telt niet mee; u mag haar weghalen.",
            breedte=50,
        ),
    ] = ""
    plannen: Annotated[
        Plancodes | None,
        Field(description="een lijst met codes van plannen"),
        Invulveld(
            "Plannen",
            "plannen",
            "De codes van de regionale {plannen} waar {onderwerp} bij hoort.",
            breedte=26,
        ),
    ] = None
    voorstellen: Annotated[
        Voorstelnummers | None,
        Field(description="een lijst met nummers van voorstellen"),
        Invulveld(
            "Voorstellen",
            "voorstellen",
            "De nummers van de {voorstellen}; hun {plan} hoeft u niet in te vullen.",
        ),
    ] = None
    regios: Annotated[
        Regiocodes | None,
        Field(description="een lijst met codes van deelregio's"),
        Invulveld("Regio's", "deelregio's", "De codes van de {deelregios} die {onderwerp} raakt."),
    ] = None
    criteria: Annotated[
        dict[Criteriumcode, Tag],
        AfterValidator(_bekende_tags),
        Field(description="een lijst van criteria, of per criterium ja, nee of onbekend"),
        Invulveld("Criteria", "criteria", leeg="niets"),
    ] = Field(default_factory=dict)
    afhankelijk_van: Annotated[
        Onderwerpcodes,
        Field(description="een lijst met codes van onderwerpen"),
        Invulveld(
            "Afhankelijk van",
            "onderwerpen",
            "De codes van {onderwerpen} die eerst klaar moeten zijn.",
            leeg="niets",
            voorbeeld="geen",
            aan_lid=False,
        ),
    ] = ()
    inspanning_fte: Annotated[
        Fte | None,
        Invulveld(
            "Inspanning (fte)",
            "decimaal",
            "Hoeveel werk het kost in het agendajaar, in fte: 0 tot en met 100.",
            leeg="niets",
            voorbeeld=0.4,
            kort="Inspanning",
            aan_lid=False,
        ),
    ] = None
    inspanning_per: Annotated[
        PerGemeente[Fte],
        AfterValidator(lambda per: dict(sorted(per.items()))),
        # Left out of hashes when empty: a topic of before it existed keeps its hash.
        Field(description="per lid een getal, in fte", exclude_if=lambda waarde: not waarde),
        Invulveld("Inspanning per lid (fte)", "fte per lid", leeg="niets"),
    ] = Field(default_factory=dict)
    kosten_euro: Annotated[
        Bedrag | None,
        Invulveld(
            "Kosten (€)",
            "bedrag",
            "Wat {onderwerp} kost, in hele euro's.",
            leeg="niets",
            voorbeeld=50000,
            feit="kosten",
            eenheid=("euro", "euro"),
            kort="Kosten",
        ),
    ] = None
    ingediend_door: Annotated[
        Annotated[Indieners, Field(description="een gemeentecode")] | None,
        Invulveld(
            "Ingediend door",
            "gemeente",
            "De code van {lid_die} {onderwerp} indient.",
            leeg="niets",
            kort="Ingediend door",
        ),
    ] = None
    samenwerking: Annotated[
        Annotated[Samenwerkingcode, Field(description="de code van een samenwerking")] | None,
        # Left out of hashes when empty: a topic of before it existed keeps its hash.
        Field(exclude_if=lambda waarde: waarde is None),
        Invulveld(
            "Samenwerking",
            "samenwerking",
            "De samenwerking waar {onderwerp} bij hoort. Leeg is de eerste van de lijst.",
            leeg="niets",
            aan_lid=False,
        ),
    ] = None
    # What the region asks itself; in a hash each stands where its column stands.
    feiten: Annotated[dict[str, InstanceOf[Feit]], Field(exclude=True)] = Field(
        default_factory=dict
    )

    @property
    def indieners(self) -> tuple[str, ...]:
        """The members that bring it in, by code; empty when that is not known."""
        door = self.ingediend_door
        return () if door is None else (door,) if isinstance(door, str) else door

    def met_criteria(self, criteria: dict[str, Tag]) -> "Onderwerp":
        """The same topic with other answers; these are not checked again."""
        ander = copy(self)
        object.__setattr__(ander, "criteria", criteria)
        return ander


VELDEN = velden_van(Onderwerp)
"""The fields of every topic, in the order of a table."""


class Deelname(NamedTuple):
    """What is known of a topic at a member; None stands for all of them."""

    onderwerp: str | None
    lid: str | None
    feiten: Feiten


@gewone_dataclass(frozen=True, slots=True)
class Dossier:
    """One agenda year: its settings and its topics, sorted by code.

    Attributes:
        feiten: what is known of the year as a whole.
        leden: code of a member → what is known of it.
        deelname: rows, sorted by topic and member.
        begroting: the amounts of the year that belong to no topic; None without such a file.
        vorige: what was on the agenda of the decision before; None when that was not found.
        kalender: what was agreed on the meetings of the year.
        oordelen: what municipalities say of the criteria, sorted by topic, municipality (in the
            order of the region) and criterion. A topic of which they speak holds in `criteria`
            what these say together.
        antwoorden: what was answered to questions about the weights, in the order of the file.
    """

    instellingen: "Instellingen"
    onderwerpen: tuple[Onderwerp, ...]
    feiten: Feiten = field(default_factory=dict)
    leden: dict[str, Feiten] = field(default_factory=dict)
    deelname: tuple[Deelname, ...] = ()
    begroting: "Begrotingsposten | None" = None
    vorige: tuple[str, ...] | None = ()
    kalender: "Kalenderafspraken | None" = None
    oordelen: "tuple[Gemeenteoordeel, ...]" = ()
    antwoorden: "tuple[Gewichtsantwoord, ...]" = ()
