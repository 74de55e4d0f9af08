"""What members decided on an adopted agenda, and what the rules of the profile make of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.voortgang.bekrachtiging import (
    bekrachtiging_tabel,
    bekrachtiging_zinnen,
    ingestemd_zin,
)
from agenda.weergave.voortgang.naoordeel import oordeelregels
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.gevolgd import GevolgdeAgenda


def bekrachtiging_antwoord(agenda: GevolgdeAgenda) -> Iterator[str]:
    """How many members agreed, and what follows from that: one sentence each."""
    yield ingestemd_zin(agenda.per_lid, agenda.ranglijst.profiel)
    if agenda.gemeld.bekrachtigingen and (oordeel := agenda.besluitoordeel):
        for regel in oordeelregels(oordeel, agenda.ranglijst):
            yield f"{regel.vraag}: {in_zin(regel.uitkomst)}."


def besluittabellen(agenda: GevolgdeAgenda) -> Iterator[Tabel]:
    """Who decided what, and what follows from that; nothing as long as nobody decided."""
    if not agenda.gemeld.bekrachtigingen:
        return
    yield bekrachtiging_tabel(agenda.per_lid, agenda.ranglijst.profiel)
    oordeel = agenda.besluitoordeel
    regels = [*oordeelregels(oordeel, agenda.ranglijst)] if oordeel else []
    if regels:
        rijen = tuple((r.vraag, r.uitkomst, r.zin, r.bron) for r in regels)
        lezingen = dict.fromkeys(lezing for regel in regels for lezing in regel.lezingen)
        yield Tabel(
            "Wat de regels daarover zeggen",
            ("Vraag", "Uitkomst", "Waarom", "Bron"),
            rijen,
            tuple(f"Onze lezing van {lezing}" for lezing in lezingen),
            rekbaar=(0, 1, 2, 3),
        )


def bekrachtiging_regels(agenda: GevolgdeAgenda) -> Iterator[str]:
    """How many members agreed, who did not or not yet, and what follows; for a memo."""
    yield from bekrachtiging_zinnen(agenda.per_lid, agenda.ranglijst.profiel)
    _, *oordelen = bekrachtiging_antwoord(agenda)
    yield from oordelen
