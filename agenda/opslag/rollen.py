"""What a path is to the program, and where for that reason nothing is written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.opslag.besluitmap import BEKRACHTIGING, BESLUITEN, besluitmap_om, werkelijk
from regels.lezen.tekst import GELEZEN
from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Iterator

DOSSIERBESTAND = "dossier.yaml"
ONDERWERPBESTANDEN = ("onderwerpen.xlsx", "onderwerpen.yaml", "onderwerpen.csv")
"""What a dossier holds: its settings, and exactly one of these files."""
OORDELENBESTANDEN = ("oordelen.yaml", "oordelen.csv")
"""One of these holds what members say of the criteria."""
VOORKEURENBESTAND = "voorkeuren.yaml"
VOORKEURENTABEL, GRENZENTABEL = "voorkeuren.csv", "grenzen.csv"
BESTANDEN_ERNAAST = (
    *("leden.yaml", "leden.csv", "deelname.yaml", "deelname.csv"),
    *OORDELENBESTANDEN,
    *(VOORKEURENBESTAND, VOORKEURENTABEL, GRENZENTABEL),
)
"""What a dossier may hold beside these: what is known of members, of topics at members, what
members say of the criteria, and what is said of the weights."""
EIGENBESTANDEN = ("eigen.xlsx", "eigen.yaml", "eigen.csv")
"""One of these may hold topics of the region itself, to put together with those of members."""
SAMENVOEGBESTAND = "samenvoegen.xlsx"
"""What was asked when files were put together, and what somebody chose."""
BEGROTINGBESTAND = "begroting.yaml"
"""What a dossier may hold too: the amounts of the year."""
KALENDERBESTAND = "kalender.yaml"
"""What it may hold of what was agreed on meetings."""
DEKKINGBESTAND = "dekking.yaml"
"""What it may hold of who has what proposals ask."""
GEMEENTENMAP = "gemeenten"
"""The folder in a dossier with a workbook for each municipality; nothing there is read with it."""
ANTWOORDENBESTAND = "antwoorden.yaml"
"""What it may hold of answers to questions about the weights."""
STANDBESTANDEN = ("stand.yaml", "stand.xlsx")
"""One of these may hold how it stands with what was adopted, day by day."""
WERKGROEPENBESTAND = "werkgroepen.yaml"
"""What it may hold of who works on what was adopted."""
VOORTGANGBESTANDEN = (*STANDBESTANDEN, WERKGROEPENBESTAND, DEKKINGBESTAND)
"""What a dossier may hold of what became of its agenda; part of no decision."""
REGIOBESTAND = "regio.yaml"
"""By this a folder is known as a profile."""
REGELMAP = "regels"
SJABLOONBESTAND = "sjabloon.docx"

_YAML = (".yaml", ".yml")
_ONDERWERPEN = "onderwerpen."


class GeweigerdDoel(Bestandsfout):
    """A place where no output may come, because what stands there is input or was decided."""


def weiger_in_besluit(map_: Path) -> None:
    """A decision is never changed.

    Raises:
        GeweigerdDoel: the folder is that of a decision, or stands in one.
    """
    if besluitmap_om(map_):
        reden = "hoort bij een besluit en wordt niet veranderd. Kies een andere map."
        raise GeweigerdDoel(str(werkelijk(map_)), reden)


def weiger_invoer(pad: Path) -> None:
    """Nothing that the program makes takes the place of what it is made from.

    Raises:
        GeweigerdDoel: the file was read in this run, or is part of a dossier, profile or decision.
    """
    if rol := _rol_van(pad):
        raise GeweigerdDoel(str(pad), f"hoort bij {rol}. Kies een andere naam of map.")
    if _hoort_bij_wat_gelezen_is(pad):
        reden = "is een bestand waar deze uitvoer van is gemaakt. Kies een andere naam of map."
        raise GeweigerdDoel(str(pad), reden)


def _rol_van(pad: Path) -> str:
    """What a path is part of, in words, whether or not there is a file yet; "" when of nothing."""
    plekken = {werkelijk(pad.parent) / pad.name, werkelijk(pad)}
    if any(besluitmap_om(plek.parent) or _naast_besluit(plek) for plek in plekken):
        return "een besluit, en dat wordt niet veranderd"
    rollen = {_rol(plek) for plek in plekken} - {""}
    return min(rollen, default="")


def _hoort_bij_wat_gelezen_is(pad: Path) -> bool:
    """Whether a path is, by whatever name, a file that was read or stands beside one as input."""
    try:
        staat = pad.stat()
    except OSError:
        return False
    return any(_zelfde(staat, ander) for ander in _familie())


def _rol(plek: Path) -> str:
    naam, map_ = plek.name.lower(), plek.parent
    if naam in (DOSSIERBESTAND, *ONDERWERPBESTANDEN):
        return "de invoer van een dossier"
    is_yaml = naam.endswith(_YAML)
    los = (*BESTANDEN_ERNAAST, *EIGENBESTANDEN, SAMENVOEGBESTAND, *VOORTGANGBESTANDEN)
    in_dossier = is_yaml or naam.startswith(_ONDERWERPEN) or naam in los
    if _er_is(map_ / DOSSIERBESTAND) and in_dossier:
        return "de invoer van een dossier"
    if (
        map_.name == GEMEENTENMAP
        and naam.endswith(".xlsx")
        and _er_is(map_.parent / DOSSIERBESTAND)
    ):
        return "wat een gemeente invult"
    profielmap = map_.parent if map_.name == REGELMAP else map_
    if _er_is(profielmap / REGIOBESTAND) and (is_yaml or naam == SJABLOONBESTAND):
        return "een profiel"
    return ""


def _naast_besluit(plek: Path) -> bool:
    """Whether it stands where the decisions on a dossier are kept, or is the register of one."""
    if plek.name.lower().endswith(BEKRACHTIGING):
        return True
    return plek.parent.name == BESLUITEN and _er_is(plek.parent.parent / DOSSIERBESTAND)


def _familie() -> Iterator[Path]:
    """What was read, what is input beside it, and the decisions on it."""
    yield from GELEZEN
    mappen = {pad.parent for pad in GELEZEN}
    for map_ in mappen:
        yield from (deel for deel in _inhoud(map_) if _rol(deel))
    for besluiten in {besluitmap_om(map_) or map_ / BESLUITEN for map_ in mappen}:
        yield from (deel for deel in _inhoud(besluiten.parent) if _naast_besluit(deel))
        for boven, _, namen in os.walk(besluiten):
            yield from (Path(boven, naam) for naam in namen)


def _inhoud(map_: Path) -> list[Path]:
    try:
        return list(map_.iterdir())
    except OSError:  # it may be read from and not listed
        return []


def _zelfde(staat: os.stat_result, ander: Path) -> bool:
    try:
        return os.path.samestat(staat, ander.stat())
    except OSError:
        return False


def _er_is(pad: Path) -> bool:
    try:
        return pad.exists()
    except OSError:
        return False
