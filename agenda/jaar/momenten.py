"""Where the moments of a profile stand on a day: over, going on, or still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from agenda.kennis.jaar import Moment

Momentstand = Literal["voorbij", "loopt", "komt", "onbekend"]


class OpDag(NamedTuple):
    """A moment, and where it stands on a day."""

    moment: Moment
    stand: Momentstand


def momenten_op(momenten: Iterable[Moment], dag: date) -> tuple[OpDag, ...]:
    """Every moment as it stands on a day, in the order of the profile."""
    return tuple(OpDag(moment, _stand(moment, dag)) for moment in momenten)


def _stand(moment: Moment, dag: date) -> Momentstand:
    """`voorbij` says that its time is over; nobody knows from that whether it was done in time."""
    if moment.van is None and moment.tot is None:
        return "onbekend"
    if moment.tot is not None and moment.tot < dag:
        return "voorbij"
    return "komt" if moment.van is not None and dag < moment.van else "loopt"
