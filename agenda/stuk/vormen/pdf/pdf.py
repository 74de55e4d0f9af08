"""The document as PDF: tagged, accessible (PDF/UA-1) and fit for the archive (PDF/A-2a)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Onderwerpentabel
from agenda.stuk.vormen.papier import breedtes_van, strook_zin
from agenda.stuk.vormen.pdf.tekens import (
    NORMEN,
    VERVANGEN,
    is_zetfout,
    vervang_bijzondere,
    vervang_onbekende,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from agenda.stuk.blokken import Blok, Deel, Marge, Stuk
    from agenda.stuk.vormen.papier import Koppen

_OPMAAK = Path(__file__).with_name("stuk.typ")
_LETTERS = Path(__file__).with_name("letters")
_MAX_HEEL = 2500
"""A part with no more letters than this stays on one page."""
_MAX_VERWIJZINGEN = 200
"""With more topics than this no page is named: finding each takes time and memory."""


def stuk_pdf(stuk: Stuk, peildatum: date) -> bytes:
    """The document in PDF; the same document always gives the same bytes.

    Args:
        stuk: the document.
        peildatum: the date that the file carries, instead of the day on which it was made.
    """
    import typst

    fonts = letters()

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


def letters() -> Any:
    """The fonts of the program, and those inside Typst; never those of a machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[_LETTERS])


def _met_uitleg(data: dict[str, Any]) -> dict[str, Any]:
    """The document with on its cover the remark that characters were replaced."""
    return {**data, "omslag": [*data["omslag"], _blok(Alinea(VERVANGEN), {}, {})]}


def _als_data(stuk: Stuk, peildatum: date) -> dict[str, Any]:
    breedtes = breedtes_van(stuk)
    nummers = {deel.code: f"d{nummer}" for nummer, (_, deel) in enumerate(stuk.alle())}

    def blokken(van: Iterable[Blok]) -> list[dict[str, Any]]:
        return [_blok(blok, breedtes, nummers) for blok in van]

    delen = [
        {
            "code": nummers[deel.code],
            "titel": deel.titel,
            "diepte": diepte,
            "nieuwe_pagina": deel.nieuwe_pagina,
            "blokken": blokken(deel.blokken),
            "marge": _marge(deel.marge) if deel.marge else None,
            # What leads up to parts of its own is not left behind at the foot of a page.
            "plakt": bool(deel.delen) and all(isinstance(b, Alinea) for b in deel.blokken),
            # What is longer than a page must be able to go on over it.
            "heel": sum(map(len, _teksten(deel))) < _MAX_HEEL,
        }
        for diepte, deel in stuk.alle()
    ]
    voorin = len(stuk.oplegger)
    return {
        "titel": stuk.titel,
        "ondertitel": stuk.ondertitel,
        "voet": stuk.voet,
        "datum": [peildatum.year, peildatum.month, peildatum.day],
        "omslag": blokken(stuk.omslag),
        "oplegger": delen[:voorin],
        "delen": delen[voorin:],
    }


def _teksten(deel: Deel) -> Iterator[str]:
    """What stands in a part, as far as its length matters."""
    for blok in deel.blokken:
        if isinstance(blok, Alinea):
            yield blok.zinnen
    yield from deel.marge.regels if deel.marge else ()


def _marge(marge: Marge) -> dict[str, Any]:
    return {
        "groot": marge.groot,
        "klein": marge.klein,
        "regels": marge.regels,
        "blokjes": marge.blokjes,
        "strook": marge.strook,
    }


def _blok(
    blok: Blok, breedtes: Mapping[Koppen, tuple[int, ...]], nummers: Mapping[str, str]
) -> dict[str, Any]:
    match blok:
        case Alinea():
            return {
                "soort": "alinea",
                "tekst": blok.tekst,
                "nadruk": blok.nadruk,
                "aanhef": blok.aanhef,
                "bron": blok.bron,
                "merk": blok.merk,
                "invullen": blok.invullen,
            }
        case Lijst():
            return {"soort": "lijst", "punten": blok.punten, "genummerd": blok.genummerd}
        case Gegevens():
            return {"soort": "gegevens", "rijen": blok.rijen, "naast": blok.naast}
        case Onderwerpentabel():
            return {
                **_blok(blok.tabel, breedtes, nummers),
                "titel_kolom": blok.titel,
                "doelen": [nummers.get(doel) for doel in blok.doelen],
                "antwoorden": blok.antwoorden,
                "stroken": blok.stroken,
                "strook_zin": strook_zin(blok.stroken[0]) if blok.stroken else "",
                "dicht": blok.dicht,
                "bladzijden": blok.bladzijden
                and len(blok.doelen) <= _MAX_VERWIJZINGEN
                and nummers.keys() >= {*blok.doelen},
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
