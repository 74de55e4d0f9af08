"""What is known of a region: municipalities, themes, plans, proposals and bodies, with sources."""

from __future__ import annotations

from dataclasses import dataclass as gewone_dataclass
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import Field

from agenda.kennis.woorden import EIGEN_WOORDEN, Woorden
from regels.lezen.model import geheel_getal, keuze, model
from regels.model import Bron, Code, Datum, Tekst, Tekstregel, in_periode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from agenda.kennis.dekking import Dekkingskennis
    from agenda.kennis.jaar import Moment, Samenwerking
    from agenda.kennis.regio import Deelregio, Lid, Regio
    from agenda.kennis.route import Gremium, Rol, Routestap, Soort, Weg
    from agenda.kennis.velden import Profielveld

T = TypeVar("T")

Verbandsoort = Literal["vereist", "draagt-bij-aan"]
Staat = Literal["actueel", "losgelaten", "afgerond"]
Nummer = Annotated[int, geheel_getal(1, 999, "een getal vanaf 1")]


class GeenLeden(Exception):
    """The profile names no members, and something asks for them; `leden` is what it calls them."""

    def __init__(self, leden: str) -> None:
        self.leden = leden
        super().__init__(leden)


@model
class Document:
    """A source: `kort` is how it is cited («Inrichtingsplan»)."""

    code: Code
    kort: Tekstregel
    titel: Tekstregel
    opmerking: Tekst = ""


@model
class Thema:
    """A theme of the agenda; `nummer` gives the order."""

    nummer: Nummer
    code: Code
    naam: Tekstregel
    bron: Bron


@model
class Plan:
    """A policy document with the period in which it holds; without dates it always holds.

    Attributes:
        met_lidwoord: its title within a sentence: «het Beleidsplan …»; in no fingerprint.
    """

    code: Code
    titel: Tekstregel
    bron: Bron
    geldig_van: Datum | None = None
    geldig_tot: Datum | None = None
    opgevolgd_door: tuple[Code, ...] = ()
    opmerking: Tekst = ""
    met_lidwoord: Annotated[Tekstregel | None, Field(exclude=True)] = None

    @property
    def noem(self) -> str:
        """Its title within a sentence."""
        return self.met_lidwoord or f"het plan {self.titel}"

    def geldt_op(self, peildatum: date) -> bool:
        """Whether the plan holds on that day; both ends of the period count."""
        return in_periode(peildatum, self.geldig_van, self.geldig_tot)


@model
class Verband:
    """What one proposal says of another: it needs it (vereist), or helps it (draagt-bij-aan)."""

    soort: Annotated[Verbandsoort, keuze(Verbandsoort)]
    voorstel: Nummer
    bron: Bron


@model
class Voorstel:
    """A numbered proposal of a plan, what became of it, and how it is tied to other proposals."""

    nummer: Nummer
    plan: Code
    thema: Code
    titel: Tekstregel
    staat: Annotated[Staat, keuze(Staat)]
    bron: Bron
    opgevolgd_door: tuple[Code, ...] = ()
    verbanden: tuple[Verband, ...] = ()
    opmerking: Tekst = ""


@model
class Verklaring:
    """A sentence that every export carries, with its source."""

    zin: Annotated[Tekst, Field(min_length=1, description="een zin")]
    bron: Bron


@model
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


@model
class Wordsjabloon:
    """The region's own Word template; in a hash over the knowledge its own hash counts."""

    sha256: str
    inhoud: Annotated[bytes, Field(exclude=True, repr=False)]


