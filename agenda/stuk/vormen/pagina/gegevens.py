"""What the script of the page needs to know: enough to filter and to rank, and no text of users."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import op_titel
from agenda.stuk.plek import heeft_grens
from agenda.stuk.vormen.pagina.groepen import BUITEN
from agenda.stuk.vormen.pagina.honderd import SMALST
from agenda.stuk.vormen.pagina.koppen import TUSSEN, WAAIERBREED, WAAIERHOOG
from agenda.stuk.vormen.pagina.raakt import Raakvlak, te_kiezen
from agenda.stuk.vormen.pagina.strook import BREED, HOOG, KANT, PUNT, SMAL
from agenda.stuk.vormen.pagina.vragen import vragen_gegevens

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Uitslag
    from agenda.uitleg.jaaragenda import Jaaragenda


def _stemmen(uitslag: Uitslag) -> dict[str, Any]:
    """How many municipalities speak, and per criterion how many say ja, and may say ja.

    These are whole numbers, so a browser can compare scores exactly.
    """
    return {
        "aantal": uitslag.tellingen[0].aantal,
        "ja": [telling.ja for telling in uitslag.tellingen],
        "mogelijk": [telling.aantal - telling.nee for telling in uitslag.tellingen],
    }


def gegevens_json(agenda: Jaaragenda) -> str:
    """The data as JSON that can stand inside a script element: no «<» in it."""
    ranglijst, woorden = agenda.ranglijst, agenda.ranglijst.profiel.woorden
    op_rij = sorted(ranglijst.toegelaten, key=op_titel)
    titelrang = {lid.code: rang for rang, lid in enumerate(op_rij)}
    raakvlak, leden = Raakvlak(agenda), te_kiezen(agenda)
    onderwerpen = []
    for lid in ranglijst.alle:
        onderwerp, uitslag = lid.onderwerp, lid.uitslag
        gegevens: dict[str, Any] = {"code": onderwerp.code, "thema": onderwerp.thema}
        raakt = {lid_.code: raakvlak.raakt(onderwerp, lid_) for lid_ in leden}
        for antwoord in ("ja", "onbekend"):
            if wie := [nummer for nummer, a in enumerate(raakt.values()) if a == antwoord]:
                gegevens[f"raakt_{antwoord}"] = wie
        if lid.plaats is not None:
            # Python sorts the titles, so that a browser need not know how.
            gegevens |= {"plaats": lid.plaats, "titelrang": titelrang[onderwerp.code]}
            gegevens["criteria"] = [uitslag.waarde(n) for n in range(len(uitslag.criteria))]
            if onderwerp.afhankelijk_van:
                gegevens["na"] = list(onderwerp.afhankelijk_van)
            if uitslag.tellingen:
                gegevens |= _stemmen(uitslag)
        onderwerpen.append(gegevens)
    inhoud = {
        "criteria": [
            {"code": regel.code, "titel": regel.titel, "gewicht": ranglijst.gewichten[regel.code]}
            for regel in ranglijst.criteria
        ],
        "leden": [lid.code for lid in leden],
        "maten": {
            "smalst": SMALST,
            "strook": {"breed": BREED, "hoog": HOOG, "kant": KANT, "punt": PUNT, "smalst": SMAL},
            "waaier": {"breed": WAAIERBREED, "hoog": WAAIERHOOG, "tussen": TUSSEN},
        },
        "onderwerpen": onderwerpen,
        "vragen": vragen_gegevens(agenda),
        "top": agenda.top if heeft_grens(agenda) else None,
        "woorden": {
            "een": woorden.onderwerp.een,
            "kop": woorden.onderwerp.kop,
            "meer": woorden.onderwerp.meer,
            "deze": woorden.onderwerp.deze,
            "buiten": BUITEN,
        },
    }
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
