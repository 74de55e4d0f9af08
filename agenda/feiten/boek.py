"""Every fact of one dossier: over the year, a topic, a member, or a topic at a member.

Higher is visible lower, never the reverse. Facts that follow from others are worked out here, each
from what is known: one unknown part makes the whole unknown.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.feiten.waarneming import AANTAL_LEDEN, DEELREGIO, GROEPEN, Waarneming
from agenda.kennis.jaar import niet_later
from regels.model import deelveld

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from agenda.feiten.planwijzer import Planwijzer
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid
    from agenda.kennis.velden import Profielveld, Tekort
    from agenda.onderwerp.feit import Feit, Feiten
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
            veld, keuze = self.deel(naam)
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
        sleutel, waarover = self._plek(naam, over)
        if sleutel not in self._bekend:
            self._bekend[sleutel] = self._maak(naam, waarover)
        return self._bekend[sleutel]

    def met(self, waarden: Mapping[str, Any], over: Waarover) -> Feitenboek:
        """The same book in which these fields hold something else, and what follows from them too.

        Args:
            waarden: field → value; a field that follows from others no longer does.
            over: for what they hold something else.
        """
        ander = copy(self)
        ander._bekend = {self._plek(naam, over)[0]: w for naam, w in waarden.items()}
        return ander

    def feit(self, naam: str, over: Waarover) -> Feit | None:
        """What somebody filled in, with where it comes from; of a pair the nearest row counts."""
        veld, _ = self.deel(naam)
        onderwerp, lid = over
        wat = self._velden[veld].over
        if wat == "jaar":
            return self._dossier.feiten.get(veld)
        if wat == "onderwerp":
            return onderwerp.feiten.get(veld) if onderwerp else None
        if wat == "lid":
            return self._dossier.leden.get(lid.code, {}).get(veld) if lid else None
        if onderwerp is None or lid is None:
            return None
        plekken = ((onderwerp.code, lid.code), (onderwerp.code, None), (None, lid.code))
        rijen = (self._deelname.get(plek, {}) for plek in plekken)
        return next((rij[veld] for rij in rijen if veld in rij), None)

    def deel(self, naam: str) -> tuple[str, str | None]:
        """The field of a fact, and which of its choices it asks for; None when it is the field."""
        return self._delen.get(naam, (naam, None))

    def volgt_uit(self, naam: str) -> tuple[str, ...]:
        """The fields from which a field follows; empty when somebody fills it in."""
        veld = self._profiel.veld.get(naam)
        return veld.afgeleid.velden if veld and veld.afgeleid else ()

    def toelichting(self, naam: str, over: Waarover) -> str:
        """Where a value comes from, as a clause; empty when it says all there is to say."""
        if over.onderwerp is None or self._velden[naam].over != "onderwerp":
            return ""
        return self._waarneming.toelichting(naam, over.onderwerp)

    def veld(self, naam: str) -> Veld:
        """A field by its name, as rules see it."""
        return self._velden[naam]

    def grenzen(self, naam: str, vast: Container[str], over: Waarover) -> tuple[int, int]:
        """The least and the most that a number can be.

        Args:
            vast: fields that keep the value that they have in this book.
        """
        veld = self._profiel.veld.get(naam)
        eigen = veld.hoogste if veld else None
        laagste, hoogste = 0, self._waarneming.hoogste(naam) if eigen is None else eigen
        afgeleid = veld.afgeleid if veld else None
        if afgeleid and afgeleid.som:
            laagste = sum(self._getal(deel, over) or 0 for deel in afgeleid.som if deel in vast)
        nodig = afgeleid.tekort.nodig if afgeleid and afgeleid.tekort else None
        if isinstance(nodig, str):
            nodig = self._getal(nodig, over) if nodig in vast else None
        return laagste, hoogste if nodig is None else min(hoogste, nodig)

    def _plek(
        self, naam: str, over: Waarover
    ) -> tuple[tuple[str, str | None, str | None], Waarover]:
        """Where a value is kept, and of what it is a fact."""
        wat = self._velden[naam].over
        onderwerp = over.onderwerp if wat in ("onderwerp", "deelname") else None
        lid = over.lid if wat in ("lid", "deelname") else None
        sleutel = (naam, onderwerp.code if onderwerp else None, lid.code if lid else None)
        return sleutel, Waarover(onderwerp, lid)

    def _maak(self, naam: str, over: Waarover) -> Any:
        veld = self._profiel.veld.get(naam)
        if veld is None:
            return self._vast(naam, over)
        if veld.afgeleid is not None:
            return self._afgeleid(veld, over)
        feit = self.feit(naam, over)
        return None if feit is None else feit.waarde

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
