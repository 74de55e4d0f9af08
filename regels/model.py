"""The shape of a rule: a sentence with a source first, its logic second."""

import operator
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field
from pydantic_core import core_schema
from pydantic_core.core_schema import no_info_after_validator_function as na

from regels.lezen.model import Waardesoort, keuze, model, model_op_naam, naar_vorm
from regels.lezen.tekst import HULP_BIJ_TEKEN, geen_tekst, is_zichtbaar
from regels.lezen.vorm import weiger
from regels.operatoren import OPERATOREN, VERGELIJKWOORDEN, Operator
from regels.taal import opsomming

Uitkomst = Literal["ja", "nee", "onbekend"]
Regelsoort = Literal["uitgangspunt", "criterium", "indeling", "controle"]
Waarde = int | str
"""A known value of a fact. An unknown value is None."""

MAX_GETAL = 10**12
"""Larger whole numbers are refused, in rules and in topics; far within the engine's integers."""

MAX_VOORWAARDEN = 30
"""durable-rules fails when it runs with more than 64 comparisons on one field; a rule needs two
comparisons per condition, one for «ja» and one for «nee»."""

CODEVORM = "[a-z0-9-]{2,40}"
Code = Annotated[str, naar_vorm(f"^{CODEVORM}$", "2 tot 40 tekens: a-z, 0-9 en -")]

NAAMVORM = "[a-z][a-z0-9_-]{1,39}"
Naam = Annotated[
    str,
    naar_vorm(f"^{NAAMVORM}$", "2 tot 40 tekens: a-z, 0-9, - en _, met een letter vooraan"),
]
"""How a fact is called in rules: the code of a field or a classification."""

_Over = Literal["jaar", "onderwerp", "lid", "deelname"]
Over = Annotated[_Over, keuze(_Over)]
"""What a fact of a region is about: the year, a topic, a member, or a topic at a member."""

_Regelover = Literal["jaar", "onderwerp", "lid", "deelname", "groep", "zetels", "besluit"]
Regelover = Annotated[_Regelover, keuze(_Regelover)]
"""What a rule is about: one of these, or what comes after the decision."""

NA_BESLUIT = ("groep", "zetels", "besluit")
"""What comes after the decision: a working group, what a member does in these, and what members
decide on the agenda. Rules over these change nothing that is decided before."""

ZIET: dict[str, tuple[str, ...]] = {
    "jaar": ("jaar",),
    "onderwerp": ("jaar", "onderwerp"),
    "lid": ("jaar", "lid"),
    "deelname": ("jaar", "onderwerp", "lid", "deelname"),
    "groep": ("jaar", "groep"),
    "zetels": ("jaar", "lid", "zetels"),
    "besluit": ("jaar", "besluit"),
}
"""What a rule over each of these sees facts of: higher is visible lower, never the reverse."""


def _eis_tekst(tekst: str) -> str:
    if verwacht := geen_tekst(tekst):
        raise weiger(verwacht, hulp=HULP_BIJ_TEKEN)
    return tekst


def _eis_zichtbaar(tekst: str) -> str:
    if not is_zichtbaar(tekst):
        raise weiger("minstens één teken dat te zien is")
    return tekst


_EEN_REGEL = core_schema.str_schema(
    min_length=1, max_length=300, pattern=r"^[^\n\t]*$", strict=True
)
Tekstregel = Annotated[
    str,
    Waardesoort(na(_eis_zichtbaar, na(_eis_tekst, _EEN_REGEL)), "1 tot 300 tekens, op één regel"),
]
Tekst = Annotated[
    str,
    Waardesoort(
        na(_eis_tekst, core_schema.str_schema(max_length=10_000, strict=True)),
        "tekst van hoogstens 10.000 tekens",
    ),
]
Lezing = Annotated[
    Tekst,
    Field(
        description="tekst: wat onze lezing is, en niet in de bron staat",
        # Left out of hashes when empty: what was written before it existed keeps its hash.
        exclude_if=operator.not_,
    ),
]
"""What we read into a source, in a sentence; empty when the source says it itself."""


def _vaste_waarde(waarde: object) -> object:
    if type(waarde) not in (int, str):
        raise weiger("een geheel getal of een woord")
    return waarde


def _vergelijkwoord(woord: object) -> object:
    if woord not in VERGELIJKWOORDEN:
        raise weiger(opsomming(VERGELIJKWOORDEN), VERGELIJKWOORDEN)
    return woord


Vergelijkwoord = Annotated[
    str,
    Waardesoort(
        core_schema.no_info_before_validator_function(_vergelijkwoord, core_schema.str_schema()),
        opsomming(VERGELIJKWOORDEN),
    ),
]
VasteWaarde = Annotated[
    int | str, Waardesoort(core_schema.no_info_plain_validator_function(_vaste_waarde))
]
Keuzecode = Annotated[
    str, naar_vorm(r"^[a-z0-9][a-z0-9_-]{0,39}$", "1 tot 40 tekens: a-z, 0-9, - en _")
]
"""The code of a choice, or of an outcome of a classification."""
Datum = Annotated[
    date, Waardesoort(core_schema.date_schema(strict=True), "een datum zoals 2027-01-31")
]


