"""What the rules of a classification come to: one of its outcomes, a clash, or not yet known.

The classification itself is a model, in regels/indeling.py; only who reads one needs to load it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.eigen_uitkomsten import BESPREKEN, GEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Oordeel, Regel


class Botsing(Exception):
    """Rules of a classification in which that is a fault give different outcomes for these facts.

    Attributes:
        onderwerp: code of the topic; filled in by whoever knows it.
        lid: code of the member; likewise.
        waar: what else it is about, in words; likewise.
    """

    def __init__(self, indeling: Indeling, regels: Iterable[Regel], onderwerp: str = "") -> None:
        self.indeling = indeling
        self.regels = tuple(regels)
        self.onderwerp = onderwerp
        self.lid = ""
        self.waar = ""
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


def over_van(regel: Regel, indelingen: Mapping[str, Indeling]) -> str:
    """What a rule is about: as it says, as its classification says, or else a topic.

    Of a rule whose classification is not there this is not known; the pair sees everything.
    """
    for code in regel.gevolg:
        if code in indelingen:
            return indelingen[code].over
    anders = "deelname" if regel.soort == "indeling" else "onderwerp"
    return regel.over or anders


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
