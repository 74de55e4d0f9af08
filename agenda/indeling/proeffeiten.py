"""The facts on which a classification rests, and what it would be if they were otherwise.

A fact that follows from others changes with them; it is also a fact that can be otherwise by
itself, as long as something that it follows from is free. A field with several choices is one fact.
"""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from regels.ingedeeld import Botsing
from regels.model import MAX_GETAL, deelveld
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.feiten.boek import Waarover
    from agenda.indeling.indelingen import Indelingen
    from regels.model import Veld, Voorwaarde

_MAX_KEUZEN = 256
"""So many sets of choices of one field are tried."""


class Proeffeit(NamedTuple):
    """A fact that can be otherwise.

    Attributes:
        nu: its value; None is unknown.
        anders: every other value that the rules can tell apart, known ones only.
    """

    veld: Veld
    nu: Any
    anders: tuple[Any, ...]


class Proeffeiten:
    """The facts of one subject that can be otherwise, for one classification.

    Attributes:
        velden: the fields on which it rests.
        feiten: those of them that can be otherwise while the others stay as they are.
        volledig: whether every value that matters is among those that are tried.
    """

    def __init__(self, indelingen: Indelingen, code: str, over: Waarover) -> None:
        self._indelingen, self._code, self._over = indelingen, code, over
        self._boek = indelingen.boek
        self._basis = indelingen.indeler.basis(code)
        self.velden = tuple(dict.fromkeys(self._boek.deel(naam)[0] for naam in self._basis))
        self.volledig = True
        eisen = self._eisen()
        self.feiten = tuple(
            [self._proeffeit(naam, eisen) for naam in self.velden if self._is_vrij(naam)]
        )

    @property
    def hangen_samen(self) -> bool:
        """Whether two numbers that can be otherwise decide together on a third that matters."""
        getallen = {feit.veld.naam for feit in self.feiten if not feit.veld.keuzes}
        return any(len(self._bronnen(naam) & getallen) > 1 for naam in self.velden)

    def bij(self, anders: Mapping[str, Any]) -> str | None:
        """The outcome with other facts; None when they cannot be so, or when rules clash."""
        boek = self._boek.met(anders, self._over)
        for naam in anders:
            if self._boek.volgt_uit(naam):
                laagste, hoogste = boek.grenzen(naam, self.velden, self._over)
                if isinstance(anders[naam], int) and not laagste <= anders[naam] <= hoogste:
                    return None
        try:
            ingedeeld = self._indelingen.indeler.deel_in(
                self._code, boek.feiten(self._basis, self._over)
            )
        except Botsing:
            return None
        return ingedeeld.uitkomst

    def _eisen(self) -> dict[str, list[Voorwaarde]]:
        """Fact → the conditions on it, also of the classifications on which this one rests."""
        codes = {indeling.code for indeling in self._indelingen.indelingen}
        eisen: dict[str, list[Voorwaarde]] = {}
        open_, gezien = [self._code], {self._code}
        while open_:
            for regel in self._indelingen.indeler.regels(open_.pop()):
                for voorwaarde in regel.als:
                    eisen.setdefault(voorwaarde.veld, []).append(voorwaarde)
                    if voorwaarde.veld in codes - gezien:
                        gezien.add(voorwaarde.veld)
                        open_.append(voorwaarde.veld)
        return eisen

    def _proeffeit(self, naam: str, eisen: Mapping[str, list[Voorwaarde]]) -> Proeffeit:
        veld, nu = self._boek.veld(naam), self._boek.waarde(naam, self._over)
        if veld.meer:
            gevraagd = [k for k in veld.keuzes if deelveld(naam, k) in self._basis]
            keuzen = tuple(islice(_lijsten(veld, gevraagd, nu), _MAX_KEUZEN))
            self.volledig &= 2 ** len(gevraagd) <= _MAX_KEUZEN
            return Proeffeit(veld, nu, keuzen)
        if veld.keuzes:
            return Proeffeit(veld, nu, tuple(w for w in veld.keuzes if w != nu))
        getallen = {int(w) for w in proefwaarden(veld, eisen.get(naam, ()))}
        getallen |= set(self._via_afgeleid(naam, eisen))
        _, hoogste = self._boek.grenzen(naam, (), self._over)
        goed = (getal for getal in sorted(getallen) if 0 <= getal <= hoogste and getal != nu)
        return Proeffeit(veld, nu, tuple(goed))

    def _via_afgeleid(self, naam: str, eisen: Mapping[str, list[Voorwaarde]]) -> Iterator[int]:
        """Values at which a number that follows from this one passes a value that rules name.

        What follows from a number rises or falls one with it, or stays at 0. So its value at both
        ends tells where it passes any other.
        """
        for ander in self.velden:
            if naam not in self._bronnen(ander):
                continue
            laag, hoog = (
                self._boek.met({naam: getal}, self._over).waarde(ander, self._over)
                for getal in (0, MAX_GETAL)
            )
            if not isinstance(laag, int) or not isinstance(hoog, int):
                continue
            for getal in proefwaarden(self._boek.veld(ander), eisen.get(ander, ())):
                yield int(getal) - hoog + MAX_GETAL if hoog > laag else laag - int(getal)

    def _bronnen(self, naam: str) -> set[str]:
        """The fields from which a field follows, also through others."""
        bronnen: set[str] = set()
        for bron in self._boek.volgt_uit(naam):
            bronnen |= {bron} | self._bronnen(bron)
        return bronnen

    def _is_vrij(self, naam: str) -> bool:
        """Whether a fact can be otherwise while the others that matter stay as they are."""
        bronnen = self._boek.volgt_uit(naam)
        lager = any(self._boek.veld(b).over != self._boek.veld(naam).over for b in bronnen)
        return not bronnen or lager or any(self._los(bron) for bron in bronnen)

    def _los(self, naam: str) -> bool:
        """Whether a field can have any value while the facts that matter stay as they are."""
        return naam not in self.velden and self._is_vrij(naam)


def _lijsten(veld: Veld, gevraagd: Sequence[str], nu: Any) -> Iterator[tuple[str, ...]]:
    """Other sets of choices, the nearest first; only what rules ask for changes."""
    gekozen = set(nu or ())
    for aantal in range(0 if nu is None else 1, len(gevraagd) + 1):
        for keuze in combinations(gevraagd, aantal):
            nieuw = gekozen ^ set(keuze)
            yield tuple(code for code in veld.keuzes if code in nieuw)
