"""The year of one member: what it brought in, what it said, what it pays, what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.boek import Waarover
from agenda.jaar.begroten import te_verdelen
from agenda.onderwerp.oordeel import stemmen_van, tel
from agenda.rangorde.patroon import patroon_van
from agenda.robuust.robuustheid import onderzoek_lid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from fractions import Fraction

    from agenda.jaar.kosten import Kosten
    from agenda.kennis.regio import Lid
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel, Stemmen, Telling
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.ingedeeld import Ingedeeld
    from regels.model import Regel, Uitkomst


class Afwijkend(NamedTuple):
    """A criterion on which a member says the opposite of most others that know.

    Attributes:
        eigen: what the member says, with why.
        anderen: what all others say that speak of the topic.
    """

    onderwerp: Onderwerp
    criterium: Regel
    eigen: Gemeenteoordeel
    anderen: Telling


class Aandeel(NamedTuple):
    """What a member pays of one amount, in whole euros."""

    kosten: Kosten
    bedrag: int


class Inspanning(NamedTuple):
    """What a topic on the agenda asks of the member's own people, in fte."""

    onderwerp: Onderwerp
    fte: Decimal | int


class Openstaand(NamedTuple):
    """What others wait for: a topic with the criteria on which the member did not say ja or nee.

    Attributes:
        criteria: in rule order; all of them where the member said nothing at all.
    """

    onderwerp: Onderwerp
    criteria: tuple[Regel, ...]


class InTeVullen(NamedTuple):
    """What the region asks of every member, and is not known of this one.

    Attributes:
        onderwerpen: at which topics it is not known; empty where it is no fact of a topic.
    """

    veld: Profielveld
    onderwerpen: tuple[Onderwerp, ...]


class BijLid(NamedTuple):
    """What the rules say of the member at a topic, or by itself when there is no topic."""

    onderwerp: Onderwerp | None
    uitkomsten: tuple[Ingedeeld, ...]


class EigenPlaats(NamedTuple):
    """An admitted topic as it would stand by what the member alone said of the weights.

    Attributes:
        plaats: its competition place when topics are put in order of their expected place.
        in_top: the share of its weightings in which the topic is in the top.
    """

    onderwerp: Beoordeeld
    plaats: int
    in_top: Fraction


@dataclass(frozen=True, slots=True)
class Gemeenteblad:
    """One member in the agenda of a year.

    Attributes:
        ingebracht: the topics that it brought in, in the order of the agenda.
        spreekt_over: of how many topics it said anything on the criteria.
        afwijkend: where it says the opposite of most others.
        aandelen: what it pays, of layers and of topics on the agenda; empty without a budget.
        inspanning: what topics on the agenda ask of its own people, as far as that is known.
        openstaand: what others answered on the criteria, and it did not.
        in_te_vullen: what the region asks and does not know, a row per field.
        indelingen: what the rules say of it.
        volgorde: the topics in its own order; empty when it said nothing of the weights.
    """

    agenda: Jaaragenda
    lid: Lid
    ingebracht: tuple[Beoordeeld, ...]
    spreekt_over: int
    afwijkend: tuple[Afwijkend, ...]
    aandelen: tuple[Aandeel, ...]
    inspanning: tuple[Inspanning, ...]
    openstaand: tuple[Openstaand, ...]
    in_te_vullen: tuple[InTeVullen, ...]
    indelingen: tuple[BijLid, ...]
    volgorde: tuple[EigenPlaats, ...]

    @property
    def totaal(self) -> int:
        """What it pays altogether, in whole euros."""
        return sum(aandeel.bedrag for aandeel in self.aandelen)


def maak_gemeenteblad(agenda: Jaaragenda, lid: Lid) -> Gemeenteblad:
    """Gather what an agenda says of one member."""
    stemmen = stemmen_van(agenda.ranglijst.dossier.oordelen)
    return Gemeenteblad(
        agenda,
        lid,
        tuple(b for b in agenda.alle if lid.code in b.onderwerp.indieners),
        sum(lid.code in per_gemeente for per_gemeente in stemmen.values()),
        tuple(_afwijkend(agenda, lid, stemmen)),
        tuple(_aandelen(agenda, lid)),
        tuple(
            Inspanning(v.berekend.onderwerp, v.berekend.onderwerp.inspanning_per[lid.code])
            for v in agenda.volgorde
            if lid.code in v.berekend.onderwerp.inspanning_per
        ),
        tuple(_openstaand(agenda, lid, stemmen)),
        tuple(_in_te_vullen(agenda, lid)),
        tuple(_indelingen(agenda, lid)),
        tuple(_volgorde(agenda, lid)),
    )


