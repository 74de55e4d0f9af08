"""What is our reading in the knowledge of the region and in the rules, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.samenhang.samenhang import VERBANDNAMEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Ranglijst
    from regels.model import Bron, Regel


def bronlezingen(ranglijst: Ranglijst) -> list[tuple[list[str], Bron]]:
    """Every source with a reading, in the knowledge of the region and in the rules in force.

    Each stands there once, with all that it is the source of.
    """
    return _eenmaal((*_van_profiel(ranglijst.profiel), *_van_regels(ranglijst.regels)))


def kennislezingen(profiel: Profiel) -> list[tuple[list[str], Bron]]:
    """The same for what a document tells nowhere else: the region, its themes, plans, proposals."""
    return _eenmaal(_van_kennis(profiel))


def _eenmaal(delen: Iterable[tuple[str, Bron | None]]) -> list[tuple[list[str], Bron]]:
    gevonden: dict[Bron, list[str]] = {}
    for wat, bron in delen:
        if bron is not None and bron.lezing:
            gevonden.setdefault(bron, []).append(wat)
    return [(wie, bron) for bron, wie in gevonden.items()]


def _van_profiel(profiel: Profiel) -> Iterator[tuple[str, Bron | None]]:
    yield from _van_kennis(profiel)
    yield from _van_verbanden(profiel)
    for gremium in profiel.gremia:
        yield gremium.naam, gremium.bron
        yield f"{gremium.naam}: beslist {profiel.beslist(gremium)}", gremium.bron_besluit
    yield from ((f"Route: {profiel.gremium[s.gremium].naam}", s.bron) for s in profiel.route)
    yield from ((f"Verklaring: {v.zin}", v.bron) for v in profiel.teksten.verklaringen)


def _van_verbanden(profiel: Profiel) -> Iterator[tuple[str, Bron | None]]:
    woord = profiel.woorden.voorstel
    for voorstel in profiel.voorstellen:
        for band in voorstel.verbanden:
            soort = VERBANDNAMEN[band.soort]
            yield f"{woord.kop} {voorstel.nummer} {soort} {woord.een} {band.voorstel}", band.bron


def _van_kennis(profiel: Profiel) -> Iterator[tuple[str, Bron | None]]:
    woorden = profiel.woorden
    yield from ((f"{woorden.deelregio.kop} {d.naam}", d.bron) for d in profiel.regio.deelregios)
    yield from ((f"{woorden.lid.kop} {g.naam}", g.bron) for g in profiel.regio.leden)
    yield from ((f"{woorden.thema.kop} {thema.naam}", thema.bron) for thema in profiel.themas)
    yield from ((plan.titel, plan.bron) for plan in profiel.plannen)
    yield from ((f"{woorden.voorstel.kop} {v.nummer}", v.bron) for v in profiel.voorstellen)


def _van_regels(regels: Iterable[Regel]) -> Iterator[tuple[str, Bron]]:
    return ((f"Regel: {regel.titel}", regel.bron) for regel in regels)
