"""How much each criterion counts for a topic, and why: what the werkgroep or municipalities say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.oordelen import (
    korte_redenen,
    per_antwoord,
    som_tekst,
    wie_zin,
)
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.tag import Tag
    from agenda.uitleg.uitleg import Criterium, Uitleg

_WAAROM = ("Onderbouwing", "Bron")


def criteria_deel(uitleg: Uitleg, profiel: Profiel) -> Deel:
    """The criteria of a topic, and how their points add up."""
    verdeeld = any(deel.stemmen for deel in uitleg.criteria)
    rijen = _per_gemeente(uitleg, profiel) if verdeeld else _van_werkgroep(uitleg)
    tabel = Tabel(
        f"Criteria voor {uitleg.onderwerp.code}",
        ("Criterium", "Antwoord", "Punten", *(("Wie en waarom",) if verdeeld else _WAAROM)),
        tuple(rijen),
        (f"Samen: {som_tekst(uitleg)}.",),
        rekbaar=(3,) if verdeeld else (3, 4),
    )
    return Deel(f"criteria-{uitleg.onderwerp.code}", "Hoe zwaar telt het?", (tabel,))


def _van_werkgroep(uitleg: Uitleg) -> Iterator[tuple[str, ...]]:
    for deel in uitleg.criteria:
        tag = uitleg.tag(deel)
        punten = f"{deel.punten} van {deel.gewicht}"
        yield deel.regel.titel, deel.waarde, punten, _onderbouwing(deel, tag), tag.bron or "–"


def _per_gemeente(uitleg: Uitleg, profiel: Profiel) -> Iterator[tuple[str, ...]]:
    """The criteria with who say what; of the reasons the first few, in short."""
    for deel in uitleg.criteria:
        zinnen = []
        for uitkomst, wie in per_antwoord(deel.stemmen):
            zinnen.append(f"{als_kop(wie_zin(uitkomst, wie, profiel))}.")
            zinnen += korte_redenen(wie, profiel)
        punten = f"{deel.punten} van {deel.gewicht}"
        yield deel.regel.titel, deel.waarde, punten, "\n".join(zinnen)


def _onderbouwing(deel: Criterium, tag: Tag) -> str:
    """Why the answer is what it is; on a second line what of it is our reading."""
    waarom = tag.onderbouwing or ("ontbreekt" if deel.waarde == "ja" else "–")
    return "\n".join(filter(None, (waarom, lezing_zin(tag.lezing))))
