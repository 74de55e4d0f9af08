"""Fields that hold several choices at once: rules ask of each choice whether it is among them.

Written as `{veld: aard, is: inkoop}`, judged as `{veld: "aard:inkoop", is: ja}`: so both evaluators
only ever see one value per field.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from regels.model import Veld, Voorbeeld, Voorwaarde, deelveld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from regels.model import Regel, Waarde

_ANTWOORD = {"is": "ja", "niet": "nee"}


def deelvelden(velden: Iterable[Veld]) -> dict[str, Veld]:
    """Per choice of each field that holds several, the yes/no field that rules are judged on."""
    return {
        deelveld(veld.naam, keuze): Veld(
            deelveld(veld.naam, keuze),
            f"{veld.omschrijving}: {dict(veld.namen).get(keuze, keuze)}",
            ("ja", "nee"),
            over=veld.over,
        )
        for veld in velden
        if veld.meer
        for keuze in veld.keuzes
    }


def noem_feit(naam: str, waarde: object) -> str:
    """A fact that rules are judged on, as people write it: «kosten_euro: 5», «aard met inkoop»."""
    veld, _, keuze = naam.partition(":")
    if not keuze:
        return f"{naam}: {'onbekend' if waarde is None else waarde}"
    if waarde is None:
        return f"{veld}: onbekend"
    return f"{veld} {'met' if waarde == 'ja' else 'zonder'} {keuze}"


def op_deelvelden(als: Iterable[Voorwaarde], velden: Mapping[str, Veld]) -> tuple[Voorwaarde, ...]:
    """Conditions, each on a field that holds one value."""
    return tuple(
        Voorwaarde(deelveld(deel.veld, deel.waarde), "is", _ANTWOORD[deel.vergelijking])
        if velden[deel.veld].meer
        else deel
        for deel in als
    )


def feiten_op_deelvelden(
    feiten: Mapping[str, Any], velden: Mapping[str, Veld]
) -> dict[str, Waarde | None]:
    """Facts, each with one value or None; of a list that is unknown every choice is."""
    uit: dict[str, Waarde | None] = {}
    for naam, waarde in feiten.items():
        if not velden[naam].meer:
            uit[naam] = waarde
            continue
        for keuze in velden[naam].keuzes:
            antwoord = None if waarde is None else "ja" if keuze in waarde else "nee"
            uit[deelveld(naam, keuze)] = antwoord
    return uit


def regel_op_deelvelden(regel: Regel, velden: Mapping[str, Veld]) -> Regel:
    """The same rule on fields that each hold one value, its examples too."""
    if not any(velden[naam].meer for naam in regel.velden):
        return regel
    voorbeelden = tuple(
        Voorbeeld({**feiten_op_deelvelden(voorbeeld.gegeven, velden)}, voorbeeld.verwacht)
        for voorbeeld in regel.voorbeelden
    )
    return replace(regel, als=op_deelvelden(regel.als, velden), voorbeelden=voorbeelden)