def _afwijkend(agenda: Jaaragenda, lid: Lid, stemmen: Mapping[str, Stemmen]) -> Iterator[Afwijkend]:
    for beoordeeld in agenda.alle:
        per_gemeente = stemmen.get(beoordeeld.code, {})
        if lid.code not in per_gemeente:
            continue
        for regel in agenda.ranglijst.criteria:
            eigen = per_gemeente[lid.code].get(regel.code)
            if eigen is None:
                continue
            anderen = [
                _waarde(oordelen, regel) for c, oordelen in per_gemeente.items() if c != lid.code
            ]
            geteld = tel(anderen)
            meeste = "ja" if geteld.ja > geteld.nee else "nee"
            if geteld.ja != geteld.nee and eigen.waarde not in (meeste, "onbekend"):
                yield Afwijkend(beoordeeld.onderwerp, regel, eigen, geteld)


def _openstaand(
    agenda: Jaaragenda, lid: Lid, stemmen: Mapping[str, Stemmen]
) -> Iterator[Openstaand]:
    for beoordeeld in agenda.alle:
        per_gemeente = stemmen.get(beoordeeld.code)
        if not per_gemeente:
            continue
        eigen = per_gemeente.get(lid.code, {})
        criteria = agenda.ranglijst.criteria
        open_ = tuple(r for r in criteria if _waarde(eigen, r) == "onbekend")
        if open_:
            yield Openstaand(beoordeeld.onderwerp, open_)


def _waarde(oordelen: Mapping[str, Gemeenteoordeel], regel: Regel) -> Uitkomst:
    """The answer of a member on a criterion; unknown where it gave none."""
    oordeel = oordelen.get(regel.code)
    return oordeel.waarde if oordeel else "onbekend"


def _aandelen(agenda: Jaaragenda, lid: Lid) -> Iterator[Aandeel]:
    begroting = te_verdelen(agenda)
    for kosten in begroting.alle if begroting else ():
        for bijdrage in kosten.verdeling.bijdragen if kosten.verdeling else ():
            if bijdrage.lid == lid:
                yield Aandeel(kosten, bijdrage.bedrag)


def _in_te_vullen(agenda: Jaaragenda, lid: Lid) -> Iterator[InTeVullen]:
    """Fields of the profile that nobody filled in for the member."""
    boek = agenda.indelingen.boek
    for veld in agenda.ranglijst.profiel.velden:
        if veld.afgeleid is not None:
            continue
        if veld.over == "lid" and boek.feit(veld.code, Waarover(None, lid)) is None:
            yield InTeVullen(veld, ())
        elif veld.over == "deelname":
            alle = (beoordeeld.onderwerp for beoordeeld in agenda.alle)
            leeg = tuple(o for o in alle if boek.feit(veld.code, Waarover(o, lid)) is None)
            if leeg:
                yield InTeVullen(veld, leeg)


def _indelingen(agenda: Jaaragenda, lid: Lid) -> Iterator[BijLid]:
    if not any(indeling.over in ("lid", "deelname") for indeling in agenda.ranglijst.indelingen):
        return
    overzicht = agenda.overzicht
    for ander, uitkomsten in overzicht.leden:
        if ander == lid:
            yield BijLid(None, uitkomsten)
    for onderwerp, _, leden in overzicht.onderwerpen:
        for ander, uitkomsten in leden:
            if ander == lid:
                yield BijLid(onderwerp, uitkomsten)


def _volgorde(agenda: Jaaragenda, lid: Lid) -> Iterator[EigenPlaats]:
    """The admitted topics by their place in the member's own order, then as they are listed."""
    lijst, top = agenda.ranglijst, agenda.top
    eigen = onderzoek_lid(lijst, lid, top) if lijst.rangschikt else None
    if eigen is None:
        return
    standen = [eigen.standen[patroon_van(b.uitslag).zeker] for b in lijst.toegelaten]
    paren = zip(lijst.toegelaten, standen, strict=True)
    for beoordeeld, stand in sorted(paren, key=lambda paar: paar[1].plaats):
        yield EigenPlaats(beoordeeld, stand.plaats, stand.verdeling.in_top(top))
