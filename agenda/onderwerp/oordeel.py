"""What each municipality says of a criterion for a topic, and what these say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from agenda.onderwerp.omgeving import Criteriumcode, Dossieronderwerp, Gemeentecode
from agenda.onderwerp.tag import Ja_nee_onbekend, Tag
from regels.lezen.model import model
from regels.model import Lezing, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regels.model import Uitkomst

    Stemmen = Mapping[str, Mapping[str, "Gemeenteoordeel"]]
    """Municipality → criterion → its answer; of one topic."""


@model
class Gemeenteoordeel:
    """The answer of one municipality on one criterion of one topic.

    Attributes:
        vindplaats: where it came from, when it was taken from another file:
            «Nijmegen.xlsx!Onderwerpen!F7».
    """

    onderwerp: Annotated[Dossieronderwerp, Field(description="de code van een onderwerp")]
    gemeente: Annotated[Gemeentecode, Field(description="een gemeentecode")]
    criterium: Annotated[Criteriumcode, Field(description="de code van een criterium")]
    waarde: Ja_nee_onbekend
    onderbouwing: Annotated[Tekst, Field(description="tekst: waarom dit zo is")] = ""
    bron: Annotated[Tekst, Field(description="tekst: waar het staat")] = ""
    lezing: Lezing = ""
    vindplaats: Annotated[Tekst, Field(description="tekst: bestand, blad en cel")] = ""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What there is one answer for."""
        return self.onderwerp, self.gemeente, self.criterium

    @property
    def tag(self) -> Tag:
        """The answer, as the topic itself would hold it."""
        return Tag(self.waarde, self.onderbouwing, self.bron, self.lezing)


class Stem(NamedTuple):
    """What one municipality says of one criterion of a topic of which it speaks.

    Attributes:
        oordeel: None when it does not answer this criterion; then it is not known.
        uitkomst: what the rule makes of its answers; mostly that is its answer on this criterion.
    """

    gemeente: str
    oordeel: Gemeenteoordeel | None
    uitkomst: Uitkomst

    @property
    def waarde(self) -> Uitkomst:
        """Its answer."""
        return self.oordeel.waarde if self.oordeel else "onbekend"

    @property
    def lezing(self) -> str:
        """What of its answer is our reading; empty when nothing is."""
        return self.oordeel.lezing if self.oordeel else ""


class Telling(NamedTuple):
    """How many municipalities say what of one criterion; together all that speak of the topic."""

    ja: int
    nee: int
    onbekend: int

    @property
    def aantal(self) -> int:
        """The municipalities that speak of the topic."""
        return self.ja + self.nee + self.onbekend

    @property
    def uitkomst(self) -> str:
        """«ja» or «nee» when all say so, «onbekend» when nobody knows, and else «verdeeld»."""
        if self.ja == self.aantal:
            return "ja"
        if self.nee == self.aantal:
            return "nee"
        return "verdeeld" if self.ja or self.nee else "onbekend"


def tel(uitkomsten: Sequence[Uitkomst]) -> Telling:
    """Count what each municipality makes of a criterion."""
    return Telling(*(uitkomsten.count(uitkomst) for uitkomst in ("ja", "nee", "onbekend")))


def stemmen_van(
    oordelen: Iterable[Gemeenteoordeel],
) -> dict[str, dict[str, dict[str, Gemeenteoordeel]]]:
    """Topic → municipality → criterion → its answer, in the order of the answers."""
    uit: dict[str, dict[str, dict[str, Gemeenteoordeel]]] = {}
    for oordeel in oordelen:
        per_gemeente = uit.setdefault(oordeel.onderwerp, {})
        per_gemeente.setdefault(oordeel.gemeente, {})[oordeel.criterium] = oordeel
    return uit


def samen(stemmen: Stemmen, criteria: Iterable[str]) -> dict[str, Tag]:
    """What rules see of the answers: what all say; where they differ it is not known."""
    uit = {}
    for code in criteria:
        waarden = {tags[code].waarde if code in tags else "onbekend" for tags in stemmen.values()}
        waarde: Uitkomst = waarden.pop() if len(waarden) == 1 else "onbekend"
        if waarde != "onbekend":
            uit[code] = Tag(waarde)
    return uit
