"""The working groups on a day, for people and programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from agenda.rangorde.herkomst import vingerafdruk
from agenda.weergave.getallen import breuk, dag
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.voortgang.groepentabellen import (
    fte_of_onbekend,
    hiaat_zin,
    namens_tekst,
    werkgroepen_tabellen,
)
from agenda.weergave.voortgang.naoordeel import oordeel_json
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.onderwerp.laag import Vindplaats
    from agenda.voortgang.werkgroep import Zetel
    from agenda.voortgang.werkgroepen import (
        Groepsbeeld,
        Groepshiaat,
        Lidwerk,
        Ruimte,
        Werkgroepenoverzicht,
    )

GEEN_BESTAND = (
    "Van werkgroepen is in dit dossier niets bekend. Zet ze in werkgroepen.yaml, zoals:"
    " werkgroepen: [{code: groep-1, naam: Groep 1, zetels: []}]"
)


def toon_werkgroepen(overzicht: Werkgroepenoverzicht) -> Weergave:
    """Who works on what, who carries how much, what the rules say and what is missing."""
    return in_tabellen(
        json=lambda: _json(overzicht),
        tabellen=lambda: werkgroepen_tabellen(overzicht),
        csv=lambda: _plat(overzicht),
        antwoord=lambda: antwoord(overzicht),
    )


def antwoord(overzicht: Werkgroepenoverzicht) -> str:
    """How many groups there are, what they take, and how much is missing."""
    aantal = len(overzicht.groepen)
    zijn = "is er 1 werkgroep" if aantal == 1 else f"zijn er {aantal or 'geen'} werkgroepen"
    zin = f"Op {dag(overzicht.op)} {zijn}"
    if aantal:
        zin += f", samen {fte_of_onbekend(overzicht.fte, overzicht.zonder_fte)}"
    hiaten = len([*overzicht.hiaten()])
    return f"{zin}. Wat ontbreekt: {telling(hiaten, 'punt', 'punten') if hiaten else 'niets'}."


def _json(overzicht: Werkgroepenoverzicht) -> dict[str, Any]:
    lijst = overzicht.agenda.ranglijst
    rechter = overzicht.beoordelaar
    return {
        **kop_json(lijst, "agenda/werkgroepen/1"),
        "op": overzicht.op.isoformat(),
        "fte": breuk(overzicht.fte),
        "zonder_fte": overzicht.zonder_fte,
        "werkgroepen": [_groep_json(beeld, overzicht) for beeld in overzicht.groepen],
        "leden": [_lid_json(werk, overzicht) for werk in overzicht.leden],
        "onderwerpen": [
            {
                "code": werk.onderwerp.code,
                "titel": werk.onderwerp.titel,
                "werkgroepen": [groep.code for groep in werk.groepen],
                "inspanning_fte": _breuk(werk.onderwerp.inspanning_fte),
            }
            for werk in overzicht.onderwerpen
        ],
        "hiaten": [_hiaat_json(hiaat, overzicht) for hiaat in overzicht.hiaten()],
        "herkomst": {
            **herkomst_json(lijst),
            "naregels_sha256": vingerafdruk((*rechter.regels, *rechter.indelingen)),
            "werkgroepen_sha256": vingerafdruk(beeld.groep for beeld in overzicht.groepen),
        },
    }


def _groep_json(beeld: Groepsbeeld, overzicht: Werkgroepenoverzicht) -> dict[str, Any]:
    groep = beeld.groep
    return {
        "code": groep.code,
        "naam": groep.naam,
        "gremium": groep.gremium,
        "doel": groep.doel,
        "onderwerpen": list(groep.onderwerpen),
        "van": groep.van.isoformat() if groep.van else None,
        "tot": groep.tot.isoformat() if groep.tot else None,
        "zetels": None if groep.zetels is None else [_zetel_json(z) for z in groep.zetels],
        "fte": breuk(Fraction(groep.fte)),
        "zonder_fte": groep.zonder_fte,
        "gevraagd_fte": _breuk(beeld.gevraagd),
        "ook_bij_andere_werkgroep": list(beeld.ook_elders),
        "bron": _vindplaats_json(groep.bron, overzicht),
        **oordeel_json(beeld.oordeel, overzicht.agenda.ranglijst),
    }


def _vindplaats_json(plek: Vindplaats | None, overzicht: Werkgroepenoverzicht) -> str | None:
    if plek is None:
        return None
    profiel = overzicht.agenda.ranglijst.profiel
    return profiel.citeer(plek.bron) if plek.bron else plek.tekst


def _zetel_json(zetel: Zetel) -> dict[str, Any]:
    return {
        "gemeente": zetel.gemeente,
        "functie": zetel.functie,
        "fte": _breuk(zetel.fte),
        "namens": list(zetel.namens),
        "trekker": zetel.trekker,
    }


def _lid_json(werk: Lidwerk, overzicht: Werkgroepenoverzicht) -> dict[str, Any]:
    return {
        "gemeente": werk.lid.code,
        "naam": werk.lid.naam,
        "werkgroepen": list(dict.fromkeys(groep.code for groep, _ in werk.zetels)),
        "fte": breuk(werk.fte),
        "zonder_fte": werk.zonder_fte,
        "ruimte": _ruimte_json(werk.ruimte, overzicht),
        "over_fte": _breuk(werk.over),
        **oordeel_json(werk.oordeel, overzicht.agenda.ranglijst),
    }


def _ruimte_json(ruimte: Ruimte | None, overzicht: Werkgroepenoverzicht) -> dict[str, Any] | None:
    if ruimte is None:
        return None
    profiel = overzicht.agenda.ranglijst.profiel
    bron = profiel.citeer(ruimte.bron) if ruimte.bron else "dossier.yaml"
    return {"fte": breuk(ruimte.fte), "minstens": ruimte.minstens, "bron": bron}


def _hiaat_json(hiaat: Groepshiaat, overzicht: Werkgroepenoverzicht) -> dict[str, Any]:
    return {
        "soort": hiaat.soort,
        "werkgroep": hiaat.groep or None,
        "onderwerp": hiaat.onderwerp or None,
        "gemeente": hiaat.lid or None,
        "zin": hiaat_zin(hiaat, overzicht),
    }


def _breuk(waarde: Any) -> str | None:
    return None if waarde is None else breuk(Fraction(waarde))


def _plat(overzicht: Werkgroepenoverzicht) -> Tabel:
    """A row per seat; a group of which no seat is known has one row too."""
    profiel = overzicht.agenda.ranglijst.profiel
    lid, onderwerp = profiel.woorden.lid, profiel.woorden.onderwerp
    groep = ("Code werkgroep", "Werkgroep", "Soort", "Doel", f"Codes {onderwerp.meer}")
    zetel = (f"Code {lid.een}", lid.kop, "Functie", "Fte", "Namens", "Trekker")
    return Tabel("Werkgroepen", (*groep, *zetel), tuple(_rijen(overzicht)))


def _rijen(overzicht: Werkgroepenoverzicht) -> Iterator[tuple[str, ...]]:
    profiel = overzicht.agenda.ranglijst.profiel
    for groep in (beeld.groep for beeld in overzicht.groepen):
        wat = (
            groep.code,
            groep.naam,
            groep.gremium or "",
            groep.doel,
            "; ".join(groep.onderwerpen),
        )
        for zetel in groep.zetels or ():
            fte = "" if zetel.fte is None else f"{zetel.fte:f}".replace(".", ",")
            yield (
                *wat,
                *(zetel.gemeente, profiel.lid[zetel.gemeente].naam, zetel.functie, fte),
                *(namens_tekst(zetel, profiel), zetel.trekker),
            )
        if not groep.zetels:
            yield (*wat, *[""] * 6)
