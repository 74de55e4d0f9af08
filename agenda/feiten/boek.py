"""Every fact of one dossier: over the year, a topic, a member, or a topic at a member.

Higher is visible lower, never the reverse. Facts that follow from others are worked out here, each
from what is known: one unknown part makes the whole unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.feiten.waarneming import AANTAL_LEDEN, DEELREGIO, GROEPEN, Waarneming
from agenda.kennis.jaar import niet_later
from agenda.onderwerp.feit import waarde_bij
from regels.model import deelveld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agenda.feiten.planwijzer import Planwijzer
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid
    from agenda.kennis.velden import Profielveld, Tekort
    from agenda.onderwerp.feit import Feiten
    from agenda.onderwerp.onderwerp import Dossier, Onderwerp
    from regels.model import Veld, Waarde


class Waarover(NamedTuple):
    """What a fact is about: the year when it names neither a topic nor a member."""

    onderwerp: Onderwerp | None = None
    lid: Lid | None = None


JAAR = Waarover()


class Feitenboek:
    """What is known in one dossier.

    Args:
        velden: every fact that a rule may use, by name.
    """

    def __init__(
        self, dossier: Dossier, profiel: Profiel, wijzer: Planwijzer, velden: Mapping[str, Veld]
    ) -> None:
        self._dossier = dossier
        self._profiel = profiel
        self._velden = velden
        # A choice of a field that holds several → that field and the choice.
        self._delen = {
            deelveld(veld.naam, keuze): (veld.naam, keuze)
            for veld in velden.values()
            if veld.meer
            for keuze in veld.keuzes
        }
        eigen = {veld.code for veld in profiel.velden}
        vast = [v for v in velden if v not in eigen and v not in self._delen]
        self._waarneming = Waarneming(profiel, wijzer, vast)
        self._deelname: dict[tuple[str | None, str | None], Feiten] = {
            (rij.onderwerp, rij.lid): rij.feiten for rij in dossier.deelname
        }
        self._bekend: dict[tuple[str, str | None, str | None], Any] = {}

    def feiten(self, namen: Iterable[str], over: Waarover) -> dict[str, Waarde | None]:
        """The value of each of these facts, as it is for what they are asked of; None is unknown.

        Names that are no fact of the dossier, such as those of classifications, are left out.
        """
        uit: dict[str, Waarde | None] = {}
        for naam in namen:
            veld, keuze = self._delen.get(naam, (naam, None))
            if veld not in self._velden:
                continue
            waarde = self.waarde(veld, over)
            if keuze is not None and waarde is not None:
                waarde = "ja" if keuze in waarde else "nee"
            uit[naam] = waarde
        return uit

    def waarde(self, naam: str, over: Waarover) -> Any:
        """What is known of one field: a number, a word, several choices, or None.

        A fact that lies higher than what it is asked of is the same for all that lies lower.
        """
        wat = self._velden[naam].over
        onderwerp = over.onderwerp if wat in ("onderwerp", "deelname") else None
        lid = over.lid if wat in ("lid", "deelname") else None
        sleutel = (naam, onderwerp.code if onderwerp else None, lid.code if lid else None)
        if sleutel not in self._bekend:
            self._bekend[sleutel] = self._maak(naam, Waarover(onderwerp, lid))
        return self._bekend[sleutel]

    def _maak(self, naam: str, over: Waarover) -> Any:
        veld = self._profiel.veld.get(naam)
        if veld is None:
            return self._vast(naam, over)
        if veld.afgeleid is not None:
            return self._afgeleid(veld, over)
        return self._ingevuld(naam, over)

    def _vast(self, naam: str, over: Waarover) -> Any:
        """What the profile holds itself, or the program's own field of a topic."""
        regio, lid = self._profiel.regio, over.lid
        if naam == AANTAL_LEDEN:
            return regio.aantal or None
        if naam == GROEPEN:
            return lid and lid.groepen
        if naam == DEELREGIO:
            return lid and lid.deelregio
        onderwerp = over.onderwerp
        return None if onderwerp is None else self._waarneming.waarde(naam, onderwerp)

    def _ingevuld(self, naam: str, over: Waarover) -> Any:
        """What somebody filled in; of a pair the nearest row counts."""
        onderwerp, lid = over
        wat = self._velden[naam].over
        if wat == "jaar":
            return waarde_bij(self._dossier.feiten, naam)
        if wat == "onderwerp":
            return onderwerp and waarde_bij(onderwerp.feiten, naam)
        if wat == "lid":
            return lid and waarde_bij(self._dossier.leden.get(lid.code, {}), naam)
        if onderwerp is None or lid is None:
            return None
        for sleutel in ((onderwerp.code, lid.code), (onderwerp.code, None), (None, lid.code)):
            waarde = waarde_bij(self._deelname.get(sleutel, {}), naam)
            if waarde is not None:
                return waarde
        return None

    def _afgeleid(self, veld: Profielveld, over: Waarover) -> Any:
        afgeleid = veld.afgeleid
        assert afgeleid is not None  # noqa: S101 - only those are asked for
        if afgeleid.volgorde is not None:
            een, ander = (self._profiel.moment[code] for code in afgeleid.volgorde)
            uitkomst = niet_later(een, ander)
            return None if uitkomst == "onbekend" else uitkomst
        if afgeleid.som is not None:
            return _som(self._getal(deel, over) for deel in afgeleid.som)
        if afgeleid.tekort is not None:
            return self._tekort(afgeleid.tekort, over)
        deel = afgeleid.totaal or afgeleid.aantal or ""
        alle = self._alle(deel, over)
        if alle is None:
            return None
        waarden = [self.waarde(deel, ander) for ander in alle]
        if None in waarden:
            return None
        return sum(waarden) if afgeleid.totaal else waarden.count("ja")

    def _getal(self, naam: str, over: Waarover) -> int | None:
        """A number; of a field with choices what the chosen ones count for together."""
        waarde = self.waarde(naam, over)
        veld = self._profiel.veld.get(naam)
        if veld is None or not veld.keuzes or waarde is None:
            return waarde if isinstance(waarde, int) else None
        gekozen = waarde if isinstance(waarde, tuple) else (waarde,)
        return sum(keuze.getal or 0 for keuze in veld.keuzes if keuze.code in gekozen)

    def _tekort(self, tekort: Tekort, over: Waarover) -> int | None:
        nodig, aanwezig = (
            deel if isinstance(deel, int) else self._getal(deel, over)
            for deel in (tekort.nodig, tekort.aanwezig)
        )
        return None if nodig is None or aanwezig is None else max(0, nodig - aanwezig)

    def _alle(self, naam: str, over: Waarover) -> list[Waarover] | None:
        """Everything that a fact lower than this is a fact of; None when not all of it is known."""
        wat, regio = self._velden[naam].over, self._profiel.regio
        onderwerpen: list[Onderwerp | None] = [over.onderwerp]
        leden: list[Lid | None] = [over.lid]
        if wat in ("onderwerp", "deelname") and over.onderwerp is None:
            onderwerpen = [*self._dossier.onderwerpen]
        if wat in ("lid", "deelname") and over.lid is None:
            if not regio.alle_bekend:
                return None
            leden = [*regio.leden]
        return [Waarover(onderwerp, lid) for onderwerp in onderwerpen for lid in leden]


def _som(delen: Iterable[int | None]) -> int | None:
    waarden = list(delen)
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) if len(bekend) == len(waarden) else None


def alle_over(wat: str, dossier: Dossier, profiel: Profiel) -> Iterator[Waarover]:
    """Everything that a rule over this judges: the year, each topic, each member, each pair.

    Members that no source names cannot be judged; they are not there.
    """
    onderwerpen = dossier.onderwerpen if wat in ("onderwerp", "deelname") else (None,)
    leden = profiel.regio.leden if wat in ("lid", "deelname") else (None,)
    return (Waarover(onderwerp, lid) for onderwerp in onderwerpen for lid in leden)
