"""What a worksheet says beside its values, and whether its cells can be read without loss."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from xml.parsers import expat

LAATSTE_RIJ = 1_048_576
_CEL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_GEHEEL = re.compile(r"[0-9]{1,18}")


class Bereik(NamedTuple):
    """A block of cells; rows and columns count from 1."""

    rij: int
    kolom: int
    laatste_rij: int
    laatste_kolom: int


class Bladvorm:
    """The form of one worksheet.

    Attributes:
        leesbaar: rows and cells stand in order, each once, and texts are where they should be.
        formules: whether there are any.
        verborgen_rijen: hidden by hand or by a filter.
        verborgen_kolommen: ranges of columns, first and last.
    """

    def __init__(self) -> None:
        self.leesbaar = True
        self.formules = False
        self.verborgen_rijen: set[int] = set()
        self.verborgen_kolommen: list[tuple[int, int]] = []
        self.samengevoegd: list[Bereik] = []


def lees_bladvorm(xml: bytes) -> Bladvorm:
    """Read the form of a worksheet.

    Rows and cells that do not go up, or come twice, are lost without a word in openpyxl; so is a
    shared text with a negative number.

    Raises:
        expat.ExpatError: it is no XML.
    """
    ontleder = expat.ParserCreate(namespace_separator=" ")
    lezer = _Lezer(ontleder)
    ontleder.StartElementHandler = lezer.begin
    ontleder.Parse(xml, True)
    return lezer.vorm


class _Lezer:
    def __init__(self, ontleder: expat.XMLParserType) -> None:
        self.ontleder = ontleder
        self.vorm = Bladvorm()
        self.rij = self.kolom = 0
        self.gedeelde_tekst = False
        self.waarde = ""

    def begin(self, naam: str, eigen: dict[str, str]) -> None:
        naam = _kaal(naam)
        if naam == "c":
            self._cel(eigen)
        elif naam == "v" and self.gedeelde_tekst:
            self._luister_naar_waarde()
        elif naam == "f":
            self.vorm.formules = True
        elif naam == "row":
            self._rij(eigen)
        elif naam == "col" and _waar(eigen.get("hidden")):
            self.vorm.verborgen_kolommen.append((int(eigen["min"]), int(eigen["max"])))
        elif naam == "mergeCell":
            self._samengevoegd(eigen.get("ref", ""))

    def _luister_naar_waarde(self) -> None:
        """Only of a shared text the value matters: to be called for every other takes time."""
        self.waarde = ""
        self.ontleder.CharacterDataHandler = self._tekst
        self.ontleder.EndElementHandler = self._eind

    def _tekst(self, tekst: str) -> None:
        self.waarde += tekst

    def _eind(self, naam: str) -> None:
        if _kaal(naam) == "v":
            if self.waarde and not _GEHEEL.fullmatch(self.waarde.strip()):
                self.vorm.leesbaar = False
            self.ontleder.CharacterDataHandler = self.ontleder.EndElementHandler = None

    def _rij(self, eigen: dict[str, str]) -> None:
        nummer = eigen.get("r", str(self.rij + 1))
        volgende = int(nummer) if _GEHEEL.fullmatch(nummer) else 0
        if not self.rij < volgende <= LAATSTE_RIJ:
            self.vorm.leesbaar = False
        self.rij, self.kolom = volgende, 0
        if _waar(eigen.get("hidden")) or eigen.get("ht") == "0":
            self.vorm.verborgen_rijen.add(volgende)

    def _cel(self, eigen: dict[str, str]) -> None:
        self.gedeelde_tekst = eigen.get("t") == "s"
        kolom = self.kolom + 1
        if "r" in eigen:
            gevonden = _CEL.fullmatch(eigen["r"])
            kolom = kolomnummer(gevonden[1]) if gevonden else 0
            if not gevonden or int(gevonden[2]) != self.rij or kolom <= self.kolom:
                self.vorm.leesbaar = False
        self.kolom = kolom

    def _samengevoegd(self, bereik: str) -> None:
        hoeken = [_CEL.fullmatch(hoek) for hoek in bereik.split(":")]
        if hoeken[0] and hoeken[-1]:
            eerste, laatste = hoeken[0], hoeken[-1]
            self.vorm.samengevoegd.append(
                Bereik(
                    int(eerste[2]),
                    kolomnummer(eerste[1]),
                    int(laatste[2]),
                    kolomnummer(laatste[1]),
                )
            )


@lru_cache(1_000)
def _kaal(naam: str) -> str:
    """The name of a part without its namespace."""
    return naam.rsplit(" ", 1)[-1]


@cache
def kolomnummer(letters: str) -> int:
    """Column A is 1, AA is 27."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer


def _waar(waarde: str | None) -> bool:
    return waarde in ("1", "true")
