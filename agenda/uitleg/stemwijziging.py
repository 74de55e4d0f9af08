"""Municipalities that would answer a criterion otherwise, and what that would do to a score."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, product
from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import heel
from agenda.uitleg.wijziging import Stemwijziging
from regels.referentie import oordeel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.onderwerp.oordeel import Stemmen
    from agenda.rangorde.ranglijst import Getal, Ranglijst, Uitslag
    from regels.model import Uitkomst, Waarde

    Feiten = Mapping[str, Waarde | None]

_ANTWOORDEN: tuple[Uitkomst, Uitkomst] = ("ja", "nee")


class Stemmer:
    """What the score of one topic becomes when municipalities answer otherwise.

    Args:
        ranglijst: the list.
        uitslag: what was decided of the topic.
        stemmen: what each municipality says of it.
        feiten: what the rules in force looked at, where all municipalities count together.
    """

    def __init__(
        self, ranglijst: Ranglijst, uitslag: Uitslag, stemmen: Stemmen, feiten: Feiten
    ) -> None:
        self._ranglijst = ranglijst
        self._uitslag = uitslag
        self._feiten = feiten
        self.tags = {code for antwoorden in stemmen.values() for code in antwoorden}
        self.tags |= {regel.code for regel in ranglijst.criteria}
        niets: Feiten = dict.fromkeys(self.tags & feiten.keys())
        self._per_gemeente: dict[str, Feiten] = {
            gemeente: {
                **feiten,
                **niets,
                **{c: a.waarde for c, a in antwoorden.items() if a.waarde != "onbekend"},
            }
            for gemeente, antwoorden in stemmen.items()
        }

    def erbij(self, veld: str, nieuw: Waarde) -> Getal:
        """What the score gains when a fact changes that is the same for all municipalities."""
        return heel(sum((self._winst(g, veld, nieuw) for g in self._per_gemeente), Fraction(0)))

    def andere_stemmen(self) -> Iterator[tuple[Stemwijziging, Getal]]:
        """Changes of answers on one criterion, each with what the score gains.

        First of the municipality whose other answer does most, then of two, and so on.
        """
        leden, woord = self._ranglijst.profiel.lid, self._ranglijst.profiel.woorden.lid
        for regel, telling in zip(self._ranglijst.criteria, self._uitslag.tellingen, strict=True):
            for nieuw, winst in product(_ANTWOORDEN, (1, -1)):
                wie = self._wie(regel.code, nieuw, winst)
                even_veel = len(set(wie.values())) == 1
                for aantal, som in enumerate(accumulate(wie.values()), 1):
                    eerste = [*wie][:aantal]
                    if self._toegelaten(regel.code, nieuw, eerste):
                        kan = tuple(leden[code] for code in sorted(wie if even_veel else eerste))
                        wijziging = Stemwijziging(regel, telling, nieuw, aantal, kan, woord)
                        yield wijziging, heel(som)

    def _wie(self, tag: str, nieuw: Uitkomst, kant: int) -> dict[str, Fraction]:
        """Whose other answer makes the score rise (1) or fall (-1), and by how much; most first."""
        winst = {g: self._winst(g, tag, nieuw) for g in self._per_gemeente}
        gesorteerd = sorted((-abs(w), g) for g, w in winst.items() if w * kant > 0)
        return {gemeente: winst[gemeente] for _, gemeente in gesorteerd}

    def _winst(self, gemeente: str, veld: str, nieuw: Waarde) -> Fraction:
        """What the score gains when one municipality counts with another fact."""
        nu = self._per_gemeente[gemeente]
        dan = {**nu, veld: nieuw}
        winst = 0
        for regel in self._ranglijst.criteria:
            if veld in regel.velden:
                was, wordt = (oordeel(regel, feiten).uitkomst == "ja" for feiten in (nu, dan))
                winst += (wordt - was) * self._ranglijst.gewichten[regel.code]
        return Fraction(winst, len(self._per_gemeente))

    def _toegelaten(self, tag: str, nieuw: Uitkomst, wie: Sequence[str]) -> bool:
        """Whether the topic stays admitted when these give another answer."""
        regels = [deel.regel for deel in self._uitslag.uitgangspunten if tag in deel.regel.velden]
        if not regels:
            return True
        antwoorden = {
            nieuw if gemeente in wie else feiten.get(tag)
            for gemeente, feiten in self._per_gemeente.items()
        }
        dan = {**self._feiten, tag: antwoorden.pop() if len(antwoorden) == 1 else None}
        return all(oordeel(regel, dan).uitkomst == "ja" for regel in regels)
