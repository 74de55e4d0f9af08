"""Judge classifications on facts, not on the outcomes of rules.

Every unknown fact that matters is filled in with every value that the rules can tell apart. What
comes out each time is certain, also where a single rule cannot be judged yet. Not all of these ways
are gone through one by one: as soon as what is filled in leaves nothing new, the rest is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.eigen_uitkomsten import BESPREKEN, GEEN, ONBEKEND
from regels.ingedeeld import Botsing, Ingedeeld
from regels.referentie import alle, toets
from regels.waarden import cellen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Uitkomst, Veld, Voorwaarde, Waarde
    from regels.toetser import Toetser

    Feiten = Mapping[str, Waarde | None]

MAX_AANVULLINGEN = 10_000
"""So many (half) filled in sets of facts are looked at; beyond that the answer is a rough one."""

_BOTST = ""
"""Stands among outcomes for a clash that is a fault; no outcome has this code."""


class Indeler:
    """Judges classifications on the facts of one subject.

    Args:
        indelingen: each after those on which its rules rest.
        toetser: judges the rules in force.
        velden: every fact that a rule may use, by name.
    """

    def __init__(
        self, indelingen: Iterable[Indeling], toetser: Toetser, velden: Mapping[str, Veld]
    ) -> None:
        self._toetser = toetser
        self._ketens: dict[str, _Keten] = {}
        for indeling in indelingen:
            regels = [regel for regel in toetser.regels if indeling.code in regel.gevolg]
            self._ketens[indeling.code] = _Keten(indeling, regels, self._ketens, velden)
        self._bekend: dict[tuple[str, tuple[Waarde | None, ...]], Ingedeeld] = {}

    def basis(self, code: str) -> tuple[str, ...]:
        """The facts on which a classification rests, also through others."""
        return self._ketens[code].basis

    def regels(self, code: str) -> tuple[Regel, ...]:
        """The rules in force of a classification."""
        return self._ketens[code].regels

    def deel_in(self, code: str, feiten: Feiten) -> Ingedeeld:
        """What a classification comes to; one that is named among the facts is as it stands there.

        Where unknown facts can still make rules clash, and that is a fault, no outcome is certain.

        Args:
            feiten: field → value; None or an absent field is unknown.

        Raises:
            Botsing: whatever is unknown, rules give different outcomes, and that is a fault.
            Onenigheid: the two evaluators disagree.
        """
        keten = self._ketens[code]
        sleutel = (code, tuple(map(feiten.get, keten.alles)))
        bekend = self._bekend.get(sleutel)
        if bekend is None:
            bekend = self._bekend[sleutel] = self._maak(keten, feiten)
        return bekend

    def _maak(self, keten: _Keten, feiten: Feiten) -> Ingedeeld:
        delen = keten.te_beoordelen(feiten)
        eerder = {deel.code: self._eerder(deel, feiten) for deel in delen[:-1]}
        oordelen = tuple(self._toetser.oordeel(r, {**feiten, **eerder}) for r in keten.regels)
        gegeven = feiten.get(keten.code)
        if gegeven is not None:
            return Ingedeeld(keten.indeling, str(gegeven), (), oordelen)
        uitkomsten, exact = self._uitkomsten(keten, delen, feiten)
        volgorde = dict.fromkeys((*keten.indeling.waarden, GEEN))
        mogelijk = tuple(uitkomst for uitkomst in volgorde if uitkomst in uitkomsten)
        if len(mogelijk) == 1:
            return Ingedeeld(keten.indeling, mogelijk[0], (), oordelen, exact)
        return Ingedeeld(keten.indeling, ONBEKEND, mogelijk, oordelen, exact)

    def _eerder(self, deel: _Keten, feiten: Feiten) -> Waarde | None:
        """The outcome of a classification on which another rests; None when it is unknown."""
        uitkomst = self.deel_in(deel.code, feiten).uitkomst
        return None if uitkomst == ONBEKEND else uitkomst

    def _uitkomsten(
        self, keten: _Keten, delen: Sequence[_Keten], feiten: Feiten
    ) -> tuple[Collection[str], bool]:
        """Every outcome that is left, and whether each of them really is.

        Raises:
            Botsing: none is left.
        """
        gevonden, botsing = {_BOTST}, None
        te_doen: list[Feiten] = [feiten]
        bezocht = 0
        while te_doen:
            bezocht += 1
            nu = te_doen.pop()
            stand = self._stand(delen, nu)
            botsing = stand.botsing or botsing
            if bezocht > MAX_AANVULLINGEN:
                return self._stand(delen, feiten).mogelijk - {_BOTST}, False
            if stand.mogelijk <= gevonden:
                continue
            if len(stand.mogelijk) == 1:
                gevonden |= stand.mogelijk
                continue
            waarden = keten.cellen[stand.open]
            te_doen += ({**nu, stand.open: waarde} for waarde in reversed(waarden))
        if gevonden == {_BOTST} and botsing is not None:
            raise botsing
        over = gevonden - {_BOTST}
        return over.union(self._bij_botsing(keten, delen, feiten) if len(over) == 1 else ()), True

    def _bij_botsing(
        self, keten: _Keten, delen: Sequence[_Keten], feiten: Feiten
    ) -> Collection[str]:
        """What clashing rules say when unknown facts can still make them clash; else nothing.

        What such rules say together is a fault, so no other outcome is certain beside it.
        """
        te_doen: list[Feiten] = [feiten]
        for _ in range(MAX_AANVULLINGEN):
            if not te_doen:
                break
            nu = te_doen.pop()
            stand = self._stand(delen, nu)
            if stand.botsing is not None:
                if stand.botsing.indeling.code != keten.code:
                    return keten.indeling.codes
                return {regel.gevolg[keten.code] for regel in stand.botsing.regels}
            if _BOTST in stand.mogelijk and stand.open:
                te_doen += ({**nu, stand.open: waarde} for waarde in keten.cellen[stand.open])
        return ()

    def _stand(self, delen: Sequence[_Keten], feiten: Feiten) -> _Stand:
        """What known facts leave, judged rule by rule: never too few outcomes."""
        nu = dict(feiten)
        onzeker: dict[str, frozenset[str]] = {}
        open_ = ""
        mogelijk = frozenset[str]()
        botst = False
        for deel in delen:
            per_regel: list[tuple[Regel, Uitkomst]] = []
            for regel in deel.regels:
                uitkomst = self._oordeel(regel, nu, onzeker)
                per_regel.append((regel, uitkomst))
                if uitkomst == "onbekend" and not open_:
                    open_ = deel.eerste_onbekende(regel, nu)
            mogelijk = frozenset(_mogelijk(deel.indeling, per_regel))
            if mogelijk == {_BOTST}:
                geven = [regel for regel, uitkomst in per_regel if uitkomst == "ja"]
                return _Stand(mogelijk, open_, Botsing(deel.indeling, geven))
            botst = botst or _BOTST in mogelijk
            over = mogelijk - {_BOTST}
            if len(over) > 1:
                onzeker[deel.code] = over
            nu[deel.code] = next(iter(over)) if len(over) == 1 else None
        return _Stand(mogelijk | {_BOTST} if botst else mogelijk, open_)

    def _oordeel(
        self, regel: Regel, feiten: Feiten, onzeker: Mapping[str, frozenset[str]]
    ) -> Uitkomst:
        """A rule on what is known, where an earlier classification can have several outcomes."""
        if not any(veld in onzeker for veld in regel.velden):
            return self._toetser.oordeel(regel, feiten).uitkomst
        uitkomsten: list[Uitkomst] = []
        for voorwaarde in regel.als:
            waarden = onzeker.get(voorwaarde.veld, (feiten.get(voorwaarde.veld),))
            alleen = {toets(voorwaarde, waarde).uitkomst for waarde in waarden}
            uitkomsten.append(alleen.pop() if len(alleen) == 1 else "onbekend")
        return alle(uitkomsten)


class _Stand(NamedTuple):
    """What is left of a classification when some facts are known.

    Attributes:
        open: an unknown fact that matters; empty when there is none.
        botsing: the clash, when nothing else is left.
    """

    mogelijk: frozenset[str]
    open: str
    botsing: Botsing | None = None


class _Keten:
    """A classification with those on which it rests, itself last.

    Attributes:
        basis: the facts that none of these give, on which they all rest.
        alles: those facts and the classifications.
        cellen: fact → the values between which their rules can tell.
    """

    def __init__(
        self,
        indeling: Indeling,
        regels: Sequence[Regel],
        eerder: Mapping[str, _Keten],
        velden: Mapping[str, Veld],
    ) -> None:
        self.indeling, self.code = indeling, indeling.code
        self.regels = tuple(regels)
        self._rust_op = {veld for regel in regels for veld in regel.velden if veld in eerder}
        codes = {deel.code for veld in self._rust_op for deel in eerder[veld].delen}
        # In the order of all classifications, in which each stands after those it rests on.
        self.delen: tuple[_Keten, ...] = (
            *(deel for code, deel in eerder.items() if code in codes),
            self,
        )
        eisen: dict[str, list[Voorwaarde]] = {}
        for deel in self.delen:
            for voorwaarde in (v for regel in deel.regels for v in regel.als):
                if voorwaarde.veld not in codes:
                    eisen.setdefault(voorwaarde.veld, []).append(voorwaarde)
        self.basis = tuple(eisen)
        self.alles = (*self.basis, *(deel.code for deel in self.delen))
        self.cellen = {veld: cellen(velden[veld], samen) for veld, samen in eisen.items()}

    def te_beoordelen(self, feiten: Feiten) -> tuple[_Keten, ...]:
        """Itself, after those on which it rests that are not named among the facts."""
        nodig = {self.code}
        for deel in reversed(self.delen):
            if deel.code in nodig:
                nodig |= {code for code in deel._rust_op if feiten.get(code) is None}
        return tuple(deel for deel in self.delen if deel.code in nodig)

    def eerste_onbekende(self, regel: Regel, feiten: Feiten) -> str:
        """The first fact that a rule asks and that is not known; empty when there is none."""
        return next((v for v in regel.velden if v in self.basis and feiten.get(v) is None), "")


def _mogelijk(indeling: Indeling, per_regel: Sequence[tuple[Regel, Uitkomst]]) -> Iterator[str]:
    """The outcomes that rules can together give, some of which may or may not say ja."""
    zeker = {regel.gevolg[indeling.code] for regel, uitkomst in per_regel if uitkomst == "ja"}
    samen = {regel.gevolg[indeling.code] for regel, uitkomst in per_regel if uitkomst != "nee"}
    if not zeker:
        yield indeling.anders or GEEN
    if indeling.botsing == "volgorde":
        plek = indeling.codes.index
        grens = min(map(plek, zeker), default=len(indeling.codes))
        yield from (uitkomst for uitkomst in samen if plek(uitkomst) <= grens)
        return
    yield from (uitkomst for uitkomst in samen if zeker <= {uitkomst})
    if len(samen) > 1:
        yield _BOTST if indeling.botsing == "fout" else BESPREKEN
