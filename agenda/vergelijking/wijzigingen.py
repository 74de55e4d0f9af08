"""What is filled in differently for one topic on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.invullijst import waarde_van
from agenda.onderwerp.tag import LEEG, TAGVELDEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from decimal import Decimal

    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.velden import Invulveld

Veldwaarde = str | int | tuple[str | int, ...] | None
"""What a field holds; None is unknown, or cannot be filled in on that side."""


class Wijziging(NamedTuple):
    """One field, or one part of a tag, that is different.

    Attributes:
        criterium: the code of the criterion when `veld` is part of a tag; else empty.
    """

    veld: Invulveld
    criterium: str
    oud: Veldwaarde
    nieuw: Veldwaarde

    @property
    def naam(self) -> str:
        """What is different, as YAML calls it: a field of the topic, or a criterion."""
        return self.criterium or self.veld.naam


def wijzigingen_van(
    oud: Onderwerp, nieuw: Onderwerp, velden: Iterable[Invulveld], criteria: Collection[str]
) -> tuple[Wijziging, ...]:
    """Everything that is different, fields first; a topic is known by its code.

    Args:
        velden: the fields of both sides, each once.
        criteria: the codes of both sides, in order of printing. A tag that cannot be filled in on
            one side is unknown there, so it only counts as a change when the other side says
            something.
    """
    return (*_velden(oud, nieuw, velden), *_tags(oud, nieuw, criteria))


def _velden(oud: Onderwerp, nieuw: Onderwerp, velden: Iterable[Invulveld]) -> Iterator[Wijziging]:
    for veld in velden:
        van, naar = waarde_van(oud, veld), waarde_van(nieuw, veld)
        if van != naar and veld.soort != "criteria":
            yield Wijziging(veld, "", _kaal(van), _kaal(naar))


def _tags(oud: Onderwerp, nieuw: Onderwerp, criteria: Collection[str]) -> Iterator[Wijziging]:
    for code in criteria:
        van, naar = oud.criteria.get(code, LEEG), nieuw.criteria.get(code, LEEG)
        for deel in TAGVELDEN:
            was, wordt = getattr(van, deel.naam), getattr(naar, deel.naam)
            if was != wordt:
                yield Wijziging(deel, code, was, wordt)


def _kaal(waarde: Veldwaarde | Decimal | dict[str, Decimal]) -> Veldwaarde:
    """A decimal number as people write it in YAML: «0.4»; of a group each with its name."""
    if isinstance(waarde, dict):
        return tuple(f"{naam}: {getal:f}" for naam, getal in waarde.items()) or None
    return waarde if waarde is None or isinstance(waarde, str | int | tuple) else f"{waarde:f}"
