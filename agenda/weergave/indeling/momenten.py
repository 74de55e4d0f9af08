"""Moments of a year, the printed words beside what we read in them, and terms of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.kennis.route import ROLLEN
from agenda.weergave.getallen import dag
from agenda.weergave.lezing import bron_met_lezing
from agenda.weergave.vormen import Tabel
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.jaar import Moment
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Termijn


def moment_rijen(profiel: Profiel) -> Iterator[tuple[str, ...]]:
    """Of each moment its series, name, printed words, first and last day, source and reading."""
    for moment in profiel.momenten:
        dagen = (einde.isoformat() if einde else "" for einde in (moment.van, moment.tot))
        bron = (profiel.citeer(moment.bron), moment.bron.lezing)
        yield (moment.reeks, moment.naam, moment.woorden, *dagen, *bron)


def momenten_tabel(profiel: Profiel, reeks: str) -> Tabel:
    """The moments of one series: what the source prints, and which days we read in it."""
    return Tabel(
        f"Momenten: {reeks}",
        ("Wat", "Gedrukt", "Wij lezen", "Bron"),
        tuple(
            (m.naam, m.woorden, dagen_tekst(m), bron_met_lezing(m.bron, profiel))
            for m in profiel.momenten
            if m.reeks == reeks
        ),
        rekbaar=(0, 1, 2, 3),
    )


def dagen_tekst(moment: Moment) -> str:
    """The days of a moment: «1 oktober 2014 tot en met 10 oktober 2014», «tot en met …»."""
    van, tot = moment.van, moment.tot
    if van == tot:
        return dag(van) if van else "geen dag"
    begin = f"vanaf {dag(van)}" if van and not tot else dag(van) if van else ""
    return f"{begin}{f' tot en met {dag(tot)}' if tot else ''}".strip()


def termijnen_tabel(profiel: Profiel) -> Tabel | None:
    """The steps that must be done within a term; None when there are none."""
    rijen = tuple(
        (
            profiel.gremium[stap.gremium].naam,
            ROLLEN[stap.rol] if stap.rol else "",
            termijn_tekst(stap.termijn, profiel),
            bron_met_lezing(stap.bron, profiel),
        )
        for stap in profiel.route
        if stap.termijn
    )
    koppen = ("Wie", "Doet wat", "Wanneer", "Bron")
    return Tabel("Termijnen", koppen, rijen, rekbaar=(0, 2, 3)) if rijen else None


def termijn_tekst(termijn: Termijn, profiel: Profiel) -> str:
    """A term in words: «binnen 24 uur», «uiterlijk 7 dagen voordat «Kustbestuur» bijeenkomt»."""
    if termijn.gremium is None or termijn.dagen_voor is None:
        return f"binnen {termijn.uren} uur"
    wie = f"«{profiel.gremium[termijn.gremium].naam}» bijeenkomt"
    if termijn.dagen_voor == 0:
        return f"uiterlijk op de dag dat {wie}"
    return f"uiterlijk {telling(termijn.dagen_voor, 'dag', 'dagen')} voordat {wie}"
