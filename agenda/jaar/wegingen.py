"""The weightings that are allowed: each criterion counts for something, within its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.kegel import Kegel, Vector, inproduct
from agenda.robuust.tegenspraak import passende_weging
from agenda.robuust.uitspraken import GEEN_UITSPRAAK, Uitspraak, samen_gezegd

if TYPE_CHECKING:
    from collections.abc import Sequence

KLEINSTE_DEEL = 401
"""A criterion counts for at least one part in so many: the smallest share that whole weights of 1
to 100 of five criteria can give is one in 401."""
KLEINSTE_VERSCHIL = 499
"""What counts more according to an answer, does so by at least one part in so many: the smallest
difference that such weights can give."""


class Tegenspraak(Exception):
    """No weighting fits all rows."""


def wegingskegel(
    aantal: int, rijen: Sequence[Vector] = (), gezegd: Uitspraak = GEEN_UITSPRAAK
) -> Kegel:
    """The corners of all weightings.

    Args:
        aantal: how many criteria there are.
        rijen: what more must not be negative, such as what limits leave over.
        gezegd: what was answered.

    Raises:
        Tegenspraak: no weighting fits, or only where a row is 0 everywhere.
    """
    try:
        return _kegel(aantal, rijen, gezegd, KLEINSTE_DEEL, KLEINSTE_VERSCHIL)
    except Tegenspraak:
        weging = passende_weging(samen_gezegd([Uitspraak(boven=tuple(rijen)), gezegd]), aantal)
        if gezegd == GEEN_UITSPRAAK or weging is None:
            raise
        # Only what is finer fits. Of these weights every share and difference is twice as large.
        fijn = 2 * sum(weging)
        return _kegel(aantal, rijen, gezegd, fijn, fijn)


def _kegel(
    aantal: int, rijen: Sequence[Vector], gezegd: Uitspraak, deel: int, verschil: int
) -> Kegel:
    totaal = max(deel, aantal + 1)
    eigen = [tuple(totaal * (i == j) - 1 for j in range(aantal)) for i in range(aantal)]
    top = totaal - aantal + 1
    hoeken = [tuple(top if i == j else 1 for j in range(aantal)) for i in range(aantal)]
    kegel = Kegel(eigen, hoeken)
    boven = [tuple(verschil * getal - 1 for getal in vlak) for vlak in gezegd.boven]
    for rij in (*rijen, *boven):
        kegel.snijd(rij)
        if not any(inproduct(rij, hoek.vector) > 0 for hoek in kegel.hoeken):
            raise Tegenspraak
    for vlak in gezegd.op:
        kegel.snijd(vlak)
        kegel.snijd(tuple(-getal for getal in vlak))
        if not kegel.hoeken:
            raise Tegenspraak
    return kegel
