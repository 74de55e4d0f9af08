"""The facts that a region asks for itself, and those that follow from others."""

import operator
from typing import Annotated, Literal

from pydantic import Field

from regels.lezen.model import geheel_getal, keuze, model, model_op_naam
from regels.model import (
    MAX_GETAL,
    Bron,
    Code,
    Keuzecode,
    Naam,
    Over,
    Tekst,
    Tekstregel,
    Veld,
)

MAX_KEUZES = 200
_ZONDER = Field(exclude_if=operator.not_)
_Getal = Annotated[int, geheel_getal(0, MAX_GETAL, "een heel getal vanaf 0")]
Profielveldsoort = Literal["ja-nee", "keuze", "keuzes", "getal", "tekst"]


@model
class Keuze:
    """One of the choices of a field; `getal` makes that choices can be added up."""

    code: Keuzecode
    naam: Annotated[Tekstregel | None, _ZONDER] = None
    getal: Annotated[_Getal | None, _ZONDER] = None


@model
class Tekort:
    """What is needed and what is there: the code of a field of numbers, or a number."""

    nodig: Naam | _Getal
    aanwezig: Naam | _Getal


@model_op_naam
class Afgeleid:
    """How a fact follows from others; exactly one of these is filled in.

    Attributes:
        som: fields of numbers, or of choices with a number; added up.
        tekort: how much is missing, at least 0.
        totaal: a field of numbers over members or topics; added up over all of them.
        aantal: a yes/no field over members or topics; how many of them are ja.
        volgorde: two moments; ja when the first is surely not later than the second.
    """

    som: Annotated[
        tuple[Naam, ...] | None, Field(min_length=1, max_length=40, description="een lijst velden")
    ] = None
    tekort: Tekort | None = None
    totaal: Naam | None = None
    aantal: Naam | None = None
    volgorde: Annotated[
        tuple[Code, Code] | None, Field(description="twee codes van momenten, zoals [een, twee]")
    ] = None

    @property
    def wijzen(self) -> tuple[str, ...]:
        """The ways that are filled in."""
        namen = ("som", "tekort", "totaal", "aantal", "volgorde")
        return tuple(naam for naam in namen if getattr(self, naam) is not None)

    @property
    def velden(self) -> tuple[str, ...]:
        """The facts that it follows from."""
        tekort = (self.tekort.nodig, self.tekort.aanwezig) if self.tekort else ()
        delen = (*(self.som or ()), *tekort, self.totaal, self.aantal)
        return tuple(deel for deel in delen if isinstance(deel, str))


@model_op_naam
class Profielveld:
    """A fact that the region asks for, or that follows from others.

    Attributes:
        vraag: what the template asks; a fact that follows from others asks nothing.
        hoogste: the highest number that it can have.
        omschrijving: what explanations call it; its heading when there is none.
        leeg_zin: what an explanation asks when it is unknown.
        ja_zin: what it says of a yes; as `nee_zin` in no fingerprint, for words change no outcome.
        meervoud: what its choices are called together.
        voorbeeld: what the example row of the template holds.
        na: the field after which its column stands; at the end when there is none.
        stuk: how documents call it; «nee» when they do not list it.
        aan_lid: whether a member is asked it in its own workbook.
    """

    code: Naam
    over: Over
    kop: Tekstregel
    soort: Annotated[Profielveldsoort, keuze(Profielveldsoort)]
    bron: Bron
    vraag: Annotated[Tekstregel | None, _ZONDER] = None
    keuzes: Annotated[
        tuple[Keuze, ...],
        Field(max_length=MAX_KEUZES, description="een lijst keuzes"),
        _ZONDER,
    ] = ()
    eenheid: Annotated[
        tuple[Tekstregel, Tekstregel] | None,
        Field(description="enkelvoud en meervoud, zoals [plaats, plaatsen]"),
        _ZONDER,
    ] = None
    hoogste: Annotated[_Getal | None, _ZONDER] = None
    afgeleid: Annotated[Afgeleid | None, _ZONDER] = None
    alleen_tonen: Annotated[
        Literal["ja", "nee"],
        Field(description="ja of nee", exclude_if=lambda waarde: waarde == "nee"),
    ] = "nee"
    opmerking: Annotated[Tekst, _ZONDER] = ""
    omschrijving: Annotated[Tekstregel | None, _ZONDER] = None
    leeg_zin: Annotated[Tekstregel | None, _ZONDER] = None
    ja_zin: Annotated[Tekstregel | None, Field(exclude=True)] = None
    nee_zin: Annotated[Tekstregel | None, Field(exclude=True)] = None
    meervoud: Annotated[Tekstregel | None, _ZONDER] = None
    voorbeeld: Annotated[Tekstregel | int | None, _ZONDER] = None
    na: Annotated[Naam | None, _ZONDER] = None
    stuk: Annotated[Tekstregel | None, _ZONDER] = None
    # Who is asked changes no outcome, so it is in no fingerprint.
    aan_lid: Annotated[Literal["ja", "nee"], Field(description="ja of nee", exclude=True)] = "ja"

    @property
    def codes(self) -> tuple[str, ...]:
        """The values that people choose from; empty for a number or a text."""
        return ("ja", "nee") if self.soort == "ja-nee" else tuple(k.code for k in self.keuzes)

    @property
    def noem(self) -> str:
        """What explanations call it: its description, or its heading within a sentence."""
        if self.omschrijving:
            return self.omschrijving
        return self.kop if self.kop[1:2].isupper() else self.kop[:1].lower() + self.kop[1:]

    @property
    def veld(self) -> Veld:
        """The fact as rules see it."""
        return Veld(
            self.code,
            self.noem,
            self.codes,
            self.eenheid or ("", ""),
            over=self.over,
            meer=self.soort == "keuzes",
            alleen_tonen=self.alleen_tonen == "ja" or self.soort == "tekst",
            namen=tuple((k.code, k.naam) for k in self.keuzes if k.naam),
            hoogste=MAX_GETAL if self.hoogste is None else self.hoogste,
        )
