"""What the day of a dossier means for the rules: those of which none is in force then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.melding import Melding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regels.lezen.yaml import Gelezen
    from regels.melding import Plek
    from regels.regelset import Regelset


def plek_van_peildatum(rauw: Gelezen) -> Plek:
    """Where the day stands; that of the year when nobody filled it in."""
    return rauw.plek(("jaar",) if rauw.waarde.get("peildatum") is None else ("peildatum",))


def meld_zonder_regel(rauw: Gelezen, regelset: Regelset, peildatum: date) -> Iterator[Melding]:
    """Classifications that say nothing, because on this day none of their rules is in force.

    Args:
        rauw: what dossier.yaml says.
    """
    for code, vanaf in regelset.zonder_geldige_regel(peildatum).items():
        yield Melding(
            plek_van_peildatum(rauw),
            "peildatum",
            f"«{peildatum}», een dag waarop geen enkele regel van {code} geldt",
            "een dag waarop de regels gelden",
            f"de eerstvolgende regel geldt vanaf {vanaf}" if vanaf else "",
        )
