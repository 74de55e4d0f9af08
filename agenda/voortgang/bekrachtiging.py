"""What each member decided on an adopted agenda, and how that stands on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Profiel

Besluituitkomst = Literal["ingestemd", "afgewezen", "aangehouden", "onbekend"]
UITKOMSTEN: tuple[Besluituitkomst, ...] = get_args(Besluituitkomst)


class Bekrachtiging(NamedTuple):
    """What one member decided on an adopted agenda.

    Attributes:
        gemeente: code of the member.
        orgaan: code of the body that decided; None when no decision is known.
        datum: the day of that decision; None when no decision is known.
        uitkomst: «onbekend» also where there was a decision and nobody knows which.
    """

    gemeente: str
    orgaan: str | None = None
    datum: date | None = None
    uitkomst: Besluituitkomst = "onbekend"


def op_dag(
    bekrachtigingen: Iterable[Bekrachtiging], profiel: Profiel, dag: date = date.max
) -> tuple[Bekrachtiging, ...]:
    """What counts of every member on a day: its latest decision, and of one day the last line.

    Args:
        bekrachtigingen: in the order in which they were added.
        profiel: the one that was frozen with the decision.
        dag: decisions after this day do not count yet.

    Returns:
        One for each member, in the order of the profile; without body and day where there is none.
    """
    laatste: dict[str, Bekrachtiging] = {}
    for bekrachtiging in bekrachtigingen:
        datum, eerder = bekrachtiging.datum, laatste.get(bekrachtiging.gemeente)
        if datum is None or datum > dag:
            continue
        if eerder is None or eerder.datum is None or eerder.datum <= datum:
            laatste[bekrachtiging.gemeente] = bekrachtiging
    return tuple(laatste.get(lid.code, Bekrachtiging(lid.code)) for lid in profiel.regio.leden)


def aantallen(per_lid: Iterable[Bekrachtiging]) -> dict[Besluituitkomst, int]:
    """How many members there are with each outcome, also with none."""
    geteld = Counter(bekrachtiging.uitkomst for bekrachtiging in per_lid)
    return {uitkomst: geteld[uitkomst] for uitkomst in UITKOMSTEN}


def met_uitkomst(per_lid: Iterable[Bekrachtiging], uitkomst: Besluituitkomst) -> tuple[str, ...]:
    """The codes of the members with this outcome; with «onbekend» those that are missing."""
    return tuple(b.gemeente for b in per_lid if b.uitkomst == uitkomst)
