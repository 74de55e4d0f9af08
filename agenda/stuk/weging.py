"""How much each criterion counts for a topic, and why: what the werkgroep or municipalities say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from agenda.stuk.blokken import Alinea, Blokje
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.oordelen import (
    antwoord_tekst,
    korte_redenen,
    per_antwoord,
    som_tekst,
    wie_zin,
)
from agenda.weergave.woorden import als_kop, als_zin, in_zin, punten_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.stuk.blokken import Merk
    from agenda.uitleg.uitleg import Criterium, Uitleg


def weging(uitleg: Uitleg, profiel: Profiel) -> Iterator[Alinea]:
    """Per criterion the answer and why; those of which nothing is known together on one line."""
    zwijgt = []
    for deel in uitleg.criteria:
        tag = uitleg.tag(deel)
        if deel.waarde == "onbekend" and not (deel.stemmen or tag.onderbouwing or tag.bron):
            zwijgt.append(in_zin(deel.regel.titel))
        else:
            yield _alinea(uitleg, deel, profiel)
    if zwijgt:
        yield Alinea(f"{opsomming(zwijgt, 'en')}.", aanhef="Onbekend:", merk="onbekend")
    if any(deel.stemmen or deel.gewicht != 1 for deel in uitleg.criteria):
        yield Alinea(f"{som_tekst(uitleg)}.", aanhef="Samen:")


def blokjes(uitleg: Uitleg) -> tuple[Blokje, ...]:
    """The answers in the order of the criteria, each as wide as it weighs."""
    return tuple(
        Blokje(
            _merk(deel),
            deel.gewicht,
            deel.telling.ja / deel.telling.aantal if deel.telling else 1.0,
        )
        for deel in uitleg.criteria
    )


def _merk(deel: Criterium) -> Merk:
    return cast("Merk", deel.waarde)


def _alinea(uitleg: Uitleg, deel: Criterium, profiel: Profiel) -> Alinea:
    """One criterion: «Wal en schip: ja. Er is nog meer zorg aan huis nodig. Evaluatie, thema 1.»"""
    antwoord = antwoord_tekst(deel.waarde, deel.telling)
    punten = f" ({punten_tekst(deel.punten)})" if deel.gewicht != 1 and deel.punten else ""
    aanhef = f"{deel.regel.titel}: {antwoord}{punten}."
    if deel.stemmen:
        return Alinea(_van_gemeenten(deel, profiel), aanhef=aanhef, merk=_merk(deel))
    tag = uitleg.tag(deel)
    waarom = tag.onderbouwing or ("Onderbouwing ontbreekt." if deel.waarde == "ja" else "")
    tekst = " ".join(filter(None, (waarom and als_zin(waarom), lezing_zin(tag.lezing))))
    bron = als_zin(tag.bron) if tag.bron else ""
    return Alinea(tekst, aanhef=aanhef, bron=bron, merk=_merk(deel))


def _van_gemeenten(deel: Criterium, profiel: Profiel) -> str:
    """Who say what; of the reasons the first few, in short."""
    zinnen = []
    for uitkomst, wie in per_antwoord(deel.stemmen):
        zinnen.append(f"{als_kop(wie_zin(uitkomst, wie, profiel))}.")
        zinnen += korte_redenen(wie, profiel)
    return " ".join(zinnen)
