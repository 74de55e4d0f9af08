"""Read what is known of members, and of topics at members: a sheet, or a file beside the topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.feiten import lees_feiten
from agenda.invoer.inspanning import Inspanning, lees_inspanning, per_onderwerp
from agenda.invoer.namen import begrijp_namen
from agenda.invoer.tabelvorm import deelnametabel, ledentabel
from agenda.onderwerp.invullijst import ALLE
from agenda.onderwerp.onderwerp import Deelname
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding, Plek, genoeg
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.feit import Feiten
    from regels.lezen.yaml import Gelezen, Pad


class GelezenDeelname(NamedTuple):
    """What a table of topics at members says.

    Attributes:
        inspanning: code of a topic → code of a member → what it asks there.
    """

    deelname: tuple[Deelname, ...]
    inspanning: dict[str, dict[str, Inspanning]]


_MAX_GENOEMD = 20
"""So many codes are named where one is not known."""


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
    uit: dict[str, Feiten] = {}
    velden = invulbaar(profiel, "lid")
    gelezen = _lees(map_, ledentabel(profiel), blad, meldingen)
    if gelezen is None:
        return {}
    begrijp_namen(gelezen, profiel, ledentabel(profiel).lijst, {})
    for pad, rij in _rijen(gelezen, meldingen):
        lid = _code(rij, "lid", _leden(profiel), gelezen, pad, meldingen)
        _meld_onbekend(rij, ("lid", "bron", *velden), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        if lid is not None and lid in uit:
            _meld_dubbel(lid, gelezen, (*pad, "lid"), meldingen)
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
    uit: dict[tuple[str, str], Deelname] = {}
    inspanning: dict[tuple[str, str], Inspanning] = {}
    velden = invulbaar(profiel, "deelname")
    vorm = deelnametabel(profiel)
    gelezen = _lees(map_, vorm, blad, meldingen)
    if gelezen is None:
        return GelezenDeelname((), {})
    begrijp_namen(gelezen, profiel, vorm.lijst, titels)
    namen = [veld.naam for veld in vorm.lijst.velden]
    for pad, rij in _rijen(gelezen, meldingen):
        onderwerp = _code(rij, "onderwerp", {ALLE: ALLE, **titels}, gelezen, pad, meldingen)
        lid = _code(rij, "lid", {ALLE: ALLE, **_leden(profiel)}, gelezen, pad, meldingen)
        _meld_onbekend(rij, (*namen, "bron"), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        fte = lees_inspanning(rij, onderwerp, gelezen, pad, meldingen)
        if onderwerp is None or lid is None:
            continue
        if fte is not None:
            inspanning[onderwerp, lid] = fte
        if onderwerp == lid == ALLE:
            plek = gelezen.plek((*pad, "lid"))
            verwacht = "een onderwerp of een lid bij naam"
            meldingen.append(Melding(plek, _kop("lid", gelezen), "«alle» bij allebei", verwacht))
        elif (onderwerp, lid) in uit:
            _meld_dubbel(f"{onderwerp}, {lid}", gelezen, (*pad, "lid"), meldingen)
        uit[onderwerp, lid] = Deelname(_of_alle(onderwerp), _of_alle(lid), feiten)
    bekend = tuple(uit[sleutel] for sleutel in sorted(uit) if uit[sleutel].feiten)
    return GelezenDeelname(bekend, per_onderwerp(inspanning, profiel.lid))


def _leden(profiel: Profiel) -> dict[str, str]:
    """Code → name of the members."""
    return {code: lid.naam for code, lid in profiel.lid.items()}


def _of_alle(code: str) -> str | None:
    return None if code == ALLE else code


def meld_ongelezen(map_: Path, profiel: Profiel) -> Iterator[Melding]:
    """Files that somebody may take for what is known of members or pairs, and that do not count."""
    for vorm in (ledentabel(profiel), deelnametabel(profiel)):
        for naam in sorted(pad.name for pad in map_.glob(f"{vorm.naam}.*") if pad.is_file()):
            if naam in _namen(vorm):
                continue
            verwacht = f"het blad {vorm.blad} in onderwerpen.xlsx, of {opsomming(_namen(vorm))}"
            hulp = "zet daar wat hierin staat, en haal dit bestand weg"
            if not vorm.vraagt:
                verwacht = "geen bestand: dit profiel vraagt er niets over"
                hulp = "haal het weg, of zet het in een andere map"
            gevonden = "een bestand dat niet meetelt"
            yield Melding(Plek(naam), "", gevonden, verwacht, hulp)


def _namen(vorm: Tabelvorm) -> tuple[str, ...]:
    """The files in which it may stand; a table only where something is asked."""
    return (f"{vorm.naam}.yaml", *([f"{vorm.naam}.csv"] if vorm.vraagt else ()))


def _lees(
    map_: Path, vorm: Tabelvorm, blad: Gelezen | None, meldingen: list[Melding]
) -> Gelezen | None:
    """The one place where it stands; None, with a finding, when there are more."""
    namen = [naam for naam in _namen(vorm) if (map_ / naam).exists()]
    waar = [*([f"het blad {vorm.blad} in {blad.bestand}"] if blad else []), *namen]
    if len(waar) > 1:
        verwacht = f"precies één van {opsomming(waar)}"
        hulp = "haal weg wat er te veel is"
        meldingen.append(
            Melding(Plek(namen[-1]), "", f"ook {opsomming(waar[:-1], 'en')}", verwacht, hulp)
        )
        return None
    if not namen:
        return blad
    try:
        return _lees_bestand(map_ / namen[0], vorm, meldingen)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None


def _lees_bestand(pad: Path, vorm: Tabelvorm, meldingen: list[Melding]) -> Gelezen | None:
    if pad.suffix == ".csv":
        from agenda.invoer.csv_bestand import lees_csv  # most dossiers have no such file

        return lees_csv(pad, pad.name, vorm, meldingen)
    gelezen = lees_yaml(pad, pad.name)
    lijst = gelezen.waarde.get(vorm.naam) if isinstance(gelezen.waarde, dict) else None
    if isinstance(lijst, list) and list(gelezen.waarde) == [vorm.naam]:
        return gelezen
    verwacht = f"een lijst met de naam «{vorm.naam}», en verder niets"
    meldingen.append(Melding(gelezen.plek(()), "", toon(gelezen.waarde), verwacht))
    return None


def _rijen(gelezen: Gelezen, meldingen: list[Melding]) -> Iterator[tuple[Pad, Mapping[str, Any]]]:
    """The rows that are groups of fields, up to where there are enough findings."""
    ((naam, lijst),) = gelezen.waarde.items()
    for nummer, rij in enumerate(lijst):
        if genoeg(meldingen):
            return
        pad = (naam, nummer)
        if isinstance(rij, dict):
            yield pad, rij
        else:
            meldingen.append(Melding(gelezen.plek(pad), naam, toon(rij), "een groep velden"))


def _kop(naam: str, gelezen: Gelezen) -> str:
    """How the file calls a field: the heading of its column, or its name."""
    return gelezen.koppen.get((naam,), naam)


def _code(
    rij: Mapping[str, Any],
    naam: str,
    bekend: Mapping[str, str],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> str | None:
    """The code that a row names; None, with a finding, when there is no such thing.

    Args:
        bekend: code → name; of a member a table shows the name.
    """
    code = rij.get(naam)
    if isinstance(code, str) and code in bekend:
        return code
    hier, kop = (*pad, naam), _kop(naam, gelezen)
    if hier in gelezen.gemeld:
        return None
    getypt = gelezen.getypt(hier, code)
    hulp = gelezen.hulp.get(hier) or bedoelde_u(getypt, (*bekend, *bekend.values()))
    met_naam = naam == "lid" and bool(gelezen.koppen)
    genoemd = opsomming([*(bekend.values() if met_naam else bekend)][:_MAX_GENOEMD])
    verwacht = f"een van {genoemd}" if not hulp else f"een {naam} dat er is"
    meldingen.append(Melding(gelezen.plek(hier), kop, toon(getypt), verwacht, hulp))
    return None


def _meld_onbekend(
    rij: Mapping[str, Any],
    bekend: Collection[str],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> None:
    for naam in rij:
        if naam not in bekend:
            gevonden, verwacht = f"onbekend veld {toon(naam)}", f"een van {opsomming(bekend)}"
            plek = gelezen.plek((*pad, naam))
            meldingen.append(Melding(plek, "", gevonden, verwacht, bedoelde_u(naam, bekend)))


def _meld_dubbel(wie: str, gelezen: Gelezen, pad: Pad, meldingen: list[Melding]) -> None:
    gevonden = f"{toon(wie)} voor de tweede keer"
    plek = gelezen.plek(pad)
    meldingen.append(Melding(plek, _kop("lid", gelezen), gevonden, "één rij voor elk"))
