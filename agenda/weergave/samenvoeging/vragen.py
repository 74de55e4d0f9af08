"""The questions to whoever may settle them: a row for each, with all that there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.beslist import HETZELFDE
from agenda.samenvoeging.beslissingen import BEIDE, ONBEKEND
from agenda.samenvoeging.waarden import celtekst, kaal
from agenda.weergave.samenvoeging.zinnen import lid_tekst, over_tekst
from regels.melding import kolomletters
from regels.taal import opsomming, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.samenvoeging.beslissingen import Beslisrij
    from agenda.samenvoeging.inbreng import Gezegd
    from agenda.samenvoeging.verschil import Lijkt, Verschil
    from agenda.samenvoeging.verslag import Verslag
    from regels.melding import Plek

_NIET_MEER = "niet meer aan de orde"


class Vraagrij(NamedTuple):
    """A row of the sheet «Beslist».

    Attributes:
        keuzes: what there is to choose from.
    """

    vraag: str
    onderwerp: str
    lid: str
    veld: str
    ander: str
    keuze: str
    gezegd: str
    stand: str
    opmerking: str
    keuzes: tuple[str, ...] = ()


def vraagrijen(verslag: Verslag) -> tuple[Vraagrij, ...]:
    """Every question that there is or was: first what waits, what cannot wait on top."""
    eerder = {rij.sleutel: rij for rij in verslag.beslissingen.rijen}
    rijen: list[tuple[int, Vraagrij]] = []
    for verschil in verslag.samen.verschillen:
        if verschil.soort != "oordeel":
            beurt = (0 if verschil.soort == "naam" else 2) if verschil.open else 3
            rijen.append((beurt, _van_verschil(verschil, eerder.get(verschil.sleutel), verslag)))
    for paar in verslag.samen.lijkt_op:
        rij = _van_paar(paar, eerder.get(paar.sleutel), verslag)
        rijen.append((1 if paar.open else 3, rij))
    rijen += [(4, _van_vroeger(rij, verslag)) for rij in verslag.niet_meer_gevraagd]
    # Stable: within a turn in the order of topic and field.
    return tuple(rij for _, rij in sorted(rijen, key=lambda deel: (deel[0], deel[1][1:5])))


def _van_verschil(verschil: Verschil, eerder: Beslisrij | None, verslag: Verslag) -> Vraagrij:
    over = verschil.sleutel.over
    veld = verslag.samen.velden.van(over)[verschil.sleutel.veld]
    gezegd = _waarden_van(verschil.gezegd)
    if verschil.open:
        stand = "open: zonder keuze geen dossier" if verschil.soort == "naam" else "open"
    elif verschil.geldt is None or any(
        kaal(veld, g.waarde) == kaal(veld, verschil.geldt) for g in verschil.gezegd
    ):
        stand = "beslist"
    else:
        stand = "beslist; dit zegt geen van de bestanden"
    niets = () if verschil.soort == "naam" else (ONBEKEND,)
    return Vraagrij(
        f"Welke waarde geldt voor «{verschil.kop}» van {over_tekst(over, verslag)}?",
        over.onderwerp,
        lid_tekst(over, verslag),
        verschil.kop,
        "",
        eerder.keuze if eerder else "",
        wie_zegt_wat(verschil.gezegd, verslag),
        stand,
        eerder.opmerking if eerder else "",
        (*gezegd, *niets),
    )


def _waarden_van(gezegd: Iterable[Gezegd]) -> tuple[str, ...]:
    """Each value once, as it is typed in a cell."""
    return tuple(sorted({celtekst(deel.waarde) for deel in gezegd}))


def wie_zegt_wat(gezegd: Iterable[Gezegd], verslag: Verslag) -> str:
    """Who says what, each on a line with the cell; who say the same below each other."""
    zinnen = [(celtekst(deel.waarde), verslag.noem(deel.wie), str(deel.plek)) for deel in gezegd]
    return "\n".join(f"{waarde}: {wie} ({plek})" for waarde, wie, plek in sorted(zinnen))


def paar_tekst(paar: Lijkt, verslag: Verslag) -> str:
    """Both topics, each on a line with its title and who brings it in."""
    delen = zip(paar.codes, paar.titels, paar.van, strict=True)
    return "\n".join(
        f"{code}: «{titel}», {opsomming(map(verslag.noem, van), 'en')}"
        for code, titel, van in delen
    )


def _van_paar(paar: Lijkt, eerder: Beslisrij | None, verslag: Verslag) -> Vraagrij:
    een, ander = paar.codes
    woord = verslag.profiel.woorden.onderwerp
    return Vraagrij(
        f"Is dit één {woord.een}? Kies de code die blijft, of «{BEIDE}» als het er twee zijn.",
        een,
        "",
        HETZELFDE,
        ander,
        eerder.keuze if eerder else "",
        paar_tekst(paar, verslag),
        "open" if paar.open else "beslist",
        eerder.opmerking if eerder else "",
        (een, ander, BEIDE),
    )


def _van_vroeger(rij: Beslisrij, verslag: Verslag) -> Vraagrij:
    """A question that is none now; what was chosen stays for when it comes back."""
    over = rij.over
    kop = HETZELFDE if rij.ander else verslag.samen.velden.van(over)[rij.veld].kop
    return Vraagrij(
        "Dit is nu geen vraag. De keuze blijft bewaard.",
        over.onderwerp,
        lid_tekst(over, verslag),
        kop,
        rij.ander,
        rij.keuze,
        "",
        _NIET_MEER,
        rij.opmerking,
    )


def herkomst_rijen(verslag: Verslag) -> Iterator[tuple[str, ...]]:
    """Where every value came from: what, field, value, who, and the cell."""
    wordt = verslag.samen.opgegaan.wordt
    for inbreng in verslag.samen.inbreng:
        for deel in (*inbreng.onderwerpen, *inbreng.ernaast):
            code = deel.over.onderwerp
            velden = verslag.samen.velden.van(deel.over)
            for naam, gezegd in deel.velden.items():
                wat = (wordt.get(code, code), code, deel.over.lid, velden[naam].kop)
                yield (*wat, celtekst(gezegd.waarde), verslag.noem(gezegd.wie), *_cel(gezegd.plek))
        for oordeel in inbreng.oordelen:
            code = oordeel.onderwerp
            titel = verslag.criteria[oordeel.criterium]
            wat = (wordt.get(code, code), code, "", titel)
            yield (*wat, oordeel.tag.waarde, verslag.noem(oordeel.wie), *_cel(oordeel.plek))
        for lid, volgorde in inbreng.voorkeuren.items():
            groepen = "; ".join(
                " = ".join(verslag.criteria[code] for code in groep) for groep in volgorde.groepen
            )
            wie = verslag.noem(inbreng.wie)
            yield ("", "", lid, "Voorkeuren", groepen, wie, *_cel(volgorde.plek))


def _cel(plek: Plek) -> tuple[str, str, str]:
    """The file, the sheet, and the cell; of a CSV file the line and the column."""
    bestand = zichtbaar(plek.bestand)
    if plek.blad:
        return bestand, plek.blad, f"{kolomletters(plek.kolom)}{plek.regel}"
    return bestand, "", f"regel {plek.regel}, kolom {plek.kolom}" if plek.regel else ""


def herkomst_koppen(verslag: Verslag) -> tuple[str, ...]:
    """The headings above these rows."""
    woorden = verslag.profiel.woorden
    wat = (woorden.onderwerp.kop, "Ingebracht als", woorden.lid.kop)
    return (*wat, "Veld", "Waarde", "Wie", "Bestand", "Blad", "Cel")
