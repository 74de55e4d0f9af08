"""Every complete input of a group of rules that can be told apart, and what the rules say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.eigen_uitkomsten import BESPREKEN, GEEN
from regels.ingedeeld import Botsing, uitkomst_bij
from regels.referentie import houdt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Voorwaarde, Waarde
    from regels.toets.groep import Groep

BOTST = ""
"""Stands for the outcome where rules clash and that is a fault; no outcome has this code."""


class Stand(NamedTuple):
    """What rules say to some of the inputs: it tells them apart from the others.

    Attributes:
        ja: a bit for each rule that says ja.
        uitkomsten: what each classification comes to.
    """

    ja: int
    uitkomsten: tuple[str, ...]


class Bereik(NamedTuple):
    """What can come out when all facts are known.

    Attributes:
        regels: per rule «ja» and «nee».
        indelingen: per classification its outcomes, also `bespreken` and `geen`.
    """

    regels: tuple[frozenset[str], ...]
    indelingen: dict[str, tuple[str, ...]]


class Doorloop(NamedTuple):
    """What the rules of a group say to all complete inputs.

    Attributes:
        standen: everything that they can say together → the number of the first such input.
        kolommen: per rule a bit for each of these in which it says ja.
        patronen: per rule every set of its conditions, as bits, that some input fails.
    """

    groep: Groep
    standen: dict[Stand, int]
    kolommen: tuple[int, ...]
    patronen: tuple[frozenset[int], ...]

    @property
    def overal(self) -> int:
        """A bit for everything that the rules can say together."""
        return (1 << len(self.standen)) - 1

    @property
    def bereik(self) -> Bereik:
        """What can come out of each rule and each classification."""
        overal = self.overal
        regels = tuple(
            frozenset({"ja"} if k == overal else {"nee"} if not k else {"ja", "nee"})
            for k in self.kolommen
        )
        kan: dict[str, tuple[str, ...]] = {}
        for nummer, indeling in enumerate(self.groep.indelingen):
            uitkomsten = dict.fromkeys(stand.uitkomsten[nummer] for stand in self.standen)
            kan[indeling.code] = tuple(u for u in uitkomsten if u != BOTST)
        return Bereik(regels, kan)


def doorloop(groep: Groep) -> Doorloop:
    """Judge every complete input; it takes about a microsecond for each, and one for each rule."""
    bits = _Bits(groep)
    standen: dict[Stand, int] = {}
    patronen: list[set[int]] = [set() for _ in groep.regels]
    for nummer, faalt in enumerate(bits.basis()):
        uitkomsten = []
        for deel in bits.indelingen:
            uitkomst, erbij = deel.oordeel(faalt)
            uitkomsten.append(uitkomst)
            faalt |= erbij
        ja = 0
        for plek, masker in enumerate(bits.maskers):
            patroon = faalt & masker
            patronen[plek].add(patroon)
            if not patroon:
                ja |= 1 << plek
        standen.setdefault(Stand(ja, tuple(uitkomsten)), nummer)
    return Doorloop(
        groep,
        standen,
        tuple(_kolom(standen, plek) for plek in range(len(groep.regels))),
        tuple(
            frozenset(patroon >> begin for patroon in gezien)
            for gezien, begin in zip(patronen, bits.begin, strict=True)
        ),
    )


def _kolom(standen: Iterable[Stand], plek: int) -> int:
    bits = "".join("1" if stand.ja >> plek & 1 else "0" for stand in standen)
    return int(bits[::-1], 2)


class _Bits:
    """A bit per condition of each rule: set where it fails.

    Attributes:
        begin: per rule the place of the bit of its first condition.
        maskers: per rule the bits of its conditions.
    """

    def __init__(self, groep: Groep) -> None:
        self._groep = groep
        self._per_veld: dict[str, list[tuple[int, Voorwaarde]]] = {}
        self.begin, self.maskers = [], []
        plek = 0
        for regel in groep.regels:
            self.begin.append(plek)
            self.maskers.append(((1 << len(regel.als)) - 1) << plek)
            for voorwaarde in regel.als:
                self._per_veld.setdefault(voorwaarde.veld, []).append((1 << plek, voorwaarde))
                plek += 1
        self.indelingen = [self._indeling(indeling) for indeling in groep.indelingen]

    def basis(self) -> list[int]:
        """Per complete input, in order, the conditions that fail on the facts themselves."""
        alle = [0]
        for naam, waarden in self._groep.cellen.items():
            erbij = [self._faalt(naam, waarde) for waarde in waarden]
            alle = [faalt | bij for faalt in alle for bij in erbij]
        return alle

    def _faalt(self, naam: str, waarde: Waarde) -> int:
        eisen = self._per_veld.get(naam, ())
        return sum(bit for bit, voorwaarde in eisen if not houdt(voorwaarde, waarde))

    def _indeling(self, indeling: Indeling) -> _Indeling:
        geven = [
            (masker, regel)
            for masker, regel in zip(self.maskers, self._groep.regels, strict=True)
            if indeling.code in regel.gevolg
        ]
        botst = sum(bit for bit, _ in self._per_veld.get(indeling.code, ()))
        faalt = {w: self._faalt(indeling.code, w) for w in (*indeling.codes, BESPREKEN, GEEN)}
        return _Indeling(indeling, geven, faalt | {BOTST: botst})


class _Indeling:
    """A classification: what it comes to, by the conditions that fail."""

    def __init__(
        self, indeling: Indeling, geven: Sequence[tuple[int, Regel]], faalt: dict[str, int]
    ) -> None:
        self._indeling, self._geven, self._faalt = indeling, geven, faalt
        self._bekend: dict[tuple[int, ...], tuple[str, int]] = {}

    def oordeel(self, faalt: int) -> tuple[str, int]:
        """Its outcome, and the conditions on it that fail by that."""
        sleutel = tuple(n for n, (masker, _) in enumerate(self._geven) if not faalt & masker)
        if sleutel not in self._bekend:
            uitkomst = uitkomst_of_botst(self._indeling, [self._geven[n][1] for n in sleutel])
            self._bekend[sleutel] = uitkomst, self._faalt[uitkomst]
        return self._bekend[sleutel]


def uitkomst_of_botst(indeling: Indeling, geven: Sequence[Regel]) -> str:
    """What a classification comes to when exactly these rules say ja; or `BOTST`."""
    try:
        return uitkomst_bij(indeling, geven)
    except Botsing:
        return BOTST
