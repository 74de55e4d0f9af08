"""The fields of a topic as rows: how each is called and filled in, and where it is shown.

A row stands in the annotation of its field in the model, so the model and the rows are one list.
Every other list of fields is made from the rows: the columns of a table, the Excel template, the
facts for rules, what a comparison looks at, what documents list. What happens to the value of a
field goes by its kind; each of these places has a small table for that.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Veldsoort = Literal[
    "code",
    "tekstregel",
    "tekst",
    "ja-nee",
    "keuze",
    "keuzes",
    "getal",
    "decimaal",
    "fte per lid",
    "bedrag",
    "thema",
    "gemeente",
    "samenwerking",
    "plannen",
    "voorstellen",
    "deelregio's",
    "onderwerp",
    "onderwerpen",
    "criteria",
    "plaats",
    "percentage",
    "datum",
]
"""What a field holds. «criteria» is no column itself, but several for each criterion."""

ZONDER_KOLOM: frozenset[Veldsoort] = frozenset(("fte per lid",))
"""The kinds that no table has a column for; only YAML holds them."""

LIJSTEN: frozenset[Veldsoort] = frozenset(
    ("plannen", "voorstellen", "deelregio's", "onderwerpen", "keuzes")
)
"""The kinds that hold several values."""

JA_NEE = ("ja", "nee")


class Invulveld(NamedTuple):
    """A field that somebody fills in.

    Attributes:
        kop: its heading in a table; «{titel}» is the title of the criterion it belongs to.
        vraag: what the template asks; «{zin}» is the sentence of the criterion, «{onderwerp}» and
            the like are the region's words: see `vraagwoorden`. How to answer follows from the
            kind.
        leeg: what it means when nothing is filled in.
        voorbeeld: what the example row of the template holds; a kind that refers to the profile
            takes it from there.
        breedte: of the column, in characters.
        keuzes: of a «keuze» or «keuzes», each code with how a document names it.
        meervoud: what its choices are called together.
        feit: what it says, in words a portfolio holder knows; empty when no rule may use it.
        eenheid: what a number counts, for one and for more.
        leeg_zin: what an explanation says when it is unknown; empty when the word «onbekend» will
            do.
        kort: how documents call it where they list what is filled in; empty when they do not.
        na: the field that stands before it in a table, when that is not the one before it in the
            model.
        naam: its name in YAML; in a model that of its attribute.
        eigen: whether the region asks it, and not the program.
        aan_lid: whether a member is asked it in its own workbook; else only who makes the agenda.
    """

    kop: str
    soort: Veldsoort
    vraag: str = ""
    leeg: Literal["verplicht", "onbekend", "niets", "nodig bij ja"] = "onbekend"
    voorbeeld: str | float = ""
    breedte: int = 19
    keuzes: tuple[tuple[str, str], ...] = ()
    meervoud: str = ""
    feit: str = ""
    eenheid: tuple[str, str] = ("", "")
    leeg_zin: str = ""
    kort: str = ""
    na: str = ""
    naam: str = ""
    eigen: bool = False
    aan_lid: bool = True

    @property
    def codes(self) -> tuple[str, ...]:
        """The values that people choose from, when these do not depend on the profile."""
        return JA_NEE if self.soort == "ja-nee" else tuple(code for code, _ in self.keuzes)


def velden_van(model: type[Any]) -> tuple[Invulveld, ...]:
    """The rows in the annotations of a pydantic dataclass, in the order of a table."""
    rijen: list[Invulveld] = []
    for naam, veld in model.__pydantic_fields__.items():
        rijen += [d._replace(naam=naam) for d in veld.metadata if isinstance(d, Invulveld)]
    for rij in [rij for rij in rijen if rij.na]:
        rijen.remove(rij)
        rijen.insert([ander.naam for ander in rijen].index(rij.na) + 1, rij)
    return tuple(rijen)
