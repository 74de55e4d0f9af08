"""What can be observed of a topic: the facts that rules judge. What follows from them is in rules.

None is unknown. `toelichting` says in words where a fact comes from, for the explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.tag import LEEG
from regels.model import MAX_GETAL, Uitkomst, Veld, Waarde, deelveld
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.feiten.planwijzer import Planwijzer
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.velden import Veldsoort

Waarnemer = Callable[["Onderwerp"], Waarde | None]
Toelichter = Callable[["Onderwerp"], str]

FEITVELDEN = tuple(veld for veld in VELDEN if veld.feit)
"""The program's own fields of a topic that rules may use."""

TOEGELICHT_UIT = {
    "aantal_geldige_planrelaties": ("plannen", "voorstellen"),
    "aantal_geraakte_deelregios": ("regios",),
}
"""From which fields of a topic `toelichting` makes its words; else the value says all it needs."""

AANTAL_LEDEN, GROEPEN, DEELREGIO = "aantal_leden", "groepen", "deelregio"
"""Facts over the year and over a member that the profile itself holds."""

VASTE_FEITEN = (AANTAL_LEDEN, GROEPEN, DEELREGIO, *TOEGELICHT_UIT)
"""The facts that no field of a topic holds as such."""


def basisvelden(profiel: Profiel) -> tuple[Veld, ...]:
    """The fields that rules may use, besides one per criterium."""
    return (
        *((_PLANRELATIES,) if profiel.plannen else ()),
        *((_DEELREGIOS,) if profiel.regio.deelregios else ()),
        *(
            Veld(
                veld.naam,
                veld.feit,
                tuple(profiel.thema) if veld.soort == "thema" else veld.codes,
                veld.eenheid,
            )
            for veld in FEITVELDEN
        ),
        *_vaste_velden(profiel),
        *(veld.veld for veld in profiel.velden),
    )


_PLANRELATIES = Veld(
    "aantal_geldige_planrelaties",
    "geldige plannen waar het onderwerp bij hoort",
    eenheid=("geldig plan", "geldige plannen"),
)
_DEELREGIOS = Veld(
    "aantal_geraakte_deelregios",
    "deelregio's die het onderwerp raakt",
    eenheid=("deelregio", "deelregio's"),
)


def _vaste_velden(profiel: Profiel) -> Iterator[Veld]:
    """What the profile itself says of the region and its members."""
    regio, lid = profiel.regio, profiel.woorden.lid
    if regio.aantal:
        naam, eenheid = f"hoeveel {lid.meer} de regio heeft", (lid.een, lid.meer)
        yield Veld(AANTAL_LEDEN, naam, eenheid=eenheid, over="jaar")
    if regio.groepen:
        namen = tuple((groep.code, groep.naam) for groep in regio.groepen)
        codes = tuple(groep.code for groep in regio.groepen)
        naam = f"groepen waar de {lid.een} bij hoort"
        yield Veld(GROEPEN, naam, codes, over="lid", meer=True, namen=namen)
    if regio.deelregios:
        namen = tuple((deel.code, deel.naam) for deel in regio.deelregios)
        codes = tuple(profiel.deelregio)
        yield Veld(
            DEELREGIO,
            f"{profiel.woorden.deelregio.een} van de {lid.een}",
            codes,
            over="lid",
            namen=namen,
        )


def _eigen(veld: Profielveld) -> Iterator[tuple[str, Waarnemer]]:
    """Observes a field of the profile; of one that holds several choices, each choice."""
    code = veld.code

    def waarde(onderwerp: Onderwerp) -> Any:
        feit = onderwerp.feiten.get(code)
        return None if feit is None else feit.waarde

    if veld.soort != "keuzes":
        yield code, waarde
        return
    for keuze in veld.codes:

        def bevat(onderwerp: Onderwerp, keuze: str = keuze) -> Waarde | None:
            gekozen = waarde(onderwerp)
            return None if gekozen is None else "ja" if keuze in gekozen else "nee"

        yield deelveld(code, keuze), bevat


_SOORTEN: dict[Veldsoort, Callable[[str], Waarnemer]] = {
    "thema": attrgetter,
    "bedrag": attrgetter,
}
"""How a field is observed, by what it holds; in these kinds a field can be a fact."""

_WAARNEMERS = {veld.naam: _SOORTEN[veld.soort](veld.naam) for veld in FEITVELDEN}
_TAGWAARDE: dict[Uitkomst, Waarde | None] = {"ja": "ja", "nee": "nee", "onbekend": None}


class Waarneming:
    """Observes topics of one region on one day.

    Args:
        velden: the fields that the rules in force use; only these are observed.
        ook: how fields are observed that no topic holds by itself.
    """

    def __init__(
        self,
        profiel: Profiel,
        wijzer: Planwijzer,
        velden: Iterable[str],
        ook: Mapping[str, Waarnemer] | None = None,
    ) -> None:
        self._profiel = profiel
        self._wijzer = wijzer
        self._deelregios = frozenset(profiel.deelregio)
        waarnemers: dict[str, Waarnemer] = {
            "aantal_geldige_planrelaties": wijzer.aantal,
            "aantal_geraakte_deelregios": self._aantal_deelregios,
            **_WAARNEMERS,
            **{naam: w for veld in profiel.velden for naam, w in _eigen(veld)},
            **(ook or {}),
        }
        self._alle = waarnemers
        self._zinnen: dict[str, dict[Waarde | None, str | None]] = {
            veld.code: {None: veld.leeg_zin, "ja": veld.ja_zin, "nee": veld.nee_zin}
            for veld in profiel.velden
            if veld.leeg_zin or veld.ja_zin or veld.nee_zin
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

    def waarde(self, veld: str, onderwerp: Onderwerp) -> Waarde | None:
        """The value of one field: of the program, of the profile, or a criterium."""
        waarnemer = self._alle.get(veld)
        if waarnemer is not None:
            return waarnemer(onderwerp)
        return _TAGWAARDE[onderwerp.criteria.get(veld, LEEG).waarde]

    def toelichting(self, veld: str, onderwerp: Onderwerp) -> str:
        """Where the value of a field comes from, as a clause; empty when the value says it all."""
        return self.toelichter(veld)(onderwerp)

    def toelichter(self, veld: str) -> Toelichter:
        """Gives `toelichting` of this field, of one topic after another."""
        if veld == "aantal_geldige_planrelaties":
            return self._waar_plannen
        if veld == "aantal_geraakte_deelregios":
            return self._waar_deelregios
        zinnen, waarde = self._zinnen.get(veld), self._alle.get(veld)
        if zinnen is not None and waarde is not None:
            return lambda onderwerp: zinnen.get(waarde(onderwerp)) or ""
        return lambda _: ""

    def _waar_plannen(self, onderwerp: Onderwerp) -> str:
        if zinnen := self._wijzer.zinnen(onderwerp):
            return f"hoort bij {'; '.join(zinnen)}"
        if onderwerp.plannen is None and onderwerp.voorstellen is None:
            return "Bij welk plan of voorstel hoort dit?"
        return "hoort bij geen plan en geen voorstel"

    def _waar_deelregios(self, onderwerp: Onderwerp) -> str:
        if onderwerp.regios is None:
            return "Welke deelregio's raakt dit?"
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
