"""From one agenda year to the next: which topics go along, and what stays true of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.voortgang.standfeit import AF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.voortgang.standfeit import Standfeit, Toestand


class Overgang(NamedTuple):
    """What becomes of the topics of a year when the next one begins.

    Attributes:
        mee: the codes of the topics that go along, in their order.
        achter: code → why it stays behind: klaar or gestopt.
        feiten: the rows that still hold, sorted by topic.
    """

    mee: tuple[str, ...]
    achter: Mapping[str, Toestand]
    feiten: tuple[Standfeit, ...]


def laatste_feiten(feiten: Iterable[Standfeit]) -> dict[str, Standfeit]:
    """Code → its latest row, whatever the day."""
    return {feit.onderwerp: feit for feit in sorted(feiten, key=lambda feit: feit.op)}


def maak_overgang(codes: Iterable[str], feiten: Iterable[Standfeit]) -> Overgang:
    """Say of every topic of a year whether it goes along.

    What is done or stopped stays behind. Of the others the latest row goes along as it is, so
    that what runs goes on running; what was put off to the next year starts again.

    Args:
        codes: every topic of the old year, adopted or not.
        feiten: every row that was written down of it.
    """
    alle, laatste = tuple(codes), laatste_feiten(feiten)
    af = {code: feit.toestand for code, feit in laatste.items() if feit.toestand in AF}
    mee = tuple(code for code in alle if code not in af)
    return Overgang(
        mee,
        {code: af[code] for code in alle if code in af},
        tuple(
            laatste[code]
            for code in sorted(mee)
            if code in laatste and laatste[code].toestand != "doorgeschoven"
        ),
    )
