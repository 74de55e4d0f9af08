"""What the year plan is about: which topics can be chosen, what they ask, and what room there is.

Everything is counted in whole units, so many in one fte that every amount is a whole number.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.noemer import noemer_van
from agenda.jaar.vraagstuk import Extra, Vraagstuk
from agenda.onderwerp.capaciteit import Capaciteit
from agenda.rangorde.ranglijst import GeenRangorde
from agenda.rangorde.score import heel
from agenda.samenhang.volgorde import bereikbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.rangorde.score import Getal


class GeenKeuze(GeenRangorde):
    """Without a ranking nothing says what goes before when not all fits.

    Attributes:
        profiel: code of the profile.
        heeft_kalender: whether there is a calendar of the year all the same.
    """

    def __init__(self, lijst: Ranglijst) -> None:
        super().__init__(deelt_in=bool(lijst.indelingen))
        self.profiel = lijst.profiel.regio.code
        vaste = lijst.dossier.kalender.vaste_datums if lijst.dossier.kalender else ()
        ritmes = [gremium for gremium in lijst.profiel.gremia if gremium.schema is not None]
        self.heeft_kalender = bool(vaste or ritmes or lijst.profiel.momenten)


class GeenCapaciteit(LookupError):
    """Nobody says how much work there is room for."""


class Grens(NamedTuple):
    """A limit on the work of a year.

    Attributes:
        naam: whose it is; empty when it is that of all together.
        fte: how much a year.
        leden: who count in it; None are all.
    """

    naam: str
    fte: Fraction
    leden: frozenset[str] | None = None

    def last(self, onderwerp: Onderwerp) -> Fraction:
        """What a topic with a known effort loads on it; what nobody filled in loads nothing."""
        if self.leden is None:
            return Fraction(onderwerp.inspanning_fte or 0)
        per_lid = onderwerp.inspanning_per.items()
        return sum((Fraction(fte) for lid, fte in per_lid if lid in self.leden), Fraction(0))


@dataclass(frozen=True)
class Opgave:
    """The problem of one dossier.

    Attributes:
        onderwerpen: what can be chosen, by code: admitted, with an effort, and so is what it needs.
        stuk: the same as numbers.
        schaal: so many units are one fte.
        noemer: so many units are one point.
        grenzen: the limits: first that of all together, then those of parts and of members.
        minstens: whether there may be more room than is said.
        samenwerking: whose capacity it is; None when the dossier says it.
        jaren: the years that are planned.
        zonder_inspanning: admitted topics of which nobody filled in what they ask.
        wacht_op: code of a topic that needs such a topic → the codes that it waits for.
        niet_toegelaten: code → what it needs and is not admitted; that does not stop it.
        vorige: what was on the agenda of last year; None when that was not found.
    """

    onderwerpen: tuple[Beoordeeld, ...]
    stuk: Vraagstuk
    schaal: int
    noemer: int
    grenzen: tuple[Grens, ...]
    minstens: bool
    samenwerking: Samenwerking | None
    jaren: tuple[int, ...]
    zonder_inspanning: tuple[Beoordeeld, ...]
    wacht_op: Mapping[str, tuple[str, ...]]
    niet_toegelaten: Mapping[str, tuple[str, ...]]
    vorige: tuple[str, ...] | None

    @property
    def capaciteit(self) -> Fraction:
        """In fte a year."""
        return self.grenzen[0].fte

    def fte(self, eenheden: int) -> Fraction:
        """Units as fte."""
        return Fraction(eenheden, self.schaal)

    def codes(self, nummers: frozenset[int]) -> tuple[str, ...]:
        """The codes of some of what can be chosen."""
        return tuple(self.onderwerpen[i].code for i in sorted(nummers))

    def punten(self, eenheden: int) -> Getal:
        """Units as points."""
        return heel(Fraction(eenheden, self.noemer))

    @property
    def vorige_nummers(self) -> frozenset[int]:
        """What can be chosen and was on the agenda of last year."""
        vorige = set(self.vorige or ())
        return frozenset(i for i, b in enumerate(self.onderwerpen) if b.code in vorige)

    @property
    def zonder_verdeling(self) -> tuple[str, ...]:
        """Topics that count in no limit of a part or a member: nobody says what they ask of it."""
        if len(self.grenzen) == 1:
            return ()
        return tuple(b.code for b in self.onderwerpen if not b.onderwerp.inspanning_per)


def maak_opgave(lijst: Ranglijst, jaren: int = 1) -> Opgave:
    """The problem of a ranked list.

    Raises:
        GeenKeuze: the region does not rank.
        GeenCapaciteit: neither the dossier nor the profile says what room there is.
        TeFijn: what municipalities say cannot be counted in whole numbers that are small enough.
    """
    if not lijst.rangschikt:
        raise GeenKeuze(lijst)
    toegelaten = {b.code: b for b in sorted(lijst.toegelaten, key=lambda b: b.code)}
    vereist = {b.code: b.onderwerp.afhankelijk_van for b in lijst.alle}
    nodig = {code: bereikbaar(code, vereist) for code in toegelaten}
    zonder = {c for c, b in toegelaten.items() if b.onderwerp.inspanning_fte is None}
    wacht_op = {
        code: tuple(sorted(nodig[code] & zonder))
        for code in toegelaten
        if code not in zonder and nodig[code] & zonder
    }
    kan = [code for code in toegelaten if code not in zonder and code not in wacht_op]
    grenzen, samenwerking = _grenzen(lijst)
    onderwerpen = tuple(toegelaten[code] for code in kan)
    schaal = _schaal(grenzen, onderwerpen)
    begin = lijst.dossier.instellingen.jaar
    return Opgave(
        onderwerpen,
        _vraagstuk(onderwerpen, nodig, grenzen, schaal, jaren),
        schaal,
        noemer_van(onderwerpen),
        grenzen,
        bool(samenwerking and samenwerking.capaciteit and samenwerking.capaciteit.minstens == "ja"),
        samenwerking,
        tuple(range(begin, begin + jaren)),
        tuple(b for code, b in toegelaten.items() if code in zonder),
        wacht_op,
        {c: buiten for c in kan if (buiten := tuple(sorted(nodig[c] - toegelaten.keys())))},
        lijst.dossier.vorige,
    )


def heeft_capaciteit(lijst: Ranglijst) -> bool:
    """Whether the dossier or the profile says what room there is."""
    eigen = lijst.dossier.instellingen.capaciteit
    return bool(eigen and eigen.totaal is not None) or met_capaciteit(lijst.profiel) is not None


def _vraagstuk(
    onderwerpen: tuple[Beoordeeld, ...],
    nodig: Mapping[str, set[str]],
    grenzen: Iterable[Grens],
    schaal: int,
    jaren: int,
) -> Vraagstuk:
    nummer = {b.code: i for i, b in enumerate(onderwerpen)}
    paren = (
        (i, nummer[c])
        for b, i in zip(onderwerpen, nummer.values(), strict=True)
        for c in sorted(nodig[b.code])
        if c in nummer
    )
    delen = [
        Extra(
            tuple(int(grens.last(b.onderwerp) * schaal) for b in onderwerpen),
            (int(grens.fte * schaal),) * jaren,
        )
        for grens in grenzen
    ]
    totaal, *extra = delen
    return Vraagstuk(tuple(totaal.belasting), tuple(paren), tuple(totaal.capaciteit), tuple(extra))


def _schaal(grenzen: Iterable[Grens], onderwerpen: Iterable[Beoordeeld]) -> int:
    noemers = [grens.fte.denominator for grens in grenzen]
    for b in onderwerpen:
        bedragen: list[Decimal] = [*b.onderwerp.inspanning_per.values()]
        bedragen += [] if b.onderwerp.inspanning_fte is None else [b.onderwerp.inspanning_fte]
        noemers += [Fraction(bedrag).denominator for bedrag in bedragen]
    return lcm(*noemers)


def _grenzen(lijst: Ranglijst) -> tuple[tuple[Grens, ...], Samenwerking | None]:
    """The limits, the total first, and the cooperation when it gives that."""
    profiel = lijst.profiel
    eigen = lijst.dossier.instellingen.capaciteit or Capaciteit()
    samenwerking = None
    if eigen.totaal is not None:
        totaal = Fraction(eigen.totaal)
    else:
        samenwerking = met_capaciteit(profiel)
        if samenwerking is None or samenwerking.capaciteit is None:
            raise GeenCapaciteit
        totaal = Fraction(samenwerking.capaciteit.fte_per_lid) * _aantal(samenwerking, profiel)
    delen = (
        Grens(profiel.deelregio[code].naam, Fraction(fte), _leden_van(code, profiel))
        for code, fte in sorted(eigen.delen.items())
    )
    leden = (
        Grens(profiel.lid[code].naam, Fraction(fte), frozenset((code,)))
        for code, fte in sorted(eigen.leden.items())
    )
    return (Grens("", totaal), *delen, *leden), samenwerking


def met_capaciteit(profiel: Profiel) -> Samenwerking | None:
    """The first cooperation of which the room is known; also when a source names no members."""
    for samenwerking in profiel.samenwerkingen:
        if samenwerking.capaciteit is not None and samenwerking.leden != "onbekend":
            return samenwerking
    return None


def _aantal(samenwerking: Samenwerking, profiel: Profiel) -> int:
    if samenwerking.leden == "alle":
        return profiel.regio.aantal
    return len(samenwerking.leden)


def _leden_van(deelregio: str, profiel: Profiel) -> frozenset[str]:
    return frozenset(lid.code for lid in profiel.regio.leden if lid.deelregio == deelregio)
