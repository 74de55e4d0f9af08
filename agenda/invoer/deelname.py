"""Read what is known of members, and of topics at members: `leden.yaml` and `deelname.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.invoer.feiten import lees_feiten
from agenda.onderwerp.onderwerp import Deelname
from agenda.opslag.rollen import DEELNAMEBESTAND, LEDENBESTAND
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.feit import Feiten
    from regels.lezen.yaml import Gelezen, Pad

ALLE = "alle"
"""Stands for every topic, or for every member; a row that names one goes before it."""


def invulbaar(profiel: Profiel, over: str) -> dict[str, Profielveld]:
    """The fields of the profile that are filled in over something, by code."""
    return {v.code: v for v in profiel.velden if v.over == over and v.afgeleid is None}


def lees_leden(map_: Path, profiel: Profiel, meldingen: list[Melding]) -> dict[str, Feiten]:
    """Code of a member → what is known of it; empty when there is no such file."""
    uit: dict[str, Feiten] = {}
    velden = invulbaar(profiel, "lid")
    for gelezen, pad, rij in _rijen(map_, LEDENBESTAND, "leden", meldingen):
        lid = _code(rij, "lid", profiel.lid, gelezen, pad, meldingen)
        _meld_onbekend(rij, ("lid", "bron", *velden), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        if lid is not None and lid in uit:
            _meld_dubbel(lid, gelezen, (*pad, "lid"), meldingen)
        if lid is not None:
            uit[lid] = feiten
    return dict(sorted(uit.items()))


def lees_deelname(
    map_: Path, profiel: Profiel, codes: Collection[str], meldingen: list[Melding]
) -> tuple[Deelname, ...]:
    """What is known of topics at members; empty when there is no such file.

    Args:
        codes: of the topics of the dossier.
    """
    uit: dict[tuple[str, str], Deelname] = {}
    velden = invulbaar(profiel, "deelname")
    for gelezen, pad, rij in _rijen(map_, DEELNAMEBESTAND, "deelname", meldingen):
        onderwerp = _code(rij, "onderwerp", (ALLE, *codes), gelezen, pad, meldingen)
        lid = _code(rij, "lid", (ALLE, *profiel.lid), gelezen, pad, meldingen)
        _meld_onbekend(rij, ("onderwerp", "lid", "bron", *velden), gelezen, pad, meldingen)
        feiten = lees_feiten(rij, velden, profiel, gelezen, pad, meldingen, rij.get("bron"))
        if onderwerp is None or lid is None:
            continue
        if onderwerp == lid == ALLE:
            plek = gelezen.plek(pad)
            verwacht = "een onderwerp of een lid bij naam"
            meldingen.append(Melding(plek, "lid", "«alle» bij allebei", verwacht))
        elif (onderwerp, lid) in uit:
            _meld_dubbel(f"{onderwerp}, {lid}", gelezen, pad, meldingen)
        uit[onderwerp, lid] = Deelname(_of_alle(onderwerp), _of_alle(lid), feiten)
    return tuple(uit[sleutel] for sleutel in sorted(uit))


def _of_alle(code: str) -> str | None:
    return None if code == ALLE else code


def _rijen(
    map_: Path, bestand: str, naam: str, meldingen: list[Melding]
) -> Iterator[tuple[Gelezen, Pad, Mapping[str, Any]]]:
    """The rows of a file that are groups of fields; nothing when there is no such file."""
    if not (map_ / bestand).exists():
        return
    try:
        gelezen = lees_yaml(map_ / bestand, bestand)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return
    lijst = gelezen.waarde.get(naam) if isinstance(gelezen.waarde, dict) else None
    if not isinstance(lijst, list) or list(gelezen.waarde) != [naam]:
        verwacht = f"een lijst met de naam «{naam}», en verder niets"
        meldingen.append(Melding(gelezen.plek(()), "", toon(gelezen.waarde), verwacht))
        return
    for nummer, rij in enumerate(lijst):
        pad = (naam, nummer)
        if isinstance(rij, dict):
            yield gelezen, pad, rij
        else:
            meldingen.append(Melding(gelezen.plek(pad), naam, toon(rij), "een groep velden"))


def _code(
    rij: Mapping[str, Any],
    naam: str,
    bekend: Collection[str],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> str | None:
    """The code that a row names; None, with a finding, when there is no such thing."""
    code = rij.get(naam)
    if isinstance(code, str) and code in bekend:
        return code
    hulp = bedoelde_u(code, bekend)
    verwacht = f"een van {opsomming(list(bekend)[:20])}" if not hulp else f"een {naam} dat er is"
    meldingen.append(Melding(gelezen.plek((*pad, naam)), naam, toon(code), verwacht, hulp))
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
    plek = gelezen.plek(pad)
    meldingen.append(Melding(plek, "lid", f"{toon(wie)} voor de tweede keer", "één rij voor elk"))
