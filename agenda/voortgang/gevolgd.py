"""An adopted agenda that is followed: with what people wrote down since, as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.stand import Stand

if TYPE_CHECKING:
    from agenda.voortgang.standfeit import Standfeit


@dataclass(frozen=True)
class GevolgdeAgenda(Jaaragenda):
    """An adopted agenda with its progress; every document tells of it.

    Attributes:
        feiten: every row of every topic, of whatever day.
        op: the day that it is about.
    """

    feiten: tuple[Standfeit, ...] = ()
    op: date = date.min

    @cached_property
    def stand(self) -> Stand:
        """How it stands with the topics."""
        return Stand(self, self.feiten, self.op)


def stand_bij(agenda: Jaaragenda) -> Stand | None:
    """How it stands with an agenda; None when it is not followed."""
    return agenda.stand if isinstance(agenda, GevolgdeAgenda) else None
