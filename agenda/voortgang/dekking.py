"""Who has what proposals ask, on a day: every part at every member or subregion, gaps included.

Nobody gets a mark: nothing is added up over the parts of a member, and members keep the order of
the profile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from agenda.kennis.dekking import TOESTANDEN, noemt_allen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from agenda.kennis.dekking import Dekkingsfeit, Doel, Onderdeel, Toestand
    from agenda.kennis.profiel import Profiel, Voorstel
    from agenda.kennis.regio import Deelregio, Lid
    from agenda.onderwerp.dekking import Eigenfeit
    from agenda.onderwerp.laag import Vindplaats
    from regels.model import Bron

    Feit = Dekkingsfeit | Eigenfeit
    Partij = Lid | Deelregio

T = TypeVar("T")
_VAN_OUDS = date.min
"""What has no day counts as older than everything that has one."""


class GeenDekking(Exception):
    """The profile does not say what proposals ask of whom; `voorstellen` is what it calls them."""

    def __init__(self, voorstellen: str) -> None:
        self.voorstellen = voorstellen
        super().__init__(voorstellen)


class Cel(NamedTuple):
    """What is known of a part at one member or subregion.

    Attributes:
        feit: the latest fact; None where no source says anything.
        binnen: of a subregion, the members in it of which a source says something.
    """

    wie: Partij
    feit: Feit | None
    binnen: tuple[Cel, ...] = ()

    @property
    def toestand(self) -> Toestand:
        """Whether it is there; unknown where nobody says so."""
        return self.feit.toestand if self.feit else "onbekend"

    @property
    def bron(self) -> Bron | Vindplaats | None:
        """Where it stands; None where nothing is said, or the region gave no source."""
        return self.feit.bron if self.feit else None

    @property
    def lezing(self) -> str:
        """What is our reading; empty when the source says it itself."""
        return self.bron.lezing if self.bron else ""


class Rij(NamedTuple):
    """A part of a proposal at everybody of whom it is asked, in the order of the profile."""

    onderdeel: Onderdeel
    cellen: tuple[Cel, ...]

    @property
    def telling(self) -> dict[Toestand, int]:
        """At how many it is how, in one order; what is nowhere so is 0."""
        toestanden = [cel.toestand for cel in self.cellen]
        return {toestand: toestanden.count(toestand) for toestand in TOESTANDEN}

    @property
    def alle(self) -> Iterator[Cel]:
        """Every cell, also those of members within a subregion."""
        for cel in self.cellen:
            yield cel
            yield from cel.binnen


class Voorsteldekking(NamedTuple):
    """A proposal with its parts."""

    voorstel: Voorstel
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Dekkingsoverzicht:
    """Who has what proposals ask, on a day.

    Attributes:
        voorstellen: by number; only those of which the profile names parts.
        doelen: the targets of the profile, in its order.
        lid: the member that it is about; None for all.
    """

    profiel: Profiel
    op: date
    voorstellen: tuple[Voorsteldekking, ...]
    doelen: tuple[Doel, ...]
    lid: Lid | None = None

    @cached_property
    def rijen(self) -> tuple[Rij, ...]:
        """Every part of every proposal."""
        return tuple(rij for voorstel in self.voorstellen for rij in voorstel.rijen)

    @property
    def gevuld(self) -> tuple[Cel, ...]:
        """The cells of which a source says something."""
        return tuple(cel for rij in self.rijen for cel in rij.alle if cel.feit is not None)

    @property
    def gaten(self) -> tuple[Rij, ...]:
        """What is asked, and of which nobody knows at whom it is there."""
        return tuple(
            rij
            for rij in self.rijen
            if rij.onderdeel.gevraagd == "ja"
            and all(cel.toestand == "onbekend" for cel in rij.alle)
        )

    def voor(self, lid: Lid) -> Dekkingsoverzicht:
        """The same for one member: its own cells, and those of the subregion that it is in."""
        return replace(
            self,
            lid=lid,
            voorstellen=tuple(
                voorstel._replace(rijen=tuple(_rij_voor(rij, lid) for rij in voorstel.rijen))
                for voorstel in self.voorstellen
            ),
            doelen=tuple(doel for doel in self.doelen if _betreft(doel, lid, self.profiel)),
        )


def dekking_op(profiel: Profiel, eigen: Sequence[Eigenfeit], op: date) -> Dekkingsoverzicht:
    """Who has what on a day.

    Args:
        eigen: what the region notes itself; on one day it goes before what the profile says.
        op: facts of a later day do not count yet.

    Raises:
        GeenDekking: the profile names no parts of proposals.
    """
    kennis = profiel.dekking
    if kennis is None:
        raise GeenDekking(profiel.woorden.voorstel.meer)
    laatste = _laatste((*kennis.feiten, *eigen), op, profiel)
    per_voorstel: dict[int, list[Rij]] = {}
    for onderdeel in kennis.onderdelen:
        per_voorstel.setdefault(onderdeel.voorstel, []).append(_rij(onderdeel, laatste, profiel))
    voorstellen = tuple(
        Voorsteldekking(profiel.voorstel[nummer], tuple(rijen))
        for nummer, rijen in sorted(per_voorstel.items())
    )
    return Dekkingsoverzicht(profiel, op, voorstellen, kennis.doelen)


def partijen(genoemd: Feit | Doel, profiel: Profiel) -> tuple[Partij, ...]:
    """Whom a fact or a target names, in the order of the profile, each once."""
    regio = profiel.regio
    return (
        *_genoemde(genoemd.deelregio, regio.deelregios, profiel.vind_deelregio),
        *_genoemde(genoemd.gemeente, regio.leden, profiel.vind_lid),
    )


def cellen_van(feit: Feit, onderdeel: Onderdeel, profiel: Profiel) -> tuple[Partij, ...]:
    """The cells that a fact fills: a part that members are asked is there in a whole subregion."""
    wie = partijen(feit, profiel)
    if onderdeel.van == "deelregio" or feit.deelregio is None:
        return wie
    codes = {deel.code for deel in wie}
    return tuple(lid for lid in profiel.regio.leden if lid.deelregio in codes)


def _genoemde(
    namen: tuple[str, ...] | None, alle: tuple[T, ...], vind: Callable[[str], T | None]
) -> tuple[T, ...]:
    if namen is None:
        return ()
    gevonden = {vind(naam) for naam in namen}
    if None in gevonden and any(map(noemt_allen, namen)):
        return alle
    return tuple(wie for wie in alle if wie in gevonden)


_Laatste = dict[tuple[str, "Partij"], "Feit"]


def _laatste(feiten: Iterable[Feit], op: date, profiel: Profiel) -> _Laatste:
    """Part and party → the fact of the latest day; of one day the last in line."""
    onderdelen = {o.code: o for o in profiel.dekking.onderdelen} if profiel.dekking else {}
    uit: _Laatste = {}
    for feit in sorted(feiten, key=lambda feit: feit.op or _VAN_OUDS):
        if (feit.op or _VAN_OUDS) <= op:
            for wie in cellen_van(feit, onderdelen[feit.onderdeel], profiel):
                uit[feit.onderdeel, wie] = feit
    return uit


def _rij(onderdeel: Onderdeel, laatste: _Laatste, profiel: Profiel) -> Rij:
    def cel(wie: Partij) -> Cel:
        return Cel(wie, laatste.get((onderdeel.code, wie)))

    if onderdeel.van == "gemeente":
        return Rij(onderdeel, tuple(map(cel, profiel.regio.leden)))
    return Rij(
        onderdeel,
        tuple(
            cel(deel)._replace(
                binnen=tuple(
                    cel(lid) for lid in profiel.leden_in(deel) if (onderdeel.code, lid) in laatste
                )
            )
            for deel in profiel.regio.deelregios
        ),
    )


def _rij_voor(rij: Rij, lid: Lid) -> Rij:
    """The cell of one member, or of its subregion with only what is told of itself."""
    if rij.onderdeel.van == "gemeente":
        return rij._replace(cellen=tuple(cel for cel in rij.cellen if cel.wie == lid))
    return rij._replace(
        cellen=tuple(
            cel._replace(binnen=tuple(binnen for binnen in cel.binnen if binnen.wie == lid))
            for cel in rij.cellen
            if cel.wie.code == lid.deelregio
        )
    )


def _betreft(doel: Doel, lid: Lid, profiel: Profiel) -> bool:
    """Whether a target concerns a member: by name, by its subregion, or as one of all."""
    wie = partijen(doel, profiel)
    return not wie or lid in wie or any(deel.code == lid.deelregio for deel in wie)
