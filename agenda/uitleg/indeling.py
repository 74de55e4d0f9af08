"""Why a topic, or a member at it, is classified as it is: the full reasoning as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.indeling.anders import TeWeten, Uitkomstwijziging, Zoeker
from regels.eigen_uitkomsten import ONBEKEND
from regels.ingedeeld import uitkomst_bij

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.feiten.boek import Waarover
    from agenda.indeling.indelingen import Indelingen
    from agenda.onderwerp.feit import Feit, Feitwaarde
    from regels.indeling import Indeling
    from regels.ingedeeld import Ingedeeld
    from regels.model import Oordeel, Regel, Toets, Uitkomst, Veld

Grond = Literal["regels", "botsing", "volgorde", "anders", "hoe-dan-ook", "onbekend"]
"""What makes an outcome: rules that say ja, a clash of rules, the first outcome of those in a
clash, no rule at all, that it is the same whatever is still unknown, or nothing yet."""


class Voorwaardeuitleg(NamedTuple):
    """One condition of a rule, held against what is known.

    Attributes:
        feit: what somebody filled in, with its source; None when nobody did.
        toelichting: where the value comes from; empty when the value says it all.
        volgt_uit: the fields from which it follows, with their values; None is unknown.
    """

    toets: Toets
    veld: Veld
    feit: Feit | None
    toelichting: str
    volgt_uit: tuple[tuple[Veld, Feitwaarde | None], ...]


class Regeluitleg(NamedTuple):
    """A rule of a classification; `beslist` when the outcome rests on it."""

    oordeel: Oordeel
    voorwaarden: tuple[Voorwaardeuitleg, ...]
    beslist: bool

    @property
    def regel(self) -> Regel:
        """The rule."""
        return self.oordeel.regel

    @property
    def uitkomst(self) -> Uitkomst:
        """Whether its conditions hold."""
        return self.oordeel.uitkomst


class Indelingsuitleg(NamedTuple):
    """What one classification comes to, and why.

    Attributes:
        te_weten: what would settle it; nothing when it is known.
        veranderingen: per other outcome the smallest change that would give it.
        volgt_uit: a field that follows from others → those fields.
    """

    over: Waarover
    ingedeeld: Ingedeeld
    grond: Grond
    regels: tuple[Regeluitleg, ...]
    te_weten: TeWeten
    veranderingen: tuple[Uitkomstwijziging, ...]
    volgt_uit: Mapping[str, tuple[Veld, ...]]

    @property
    def indeling(self) -> Indeling:
        """The classification."""
        return self.ingedeeld.indeling


def leg_indeling_uit(indelingen: Indelingen, code: str, over: Waarover) -> Indelingsuitleg:
    """The full reasoning for one classification of one subject.

    Raises:
        Botsing: rules give different outcomes, and that is a fault.
    """
    ingedeeld, boek = indelingen.deel_in(code, over), indelingen.boek
    zoeker = Zoeker(indelingen, code, over)
    grond = grond_van(ingedeeld)
    return Indelingsuitleg(
        over,
        ingedeeld,
        grond,
        tuple(
            Regeluitleg(
                oordeel,
                tuple(_voorwaarde(indelingen, toets, over) for toets in oordeel.toetsen),
                _beslist(ingedeeld, grond, oordeel),
            )
            for oordeel in ingedeeld.oordelen
        ),
        zoeker.te_weten(),
        zoeker.veranderingen(),
        {naam: tuple(map(boek.veld, boek.volgt_uit(naam))) for naam in zoeker.velden},
    )


def grond_van(ingedeeld: Ingedeeld) -> Grond:
    """What makes an outcome."""
    if ingedeeld.uitkomst == ONBEKEND:
        return "onbekend"
    indeling, oordelen = ingedeeld.indeling, ingedeeld.oordelen
    ja = [oordeel.regel for oordeel in oordelen if oordeel.uitkomst == "ja"]
    if not ja:
        return "anders" if all(o.uitkomst == "nee" for o in oordelen) else "hoe-dan-ook"
    if uitkomst_bij(indeling, ja) != ingedeeld.uitkomst:
        return "hoe-dan-ook"
    if len({regel.gevolg[indeling.code] for regel in ja}) == 1:
        return "regels"
    return "volgorde" if ingedeeld.uitkomst in indeling.codes else "botsing"


def _beslist(ingedeeld: Ingedeeld, grond: Grond, oordeel: Oordeel) -> bool:
    if oordeel.uitkomst != "ja" or grond not in ("regels", "botsing", "volgorde"):
        return False
    gevolg = oordeel.regel.gevolg[ingedeeld.indeling.code]
    return grond == "botsing" or gevolg == ingedeeld.uitkomst


def _voorwaarde(indelingen: Indelingen, toets: Toets, over: Waarover) -> Voorwaardeuitleg:
    naam, boek = toets.voorwaarde.veld, indelingen.boek
    if naam in indelingen.velden_van_indelingen:
        return Voorwaardeuitleg(toets, indelingen.velden_van_indelingen[naam], None, "", ())
    heel, _ = boek.deel(naam)
    return Voorwaardeuitleg(
        toets,
        boek.veld(naam),
        boek.feit(naam, over),
        boek.toelichting(heel, over),
        tuple((boek.veld(bron), boek.waarde(bron, over)) for bron in boek.volgt_uit(heel)),
    )
