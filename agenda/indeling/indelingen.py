"""What the classifications and checks of a profile come to in one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.boek import Feitenboek, Waarover, alle_over
from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import AANTAL_LEDEN
from regels.indeler import Indeler
from regels.ingedeeld import Botsing, Ingedeeld
from regels.toetser import Onenigheid, Toetser, maak_toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from agenda.feiten.waarneming import Waarnemer
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier, Onderwerp
    from regels.indeling import Indeling
    from regels.model import Oordeel, Regel, Veld, Waarde


class GeenIndeling(LookupError):
    """The profile neither classifies nor checks, and an outcome was asked for.

    Args:
        profiel: its code.
    """

    def __init__(self, profiel: str) -> None:
        self.profiel = profiel
        super().__init__(profiel)


class Controle(NamedTuple):
    """What became of one rule that must hold, for what it is about."""

    regel: Regel
    over: Waarover
    oordeel: Oordeel

    @property
    def zin(self) -> str:
        """What there is to say: what is wrong, or else what must hold."""
        return zin_van(self.oordeel)


def zin_van(oordeel: Oordeel) -> str:
    """What there is to say of a check: what is wrong, or else what must hold."""
    regel = oordeel.regel
    return regel.anders if oordeel.uitkomst == "nee" else regel.zin


def ongewone_velden(
    velden: Iterable[str], profiel: Profiel, indelingen: Iterable[Indeling]
) -> tuple[str, ...]:
    """Of these fields those that no topic holds by itself: see `Indelingen.waarnemers`."""
    codes = {indeling.code for indeling in indelingen}
    elders = {v.code for v in profiel.velden if v.over != "onderwerp" or v.afgeleid is not None}
    anders = codes | elders | {AANTAL_LEDEN}
    return tuple(v for v in dict.fromkeys(velden) if v.partition(":")[0] in anders)


class Indelingen:
    """Judges the classifications and checks of a profile on the facts of one dossier.

    Args:
        regels: the rules in force.
        velden: every fact that a rule may use, by name.
        indelingen: each after those on which its rules rest.
        maak: makes the evaluators.
    """

    def __init__(
        self,
        dossier: Dossier,
        profiel: Profiel,
        regels: Iterable[Regel],
        velden: Mapping[str, Veld],
        indelingen: tuple[Indeling, ...],
        peildatum: date,
        maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
    ) -> None:
        self._dossier = dossier
        self._profiel = profiel
        self.indelingen = indelingen
        eigen = tuple(regel for regel in regels if regel.soort in ("indeling", "controle"))
        self._controles = tuple(regel for regel in eigen if regel.soort == "controle")
        self._toetser = maak(eigen)
        self.indeler = Indeler(indelingen, self._toetser, velden)
        self.velden_van_indelingen = {deel.code: deel.veld for deel in indelingen}
        feiten = {n: veld for n, veld in velden.items() if n not in self.velden_van_indelingen}
        self.boek = Feitenboek(dossier, profiel, wijs_plannen(profiel, peildatum), feiten)

    def deel_in(self, code: str, over: Waarover) -> Ingedeeld:
        """What a classification comes to.

        Args:
            over: what it is asked of; what lies lower than the classification does not matter.

        Raises:
            Botsing: rules give different outcomes, and that is a fault.
            Onenigheid: the two evaluators disagree.
        """
        feiten = self.boek.feiten(self.indeler.basis(code), over)
        try:
            return self.indeler.deel_in(code, feiten)
        except (Botsing, Onenigheid) as fout:
            fout.onderwerp = over.onderwerp.code if over.onderwerp else ""
            if isinstance(fout, Botsing):
                fout.lid = over.lid.code if over.lid else ""
            raise

    def alles_over(self, wat: str) -> Iterator[Waarover]:
        """Everything that a classification over this judges."""
        return alle_over(wat, self._dossier, self._profiel)

    def controles(self) -> tuple[Controle, ...]:
        """What became of every check, for everything that it is about, in rule order."""
        return tuple(
            Controle(regel, over, self._toetser.oordeel(regel, self._feiten(regel, over)))
            for regel in self._controles
            for over in self.alles_over(regel.over or "onderwerp")
        )

    def _feiten(self, regel: Regel, over: Waarover) -> dict[str, Waarde | None]:
        """The facts that a check looks at, outcomes of classifications among them."""
        feiten = self.boek.feiten(regel.velden, over)
        for indeling in self.indelingen:
            if indeling.code in regel.velden:
                uitkomst = self.deel_in(indeling.code, over)
                feiten[indeling.code] = None if uitkomst.mogelijk else uitkomst.uitkomst
        return feiten

    def waarnemers(self, velden: Iterable[str]) -> dict[str, Waarnemer]:
        """How a rule over topics observes what no field of a topic holds by itself.

        These are facts over the year, facts that follow from others, and classifications.
        """
        codes = {indeling.code for indeling in self.indelingen}
        return {
            veld: self._waarnemer_van_indeling(veld)
            if veld in codes
            else self._waarnemer_van_feit(veld)
            for veld in velden
        }

    def _waarnemer_van_indeling(self, code: str) -> Waarnemer:
        def waarnemer(onderwerp: Onderwerp) -> Waarde | None:
            ingedeeld = self.deel_in(code, Waarover(onderwerp))
            return None if ingedeeld.mogelijk else ingedeeld.uitkomst

        return waarnemer

    def _waarnemer_van_feit(self, veld: str) -> Waarnemer:
        def waarnemer(onderwerp: Onderwerp) -> Waarde | None:
            return self.boek.feiten([veld], Waarover(onderwerp))[veld]

        return waarnemer
