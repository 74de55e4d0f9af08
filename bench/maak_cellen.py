"""Make cellen.json: the cells of the space of weightings, with their exact volumes.

With yes/no criteria the score of a topic is the sum of the weights of its pattern: the set of
criteria that hold. Two patterns change order where their scores are equal. These cutting planes
divide the weightings with w1 > … > wn > 0, of which the weights add up to 1, into cells in which
the order of all patterns is the same. Here every cell is found with its exact volume; by symmetry
the cells for another order of the criteria follow from these.

Run it as `python bench/maak_cellen.py`; it takes some seconds. All arithmetic is on whole
numbers. A point is kept as the smallest whole numbers in proportion; divided by their sum they are
the weights.
"""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import combinations, product
from math import factorial, gcd, lcm, prod
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from agenda.robuust import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BESTAND = Path(exact.__file__).with_name("cellen.json")

Vector = tuple[int, ...]


class Cel(NamedTuple):
    """A part of the weightings in which the order of all patterns is the same.

    Attributes:
        gewichten: the smallest whole numbers that are a weighting inside the cell.
        deel: its share of the weightings with w1 > … > wn.
    """

    gewichten: Vector
    deel: Fraction


def cellen(aantal: int) -> list[Cel]:
    """The cells for a number of criteria, by the weights that stand for them."""
    snedes = snijvlakken(aantal)
    punten = hoekpunten(aantal, snedes)
    vlakken = [*snedes, *_wanden(aantal)]
    inhoud = {
        tekens: sum((_deel(stuk) for stuk in driehoeken(hoeken, vlakken)), Fraction())
        for tekens, hoeken in _verdeel(punten, snedes)
    }
    return sorted(
        Cel(gewichten, inhoud[tekens])
        for tekens, gewichten in _kleinste_gewichten(aantal, snedes, inhoud)
    )


def snijvlakken(aantal: int) -> list[Vector]:
    """The planes d·w = 0 on which two patterns change order somewhere in w1 > … > wn > 0.

    A plane is the difference of two patterns; of d and -d only one is given.
    """
    return [
        vlak
        for vlak in product((1, 0, -1), repeat=aantal)
        if vlak > (0,) * aantal and min(_deelsommen(vlak)) < 0 < max(_deelsommen(vlak))
    ]


def _deelsommen(vlak: Vector) -> Vector:
    """d·w in the corners of w1 ≥ … ≥ wn ≥ 0, each times a positive number."""
    return tuple(sum(vlak[:tot]) for tot in range(1, len(vlak) + 1))


def _wanden(aantal: int) -> list[Vector]:
    """The planes that bound w1 ≥ … ≥ wn ≥ 0."""
    eenheid = [tuple(int(i == j) for j in range(aantal + 1)) for i in range(aantal + 1)]
    return [
        tuple(a - b for a, b in zip(eenheid[i], eenheid[i + 1], strict=True))[:aantal]
        for i in range(aantal)
    ]


def hoekpunten(aantal: int, snedes: Sequence[Vector]) -> list[Vector]:
    """Every point of w1 ≥ … ≥ wn ≥ 0 in which enough planes meet to leave only that point."""
    wanden = _wanden(aantal)
    punten = set()
    for stel in combinations([*snedes, *wanden], aantal - 1):
        punt = _snijpunt(stel, aantal)
        if punt is not None and all(_maal(wand, punt) >= 0 for wand in wanden):
            punten.add(punt)
    return sorted(punten)


def _snijpunt(vlakken: Sequence[Vector], aantal: int) -> Vector | None:
    """The one direction that lies in all planes, by Cramer's rule; None when there are more."""
    punt = [
        (-1) ** kolom * determinant([vlak[:kolom] + vlak[kolom + 1 :] for vlak in vlakken])
        for kolom in range(aantal)
    ]
    deler = gcd(*punt) * (1 if sum(punt) > 0 else -1)
    return tuple(getal // deler for getal in punt) if deler else None


def _verdeel(
    punten: list[Vector], snedes: Sequence[Vector], tekens: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], list[Vector]]]:
    """Each cell: on which side of every plane it lies, and its corners.

    The corners of a part of the space are the points in it; without volume there is no cell.
    """
    if len(tekens) == len(snedes):
        yield tekens, punten
        return
    snede = snedes[len(tekens)]
    for teken in (1, -1):
        kant = [punt for punt in punten if teken * _maal(snede, punt) >= 0]
        if rang(kant) == len(snede):
            yield from _verdeel(kant, snedes, (*tekens, teken))


