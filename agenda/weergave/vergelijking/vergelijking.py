"""Two agendas beside each other, for people and programs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.rangorde.besluit import stel_vast
from agenda.vergelijking.stappen import STAPPEN, Kennisverschil
from agenda.weergave.besluit import afwijking_zin
from agenda.weergave.samenhang.verbanden import naam_van
from agenda.weergave.vergelijking.data import vergelijking_json, vergelijking_plat
from agenda.weergave.vergelijking.kleinste import kleinste_tabel
from agenda.weergave.vergelijking.routes import routes_tabel
from agenda.weergave.vergelijking.telling import telling_tabel
from agenda.weergave.vergelijking.verloop import verloop_tabel
from agenda.weergave.vergelijking.verschillen import (
    kennis_samen,
    verschil_woorden,
    wijziging_woorden,
)
from agenda.weergave.vergelijking.zinnen import (
    STAPNAMEN,
    verschuiving,
    waar,
    waardoor,
    waardoor_status,
)
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import MAX_GENOEMD, zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.vergelijking.stappen import Tussenstand
    from agenda.vergelijking.vergelijken import Overgenomen, Vergelijking

_MAX_GENOEMD = 5


def toon_vergelijking(vergelijking: Vergelijking) -> Weergave:
    """What is different, and what moved each topic."""
    return in_tabellen(
        json=lambda: vergelijking_json(vergelijking),
        tabellen=lambda: _tabellen(vergelijking),
        csv=lambda: vergelijking_plat(vergelijking),
    )


def _tabellen(vergelijking: Vergelijking) -> list[Tabel]:
    """A table for each kind of difference; one without any rows is left out."""
    per_onderwerp = (
        _verschoven(vergelijking),
        _opgeheven(vergelijking),
        _lijst("Alleen op de nieuwe agenda", vergelijking.nieuwe, vergelijking),
        _lijst("Alleen op de oude agenda", vergelijking.weg, vergelijking),
    )
    verloop = verloop_tabel(vergelijking)
    alle = (
        *([verloop] if verloop.rijen else []),
        _maatstaf(vergelijking),
        kleinste_tabel(vergelijking),
        _stappen(vergelijking),
        _status(vergelijking),
        *([] if verloop.rijen else per_onderwerp),
        _gegevens(vergelijking),
        routes_tabel(vergelijking),
        _afwijkingen(vergelijking),
    )
    return [telling_tabel(vergelijking), *(tabel for tabel in alle if tabel.rijen)]


def _afwijkingen(vergelijking: Vergelijking) -> Tabel:
    """The topics that a decision gave another place than was calculated."""
    rijen = []
    lijsten = (vergelijking.oud, vergelijking.nieuw)
    for naam, lijst, besluit in zip(("oud", "nieuw"), lijsten, vergelijking.besluiten, strict=True):
        for vastgesteld in stel_vast(lijst, besluit.afwijkingen) if besluit else ():
            if vastgesteld.afwijking:
                rijen.append((naam, naam_van(vastgesteld.berekend), afwijking_zin(vastgesteld)))
    return Tabel(
        "Afwijkingen in de besluiten",
        ("Agenda", _kop(vergelijking), "Wat"),
        tuple(rijen),
        rekbaar=(1, 2),
    )


def _maatstaf(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Regels, kennis en gewichten: wat is er anders?"
        if vergelijking.rangschikt
        else "Regels en kennis: wat is er anders?",
        ("Stap", "Wat", "Was", "Wordt"),
        tuple(
            (STAPNAMEN[stand.stap].removeprefix("de "), *rij)
            for stand in vergelijking.tussenstanden
            for rij in _verschillen(stand, vergelijking)
        ),
        rekbaar=(1, 2, 3),
    )


def _verschillen(stand: Tussenstand, vergelijking: Vergelijking) -> Iterator[tuple[str, str, str]]:
    """What a step changed; much of one kind of knowledge stands together on one row."""
    soorten: dict[tuple[str, str], list[Kennisverschil]] = defaultdict(list)
    woorden = vergelijking.nieuw.profiel.woorden
    for verschil in stand.verschillen:
        if isinstance(verschil, Kennisverschil):
            soorten[verschil.soort, verschil.wat].append(verschil)
        else:
            yield verschil_woorden(verschil, vergelijking.velden, woorden)
    for groep in soorten.values():
        if len(groep) > _MAX_GENOEMD:
            yield kennis_samen(groep, woorden)
        else:
            yield from (
                verschil_woorden(verschil, vergelijking.velden, woorden) for verschil in groep
            )


def _stappen(vergelijking: Vergelijking) -> Tabel:
    """How many topics each step touches; empty when none does."""
    gevolgen = [
        gevolg for deel in vergelijking.overgenomen for gevolg in deel.stappen if gevolg.telt
    ]
    rijen = []
    for nummer, stap in enumerate(STAPPEN, start=1):
        van_stap = [gevolg for gevolg in gevolgen if gevolg.stap == stap]
        status = sum(gevolg.andere_status for gevolg in van_stap)
        rijen.append((f"{nummer}. {STAPNAMEN[stap]}", status, len(van_stap) - status))
    return Tabel(
        "Waardoor veranderde de ranglijst?"
        if vergelijking.rangschikt
        else "Waardoor veranderde de lijst?",
        ("Stap", "Andere status", "Verschuift"),
        tuple(rijen) if gevolgen else (),
        (
            "De oude agenda wordt in deze vaste stappen de nieuwe.",
            "Elke stap gaat verder waar de vorige ophield: samen zijn ze de hele verschuiving.",
        ),
    )


def _status(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Andere status",
        ("Was", "Wordt", _kop(vergelijking), "Waardoor"),
        tuple(
            (
                waar(deel.oud),
                waar(deel.nieuw),
                naam_van(deel.nieuw),
                zinnen_tekst(waardoor_status(deel, vergelijking)),
            )
            for deel in vergelijking.andere_status
        ),
        rekbaar=(2, 3),
    )


def _verschoven(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Verschoven op de ranglijst",
        ("Was", "Wordt", "Verschuift", _kop(vergelijking), "Waardoor"),
        tuple(
            (
                waar(deel.oud),
                waar(deel.nieuw),
                verschuiving(deel.plaatsen or 0),
                naam_van(deel.nieuw),
                zinnen_tekst(waardoor(deel, vergelijking)),
            )
            for deel in vergelijking.verschoven
        ),
        rekbaar=(3, 4),
    )


def _opgeheven(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Op dezelfde plaats, omdat de stappen elkaar opheffen",
        ("Plaats of status", _kop(vergelijking), "Waardoor"),
        tuple(
            (
                waar(deel.nieuw),
                naam_van(deel.nieuw),
                zinnen_tekst(waardoor(deel, vergelijking)),
            )
            for deel in vergelijking.opgeheven
        ),
        rekbaar=(1, 2),
    )


def _lijst(titel: str, onderwerpen: Iterable[Beoordeeld], vergelijking: Vergelijking) -> Tabel:
    plek = "Plaats of status" if vergelijking.rangschikt else "Status"
    tabel = Tabel(
        titel,
        (plek, "Code", "Titel"),
        tuple((waar(deel), deel.code, deel.titel) for deel in onderwerpen),
        rekbaar=(2,),
    )
    return tabel if vergelijking.rangschikt or vergelijking.toetst else tabel.zonder(plek)


def _kop(vergelijking: Vergelijking) -> str:
    """The heading above topics, as the new agenda calls them."""
    return vergelijking.nieuw.profiel.woorden.onderwerp.kop


def _gegevens(vergelijking: Vergelijking) -> Tabel:
    kanten = (vergelijking.oud, vergelijking.nieuw)
    titels = {r.code: r.titel for kant in kanten for r in kant.criteria}
    titels |= {lid.code: lid.naam for kant in kanten for lid in kant.profiel.regio.leden}
    return Tabel(
        f"Andere gegevens per {vergelijking.nieuw.profiel.woorden.onderwerp.een}",
        ("Code", "Wat", "Was", "Wordt"),
        tuple(
            (deel.onderwerp.code, *rij)
            for deel in vergelijking.gewijzigd
            for rij in _wijzigingen(deel, titels)
        ),
        rekbaar=(1, 2, 3),
    )


def _wijzigingen(deel: Overgenomen, titels: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What is filled in differently; of what municipalities say the first, and how much more."""
    eigen = [wijziging for wijziging in deel.wijzigingen if not wijziging.gemeente]
    van_leden = [wijziging for wijziging in deel.wijzigingen if wijziging.gemeente]
    for wijziging in (*eigen, *van_leden[:MAX_GENOEMD]):
        yield wijziging_woorden(wijziging, titels)
    over = len(van_leden) - MAX_GENOEMD
    if over > 0:
        yield f"en nog {over} in de oordelen; alles staat in de JSON", "", ""
