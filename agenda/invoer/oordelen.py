"""Read `oordelen.yaml` or `oordelen.csv`: what each municipality says of the criteria."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.namen import begrijp_namen
from agenda.invoer.onderwerpen import nummers_van
from agenda.invoer.rijen import kop_van, rijen
from agenda.invoer.rijenbestand import lees_rijenbestand
from agenda.invoer.tabelvorm import oordelentabel
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.oordeel import Gemeenteoordeel, samen, stemmen_van
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek


class Oordelenbestand(NamedTuple):
    """The answers of municipalities, and where each stands.

    Attributes:
        oordelen: sorted by topic, municipality (in the order of the region) and criterion.
        gelezen: what the file says; None when there is none, or more than one.
        paden: where each answer stands in it, by topic, municipality and criterion.
    """

    oordelen: tuple[Gemeenteoordeel, ...] = ()
    gelezen: Gelezen | None = None
    paden: Mapping[tuple[str, str, str], Pad] = MappingProxyType({})

    def plek(self, oordeel: Gemeenteoordeel, veld: str = "waarde") -> Plek:
        """The place of a part of an answer."""
        assert self.gelezen is not None  # noqa: S101 - the answer was read from it
        return self.gelezen.plek((*self.paden[oordeel.sleutel], veld))


def lees_oordelen(
    map_: Path,
    profiel: Profiel,
    criteria: Mapping[str, str],
    titels: Mapping[str, str],
    meldingen: list[Melding],
) -> Oordelenbestand:
    """The answers of municipalities in a dossier.

    Args:
        criteria: code → title.
        titels: code → title of the topics of the dossier.
        meldingen: every fault is added to this list.
    """
    vorm = oordelentabel(profiel, criteria)
    gelezen = lees_rijenbestand(map_, vorm, None, meldingen)
    if gelezen is None:
        return Oordelenbestand()
    begrijp_namen(gelezen, profiel, vorm.lijst, titels)
    context = {"omgeving": Omgeving(profiel, criteria, frozenset(titels))}
    uit: dict[tuple[str, str, str], Gemeenteoordeel] = {}
    paden: dict[tuple[str, str, str], Pad] = {}
    for pad, rij in rijen(gelezen, meldingen):
        gevuld = {naam: waarde for naam, waarde in rij.items() if waarde is not None}
        oordeel = houd_tegen(Gemeenteoordeel, gevuld, gelezen, pad, meldingen, context)
        if oordeel is None:
            continue
        if oordeel.sleutel in uit:
            eerste = gelezen.plek((*paden[oordeel.sleutel], "criterium"))
            naam, titel = profiel.lid[oordeel.gemeente].naam, criteria[oordeel.criterium]
            meldingen.append(
                Melding(
                    gelezen.plek((*pad, "criterium")),
                    kop_van("criterium", gelezen),
                    f"«{oordeel.onderwerp}, {naam}, {titel}» voor de tweede keer",
                    f"één oordeel van een {profiel.woorden.lid.een} over een criterium",
                    f"haal een van beide weg; het eerste staat op {eerste}",
                )
            )
            continue
        uit[oordeel.sleutel], paden[oordeel.sleutel] = oordeel, pad
    return Oordelenbestand(op_volgorde(uit.values(), profiel), gelezen, paden)


def op_volgorde(
    oordelen: Iterable[Gemeenteoordeel], profiel: Profiel
) -> tuple[Gemeenteoordeel, ...]:
    """Sorted by topic, municipality (in the order of the region) and criterion."""
    nummers = {code: nummer for nummer, code in enumerate(profiel.lid)}
    return tuple(sorted(oordelen, key=lambda o: (o.onderwerp, nummers[o.gemeente], o.criterium)))


def met_oordelen(
    onderwerpen: Iterable[Onderwerp],
    oordelen: Iterable[Gemeenteoordeel],
    criteria: Iterable[str],
) -> tuple[Onderwerp, ...]:
    """The topics, each of which municipalities speak with what these say together."""
    stemmen, codes = stemmen_van(oordelen), tuple(criteria)
    return tuple(
        onderwerp.met_criteria(samen(stemmen[onderwerp.code], codes))
        if onderwerp.code in stemmen
        else onderwerp
        for onderwerp in onderwerpen
    )


def meld_eigen_criteria(
    gelezen: Gelezen, onderwerpen: Iterable[Onderwerp], oordelen: Iterable[Gemeenteoordeel]
) -> Iterator[Melding]:
    """Topics with answers of their own, of which municipalities speak: those do not count."""
    met = {oordeel.onderwerp for oordeel in oordelen}
    nummers = nummers_van(gelezen)
    for onderwerp in onderwerpen:
        if onderwerp.code in met and onderwerp.criteria:
            plek = gelezen.plek(("onderwerpen", nummers[onderwerp.code]))
            gevonden = "criteria die niet meetellen, want er zijn oordelen van gemeenten"
            verwacht = "criteria op één plek"
            hulp = "haal ze hier weg; de oordelen tellen"
            yield Melding(plek, "criteria", gevonden, verwacht, hulp)
