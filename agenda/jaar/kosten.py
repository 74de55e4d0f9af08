"""An amount, split over the members of a cooperation by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid


class Bijdrage(NamedTuple):
    """What one member pays: `deel` of `van` parts, in whole euros."""

    lid: Lid
    deel: int
    van: int
    bedrag: int


class Verdeling(NamedTuple):
    """An amount, split.

    Attributes:
        bijdragen: of who takes part, in the order of the region; they add up to `bedrag`.
        doen_niet_mee: members that stay out.
        onbekend: members of whom nobody knows whether they take part; they pay along.
    """

    bedrag: int
    samenwerking: Samenwerking
    bijdragen: tuple[Bijdrage, ...]
    doen_niet_mee: tuple[Lid, ...] = ()
    onbekend: tuple[Lid, ...] = ()


class Kosten(NamedTuple):
    """An amount of the dossier: that of a layer or of a topic.

    Attributes:
        samenwerking: who pay it; None when the profile has no cooperations.
        verdeling: None when it cannot be split: there is no key, or nobody takes part.
    """

    code: str
    naam: str
    bedrag: int
    samenwerking: Samenwerking | None
    verdeling: Verdeling | None


def delen_van(samenwerking: Samenwerking, profiel: Profiel) -> Mapping[str, int]:
    """The key of a cooperation, with a part for every member; empty without a key."""
    if samenwerking.sleutel is None or samenwerking.sleutel:
        return samenwerking.sleutel or {}
    alle = samenwerking.leden == "alle"
    return dict.fromkeys(profiel.lid if alle else samenwerking.leden, 1)


def tel_bijdragen(verdelingen: Iterable[Verdeling], leden: Iterable[Lid]) -> tuple[Bijdrage, ...]:
    """What each member pays of several amounts together, in the order of the region."""
    delen = tuple(verdelingen)
    sleutels = {tuple((b.lid.code, b.deel, b.van) for b in deel.bijdragen) for deel in delen}
    bedragen: dict[str, int] = {}
    for deel in delen:
        for bijdrage in deel.bijdragen:
            code = bijdrage.lid.code
            bedragen[code] = bedragen.get(code, 0) + bijdrage.bedrag
    if len(sleutels) == 1:
        (sleutel,) = sleutels
        part = {code: (deel, van) for code, deel, van in sleutel}
    else:
        totaal = sum(bedragen.values())
        part = {code: (bedrag, totaal) for code, bedrag in bedragen.items()}
    return tuple(
        Bijdrage(lid, *part[lid.code], bedragen[lid.code]) for lid in leden if lid.code in bedragen
    )
