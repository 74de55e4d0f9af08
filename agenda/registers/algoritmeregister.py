"""The record for the Algoritmeregister, publication standard 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.registers.gegevens import Algoritmeregister

SLEUTELS = {
    "name": "naam",
    "description_short": "korte_omschrijving",
    "organization": "organisatie",
    "status": "status",
    "contact_email": "contact",
    "publication_category": "publicatiecategorie",
    "goal": "doel",
    "proportionality": "afwegingen",
    "human_intervention": "menselijke_tussenkomst",
    "risks": "risicobeheer",
    "lawful_basis": "wettelijke_basis",
    "source_data": "gegevens",
    "methods_and_models": "technische_werking",
    "provider": "leverancier",
}
"""Key of the standard → the field of register.yaml; both in the order of the standard."""

VERPLICHT = {
    "naam": "een naam van hoogstens 100 tekens",
    "korte_omschrijving": "een omschrijving van hoogstens 350 tekens",
    "organisatie": "de naam van één organisatie, zoals in de TOOI-lijst",
    "status": "In ontwikkeling, In gebruik of Buiten gebruik",
    "contact": "een algemeen e-mailadres, of een adres dat begint met https://",
    "publicatiecategorie": "een categorie, zoals Overige algoritmes",
    "wettelijke_basis": "de wet of regeling waar dit werk op rust",
}


def algoritmeregister_json(register: Algoritmeregister) -> dict[str, str]:
    """One record, for one organisation; what is not filled in is left out."""
    waarden = {sleutel: getattr(register, veld) for sleutel, veld in SLEUTELS.items()}
    gevuld = {sleutel: str(waarde) for sleutel, waarde in waarden.items() if waarde is not None}
    return gevuld | {"lang": "nld", "standard_version": "1.0"}
