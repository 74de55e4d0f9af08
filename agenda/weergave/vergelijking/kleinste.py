"""The smallest invented topic on which two sets of rules differ, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import getal
from agenda.weergave.vormen import Tabel
from regels.toets.bevinding import noem_feiten
from regels.toets.verschil import Verschil

if TYPE_CHECKING:
    from agenda.vergelijking.vergelijken import Vergelijking
    from regels.toets.verschil import Kleinste

_TITEL = "Verzonnen onderwerp waarop de regels verschillen"


def kleinste_tabel(vergelijking: Vergelijking) -> Tabel:
    """The invented topic, or that there is none; empty when the rules ask the same."""
    kleinste = vergelijking.kleinste
    if kleinste is None:
        return Tabel(_TITEL, (), ())
    verschil = kleinste.verschil
    if verschil is None:
        wat = "De regels zijn anders opgeschreven, maar zeggen bij elk onderwerp hetzelfde."
        if not kleinste.exact:
            wat = f"Bij {getal(kleinste.gezien)} verzonnen onderwerpen is geen verschil gevonden."
        return Tabel(_TITEL, ("Uitkomst",), ((wat,),), rekbaar=(0,))
    return Tabel(
        _TITEL,
        ("Feiten", "Wat", "Was", "Wordt"),
        (
            (
                noem_feiten(verschil.feiten) or "niets bekend",
                _wat(verschil, vergelijking),
                verschil.oud or "geen regel",
                verschil.nieuw or "geen regel",
            ),
        ),
        ("Minder feiten zijn er niet voor nodig; wat niet is genoemd, is onbekend.",),
        rekbaar=(0, 1),
    )


def _wat(verschil: Verschil, vergelijking: Vergelijking) -> str:
    if verschil.wat == "toelating":
        return "toelating op de agenda"
    titels = {**vergelijking.oud.velden, **vergelijking.nieuw.velden}
    naam = titels[verschil.code].omschrijving if verschil.code in titels else verschil.code
    return f"{verschil.wat} {naam}"


def kleinste_json(kleinste: Kleinste | None) -> dict[str, Any]:
    """Under a key of its own; nothing when the rules ask the same."""
    if kleinste is None:
        return {}
    verschil = kleinste.verschil
    gevonden = dict.fromkeys(Verschil._fields) if verschil is None else verschil._asdict()
    gevonden = {naam: waarde if waarde != "" else None for naam, waarde in gevonden.items()}
    return {"kleinste_verschil": {**gevonden, "gezien": kleinste.gezien, "exact": kleinste.exact}}
