"""MDTO 1.0: what the archive must know of a decision and of every file in it.

The order of the elements is that of the XML schema of the Nationaal Archief. The day of the
decision stands for the moment of every checksum: nothing here looks at the clock.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agenda.weergave.kop import agenda_van
from agenda.weergave.tekening.xml import el, xml_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.registers.gegevens import Archief, Begrip

RUIMTE = "https://www.nationaalarchief.nl/mdto"
NOG_TE_BEPALEN = "Nog te bepalen"
"""What stands where the region has not filled in what MDTO demands."""

VERPLICHT = ("archiefvormer", "waardering", "beperking_gebruik")

_BRON = "Agenda"
_MEDIATYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}


def ontbreekt_voor_archief(archief: Archief) -> list[str]:
    """The fields of register.yaml that MDTO demands and that are not filled in."""
    return [veld for veld in VERPLICHT if getattr(archief, veld) is None]


def mdto_informatieobject(
    ranglijst: Ranglijst, besluit: Besluit, archief: Archief, paden: Iterable[str]
) -> bytes:
    """The decision as one record, with a reference to every file in it."""
    kenmerk, dag = kenmerk_van(ranglijst, besluit), besluit.datum.isoformat()
    termijn, categorie = archief.bewaartermijn, archief.informatiecategorie
    object_ = el(
        "informatieobject",
        _identificatie("identificatie", kenmerk),
        el("naam", agenda_van(ranglijst)),
        el("omschrijving", f"Vastgesteld door {besluit.door} op {dag}"),
        el(
            "dekkingInTijd",
            _begrip("dekkingInTijdType", "Agendajaar", _BRON),
            el("dekkingInTijdBegindatum", str(ranglijst.dossier.instellingen.jaar)),
        ),
        el("taal", "nl"),
        el(
            "event",
            _begrip("eventType", "Vaststelling", _BRON),
            el("eventTijd", dag),
            el("eventVerantwoordelijkeActor", el("verwijzingNaam", besluit.door)),
        ),
        _begrip_uit("waardering", archief.waardering),
        *([el("bewaartermijn", el("termijnLooptijd", termijn))] if termijn else []),
        *([_begrip_uit("informatiecategorie", categorie)] if categorie else []),
        *(_verwijzing("heeftRepresentatie", pad, f"{kenmerk}/{pad}") for pad in sorted(paden)),
        _archiefvormer(archief),
        el("beperkingGebruik", _begrip_uit("beperkingGebruikType", archief.beperking_gebruik)),
    )
    return xml_document(el("MDTO", object_), RUIMTE)


def mdto_bestand(ranglijst: Ranglijst, besluit: Besluit, pad: str, inhoud: bytes) -> bytes:
    """One file: how large it is, its form and its checksum."""
    kenmerk = kenmerk_van(ranglijst, besluit)
    soort = _MEDIATYPES.get(PurePosixPath(pad).suffix.lower(), "application/octet-stream")
    bestand = el(
        "bestand",
        _identificatie("identificatie", f"{kenmerk}/{pad}"),
        el("naam", pad),
        el("omvang", str(len(inhoud))),
        _begrip("bestandsformaat", soort, "IANA Media Types"),
        el(
            "checksum",
            _begrip("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
            el("checksumWaarde", hashlib.sha256(inhoud).hexdigest()),
            el("checksumDatum", f"{besluit.datum.isoformat()}T00:00:00"),
        ),
        _verwijzing("isRepresentatieVan", agenda_van(ranglijst), kenmerk),
    )
    return xml_document(el("MDTO", bestand), RUIMTE)


def kenmerk_van(ranglijst: Ranglijst, besluit: Besluit) -> str:
    """The name by which other systems can know a decision."""
    return f"{ranglijst.profiel.regio.code}/besluiten/{besluit.datum.isoformat()}"


def _identificatie(naam: str, kenmerk: str, bron: str = _BRON) -> Element:
    return el(naam, el("identificatieKenmerk", kenmerk), el("identificatieBron", bron))


def _verwijzing(naam: str, waarnaar: str, kenmerk: str) -> Element:
    identificatie = _identificatie("verwijzingIdentificatie", kenmerk)
    return el(naam, el("verwijzingNaam", waarnaar), identificatie)


def _archiefvormer(archief: Archief) -> Element:
    wie = archief.archiefvormer
    if wie is None:
        return el("archiefvormer", el("verwijzingNaam", NOG_TE_BEPALEN))
    knoop = el("archiefvormer", el("verwijzingNaam", wie.naam))
    if wie.kenmerk and wie.kenmerk_bron:
        knoop.append(_identificatie("verwijzingIdentificatie", wie.kenmerk, wie.kenmerk_bron))
    return knoop


def _begrip(naam: str, label: str, lijst: str, code: str | None = None) -> Element:
    return el(
        naam,
        el("begripLabel", label),
        *([el("begripCode", code)] if code else []),
        el("begripBegrippenlijst", el("verwijzingNaam", lijst)),
    )


def _begrip_uit(naam: str, begrip: Begrip | None) -> Element:
    if begrip is None:
        return _begrip(naam, NOG_TE_BEPALEN, NOG_TE_BEPALEN)
    return _begrip(naam, begrip.label, begrip.begrippenlijst, begrip.code)
