"""The files of a dossier that hold what others say together: topics, answers, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.yamltekst import yaml_groep, yaml_lijst
from agenda.opslag.rollen import ONDERWERPBESTANDEN, OORDELENBESTANDEN, VOORKEURENBESTAND
from regels.lezen.tekst import MAX_BYTES
from regels.lezen.yaml import MAX_DELEN, lees_yaml
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agenda.onderwerp.tag import Tag
    from agenda.samenvoeging.inbreng import Ledenoordeel, Over
    from agenda.samenvoeging.samenvoegen import Samengevoegd

ONDERWERPEN, OORDELEN = ONDERWERPBESTANDEN[1], OORDELENBESTANDEN[0]
LEDEN, DEELNAME = "leden.yaml", "deelname.yaml"
MOGELIJK = (ONDERWERPEN, OORDELEN, VOORKEURENBESTAND, LEDEN, DEELNAME)
"""Every file that can be made."""
_UITLEG = (
    "Gemaakt door: agenda samenvoegen. Verander hier niets: verbeter de werkmap waar het vandaan\n"
    "komt, of kies op het blad Beslist van samenvoegen.xlsx, en voeg opnieuw samen."
)

KOP_VAN_SAMENVOEGEN = "".join(f"# {regel}\n" for regel in _UITLEG.splitlines())
"""What stands above each of these files; a year later it is not so any more."""


def dossierbestanden(samen: Samengevoegd) -> dict[str, bytes]:
    """Name → content; a file for which there is nothing is not there.

    Raises:
        Invoerfout: there is more than a file may hold.
    """
    uit = {ONDERWERPEN: _lijst("onderwerpen", [*map(_onderwerp, samen.onderwerpen)])}
    if samen.oordelen:
        uit[OORDELEN] = _lijst("oordelen", [*map(_oordeel, samen.oordelen)])
    if samen.voorkeuren:
        groepen = {
            lid: [deel[0] if len(deel) == 1 else deel for deel in volgorde.groepen]
            for lid, volgorde in samen.voorkeuren.items()
        }
        uit[VOORKEURENBESTAND] = yaml_groep("voorkeuren", groepen, _UITLEG).encode()
    for bestand, met_onderwerp in ((LEDEN, False), (DEELNAME, True)):
        rijen = [
            {**dict(_wat(over)), **feiten}
            for over, feiten in sorted(samen.ernaast.items())
            if bool(over.onderwerp) is met_onderwerp
        ]
        if rijen:
            uit[bestand] = _lijst(bestand.removesuffix(".yaml"), rijen)
    return uit


class Vorig(NamedTuple):
    """What was written the last time: the topics, and the members that judged them."""

    codes: frozenset[str]
    sprekers: frozenset[str]


def vorig_dossier(map_: Path) -> Vorig:
    """What is there now; nothing where it is not as this program writes it."""
    return Vorig(
        _genoemd(map_ / ONDERWERPEN, "onderwerpen", "code"),
        _genoemd(map_ / OORDELEN, "oordelen", "gemeente"),
    )


def _genoemd(pad: Path, lijst: str, veld: str) -> frozenset[str]:
    try:
        waarde = lees_yaml(pad, pad.name).waarde if pad.exists() else None
    except Invoerfout:  # somebody changed it, and it is not written over without more
        waarde = None
    rijen = waarde.get(lijst) if isinstance(waarde, dict) else None
    gevonden = (rij.get(veld) for rij in rijen or () if isinstance(rij, dict))
    return frozenset(naam for naam in gevonden if isinstance(naam, str))


def _lijst(naam: str, rijen: Sequence[Mapping[str, Any]]) -> bytes:
    if len(rijen) > MAX_DELEN:
        gevonden, verwacht = f"{len(rijen)} {naam}", f"hoogstens {MAX_DELEN}"
        raise Invoerfout([Melding(Plek(f"{naam}.yaml"), "", gevonden, verwacht)])
    inhoud = yaml_lijst(naam, rijen, _UITLEG).encode()
    if len(inhoud) > MAX_BYTES:
        gevonden, verwacht = f"{len(inhoud)} bytes", f"hoogstens {MAX_BYTES}"
        raise Invoerfout([Melding(Plek(f"{naam}.yaml"), "", gevonden, verwacht)])
    return inhoud


def _onderwerp(onderwerp: Mapping[str, Any]) -> Mapping[str, Any]:
    criteria = onderwerp.get("criteria")
    if not criteria:
        return onderwerp
    return {**onderwerp, "criteria": {code: _tag(tag) for code, tag in criteria.items()}}


def _tag(tag: Tag) -> dict[str, str]:
    naast = (("onderbouwing", tag.onderbouwing), ("bron", tag.bron), ("lezing", tag.lezing))
    return {"waarde": tag.waarde, **{naam: tekst for naam, tekst in naast if tekst}}


def _oordeel(oordeel: Ledenoordeel) -> Mapping[str, Any]:
    wat = {"onderwerp": oordeel.onderwerp, "gemeente": oordeel.wie, "criterium": oordeel.criterium}
    return {**wat, **_tag(oordeel.tag), "vindplaats": str(oordeel.plek)}


def _wat(over: Over) -> Iterator[tuple[str, str]]:
    if over.onderwerp:
        yield "onderwerp", over.onderwerp
    yield "lid", over.lid
