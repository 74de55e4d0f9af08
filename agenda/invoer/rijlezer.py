"""Read the rows of a table, each as what it is about: a topic, a member, or a pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING

from agenda.invoer.kolommen import Cel, Celfout, Kolom, als_tekst, delen_van, in_kleine_letters
from agenda.onderwerp.onderwerp import VOORBEELDTITEL
from regels.lezen.yaml import Gelezen, Pad
from regels.melding import Melding, Plek
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.invoer.tabelvorm import Tabelvorm

VOORBEELDCODE = "voorbeeld"
"""The example row of the template has this code and the title of the example; as long as it does,
it is no topic. Whoever types another topic over it keeps that topic."""


@dataclass(frozen=True, slots=True)
class Rijlezer:
    """Reads the rows below the headings of one table.

    Attributes:
        kolommen: column number (from 0) → its column, or None for a heading that is not known.
        gelezen: gets every row.
    """

    vorm: Tabelvorm
    kolommen: Mapping[int, Kolom | None]
    gelezen: Gelezen
    meldingen: list[Melding] = field(default_factory=list)

    def lees(self, cellen: Sequence[Cel], plek: Plek) -> bool:
        """Read a row; says whether it counts, as the example of the template does not."""
        leeg = self._lege_verplichte(cellen)
        if leeg and self._is_klaargezet(cellen):
            return False
        if len(leeg) > 1:
            waar = next(nummer for nummer, cel in enumerate(cellen) if cel is not None)
            self._meld_geen_rij(cel_van(plek, waar), cellen[waar], leeg)
            return True
        rijen = self.gelezen.waarde[self.vorm.naam]
        basis: Pad = (self.vorm.naam, len(rijen))
        deel = Gelezen({}, self.gelezen.bestand, {basis: cel_van(plek, 0)})
        bestand, regel, _, blad = plek
        rest = max(self.kolommen, default=-1) + 1 - len(cellen)
        for kolomnummer, cel in enumerate(chain(cellen, repeat(None, rest))):
            kolom = self.kolommen.get(kolomnummer)
            if kolom is not None:
                pad, hier = basis + kolom.pad, Plek(bestand, regel, kolomnummer + 1, blad)
                deel.plekken[pad] = hier
                if kolom.pad[1:] == ("waarde",):
                    deel.plekken[pad[:-1]] = hier
                if cel is not None:
                    self._lees_cel(cel, kolom, pad, hier, deel)
            elif cel is not None and kolomnummer not in self.kolommen:
                gevonden = f"{toon(cel)} zonder kop erboven"
                verwacht = "alleen cellen onder een kop"
                hier = cel_van(plek, kolomnummer)
                self.meldingen.append(Melding(hier, "", gevonden, verwacht))
        if (deel.waarde.get("code"), deel.waarde.get("titel")) == (VOORBEELDCODE, VOORBEELDTITEL):
            return False
        rijen.append(deel.waarde)
        self.gelezen.plekken.update(deel.plekken)
        self.gelezen.rauw.update(deel.rauw)
        return True

    def _lees_cel(self, cel: Cel, kolom: Kolom, pad: Pad, hier: Plek, deel: Gelezen) -> None:
        if isinstance(cel, Celfout):
            gevonden = cel.gevonden.format(toon(cel))
            self.meldingen.append(Melding(hier, kolom.kop, gevonden, cel.verwacht, cel.hulp))
            self.gelezen.gemeld.add(pad)
        else:
            zet_cel(deel, pad, kolom, cel)

    def _lege_verplichte(self, cellen: Sequence[Cel]) -> list[str]:
        """The headings of what every row must have, and this row does not."""
        return [
            kolom.kop
            for nummer, kolom in self.kolommen.items()
            if kolom is not None
            and kolom.veld.leeg == "verplicht"
            and (nummer >= len(cellen) or cellen[nummer] is None)
        ]

    def _is_klaargezet(self, cellen: Sequence[Cel]) -> bool:
        """Whether a row holds nothing but who would bring it in: nobody filled it in yet."""
        gevuld = (nummer for nummer, cel in enumerate(cellen) if cel is not None)
        kolommen = [self.kolommen.get(nummer) for nummer in gevuld]
        return all(
            kolom is not None and kolom.veld.soort == "gemeente" and kolom.veld.leeg != "verplicht"
            for kolom in kolommen
        )

    def _meld_geen_rij(self, plek: Plek, cel: Cel, leeg: Sequence[str]) -> None:
        """Such a row is a sum, a heading in between, a remark, or not yet filled in."""
        gevonden = f"een rij zonder {opsomming(leeg, 'en')}: {toon(als_tekst(cel))}"
        verwacht = f"{self.vorm.rij} in elke rij onder de koppen"
        hulp = "haal de rij weg als het een optelling of opmerking is, of vul haar aan"
        self.meldingen.append(Melding(plek, "", gevonden, verwacht, hulp))


def zet_cel(deel: Gelezen, pad: Pad, kolom: Kolom, cel: Cel) -> None:
    """Put the value of a cell in its row, and remember what was typed."""
    groep = deel.waarde
    for naam in kolom.pad[:-1]:
        groep = groep.setdefault(naam, {})
    if not kolom.lijst:
        deel.rauw[pad] = als_tekst(cel)
        groep[kolom.pad[-1]] = kolom.lees(cel)
        return
    delen = delen_van(cel)
    if len(delen) == 1:
        woord = in_kleine_letters(delen[0])
        if woord == "onbekend":
            return
        if woord == "geen":
            delen = []
    for nummer, waarde in enumerate(delen):
        deel.rauw[(*pad, nummer)] = als_tekst(waarde)
    groep[kolom.pad[-1]] = [kolom.lees(waarde) for waarde in delen]


def cel_van(rij: Plek, kolomnummer: int) -> Plek:
    """The place of a cell in a row; its column counts from 0."""
    return Plek(rij.bestand, rij.regel, kolomnummer + 1, rij.blad)