Gegeven = Annotated[
    dict[str, VasteWaarde | tuple[Keuzecode, ...] | None],
    Field(description="feiten met hun waarde, zoals {kosten_euro: 50000}"),
]
"""Facts of an example; of a field with several choices a list, of an unknown fact None."""


def in_periode(dag: date, van: date | None, tot: date | None) -> bool:
    """Whether a day falls in a period; both ends count, and an end that is None is open."""
    return (van is None or van <= dag) and (tot is None or dag <= tot)


@model
class Bron:
    """Where something is written: `document` is a code of the profile's list of sources."""

    document: Code
    plaats: Tekstregel
    opmerking: Tekst = ""
    lezing: Lezing = ""


@model
class Voorwaarde:
    """One comparison of a field with a fixed value."""

    veld: Tekstregel
    vergelijking: Vergelijkwoord
    waarde: VasteWaarde

    @property
    def operator(self) -> Operator:
        """What its comparison word means."""
        return OPERATOREN[self.vergelijking]

    @property
    def verwacht(self) -> str:
        """What the condition asks, in words: «minstens 1», «ja», «niet college»."""
        woord = self.operator.in_zin
        return f"{woord} {self.waarde}" if woord else str(self.waarde)


@model
class Voorbeeld:
    """Facts and the outcome that the rule must give for them; checked whenever it is read."""

    gegeven: Gegeven
    verwacht: Annotated[Uitkomst, keuze(Uitkomst)]


@model_op_naam
class Regel:
    """One rule, valid in one period.

    Attributes:
        soort: `uitgangspunt` decides on admission; `criterium` gives points; `indeling` gives an
            outcome of a classification; `controle` must hold.
        zin: the rule in one Dutch sentence; shown as it stands.
        geldig_van: None where the source has no date: as long as anyone knows.
        als: conditions; all must hold. «Or» is a second rule.
        over: what a controle is about; of the other kinds it follows.
        gevolg: classification → outcome, of an indeling.
        anders: what is said where a controle does not hold.
    """

    code: Code
    soort: Annotated[Regelsoort, keuze(Regelsoort)]
    titel: Tekstregel
    zin: Annotated[Tekst, Field(min_length=1, description="de regel in één zin")]
    bron: Bron
    geldig_van: Datum | None = None
    als: Annotated[
        tuple[Voorwaarde, ...],
        Field(
            min_length=1,
            max_length=MAX_VOORWAARDEN,
            description=f"een lijst met 1 tot {MAX_VOORWAARDEN} voorwaarden",
        ),
    ]
    voorbeelden: Annotated[
        tuple[Voorbeeld, ...],
        Field(min_length=1, description="een lijst met minstens één voorbeeld"),
    ]
    geldig_tot: Datum | None = None
    # Left out of hashes when empty: a rule that has none of these keeps its hash.
    over: Annotated[Regelover | None, Field(exclude_if=operator.not_)] = None
    gevolg: Annotated[
        dict[Naam, Keuzecode],
        Field(
            max_length=1,
            description="een indeling met haar uitkomst, zoals {indeling: uitkomst}",
            exclude_if=operator.not_,
        ),
    ] = Field(default_factory=dict)
    anders: Annotated[
        Tekst, Field(description="wat er te zeggen is als het niet klopt", exclude_if=operator.not_)
    ] = ""

    def geldt_op(self, peildatum: date) -> bool:
        """Whether the rule is in force on that day; both ends of the period count."""
        return in_periode(peildatum, self.geldig_van, self.geldig_tot)

    @property
    def velden(self) -> tuple[str, ...]:
        """The fields on which the outcome depends, each once."""
        return tuple(dict.fromkeys(voorwaarde.veld for voorwaarde in self.als))


class Veld(NamedTuple):
    """A field that rules may use.

    Attributes:
        omschrijving: what it says, in words a portfolio holder knows.
        keuzes: the values it can have; empty for a whole number of 0 or more.
        eenheid: what a number counts, for one and for more.
        over: what it is a fact of.
        meer: whether it holds several of its choices at once; see `deelveld`.
        alleen_tonen: whether it is only shown, and no rule may use it.
        namen: choice → how people call it, where that is not the choice itself.
        hoogste: the highest number that it can have.
    """

    naam: str
    omschrijving: str
    keuzes: tuple[str, ...] = ()
    eenheid: tuple[str, str] = ("", "")
    over: str = "onderwerp"
    meer: bool = False
    alleen_tonen: bool = False
    namen: tuple[tuple[str, str], ...] = ()
    hoogste: int = MAX_GETAL


def deelveld(veld: str, keuze: object) -> str:
    """The yes/no field that says whether a choice is among those of a field that holds several.

    Rules are judged on these; the engine never sees a list.
    """
    return f"{veld}:{keuze}"


class Toets(NamedTuple):
    """What became of one condition: the value found (None: unknown) and the outcome."""

    voorwaarde: Voorwaarde
    gevonden: Waarde | None
    uitkomst: Uitkomst


class Oordeel(NamedTuple):
    """The outcome of one rule for one combination of facts, with its reasons."""

    regel: Regel
    uitkomst: Uitkomst
    toetsen: tuple[Toets, ...]
