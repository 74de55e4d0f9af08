"""DiWoo metadata: what goes with the agenda when it is made public under the Woo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.registers.gegevens import CATEGORIEEN, EEN_TOOI_ADRES
from agenda.weergave.kop import agenda_van
from agenda.weergave.tekening.xml import el, xml_document

if TYPE_CHECKING:
    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.registers.gegevens import Woo

RUIMTE = "https://standaarden.overheid.nl/diwoo/metadata/"
VERPLICHT = {
    "publicist": "de naam van de overheid die publiceert",
    "publicist_tooi": EEN_TOOI_ADRES,
    "informatiecategorie": "een informatiecategorie van artikel 3.3 van de Woo",
}

_KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_VASTSTELLING = "c_641ecd76"


def diwoo_xml(ranglijst: Ranglijst, besluit: Besluit, woo: Woo) -> bytes:
    """The metadata of an adopted agenda; everything in `VERPLICHT` is filled in."""
    categorie, dag = woo.informatiecategorie or "", besluit.datum.isoformat()
    soort = el("informatiecategorie", categorie, resource=f"{_KERN}{CATEGORIEEN[categorie]}")
    handeling = el(
        "documenthandeling",
        el("soortHandeling", "vaststelling", resource=f"{_KERN}{_VASTSTELLING}"),
        el("atTime", f"{dag}T00:00:00"),
    )
    metadata = el(
        "DiWoo",
        el("publisher", woo.publicist or "", resource=woo.publicist_tooi or ""),
        el("titelcollectie", el("officieleTitel", agenda_van(ranglijst))),
        el("classificatiecollectie", el("informatiecategorieen", soort)),
        el("creatiedatum", dag),
        el("documenthandelingen", handeling),
    )
    return xml_document(el("Document", metadata), RUIMTE, "diwoo")
