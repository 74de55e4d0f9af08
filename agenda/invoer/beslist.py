"""Read the sheet «Beslist» of samenvoegen.xlsx: what somebody chose where files differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.bedoeld import LAAT_LEEG
from agenda.invoer.deelname import deelname_uit, leden_uit
from agenda.invoer.excel import bladnamen, lees_excel
from agenda.invoer.kolommen import Kolom, in_kleine_letters, normaal
from agenda.invoer.onderwerpen import onderwerpen_uit
from agenda.invoer.rijen import ledennamen
from agenda.invoer.rijlezer import zet_cel
from agenda.invoer.tabelvorm import Tabelvorm
from agenda.onderwerp.invullijst import Invullijst, waarde_van
from agenda.onderwerp.velden import ZONDER_KOLOM, Invulveld
from agenda.samenvoeging.beslissingen import BEIDE, ONBEKEND, Beslisrij, Beslissingen, Sleutel
from agenda.samenvoeging.inbreng import VAN_NIEMAND, Over
from agenda.samenvoeging.verslag import Eerder
from regels.lezen.yaml import Gelezen
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from agenda.invoer.ruwbestand import Regiokennis
    from agenda.kennis.profiel import Profiel
    from agenda.samenvoeging.lijken import Paar
    from agenda.samenvoeging.velden import Velden
    from regels.lezen.yaml import Pad

BLAD, HERKOMSTBLAD, EERDERBLAD = "Beslist", "Herkomst", "Bestanden"
"""The sheets of the workbook; only of the first what somebody filled in is kept."""
_VAN_ONS = (BLAD, HERKOMSTBLAD, EERDERBLAD, "Lijsten")
MEEGENOMEN = "meegenomen"
HETZELFDE = "Is hetzelfde als"
"""What stands under «Veld» in the row of two topics that look alike."""
_NOOIT_GEVRAAGD = ("criteria", *ZONDER_KOLOM)
"""Kinds of fields that no cell holds, so that nobody can choose a value of them."""
_ALLEBEI = (BEIDE, "allebei", "alle twee", "alletwee", "twee", "nee")


class Vorigekeer(NamedTuple):
    """What the workbook says of the last time: what was chosen since, and which files took part."""

    beslissingen: Beslissingen
    bestanden: tuple[Eerder, ...]


def beslistabel(profiel: Profiel) -> Tabelvorm:
    """The table of questions and choices: a row for each question."""
    woorden = profiel.woorden

    def veld(kop: str, naam: str, breedte: int, leeg: Any = "niets") -> Invulveld:
        return Invulveld(kop, "tekst", leeg=leeg, naam=naam, breedte=breedte)

    velden = (
        veld("Vraag", "vraag", 44),
        veld(woorden.onderwerp.kop, "onderwerp", 24),
        veld(woorden.lid.kop, "lid", 16),
        veld("Veld", "veld", 18, "verplicht"),
        veld(woorden.onderwerp.kop_ander, "ander", 24),
        veld("Keuze", "keuze", 34),
        veld("Wie zegt wat", "gezegd", 60),
        veld("Stand", "stand", 26),
        veld("Opmerking", "opmerking", 34),
    )
    return Tabelvorm("beslist", BLAD, "één vraag", Invullijst(velden, {}))


def eerdertabel(profiel: Profiel) -> Tabelvorm:
    """The table of files that took part the last time."""
    velden = (
        Invulveld("Bestand", "tekst", leeg="verplicht", naam="bestand", breedte=40),
        Invulveld(profiel.woorden.lid.kop, "tekst", leeg="niets", naam="lid", breedte=26),
        Invulveld("Wat ermee is gedaan", "tekst", leeg="niets", naam="wat", breedte=50),
    )
    return Tabelvorm("bestanden", EERDERBLAD, "één bestand", Invullijst(velden, {}))


def lees_beslist(
    pad: Path, kennis: Regiokennis, velden: Velden, titels: Mapping[str, str]
) -> Vorigekeer:
    """What was chosen before, and which files took part; nothing when there is no such file.

    Args:
        velden: what can be said.
        titels: code → title of the topics that there are now.

    Raises:
        Invoerfout: it cannot be read, or a row is about nothing.
        Bestandsfout: it is locked.
    """
    if not pad.exists():
        return Vorigekeer(Beslissingen(), ())
    meldingen = [*_vreemde_bladen(pad)]
    vorm = beslistabel(kennis.profiel)
    vormen = (vorm, eerdertabel(kennis.profiel))
    gelezen, bestanden = lees_excel(pad, pad.name, vormen, meldingen)
    if gelezen is None or meldingen:
        raise Invoerfout(meldingen)
    lezer = _Lezer(gelezen, kennis, velden, titels)
    rijen: dict[Sleutel, Beslisrij] = {}
    for nummer in range(len(gelezen.waarde[vorm.naam])):
        rij = lezer.rij(nummer, meldingen)
        eerder = rijen.get(rij.sleutel) if rij else None
        if rij is None:
            continue
        if eerder is None or not eerder.keuze:
            rijen[rij.sleutel] = rij
        elif rij.keuze and rij.keuze != eerder.keuze:
            verwacht = f"één keuze voor elke vraag (zie {eerder.plek})"
            meldingen.append(Melding(rij.plek, "Keuze", toon(rij.keuze), verwacht))
    if meldingen:
        raise Invoerfout(meldingen)
    mee = tuple(_eerder(bestanden, kennis.profiel)) if bestanden else ()
    return Vorigekeer(lezer.beslissingen(tuple(rijen.values())), mee)


def _vreemde_bladen(pad: Path) -> Iterator[Melding]:
    """Sheets that somebody added: they would be gone after this."""
    for blad in bladnamen(pad, pad.name):
        if blad not in _VAN_ONS:
            verwacht = f"alleen de bladen {opsomming(_VAN_ONS[:-1], 'en')}"
            hulp = (
                "zet dit blad in een eigen bestand: dit bestand maakt het programma steeds opnieuw"
            )
            yield Melding(
                Plek(pad.name, blad=blad), "", "een blad dat erbij is gezet", verwacht, hulp
            )


def _eerder(gelezen: Gelezen, profiel: Profiel) -> Iterator[Eerder]:
    codes = {naam: code for code, naam in ledennamen(profiel).items()}
    for rij in gelezen.waarde["bestanden"]:
        if rij.get("wat") == MEEGENOMEN:
            yield Eerder(str(rij["bestand"]), codes.get(str(rij.get("lid")), VAN_NIEMAND))


@dataclass(frozen=True, slots=True)
class _Lezer:
    gelezen: Gelezen
    kennis: Regiokennis
    velden: Velden
    titels: Mapping[str, str]

    def rij(self, nummer: int, meldingen: list[Melding]) -> Beslisrij | None:
        """One row; None, with a finding, when it is about nothing."""
        rauw = self.gelezen.waarde["beslist"][nummer]
        tekst = {naam: str(waarde) for naam, waarde in rauw.items()}
        onderwerp = tekst.get("onderwerp", "").lower()
        over = Over(onderwerp, self._lid(tekst.get("lid", "")))
        plek = self.gelezen.plek(("beslist", nummer, "keuze"))
        kop, ander = tekst.get("veld", ""), tekst.get("ander", "").lower()
        if normaal(kop) == normaal(HETZELFDE):
            een, ander = sorted((onderwerp, ander))
            over, naam = Over(een), ""
            if not een or een == ander:
                waar = self.gelezen.plek(("beslist", nummer, "ander"))
                kop = self.gelezen.koppen["ander",]
                verwacht = "de codes van twee onderwerpen"
                meldingen.append(Melding(waar, kop, toon(ander), verwacht))
                return None
        else:
            alle = self.velden.van(over).items()
            koppen = {veld.kop: naam for naam, veld in alle if veld.soort not in _NOOIT_GEVRAAGD}
            gevonden = {normaal(kop): naam for kop, naam in koppen.items()}.get(normaal(kop))
            if gevonden is None:
                verwacht = f"een kop die er is: {opsomming([*koppen, HETZELFDE])}"
                hulp = bedoelde_u(kop, [*koppen, HETZELFDE])
                waar = self.gelezen.plek(("beslist", nummer, "veld"))
                meldingen.append(Melding(waar, "Veld", toon(kop), verwacht, hulp))
                return None
            naam, ander = gevonden, ""
        return Beslisrij(
            over, naam, ander, tekst.get("keuze", ""), tekst.get("opmerking", ""), plek
        )

    def _lid(self, genoemd: str) -> str:
        namen = {n.casefold(): code for code, n in ledennamen(self.kennis.profiel).items()}
        return namen.get(genoemd.casefold(), genoemd)

    def beslissingen(self, rijen: tuple[Beslisrij, ...]) -> Beslissingen:
        """What the choices in the rows say, or what is wrong with them."""
        waarden: dict[Sleutel, Any] = {}
        paren: dict[Paar, str] = {}
        mis: dict[Sleutel, tuple[Melding, ...]] = {}
        for rij in rijen:
            fouten: list[Melding] = []
            if not rij.keuze:
                continue
            if rij.ander:
                self._lees_paar(rij, paren, fouten)
            else:
                waarde = self._waarde(rij, fouten)
                if not fouten:
                    waarden[rij.sleutel] = waarde
            if fouten:
                mis[rij.sleutel] = tuple(self._als_keuze(m, rij) for m in fouten)
        return Beslissingen(rijen, waarden, paren, mis)

    def _als_keuze(self, melding: Melding, rij: Beslisrij) -> Melding:
        """What is wrong with a choice; an empty cell is none, so who does not know says so."""
        melding = melding._replace(plek=rij.plek)
        if LAAT_LEEG not in melding.suggestie:
            return melding
        return melding._replace(suggestie=f"kies «{ONBEKEND}» als niemand het weet")

    def _lees_paar(self, rij: Beslisrij, paren: dict[Paar, str], fouten: list[Melding]) -> None:
        een, ander = rij.over.onderwerp, rij.ander
        woord = in_kleine_letters(rij.keuze)
        if woord in (een, ander):
            paren[een, ander] = woord
        elif woord in _ALLEBEI:
            paren[een, ander] = BEIDE
        else:
            verwacht = f"de code die blijft ({een} of {ander}), of «{BEIDE}»"
            hulp = bedoelde_u(woord, (een, ander, BEIDE))
            fouten.append(Melding(rij.plek, "Keuze", toon(rij.keuze), verwacht, hulp))

    def _waarde(self, rij: Beslisrij, fouten: list[Melding]) -> Any:
        """The value that a choice stands for, read as a cell of that column is."""
        veld = self.velden.van(rij.over)[rij.veld]
        if veld.leeg != "verplicht" and in_kleine_letters(rij.keuze) == ONBEKEND:
            return None
        profiel, lijst = self.kennis
        over = rij.over
        if not over.lid:
            thema = profiel.themas[0].code
            gelezen = _als_rij(
                rij, veld, "onderwerpen", code=over.onderwerp, titel="-", thema=thema
            )
            anderen = {code: titel for code, titel in self.titels.items() if code != over.onderwerp}
            for topic in onderwerpen_uit(gelezen, profiel, lijst, fouten, anderen):
                return topic.feiten.get(veld.naam) if veld.eigen else waarde_van(topic, veld)
            return None
        if over.onderwerp:
            gelezen = _als_rij(rij, veld, "deelname", onderwerp=over.onderwerp, lid=over.lid)
            paren = deelname_uit(gelezen, profiel, self.titels, fouten)
            if veld.eigen:
                return next((deel.feiten.get(veld.naam) for deel in paren.deelname), None)
            per_lid = paren.inspanning.get(over.onderwerp, {})
            return per_lid[over.lid].fte if over.lid in per_lid else None
        gelezen = _als_rij(rij, veld, "leden", lid=over.lid)
        return leden_uit(gelezen, profiel, fouten).get(over.lid, {}).get(veld.naam)


def _als_rij(rij: Beslisrij, veld: Invulveld, lijst: str, **wat: str) -> Gelezen:
    """A choice as the only thing that a row of a table says of something."""
    pad: Pad = (lijst, 0, veld.naam)
    deel = Gelezen({}, rij.plek.bestand)
    zet_cel(deel, pad, Kolom(veld.kop, (veld.naam,), veld), rij.keuze)
    koppen: dict[Pad, str] = {(veld.naam,): veld.kop}
    return Gelezen(
        {lijst: [{**wat, **deel.waarde}]}, rij.plek.bestand, {pad: rij.plek}, deel.rauw, koppen
    )
