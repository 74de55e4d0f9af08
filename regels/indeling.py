"""A classification: what rules together say a topic is, out of a fixed list of outcomes.

It is judged on facts, not on the outcomes of rules: every unknown fact that matters is filled in
with every value that the rules can tell apart. What comes out each time is certain, also where a
single rule cannot be judged yet.
"""

from __future__ import annotations

import operator
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import Field
from pydantic.dataclasses import dataclass

from regels.model import GESLOTEN, Bron, Gegeven, Keuzecode, Naam, Over, Tekst, Tekstregel, Veld
from regels.referentie import alle, toets
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from regels.model import Oordeel, Regel, Uitkomst, Voorwaarde, Waarde
    from regels.toetser import Toetser

BESPREKEN = "bespreken"
GEEN = "geen"
ONBEKEND = "onbekend"
EIGEN_UITKOMSTEN = (BESPREKEN, GEEN, ONBEKEND)
"""What any classification can come to, beside its own outcomes: a clash, no rule, not yet known."""

MAX_UITKOMSTEN = 40
MAX_AANVULLINGEN = 10_000
"""So many ways to fill in unknown facts are gone through; beyond that the answer is a rough one."""

_ZONDER = Field(exclude_if=operator.not_)
_CODE = Field(description="de code van een uitkomst")


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Indelingsuitkomst:
    """One of the outcomes of a classification; its name is its code when it has none."""

    code: Keuzecode
    naam: Annotated[Tekstregel | None, _ZONDER] = None


@dataclass(frozen=True, slots=True, config=GESLOTEN)
class Indelingsvoorbeeld:
    """Facts and the outcome that the rules together must give for them."""

    gegeven: Gegeven
    verwacht: Annotated[Keuzecode, _CODE]


