"""An adopted agenda that is followed: with what was written down since, as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.bekrachtiging import aantallen, op_dag
from agenda.voortgang.stand import Stand

if TYPE_CHECKING:
    from agenda.onderwerp.dekking import Eigenfeit
    from agenda.voortgang.bekrachtiging import Bekrachtiging
    from agenda.voortgang.dekking import Dekkingsoverzicht
    from agenda.voortgang.nabeoordeling import Naoordeel
    from agenda.voortgang.standfeit import Standfeit
    from agenda.voortgang.werkgroep import Werkgroep
    from agenda.voortgang.werkgroepen import Werkgroepenoverzicht


class Gemeld(NamedTuple):
    """Everything that was written down since a decision, of whatever day.

    Attributes:
        feiten: how it stands with topics.
        bekrachtigingen: what members decided, in the order in which it was added.
        groepen: who works on what; None when nobody wrote that down.
        dekking: who has what proposals ask, beside what the profile says of that.
    """

    feiten: tuple[Standfeit, ...] = ()
    bekrachtigingen: tuple[Bekrachtiging, ...] = ()
    groepen: tuple[Werkgroep, ...] | None = None
    dekking: tuple[Eigenfeit, ...] = ()

    @property
    def iets(self) -> bool:
        """Whether anything was written down."""
        return any((self.feiten, self.bekrachtigingen, self.groepen, self.dekking))


NIETS_GEMELD = Gemeld()


@dataclass(frozen=True)
class GevolgdeAgenda(Jaaragenda):
    """An adopted agenda with its progress; every document tells of it.

    Attributes:
        gemeld: what was written down.
        op: the day that it is about.
    """

    gemeld: Gemeld = NIETS_GEMELD
    op: date = date.min

    @cached_property
    def stand(self) -> Stand:
        """How it stands with the topics."""
        return Stand(self, self.gemeld.feiten, self.op)

    @cached_property
    def per_lid(self) -> tuple[Bekrachtiging, ...]:
        """What each member that is known by name decided, as that counts on the day."""
        return op_dag(self.gemeld.bekrachtigingen, self.ranglijst.profiel, self.op)

    @cached_property
    def besluitoordeel(self) -> Naoordeel | None:
        """What the rules of the profile make of that; None where there are none."""
        from agenda.voortgang.besluitoordeel import beoordeel_besluit  # few results ask for it

        geteld = {str(uitkomst): n for uitkomst, n in aantallen(self.per_lid).items()}
        return beoordeel_besluit(geteld, self.ranglijst, self.op)

    @cached_property
    def werkgroepen(self) -> Werkgroepenoverzicht | None:
        """Who works on what; None when nobody wrote that down."""
        from agenda.voortgang.werkgroepen import maak_overzicht  # few results ask for it

        if self.gemeld.groepen is None:
            return None
        return maak_overzicht(self.gemeld.groepen, self, self.op)

    @cached_property
    def dekking(self) -> Dekkingsoverzicht | None:
        """Who has what proposals ask; None where the profile does not tell what that is."""
        from agenda.voortgang.dekking import dekking_op  # few results ask for it

        if self.ranglijst.profiel.dekking is None:
            return None
        return dekking_op(self.ranglijst.profiel, self.gemeld.dekking, self.op)


def gevolgde(agenda: Jaaragenda) -> GevolgdeAgenda | None:
    """An agenda with its progress; None when it is not followed."""
    return agenda if isinstance(agenda, GevolgdeAgenda) else None


def stand_bij(agenda: Jaaragenda) -> Stand | None:
    """How it stands with an agenda; None when it is not followed."""
    return agenda.stand if isinstance(agenda, GevolgdeAgenda) else None
