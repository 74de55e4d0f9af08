"""Which members a topic touches, as far as the dossier tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.uitleg.jaaragenda import Jaaragenda

Raakt = Literal["ja", "nee", "onbekend"]


class Raakvlak:
    """What a dossier knows of topics and members: who brings in, takes part or judges."""

    def __init__(self, agenda: Jaaragenda) -> None:
        dossier = agenda.ranglijst.dossier
        self._kent_delen = bool(agenda.ranglijst.profiel.regio.deelregios)
        self._paren = {(o.onderwerp, o.gemeente) for o in dossier.oordelen}
        self._paren |= {(d.onderwerp, d.lid) for d in dossier.deelname if d.onderwerp and d.lid}

    def raakt(self, onderwerp: Onderwerp, lid: Lid) -> Raakt:
        """Whether a topic touches a member; «onbekend» as long as nobody filled that in."""
        if (
            (onderwerp.code, lid.code) in self._paren
            or lid.code in onderwerp.indieners
            or lid.code in onderwerp.inspanning_per
            or (lid.deelregio is not None and lid.deelregio in (onderwerp.regios or ()))
        ):
            return "ja"
        return "onbekend" if self._kent_delen and onderwerp.regios is None else "nee"


def te_kiezen(agenda: Jaaragenda) -> list[Lid]:
    """The members of which some topic is known to touch them."""
    raakvlak = Raakvlak(agenda)
    onderwerpen = [lid.onderwerp for lid in agenda.ranglijst.alle]
    return [
        lid
        for lid in agenda.ranglijst.profiel.regio.leden
        if any(raakvlak.raakt(onderwerp, lid) == "ja" for onderwerp in onderwerpen)
    ]
