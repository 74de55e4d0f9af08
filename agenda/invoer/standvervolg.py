"""The file with progress of a new year: the rows of the old one that still hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agenda.invoer.standblad import actietabel, standbladen, standtabel
from agenda.invoer.yamltekst import yaml_lijst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from agenda.invoer.sjabloonvorm import Sjabloonblad
    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.standfeit import Standfeit

_UITLEG = (
    "De stand van zaken: per onderwerp de laatste rij van {jaar}. Is er iets veranderd? Zet er\n"
    "een rij onder met de nieuwe dag, en laat de oude staan."
)


def standbestand(feiten: Iterable[Standfeit], jaar: int) -> str:
    """The rows as `stand.yaml`.

    Args:
        jaar: the year that they come from.
    """
    return yaml_lijst("stand", map(_rij, feiten), _UITLEG.format(jaar=jaar))


def _rij(feit: Standfeit) -> dict[str, Any]:
    rij: dict[str, Any] = {n: getattr(feit, n) for n in ("onderwerp", "op", "toestand")}
    rij |= {n: w for n in ("klaar_op", "volgende_stap") if (w := getattr(feit, n)) is not None}
    if feit.wie is not None:
        rij["wie"] = _gevuld(feit.wie, "gemeente", "functie")
    if feit.acties:
        rij["acties"] = [_gevuld(actie, "wat", "gremium", "voor") for actie in feit.acties]
    return rij | {n: w for n in ("toelichting", "bron") if (w := getattr(feit, n))}


def _gevuld(deel: object, *namen: str) -> dict[str, Any]:
    return {naam: w for naam in namen if (w := getattr(deel, naam)) is not None}


def standwerkmapbladen(
    profiel: Profiel,
    titels: Mapping[str, str],
    feiten: Sequence[Standfeit],
    titel: str,
    op: date,
) -> tuple[Sjabloonblad, ...]:
    """The sheets of `stand.xlsx`: every topic once, with what is known of it.

    Args:
        titels: code → title of the topics.
        titel: what stands above the first sheet.
        op: a day that may stand as an example.
    """
    bladen = standbladen(profiel, [*titels.items()], titel, op)
    per_code = {feit.onderwerp: feit for feit in feiten}
    standen = [
        _standcellen(profiel, code, naam, per_code.get(code)) for code, naam in titels.items()
    ]
    acties = [cellen for feit in feiten for cellen in _actiecellen(profiel, feit)]
    rijen = (
        _in_kolommen(standtabel(profiel), standen),
        _in_kolommen(actietabel(profiel), acties),
    )
    return tuple(
        replace(blad, rijen=delen, invulrijen=max(blad.invulrijen, 2 * len(delen)))
        for blad, delen in zip(bladen, rijen, strict=True)
    )


def _in_kolommen(
    vorm: Tabelvorm, rijen: Iterable[Mapping[str, str | date]]
) -> tuple[tuple[str | date, ...], ...]:
    namen = [kolom.veld.naam for kolom in vorm.kolommen]
    return tuple(tuple(rij.get(naam, "") for naam in namen) for rij in rijen)


def _standcellen(
    profiel: Profiel, code: str, titel: str, feit: Standfeit | None
) -> dict[str, str | date]:
    rij = _rij(feit) if feit else {}
    wie = rij.pop("wie", {})
    if "gemeente" in wie:
        wie = wie | {"gemeente": profiel.lid[wie["gemeente"]].naam}
    return {**rij, **wie, "onderwerp": code, "titel": titel}


def _actiecellen(profiel: Profiel, feit: Standfeit) -> Iterator[dict[str, str | date]]:
    for actie in _rij(feit).get("acties", ()):
        gremium = {}
        if "gremium" in actie:
            gremium = {"gremium": profiel.gremium[actie["gremium"]].naam}
        yield {**actie, **gremium, "onderwerp": feit.onderwerp, "op": feit.op}
