"""Read `oordelen.yaml` or `oordelen.csv`: what each municipality says of the criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.namen import begrijp_namen
from agenda.invoer.rijen import rijen
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
    from regels.lezen.yaml import Gelezen


def lees_oordelen(
    map_: Path,
    profiel: Profiel,
    criteria: Mapping[str, str],
    titels: Mapping[str, str],
    meldingen: list[Melding],
) -> tuple[Gemeenteoordeel, ...]:
    """The answers of municipalities, sorted by topic, municipality and criterion.

    Args:
        criteria: code → title.
        titels: code → title of the topics of the dossier.
        meldingen: every fault is added to this list.
    """
    vorm = oordelentabel(profiel, criteria)
    gelezen = lees_rijenbestand(map_, vorm, None, meldingen)
    if gelezen is None:
        return ()
    begrijp_namen(gelezen, profiel, vorm.lijst, titels)
    omgeving = Omgeving(profiel, criteria, frozenset(titels))
    uit: dict[tuple[str, str, str], Gemeenteoordeel] = {}
    for pad, rij in rijen(gelezen, meldingen):
        gevuld = {naam: waarde for naam, waarde in rij.items() if waarde is not None}
        context = {"omgeving": omgeving}
        oordeel = houd_tegen(Gemeenteoordeel, gevuld, gelezen, pad, meldingen, context)
        if oordeel is None:
            continue
        if oordeel.sleutel in uit:
            plek = gelezen.plek((*pad, "criterium"))
            kop = gelezen.koppen.get(("criterium",), "criterium")
            verwacht = f"één oordeel van een {profiel.woorden.lid.een} over een criterium"
            meldingen.append(Melding(plek, kop, f"{_wie(oordeel)} voor de tweede keer", verwacht))
        uit[oordeel.sleutel] = oordeel
    return tuple(uit[sleutel] for sleutel in sorted(uit))


def _wie(oordeel: Gemeenteoordeel) -> str:
    return f"«{oordeel.onderwerp}, {oordeel.gemeente}, {oordeel.criterium}»"


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
    nummers = {rij["code"]: nummer for nummer, rij in enumerate(gelezen.waarde["onderwerpen"])}
    for onderwerp in onderwerpen:
        if onderwerp.code in met and onderwerp.criteria:
            plek = gelezen.plek(("onderwerpen", nummers[onderwerp.code]))
            gevonden = "criteria die niet meetellen, want er zijn oordelen van gemeenten"
            verwacht = "criteria op één plek"
            hulp = "haal ze hier weg; de oordelen tellen"
            yield Melding(plek, "criteria", gevonden, verwacht, hulp)
