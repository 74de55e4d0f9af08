"""What became of each topic between two years: new, carried over, done, stopped, or just gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from agenda.voortgang.overgang import laatste_feiten
from agenda.voortgang.standfeit import AF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.vergelijking.stappen import Kant
    from agenda.voortgang.standfeit import Standfeit

Verloopsoort = Literal[
    "nieuw", "weer-opgevoerd", "klaar", "gestopt", "niet-meer-opgevoerd", "overgenomen"
]
VERLOOPSOORTEN: tuple[Verloopsoort, ...] = get_args(Verloopsoort)
"""In the order in which people read them. «weer-opgevoerd» was klaar or gestopt, and came back."""


class Verloop(NamedTuple):
    """What became of one topic.

    Attributes:
        oud: the topic in the old year; None when it is not there.
        nieuw: the topic in the new year; None when it is not there.
        feit: the last that was written down of it in the old year.
    """

    soort: Verloopsoort
    oud: Beoordeeld | None
    nieuw: Beoordeeld | None
    feit: Standfeit | None

    @property
    def onderwerp(self) -> Beoordeeld:
        """The topic as the newest year has it."""
        onderwerp = self.nieuw or self.oud
        assert onderwerp is not None  # noqa: S101 - one of the two is there
        return onderwerp


def volgt_jaren(oud: Kant, nieuw: Kant) -> bool:
    """Whether these are two years of which at least one was adopted or followed."""
    jaren = {kant.dossier.instellingen.jaar for kant in (oud, nieuw)}
    return len(jaren) > 1 and bool(oud.besluit or nieuw.besluit or oud.feiten)


def verloop_van(
    oud: Iterable[Beoordeeld], nieuw: Iterable[Beoordeeld], feiten: Iterable[Standfeit]
) -> tuple[Verloop, ...]:
    """Every topic of both years once, by what became of it and then in the order of its agenda.

    Args:
        feiten: what was written down in the old year.
    """
    was, wordt = ({b.code: b for b in kant} for kant in (oud, nieuw))
    laatste = laatste_feiten(feiten)
    alle = (
        Verloop(_soort(was.get(c), wordt.get(c), laatste.get(c)), was.get(c), wordt.get(c), feit)
        for c in dict.fromkeys((*wordt, *was))
        for feit in (laatste.get(c),)
    )
    return tuple(sorted(alle, key=lambda deel: VERLOOPSOORTEN.index(deel.soort)))


def _soort(
    oud: Beoordeeld | None, nieuw: Beoordeeld | None, feit: Standfeit | None
) -> Verloopsoort:
    af = feit is not None and feit.toestand in AF
    if nieuw is not None:
        return "weer-opgevoerd" if af else "overgenomen" if oud else "nieuw"
    if feit is None or not af:
        return "niet-meer-opgevoerd"
    return "klaar" if feit.toestand == "klaar" else "gestopt"
