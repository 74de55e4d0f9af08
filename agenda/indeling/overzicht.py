"""Everything that a profile classifies and checks in one dossier, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.boek import JAAR, Waarover

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.indeling.indelingen import Controle, Indelingen
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.indeling import Indeling
    from regels.ingedeeld import Ingedeeld

    Uitkomsten = tuple[Ingedeeld, ...]
    """What classifications over the same come to, in their order."""


class LidIndeling(NamedTuple):
    """A member, by itself or at a topic, with what it comes to."""

    lid: Lid
    uitkomsten: Uitkomsten


class OnderwerpIndeling(NamedTuple):
    """A topic with what it comes to, and what each member comes to at it."""

    onderwerp: Onderwerp
    uitkomsten: Uitkomsten
    leden: tuple[LidIndeling, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """What every classification comes to, and what became of every check.

    Attributes:
        soorten: the classifications, each after those on which its rules rest.
        onderwerpen: in the order in which they were asked for.
        leden: the members that are known by name; empty when nothing is classified over them.
        controles: in rule order, and for one rule in the order of topics and members.
    """

    soorten: tuple[Indeling, ...]
    jaar: Uitkomsten
    onderwerpen: tuple[OnderwerpIndeling, ...]
    leden: tuple[LidIndeling, ...]
    controles: tuple[Controle, ...]

    def over(self, wat: str) -> tuple[Indeling, ...]:
        """The classifications over the year, topics, members or pairs of these."""
        return tuple(indeling for indeling in self.soorten if indeling.over == wat)


def deel_alles_in(
    indelingen: Indelingen, onderwerpen: Iterable[Onderwerp], leden: tuple[Lid, ...]
) -> Overzicht:
    """Judge every classification and check.

    Args:
        onderwerpen: all topics of the dossier, in the order in which they are shown.
        leden: all members that are known by name.

    Raises:
        Botsing: rules give different outcomes, and that is a fault.
        Onenigheid: the two evaluators disagree.
    """
    alle = tuple(onderwerpen)
    return Overzicht(
        indelingen.indelingen,
        _uitkomsten(indelingen, "jaar", JAAR),
        tuple([deel_onderwerp_in(indelingen, onderwerp, leden) for onderwerp in alle]),
        _per_lid(indelingen, "lid", None, leden),
        _op_volgorde(indelingen.controles(), alle, leden),
    )


def deel_onderwerp_in(
    indelingen: Indelingen, onderwerp: Onderwerp, leden: tuple[Lid, ...]
) -> OnderwerpIndeling:
    """What a topic comes to, and each member at it."""
    return OnderwerpIndeling(
        onderwerp,
        _uitkomsten(indelingen, "onderwerp", Waarover(onderwerp)),
        _per_lid(indelingen, "deelname", onderwerp, leden),
    )


def _uitkomsten(indelingen: Indelingen, wat: str, over: Waarover) -> Uitkomsten:
    return tuple([indelingen.deel_in(i.code, over) for i in indelingen.indelingen if i.over == wat])


def _per_lid(
    indelingen: Indelingen, wat: str, onderwerp: Onderwerp | None, leden: tuple[Lid, ...]
) -> tuple[LidIndeling, ...]:
    """What each member comes to; nothing when nothing is classified over them."""
    if not any(indeling.over == wat for indeling in indelingen.indelingen):
        return ()
    return tuple(
        [LidIndeling(lid, _uitkomsten(indelingen, wat, Waarover(onderwerp, lid))) for lid in leden]
    )


def _op_volgorde(
    controles: tuple[Controle, ...], onderwerpen: tuple[Onderwerp, ...], leden: tuple[Lid, ...]
) -> tuple[Controle, ...]:
    """Checks in rule order, whatever the order of topics in a file."""
    regels = {regel: n for n, regel in enumerate(dict.fromkeys(c.regel.code for c in controles))}
    plekken = {onderwerp.code: nummer for nummer, onderwerp in enumerate(onderwerpen)}
    namen = {lid.code: nummer for nummer, lid in enumerate(leden)}

    def plek(controle: Controle) -> tuple[int, int, int]:
        onderwerp, lid = controle.over
        return (
            regels[controle.regel.code],
            plekken[onderwerp.code] if onderwerp else -1,
            namen[lid.code] if lid else -1,
        )

    return tuple(sorted(controles, key=plek))
