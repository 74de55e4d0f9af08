"""Draw up the memo: the parts that have something to say, in the order of a board document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.oplegger.buiten import niet_op_de_lijst, onbeslist
from agenda.stuk.oplegger.criteria import criteria
from agenda.stuk.oplegger.kern import gevraagd, kern
from agenda.stuk.oplegger.lijst import daarna
from agenda.stuk.oplegger.samenhang import jaarplan, samenhang
from agenda.stuk.oplegger.verschil import verschil
from agenda.stuk.oplegger.vervolg import financien, vervolg
from agenda.stuk.oplegger.voortgang import voortgang
from agenda.stuk.oplegger.zeker import zeker
from agenda.voortgang.gevolgd import stand_bij

if TYPE_CHECKING:
    from agenda.stuk.blokken import Deel
    from agenda.uitleg.jaaragenda import Jaaragenda


def oplegger(agenda: Jaaragenda) -> tuple[Deel, ...]:
    """The parts of the memo; each sentence follows from the figures of the agenda."""
    return (
        gevraagd(agenda),
        kern(agenda),
        *voortgang(agenda),
        *daarna(agenda),
        # Who follows what was adopted looks at progress; the criteria stand in the chapter.
        *(() if stand_bij(agenda) else criteria(agenda)),
        *verschil(agenda),
        *onbeslist(agenda),
        *niet_op_de_lijst(agenda),
        *zeker(agenda),
        *samenhang(agenda),
        *jaarplan(agenda),
        *financien(agenda),
        *vervolg(agenda),
    )
