"""Everything that can be found in rules that are well formed, exact over all their inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.toets.beslissend import nooit_beslissend
from regels.toets.doorloop import Bereik, Doorloop, doorloop
from regels.toets.groep import Groep, groepen
from regels.toets.paren import paren
from regels.toets.per_regel import per_regel
from regels.toets.perioden import Periode, perioden
from regels.toets.uitkomsten import uitkomsten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Veld
    from regels.toets.bevinding import Bevinding

MAX_COMBINATIES = 200_000
"""A group with more complete inputs is not analysed; going through these takes a few seconds."""

MAX_BIJ_LEZEN = 2_000
"""The same when a profile is read, which every command does: within a few milliseconds."""

_OVERAL = ("nooit-waar", "altijd-waar", "dode-voorwaarde", "nooit-beslissend", "uitkomst-nooit")
"""What is said of a rule or an outcome only when it is so in every period in which it counts."""

_ZEGT_NIETS = ("dode-voorwaarde", "uitkomst-nooit", "niet-gedekt", "botsing-kan")
"""What does not explain that its rules make no difference."""


class Groepstoets(NamedTuple):
    """A group of rules, and what was found in it.

    Attributes:
        kan: what its rules can come to; None when there are too many inputs to go through. Then
            nothing was looked for.
    """

    groep: Groep
    bevindingen: tuple[Bevinding, ...]
    kan: Bereik | None

    @property
    def exact(self) -> bool:
        """Whether every input was gone through."""
        return self.kan is not None


class Periodetoets(NamedTuple):
    """The groups of the rules in force in one period."""

    periode: Periode
    groepen: tuple[Groepstoets, ...]


def toets_perioden(
    regels: Sequence[Regel],
    indelingen: Sequence[Indeling],
    velden: Mapping[str, Veld],
    hoogstens: int = MAX_COMBINATIES,
    *,
    alleen_strijd: bool = False,
) -> list[Periodetoets]:
    """Look at all versions of all rules, per period in which the same are in force.

    Args:
        indelingen: each after those on which its rules rest.
        velden: every fact that a rule is judged on, by name.
        hoogstens: a group with more complete inputs is left out.
        alleen_strijd: leave out groups in which rules cannot contradict each other.
    """
    gedaan: dict[tuple[object, ...], Groepstoets] = {}
    toetsen = []
    for periode in perioden(regels):
        delen = []
        for groep in groepen(periode.regels, indelingen, velden):
            if groep.kan_strijden or not alleen_strijd:
                if groep.sleutel not in gedaan:
                    gedaan[groep.sleutel] = _toets_groep(groep, hoogstens)
                delen.append(gedaan[groep.sleutel])
        toetsen.append(Periodetoets(periode, tuple(delen)))
    return toetsen


def bevindingen_van(toetsen: Iterable[Periodetoets]) -> list[Bevinding]:
    """Every finding once, in the order in which it was first found."""
    toetsen = list(toetsen)
    eerste: dict[tuple[object, ...], Bevinding] = {}
    for toets in toetsen:
        for deel in toets.groepen:
            for bevinding in deel.bevindingen:
                eerste.setdefault(bevinding.sleutel, bevinding)
    return [b for b in eerste.values() if b.soort not in _OVERAL or _steeds(b, toetsen)]


def _toets_groep(groep: Groep, hoogstens: int) -> Groepstoets:
    if groep.combinaties > hoogstens:
        return Groepstoets(groep, (), None)
    door = doorloop(groep)
    return Groepstoets(groep, tuple(_bevindingen(door)), door.bereik)


def _bevindingen(door: Doorloop) -> list[Bevinding]:
    """What is found in a group: root causes, and nothing that follows from these."""
    eerst = [*per_regel(door), *paren(door), *uitkomsten(door)]
    genoemd = frozenset(
        (regel.code, regel.geldig_van) for bevinding in eerst for regel in _oorzaak(bevinding)
    )
    alle = [*eerst, *nooit_beslissend(door, genoemd)]
    verdacht = _verdacht(door.groep, alle)
    return [bevinding for bevinding in alle if not _volgt_uit_verdacht(bevinding, verdacht)]


def _verdacht(groep: Groep, bevindingen: Iterable[Bevinding]) -> set[str]:
    """The classifications that never come to what they should, and those that rest on them."""
    verdacht: set[str] = set()
    for bevinding in bevindingen:
        if bevinding.soort == "strijdig" and bevinding.indeling:
            verdacht.add(bevinding.indeling.code)
        elif bevinding.soort == "nooit-waar":
            verdacht.update(bevinding.regels[0].gevolg)
    for indeling in groep.indelingen:
        if any(verdacht.intersection(regel.velden) for regel in groep.geven(indeling)):
            verdacht.add(indeling.code)
    return verdacht


def _volgt_uit_verdacht(bevinding: Bevinding, verdacht: set[str]) -> bool:
    if bevinding.van_indeling:
        return bool(bevinding.indeling and bevinding.indeling.code in verdacht)
    return any(verdacht.intersection(regel.velden) for regel in bevinding.regels)


def _oorzaak(bevinding: Bevinding) -> tuple[Regel, ...]:
    """The rules of which a finding explains that they make no difference."""
    if bevinding.soort == "volgt-uit":
        return bevinding.regels[:1]
    return () if bevinding.soort in _ZEGT_NIETS else bevinding.regels


def _steeds(bevinding: Bevinding, toetsen: Iterable[Periodetoets]) -> bool:
    """Whether a finding is there in every period in which what it is about counts."""
    return all(
        any(ander.sleutel == bevinding.sleutel for ander in deel.bevindingen)
        for toets in toetsen
        for deel in toets.groepen
        if deel.exact and _gaat_over(bevinding, deel.groep)
    )


def _gaat_over(bevinding: Bevinding, groep: Groep) -> bool:
    if bevinding.soort == "uitkomst-nooit":
        return any(bevinding.indeling and bevinding.indeling.code in r.gevolg for r in groep.regels)
    versies = {(regel.code, regel.geldig_van) for regel in groep.regels}
    return all((regel.code, regel.geldig_van) in versies for regel in bevinding.regels)
