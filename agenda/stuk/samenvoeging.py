"""The report on files that were put together as a document: a page for each member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Lijst, Stuk
from agenda.weergave.samenvoeging.verslag import (
    lijkt_tabel,
    onderwerpen_tabel,
    op_naam,
    tabellen,
    verschillen_tabel,
)
from agenda.weergave.samenvoeging.zinnen import gevraagd, noten_van, titel_van, wie_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.samenvoeging.verslag import Ledenblad, Verslag
    from agenda.stuk.blokken import Blok
    from agenda.weergave.vormen import Tabel


def samenvoegstuk(verslag: Verslag) -> Stuk:
    """What was put together, and then what concerns each member on a page of its own."""
    eerste, *andere = tabellen(verslag, per_lid=False)
    woorden = verslag.profiel.woorden
    geheel = Deel(
        "geheel",
        "Alles bij elkaar",
        (eerste._replace(titel=f"Wat elke {woorden.lid.een} inbracht", noten=()),),
        tuple(
            Deel(f"geheel-{nummer}", tabel.titel, (tabel,))
            for nummer, tabel in enumerate(andere, start=1)
        ),
        nieuwe_pagina=True,
    )
    bladen = (
        Deel(
            f"lid-{blad.inbreng.wie.lower()}",
            verslag.noem(blad.inbreng.wie),
            tuple(_blokken(verslag, blad)),
            nieuwe_pagina=True,
        )
        for blad in op_naam(verslag)
    )
    return Stuk(
        titel_van(verslag),
        f"Wat is overgenomen, wat verschilt en wat wordt gevraagd, per {woorden.lid.een}",
        (Lijst(tuple(noten_van(verslag))),),
        (geheel, *bladen),
    )


def _blokken(verslag: Verslag, blad: Ledenblad) -> Iterator[Blok]:
    yield Alinea(wie_zin(verslag, blad))
    tabellen_: list[Tabel] = [
        onderwerpen_tabel(verslag, blad),
        verschillen_tabel(blad.verschillen, verslag),
        lijkt_tabel(blad.lijkt_op, verslag),
    ]
    for tabel in tabellen_:
        if tabel.rijen:
            yield Alinea(tabel.titel, nadruk=True)
            yield tabel
    vragen = tuple(gevraagd(verslag, blad))
    yield Alinea("Wat wij u vragen" if vragen else "Wij hebben nu geen vragen.", nadruk=True)
    if vragen:
        yield Lijst(vragen, genummerd=True)
