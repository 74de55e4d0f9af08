"""The smallest invented subject on which two sets of rules differ: the fewest facts known."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Literal, NamedTuple

from regels.eigen_uitkomsten import ONBEKEND
from regels.indeler import Indeler
from regels.ingedeeld import Botsing
from regels.referentie import alle, oordeel
from regels.toets.groep import eisen_van
from regels.toetser import Toetser
from regels.waarden import cellen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Veld, Voorwaarde, Waarde

    Feiten = Mapping[str, Waarde | None]

MAX_GEZIEN = 100_000
"""After so many invented subjects the search stops, and says so; that takes a few seconds."""

BOTSING = "botsing"
"""The outcome of a classification in which rules clash, where that is a fault."""

Wat = Literal["toelating", "criterium", "controle", "indeling"]


class Geheel(NamedTuple):
    """Rules in force together, with their classifications and the facts they are judged on."""

    regels: tuple[Regel, ...]
    indelingen: tuple[Indeling, ...]
    velden: Mapping[str, Veld]


class Verschil(NamedTuple):
    """What two sets of rules say differently to the same facts.

    Attributes:
        code: of the criterium, controle or classification; empty for the admission.
        oud: what comes out; empty where there is no such rule.
    """

    feiten: dict[str, Waarde]
    wat: Wat
    code: str
    oud: str
    nieuw: str


class Kleinste(NamedTuple):
    """The outcome of the search.

    Attributes:
        verschil: None when none was found.
        gezien: how many invented subjects were looked at.
        exact: whether there can be no smaller one, or none at all.
    """

    verschil: Verschil | None
    gezien: int
    exact: bool


def kleinste_verschil(oud: Geheel, nieuw: Geheel, hoogstens: int = MAX_GEZIEN) -> Kleinste:
    """Look among all facts that rules of either side can tell apart, the fewest facts first.

    An outcome that is still open on both sides is no difference, nor is a criterium that gives
    points on neither. A rule that is not there gives no points, and finds nothing wrong.
    """
    kanten = (_Kant(oud), _Kant(nieuw))
    vragen = [vraag for vraag in _vragen(*kanten) if vraag.anders]
    gezien = 0
    for aantal in range(max((len(vraag.cellen) for vraag in vragen), default=0) + 1):
        for vraag in vragen:
            for feiten in vraag.invoer(aantal):
                if gezien == hoogstens:
                    return Kleinste(None, gezien, exact=False)
                gezien += 1
                if verschil := vraag.verschil(feiten):
                    return Kleinste(verschil, gezien, exact=True)
    return Kleinste(None, gezien, exact=True)


class _Kant:
    """One of the two sets of rules."""

    def __init__(self, geheel: Geheel) -> None:
        self.geheel = geheel
        self._indeler = Indeler(geheel.indelingen, Toetser(geheel.regels, None), geheel.velden)
        self.indelingen = {indeling.code: indeling for indeling in geheel.indelingen}

    def steunt_op(self, wat: Wat, code: str) -> tuple[Regel, ...]:
        """Every rule on which an answer rests, also through classifications."""
        regels = [r for r in self.geheel.regels if r.soort == _SOORT[wat] and code in ("", r.code)]
        if wat == "indeling":
            regels = [regel for regel in self.geheel.regels if code in regel.gevolg]
        via = {veld for regel in regels for veld in regel.velden if veld in self.indelingen}
        onder = [regel for naam in via for regel in self.steunt_op("indeling", naam)]
        return (*regels, *onder)

    def antwoord(self, wat: Wat, code: str, feiten: Feiten) -> str:
        """What comes out; empty where there is no such rule."""
        if wat == "indeling":
            return self._ingedeeld(code, feiten)
        regels = [r for r in self.geheel.regels if r.soort == _SOORT[wat] and code in ("", r.code)]
        via = {veld for regel in regels for veld in regel.velden if veld in self.indelingen}
        vol = dict(feiten)
        for naam in via:
            uitkomst = self._ingedeeld(naam, feiten)
            vol[naam] = None if uitkomst in (ONBEKEND, BOTSING) else uitkomst
        return alle([oordeel(regel, vol).uitkomst for regel in regels]) if regels else ""

    def _ingedeeld(self, code: str, feiten: Feiten) -> str:
        try:
            return self._indeler.deel_in(code, feiten).uitkomst
        except Botsing:
            return BOTSING


_SOORT = {
    "toelating": "uitgangspunt",
    "criterium": "criterium",
    "controle": "controle",
    "indeling": "indeling",
}
_ZONDER = {"toelating": "ja", "criterium": "nee", "controle": "ja"}
"""What it is the same as when there is no such rule."""
_ZEGT_NIETS = {"toelating": (), "criterium": ("nee", ONBEKEND), "controle": ("ja", ONBEKEND)}
"""Outcomes that make no difference to anyone."""


def _vragen(oud: _Kant, nieuw: _Kant) -> Iterator[_Vraag]:
    yield _Vraag(oud, nieuw, "toelating", "")
    regels = (*oud.geheel.regels, *nieuw.geheel.regels)
    for wat in ("criterium", "controle"):
        for code in dict.fromkeys(regel.code for regel in regels if regel.soort == wat):
            yield _Vraag(oud, nieuw, wat, code)
    for code in oud.indelingen:
        if code in nieuw.indelingen:
            yield _Vraag(oud, nieuw, "indeling", code)


class _Vraag:
    """One answer that both sides give.

    Attributes:
        anders: whether the rules on which it rests differ at all.
        cellen: fact → the values that rules of either side can tell apart.
    """

    def __init__(self, oud: _Kant, nieuw: _Kant, wat: Wat, code: str) -> None:
        self._kanten, self._wat, self._code = (oud, nieuw), wat, code
        steun = [kant.steunt_op(wat, code) for kant in self._kanten]
        eigen = [code] if wat == "indeling" else []
        kern = [_kern(*kant, eigen) for kant in zip(self._kanten, steun, strict=True)]
        self.anders = kern[0] != kern[1]
        eisen = eisen_van(regel for regels in steun for regel in regels)
        self.cellen = {
            naam: self._cellen(naam, samen)
            for naam, samen in eisen.items()
            if naam not in oud.indelingen and naam not in nieuw.indelingen
        }

    def _cellen(self, naam: str, eisen: Sequence[Voorwaarde]) -> tuple[Waarde, ...]:
        velden = [k.geheel.velden[naam] for k in self._kanten if naam in k.geheel.velden]
        return tuple(dict.fromkeys(waarde for veld in velden for waarde in cellen(veld, eisen)))

    def invoer(self, aantal: int) -> Iterator[dict[str, Waarde]]:
        """Every input with so many facts known."""
        for namen in combinations(self.cellen, aantal):
            for waarden in product(*(self.cellen[naam] for naam in namen)):
                yield dict(zip(namen, waarden, strict=True))

    def verschil(self, feiten: dict[str, Waarde]) -> Verschil | None:
        """The two answers, when they differ in a way that matters."""
        antwoorden = [kant.antwoord(self._wat, self._code, feiten) for kant in self._kanten]
        tellen = [antwoord or _ZONDER.get(self._wat, "") for antwoord in antwoorden]
        if tellen[0] == tellen[1] or set(tellen) <= set(_ZEGT_NIETS.get(self._wat, ())):
            return None
        return Verschil(feiten, self._wat, self._code, *antwoorden)


def _kern(kant: _Kant, regels: Sequence[Regel], eigen: Sequence[str]) -> list[tuple[object, ...]]:
    """What rules say, apart from their words and sources, with their classifications."""
    codes = [*eigen, *(veld for r in regels for veld in r.velden if veld in kant.indelingen)]
    onder = [
        (indeling.code, indeling.codes, indeling.botsing, indeling.anders)
        for indeling in map(kant.indelingen.__getitem__, dict.fromkeys(codes))
    ]
    return [*((regel.soort, regel.als, tuple(regel.gevolg.items())) for regel in regels), *onder]