@dataclass(frozen=True, slots=True, kw_only=True, config=GESLOTEN)
class Indeling:
    """A classification of topics, members, pairs of these, or of the year as a whole.

    Attributes:
        naam: the question that it answers: «Op welk niveau».
        botsing: what it is when rules give different outcomes: a fault in the rules, something to
            talk about, or the first of these outcomes.
        anders: the outcome when no rule gives one, or `geen`; None claims that one always does.
    """

    code: Naam
    over: Over
    naam: Tekstregel
    uitkomsten: Annotated[
        tuple[Indelingsuitkomst, ...],
        Field(
            min_length=1,
            max_length=MAX_UITKOMSTEN,
            description=f"een lijst met 1 tot {MAX_UITKOMSTEN} uitkomsten",
        ),
    ]
    botsing: Annotated[
        Literal["fout", "bespreken", "volgorde"], Field(description="fout, bespreken of volgorde")
    ]
    anders: Annotated[Keuzecode | None, _CODE] = None
    bron: Bron
    voorbeelden: Annotated[
        tuple[Indelingsvoorbeeld, ...],
        Field(max_length=1000, description="een lijst voorbeelden"),
    ] = ()
    opmerking: Annotated[Tekst, _ZONDER] = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its own outcomes, in their order."""
        return tuple(uitkomst.code for uitkomst in self.uitkomsten)

    @property
    def waarden(self) -> tuple[str, ...]:
        """Everything that it can come to when all facts are known."""
        bespreken = (BESPREKEN,) if self.botsing == BESPREKEN else ()
        return (*self.codes, *bespreken, *((GEEN,) if self.anders == GEEN else ()))

    def noem(self, uitkomst: str) -> str:
        """An outcome as people call it."""
        return next((u.naam for u in self.uitkomsten if u.code == uitkomst and u.naam), uitkomst)

    @property
    def veld(self) -> Veld:
        """Its outcome as a fact: rules of what is judged later may look at it."""
        namen = tuple((u.code, u.naam) for u in self.uitkomsten if u.naam)
        return Veld(self.code, self.naam, self.waarden, over=self.over, namen=namen)


class Botsing(Exception):
    """Rules of a classification in which that is a fault give different outcomes for these facts.

    Attributes:
        onderwerp: code of the topic; filled in by whoever knows it.
        lid: code of the member; likewise.
    """

    def __init__(self, indeling: Indeling, regels: Iterable[Regel], onderwerp: str = "") -> None:
        self.indeling = indeling
        self.regels = tuple(regels)
        self.onderwerp = onderwerp
        self.lid = ""
        super().__init__(f"{indeling.code}: {[regel.code for regel in self.regels]}")


class Ingedeeld(NamedTuple):
    """What a classification comes to.

    Attributes:
        uitkomst: one of its outcomes, `bespreken`, `geen`, or `onbekend`.
        mogelijk: what unknown facts can still make of it; empty when it is known.
        oordelen: its rules, each on what is known.
        exact: False when there were too many ways to fill in what is unknown; then not all that is
            listed as possible need be.
    """

    indeling: Indeling
    uitkomst: str
    mogelijk: tuple[str, ...]
    oordelen: tuple[Oordeel, ...]
    exact: bool = True


def uitkomst_bij(indeling: Indeling, geven: Sequence[Regel]) -> str:
    """What it comes to when exactly these of its rules say ja.

    Raises:
        Botsing: their outcomes differ, and that is a fault.
    """
    uitkomsten = {regel.gevolg[indeling.code] for regel in geven}
    if not uitkomsten:
        return indeling.anders or GEEN
    if len(uitkomsten) == 1:
        return uitkomsten.pop()
    if indeling.botsing == "volgorde":
        return min(uitkomsten, key=indeling.codes.index)
    if indeling.botsing == "fout":
        raise Botsing(indeling, geven)
    return BESPREKEN


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
        self._velden = velden
        self._ketens: dict[str, _Keten] = {}
        for indeling in indelingen:
            regels = [regel for regel in toetser.regels if indeling.code in regel.gevolg]
            self._ketens[indeling.code] = _Keten(indeling, regels, self._ketens)
        self._bekend: dict[tuple[str, tuple[Waarde | None, ...]], Ingedeeld] = {}

    def basis(self, code: str) -> tuple[str, ...]:
        """The facts on which a classification rests, also through others."""
        return self._ketens[code].basis

    def regels(self, code: str) -> tuple[Regel, ...]:
        """The rules in force of a classification."""
        return self._ketens[code].regels

    def deel_in(self, code: str, feiten: Mapping[str, Waarde | None]) -> Ingedeeld:
        """What a classification comes to; one that is named among the facts is as it stands there.

        Args:
            feiten: field → value; None or an absent field is unknown.

        Raises:
            Botsing: rules give different outcomes, and that is a fault.
            Onenigheid: the two evaluators disagree.
        """
        keten = self._ketens[code]
        sleutel = (code, tuple(map(feiten.get, keten.alles)))
        bekend = self._bekend.get(sleutel)
        if bekend is None:
            bekend = self._bekend[sleutel] = self._maak(keten, feiten)
        return bekend

    def _maak(self, keten: _Keten, feiten: Mapping[str, Waarde | None]) -> Ingedeeld:
        eerder = {deel.indeling.code: self._eerder(deel, feiten) for deel in keten.delen[:-1]}
        nu = {**feiten, **eerder}
        oordelen = tuple(self._toetser.oordeel(regel, nu) for regel in keten.regels)
        uitkomsten, exact = self._uitkomsten(keten, feiten)
        mogelijk = tuple(w for w in (*keten.indeling.waarden, GEEN) if w in uitkomsten)
        mogelijk = tuple(dict.fromkeys(mogelijk))
        if len(mogelijk) == 1:
            return Ingedeeld(keten.indeling, mogelijk[0], (), oordelen, exact)
        return Ingedeeld(keten.indeling, ONBEKEND, mogelijk, oordelen, exact)

    def _eerder(self, deel: _Keten, feiten: Mapping[str, Waarde | None]) -> Waarde | None:
        """The outcome of a classification on which another rests; None when it is unknown."""
        code = deel.indeling.code
        gegeven = feiten.get(code)
        if gegeven is not None:
            return gegeven
        uitkomst = self.deel_in(code, feiten).uitkomst
        return None if uitkomst == ONBEKEND else uitkomst

    def _uitkomsten(
        self, keten: _Keten, feiten: Mapping[str, Waarde | None]
    ) -> tuple[Collection[str], bool]:
        """Every outcome that is left, and whether each of them really is."""
        gegeven = {deel.indeling.code: feiten.get(deel.indeling.code) for deel in keten.delen}
        waarden = keten.keuzen(feiten, gegeven, self._velden)
        if prod(map(len, waarden.values())) > MAX_AANVULLINGEN:
            return set(self._ruw(keten, feiten, gegeven)), False
        gevonden = set()
        for aanvulling in product(*waarden.values()):
            vol = {**feiten, **dict(zip(waarden, aanvulling, strict=True))}
            gevonden.add(self._vol(keten, vol, gegeven))
        return gevonden, True

    def _vol(
        self, keten: _Keten, feiten: dict[str, Waarde | None], gegeven: Mapping[str, Waarde | None]
    ) -> str:
        """The outcome when every fact that matters is known."""
        uitkomst = ""
        for deel in keten.delen:
            code, vast = deel.indeling.code, gegeven[deel.indeling.code]
            ja = [r for r in deel.regels if self._toetser.oordeel(r, feiten).uitkomst == "ja"]
            uitkomst = uitkomst_bij(deel.indeling, ja)
            feiten[code] = uitkomst if vast is None else vast
        return uitkomst

    def _ruw(
        self,
        keten: _Keten,
        feiten: Mapping[str, Waarde | None],
        gegeven: Mapping[str, Waarde | None],
    ) -> Iterator[str]:
        """Every outcome that may be left, judged rule by rule: never too few, perhaps too many."""
        mogelijk: dict[str, Collection[Waarde | None]] = {}
        uitkomsten: list[str] = []
        for deel in keten.delen:
            per_regel = {regel.code: _driewaardig(regel, feiten, mogelijk) for regel in deel.regels}
            uitkomsten = list(_mogelijk(deel, per_regel))
            vast = gegeven[deel.indeling.code]
            mogelijk[deel.indeling.code] = uitkomsten if vast is None else [vast]
        yield from uitkomsten


class _Keten:
    """A classification with those on which it rests, itself last.

    Attributes:
        basis: the facts that none of these give, on which they all rest.
        alles: those facts and the classifications.
    """

    def __init__(
        self, indeling: Indeling, regels: Sequence[Regel], eerder: Mapping[str, _Keten]
    ) -> None:
        self.indeling = indeling
        self.regels = tuple(regels)
        velden = dict.fromkeys(veld for regel in regels for veld in regel.velden)
        delen: dict[str, _Keten] = {}
        for veld in velden:
            for deel in eerder[veld].delen if veld in eerder else ():
                delen[deel.indeling.code] = deel
        # In the order of all classifications, in which each stands after those it rests on.
        self.delen: tuple[_Keten, ...] = (
            *(ander for code, ander in eerder.items() if code in delen),
            self,
        )
        alle = dict.fromkeys(v for deel in self.delen for r in deel.regels for v in r.velden)
        codes = [deel.indeling.code for deel in self.delen]
        self.basis = tuple(veld for veld in alle if veld not in codes)
        self.alles = (*self.basis, *codes)

    def keuzen(
        self,
        feiten: Mapping[str, Waarde | None],
        gegeven: Mapping[str, Waarde | None],
        velden: Mapping[str, Veld],
    ) -> dict[str, tuple[Waarde, ...]]:
        """Each unknown fact that can still matter → the values that the rules can tell apart."""
        eisen: dict[str, list[Voorwaarde]] = {}
        for deel in self.delen:
            if gegeven[deel.indeling.code] is not None and deel is not self:
                continue
            for regel in deel.regels:
                bekend = [toets(v, feiten.get(v.veld)).uitkomst for v in regel.als]
                for voorwaarde in regel.als if "nee" not in bekend else ():
                    if voorwaarde.veld in self.basis and feiten.get(voorwaarde.veld) is None:
                        eisen.setdefault(voorwaarde.veld, []).append(voorwaarde)
        return {veld: proefwaarden(velden[veld], samen) for veld, samen in eisen.items()}


def _driewaardig(
    regel: Regel,
    feiten: Mapping[str, Waarde | None],
    mogelijk: Mapping[str, Collection[Waarde | None]],
) -> Uitkomst:
    """A rule on what is known, where an earlier classification can have several outcomes."""
    uitkomsten: list[Uitkomst] = []
    for voorwaarde in regel.als:
        waarden = mogelijk.get(voorwaarde.veld, [feiten.get(voorwaarde.veld)])
        alleen = {toets(voorwaarde, waarde).uitkomst for waarde in waarden}
        uitkomsten.append(alleen.pop() if len(alleen) == 1 else "onbekend")
    return alle(uitkomsten)


def _mogelijk(deel: _Keten, per_regel: Mapping[str, Uitkomst]) -> Iterator[str]:
    """The outcomes that rules can together give, some of which may or may not say ja."""
    indeling = deel.indeling
    zeker = {r.gevolg[indeling.code] for r in deel.regels if per_regel[r.code] == "ja"}
    samen = {r.gevolg[indeling.code] for r in deel.regels if per_regel[r.code] != "nee"}
    if not zeker:
        yield indeling.anders or GEEN
    for uitkomst in samen:
        plek = indeling.codes.index
        eerst = indeling.botsing == "volgorde" and plek(uitkomst) <= min(map(plek, zeker or samen))
        if zeker <= {uitkomst} or eerst:
            yield uitkomst
    if len(samen) > 1 and indeling.botsing == "bespreken":
        yield BESPREKEN
