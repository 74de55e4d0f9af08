"""The columns of the sheets in an Excel template: what each asks, and what may be chosen there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

from agenda.invoer.rijen import ledennamen
from agenda.invoer.sjabloonvorm import VERPLICHT, Codelijst, Sjabloonkolom
from agenda.invoer.tabelvorm import deelnametabel
from agenda.onderwerp.invullijst import ALLE, vraagwoorden
from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.tag import TAGVELDEN
from agenda.onderwerp.velden import LIJSTEN, Veldsoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.velden import Invulveld

_MEER = "Meer dan één? Zet er ; tussen. Echt geen? Schrijf «geen»."
_KIES = "Kies uit de lijst."
_AANWIJZING: dict[Veldsoort, str] = {
    "ja-nee": "Kies ja, nee of onbekend.",
    **dict.fromkeys(("keuze", "thema", "gemeente", "samenwerking"), _KIES),
    **dict.fromkeys(LIJSTEN, _MEER),
}
"""How a question is answered, by what the field holds; text and numbers need no word."""

_LEEG = {
    "verplicht": VERPLICHT,
    "onbekend": "leeg = onbekend",
    "niets": "mag leeg",
    "nodig bij ja": "nodig bij ja",
}
_MET_HULP = LIJSTEN | {"code", "thema", "onderwerp", "plaats"}
_ANTWOORDEN = (
    (
        "ja",
        "Dit staat in het onderzoek naar de wachttijd.",
        "Onderzoek wachttijd, hoofdstuk 2",
        "Het onderzoek is van vorig jaar; wij lezen dat het nog klopt.",
    ),
    (
        "nee",
        "Het onderzoek naar de wachttijd noemt dit niet.",
        "Onderzoek wachttijd",
        "Wat niet is genoemd, lezen wij als nee.",
    ),
    (
        "onbekend",
        "De werkgroep zoekt dit nog uit.",
        "Verslag van de werkgroep, 12 mei",
        "Het verslag noemt alleen de vraag; wij lezen daar geen antwoord in.",
    ),
)
_LIJSTNAAM = re.compile("[A-Za-z_]{4,60}")
"""What Excel surely takes as the name of a list, and never for a cell."""


@dataclass(frozen=True, slots=True)
class Kolommenmaker:
    """Makes the columns of all sheets of one template; a list of choices has one name in it.

    Attributes:
        zinnen: code of a criterium → its sentence.
        van_lid: the member that fills it in, by name; empty when it is for the whole region.
        lijsten: names that are taken, in lower case → what the list holds.
    """

    profiel: Profiel
    zinnen: Mapping[str, str]
    van_lid: str = ""
    lijsten: dict[str, tuple[str | int, ...]] = field(default_factory=dict)

    def kolommen(self, vorm: Tabelvorm) -> Iterator[Sjabloonkolom]:
        """The columns of a table; titles and sentences go by the code of a criterium."""
        profiel, criteria = self.profiel, vorm.lijst.criteria
        codes, voorbeelden = _codelijsten(profiel), _voorbeelden(profiel)
        antwoorden = dict(zip(criteria, cycle(_ANTWOORDEN), strict=False))
        for kolom in vorm.kolommen:
            veld = kolom.veld
            if self.van_lid and not veld.aan_lid:
                continue
            if self.van_lid and veld.soort == "gemeente":
                yield self._eigen_lid(veld)
                continue
            vraag, voorbeeld = veld.vraag, voorbeelden.get(veld.soort, veld.voorbeeld)
            lijst = codes.get(veld.soort) or _keuzecodes(veld)
            if veld.naam == "criterium":
                voorbeeld, lijst = next(iter(criteria.values())), None
            if veld.naam == "lid":
                voorbeeld, lijst = next(iter(ledennamen(profiel).values()), ""), None
            if veld in TAGVELDEN:
                voorbeeld = antwoorden[kolom.pad[1]][TAGVELDEN.index(veld)]
            if veld in TAGVELDEN or veld.soort == "plaats":
                criterium = kolom.pad[1]
                vraag = vraag.format(titel=criteria[criterium], zin=self.zinnen[criterium])
            if veld.soort == "plaats":
                voorbeeld = [*criteria].index(kolom.pad[1]) + 1
            elif not veld.eigen:
                vraag = vraag.format(**vraagwoorden(profiel.woorden))
            keuzes = self._keuzelijst(veld, vorm)
            aanwijzing = _AANWIJZING.get(veld.soort, "")
            if aanwijzing == _KIES and keuzes is None:
                aanwijzing = ""
            yield Sjabloonkolom(
                kop=kolom.kop,
                uitleg=f"{vraag} {aanwijzing}".rstrip(),
                leeg=_LEEG[veld.leeg],
                voorbeeld=voorbeeld,
                breedte=veld.breedte,
                hulp=veld.soort in _MET_HULP,
                keuzes=keuzes,
                codes=lijst,
            )

    def _eigen_lid(self, veld: Invulveld) -> Sjabloonkolom:
        """The column that says who fills it in: known beforehand."""
        uitleg = f"Uw {self.profiel.woorden.lid.een}. Dat staat er al; laat het staan."
        return Sjabloonkolom(
            kop=veld.kop,
            uitleg=uitleg,
            leeg=_LEEG[veld.leeg],
            voorbeeld=self.van_lid,
            breedte=veld.breedte,
            hulp=False,
            keuzes=self._lijst("Ingevuld", (self.van_lid,)),
            vooraf=self.van_lid,
        )

    def _keuzelijst(
        self, veld: Invulveld, vorm: Tabelvorm
    ) -> tuple[str, tuple[str | int, ...]] | None:
        """The dropdown of a field: its name in the workbook and its values."""
        profiel, leden = self.profiel, self.profiel.woorden.lid.koppen
        if veld.naam == "lid":
            namen = ledennamen(profiel).values()
            met_alle = vorm.naam == deelnametabel(profiel).naam
            return self._lijst("LedenOfAlle", (*namen, ALLE)) if met_alle else None
        if veld.naam == "criterium":
            return None
        if veld.soort == "plaats":
            return self._lijst("Plaatsen", tuple(range(1, len(vorm.lijst.criteria) + 1)))
        if veld.soort == "ja-nee":
            return self._lijst("JaNeeOnbekend", (*veld.codes, "onbekend"))
        if veld.soort == "keuze":
            return self._lijst(veld.meervoud, (*veld.codes, "onbekend"))
        if veld.soort == "thema":
            return self._lijst("Themas", tuple(profiel.thema))
        if veld.soort == "gemeente":
            return self._lijst(leden, tuple(profiel.lid))
        if veld.soort == "samenwerking":
            return self._lijst("Samenwerkingen", tuple(profiel.samenwerking))
        return None

    def _lijst(
        self, naam: str, waarden: tuple[str | int, ...]
    ) -> tuple[str, tuple[str | int, ...]]:
        """A list under a name that Excel takes, and that no other list has."""
        voorkeur = [naam] if _LIJSTNAAM.fullmatch(naam) else []
        vrij = (
            mogelijk
            for mogelijk in (*voorkeur, *(f"Keuzelijst_{n}" for n in range(1, 1_000)))
            if self.lijsten.setdefault(mogelijk.casefold(), waarden) == waarden
        )
        return next(vrij), waarden


def _keuzecodes(veld: Invulveld) -> Codelijst | None:
    """The choices of a field with their names, where these are not the same."""
    if veld.soort == "keuzes" or any(code != naam for code, naam in veld.keuzes if veld.eigen):
        return Codelijst(veld.meervoud, ("Code", "Naam"), veld.keuzes) if veld.keuzes else None
    return None


def _codelijsten(profiel: Profiel) -> dict[Veldsoort, Codelijst]:
    """Kind → the codes it may hold. None may be taken for a table of topics: see `vind_koprij`."""
    woorden = profiel.woorden
    plaats = {"naam": "Naam"}
    if profiel.regio.deelregios:
        plaats["deelregio"] = woorden.deelregio.kop
    thema = f"Code van {woorden.thema.met_lidwoord}"
    voorstel = {"titel": "Korte titel", "thema": thema, "staat": "Staat"}
    return {
        "thema": _codelijst(woorden.thema.koppen, profiel.themas, code="Code", naam="Naam"),
        "plannen": _codelijst(woorden.plan.koppen, profiel.plannen, code="Code", titel="Naam"),
        "voorstellen": _codelijst(
            woorden.voorstel.koppen, profiel.voorstellen, nummer="Nummer", **voorstel
        ),
        "deelregio's": _codelijst(
            woorden.deelregio.koppen, profiel.regio.deelregios, code="Code", naam="Naam"
        ),
        "samenwerking": _codelijst(
            "Samenwerkingen", profiel.samenwerkingen, code="Code", naam="Naam"
        ),
        "gemeente": _codelijst(woorden.lid.koppen, profiel.regio.leden, code="Code", **plaats),
    }


def _codelijst(titel: str, delen: Iterable[object], /, **koppen: str) -> Codelijst:
    """Parts of the profile as a table: attribute → heading."""
    rijen = tuple(tuple(getattr(deel, naam) for naam in koppen) for deel in delen)
    return Codelijst(titel, tuple(koppen.values()), rijen)


def _voorbeelden(profiel: Profiel) -> dict[Veldsoort, str]:
    """Kind → what fields that refer to the profile might hold, with codes that are right."""
    voorstellen = [v for v in profiel.voorstellen if v.staat == "actueel"] or profiel.voorstellen
    plannen = (*(v.plan for v in voorstellen), *profiel.plan)
    return {
        "thema": (*(v.thema for v in voorstellen), *profiel.thema)[0],
        "plannen": next(iter(plannen), ""),
        "voorstellen": "; ".join(str(voorstel.nummer) for voorstel in voorstellen[:2]),
        "deelregio's": "; ".join(profiel.deelregio),
        "gemeente": profiel.regio.centrum or next(iter(profiel.lid), ""),
        "samenwerking": next(iter(profiel.samenwerking), ""),
        "onderwerp": str(VELDEN[0].voorbeeld),
    }
