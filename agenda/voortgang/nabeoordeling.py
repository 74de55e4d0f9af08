"""Judge the rules over what comes after the decision: of a group, a member in these, a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.boek import JAAR, Feitenboek, Waarover
from regels.indeler import Indeler
from regels.ingedeeld import Botsing
from regels.toetser import Onenigheid, Toetser, maak_toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from agenda.kennis.regio import Lid
    from agenda.rangorde.ranglijst import Ranglijst
    from regels.ingedeeld import Ingedeeld
    from regels.model import Oordeel, Regel, Waarde


class Naoordeel(NamedTuple):
    """What the rules say of one group, member or decision.

    Attributes:
        uitkomsten: what each classification comes to, in their order.
        controles: what became of each check, in rule order.
    """

    uitkomsten: tuple[Ingedeeld, ...] = ()
    controles: tuple[Oordeel, ...] = ()


class Nabeoordelaar:
    """Judges the rules that are in force on a day.

    They may rest on facts and classifications over the year and over members; these are as they
    are for the agenda, on its own day.

    Args:
        lijst: the agenda, with the rules of its profile.
        dag: rules over what comes after the decision count when they are in force on this day.
        maak: makes the evaluators.

    Attributes:
        regels: those over what comes after the decision that are in force.
        indelingen: those over what comes after the decision.
    """

    def __init__(
        self,
        lijst: Ranglijst,
        dag: date,
        maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
    ) -> None:
        na = lijst.na.op(dag)
        alle = (*lijst.indelingen, *lijst.na.indelingen)
        eerder = (regel for regel in lijst.regels if regel.soort == "indeling")
        velden = {**lijst.velden, **lijst.na.velden}
        self.regels = na
        self.indelingen = lijst.na.indelingen
        self._over = {regel.code: lijst.na.over(regel) for regel in na}
        self._toetser = maak((*eerder, *na))
        self._indeler = Indeler(alle, self._toetser, velden)
        self._codes = frozenset(indeling.code for indeling in alle)
        feiten = {naam: v for naam, v in lijst.velden.items() if naam not in self._codes}
        self._boek = Feitenboek(lijst.dossier, lijst.profiel, lijst.wijzer, feiten)

    def gaat_over(self, wat: str) -> bool:
        """Whether there is anything to judge over this: groep, zetels or besluit."""
        return wat in self._over.values() or any(i.over == wat for i in self.indelingen)

    def beoordeel(
        self, wat: str, feiten: Mapping[str, Waarde | None], lid: Lid | None = None, naam: str = ""
    ) -> Naoordeel:
        """Judge one group, member or decision.

        Args:
            wat: groep, zetels or besluit.
            feiten: what is known of it; see agenda/voortgang/groepsfeiten.py.
            lid: the member that it is about.
            naam: how faults call it.

        Raises:
            Botsing: rules give different outcomes, and that is a fault.
            Onenigheid: the two evaluators disagree.
        """
        over = JAAR if lid is None else Waarover(lid=lid)
        try:
            return Naoordeel(
                tuple(
                    self._deel_in(indeling.code, feiten, over)
                    for indeling in self.indelingen
                    if indeling.over == wat
                ),
                tuple(
                    self._toets(regel, feiten, over)
                    for regel in self.regels
                    if regel.soort == "controle" and self._over[regel.code] == wat
                ),
            )
        except (Botsing, Onenigheid) as fout:
            if isinstance(fout, Botsing):
                fout.waar = naam
            raise

    def _deel_in(self, code: str, feiten: Mapping[str, Waarde | None], over: Waarover) -> Ingedeeld:
        basis = self._indeler.basis(code)
        return self._indeler.deel_in(code, {**self._boek.feiten(basis, over), **feiten})

    def _toets(self, regel: Regel, feiten: Mapping[str, Waarde | None], over: Waarover) -> Oordeel:
        """A check, on facts and on outcomes of classifications."""
        alles = {**self._boek.feiten(regel.velden, over), **feiten}
        for code in self._codes.intersection(regel.velden):
            ingedeeld = self._deel_in(code, feiten, over)
            alles[code] = None if ingedeeld.mogelijk else ingedeeld.uitkomst
        return self._toetser.oordeel(regel, alles)
