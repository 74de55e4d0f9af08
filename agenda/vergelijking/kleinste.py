"""Two sets of rules apart from any topic: the smallest invented one on which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.toets.verschil import Geheel, Kleinste, kleinste_verschil

if TYPE_CHECKING:
    from agenda.vergelijking.stappen import Kant


def kleinste_van(oud: Kant, nieuw: Kant) -> Kleinste | None:
    """Look for it among the rules in force on both days; None when these ask the same."""
    kleinste = kleinste_verschil(_geheel(oud), _geheel(nieuw))
    return kleinste if kleinste.gezien else None


def _geheel(kant: Kant) -> Geheel:
    regelset = kant.regelset
    geldig = regelset.op(kant.dossier.instellingen.peildatum)
    return Geheel(geldig, regelset.indelingen, regelset.velden)
