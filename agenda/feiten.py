"""What can be observed of a topic: the facts that rules judge. What follows from them is in rules.

None is unknown. `toelichting` says in words where a fact comes from, for the explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from regels.fouten import opsomming
from regels.model import MAX_GETAL, Veld, Waarde

if TYPE_CHECKING:
    from agenda.kennis import Profiel
    from agenda.onderwerp import Onderwerp
    from agenda.planrelatie import Planwijzer

Waarnemer = Callable[["Onderwerp"], Waarde | None]

JA_NEE = ("ja", "nee")

TOEGELICHT_UIT = {
    "aantal_geldige_planrelaties": ("plannen", "voorstellen"),
    "aantal_geraakte_deelregios": ("regios",),
}
"""From which fields of a topic `toelichting` makes its words; else the value says all it needs."""


def basisvelden(profiel: Profiel) -> tuple[Veld, ...]:
    """The fields that rules may use, besides one per criterium."""
    return (
        Veld(
            "aantal_geldige_planrelaties",
            "geldige plannen waar het onderwerp bij hoort",
            eenheid=("geldig plan", "geldige plannen"),
        ),
        Veld(
            "aantal_geraakte_deelregios",
            "deelregio's die het onderwerp raakt",
            eenheid=("deelregio", "deelregio's"),
        ),
        Veld("afstemming_nodig", "afstemming tussen de deelregio's nodig", JA_NEE),
        Veld("thema", "thema", tuple(profiel.thema)),
        Veld("bevoegdheid", "wie bevoegd is te besluiten", ("college", "raad")),
        Veld("kosten_euro", "kosten", eenheid=("euro", "euro")),
        Veld("groot_beleidsstuk", "groot beleidsstuk", JA_NEE),
        Veld("juridische_toets", "juridische toets nodig", JA_NEE),
        Veld("urgent", "te urgent voor het gewone overleg", JA_NEE),
    )


class Waarneming:
    """Observes topics of one region on one day.

    Args:
        velden: the fields that the rules in force use; only these are observed.
    """

    def __init__(self, profiel: Profiel, wijzer: Planwijzer, velden: Iterable[str]) -> None:
        self._profiel = profiel
        self._wijzer = wijzer
        self._deelregios = frozenset(profiel.deelregio)
        waarnemers: dict[str, Waarnemer] = {
            "aantal_geldige_planrelaties": wijzer.aantal,
            "aantal_geraakte_deelregios": self._aantal_deelregios,
            "afstemming_nodig": lambda onderwerp: _bekend(onderwerp.afstemming_nodig),
            "thema": lambda onderwerp: onderwerp.thema,
            "bevoegdheid": lambda onderwerp: _bekend(onderwerp.bevoegdheid),
            "kosten_euro": lambda onderwerp: onderwerp.kosten_euro,
            "groot_beleidsstuk": lambda onderwerp: _bekend(onderwerp.groot_beleidsstuk),
            "juridische_toets": lambda onderwerp: _bekend(onderwerp.juridische_toets),
            "urgent": lambda onderwerp: _bekend(onderwerp.urgent),
        }
        gebruikt = tuple(dict.fromkeys(velden))
        vast = tuple(veld for veld in gebruikt if veld in waarnemers)
        self._waarnemers = [waarnemers[veld] for veld in vast]
        self._tags = tuple(veld for veld in gebruikt if veld not in waarnemers)
        self.velden = vast + self._tags

    def waarden(self, onderwerp: Onderwerp) -> tuple[Waarde | None, ...]:
        """The value of each of `velden`, in that order."""
        waarden = [waarnemer(onderwerp) for waarnemer in self._waarnemers]
        tags = onderwerp.criteria
        waarden += [
            None if (tag := tags.get(code)) is None or tag.waarde == "onbekend" else tag.waarde
            for code in self._tags
        ]
        return tuple(waarden)

    def toelichting(self, veld: str, onderwerp: Onderwerp) -> str:
        """Where the value of a field comes from, as a clause; empty when the value says it all."""
        if veld == "aantal_geldige_planrelaties":
            schakels = self._wijzer.schakels(onderwerp)
            if schakels:
                return "; ".join(schakel.zin for schakel in schakels)
            leeg = onderwerp.plannen is None and onderwerp.voorstellen is None
            if leeg:
                return "plannen en voorstellen zijn niet ingevuld"
            return "hoort bij geen plan en geen voorstel"
        if veld == "aantal_geraakte_deelregios":
            if onderwerp.regios is None:
                return "de deelregio's zijn niet ingevuld"
            namen = [self._profiel.deelregio[regio].naam for regio in onderwerp.regios]
            alleen = "alleen " if len(namen) == 1 else ""
            return f"raakt {alleen}{opsomming(namen, 'en') or 'geen deelregio'}"
        if veld == "afstemming_nodig" and onderwerp.afstemming_nodig == "onbekend":
            return "of de deelregio's hierover moeten afstemmen, is niet ingevuld"
        return ""

    def anders(self, veld: str, onderwerp: Onderwerp, waarde: Waarde) -> str:
        """How a field with another value would read, as a clause; empty when the value says it."""
        if veld != "aantal_geraakte_deelregios" or waarde != self.hoogste(veld):
            return ""
        raakt = onderwerp.regios or ()
        erbij = [d.naam for d in self._profiel.regio.deelregios if d.code not in raakt]
        return f"raakt {'ook ' if raakt else ''}{opsomming(erbij, 'en')}"

    def hoogste(self, veld: str) -> int:
        """The highest number that a field can have in this region."""
        if veld == "aantal_geldige_planrelaties":
            return self._wijzer.hoogste
        if veld == "aantal_geraakte_deelregios":
            return len(self._profiel.regio.deelregios)
        return MAX_GETAL

    def _aantal_deelregios(self, onderwerp: Onderwerp) -> int | None:
        """How many subregions of this region; a topic of another dossier can name others."""
        if onderwerp.regios is None:
            return None
        return len(self._deelregios.intersection(onderwerp.regios))


def _bekend(waarde: str) -> str | None:
    return None if waarde == "onbekend" else waarde
