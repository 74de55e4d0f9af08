"""The amounts of a year that belong to no topic, in layers, and what a source printed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, Strict

from agenda.onderwerp.bedrag import Bedrag
from agenda.onderwerp.omgeving import MAX_LIJST, PerGemeente, Samenwerkingcode
from regels.lezen.model import model, model_op_naam
from regels.lezen.vorm import weiger
from regels.model import MAX_GETAL, Bron, Code, Lezing, Tekst, Tekstregel

if TYPE_CHECKING:
    from collections.abc import Sequence

Soort = Annotated[
    Literal["basis", "toevoeging", "eenmalig"],
    Field(description="basis, toevoeging of eenmalig"),
]


@model
class Vindplaats:
    """Where an amount stands: in words, or as a place in a document of the profile."""

    tekst: Tekst = ""
    document: Code | None = None
    plaats: Tekstregel | None = None
    opmerking: Tekst = ""
    lezing: Lezing = ""

    @property
    def bron(self) -> Bron | None:
        """The place in a document; None when it stands in words."""
        if self.document is None or self.plaats is None:
            return None
        return Bron(self.document, self.plaats, self.opmerking, self.lezing)


_VINDPLAATS = "tekst: waar het staat, of {document: …, plaats: …}"


def _in_woorden(waarde: Any) -> Any:
    """`bron: Begroting 2027, blz. 3` is short for a group with only those words."""
    if isinstance(waarde, str):
        return {"tekst": waarde}
    if not isinstance(waarde, dict | Vindplaats):
        raise weiger(_VINDPLAATS)
    return waarde


def _wijst_iets_aan(plek: Vindplaats) -> Vindplaats:
    if not (plek.tekst or plek.bron):
        raise weiger(_VINDPLAATS)
    return plek


Herkomst = Annotated[
    Vindplaats,
    BeforeValidator(_in_woorden),
    AfterValidator(_wijst_iets_aan),
    Field(description=_VINDPLAATS),
]
_Reden = Annotated[Tekst, Field(min_length=1, description="een zin: waar dit bedrag voor is")]


@model
class VorigJaar:
    """What the same cost last year.

    Attributes:
        afgerond_op: the unit in which the source rounds: 10000 for «2,24 miljoen».
        waarom: why it is another amount now.
    """

    bedrag: Bedrag
    afgerond_op: Annotated[
        int, Strict(), Field(ge=1, le=MAX_GETAL, description="een heel getal vanaf 1")
    ] = 1
    waarom: Annotated[
        tuple[Tekst, ...], Field(max_length=MAX_LIJST, description="een lijst met zinnen")
    ] = ()
    lezing: Lezing = ""


def _alleen_bedrag(waarde: Any) -> Any:
    """`vorig_jaar: 2000` is short for a group with only that amount."""
    return waarde if isinstance(waarde, dict | VorigJaar) else {"bedrag": waarde}


_VorigJaar = Annotated[VorigJaar, BeforeValidator(_alleen_bedrag)]


@model_op_naam
class Post:
    """One of the amounts that a layer is made of."""

    soort: Soort
    naam: Tekstregel
    bedrag: Bedrag
    reden: _Reden
    bron: Herkomst
    lezing: Lezing = ""
    vorig_jaar: _VorigJaar | None = None

    @property
    def vorig(self) -> VorigJaar | None:
        """What it cost last year; None is unknown."""
        return self.vorig_jaar


@model_op_naam
class Laag:
    """An amount that is split over members at once.

    Attributes:
        posten: what it is made of; they add up to `bedrag`. Empty when it is one amount.
        samenwerking: who pay it; None is the first cooperation of the profile.
        vorig_jaar: None is unknown, or stands at the posts.
    """

    code: Code
    soort: Soort
    naam: Tekstregel
    bedrag: Bedrag
    reden: _Reden
    bron: Herkomst
    lezing: Lezing = ""
    samenwerking: (
        Annotated[Samenwerkingcode, Field(description="de code van een samenwerking")] | None
    ) = None
    vorig_jaar: _VorigJaar | None = None
    posten: Annotated[
        tuple[Post, ...], Field(max_length=MAX_LIJST, description="een lijst posten")
    ] = ()

    @property
    def vorig(self) -> VorigJaar | None:
        """What it cost last year; of its posts together when it does not say so itself."""
        delen = [post.vorig_jaar for post in self.posten]
        bekend = [deel for deel in delen if deel is not None]
        if self.vorig_jaar is not None or not bekend or len(bekend) < len(delen):
            return self.vorig_jaar
        return tel_op(bekend)


@model_op_naam
class Gedrukt:
    """A table as a source prints it, to hold against what comes out here.

    Attributes:
        over: codes of the layers that it is about; empty for all of them.
    """

    naam: Tekstregel
    bedragen: Annotated[
        PerGemeente[Bedrag],
        Field(min_length=1, max_length=1000, description="per gemeente een bedrag"),
    ]
    bron: Herkomst
    over: Annotated[
        tuple[Code, ...], Field(max_length=MAX_LIJST, description="een lijst codes van lagen")
    ] = ()
    lezing: Lezing = ""


@model
class Begrotingsposten:
    """What `begroting.yaml` says."""

    lagen: Annotated[
        tuple[Laag, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst lagen"),
    ]
    gedrukt: Annotated[
        tuple[Gedrukt, ...], Field(max_length=MAX_LIJST, description="een lijst tabellen")
    ] = ()


class Lezingtelling(NamedTuple):
    """How many amounts there are, and how many of them are our reading."""

    bedragen: int
    lezingen: int


def tel_bedragen(lagen: Sequence[Laag], gedrukt: Sequence[Gedrukt]) -> Lezingtelling:
    """Count every amount of a budget: of layers, of what these are made of, of last year, and of
    printed tables, of which each is one.
    """
    delen: list[Laag | Post] = [*lagen, *(post for laag in lagen for post in laag.posten)]
    lezingen = [deel.lezing or deel.bron.lezing for deel in delen]
    lezingen += [tabel.lezing or tabel.bron.lezing for tabel in gedrukt]
    lezingen += [deel.vorig_jaar.lezing for deel in delen if deel.vorig_jaar is not None]
    return Lezingtelling(len(lezingen), sum(map(bool, lezingen)))


def tel_op(delen: list[VorigJaar]) -> VorigJaar:
    """Amounts of last year together, as rough as the roughest of them."""
    return VorigJaar(sum(deel.bedrag for deel in delen), max(deel.afgerond_op for deel in delen))


def verschil(bedrag: int, vorig: VorigJaar) -> int:
    """How much more it is than last year, as exact as last year's amount is known."""
    eenheid, meer = vorig.afgerond_op, bedrag - vorig.bedrag
    afgerond = (2 * abs(meer) + eenheid) // (2 * eenheid) * eenheid
    return afgerond if meer >= 0 else -afgerond
