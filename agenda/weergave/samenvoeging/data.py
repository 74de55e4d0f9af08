"""The report on files that were put together, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.samenvoeging.inbreng import EIGEN
from agenda.samenvoeging.waarden import celtekst
from agenda.weergave.samenvoeging.zinnen import gevraagd, keuze_tekst, noten_van
from agenda.weergave.vormen import Tabel
from regels.melding import MAX_BEWAARD
from regels.taal import toon

if TYPE_CHECKING:
    from agenda.samenvoeging.verschil import Verschil
    from agenda.samenvoeging.verslag import Ledenblad, Verslag


def verslag_json(verslag: Verslag) -> dict[str, Any]:
    samen = verslag.samen
    return {
        "schema": "agenda/samenvoegen/1",
        "profiel": verslag.profiel.regio.code,
        "jaar": verslag.instellingen.jaar,
        "peildatum": verslag.instellingen.peildatum.isoformat(),
        "bestanden": [
            {
                "bestand": inbreng.bestand,
                "gemeente": inbreng.wie or None,
                "onderwerpen": len(inbreng.onderwerpen),
                "oordelen": len(inbreng.oordelen),
                "voorkeuren": bool(inbreng.voorkeuren),
            }
            for inbreng in samen.inbreng
        ],
        "kopieen": [{"bestand": k.bestand, "van": k.van} for k in verslag.kopieen],
        "verschillen": [_verschil_json(verschil) for verschil in samen.verschillen],
        "lijkt_op": [list(paar.codes) for paar in samen.lijkt_op if paar.open],
        "lijkt_op_beslist": [
            {"codes": list(paar.codes), "keuze": paar.keuze}
            for paar in samen.lijkt_op
            if not paar.open
        ],
        "opgegaan": {een: wordt for een, wordt in samen.opgegaan.wordt.items() if een != wordt},
        "fouten": [str(melding) for melding in verslag.fouten[:MAX_BEWAARD]],
        "opmerkingen": [str(melding) for melding in verslag.opmerkingen[:MAX_BEWAARD]],
        "open_vragen": samen.open,
        "zonder_bestand": list(verslag.zonder_bestand),
        "vorige_keer": [
            {"bestand": deel.bestand, "gemeente": deel.wie or None} for deel in verslag.weg
        ],
        "leden": [_lid_json(verslag, blad) for blad in verslag.bladen],
        "noten": list(noten_van(verslag)),
    }


def _verschil_json(verschil: Verschil) -> dict[str, Any]:
    over = verschil.sleutel.over
    return {
        "onderwerp": over.onderwerp or None,
        **({"lid": over.lid} if over.lid else {}),
        "veld": verschil.sleutel.veld,
        "kop": verschil.kop,
        "soort": verschil.soort,
        "waarden": {g.wie or EIGEN: celtekst(g.waarde) for g in verschil.gezegd},
        "plekken": {g.wie or EIGEN: str(g.plek) for g in verschil.gezegd},
        "beslist": verschil.beslist,
        "geldt": celtekst(verschil.geldt) if verschil.beslist else None,
    }


def _lid_json(verslag: Verslag, blad: Ledenblad) -> dict[str, Any]:
    wie = blad.inbreng.wie
    return {
        "gemeente": wie,
        "naam": verslag.noem(wie),
        "bestand": blad.inbreng.bestand,
        "onderwerpen": [deel.over.onderwerp for deel in blad.onderwerpen],
        "verschilt": [
            {"onderwerp": v.sleutel.over.onderwerp or None, "veld": v.sleutel.veld}
            for v in blad.verschillen
        ],
        "gevraagd": list(gevraagd(verslag, blad)),
    }


def verslag_plat(verslag: Verslag) -> Tabel:
    """A row for each thing that somebody may look for: what, of whom, and where."""
    rijen: list[tuple[str | int, ...]] = []
    for inbreng in verslag.samen.inbreng:
        aantal = len(inbreng.onderwerpen)
        rijen.append(("overgenomen", inbreng.wie or EIGEN, "", "", aantal, inbreng.bestand))
    for kopie in verslag.kopieen:
        rijen.append(("kopie", "", "", "", toon(kopie.van), kopie.bestand))
    for verschil in verslag.samen.verschillen:
        code = verschil.sleutel.over.onderwerp
        for g in verschil.gezegd:
            waarde = celtekst(g.waarde)
            rijen.append(("verschil", g.wie or EIGEN, code, verschil.kop, waarde, str(g.plek)))
    for paar in verslag.samen.lijkt_op:
        rijen.append(("lijkt op", "", paar.codes[0], paar.codes[1], keuze_tekst(paar), ""))
    for melding in verslag.fouten:
        rijen.append(("fout", "", "", melding.veld, melding.gevonden, str(melding.plek)))
    for blad in verslag.bladen:
        for zin in gevraagd(verslag, blad):
            rijen.append(("gevraagd", blad.inbreng.wie, "", "", zin, ""))
    koppen = ("Soort", "Wie", verslag.profiel.woorden.onderwerp.kop, "Veld", "Wat", "Waar")
    return Tabel("Samengevoegd", koppen, tuple(rijen))
