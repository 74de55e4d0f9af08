"""What would settle a classification, and the smallest change that would give another outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.indeling.woorden import uitkomst_in_zin, waarde_tekst
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.indeling.anders import Uitkomstwijziging, Wijziging
    from agenda.uitleg.indeling import Indelingsuitleg
    from regels.model import Veld

MAX_GETOOND = 5
"""So many possibilities are listed for people; JSON has more."""
_ONVOLLEDIG = "Niet alles is geprobeerd: er kan meer zijn, of iets kleiners."


def weten_tak(uitleg: Indelingsuitleg) -> tuple[Tak, ...]:
    """What must be found out, when the outcome is unknown."""
    sets = uitleg.te_weten.sets
    if not sets:
        return ()
    noot = () if uitleg.te_weten.volledig else (Tak(_ONVOLLEDIG),)
    rijtjes = [_namen(velden, uitleg) for velden in sets]
    if len(rijtjes) == 1:
        return (Tak(f"Nog te weten voor een zekere uitkomst: {rijtjes[0]}", noot),)
    takken = tuple(map(Tak, _hoogstens(rijtjes)))
    return (Tak("Nog te weten voor een zekere uitkomst, één hiervan", (*takken, *noot)),)


def verandering_tak(uitleg: Indelingsuitleg) -> tuple[Tak, ...]:
    """Per other outcome what would give it."""
    if not uitleg.veranderingen:
        return ()
    takken = tuple(_doel_tak(deel, uitleg) for deel in uitleg.veranderingen)
    return (Tak("Kleinste verandering: wat zou een andere uitkomst geven?", takken),)


def _doel_tak(verandering: Uitkomstwijziging, uitleg: Indelingsuitleg) -> Tak:
    zou = _zeker(verandering, uitleg)
    noot = () if verandering.volledig else (Tak(_ONVOLLEDIG),)
    zinnen = [_samen(wijzigingen, uitleg) for wijzigingen in verandering.mogelijkheden]
    if not zinnen:
        niets = "dat kan met geen ander feit" if verandering.volledig else "niet gevonden"
        return Tak(f"{zou}: {niets}", noot)
    if len(zinnen) == 1:
        return Tak(f"{zou} als: {zinnen[0]}", noot)
    return Tak(f"{zou} als één hiervan zo was", (*map(Tak, _hoogstens(zinnen)), *noot))


def _zeker(verandering: Uitkomstwijziging, uitleg: Indelingsuitleg) -> str:
    return f"Zeker «{uitkomst_in_zin(uitleg.indeling, verandering.uitkomst)}»"


def _hoogstens(zinnen: Sequence[str]) -> list[str]:
    over = len(zinnen) - MAX_GETOOND
    return [*zinnen[:MAX_GETOOND], *([f"en nog {over}"] if over > 0 else [])]


def _samen(wijzigingen: Sequence[Wijziging], uitleg: Indelingsuitleg) -> str:
    return opsomming((_zin(wijziging, uitleg) for wijziging in wijzigingen), "en")


def _zin(wijziging: Wijziging, uitleg: Indelingsuitleg) -> str:
    """One change, beside how it is now: «bij wet verplicht regionaal: ja (nu: onbekend)»."""
    veld = wijziging.veld
    nieuw, nu = waarde_tekst(veld, wijziging.nieuw), waarde_tekst(veld, wijziging.gevonden)
    return f"{_naam(veld, uitleg)}: {nieuw} (nu: {nu})"


def _namen(velden: Sequence[Veld], uitleg: Indelingsuitleg) -> str:
    return opsomming((_naam(veld, uitleg) for veld in velden), "en")


def _naam(veld: Veld, uitleg: Indelingsuitleg) -> str:
    """A fact, with what it follows from when nobody fills it in."""
    bronnen = opsomming((in_zin(v.omschrijving) for v in uitleg.volgt_uit[veld.naam]), "en")
    return f"{in_zin(veld.omschrijving)}{f' (volgt uit {bronnen})' if bronnen else ''}"


def verandering_json(uitleg: Indelingsuitleg) -> dict[str, Any]:
    """The same for programs."""
    return {
        "te_weten": [[veld.naam for veld in velden] for velden in uitleg.te_weten.sets],
        "te_weten_volledig": uitleg.te_weten.volledig,
        "kleinste_verandering": [
            {
                "uitkomst": deel.uitkomst,
                "volledig": deel.volledig,
                "mogelijkheden": [
                    {"wijzigingen": [_wijziging_json(w, uitleg) for w in wijzigingen]}
                    for wijzigingen in deel.mogelijkheden
                ],
            }
            for deel in uitleg.veranderingen
        ],
    }


def _wijziging_json(wijziging: Wijziging, uitleg: Indelingsuitleg) -> dict[str, Any]:
    return {
        "veld": wijziging.veld.naam,
        "nu": "onbekend" if wijziging.gevonden is None else _data(wijziging.gevonden),
        "nieuw": _data(wijziging.nieuw),
        "zin": _zin(wijziging, uitleg),
    }


def _data(waarde: object) -> object:
    return list(waarde) if isinstance(waarde, tuple) else waarde


def verandering_rijen(
    code: str, soort: str, uitleg: Indelingsuitleg
) -> list[tuple[str | int, ...]]:
    """Rows for the flat table of the explanation: what to find out, and a row per change.

    Args:
        code: of the topic.
        soort: what the rows are about, for their second column.
    """
    leeg = ("", "", "", "", "")
    rijen: list[tuple[str | int, ...]] = [
        (code, soort, "Nog te weten", "onbekend", "", _namen(velden, uitleg), *leeg)
        for velden in uitleg.te_weten.sets
    ]
    for deel in uitleg.veranderingen:
        zou = _zeker(deel, uitleg)
        rijen += [
            (code, soort, zou, "", "", _samen(wijzigingen, uitleg), *leeg)
            for wijzigingen in deel.mogelijkheden
        ]
    return rijen
