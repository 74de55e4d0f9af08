"""What people do to a worksheet that a reader of values does not see: merge, hide, strike out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from regels.melding import Melding, Plek, kolomletters
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Collection

    from agenda.invoer.bladvorm import Bladvorm
    from regels.lezen.yaml import Gelezen, Pad

_HOOGSTENS = 10
"""So many rows are named in one sentence."""
_HOOGSTENS_SAMENGEVOEGD = 1_000
"""Who merged more cells than this sees enough to know what to do."""


def meld_samengevoegd(gelezen: Gelezen, vorm: Bladvorm, meldingen: list[Melding]) -> None:
    """Merged cells: only the first holds a value, so the others say nothing of their row."""
    if not vorm.samengevoegd:
        return
    rijen = _rijen(gelezen)
    nummers = [*rijen]
    geraakt = (
        bereik
        for bereik in vorm.samengevoegd
        if bisect_left(nummers, bereik.rij) < bisect_right(nummers, bereik.laatste_rij)
    )
    in_rij: dict[int, list[tuple[int, Pad]]] = {}
    for pad, hier in gelezen.plekken.items():
        in_rij.setdefault(hier.regel, []).append((hier.kolom, pad))
    for bereik in islice(geraakt, _HOOGSTENS_SAMENGEVOEGD):
        eerste = bisect_left(nummers, bereik.rij)
        onder = nummers[eerste : bisect_right(nummers, bereik.laatste_rij)]
        paden = [
            pad
            for rij in onder
            for kolom, pad in in_rij[rij]
            if bereik.kolom <= kolom <= bereik.laatste_kolom
        ]
        if not paden:  # beside the table
            continue
        gelezen.gemeld.update(paden)
        voorbeeld = rijen[onder[0]]
        plek = Plek(voorbeeld.bestand, bereik.rij, bereik.kolom, voorbeeld.blad)
        begin = f"{kolomletters(bereik.kolom)}{bereik.rij}"
        eind = f"{kolomletters(bereik.laatste_kolom)}{bereik.laatste_rij}"
        gevonden = f"samengevoegde cellen: {begin} tot en met {eind}"
        hulp = "hef de samenvoeging op en vul elke cel zelf in"
        meldingen.append(Melding(plek, "", gevonden, "losse cellen onder de koppen", hulp))


def meld_verborgen(gelezen: Gelezen, vorm: Bladvorm) -> None:
    """Hidden rows and columns count; whoever does not see them must know."""
    hulp = "maak ze zichtbaar, of haal weg wat niet mee mag tellen"
    _merk_op(gelezen, vorm.verborgen_rijen, ("verborgen rij", "verborgen rijen"), hulp)
    if not vorm.verborgen_kolommen:
        return
    gevuld = {*gelezen.rauw, *(pad[:-1] for pad in gelezen.rauw)}
    met_waarde = {plek.kolom: plek for pad, plek in gelezen.plekken.items() if pad in gevuld}
    kolommen = {
        kolom: plek
        for kolom, plek in met_waarde.items()
        if any(eerste <= kolom <= laatste for eerste, laatste in vorm.verborgen_kolommen)
    }
    if kolommen:
        plek = kolommen[min(kolommen)]
        letters = opsomming(map(kolomletters, sorted(kolommen)), "en")
        soort = telling(len(kolommen), "verborgen kolom", "verborgen kolommen")
        gevonden = f"{soort}: {letters}; wat daar staat, telt mee"
        gelezen.opmerkingen.append(Melding(plek, "", gevonden, "kolommen die u kunt zien", hulp))


def meld_doorgestreept(gelezen: Gelezen, rijen: Collection[int]) -> None:
    """Text that is struck through counts as any other."""
    soort = ("rij met doorgestreepte tekst", "rijen met doorgestreepte tekst")
    _merk_op(gelezen, rijen, soort, "haal weg wat niet mee mag tellen")


def _merk_op(gelezen: Gelezen, rijen: Collection[int], soort: tuple[str, str], hulp: str) -> None:
    if not rijen:
        return
    eigen = _rijen(gelezen)
    codes = {rij: _noem(gelezen, nummer) for nummer, rij in enumerate(eigen) if rij in rijen}
    if not codes:
        return
    namen = [f"{code} (rij {rij})" for rij, code in [*codes.items()][:_HOOGSTENS]]
    if len(codes) > _HOOGSTENS:
        namen.append(f"nog {len(codes) - _HOOGSTENS}")
    gevonden = f"{telling(len(codes), *soort)}, die gewoon meetelt: {opsomming(namen, 'en')}"
    if len(codes) > 1:
        gevonden = gevonden.replace("meetelt", "meetellen", 1)
    verwacht = "alleen rijen die mee moeten tellen"
    plek = eigen[min(codes)]
    gelezen.opmerkingen.append(Melding(plek, "", gevonden, verwacht, hulp))


def _noem(gelezen: Gelezen, nummer: int) -> str:
    """What a row is about, as it is typed there."""
    ((naam, lijst),) = gelezen.waarde.items()
    codes = [
        str(gelezen.getypt((naam, nummer, deel), lijst[nummer][deel]))
        for deel in ("code", "onderwerp", "lid")
        if deel in lijst[nummer]
    ]
    return ", ".join(codes) or "zonder code"


def _rijen(gelezen: Gelezen) -> dict[int, Plek]:
    """The rows of a table, in order, each with its place."""
    ((naam, lijst),) = gelezen.waarde.items()
    plekken = [gelezen.plek((naam, nummer)) for nummer in range(len(lijst))]
    return {plek.regel: plek for plek in plekken}
