"""Who works on what: the working groups on a day, how the work is divided, and what is missing.

Bron: Inrichtingsplan §2.2.2: an overview of groups, goals and members, with the work divided
equally and gaps made visible.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.jaar.opgave import met_capaciteit
from agenda.voortgang.groepsfeiten import feiten_van_groep, feiten_van_zetels, zetels_van
from agenda.voortgang.nabeoordeling import Nabeoordelaar, Naoordeel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.werkgroep import Werkgroep, Zetel
    from regels.model import Bron

Groepshiaatsoort = Literal[
    "onderwerp-zonder-groep",
    "groep-zonder-doel",
    "groep-zonder-onderwerp",
    "groep-zonder-zetels",
    "groep-zonder-trekker",
    "zetel-zonder-fte",
    "lid-zonder-groep",
    "niet-op-de-agenda",
]


class GeenWerkgroepen(LookupError):
    """The dossier says nothing of working groups, and an overview of these was asked for."""


class Groepshiaat(NamedTuple):
    """Something that is missing; of what it is about the code is filled in."""

    soort: Groepshiaatsoort
    groep: str = ""
    onderwerp: str = ""
    lid: str = ""


class Ruimte(NamedTuple):
    """How much work a member has room for, in fte.

    Attributes:
        bron: where the profile says so; None when the dossier does.
        minstens: whether it is a least, and more is allowed.
    """

    fte: Fraction
    bron: Bron | None = None
    minstens: bool = False


class Groepsbeeld(NamedTuple):
    """A group with what the rules say of it.

    Attributes:
        gevraagd: what its topics ask together, in fte; None when it has none or one is unknown.
        ook_elders: its topics that another group has too; how the work is divided is not known.
    """

    groep: Werkgroep
    oordeel: Naoordeel
    gevraagd: Decimal | None
    ook_elders: tuple[str, ...]


class Lidwerk(NamedTuple):
    """What a member does in the groups.

    Attributes:
        fte: in all, as far as it is known.
        zonder_fte: of how many seats it is not known.
        ruimte: None is unknown.
    """

    lid: Lid
    zetels: tuple[tuple[Werkgroep, Zetel], ...]
    fte: Fraction
    zonder_fte: int
    ruimte: Ruimte | None
    oordeel: Naoordeel

    @property
    def over(self) -> Fraction | None:
        """What is left of its room; below zero when it does more. None when that is unknown."""
        return None if self.ruimte is None or self.zonder_fte else self.ruimte.fte - self.fte


class Onderwerpwerk(NamedTuple):
    """An adopted topic with the groups that work on it."""

    onderwerp: Onderwerp
    groepen: tuple[Werkgroep, ...]


@dataclass(frozen=True)
class Werkgroepenoverzicht:
    """The groups on a day.

    Attributes:
        groepen: those that are there on the day, by code.
        andere_dagen: how many are there on other days only.
        onderwerpen: in the order of the agenda.
        leden: in the order of the region.
        beoordelaar: judged these by the rules of the profile.
    """

    agenda: Jaaragenda
    op: date
    groepen: tuple[Groepsbeeld, ...]
    andere_dagen: int
    onderwerpen: tuple[Onderwerpwerk, ...]
    leden: tuple[Lidwerk, ...]
    beoordelaar: Nabeoordelaar

    @property
    def fte(self) -> Fraction:
        """What all seats take together, as far as that is known."""
        return sum((Fraction(beeld.groep.fte) for beeld in self.groepen), Fraction())

    @property
    def zonder_fte(self) -> int:
        """Of how many seats it is not known what they take."""
        return sum(beeld.groep.zonder_fte for beeld in self.groepen)

    def titel(self, onderwerp: str) -> str:
        """The title of a topic; its code when only another decision has it."""
        return self._titels.get(onderwerp, onderwerp)

    @cached_property
    def _titels(self) -> dict[str, str]:
        return {beoordeeld.code: beoordeeld.titel for beoordeeld in self.agenda.ranglijst.alle}

    @cached_property
    def namen(self) -> dict[str, str]:
        """Code of a group → its name."""
        return {beeld.groep.code: beeld.groep.naam for beeld in self.groepen}

    def hiaten(self) -> Iterator[Groepshiaat]:
        """What is missing: of topics, of groups, of members."""
        for werk in self.onderwerpen:
            if not werk.groepen:
                yield Groepshiaat("onderwerp-zonder-groep", onderwerp=werk.onderwerp.code)
        op_agenda = {werk.onderwerp.code for werk in self.onderwerpen}
        for beeld in self.groepen:
            yield from _hiaten_van(beeld.groep, op_agenda)
        if all(beeld.groep.zetels is not None for beeld in self.groepen):
            for lidwerk in self.leden:
                if not lidwerk.zetels:
                    yield Groepshiaat("lid-zonder-groep", lid=lidwerk.lid.code)


def _hiaten_van(groep: Werkgroep, op_agenda: set[str]) -> Iterator[Groepshiaat]:
    if not groep.doel:
        yield Groepshiaat("groep-zonder-doel", groep.code)
    if not groep.onderwerpen:
        yield Groepshiaat("groep-zonder-onderwerp", groep.code)
    for code in groep.onderwerpen:
        if code not in op_agenda:
            yield Groepshiaat("niet-op-de-agenda", groep.code, code)
    if not groep.zetels:
        yield Groepshiaat("groep-zonder-zetels", groep.code)
        return
    if groep.trekker is None:
        yield Groepshiaat("groep-zonder-trekker", groep.code)
    for lid in dict.fromkeys(zetel.gemeente for zetel in groep.zetels if zetel.fte is None):
        yield Groepshiaat("zetel-zonder-fte", groep.code, lid=lid)


def maak_overzicht(
    alle: Sequence[Werkgroep] | None, agenda: Jaaragenda, op: date
) -> Werkgroepenoverzicht:
    """The groups of a dossier on a day, with what the rules of its profile say of them.

    Args:
        alle: the groups of whatever day; None when the dossier has none written down.
        agenda: the agenda that they work on, with the rules of its profile.

    Raises:
        GeenWerkgroepen: nothing of groups is known.
        Botsing: rules give different outcomes, and that is a fault.
        Onenigheid: the two evaluators disagree.
    """
    if alle is None:
        raise GeenWerkgroepen
    lijst = agenda.ranglijst
    groepen = sorted((g for g in alle if g.bestaat_op(op)), key=lambda groep: groep.code)
    beoordelaar = Nabeoordelaar(lijst, op)
    inspanning = {b.code: b.onderwerp.inspanning_fte for b in lijst.alle}
    per_onderwerp: dict[str, list[Werkgroep]] = {}
    for groep in groepen:
        for code in dict.fromkeys(groep.onderwerpen):
            per_onderwerp.setdefault(code, []).append(groep)
    return Werkgroepenoverzicht(
        agenda,
        op,
        tuple(_beeld(g, per_onderwerp, inspanning, beoordelaar, lijst.profiel) for g in groepen),
        len(alle) - len(groepen),
        tuple(
            Onderwerpwerk(vast.berekend.onderwerp, tuple(per_onderwerp.get(vast.code, ())))
            for vast in agenda.volgorde
        ),
        tuple(_lidwerk(lid, groepen, lijst, beoordelaar) for lid in lijst.profiel.regio.leden),
        beoordelaar,
    )


def _beeld(
    groep: Werkgroep,
    per_onderwerp: Mapping[str, Sequence[Werkgroep]],
    inspanning: Mapping[str, Decimal | None],
    beoordelaar: Nabeoordelaar,
    profiel: Profiel,
) -> Groepsbeeld:
    delen = [inspanning.get(code) for code in groep.onderwerpen]
    bekend = [fte for fte in delen if fte is not None]
    feiten = feiten_van_groep(groep, profiel)
    return Groepsbeeld(
        groep,
        beoordelaar.beoordeel("groep", feiten, naam=f"werkgroep {groep.code}"),
        sum(bekend, Decimal()) if bekend and len(bekend) == len(delen) else None,
        tuple(code for code in groep.onderwerpen if len(per_onderwerp[code]) > 1),
    )


def _lidwerk(
    lid: Lid, groepen: Sequence[Werkgroep], lijst: Ranglijst, beoordelaar: Nabeoordelaar
) -> Lidwerk:
    zetels, ruimte = tuple(zetels_van(lid.code, groepen)), ruimte_van(lid, lijst)
    bekend = [zetel.fte for _, zetel in zetels if zetel.fte is not None]
    hoogstens = None if ruimte is None or ruimte.minstens else ruimte.fte
    feiten = feiten_van_zetels(lid, groepen, hoogstens)
    return Lidwerk(
        lid,
        zetels,
        Fraction(sum(bekend, Decimal())),
        len(zetels) - len(bekend),
        ruimte,
        beoordelaar.beoordeel("zetels", feiten, lid, naam=f"de zetels van {lid.code}"),
    )


def ruimte_van(lid: Lid, lijst: Ranglijst) -> Ruimte | None:
    """How much work a member has room for: as the dossier says, or else as the profile does."""
    eigen = lijst.dossier.instellingen.capaciteit
    if eigen is not None and lid.code in eigen.leden:
        return Ruimte(Fraction(eigen.leden[lid.code]))
    samen = met_capaciteit(lijst.profiel)
    if samen is None or samen.capaciteit is None:
        return None
    if samen.leden != "alle" and lid.code not in samen.leden:
        return None
    norm = samen.capaciteit
    return Ruimte(Fraction(norm.fte_per_lid), norm.bron, norm.minstens == "ja")
