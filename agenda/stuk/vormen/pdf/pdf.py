"""The document as PDF: tagged, accessible (PDF/UA-1) and fit for the archive (PDF/A-2a)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Plaatsentabel
from agenda.stuk.vormen.papier import breedtes_van, inhoud_diepte, onderwerpdelen
from agenda.stuk.vormen.pdf.tekens import (
    NORMEN,
    VERVANGEN,
    is_zetfout,
    vervang_bijzondere,
    vervang_onbekende,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agenda.stuk.blokken import Blok, Stuk
    from agenda.stuk.vormen.papier import Koppen

_OPMAAK = Path(__file__).with_name("stuk.typ")


def stuk_pdf(stuk: Stuk, peildatum: date) -> bytes:
    """The document in PDF; the same document always gives the same bytes.

    Args:
        stuk: the document.
        peildatum: the date that the file carries, instead of the day on which it was made.
    """
    import typst

    fonts = typst.Fonts(include_system_fonts=False)

    def zet(data: Any) -> bytes:
        return typst.compile(
            _OPMAAK.read_bytes(),
            sys_inputs={"stuk": json.dumps(data, ensure_ascii=False)},
            font_paths=fonts,
            pdf_standards=[*NORMEN],
            timestamp=datetime(peildatum.year, peildatum.month, peildatum.day, tzinfo=UTC),
        )

    data, vervangen = vervang_onbekende(_als_data(stuk, peildatum), fonts)
    try:
        return zet(_met_uitleg(data) if vervangen else data)
    except BaseException as fout:
        if not is_zetfout(fout):
            raise
        # A character may have a shape on its own, but not under the marks of its neighbours.
        return zet(_met_uitleg(vervang_bijzondere(data)))


def _met_uitleg(data: dict[str, Any]) -> dict[str, Any]:
    """The document with on its cover the remark that characters were replaced."""
    return {**data, "omslag": [*data["omslag"], _blok(Alinea(VERVANGEN), {})]}


def _als_data(stuk: Stuk, peildatum: date) -> dict[str, Any]:
    breedtes = breedtes_van(stuk)
    delen = [
        {
            "code": f"d{nummer}",
            "titel": deel.titel,
            "diepte": diepte,
            "nieuwe_pagina": deel.nieuwe_pagina,
            "blokken": [_blok(blok, breedtes) for blok in deel.blokken],
        }
        for nummer, (diepte, deel) in enumerate(stuk.alle())
    ]
    voorin = len(stuk.oplegger)
    return {
        "titel": stuk.titel,
        "ondertitel": stuk.ondertitel,
        "datum": [peildatum.year, peildatum.month, peildatum.day],
        "diepte": inhoud_diepte(stuk),
        "omslag": [_blok(blok, breedtes) for blok in stuk.omslag],
        "oplegger": delen[:voorin],
        "delen": delen[voorin:],
        "onderwerpen": {code: f"d{nummer}" for code, nummer in onderwerpdelen(stuk).items()},
    }


def _blok(blok: Blok, breedtes: Mapping[Koppen, tuple[int, ...]]) -> dict[str, Any]:
    match blok:
        case Alinea():
            return {
                "soort": "alinea",
                "tekst": blok.tekst,
                "nadruk": blok.nadruk,
                "aanhef": blok.aanhef,
            }
        case Lijst():
            return {"soort": "lijst", "punten": blok.punten, "genummerd": blok.genummerd}
        case Gegevens():
            return {"soort": "gegevens", "rijen": blok.rijen, "naast": blok.naast}
        case Plaatsentabel():
            return {
                **_blok(blok.tabel, breedtes),
                "stroken": blok.stroken,
                "plaatsen": blok.plaatsen,
                "grens": blok.grens,
            }
        case _:
            return {
                "soort": "tabel",
                "titel": blok.titel,
                "koppen": blok.koppen,
                "rijen": blok.rijen,
                "noten": blok.noten,
                "delen": breedtes[blok.koppen],
                "rechts": blok.rechts,
            }
