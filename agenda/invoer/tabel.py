"""A table in rows: find the headings, and read each row as a topic, a member, or a pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from agenda.invoer.bedoeld import BIJ_DEEL
from agenda.invoer.kolommen import (
    Cel,
    Kolom,
    normaal,
)
from agenda.invoer.rijlezer import Rijlezer, cel_van
from regels.lezen.yaml import Gelezen
from regels.melding import Melding, Plek, genoeg, kolomletters
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from agenda.invoer.tabelvorm import Tabelvorm

Rij = tuple[int, Sequence[Cel]]
"""The number of a row in its file, counted from 1, and its cells from the first column on."""

MAX_RIJEN = 20_000
MAX_KOLOMMEN = 702
"""Up to column ZZ: many more than there are headings."""
ZOEK_KOP_IN = 30
"""Headings stand within this many rows that are not empty."""
_EIGEN_KOPPEN = {"code", "titel", "plaats", "score"}
"""A table with these headings is the program's own ranked list."""
_BIJ_DATUM = "Excel maakte hier een datum van; zet de cel op Tekst en typ hem opnieuw"


def lees_tabel(
    rijen: Iterable[Rij],
    bestand: str,
    blad: str,
    vorm: Tabelvorm,
    meldingen: list[Melding],
) -> Gelezen | None:
    """Read a table from rows.

    Args:
        rijen: the rows of the file that are not empty.
        blad: name of the worksheet; empty for CSV.
        vorm: what may stand in it.
        meldingen: every fault is added to this list.

    Returns:
        The rows in the shape that YAML gives; None when the columns cannot be made out.
    """
    stroom = iter(rijen)
    gelezen = Gelezen({vorm.naam: []}, bestand, hulp_bij_datum=_BIJ_DATUM, hulp_bij_deel=BIJ_DEEL)
    kop = vind_koprij(islice(stroom, ZOEK_KOP_IN), vorm.op_kop)
    if kop is None:
        verwacht = f"een regel met de koppen {opsomming(vorm.verplicht, 'en')}"
        meldingen.append(Melding(Plek(bestand, blad=blad), "", "geen kopregel", verwacht))
        return None
    (koprij, koppen), rest = kop
    gekozen = _kies_kolommen(koppen, vorm, Plek(bestand, koprij, 0, blad), meldingen)
    if gekozen is None:
        return None
    for kolom in filter(None, gekozen.values()):
        gelezen.koppen[kolom.pad] = kolom.kop
        if kolom.pad[1:] == ("waarde",):
            gelezen.koppen[kolom.pad[:1]] = kolom.kop
    rijlezer = Rijlezer(vorm, gekozen, gelezen)
    in_rijen = rijlezer.meldingen
    aantal = 0
    for nummer, cellen in chain(rest, stroom):
        plek = Plek(bestand, nummer, 0, blad)
        # Who found enough reads no further, but still counts the rows.
        aantal += genoeg(in_rijen) or rijlezer.lees(cellen, plek)
        if aantal > MAX_RIJEN:
            plek = Plek(bestand, nummer, 1, blad)
            gevonden = f"meer dan {MAX_RIJEN} rijen"
            meldingen.append(Melding(plek, "", gevonden, f"hoogstens {MAX_RIJEN} rijen"))
            return None
    meldingen += in_rijen
    return gelezen


def te_breed(plek: Plek, breedte: int) -> Melding:
    """That a row holds something in a column where no table comes."""
    gevonden = f"iets in kolom {kolomletters(breedte)}"
    verwacht = f"hoogstens {MAX_KOLOMMEN} kolommen (tot en met {kolomletters(MAX_KOLOMMEN)})"
    hulp = "haal weg wat niet bij de tabel hoort"
    return Melding(cel_van(plek, breedte - 1), "", gevonden, verwacht, hulp)


