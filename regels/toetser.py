"""Two evaluators, one answer: durable-rules decides, the reference explains, both must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from regels import durable_motor, referentie
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from regels.model import Oordeel, Regel, Waarde


class Evaluator(Protocol):
    """Answers for a rule and facts which parts fired; see `durable_motor.Motor.vraag`."""

    def vraag(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> frozenset[int]: ...


class Onenigheid(Exception):
    """The two evaluators answer differently: the run must stop.

    Attributes:
        onderwerp: code of the topic; filled in by whoever knows it.
    """

    def __init__(self, verwacht: Oordeel, gevuurd: frozenset[int], onderwerp: str = "") -> None:
        self.verwacht = verwacht
        self.gevuurd = gevuurd
        self.onderwerp = onderwerp
        super().__init__(f"{verwacht.regel.code}: {sorted(gevuurd)}")

    @property
    def antwoord(self) -> str:
        """What the engine says, in words."""
        if durable_motor.JA in self.gevuurd:
            delen = ["ja"]
        else:
            delen = [f"nee op voorwaarde {nummer + 1}" for nummer in sorted(self.gevuurd)]
        return opsomming(delen, "en") or "onbekend"


def evaluatoren(*, met_motor: bool) -> tuple[str, ...]:
    """The names of who judges, as `herkomst` gives them."""
    motor = (f"{durable_motor.NAAM} {durable_motor.VERSIE}",) if met_motor else ()
    return (*motor, "referentie")


class Toetser:
    """Judges rules on facts; asks the engine once per rule and combination of values.

    The outcome of a rule depends only on the fields that it mentions, so few combinations exist
    however many topics there are.

    Args:
        regels: the rules in force.
        motor: the engine; None where durable-rules does not load (the reference decides alone).
    """

    def __init__(self, regels: Sequence[Regel], motor: Evaluator | None) -> None:
        self._motor = motor
        self._geheugen: dict[str, tuple[tuple[str, ...], dict[object, Oordeel]]] = {
            regel.code: (regel.velden, {}) for regel in regels
        }
        self.regels = tuple(regels)
        self.evaluatoren = evaluatoren(met_motor=motor is not None)

    def oordeel(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> Oordeel:
        """Judge one rule on one set of facts.

        Raises:
            Onenigheid: the engine fired other parts than the reference evaluator expects.
        """
        velden, bekend = self._geheugen[regel.code]
        sleutel = tuple(map(feiten.get, velden))
        oordeel = bekend.get(sleutel)
        if oordeel is None:
            oordeel = referentie.oordeel(regel, feiten)
            if self._motor is not None:
                gevuurd = self._motor.vraag(regel, feiten)
                if gevuurd != _verwacht_gevuurd(oordeel):
                    raise Onenigheid(oordeel, gevuurd)
            bekend[sleutel] = oordeel
        return oordeel


def _verwacht_gevuurd(oordeel: Oordeel) -> frozenset[int]:
    if oordeel.uitkomst == "ja":
        return frozenset({durable_motor.JA})
    return frozenset(n for n, toets in enumerate(oordeel.toetsen) if toets.uitkomst == "nee")


def maak_toetser(regels: Sequence[Regel]) -> Toetser:
    """A `Toetser` with the engine, where that loads."""
    return Toetser(regels, durable_motor.Motor(regels) if durable_motor.beschikbaar() else None)
