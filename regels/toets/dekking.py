"""Whether every outcome that can come out of a rule or a classification has an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from regels.eigen_uitkomsten import ONBEKEND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regels.indeling import Indeling
    from regels.model import Regel
    from regels.toets.bevindingen import Periodetoets


class Dekking(NamedTuple):
    """The outcomes that have an example, and those that could.

    Attributes:
        kan: every outcome that some input gives; None where that was not gone through.
        voorbeeld: every outcome that an example has.
    """

    kan: tuple[str, ...] | None
    voorbeeld: frozenset[str]

    @property
    def zonder(self) -> tuple[str, ...]:
        """The outcomes that an example is missing for."""
        return tuple(uitkomst for uitkomst in self.kan or () if uitkomst not in self.voorbeeld)


def regeldekking(regel: Regel, toetsen: Iterable[Periodetoets]) -> Dekking:
    """Of one version of a rule, in whatever period it is in force."""
    kan: set[str] | None = {ONBEKEND}
    for toets in toetsen:
        for deel in toets.groepen:
            if regel not in deel.groep.regels:
                continue
            if deel.kan is None or kan is None:
                kan = None
            else:
                kan |= deel.kan.regels[deel.groep.regels.index(regel)]
    op_volgorde = None if kan is None else tuple(u for u in ("ja", "nee", ONBEKEND) if u in kan)
    return Dekking(op_volgorde, frozenset(v.verwacht for v in regel.voorbeelden))


def indelingdekking(indeling: Indeling, toetsen: Iterable[Periodetoets]) -> Dekking:
    """Of one classification, in every period in which it has rules in force."""
    kan: dict[str, None] | None = {}
    for toets in toetsen:
        for deel in toets.groepen:
            if not deel.groep.geven(indeling):
                continue
            if deel.kan is None or kan is None:
                kan = None
            else:
                kan |= dict.fromkeys(deel.kan.indelingen[indeling.code])
    if kan is not None and len(kan) > 1:
        kan[ONBEKEND] = None
    eigen = (*indeling.codes, *(u for u in kan or () if u not in indeling.codes))
    op_volgorde = None if kan is None else tuple(u for u in eigen if u in kan)
    return Dekking(op_volgorde, frozenset(v.verwacht for v in indeling.voorbeelden))
