"""A working group as people write it down: `werkgroepen.yaml` in a dossier.

A seat is a municipality and a function, never a person.

Bron: Inrichtingsplan §2.2.2 (an overview of groups, goals and members) and §2.3.5.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from agenda.onderwerp.capaciteit import lees_fte
from agenda.onderwerp.laag import Herkomst
from agenda.onderwerp.omgeving import Dossieronderwerp, Gemeentecode
from regels.lezen.model import als_lijst, model_op_naam
from regels.lezen.vorm import weiger
from regels.model import Code, Datum, Tekst, Tekstregel, in_periode

if TYPE_CHECKING:
    from datetime import date

MAX_GROEPEN = 200
MAX_ZETELS = 200
MAX_ONDERWERPEN = 100
_STAPPEN = Decimal("0.01")
"""Rules know whole numbers: fte are counted in hundredths."""
_FTE = "een getal van 0 tot en met 1 met hoogstens twee cijfers achter de komma, zoals 0.2"
_JA = ("ja", "j", "x", "v", "+")
_NEE = ("nee", "n", "-")


def _zetelfte(waarde: object) -> Decimal:
    """What one official does in a group: at most a whole job."""
    try:
        fte = lees_fte(waarde, 1)
    except ValueError:
        raise weiger(_FTE) from None
    if fte % _STAPPEN:
        raise weiger(_FTE)
    return fte


def _ja_nee(waarde: object) -> object:
    """What people write for ja and nee."""
    woord = str(waarde).strip().casefold()
    return "ja" if woord in _JA else "nee" if woord in _NEE else waarde


@model_op_naam
class Zetel:
    """A place in a working group.

    Attributes:
        fte: how much of a job it takes; None is unknown.
        namens: codes of members and subregions for which it speaks; empty is for its own
            municipality.
    """

    gemeente: Gemeentecode
    functie: Annotated[Tekstregel, Field(description="een functie, zoals beleidsadviseur")]
    fte: Annotated[Decimal | None, BeforeValidator(_zetelfte), Field(description=_FTE)] = None
    namens: Annotated[
        tuple[str, ...],
        BeforeValidator(als_lijst),
        Field(max_length=MAX_ZETELS, description="een naam of een lijst met namen"),
    ] = ()
    trekker: Annotated[
        Literal["ja", "nee"], BeforeValidator(_ja_nee), Field(description="ja of nee")
    ] = "nee"

    @property
    def spreekt_voor(self) -> tuple[str, ...]:
        """For whom it speaks: what is filled in, or else its own municipality."""
        return self.namens or (self.gemeente,)


@model_op_naam
class Werkgroep:
    """A group of officials that works on topics of the agenda.

    Attributes:
        gremium: which kind of group, of the bodies of the profile; None is unknown.
        zetels: None is unknown; empty is none.
        van: its first day; absent is open, as `tot`, its last day.
    """

    code: Code
    naam: Tekstregel
    gremium: Code | None = None
    doel: Tekst = ""
    onderwerpen: Annotated[
        tuple[Dossieronderwerp, ...],
        Field(max_length=MAX_ONDERWERPEN, description="een lijst met codes van onderwerpen"),
    ] = ()
    van: Datum | None = None
    tot: Datum | None = None
    zetels: Annotated[
        tuple[Zetel, ...] | None, Field(max_length=MAX_ZETELS, description="een lijst zetels")
    ] = None
    bron: Herkomst | None = None

    def bestaat_op(self, dag: date) -> bool:
        """Whether it is there on a day; its first and its last day count."""
        return in_periode(dag, self.van, self.tot)

    @property
    def trekker(self) -> Zetel | None:
        """Who leads it; None when that is not known."""
        return next((zetel for zetel in self.zetels or () if zetel.trekker == "ja"), None)

    @property
    def fte(self) -> Decimal:
        """What its seats take together, as far as that is known."""
        return sum((zetel.fte for zetel in self.zetels or () if zetel.fte is not None), Decimal())

    @property
    def zonder_fte(self) -> int:
        """Of how many seats it is not known what they take."""
        return sum(zetel.fte is None for zetel in self.zetels or ())
