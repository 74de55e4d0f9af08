"""What one member says of topics that are there already: the sheet in its own workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import Field

from agenda.invoer.namen import begrijp_namen
from agenda.invoer.rijen import kop_van, rijen
from agenda.invoer.tabelvorm import oordelenbladtabel
from agenda.onderwerp.tag import Tag
from regels.lezen.model import model
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.model import Code, Tekstregel
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek


@model
class _Rij:
    """What stands in one row; the title is there for who reads it."""

    code: Code
    titel: Tekstregel = ""
    criteria: dict[str, Tag] = Field(default_factory=dict)


class Bladoordeel(NamedTuple):
    """What a member says of one criterium at one topic.

    Attributes:
        onderwerp: code of the topic, in whatever dossier that is.
        criterium: code.
        plek: the cell with the answer.
    """

    onderwerp: str
    criterium: str
    oordeel: Tag
    plek: Plek


def oordelen_uit(
    gelezen: Gelezen, profiel: Profiel, criteria: Mapping[str, str], meldingen: list[Melding]
) -> tuple[Bladoordeel, ...]:
    """The answers in a sheet, in its order; of a criterium left empty there is none.

    Args:
        gelezen: a table of the form `oordelenbladtabel`.
        criteria: code → title.
        meldingen: every fault is added to this list.
    """
    begrijp_namen(gelezen, profiel, oordelenbladtabel(criteria).lijst, {})
    uit: list[Bladoordeel] = []
    gezien: dict[str, Plek] = {}
    for pad, rij in rijen(gelezen, meldingen):
        tags = {code: _gevuld(tag) for code, tag in rij.get("criteria", {}).items()}
        gezegd = {code: tag for code, tag in tags.items() if tag}
        vorm = _gevuld({"code": rij.get("code"), "titel": rij.get("titel"), "criteria": gezegd})
        _meld_dubbel(rij.get("code"), gezien, gelezen, (*pad, "code"), meldingen)
        oordeel = houd_tegen(_Rij, vorm, gelezen, pad, meldingen)
        if oordeel is None:
            continue
        for criterium, tag in oordeel.criteria.items():
            waar = gelezen.plek((*pad, "criteria", criterium, "waarde"))
            uit.append(Bladoordeel(oordeel.code, criterium, tag, waar))
    return tuple(uit)


def _meld_dubbel(
    code: str | None, gezien: dict[str, Plek], gelezen: Gelezen, pad: Pad, meldingen: list[Melding]
) -> None:
    """Report a topic that another row was about, and remember it."""
    plek = gelezen.plek(pad)
    if code in gezien:
        verwacht = f"elk onderwerp in één rij (zie ook {gezien[code]})"
        gevonden = f"{toon(code)} voor de tweede keer"
        meldingen.append(Melding(plek, kop_van("code", gelezen), gevonden, verwacht))
    if code is not None:
        gezien.setdefault(code, plek)


def _gevuld(groep: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in groep.items() if waarde is not None}
