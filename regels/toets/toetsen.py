"""The use case: check the rules of a profile as a product of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regels import durable_motor
from regels.toets.bevindingen import MAX_COMBINATIES, bevindingen_van, toets_perioden
from regels.toets.bewijs import Bewijs, bewijs
from regels.toets.dekking import Dekking, indelingdekking, regeldekking
from regels.toetser import evaluatoren

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from regels.indeling import Indeling
    from regels.model import Regel, Veld
    from regels.toets.bevinding import Bevinding
    from regels.toets.bevindingen import Groepstoets, Periodetoets
    from regels.toetser import Evaluator


@dataclass(frozen=True, slots=True)
class Regeltoets:
    """What was found in the rules of a profile, and how far was looked.

    Attributes:
        perioden: per period in which the same rules are in force, their groups.
        bewijzen: per version of a rule, on how many inputs the evaluators agree.
        regels: per version of a rule, the outcomes with and without an example.
        indelingen: per classification the same.
        evaluatoren: the names of who judged.
    """

    perioden: tuple[Periodetoets, ...]
    bevindingen: tuple[Bevinding, ...]
    bewijzen: tuple[Bewijs, ...]
    regels: tuple[tuple[Regel, Dekking], ...]
    indelingen: tuple[tuple[Indeling, Dekking], ...]
    evaluatoren: tuple[str, ...]

    @property
    def groepen(self) -> tuple[tuple[Groepstoets, Periodetoets], ...]:
        """Every group once, with the first period in which it is there."""
        eerste: dict[tuple[object, ...], tuple[Groepstoets, Periodetoets]] = {}
        for toets in self.perioden:
            for deel in toets.groepen:
                eerste.setdefault(deel.groep.sleutel, (deel, toets))
        return tuple(eerste.values())

    @property
    def beoordeeld(self) -> int:
        """On how many inputs all evaluators gave the same answer."""
        return sum(deel.beoordeeld for deel in self.bewijzen)

    @property
    def zonder_voorbeeld(self) -> int:
        """How many outcomes have no example."""
        return sum(len(dekking.zonder) for _, dekking in (*self.regels, *self.indelingen))


def _motor(regels: Sequence[Regel]) -> Evaluator | None:
    return durable_motor.Motor(regels) if durable_motor.beschikbaar() else None


def toets_regels(
    regels: Sequence[Regel],
    indelingen: Sequence[Indeling],
    velden: Mapping[str, Veld],
    maak_motor: Callable[[Sequence[Regel]], Evaluator | None] = _motor,
    hoogstens: int = MAX_COMBINATIES,
) -> Regeltoets:
    """Check all versions of all rules.

    Args:
        indelingen: each after those on which its rules rest.
        velden: every fact that a rule is judged on, by name.
        maak_motor: makes the engine for one rule; None where there is only the reference.
        hoogstens: a group with more complete inputs is not gone through.

    Raises:
        Onenigheid: the two evaluators answer differently.
    """
    toetsen = tuple(toets_perioden(regels, indelingen, velden, hoogstens))
    motoren = [maak_motor([regel]) for regel in regels]
    return Regeltoets(
        toetsen,
        tuple(bevindingen_van(toetsen)),
        tuple(bewijs(r, velden, motor) for r, motor in zip(regels, motoren, strict=True)),
        tuple((regel, regeldekking(regel, toetsen)) for regel in regels),
        tuple((indeling, indelingdekking(indeling, toetsen)) for indeling in indelingen),
        evaluatoren(met_motor=any(motor is not None for motor in motoren)),
    )
