"""What the script of the page needs to know: enough to filter and to rank, and no text of users."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import STATUSNAMEN, op_titel

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst, Status, Uitslag
    from agenda.uitleg.jaaragenda import Jaaragenda


def statussen(ranglijst: Ranglijst) -> dict[Status, str]:
    """Status → its word on the page, where «toegelaten» means that there is a place to change."""
    zonder: dict[Status, str] = {} if ranglijst.rangschikt else {"toegelaten": "op-de-lijst"}
    return {status: zonder.get(status, status) for status in STATUSNAMEN}


def _stemmen(uitslag: Uitslag) -> dict[str, Any]:
    """How many municipalities speak, and per criterion how many say ja, may say ja, and read so.

    These are whole numbers, so a browser can compare scores exactly.
    """
    lezingen = (
        sum(stem.uitkomst == "ja" and bool(stem.lezing) for stem in stemmen)
        for stemmen in uitslag.stemmen
    )
    return {
        "aantal": uitslag.tellingen[0].aantal,
        "ja": [telling.ja for telling in uitslag.tellingen],
        "mogelijk": [telling.aantal - telling.nee for telling in uitslag.tellingen],
        "lezing": list(lezingen),
    }


def gegevens_json(agenda: Jaaragenda) -> str:
    """The data as JSON that can stand inside a script element: no «<» in it."""
    ranglijst = agenda.ranglijst
    op_rij = sorted(ranglijst.toegelaten, key=op_titel)
    titelrang = {lid.code: rang for rang, lid in enumerate(op_rij)}
    onderwerpen = []
    for lid in ranglijst.alle:
        onderwerp, uitslag = lid.onderwerp, lid.uitslag
        gegevens: dict[str, Any] = {
            "code": onderwerp.code,
            "status": statussen(ranglijst)[uitslag.status],
            "thema": onderwerp.thema,
            "voorstellen": list(onderwerp.voorstellen or ()),
            "criteria": [uitslag.waarde(nummer) for nummer in range(len(uitslag.criteria))],
        }
        if lid.plaats is not None:
            # Python sorts the titles, so that a browser need not know how.
            gegevens |= {"plaats": lid.plaats, "titelrang": titelrang[onderwerp.code]}
            uitleg = agenda.uitleg(lid.code)
            gegevens["lezing"] = [bool(uitleg.tag(d).lezing) for d in uitleg.criteria]
            if uitslag.tellingen:
                gegevens |= _stemmen(uitslag)
        onderwerpen.append(gegevens)
    criteria = [
        {"code": regel.code, "titel": regel.titel, "gewicht": ranglijst.gewichten[regel.code]}
        for regel in ranglijst.criteria
    ]
    inhoud = {"criteria": criteria, "onderwerpen": onderwerpen}
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