@gewone_dataclass(frozen=True)
class Profiel:
    """Everything that is known of one region; themes and proposals in order of their number.

    Attributes:
        gremia: the bodies; empty when the region does not say who discusses and decides.
        route: the steps to a decision, in the order in which a topic takes them.
        wegen: the ways to a decision, the usual one first.
        velden: the facts that the region asks for itself.
        soorten: the kinds of topic on the agenda of a meeting; empty when the region names none.
        toon_rollen: whether the way to a decision says at each step what the body does; no where
            the reason of each step says it already. It decides nothing, so it is in no
            fingerprint.
        dekking: who has what the proposals ask, and the targets; None when no source was read for
            that. It decides nothing either.
        oude_delen: what a profile of the old form holds, for the hash over its content.
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
    wegen: tuple[Weg, ...] = ()
    velden: tuple[Profielveld, ...] = ()
    momenten: tuple[Moment, ...] = ()
    samenwerkingen: tuple[Samenwerking, ...] = ()
    woorden: Woorden = EIGEN_WOORDEN
    soorten: tuple[Soort, ...] = ()
    toon_rollen: bool = False
    dekking: Dekkingskennis | None = None
    oude_delen: tuple[object, ...] = field(default=(), compare=False)

    @property
    def sjabloon_inhoud(self) -> bytes | None:
        """The region's own Word template as a file; None when it has none."""
        return self.sjabloon.inhoud if self.sjabloon else None

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
    def lid(self) -> dict[str, Lid]:
        """Members by code."""
        return {lid.code: lid for lid in self.regio.leden}

    def eis_leden(self) -> None:
        """Refuse where there are none.

        Raises:
            GeenLeden: the profile names no members.
        """
        if not self.regio.leden:
            raise GeenLeden(self.woorden.lid.meer)

    def vind_lid(self, genoemd: str) -> Lid | None:
        """The member with this code or name, whatever the capitals; None when there is none."""
        return _genoemd(genoemd, ((lid, (lid.code, lid.naam)) for lid in self.regio.leden))

    def vind_deelregio(self, genoemd: str) -> Deelregio | None:
        """The subregion with this code or name, whatever the capitals; None when there is none."""
        delen = self.regio.deelregios
        return _genoemd(genoemd, ((deel, (deel.code, deel.naam)) for deel in delen))

    def leden_in(self, deelregio: Deelregio) -> tuple[Lid, ...]:
        """The members of a subregion, in the order of the region."""
        return tuple(lid for lid in self.regio.leden if lid.deelregio == deelregio.code)

    def vind_gremium(self, genoemd: str) -> Gremium | None:
        """The body with this code or one of its names; None when there is none."""
        namen = ((g, (g.code, g.naam, *g.ook_genoemd)) for g in self.gremia)
        return _genoemd(genoemd, namen)

    @cached_property
    def veld(self) -> dict[str, Profielveld]:
        """The region's own fields by code."""
        return {veld.code: veld for veld in self.velden}

    @cached_property
    def moment(self) -> dict[str, Moment]:
        """Moments by code."""
        return {moment.code: moment for moment in self.momenten}

    @cached_property
    def samenwerking(self) -> dict[str, Samenwerking]:
        """The cooperations by code."""
        return {samen.code: samen for samen in self.samenwerkingen}

    @cached_property
    def weg(self) -> dict[str, Weg]:
        """The ways to a decision by code."""
        return {weg.code: weg for weg in self.wegen}

    @property
    def gewone_weg(self) -> str | None:
        """The code of the usual way to a decision; None when the region names no ways."""
        return self.wegen[0].code if self.wegen else None

    @cached_property
    def beslissers(self) -> tuple[Gremium, ...]:
        """The bodies that decide: those with that role in a step, in the order of the bodies."""
        return tuple(g for g in self.gremia if "besluit" in self.rollen(g) or g.beslist == "ja")

    def beslist(self, gremium: Gremium) -> Literal["ja", "nee"]:
        """Whether a body decides."""
        return "ja" if gremium in self.beslissers else "nee"

    def rollen(self, gremium: Gremium) -> frozenset[Rol]:
        """What a body does, in whatever step."""
        return frozenset(s.rol for s in self.route if s.gremium == gremium.code and s.rol)

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
        kern = self.oude_delen or (
            *(self.regio, *self.themas, *self.plannen, *self.voorstellen, *self.documenten),
            *(*self.gremia, *self.route, *self.wegen, *self.velden, *self.momenten),
            *(*self.samenwerkingen, self.woorden, self.teksten, *self.soorten),
        )
        return (*kern, *([self.sjabloon] if self.sjabloon else []))

    def citeer(self, bron: Bron) -> str:
        """A source as a reader knows it: «Inrichtingsplan §3»."""
        document = self.document.get(bron.document)
        return f"{document.kort if document else bron.document} {bron.plaats}"


def _genoemd(genoemd: str, alle: Iterable[tuple[T, tuple[str, ...]]]) -> T | None:
    """The first of these that has that name."""
    gezocht = genoemd.strip().casefold()
    return next(
        (wie for wie, namen in alle if gezocht in (naam.casefold() for naam in namen)), None
    )
