"""What is filled in differently for one topic on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.invullijst import waarde_van
from agenda.onderwerp.tag import LEEG, TAGVELDEN
from agenda.onderwerp.velden import Invulveld

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from decimal import Decimal

    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel, Stemmen
    from agenda.onderwerp.tag import Tag

_OORDEELVELDEN = (
    *TAGVELDEN,
    Invulveld("Vindplaats {titel}", "tekst", leeg="niets", naam="vindplaats"),
)
"""The parts of an answer of a municipality."""

Veldwaarde = str | int | tuple[str | int, ...] | None
"""What a field holds; None is unknown, or cannot be filled in on that side."""


class Wijziging(NamedTuple):
    """One field, or one part of a tag, that is different.

    Attributes:
        criterium: the code of the criterion when `veld` is part of a tag; else empty.
        gemeente: the code of the municipality whose answer it is; empty for one of the werkgroep.
    """

    veld: Invulveld
    criterium: str
    oud: Veldwaarde
    nieuw: Veldwaarde
    gemeente: str = ""

    @property
    def naam(self) -> str:
        """What is different, as YAML calls it: a field of the topic, or a criterion."""
        return self.criterium or self.veld.naam


def wijzigingen_van(
    oud: Onderwerp,
    nieuw: Onderwerp,
    velden: Iterable[Invulveld],
    criteria: Collection[str],
    stemmen: tuple[Stemmen, Stemmen],
) -> tuple[Wijziging, ...]:
    """Everything that is different, fields first; a topic is known by its code.

    Args:
        velden: the fields of both sides, each once.
        criteria: the codes of both sides, in order of printing. A tag that cannot be filled in on
            one side is unknown there, so it only counts as a change when the other side says
            something.
        stemmen: the answers of municipalities on each side. Where these speak, the topic has no
            answers of its own.
    """
    tags = [
        None if spreekt else onderwerp.criteria
        for spreekt, onderwerp in zip(stemmen, (oud, nieuw), strict=True)
    ]
    return (
        *_velden(oud, nieuw, velden),
        *_tags(tags[0], tags[1], criteria),
        *_oordelen(*stemmen, criteria),
    )


def _velden(oud: Onderwerp, nieuw: Onderwerp, velden: Iterable[Invulveld]) -> Iterator[Wijziging]:
    for veld in velden:
        van, naar = waarde_van(oud, veld), waarde_van(nieuw, veld)
        if van != naar and veld.soort != "criteria":
            yield Wijziging(veld, "", _kaal(van), _kaal(naar))


def _tags(
    oud: Mapping[str, Tag] | None, nieuw: Mapping[str, Tag] | None, criteria: Collection[str]
) -> Iterator[Wijziging]:
    for code in criteria:
        van, naar = (None if tags is None else tags.get(code, LEEG) for tags in (oud, nieuw))
        if {van, naar} != {None, LEEG}:
            yield from _delen(TAGVELDEN, code, van, naar)


def _oordelen(oud: Stemmen, nieuw: Stemmen, criteria: Collection[str]) -> Iterator[Wijziging]:
    for gemeente in dict.fromkeys((*nieuw, *oud)):
        voor, na = oud.get(gemeente, {}), nieuw.get(gemeente, {})
        for code in criteria:
            yield from _delen(_OORDEELVELDEN, code, voor.get(code), na.get(code), gemeente)


def _delen(
    velden: Iterable[Invulveld],
    criterium: str,
    oud: Tag | Gemeenteoordeel | None,
    nieuw: Tag | Gemeenteoordeel | None,
    gemeente: str = "",
) -> Iterator[Wijziging]:
    """The parts of an answer that differ; one that is not there has none."""
    for deel in velden:
        was, wordt = (
            None if antwoord is None else getattr(antwoord, deel.naam) for antwoord in (oud, nieuw)
        )
        if (was or "") != (wordt or ""):
            yield Wijziging(deel, criterium, was, wordt, gemeente)


def _kaal(waarde: Veldwaarde | Decimal | dict[str, Decimal]) -> Veldwaarde:
    """A decimal number as people write it in YAML: «0.4»; of a group each with its name."""
    if isinstance(waarde, dict):
        return tuple(f"{naam}: {getal:f}" for naam, getal in waarde.items()) or None
    return waarde if waarde is None or isinstance(waarde, str | int | tuple) else f"{waarde:f}"
