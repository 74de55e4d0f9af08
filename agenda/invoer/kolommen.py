"""The columns of a table with topics: which heading is which field, and what a cell means."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.onderwerp.bedrag import euro_in
from agenda.onderwerp.capaciteit import fte_in
from agenda.onderwerp.tag import TAGVELDEN
from agenda.onderwerp.velden import LIJSTEN, ZONDER_KOLOM

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.velden import Invulveld, Veldsoort

Cel = str | int | Decimal | bool | date | None
"""What a cell holds: clean text or a value; None when it is empty."""

PLAATSEN = "plaatsen"
"""Under this stand the places that a row gives, by the code of the criterium."""
_SPATIES = re.compile(r"\s+")
_SCHEIDING = re.compile(r"[;\n]")
_PLAATS = re.compile(
    r"(?:nr\.?|nummer|plaats)?\s*([0-9]{1,3})(?:[.,]0+)?\s*(?:e|de|ste|ᵉ|[.°º)])?", re.IGNORECASE
)
_PERCENTAGE = re.compile(r"([0-9]{1,3})(?:[.,]0+)?\s*(?:%|procent)?", re.IGNORECASE)
_JA_NEE = {"x": "ja", "waar": "ja", "onwaar": "nee", "true": "ja", "false": "nee"}
"""A tick, and what Excel writes to CSV for its own true and false, in Dutch and in English."""


class Celfout(str):
    """What a cell holds when its formula failed, such as #N/A."""

    __slots__ = ()
    gevonden = "{}"
    verwacht = "een waarde in plaats van een Excel-fout"
    hulp = ""


class NietBerekend(Celfout):
    """A formula without a result: no program ever calculated it."""

    __slots__ = ()
    gevonden = "een formule zonder uitkomst: {}"
    verwacht = "een waarde, of een formule met haar uitkomst"
    hulp = "open het bestand in Excel of Calc, druk op F9 en sla het op"


class Kolom(NamedTuple):
    """A column of the table: what is filled in there, and where its cells go in a topic."""

    kop: str
    pad: tuple[str, ...]
    veld: Invulveld

    @property
    def ernaast(self) -> bool:
        """Whether it holds what stands beside the value of a field."""
        return len(self.pad) == 2  # noqa: PLR2004 - the field, and what is said of it

    @property
    def lijst(self) -> bool:
        """Whether a cell holds several values, separated by a semicolon."""
        return self.veld.soort in LIJSTEN

    def lees(self, cel: Cel) -> Any:
        """The value in a cell; in a list cell, of one of its values."""
        return _LEZERS[self.veld.soort](cel)


def kolommen(lijst: Invullijst) -> list[Kolom]:
    """All columns that a table may have, in the order of the template."""
    alle = []
    for veld in lijst.velden:
        if veld.soort in ZONDER_KOLOM:
            continue
        if veld.soort == "plaats":
            alle.append(Kolom(veld.kop, (PLAATSEN, veld.naam), veld))
        elif veld.soort != "criteria":
            alle.append(Kolom(veld.kop, (veld.naam,), veld))
        else:
            alle += [
                Kolom(deel.kop.format(titel=titel), (veld.naam, code, deel.naam), deel)
                for code, titel in lijst.criteria.items()
                for deel in TAGVELDEN
            ]
    return alle


def kolommen_ernaast(lijst: Invullijst) -> list[Kolom]:
    """What may stand beside a field of the region: why, where that is written, what is read in it.

    The template does not show these: most of what people fill in needs no more than a value.
    """
    return [
        Kolom(deel.kop.format(titel=veld.kop), (veld.naam, deel.naam), deel)
        for veld in lijst.velden
        if veld.eigen
        for deel in TAGVELDEN[1:]
    ]


def dubbele_koppen(lijst: Invullijst) -> list[str]:
    """Headings that two columns would have, because of how a criterium or a field is called."""
    koppen = [kolom.kop for kolom in kolommen(lijst)]
    return [kop for kop, aantal in Counter(map(normaal, koppen)).items() if aantal > 1]


def normaal(kop: str) -> str:
    """A heading without what people vary in it: case, spaces, the form of the apostrophe."""
    return _SPATIES.sub(" ", kop).strip().casefold().replace("’", "'")


def delen_van(cel: Cel) -> list[Cel]:
    """The values in a list cell; a number or a date is one value."""
    if not isinstance(cel, str):
        return [cel]
    return [deel for deel in map(str.strip, _SCHEIDING.split(cel)) if deel]


def als_tekst(cel: Cel) -> str:
    """What stands in a cell, as text."""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    return format(cel, "f") if isinstance(cel, Decimal) else str(cel)


def op_een_regel(cel: Cel) -> str:
    """What stands in a cell, as text without line breaks."""
    return " ".join(als_tekst(cel).split("\n"))


def in_kleine_letters(cel: Cel) -> str:
    """What stands in a cell, as text in lower case with single spaces of the usual kind."""
    return " ".join(als_tekst(cel).lower().split())


def _code(cel: Cel) -> Any:
    return cel if isinstance(cel, date) else in_kleine_letters(cel).replace(" ", "-")


def _gemeente(cel: Cel) -> Any:
    return cel if isinstance(cel, date) else als_tekst(cel).upper()


def _keuze(cel: Cel) -> Any:
    if isinstance(cel, date):
        return cel
    woord = in_kleine_letters(cel).rstrip(".!")
    return _JA_NEE.get(woord, woord)


def _nummer(cel: Cel) -> Any:
    return int(cel) if isinstance(cel, str) and re.fullmatch(r"[0-9]{1,9}", cel) else cel


def _decimaal(cel: Cel) -> Any:
    gelezen = fte_in(cel) if isinstance(cel, str) else None
    return cel if gelezen is None else gelezen


def _bedrag(cel: Cel) -> Any:
    gelezen = euro_in(cel) if isinstance(cel, str) else None
    return cel if gelezen is None else gelezen


def _plaats(cel: Cel) -> Any:
    """A place in an order: 1, also typed as text: «1e», «1.», «plaats 1»; None when not known."""
    if not isinstance(cel, str):
        return cel
    getal = _PLAATS.fullmatch(cel)
    return int(getal[1]) if getal else None if in_kleine_letters(cel) == "onbekend" else cel


def _percentage(cel: Cel) -> Any:
    """A whole percentage: 10, also typed as text: «10 %», «10,0», «10 procent»."""
    getal = _PERCENTAGE.fullmatch(cel) if isinstance(cel, str) else None
    return int(getal[1]) if getal else cel


def _datum(cel: Cel) -> Any:
    """A day, also typed as text; what names no day stays as it is."""
    if not isinstance(cel, str):
        return cel
    from agenda.invoer.dagtekst import dag_in  # topics have no days

    return dag_in(cel) or cel


_LEZERS: dict[Veldsoort, Callable[[Cel], Any]] = {
    "code": _code,
    "tekstregel": op_een_regel,
    "tekst": als_tekst,
    "ja-nee": _keuze,
    "keuze": _keuze,
    "keuzes": _code,
    "getal": _bedrag,
    "decimaal": _decimaal,
    "bedrag": _bedrag,
    "thema": _code,
    "gemeente": _gemeente,
    "samenwerking": _code,
    "plannen": _code,
    "voorstellen": _nummer,
    "deelregio's": _code,
    "onderwerp": _code,
    "onderwerpen": _code,
    "plaats": _plaats,
    "percentage": _percentage,
    "datum": _datum,
}
"""How a cell is read, by what its column holds."""
