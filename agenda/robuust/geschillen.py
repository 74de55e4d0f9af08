"""On which questions about the weights municipalities do not agree, and which one decides most.

A question decides as much as topics go in or out of the top of all together, when everyone who
took a side takes one and the same side. That top is by the mean of the expected places, as in
`groep`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.robuust.standpunt import Standpunt
from agenda.robuust.tegenspraak import passende_weging
from agenda.robuust.uitspraken import (
    Uitspraak,
    samen_gezegd,
    tegenover,
    uitspraak_van_grenzen,
    vlak_van_antwoord,
)
from agenda.robuust.verwacht import op_verwacht, verwachte_plaatsen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from agenda.kennis.regio import Lid
    from agenda.onderwerp.grens import Grens
    from agenda.rangorde.patroon import Delen
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.uitspraken import Vlak
    from agenda.robuust.wegingen import Wegingen

    Weeg = Callable[[tuple[Any, ...]], Wegingen]

MAX_GESCHILLEN = 30
"""So many questions are looked at: the first ones."""


class Geschil(NamedTuple):
    """A question on which municipalities take different sides.

    Attributes:
        links, rechts: the criteria on each side.
        voor_links, voor_rechts, even: who takes which side, by an answer or as it follows from
            what it said.
        top_links, top_rechts: what is in the top of all together only when everyone who took a
            side takes this one.
    """

    links: tuple[str, ...]
    rechts: tuple[str, ...]
    voor_links: tuple[Lid, ...]
    voor_rechts: tuple[Lid, ...]
    even: tuple[Lid, ...]
    top_links: tuple[Beoordeeld, ...]
    top_rechts: tuple[Beoordeeld, ...]

    @property
    def gewicht(self) -> int:
        """How many topics go in or out of the top."""
        return len(self.top_links) + len(self.top_rechts)


def weeg_geschillen(
    ranglijst: Ranglijst,
    standpunten: Mapping[str, Standpunt],
    patronen: Sequence[Delen],
    grenzen: Sequence[Grens],
    wegingen: Weeg,
    top: int,
) -> tuple[Geschil, ...]:
    """The questions on which municipalities do not agree; what decides most goes first.

    Args:
        standpunten: code of a municipality → what it said.
        patronen: the pattern of every admitted topic.
        grenzen: per criterion the limits of its weight; empty when there are none.
        wegingen: gives the weightings that fit a `Standpunt`.
        top: how many places the top has.
    """
    criteria = [regel.code for regel in ranglijst.criteria]
    vragen = vragen_van(ranglijst)[:MAX_GESCHILLEN]
    groepstop = _Groepstop(ranglijst, standpunten, patronen, wegingen, top)
    vast = uitspraak_van_grenzen(grenzen)
    gevonden = []
    for vlak in vragen:
        kanten = {
            code: kant
            for code, standpunt in standpunten.items()
            if (kant := _kant(standpunt, vlak, len(criteria), vast)) is not None
        }
        if len(set(kanten.values())) > 1:
            gevonden.append(_geschil(vlak, kanten, criteria, vast, groepstop))
    return tuple(sorted(gevonden, key=lambda geschil: -geschil.gewicht))


def vragen_van(ranglijst: Ranglijst) -> list[Vlak]:
    """Every question that some municipality answered, once."""
    criteria = [regel.code for regel in ranglijst.criteria]
    vragen: dict[Vlak, None] = {}
    for antwoord in ranglijst.dossier.antwoorden:
        vlak = vlak_van_antwoord(antwoord, criteria)
        if antwoord.gemeente is not None and vlak is not None and tegenover(vlak) not in vragen:
            vragen[vlak] = None
    return list(vragen)


def _mogelijk(vlak: Vlak) -> Iterator[tuple[int, Uitspraak]]:
    """The sides of a question, with what each says: 1 is left, -1 right, 0 as much."""
    yield 1, Uitspraak(boven=(vlak,))
    yield -1, Uitspraak(boven=(tegenover(vlak),))
    yield 0, Uitspraak(op=(vlak,))


def _kant(standpunt: Standpunt, vlak: Vlak, aantal: int, vast: Uitspraak) -> int | None:
    """The side that follows from what a municipality said; None when more sides can be."""
    gezegd = standpunt.uitspraak(aantal)
    kan = [
        kant
        for kant, uitspraak in _mogelijk(vlak)
        if passende_weging(samen_gezegd([vast, gezegd, uitspraak]), aantal) is not None
    ]
    return kan[0] if len(kan) == 1 else None


def _geschil(
    vlak: Vlak,
    kanten: Mapping[str, int],
    criteria: Sequence[str],
    vast: Uitspraak,
    groepstop: _Groepstop,
) -> Geschil:
    toppen = []
    for kant, uitspraak in _mogelijk(vlak):
        if kant:
            anders = {
                code: _met_kant(groepstop.standpunten[code], vlak, uitspraak, len(criteria), vast)
                for code, eigen in kanten.items()
                if eigen != kant
            }
            toppen.append(groepstop.met(anders))
    links, rechts = toppen
    leden = groepstop.ranglijst.profiel.regio.leden

    def wie(kant: int) -> tuple[Lid, ...]:
        return tuple(lid for lid in leden if kanten.get(lid.code) == kant)

    def alleen(een: frozenset[Delen], ander: frozenset[Delen]) -> tuple[Beoordeeld, ...]:
        paren = zip(groepstop.ranglijst.toegelaten, groepstop.patronen, strict=True)
        return tuple(b for b, patroon in paren if patroon in een - ander)

    return Geschil(
        tuple(code for code, getal in zip(criteria, vlak, strict=True) if getal > 0),
        tuple(code for code, getal in zip(criteria, vlak, strict=True) if getal < 0),
        wie(1),
        wie(-1),
        wie(0),
        alleen(links, rechts),
        alleen(rechts, links),
    )


def _met_kant(
    standpunt: Standpunt, vlak: Vlak, uitspraak: Uitspraak, aantal: int, vast: Uitspraak
) -> Standpunt:
    """The same with another side of one question; itself when the rest of it leaves no room."""
    weg = (vlak, tegenover(vlak))
    anders = Standpunt(
        standpunt.orde,
        (*(v for v in standpunt.boven if v not in weg), *uitspraak.boven),
        tuple(v for v in standpunt.op if v not in weg),
    )
    kan = passende_weging(samen_gezegd([vast, anders.uitspraak(aantal)]), aantal)
    return standpunt if kan is None else anders


class _Groepstop:
    """Who is in the top of all municipalities together, whatever some of them say."""

    def __init__(
        self,
        ranglijst: Ranglijst,
        standpunten: Mapping[str, Standpunt],
        patronen: Sequence[Delen],
        wegingen: Weeg,
        top: int,
    ) -> None:
        self.ranglijst, self.standpunten, self.patronen = ranglijst, standpunten, patronen
        self._wegingen, self._top = wegingen, top
        self._aantallen = Counter(patronen)
        self._bekend: dict[Standpunt, dict[Delen, Fraction]] = {}

    def met(self, anders: Mapping[str, Standpunt]) -> frozenset[Delen]:
        """The patterns in the top when some municipalities say something else."""
        som: defaultdict[Delen, Fraction] = defaultdict(Fraction)
        for lid in self.ranglijst.profiel.regio.leden:
            gezegd = anders.get(lid.code) or self.standpunten.get(lid.code) or Standpunt()
            for patroon, plaats in self._verwacht(gezegd).items():
                som[patroon] += plaats
        plaatsen = op_verwacht(som, self._aantallen)
        return frozenset(p for p, (plaats, _) in plaatsen.items() if plaats <= self._top)

    def _verwacht(self, standpunt: Standpunt) -> dict[Delen, Fraction]:
        """Per pattern its expected place."""
        if standpunt not in self._bekend:
            wegingen = self._wegingen(standpunt)
            self._bekend[standpunt] = verwachte_plaatsen(wegingen, self._aantallen)
        return self._bekend[standpunt]
