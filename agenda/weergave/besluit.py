"""What was decided, in words and as data: the same in every export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import dag
from agenda.weergave.woorden import als_zin, plaats_tekst

if TYPE_CHECKING:
    from agenda.rangorde.besluit import Besluit, Vastgesteld
    from agenda.rangorde.ranglijst import Ranglijst


BEWIJST_NIET = (
    "Dit bewijst niet wie het besluit nam, en ook niet dat het ontvangstbewijs zelf nog het eerste"
    " is: vergelijk daarvoor de SHA-256 met die in het verslag van de vergadering."
)
"""What a receipt that fits is no proof of."""


def bewijs_zinnen(sha256: str) -> tuple[str, str]:
    """By what the receipt of a decision can be recognised, and what that does not prove."""
    return f"SHA-256 van het ontvangstbewijs: {sha256}", BEWIJST_NIET


def besluit_json(besluit: Besluit, ranglijst: Ranglijst) -> dict[str, Any]:
    """Who decided, when, and every topic that got another place than was calculated."""
    berekend = {g.code: g.plaats for g in ranglijst.toegelaten}
    return {
        "door": besluit.door,
        "datum": besluit.datum.isoformat(),
        "afwijkingen": [
            {
                "code": afwijking.code,
                "plaats": afwijking.plaats,
                "berekend": berekend[afwijking.code],
                "reden": afwijking.reden,
            }
            for afwijking in besluit.afwijkingen
        ],
    }


def status_tekst(besluit: Besluit | None) -> str:
    """Who adopted the agenda and when, or that nobody did yet."""
    if besluit is None:
        return "voorstel, nog niet vastgesteld"
    return f"vastgesteld door {besluit.door} op {dag(besluit.datum)}"


def besluit_zin(besluit: Besluit) -> str:
    """Who adopted the agenda, and when, as a sentence."""
    return als_zin(status_tekst(besluit))


def vastgesteld_json(vastgesteld: Vastgesteld) -> dict[str, Any]:
    """The place that was decided, and why it is not the calculated one."""
    afwijking = vastgesteld.afwijking
    return {
        "vastgestelde_plaats": vastgesteld.plaats,
        "vastgesteld_gedeeld": vastgesteld.gedeeld,
        "afwijking": afwijking.reden if afwijking else None,
    }


def vastgesteld_zin(vastgesteld: Vastgesteld) -> str:
    """The place that was decided; of a topic that was moved also from where and why."""
    if vastgesteld.plaats is None:
        return "Vastgesteld"
    if vastgesteld.afwijking:
        return afwijking_zin(vastgesteld)
    return f"Vastgesteld op plaats {plaats_tekst(vastgesteld)}"


def afwijking_zin(vastgesteld: Vastgesteld) -> str:
    """That a topic was moved, from where and why."""
    afwijking = vastgesteld.afwijking
    assert afwijking is not None  # noqa: S101 - only asked for a topic that was moved
    return f"{als_zin(verplaatst_zin(vastgesteld))} Reden: {afwijking.reden}"


def verplaatst_zin(vastgesteld: Vastgesteld) -> str:
    """The decided and the calculated place of a topic, to go on after a colon."""
    nu, berekend = plaats_tekst(vastgesteld), plaats_tekst(vastgesteld.berekend)
    return f"vastgesteld op plaats {nu}, berekend is plaats {berekend}"
