"""Two agendas beside each other, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.vergelijking.stappen import STAPPEN
from agenda.weergave.ranglijst import agenda_van
from agenda.weergave.vergelijking_data import vergelijking_json, vergelijking_plat
from agenda.weergave.vergelijking_zinnen import (
    STAPNAMEN,
    verschil_woorden,
    verschuiving,
    waar,
    waardoor,
    wijziging_woorden,
)
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.ranglijst import Beoordeeld, Geplaatst
    from agenda.vergelijking.vergelijken import Vergelijking


def toon_vergelijking(vergelijking: Vergelijking) -> Weergave:
    """What is different, and what moved each topic."""
    return in_tabellen(
        json=lambda: vergelijking_json(vergelijking),
        tabellen=lambda: _tabellen(vergelijking),
        csv=lambda: vergelijking_plat(vergelijking),
    )


def _tabellen(vergelijking: Vergelijking) -> list[Tabel]:
    """A table for each kind of difference; one without any rows is left out."""
    alle = (
        _maatstaf(vergelijking),
        _status(vergelijking),
        _verschoven(vergelijking),
        _lijst("Nieuw op de nieuwe agenda", vergelijking.nieuwe),
        _lijst("Alleen op de oude agenda", vergelijking.weg),
        _gegevens(vergelijking),
    )
    return [_telling(vergelijking), *(tabel for tabel in alle if tabel.rijen)]


def _telling(vergelijking: Vergelijking) -> Tabel:
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    v = vergelijking
    zelfde_plaats = [d for d in v.overgenomen if not (d.verschoven or d.andere_status)]
    noten = [
        f"Oud: {_dossier(vergelijking, oud=True)}.",
        f"Nieuw: {_dossier(vergelijking, oud=False)}.",
        "Onderwerpen horen bij elkaar als hun code gelijk is.",
    ]
    if vergelijking.zelfde:
        noten.append("Er is niets veranderd.")
    titel = agenda_van(nieuw)
    if agenda_van(oud) != titel:
        titel = f"{agenda_van(oud)} → {titel}"
    return Tabel(
        f"{titel}: wat is er anders?",
        ("Onderwerpen", "Aantal"),
        (
            ("alleen op de nieuwe agenda", len(v.nieuwe)),
            ("alleen op de oude agenda", len(v.weg)),
            ("op beide", len(v.overgenomen)),
            ("– met een andere status", len(v.andere_status)),
            ("– verschoven op de ranglijst", len(v.verschoven)),
            ("– zelfde status en plaats", len(zelfde_plaats)),
            ("– met andere gegevens", len(v.gewijzigd)),
        ),
        tuple(noten),
    )


def _dossier(vergelijking: Vergelijking, *, oud: bool) -> str:
    lijst = vergelijking.oud if oud else vergelijking.nieuw
    gewichten = ", ".join(f"{r.titel} {lijst.gewichten[r.code]}" for r in lijst.criteria)
    return f"peildatum {lijst.dossier.instellingen.peildatum}; gewichten {gewichten}"


def _maatstaf(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Regels, kennis en gewichten: wat is er anders?",
        ("Stap", "Wat", "Was", "Wordt"),
        tuple(
            (STAPNAMEN[stand.stap].removeprefix("de "), *verschil_woorden(verschil))
            for stand in vergelijking.tussenstanden
            for verschil in stand.verschillen
        ),
        rekbaar=(1, 2, 3),
    )


def _status(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Andere status",
        ("Was", "Wordt", "Code", "Titel", "Waardoor"),
        tuple(
            (
                waar(deel.oud),
                waar(deel.nieuw),
                deel.onderwerp.code,
                deel.onderwerp.titel,
                "\n".join(waardoor(deel, vergelijking)),
            )
            for deel in vergelijking.andere_status
        ),
        rekbaar=(3, 4),
    )


def _verschoven(vergelijking: Vergelijking) -> Tabel:
    stappen = ", ".join(f"{n} {STAPNAMEN[stap]}" for n, stap in enumerate(STAPPEN, start=1))
    return Tabel(
        "Verschoven op de ranglijst",
        ("Wordt", "Was", "Verschuift", "Code", "Titel", "Waardoor"),
        tuple(
            (
                waar(deel.nieuw),
                waar(deel.oud),
                verschuiving(deel.plaatsen or 0),
                deel.onderwerp.code,
                deel.onderwerp.titel,
                "\n".join(waardoor(deel, vergelijking)),
            )
            for deel in vergelijking.verschoven
        ),
        (
            f"De oude agenda wordt in vaste stappen de nieuwe: {stappen}.",
            "Elke stap gaat verder waar de vorige ophield.",
            "Samen zijn ze precies de hele verschuiving. Wat niets doet, staat er niet bij.",
        ),
        rekbaar=(4, 5),
    )


def _lijst(titel: str, onderwerpen: Iterable[Geplaatst | Beoordeeld]) -> Tabel:
    return Tabel(
        titel,
        ("Plaats of status", "Code", "Titel"),
        tuple((waar(deel), deel.onderwerp.code, deel.onderwerp.titel) for deel in onderwerpen),
        rekbaar=(2,),
    )


def _gegevens(vergelijking: Vergelijking) -> Tabel:
    titels = {
        r.code: r.titel for kant in (vergelijking.oud, vergelijking.nieuw) for r in kant.criteria
    }
    return Tabel(
        "Andere gegevens per onderwerp",
        ("Code", "Wat", "Was", "Wordt"),
        tuple(
            (deel.onderwerp.code, *wijziging_woorden(wijziging, titels))
            for deel in vergelijking.gewijzigd
            for wijziging in deel.wijzigingen
        ),
        rekbaar=(1, 2, 3),
    )
