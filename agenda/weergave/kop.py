"""What every output about an agenda begins and ends with: its name, and by what it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.herkomst import herkomst_van
from regels.taal import opsomming

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst


def agenda_van(ranglijst: Ranglijst) -> str:
    """What the agenda is called: «Strategische agenda 2027, Nijmegen en Rivierenland»."""
    jaar, profiel = ranglijst.dossier.instellingen.jaar, ranglijst.profiel
    return f"{profiel.woorden.agenda.kop} {jaar}, {profiel.regio.naam}"


def kop_json(ranglijst: Ranglijst, schema: str) -> dict[str, Any]:
    """What every JSON about one dossier begins with."""
    instellingen = ranglijst.dossier.instellingen
    return {
        "schema": schema,
        "profiel": ranglijst.profiel.regio.code,
        "jaar": instellingen.jaar,
        "peildatum": instellingen.peildatum.isoformat(),
    }


def herkomst_json(ranglijst: Ranglijst) -> dict[str, Any]:
    """By what a result was made."""
    herkomst = herkomst_van(ranglijst)
    return {
        "versie": herkomst.versie,
        "evaluatoren": list(herkomst.evaluatoren),
        "regels_sha256": herkomst.regels_sha256,
        "themas_sha256": herkomst.themas_sha256,
        "invoer_sha256": herkomst.invoer_sha256,
    }


def herkomst_rijen(ranglijst: Ranglijst) -> tuple[tuple[str, str], ...]:
    """By what a result was made: what, and which."""
    herkomst = herkomst_van(ranglijst)
    return (
        ("Programma", f"agenda {herkomst.versie}"),
        ("Beoordeeld door", opsomming(herkomst.evaluatoren, "en")),
        ("Regels (SHA-256)", herkomst.regels_sha256),
        ("Kennis van de regio (SHA-256)", herkomst.themas_sha256),
        ("Invoer (SHA-256)", herkomst.invoer_sha256),
    )


def gewichten_tekst(ranglijst: Ranglijst) -> str:
    """The weight of every criterion: «Wetswijziging 1, Veiligheid 3»."""
    return ", ".join(f"{r.titel} {ranglijst.gewichten[r.code]}" for r in ranglijst.criteria)
