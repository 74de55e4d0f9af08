"""Versions of one rule beside each other: per day exactly one, from the first to the last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regels.gelezen import GelezenRegel
    from regels.melding import Melding
    from regels.model import Regel


def gaten(gelezen: Sequence[GelezenRegel]) -> list[Melding]:
    """Days between two versions of one rule on which neither is in force."""
    meldingen = []
    laatste: dict[str, GelezenRegel] = {}  # per code the version that lasts longest so far
    for deel in sorted(gelezen, key=lambda deel: _begin(deel.regel)):
        eerder = laatste.setdefault(deel.regel.code, deel)
        tot, van = eerder.regel.geldig_tot, _begin(deel.regel)
        if tot is not None and (van - tot).days > 1:
            gat = telling((van - tot).days - 1, "dag", "dagen")
            ander = eerder.gelezen.plek(eerder.pad)
            meldingen.append(
                deel.melding(
                    ("geldig_van",),
                    f"een gat van {gat} na de versie op {ander}, die geldt tot en met {tot}",
                    f"een versie die aansluit, vanaf {tot + timedelta(days=1)}",
                    "geldig_tot is de laatste dag waarop een versie geldt",
                    "gat",
                )
            )
        if (eerder.regel.geldig_tot or date.max) < (deel.regel.geldig_tot or date.max):
            laatste[deel.regel.code] = deel
    return meldingen


def overlap(gelezen: Sequence[GelezenRegel]) -> list[Melding]:
    """Versions of one rule that are in force on the same day."""
    meldingen = []
    for nummer, deel in enumerate(gelezen):
        for eerder in gelezen[:nummer]:
            if eerder.regel.code == deel.regel.code and _tegelijk(eerder.regel, deel.regel):
                ander = eerder.gelezen.plek(eerder.pad)
                meldingen.append(
                    deel.melding(
                        ("geldig_van",),
                        f"een periode die overlapt met de versie op {ander}",
                        "per dag hoogstens één versie van een regel",
                        "sluit de oude versie af met geldig_tot",
                        "overlap",
                    )
                )
    return meldingen


def _begin(regel: Regel) -> date:
    return regel.geldig_van or date.min


def _tegelijk(a: Regel, b: Regel) -> bool:
    return _begin(a) <= (b.geldig_tot or date.max) and _begin(b) <= (a.geldig_tot or date.max)