def vind_koprij(rijen: Iterable[Rij], bekend: Mapping[str, object]) -> tuple[Rij, list[Rij]] | None:
    """The row with the headings, and the rows below it that were read while looking for it.

    Titles above the headings are passed over: the first row with the most known headings, and at
    least two, is taken.
    """
    gelezen = list(rijen)
    tellingen = [bekende_koppen(cellen, bekend) for _, cellen in gelezen]
    meeste = max(tellingen, default=0)
    if meeste < 2:  # noqa: PLR2004 - one known word is no heading row
        return None
    waar = tellingen.index(meeste)
    return gelezen[waar], gelezen[waar + 1 :]


def is_eigen_ranglijst(koppen: Sequence[Cel]) -> bool:
    """Whether these are the headings of a list that the program made itself."""
    return {normaal(str(kop)) for kop in koppen} >= _EIGEN_KOPPEN


def heeft_verplichte_koppen(koppen: Sequence[Cel], vorm: Tabelvorm) -> bool:
    """Whether all that every row must hold has its heading here."""
    gekend = {vorm.op_kop[k].kop for k in map(normaal, map(str, koppen)) if k in vorm.op_kop}
    return gekend >= set(vorm.verplicht)


def bekende_koppen(cellen: Sequence[Cel], bekend: Mapping[str, object]) -> int:
    """How many cells hold a known heading."""
    return sum(1 for cel in cellen if isinstance(cel, str) and normaal(cel) in bekend)


def _kies_kolommen(
    koppen: Sequence[Cel], vorm: Tabelvorm, plek: Plek, meldingen: list[Melding]
) -> dict[int, Kolom | None] | None:
    """Column number (from 0) → its column, or None for a heading that is not known."""
    if is_eigen_ranglijst(koppen):
        hulp = "zet uw eigen bestand met onderwerpen terug; dat is waar de lijst van is gemaakt"
        gevonden = "een ranglijst die dit programma zelf maakte"
        verwacht = "het bestand dat u hebt ingevuld"
        meldingen.append(Melding(Plek(plek.bestand, blad=plek.blad), "", gevonden, verwacht, hulp))
        return None
    gekozen: dict[int, Kolom | None] = {}
    bekend = vorm.op_kop
    namen = [kolom.kop for kolom in bekend.values()]
    for nummer, kop in enumerate(koppen):
        if kop is None:
            continue
        kolom = bekend.get(normaal(str(kop)))
        hier = cel_van(plek, nummer)
        if kolom is None:
            hulp = bedoelde_u(kop, namen) or "verbeter de kop, of haal de kolom weg"
            meldingen.append(
                Melding(hier, "kop", toon(kop), "een bekende kop, zie het sjabloon", hulp)
            )
        elif kolom in gekozen.values():
            meldingen.append(
                Melding(hier, "kop", f"{toon(kop)} voor de tweede keer", "elke kop één keer")
            )
            kolom = None
        gekozen[nummer] = kolom
    aanwezig = {kolom.kop for kolom in gekozen.values() if kolom}
    ontbreekt = [kop for kop in vorm.verplicht if kop not in aanwezig]
    if ontbreekt:
        gevonden = f"geen kolom {opsomming(ontbreekt, 'en')}"
        verwacht = f"minstens de koppen {opsomming(vorm.verplicht, 'en')}"
        meldingen.append(Melding(cel_van(plek, 0), "kop", gevonden, verwacht))
        return None
    return _met_toelichting(gekozen)


def _met_toelichting(gekozen: Mapping[int, Kolom | None]) -> dict[int, Kolom | None]:
    """The same columns; a value beside which something is said goes under a name of its own."""
    velden = {kolom.pad[0] for kolom in gekozen.values() if kolom and kolom.ernaast}

    def in_groep(kolom: Kolom | None) -> Kolom | None:
        if kolom is None or len(kolom.pad) > 1 or kolom.pad[0] not in velden:
            return kolom
        return kolom._replace(pad=(*kolom.pad, "waarde"))

    return {nummer: in_groep(kolom) for nummer, kolom in gekozen.items()}