def driehoeken(hoeken: Sequence[Vector], vlakken: Sequence[Vector]) -> Iterator[list[Vector]]:
    """Divide a convex body into simplices, seen from its first corner.

    Args:
        hoeken: its corners.
        vlakken: planes, among which all that bound it.
    """
    hoogte = rang(hoeken)
    if hoogte == len(hoeken):
        yield list(hoeken)
        return
    top = hoeken[0]
    zijden = {tuple(h for h in hoeken if _maal(vlak, h) == 0) for vlak in vlakken}
    for zijde in sorted(zijden):
        if top not in zijde and rang(zijde) == hoogte - 1:
            for stuk in driehoeken(zijde, vlakken):
                yield [top, *stuk]


def _deel(stuk: Sequence[Vector]) -> Fraction:
    """The volume of a simplex as a share of that of w1 ≥ … ≥ wn ≥ 0."""
    inhoud = abs(determinant(stuk)) * factorial(len(stuk))
    return Fraction(inhoud, prod(sum(punt) for punt in stuk))


def _kleinste_gewichten(
    aantal: int, snedes: Sequence[Vector], gezocht: Iterable[tuple[int, ...]]
) -> Iterator[tuple[tuple[int, ...], Vector]]:
    """For each cell the first whole numbers inside it, by their largest and then the next ones."""
    open_ = set(gezocht)
    hoogste = aantal
    while open_:
        for rest in combinations(range(hoogste - 1, 0, -1), aantal - 1):
            gewichten = (hoogste, *rest)
            tekens = tuple((s > 0) - (s < 0) for s in (_maal(snede, gewichten) for snede in snedes))
            if tekens in open_:
                open_.remove(tekens)
                yield tekens, gewichten
        hoogste += 1


def _maal(a: Vector, b: Vector) -> int:
    return sum(x * y for x, y in zip(a, b, strict=True))


def rang(vectoren: Iterable[Vector]) -> int:
    """How many dimensions vectors span."""
    basis: list[tuple[int, Vector]] = []
    for vector in vectoren:
        rest = vector
        for plaats, richting in basis:
            if rest[plaats]:
                a, b = richting[plaats], rest[plaats]
                rest = tuple(a * x - b * y for x, y in zip(rest, richting, strict=True))
        plaats = next((i for i, getal in enumerate(rest) if getal), -1)
        if plaats >= 0:
            deler = gcd(*rest)
            basis.append((plaats, tuple(getal // deler for getal in rest)))
            if len(basis) == len(rest):
                break
    return len(basis)


def determinant(rijen: Sequence[Vector]) -> int:
    """The determinant of a square matrix of whole numbers (Bareiss: every division is exact)."""
    matrix = [list(rij) for rij in rijen]
    teken, vorige = 1, 1
    for k in range(len(matrix) - 1):
        spil = next((r for r in range(k, len(matrix)) if matrix[r][k]), None)
        if spil is None:
            return 0
        if spil != k:
            matrix[k], matrix[spil] = matrix[spil], matrix[k]
            teken = -teken
        for i in range(k + 1, len(matrix)):
            for j in range(k + 1, len(matrix)):
                som = matrix[i][j] * matrix[k][k] - matrix[i][k] * matrix[k][j]
                matrix[i][j] = som // vorige
        vorige = matrix[k][k]
    return teken * matrix[-1][-1] if matrix else 1


def tekst() -> str:
    """The content of cellen.json: per number of criteria its corners, and its cells.

    Cells have one denominator.
    """
    delen = []
    for aantal in range(1, exact.MAX_CRITERIA + 1):
        lijst = cellen(aantal)
        noemer = lcm(*(cel.deel.denominator for cel in lijst))
        tekstregels = ",\n".join(
            json.dumps([list(cel.gewichten), int(cel.deel * noemer)]) for cel in lijst
        )
        hoeken = json.dumps([list(hoek) for hoek in hoekpunten(aantal, snijvlakken(aantal))])
        delen.append(
            f'"{aantal}": {{"hoekpunten": {hoeken},\n'
            f'"noemer": {noemer}, "cellen": [\n{tekstregels}\n]}}'
        )
    return "{\n" + ",\n".join(delen) + "\n}\n"


if __name__ == "__main__":
    BESTAND.write_text(tekst(), encoding="utf-8", newline="\n")
