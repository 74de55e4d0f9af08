"""The workbook with the questions, and the report with a sheet for each member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.beslist import (
    BLAD,
    EERDERBLAD,
    HERKOMSTBLAD,
    MEEGENOMEN,
    beslistabel,
    eerdertabel,
)
from agenda.stuk.vormen.excel.werkblad import Blad, Bladkolom, bladkolommen, bladnaam
from agenda.stuk.vormen.excel.werkboek import maak_werkboek
from agenda.weergave.samenvoeging.verslag import onderwerpen_tabel, op_naam, tabellen
from agenda.weergave.samenvoeging.vragen import (
    herkomst_koppen,
    herkomst_rijen,
    vraagrijen,
    wie_zegt_wat,
)
from agenda.weergave.samenvoeging.zinnen import (
    gevraagd,
    over_tekst,
    titel_van,
    wat_geldt,
    wie_zin,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.samenvoeging.verslag import Ledenblad, Verslag
    from agenda.stuk.vormen.excel.werkblad import Bladrij
    from agenda.weergave.vormen import Tabel

_UITLEG = (
    "Kies in de gele kolom «Keuze» wat geldt, en sla op. Doe daarna weer: agenda samenvoegen. Wat u"
    " koos, blijft staan, ook als een werkmap wordt verbeterd. Een waarde die niemand noemt, mag"
    " ook. «onbekend» betekent: niemand weet het.\n"
    "Dit bestand maakt het programma steeds opnieuw; alleen de gele kolommen blijven."
)
_MAX_KEUZELIJSTEN = 2_000
_MAX_HERKOMST, _RIJ = 60_000_000, 400
"""So many bytes may the origins take, and a row of them by itself: all must be read again."""
_INVULLEN = ("Keuze", "Opmerking")
_BREEDTES = (30, 24, 12, 26, 40, 20, 30, 18, 10)


def samenvoegmap(verslag: Verslag) -> bytes:
    """The workbook that somebody fills in, and that is read the next time."""
    titel = titel_van(verslag)
    return maak_werkboek(titel, verslag.instellingen.peildatum, _bladen(verslag))


def _bladen(verslag: Verslag) -> Iterator[Blad]:
    vorm = beslistabel(verslag.profiel)
    rijen = vraagrijen(verslag)
    keuze = [kolom.kop for kolom in vorm.kolommen].index(_INVULLEN[0])
    yield Blad(
        BLAD,
        _kolommen(vorm),
        tuple(rij[:-1] for rij in rijen),
        boven=_UITLEG,
        invullen=_INVULLEN,
        keuzes={
            (nummer, keuze): rij.keuzes
            for nummer, rij in enumerate(rijen[:_MAX_KEUZELIJSTEN])
            if rij.keuzes
        },
    )
    koppen = zip(herkomst_koppen(verslag), _BREEDTES, strict=True)
    yield Blad(HERKOMSTBLAD, bladkolommen(*koppen), tuple(_herkomst(verslag)), vast=1)
    noem = verslag.noem
    yield Blad(
        EERDERBLAD,
        _kolommen(eerdertabel(verslag.profiel)),
        (
            *((d.bestand, noem(d.wie), MEEGENOMEN) for d in verslag.samen.inbreng),
            *((kopie.bestand, "", f"kopie van {kopie.van}") for kopie in verslag.kopieen),
            *((naam, "", "niet meegenomen") for naam in verslag.foute_bestanden),
        ),
        vast=1,
    )


def _herkomst(verslag: Verslag) -> Iterator[Bladrij]:
    """Where every value came from, as far as that can be read again with the rest."""
    over = _MAX_HERKOMST
    for rij in herkomst_rijen(verslag):
        over -= _RIJ + sum(len(cel.encode()) for cel in rij)
        if over < 0:
            yield ("en nog meer", *("" for _ in _BREEDTES[1:]))
            return
        yield rij


def _kolommen(vorm: Tabelvorm) -> tuple[Bladkolom, ...]:
    return tuple(Bladkolom(kolom.kop, kolom.veld.breedte) for kolom in vorm.kolommen)


def verslagmap(verslag: Verslag) -> bytes:
    """The report: a sheet for all together, and one for each member."""
    titel = titel_van(verslag)
    return maak_werkboek(titel, verslag.instellingen.peildatum, _verslagbladen(verslag))


def _verslagbladen(verslag: Verslag) -> Iterator[Blad]:
    eerste, *andere = tabellen(verslag, per_lid=False)
    onderwerp = verslag.profiel.woorden.onderwerp.kop
    yield _blad("Overgenomen", eerste)
    yield Blad("Wat u moet weten", bladkolommen(("Zin", 120)), tuple((z,) for z in eerste.noten))
    for tabel in andere:
        yield _blad(tabel.titel.partition(":")[0], tabel)
    for blad in op_naam(verslag):
        yield Blad(
            bladnaam(verslag.noem(blad.inbreng.wie)),
            bladkolommen(("Soort", 16), (onderwerp, 26), ("Wat", 60), ("Waar, of wie", 70)),
            tuple(_lidrijen(verslag, blad)),
            vast=1,
            boven=wie_zin(verslag, blad),
        )


def _blad(naam: str, tabel: Tabel) -> Blad:
    breed = (40 if nummer in tabel.rekbaar else 20 for nummer, _ in enumerate(tabel.koppen))
    kolommen = bladkolommen(*zip(tabel.koppen, breed, strict=True))
    return Blad(bladnaam(naam), kolommen, tabel.rijen, vast=1)


def _lidrijen(verslag: Verslag, blad: Ledenblad) -> Iterator[Bladrij]:
    """What one member brought in, where it differs, and what is asked of it."""
    for code, titel, waar in onderwerpen_tabel(verslag, blad).rijen:
        yield ("overgenomen", code, titel, waar)
    for verschil in blad.verschillen:
        over = over_tekst(verschil.sleutel.over, verslag)
        wat = f"{verschil.kop}: {wat_geldt(verschil, verslag)}"
        yield ("verschilt", over, wat, wie_zegt_wat(verschil.gezegd, verslag))
    for zin in gevraagd(verslag, blad):
        yield ("gevraagd", "", zin, "")
