"""The weightings that are allowed: each criterion counts for something, within its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.kegel import Kegel, Vector, inproduct

if TYPE_CHECKING:
    from collections.abc import Iterable

KLEINSTE_DEEL = 401
"""A criterion counts for at least one part in so many: the smallest share that whole weights of 1
to 100 of five criteria can give is one in 401."""


class Tegenspraak(Exception):
    """No weighting fits all rows."""


def wegingskegel(aantal: int, rijen: Iterable[Vector] = ()) -> Kegel:
    """The corners of all weightings.

    Args:
        aantal: how many criteria there are.
        rijen: what more must not be negative, such as the weights on one side of an answer minus
            those on the other.

    Raises:
        Tegenspraak: no weighting fits, or only on a wall between two answers.
    """
    totaal = max(KLEINSTE_DEEL, aantal + 1)
    eigen = [tuple(totaal * (i == j) - 1 for j in range(aantal)) for i in range(aantal)]
    top = totaal - aantal + 1
    hoeken = [tuple(top if i == j else 1 for j in range(aantal)) for i in range(aantal)]
    kegel = Kegel(eigen, hoeken)
    for rij in rijen:
        kegel.snijd(rij)
        if not any(inproduct(rij, hoek.vector) > 0 for hoek in kegel.hoeken):
            raise Tegenspraak
    return kegel
