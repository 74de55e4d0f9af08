"""What can be observed of a topic: the facts that rules judge. What follows from them is in rules.

None is unknown. `toelichting` says in words where a fact comes from, for the explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.onderwerp.onderwerp import VELDEN
from regels.model import MAX_GETAL, Uitkomst, Veld, Waarde
from regels.taal import opsomming

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.velden import Veldsoort
    from agenda.rangorde.planrelatie import Planwijzer

Waarnemer = Callable[["Onderwerp"], Waarde | None]
Toelichter = Callable[["Onderwerp"], str]

_EERST = ("afstemming_nodig", "thema", "bevoegdheid", "kosten_euro")
"""The fields that messages name first; the others follow in the order of a table."""

FEITVELDEN = tuple(
    sorted(
        (veld for veld in VELDEN if veld.feit),
        key=lambda veld: _EERST.index(veld.naam) if veld.naam in _EERST else len(_EERST),
    )
)
"""The fields of a topic that rules may use."""

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
        *(
            Veld(
                veld.naam,
                veld.feit,
                tuple(profiel.thema) if veld.soort == "thema" else veld.codes,
                veld.eenheid,
            )
            for veld in FEITVELDEN
        ),
    )


def _bekend(naam: str) -> Waarnemer:
    """Observes a field in which «onbekend» is a word."""
    lees = attrgetter(naam)

    def waarnemer(onderwerp: Onderwerp) -> Waarde | None:
        waarde: str = lees(onderwerp)
        return None if waarde == "onbekend" else waarde

    return waarnemer


_SOORTEN: dict[Veldsoort, Callable[[str], Waarnemer]] = {
    "ja-nee": _bekend,
    "keuze": _bekend,
    "thema": attrgetter,
    "bedrag": attrgetter,
}
"""How a field is observed, by what it holds; in these kinds a field can be a fact."""

_WAARNEMERS = {veld.naam: _SOORTEN[veld.soort](veld.naam) for veld in FEITVELDEN}
_TAGWAARDE: dict[Uitkomst, Waarde | None] = {"ja": "ja", "nee": "nee", "onbekend": None}
_LEEG_ZINNEN = {veld.naam: veld.leeg_zin for veld in FEITVELDEN if veld.leeg_zin}


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
            **_WAARNEMERS,
        }
        gebruikt = tuple(dict.fromkeys(velden))
        vast = tuple(veld for veld in gebruikt if veld in waarnemers)
        self._waarnemers = [waarnemers[veld] for veld in vast]
        self._tags = tuple(veld for veld in gebruikt if veld not in waarnemers)
        self.velden = vast + self._tags

    def waarden(self, onderwerp: Onderwerp) -> tuple[Waarde | None, ...]:
        """The value of each of `velden`, in that order."""
        waarden: list[Waarde | None] = []  # in loops: on Python 3.11 a comprehension costs more
        for waarnemer in self._waarnemers:
            waarden.append(waarnemer(onderwerp))
        tags = onderwerp.criteria
        for code in self._tags:
            waarden.append(_TAGWAARDE[tags[code].waarde] if code in tags else None)
        return tuple(waarden)

    def toelichting(self, veld: str, onderwerp: Onderwerp) -> str:
        """Where the value of a field comes from, as a clause; empty when the value says it all."""
        return self.toelichter(veld)(onderwerp)

    def toelichter(self, veld: str) -> Toelichter:
        """Gives `toelichting` of this field, of one topic after another."""
        if veld == "aantal_geldige_planrelaties":
            return self._waar_plannen
        if veld == "aantal_geraakte_deelregios":
            return self._waar_deelregios
        if veld in _LEEG_ZINNEN:
            return lambda o: _LEEG_ZINNEN[veld] if _WAARNEMERS[veld](o) is None else ""
        return lambda _: ""

    def _waar_plannen(self, onderwerp: Onderwerp) -> str:
        if zinnen := self._wijzer.zinnen(onderwerp):
            return "; ".join(zinnen)
        if onderwerp.plannen is None and onderwerp.voorstellen is None:
            return "plannen en voorstellen zijn niet ingevuld"
        return "hoort bij geen plan en geen voorstel"

    def _waar_deelregios(self, onderwerp: Onderwerp) -> str:
        if onderwerp.regios is None:
            return "de deelregio's zijn niet ingevuld"
        namen = [self._profiel.deelregio[regio].naam for regio in onderwerp.regios]
        alleen = "alleen " if len(namen) == 1 else ""
        return f"raakt {alleen}{opsomming(namen, 'en') or 'geen deelregio'}"

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
