"""What is filled in differently for one topic on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.tag import LEEG

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from decimal import Decimal

    from agenda.onderwerp import Onderwerp

Veldwaarde = str | int | tuple[str | int, ...] | None
"""What a field holds; None is unknown, or cannot be filled in on that side."""

VELDEN = (
    "titel",
    "toelichting",
    "thema",
    "plannen",
    "voorstellen",
    "regios",
    "afstemming_nodig",
    "afhankelijk_van",
    "inspanning_fte",
    "kosten_euro",
    "bevoegdheid",
    "ingediend_door",
)
"""The fields of a topic besides its code and its tags, in the order of a table."""

TAGDELEN = ("waarde", "onderbouwing", "bron")


class Wijziging(NamedTuple):
    """One field, or one part of a tag, that is different.

    Attributes:
        veld: the name of the field, or the code of the criterion.
        deel: which part of the tag; empty for a field.
    """

    veld: str
    deel: str
    oud: Veldwaarde
    nieuw: Veldwaarde


def wijzigingen_van(
    oud: Onderwerp, nieuw: Onderwerp, criteria: Collection[str]
) -> tuple[Wijziging, ...]:
    """Everything that is different, fields first.

    Args:
        criteria: the codes of both sides, in order of printing. A tag that cannot be filled in on
            one side is unknown there, so it only counts as a change when the other side says
            something.
    """
    return (*_velden(oud, nieuw), *_tags(oud, nieuw, criteria))


def _velden(oud: Onderwerp, nieuw: Onderwerp) -> Iterator[Wijziging]:
    for veld in VELDEN:
        van, naar = getattr(oud, veld), getattr(nieuw, veld)
        if van != naar:
            yield Wijziging(veld, "", _kaal(van), _kaal(naar))


def _tags(oud: Onderwerp, nieuw: Onderwerp, criteria: Collection[str]) -> Iterator[Wijziging]:
    for code in criteria:
        van, naar = oud.criteria.get(code, LEEG), nieuw.criteria.get(code, LEEG)
        for deel in TAGDELEN:
            was, wordt = getattr(van, deel), getattr(naar, deel)
            if was != wordt:
                yield Wijziging(code, deel, was, wordt)


def _kaal(waarde: Veldwaarde | Decimal) -> Veldwaarde:
    """A decimal number as people write it in YAML: «0.4»."""
    return waarde if waarde is None or isinstance(waarde, str | int | tuple) else f"{waarde:f}"
