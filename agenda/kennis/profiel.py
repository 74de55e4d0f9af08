"""What is known of a region: municipalities, themes, plans, proposals and bodies, with sources."""

from __future__ import annotations

from dataclasses import dataclass as gewone_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, Strict
from pydantic.dataclasses import dataclass

from regels.model import (
    GESLOTEN,
    MAX_VOORWAARDEN,
    Bron,
    Code,
    Datum,
    Tekst,
    Tekstregel,
    Voorwaarde,
    in_periode,
)

if TYPE_CHECKING:
    from datetime import date

GmCode = Annotated[
    str, Strict(), Field(pattern=r"^GM[0-9]{4}$", description="een gemeentecode zoals GM0268")
]
"""The form of a municipality's code; a `Gemeentecode` is one that the region has."""

Nummer = Annotated[int, Strict(), Field(ge=1, le=999, description="een getal vanaf 1")]


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Document:
    """A source: `kort` is how it is cited («Inrichtingsplan»)."""

    code: Code
    kort: Tekstregel
    titel: Tekstregel
    opmerking: Tekst = ""


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Deelregio:
    """A part of the region that cooperates in other matters too."""

    code: Code
    naam: Tekstregel
    bron: Bron


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Gemeente:
    """A municipality; joined on its code (TOOI), never on its name."""

    code: GmCode
    naam: Tekstregel
    deelregio: Code
    bron: Bron


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Regio:
    """The region: who takes part."""

    code: Code
    naam: Tekstregel
    centrumgemeente: GmCode
    deelregios: Annotated[tuple[Deelregio, ...], Field(min_length=1)]
    gemeenten: Annotated[tuple[Gemeente, ...], Field(min_length=1)]
    opmerking: Tekst = ""


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Thema:
    """A theme of the agenda; `nummer` gives the order."""

    nummer: Nummer
    code: Code
    naam: Tekstregel
    bron: Bron


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Plan:
    """A policy document with the period in which it holds; without dates it always holds."""

    code: Code
    titel: Tekstregel
    bron: Bron
    geldig_van: Datum | None = None
    geldig_tot: Datum | None = None
    opgevolgd_door: tuple[Code, ...] = ()
    opmerking: Tekst = ""

    def geldt_op(self, peildatum: date) -> bool:
        """Whether the plan holds on that day; both ends of the period count."""
        return in_periode(peildatum, self.geldig_van, self.geldig_tot)


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Verband:
    """What one proposal says of another: it needs it (vereist), or helps it (draagt-bij-aan)."""

    soort: Annotated[
        Literal["vereist", "draagt-bij-aan"], Field(description="vereist of draagt-bij-aan")
    ]
    voorstel: Nummer
    bron: Bron


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Voorstel:
    """A numbered proposal of a plan, what became of it, and how it is tied to other proposals."""

    nummer: Nummer
    plan: Code
    thema: Code
    titel: Tekstregel
    staat: Annotated[
        Literal["actueel", "losgelaten", "afgerond"],
        Field(description="actueel, losgelaten of afgerond"),
    ]
    bron: Bron
    opgevolgd_door: tuple[Code, ...] = ()
    verbanden: tuple[Verband, ...] = ()
    opmerking: Tekst = ""


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Verklaring:
    """A sentence that every export carries, with its source."""

    zin: Annotated[Tekst, Field(min_length=1, description="een zin")]
    bron: Bron


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Teksten:
    """The region's own words in the document for the meeting.

    Attributes:
        vergadering: for whom the document is.
        gevraagd: what is asked of the meeting, point by point.
    """

    vergadering: Tekstregel = "de vergadering"
    gevraagd: Annotated[
        tuple[Annotated[Tekst, Field(min_length=1)], ...],
        Field(min_length=1, max_length=20, description="een lijst met 1 tot 20 zinnen"),
    ] = ("Bespreek de ranglijst en de motivering per onderwerp.",)
    verklaringen: Annotated[
        tuple[Verklaring, ...], Field(max_length=20, description="een lijst verklaringen")
    ] = ()


GEEN_TEKSTEN = Teksten()


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Wordsjabloon:
    """The region's own Word template; in a hash over the knowledge its own hash counts."""

    sha256: str
    inhoud: Annotated[bytes, Field(exclude=True, repr=False)]


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Gremium:
    """A body that discusses a topic, advises on it or decides on it.

    Attributes:
        beslist: whether it has the power to decide.
        bron_besluit: where it stands that it does or does not; None when no source says so.
        ook_genoemd: other names by which people call it; they decide nothing, so they are in no
            fingerprint.
    """

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


Weg = Literal["gewone", "spoed"]


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Routestap:
    """A step on the way to a decision: which body, why, and for which topics.

    Attributes:
        als: conditions that must all hold; none means always. «Or» is a second step.
    """

    gremium: Code
    reden: Tekstregel
    bron: Bron
    weg: Annotated[Weg, Field(description="gewone of spoed")] = "gewone"
    als: Annotated[
        tuple[Voorwaarde, ...],
        Field(max_length=MAX_VOORWAARDEN, description="een lijst met voorwaarden"),
    ] = ()


@gewone_dataclass(frozen=True)
class Profiel:
    """Everything that is known of one region; themes and proposals in order of their number.

    Attributes:
        gremia: the bodies; empty when the region does not say who discusses and decides.
        route: the steps to a decision, in the order in which a topic takes them.
    """

    regio: Regio
    themas: tuple[Thema, ...]
    plannen: tuple[Plan, ...]
    voorstellen: tuple[Voorstel, ...]
    documenten: tuple[Document, ...]
    gremia: tuple[Gremium, ...] = ()
    route: tuple[Routestap, ...] = ()
    teksten: Teksten = GEEN_TEKSTEN
    sjabloon: Wordsjabloon | None = None

    @cached_property
    def thema(self) -> dict[str, Thema]:
        """Themes by code."""
        return {thema.code: thema for thema in self.themas}

    @cached_property
    def plan(self) -> dict[str, Plan]:
        """Plans by code."""
        return {plan.code: plan for plan in self.plannen}

    @cached_property
    def voorstel(self) -> dict[int, Voorstel]:
        """Proposals by number."""
        return {voorstel.nummer: voorstel for voorstel in self.voorstellen}

    @cached_property
    def deelregio(self) -> dict[str, Deelregio]:
        """Subregions by code."""
        return {deelregio.code: deelregio for deelregio in self.regio.deelregios}

    @cached_property
    def gemeente(self) -> dict[str, Gemeente]:
        """Municipalities by code."""
        return {gemeente.code: gemeente for gemeente in self.regio.gemeenten}

    @cached_property
    def document(self) -> dict[str, Document]:
        """Sources by code."""
        return {document.code: document for document in self.documenten}

    @cached_property
    def gremium(self) -> dict[str, Gremium]:
        """Bodies by code."""
        return {gremium.code: gremium for gremium in self.gremia}

    @property
    def delen(self) -> tuple[object, ...]:
        """Everything it holds, in one order, for a hash over its content."""
        kern = (self.regio, *self.themas, *self.plannen, *self.voorstellen, *self.documenten)
        sjabloon = [self.sjabloon] if self.sjabloon else []
        return (*kern, *self.gremia, *self.route, self.teksten, *sjabloon)

    def citeer(self, bron: Bron) -> str:
        """A source as a reader knows it: «Inrichtingsplan §3»."""
        document = self.document.get(bron.document)
        return f"{document.kort if document else bron.document} {bron.plaats}"
