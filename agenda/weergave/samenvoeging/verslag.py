"""The report on files that were put together: tables for people, everything for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.samenvoeging.inbreng import VAN_NIEMAND
from agenda.weergave.samenvoeging.data import verslag_json, verslag_plat
from agenda.weergave.samenvoeging.vragen import paar_tekst, wie_zegt_wat
from agenda.weergave.samenvoeging.zinnen import (
    gevraagd,
    keuze_tekst,
    noten_van,
    oordeel_noot,
    over_tekst,
    titel_van,
    wat_geldt,
)
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from regels.melding import MAX_GETOOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.samenvoeging.inbreng import Inbreng
    from agenda.samenvoeging.verschil import Lijkt, Verschil
    from agenda.samenvoeging.verslag import Ledenblad, Verslag
    from regels.melding import Melding


def toon_verslag(verslag: Verslag) -> Weergave:
    """What was taken, what differs, what looks alike, and what is asked of whom."""
    return in_tabellen(
        json=lambda: verslag_json(verslag),
        tabellen=lambda: tabellen(verslag),
        csv=lambda: verslag_plat(verslag),
    )


def tabellen(verslag: Verslag, *, per_lid: bool = True) -> Iterator[Tabel]:
    """The tables of the whole report; one without rows is left out, but for the first.

    Args:
        per_lid: whether what is asked of each member is among them.
    """
    yield _overgenomen(verslag)
    delen = (
        verschillen_tabel(verslag.samen.verschillen, verslag),
        lijkt_tabel(verslag.samen.lijkt_op, verslag),
        _meldingen_tabel("Niet meegenomen: hier staan fouten in", verslag.fouten),
        _meldingen_tabel("Let op: dit valt op in de bestanden", verslag.opmerkingen),
        *((_gevraagd_tabel(verslag),) if per_lid else ()),
    )
    yield from (tabel for tabel in delen if tabel.rijen)


def onderwerpen_tabel(verslag: Verslag, blad: Ledenblad) -> Tabel:
    """The topics that one member brought in, each with its cell."""
    woorden = verslag.profiel.woorden
    wordt = verslag.samen.opgegaan.wordt
    return Tabel(
        f"Uw {woorden.onderwerp.meer}",
        ("Code", "Titel", "Waar"),
        tuple(
            (
                code if wordt[code] == code else f"{code}, nu {wordt[code]}",
                str(deel.velden["titel"].waarde),
                str(deel.plek),
            )
            for deel in blad.onderwerpen
            for code in [deel.over.onderwerp]
        ),
        rekbaar=(1, 2),
    )


def _overgenomen(verslag: Verslag) -> Tabel:
    woorden = verslag.profiel.woorden
    met_criteria = bool(verslag.criteria)
    tabel = Tabel(
        titel_van(verslag),
        (woorden.lid.kop, "Bestand", woorden.onderwerp.koppen, "Oordelen", "Verschilt", "Gevraagd"),
        tuple(
            (
                verslag.noem(inbreng.wie),
                inbreng.bestand,
                len(inbreng.onderwerpen),
                len(inbreng.oordelen),
                *_tellingen(verslag, inbreng),
            )
            for inbreng in sorted(verslag.samen.inbreng, key=lambda deel: _naam(deel, verslag))
        ),
        tuple(noten_van(verslag)),
        rekbaar=(0, 1),
    )
    return tabel if met_criteria else tabel.zonder("Oordelen")


def _naam(inbreng: Inbreng, verslag: Verslag) -> tuple[bool, str]:
    """The region's own file last, the others by the name of their member."""
    return inbreng.wie == VAN_NIEMAND, verslag.noem(inbreng.wie)


def op_naam(verslag: Verslag) -> list[Ledenblad]:
    """What concerns each member, in the order of their names."""
    return sorted(verslag.bladen, key=lambda blad: _naam(blad.inbreng, verslag))


def _tellingen(verslag: Verslag, inbreng: Inbreng) -> tuple[int, int]:
    blad = verslag.van(inbreng)
    vragen = 0 if inbreng.wie == VAN_NIEMAND else len([*gevraagd(verslag, blad)])
    return len(blad.verschillen), vragen


def verschillen_tabel(verschillen: tuple[Verschil, ...], verslag: Verslag) -> Tabel:
    """Who says what where files differ, with the cell, and what holds now."""
    over = len(verschillen) - MAX_GETOOND
    noten = [oordeel_noot(verslag)] if any(v.soort == "oordeel" for v in verschillen) else []
    if over > 0:
        noten.append(f"En nog {over}; alle verschillen staan in --formaat json.")
    return Tabel(
        "Wat verschilt",
        (verslag.profiel.woorden.onderwerp.kop, "Veld", "Wie zegt wat", "Wat geldt nu"),
        tuple(
            (
                over_tekst(verschil.sleutel.over, verslag),
                verschil.kop,
                wie_zegt_wat(verschil.gezegd, verslag),
                wat_geldt(verschil, verslag),
            )
            for verschil in verschillen[:MAX_GETOOND]
        ),
        tuple(noten),
        rekbaar=(0, 2, 3),
    )


def lijkt_tabel(paren: tuple[Lijkt, ...], verslag: Verslag) -> Tabel:
    """Pairs of topics that may be one."""
    over = len(paren) - MAX_GETOOND
    return Tabel(
        "Lijkt op elkaar",
        ("Misschien hetzelfde", "Keuze"),
        tuple((paar_tekst(paar, verslag), keuze_tekst(paar)) for paar in paren[:MAX_GETOOND]),
        (f"En nog {over}; alle paren staan in --formaat json.",) if over > 0 else (),
        rekbaar=(0, 1),
    )


def _meldingen_tabel(titel: str, meldingen: tuple[Melding, ...]) -> Tabel:
    over = len(meldingen) - MAX_GETOOND
    return Tabel(
        titel,
        ("Plek", "Veld", "Gevonden", "Verwacht"),
        tuple(
            (str(m.plek), m.veld, m.gevonden, "; ".join(filter(None, (m.verwacht, m.suggestie))))
            for m in meldingen[:MAX_GETOOND]
        ),
        (f"En nog {over}; alles staat in --formaat json.",) if over > 0 else (),
        rekbaar=(0, 2, 3),
    )


def _gevraagd_tabel(verslag: Verslag) -> Tabel:
    rijen = [
        (verslag.noem(blad.inbreng.wie), zin)
        for blad in op_naam(verslag)
        for zin in gevraagd(verslag, blad)
    ]
    over = len(rijen) - MAX_GETOOND
    return Tabel(
        "Wat wordt gevraagd",
        (verslag.profiel.woorden.lid.kop, "Vraag"),
        tuple(rijen[:MAX_GETOOND]),
        (f"En nog {over}; alle vragen staan in --formaat json.",) if over > 0 else (),
        rekbaar=(1,),
    )
