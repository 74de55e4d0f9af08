"""Read what is known of members, and of topics at members: a sheet, or a file beside the topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.feiten import lees_feiten
from agenda.invoer.inspanning import Inspanning, lees_inspanning, per_onderwerp
from agenda.invoer.namen import begrijp_namen
from agenda.invoer.rijen import (
    code_in,
    kop_van,
    ledennamen,
    meld_andere_bestanden,
    meld_dubbel,
    meld_onbekend,
    rijen,
)
from agenda.invoer.rijenbestand import bestandsnamen, lees_rijenbestand
from agenda.invoer.tabelvorm import deelnametabel, ledentabel
from agenda.onderwerp.invullijst import ALLE
from agenda.onderwerp.onderwerp import Deelname
from agenda.opslag.rollen import OORDELENBESTANDEN
from regels.melding import Melding
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.feit import Feiten
    from regels.lezen.yaml import Gelezen


class GelezenDeelname(NamedTuple):
    """What a table of topics at members says.

    Attributes:
        inspanning: code of a topic → code of a member → what it asks there.
    """

    deelname: tuple[Deelname, ...]
    inspanning: dict[str, dict[str, Inspanning]]


def invulbaar(profiel: Profiel, over: str) -> dict[str, Profielveld]:
    """The fields of the profile that are filled in over something, by code."""
    return {v.code: v for v in profiel.velden if v.over == over and v.afgeleid is None}


def lees_leden(
    map_: Path, profiel: Profiel, blad: Gelezen | None, meldingen: list[Melding]
) -> dict[str, Feiten]:
    """Code of a member → what is known of it; empty when nothing is filled in anywhere.

    Args:
        blad: the sheet of the workbook with topics, when it has one.
    """
    gelezen = lees_rijenbestand(map_, ledentabel(profiel), blad, meldingen)
    return leden_uit(gelezen, profiel, meldingen) if gelezen else {}


def leden_uit(gelezen: Gelezen, profiel: Profiel, meldingen: list[Melding]) -> dict[str, Feiten]:
    """The same, of a table of the form `ledentabel`."""
    uit: dict[str, Feiten] = {}
    velden = invulbaar(profiel, "lid")
    begrijp_namen(gelezen, profiel, ledentabel(profiel).lijst, {})
    for pad, rij in rijen(gelezen, meldingen):
        lid = code_in(rij, "lid", ledennamen(profiel), gelezen, pad, meldingen)
        meld_onbekend(rij, ("lid", "bron", *velden), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        if lid is not None and lid in uit:
            meld_dubbel(lid, gelezen, (*pad, "lid"), meldingen)
        if lid is not None:
            uit[lid] = feiten
    return {lid: feiten for lid, feiten in sorted(uit.items()) if feiten}


def lees_deelname(
    map_: Path,
    profiel: Profiel,
    titels: Mapping[str, str],
    blad: Gelezen | None,
    meldingen: list[Melding],
) -> GelezenDeelname:
    """What is known of topics at members; empty when nothing is filled in anywhere.

    Args:
        titels: code → title of the topics of the dossier.
        blad: the sheet of the workbook with topics, when it has one.
    """
    gelezen = lees_rijenbestand(map_, deelnametabel(profiel), blad, meldingen)
    if gelezen is None:
        return GelezenDeelname((), {})
    return deelname_uit(gelezen, profiel, titels, meldingen)


def deelname_uit(
    gelezen: Gelezen, profiel: Profiel, titels: Mapping[str, str], meldingen: list[Melding]
) -> GelezenDeelname:
    """The same, of a table of the form `deelnametabel`."""
    uit: dict[tuple[str, str], Deelname] = {}
    inspanning: dict[tuple[str, str], Inspanning] = {}
    velden = invulbaar(profiel, "deelname")
    vorm = deelnametabel(profiel)
    begrijp_namen(gelezen, profiel, vorm.lijst, titels)
    namen = [veld.naam for veld in vorm.lijst.velden]
    for pad, rij in rijen(gelezen, meldingen):
        onderwerp = code_in(rij, "onderwerp", {ALLE: ALLE, **titels}, gelezen, pad, meldingen)
        lid = code_in(rij, "lid", {ALLE: ALLE, **ledennamen(profiel)}, gelezen, pad, meldingen)
        meld_onbekend(rij, (*namen, "bron"), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        fte = lees_inspanning(rij, onderwerp, gelezen, pad, meldingen)
        if onderwerp is None or lid is None:
            continue
        if fte is not None:
            inspanning[onderwerp, lid] = fte
        if onderwerp == lid == ALLE:
            plek = gelezen.plek((*pad, "lid"))
            verwacht = "een onderwerp of een lid bij naam"
            meldingen.append(Melding(plek, kop_van("lid", gelezen), "«alle» bij allebei", verwacht))
        elif (onderwerp, lid) in uit:
            meld_dubbel(f"{onderwerp}, {lid}", gelezen, (*pad, "lid"), meldingen)
        uit[onderwerp, lid] = Deelname(_of_alle(onderwerp), _of_alle(lid), feiten)
    bekend = tuple(uit[sleutel] for sleutel in sorted(uit) if uit[sleutel].feiten)
    return GelezenDeelname(bekend, per_onderwerp(inspanning, profiel.lid))


def _of_alle(code: str) -> str | None:
    return None if code == ALLE else code


def meld_ongelezen(map_: Path, profiel: Profiel) -> Iterator[Melding]:
    """Files that somebody may take for what is known of members or pairs, and that do not count.

    So too for what members say of the criteria.
    """
    for vorm in (ledentabel(profiel), deelnametabel(profiel)):
        namen = bestandsnamen(vorm)
        waar = f"het blad {vorm.blad} in onderwerpen.xlsx, of {opsomming(namen)}"
        yield from meld_andere_bestanden(map_, vorm.naam, namen, waar if vorm.vraagt else "")
    waar = opsomming(OORDELENBESTANDEN)
    yield from meld_andere_bestanden(map_, "oordelen", OORDELENBESTANDEN, waar)
