"""Ask both evaluators of a rule about every input that can be told apart, unknown ones too."""

from __future__ import annotations

from math import gcd, prod
from typing import TYPE_CHECKING, NamedTuple

from regels.toets.groep import eisen_van
from regels.toetser import Toetser
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regels.model import Regel, Veld, Waarde
    from regels.toetser import Evaluator

MAX_INVOER = 60_000
"""Of a rule with more inputs so many are judged, spread over all; that takes a few seconds."""


class Bewijs(NamedTuple):
    """On how many inputs of a rule the evaluators gave the same answer.

    Attributes:
        beoordeeld: how many were judged.
        van: how many there are.
    """

    regel: Regel
    beoordeeld: int
    van: int

    @property
    def exact(self) -> bool:
        """Whether it was every input."""
        return self.beoordeeld == self.van


def bewijs(
    regel: Regel, velden: Mapping[str, Veld], motor: Evaluator | None, hoogstens: int = MAX_INVOER
) -> Bewijs:
    """Judge one rule on its inputs: every number that it names, those beside it, and unknown.

    Args:
        velden: every fact that a rule is judged on, by name.
        motor: the engine; None where there is only the reference.

    Raises:
        Onenigheid: the two evaluators answer differently.
    """
    eisen = eisen_van([regel])
    keuzen = [(None, *proefwaarden(velden[naam], eisen[naam])) for naam in regel.velden]
    van = prod(map(len, keuzen))
    toetser = Toetser([regel], motor)
    beoordeeld = 0
    for waarden in _verspreid(keuzen, van, hoogstens):
        toetser.oordeel(regel, dict(zip(regel.velden, waarden, strict=True)))
        beoordeeld += 1
    return Bewijs(regel, beoordeeld, van)


def _verspreid(
    keuzen: Sequence[Sequence[Waarde | None]], van: int, hoogstens: int
) -> Iterator[tuple[Waarde | None, ...]]:
    """Every choice of one of each; of too many, steps that reach every part of them."""
    stap = max(1, van // hoogstens)
    while gcd(stap, van) > 1:
        stap += 1
    for nummer in range(min(van, hoogstens)):
        plek = nummer * stap % van
        waarden = []
        for deel in keuzen:
            plek, hier = divmod(plek, len(deel))
            waarden.append(deel[hier])
        yield tuple(waarden)
