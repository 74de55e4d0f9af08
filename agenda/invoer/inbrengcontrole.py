"""What stands in the way of putting files together: of one file, of several, of what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.beslist import BLAD
from agenda.invoer.kringmelding import meld_kringen
from agenda.onderwerp.invullijst import ALLE
from agenda.opslag.rollen import EIGENBESTANDEN, SAMENVOEGBESTAND
from agenda.samenvoeging.inbreng import VAN_NIEMAND, Inbreng
from agenda.samenvoeging.verslag import Kopie
from agenda.samenvoeging.waarden import celtekst
from regels.melding import Melding, Plek
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from agenda.invoer.ruwbestand import Regiokennis, Ruwbestand
    from agenda.onderwerp.instellingen import Instellingen
    from agenda.samenvoeging.beslissingen import Beslissingen
    from agenda.samenvoeging.samenvoegen import Samengevoegd
    from agenda.samenvoeging.verslag import Verslag


def zonder_keuze(verslag: Verslag) -> Iterator[Melding]:
    """A title or theme on which files differ, each with the cells."""
    for verschil in verslag.samen.zonder_naam:
        code = verschil.sleutel.over.onderwerp
        gezegd = [f"{toon(celtekst(g.waarde))} ({g.plek})" for g in verschil.gezegd]
        verwacht = f"één {verschil.kop.lower()}"
        hulp = f"kies op het blad {BLAD} van {SAMENVOEGBESTAND}, of geef wat iets anders is een"
        hulp += " andere code"
        plek = verschil.gezegd[0].plek
        gevonden = opsomming(gezegd, "en")
        yield Melding(plek, f"{code}: {verschil.kop}", gevonden, verwacht, hulp, code)


_UIT_HET_DOSSIER = (
    "staat het al in het dossier? Geef het bestand met onderwerpen daar de naam «eigen», zoals"
    f" {EIGENBESTANDEN[1]}: dan doet het mee"
)


def keur(
    delen: Sequence[tuple[Inbreng, list[Melding]]],
    titels: Mapping[str, str],
    *,
    zonder_foute: bool,
) -> tuple[list[Inbreng], list[Melding]]:
    """The files in which nothing is wrong, and what is wrong in the others.

    A file that names a topic of a file that is left out is left out too.
    """
    fouten = [melding for _, meldingen in delen for melding in meldingen]
    goed = [inbreng for inbreng, meldingen in delen if not meldingen]
    bekend = set(titels)
    while True:
        if zonder_foute:
            bekend = set(titels_van(goed))
        mis = {inbreng.bestand: [*_onbekend_genoemd(inbreng, bekend, titels)] for inbreng in goed}
        nieuw = [melding for meldingen in mis.values() for melding in meldingen]
        fouten += nieuw
        goed = [inbreng for inbreng in goed if not mis[inbreng.bestand]]
        if not nieuw or not zonder_foute:
            return goed, fouten


def _onbekend_genoemd(
    inbreng: Inbreng, bekend: Collection[str], titels: Mapping[str, str]
) -> Iterator[Melding]:
    """What a file says of topics that are in no file that takes part."""
    genoemd = [
        *((oordeel.onderwerp, oordeel.plek) for oordeel in inbreng.oordelen),
        *((deel.over.onderwerp, deel.plek) for deel in inbreng.ernaast),
        *(
            (code, gezegd.plek)
            for deel in inbreng.onderwerpen
            if (gezegd := deel.velden.get("afhankelijk_van"))
            for code in gezegd.waarde
        ),
    ]
    eerste = dict(reversed(genoemd))  # a row names its topic in many cells: once is enough
    for code, plek in sorted(eerste.items(), key=lambda deel: deel[1]):
        if code in bekend or code in ("", ALLE):
            continue
        hulp = bedoelde_u(code, bekend)
        hulp = hulp or _UIT_HET_DOSSIER
        if code in titels:
            hulp = "het staat in een bestand dat niet meedoet, omdat er fouten in staan"
        verwacht = "de code van een onderwerp in een van de bestanden"
        yield Melding(plek, "", toon(code), verwacht, hulp)


def opmerkingen_van(ruw: Iterable[Ruwbestand], inbreng: Iterable[Inbreng]) -> Iterator[Melding]:
    """What must be known of the files that take part."""
    namen = {deel.bestand for deel in inbreng}
    for bestand in ruw:
        for tabel in bestand.tabellen.values():
            if tabel is not None and bestand.leesbare_naam in namen:
                yield from tabel.opmerkingen


def zonder_kopieen(alle: Iterable[Inbreng]) -> tuple[list[Inbreng], tuple[Kopie, ...]]:
    """Each content once: of files that say the same, the one with the shortest name."""
    uniek: dict[str, Inbreng] = {}
    kopieen = []
    for inbreng in sorted(alle, key=lambda deel: (len(deel.bestand), deel.bestand)):
        eerste = uniek.setdefault(repr(inbreng.inhoud), inbreng)
        if eerste is not inbreng:
            kopieen.append(Kopie(inbreng.bestand, eerste.bestand))
    return list(uniek.values()), tuple(sorted(kopieen))


def twee_van_een_lid(alle: Iterable[Inbreng], kennis: Regiokennis) -> Iterator[Melding]:
    per: dict[str, list[str]] = {}
    for inbreng in alle:
        per.setdefault(inbreng.wie, []).append(inbreng.bestand)
    lid = kennis.profiel.woorden.lid
    for wie, namen in per.items():
        if wie != VAN_NIEMAND and len(namen) > 1:
            eerste, *andere = sorted(namen)
            naam = kennis.profiel.lid[wie].naam
            gevonden = f"nog een bestand van {naam}: {opsomming(map(toon, andere), 'en')}"
            verwacht = f"één bestand van {lid.elk}"
            hulp = "laat weg wat niet het laatste is"
            yield Melding(Plek(eerste), "", gevonden, verwacht, hulp)


def over_keuzes(samen: Samengevoegd, beslissingen: Beslissingen) -> Iterator[Melding]:
    """What is wrong with choices that matter now."""
    for sleutel in (*(v.sleutel for v in samen.verschillen), *(p.sleutel for p in samen.lijkt_op)):
        yield from beslissingen.mis.get(sleutel, ())
    for code, *verder in samen.opgegaan.kringen:
        plek = min(r.plek for r in beslissingen.rijen if code in (r.over.onderwerp, r.ander))
        gevonden = f"keuzes waardoor {toon(code)} opgaat in {opsomming(map(toon, verder), 'en')}"
        verwacht = "keuzes waarbij één van die onderwerpen blijft"
        yield Melding(plek, "Keuze", gevonden, verwacht)


def dubbele_voorkeuren(samen: Samengevoegd, instellingen: Instellingen) -> Iterator[Melding]:
    """The order of a member that stands in the settings of the dossier already."""
    for lid, volgorde in samen.voorkeuren.items():
        if lid in instellingen.voorkeuren:
            gevonden = f"een volgorde van {samen.velden.noem(lid)}, die ook in dossier.yaml staat"
            hulp = "haal haar daar weg bij «voorkeuren», of laat haar hier leeg"
            verwacht = "elke volgorde op één plek"
            yield Melding(volgorde.plek, "Voorkeuren", gevonden, verwacht, hulp)


def kringen(samen: Samengevoegd, beslissingen: Beslissingen) -> Iterator[Melding]:
    """Topics that wait for each other in a circle, once the files are together."""
    veld = "afhankelijk_van"
    plekken = {
        (samen.opgegaan.wordt[deel.over.onderwerp], samen.opgegaan.wordt.get(naar, naar)): g.plek
        for inbreng in samen.inbreng
        for deel in inbreng.onderwerpen
        if (g := deel.velden.get(veld))
        for naar in g.waarde
    }
    gekozen = {rij.over.onderwerp: rij.plek for rij in beslissingen.rijen if rij.veld == veld}
    stappen = {
        (code, naar): plekken.get((code, naar)) or gekozen[code]
        for onderwerp in samen.onderwerpen
        for code in [onderwerp["code"]]
        for naar in onderwerp.get(veld, ())
    }
    kop = samen.velden.onderwerp[veld].kop
    yield from meld_kringen(stappen, kop, "onderwerpen die op elkaar wachten zonder kring")


def titels_van(inbreng: Iterable[Inbreng]) -> dict[str, str]:
    return {
        deel.over.onderwerp: str(deel.velden["titel"].waarde)
        for bestand in inbreng
        for deel in bestand.onderwerpen
    }
