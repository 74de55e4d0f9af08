"""What topics ask of each member, where that stands in a table of topics at members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import Field

from agenda.invoer.rijen import kop_van
from agenda.onderwerp.capaciteit import Fte
from agenda.onderwerp.invullijst import ALLE, INSPANNING
from regels.lezen.model import model
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek

_VELD = "inspanning_per"
"""How the field of a topic is called that holds the same, by member."""


class Inspanning(NamedTuple):
    """An amount of work in fte, with where it stands."""

    fte: Decimal
    plek: Plek


@model
class _Rij:
    """The one field of a row that is read here."""

    inspanning_fte: Annotated[Fte | None, Field(description="een getal in fte, zoals 0,4")] = None


def lees_inspanning(
    rij: Mapping[str, Any],
    onderwerp: str | None,
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> Inspanning | None:
    """What a row says that a topic asks of a member; None when it says nothing of that."""
    waarde = rij.get(INSPANNING)
    if waarde is None or waarde == "onbekend":
        return None
    goed = houd_tegen(_Rij, {INSPANNING: waarde}, gelezen, pad, meldingen)
    if goed is None or goed.inspanning_fte is None:
        return None
    if onderwerp == ALLE:
        kop = kop_van(INSPANNING, gelezen)
        verwacht = "een onderwerp bij naam, in een rij met inspanning"
        plek = gelezen.plek((*pad, INSPANNING))
        meldingen.append(Melding(plek, kop, f"«{ALLE}» onderwerpen", verwacht))
        return None
    return Inspanning(goed.inspanning_fte, gelezen.plek((*pad, INSPANNING)))


def per_onderwerp(
    paren: Mapping[tuple[str, str], Inspanning], leden: Iterable[str]
) -> dict[str, dict[str, Inspanning]]:
    """By topic and member; a row for all members holds where no row names the member."""
    uit: dict[str, dict[str, Inspanning]] = {}
    namen = tuple(leden)
    for (onderwerp, lid), inspanning in sorted(paren.items(), key=lambda paar: paar[0][1] != ALLE):
        alle = namen if lid == ALLE else (lid,)
        uit.setdefault(onderwerp, {}).update(dict.fromkeys(alle, inspanning))
    return {onderwerp: dict(sorted(per.items())) for onderwerp, per in sorted(uit.items())}


def vul_aan(
    onderwerpen: list[Any],
    inspanning: Mapping[str, Mapping[str, Inspanning]],
    meldingen: list[Melding],
) -> None:
    """Put what each topic asks of members with the topic, as when it stood there itself."""
    for rauw in onderwerpen:
        per = inspanning.get(str(rauw.get("code"))) if isinstance(rauw, dict) else None
        if not per:
            continue
        if rauw.get(_VELD):
            plek = next(iter(per.values())).plek
            verwacht = f"de inspanning per lid op één plek; bij dit onderwerp staat ook {_VELD}"
            meldingen.append(Melding(plek, "", f"inspanning van «{rauw['code']}»", verwacht))
        else:
            rauw[_VELD] = {lid: deel.fte for lid, deel in per.items()}
