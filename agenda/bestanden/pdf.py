"""The document as PDF: tagged, accessible (PDF/UA-1) and fit for the archive (PDF/A-2a)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.bestanden.breedtes import breedtes_van
from agenda.weergave.stuk.blokken import Alinea, Gegevens, Lijst

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agenda.bestanden.breedtes import Koppen
    from agenda.weergave.stuk.blokken import Blok, Stuk

_OPMAAK = Path(__file__).with_name("stuk.typ")
_MAX_IN_INHOUD = 80
"""With more parts than this the table of contents names the chapters only."""


def stuk_pdf(stuk: Stuk, peildatum: date) -> bytes:
    """The document in PDF; the same document always gives the same bytes.

    Args:
        stuk: the document.
        peildatum: the date that the file carries, instead of the day on which it was made.
    """
    import typst

    return typst.compile(
        _OPMAAK.read_bytes(),
        sys_inputs={"stuk": json.dumps(_als_data(stuk, peildatum), ensure_ascii=False)},
        font_paths=typst.Fonts(include_system_fonts=False),
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime(peildatum.year, peildatum.month, peildatum.day, tzinfo=UTC),
    )


def _als_data(stuk: Stuk, peildatum: date) -> dict[str, Any]:
    breedtes = breedtes_van(stuk)
    delen = [
        {
            "code": deel.code,
            "titel": deel.titel,
            "diepte": diepte,
            "nieuwe_pagina": deel.nieuwe_pagina,
            "blokken": [_blok(blok, breedtes) for blok in deel.blokken],
        }
        for diepte, deel in stuk.alle()
    ]
    in_inhoud = sum(diepte <= 2 for diepte, _ in stuk.alle())
    return {
        "titel": stuk.titel,
        "ondertitel": stuk.ondertitel,
        "datum": [peildatum.year, peildatum.month, peildatum.day],
        "diepte": 2 if in_inhoud <= _MAX_IN_INHOUD else 1,
        "omslag": [_blok(blok, breedtes) for blok in stuk.omslag],
        "delen": delen,
        "onderwerpen": {
            deel.code.removeprefix("onderwerp-"): deel.code
            for diepte, deel in stuk.alle()
            if diepte == 2 and deel.code.startswith("onderwerp-")
        },
    }


def _blok(blok: Blok, breedtes: Mapping[Koppen, tuple[int, ...]]) -> dict[str, Any]:
    match blok:
        case Alinea():
            return {"soort": "alinea", "tekst": blok.tekst, "nadruk": blok.nadruk}
        case Lijst():
            return {"soort": "lijst", "punten": blok.punten, "genummerd": blok.genummerd}
        case Gegevens():
            return {"soort": "gegevens", "rijen": blok.rijen}
        case _:
            return {
                "soort": "tabel",
                "titel": blok.titel,
                "koppen": blok.koppen,
                "rijen": blok.rijen,
                "noten": blok.noten,
                "delen": breedtes[blok.koppen],
            }
