"""Two agendas beside each other, for people and programs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.rangorde.besluit import stel_vast
from agenda.vergelijking.stappen import STAPPEN, Kennisverschil
from agenda.weergave.besluit import afwijking_zin, besluit_zin
from agenda.weergave.kop import agenda_van, gewichten_tekst
from agenda.weergave.samenhang.verbanden import naam_van
from agenda.weergave.vergelijking.data import vergelijking_json, vergelijking_plat
from agenda.weergave.vergelijking.kleinste import kleinste_tabel
from agenda.weergave.vergelijking.routes import routes_tabel
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
from agenda.weergave.woorden import in_zin, zinnen_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.vergelijking.stappen import Tussenstand
    from agenda.vergelijking.vergelijken import Vergelijking

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
    alle = (
        _maatstaf(vergelijking),
        kleinste_tabel(vergelijking),
        _stappen(vergelijking),
        _status(vergelijking),
        _verschoven(vergelijking),
        _opgeheven(vergelijking),
        _lijst("Alleen op de nieuwe agenda", vergelijking.nieuwe),
        _lijst("Alleen op de oude agenda", vergelijking.weg),
        _gegevens(vergelijking),
        routes_tabel(vergelijking),
        _afwijkingen(vergelijking),
    )
    return [_telling(vergelijking), *(tabel for tabel in alle if tabel.rijen)]


def _telling(vergelijking: Vergelijking) -> Tabel:
    oud, nieuw = (_instellingen(lijst) for lijst in (vergelijking.oud, vergelijking.nieuw))
    instellingen = (
        [f"Oud en nieuw: {oud}."] if oud == nieuw else [f"Oud: {oud}.", f"Nieuw: {nieuw}."]
    )
    niets = (
        ["Er is niets veranderd: onderwerpen, regels, kennis en gewichten zijn gelijk."]
        if vergelijking.zelfde
        else []
    )
    delen, routes = vergelijking.overgenomen, vergelijking.andere_route
    return Tabel(
        f"{_titel(vergelijking)}: wat is er anders?",
        ("Onderwerpen", "Aantal"),
        (
            ("alleen op de nieuwe agenda", len(vergelijking.nieuwe)),
            ("alleen op de oude agenda", len(vergelijking.weg)),
            ("op beide", len(delen)),
            ("– met een andere status", len(vergelijking.andere_status)),
            ("– verschoven op de ranglijst", len(vergelijking.verschoven)),
            (
                "– zelfde status en plaats",
                sum(not (d.andere_status or d.verschoven) for d in delen),
            ),
            ("– met andere gegevens", len(vergelijking.gewijzigd)),
            *([("– met een andere route", len(routes))] if routes else []),
        ),
        (
            *niets,
            *_koppeling(vergelijking),
            *instellingen,
            *_overig(vergelijking),
            *_besluiten(vergelijking),
        ),
    )


def _overig(vergelijking: Vergelijking) -> Iterator[str]:
    """What is different and has no table of its own."""
    if vergelijking.overig:
        yield f"Ook anders: {opsomming(vergelijking.overig, 'en')}."


def _besluiten(vergelijking: Vergelijking) -> Iterator[str]:
    """What was decided of each agenda; the places that are compared are the calculated ones."""
    for naam, besluit in zip(("Oud", "Nieuw"), vergelijking.besluiten, strict=True):
        if besluit is not None:
            yield f"{naam}: {in_zin(besluit_zin(besluit))}"
    if any(besluit and besluit.afwijkingen for besluit in vergelijking.besluiten):
        yield "Vergeleken is de berekende volgorde; de afwijkingen staan apart."


def _afwijkingen(vergelijking: Vergelijking) -> Tabel:
    """The topics that a decision gave another place than was calculated."""
    rijen = []
    lijsten = (vergelijking.oud, vergelijking.nieuw)
    for naam, lijst, besluit in zip(("oud", "nieuw"), lijsten, vergelijking.besluiten, strict=True):
        for vastgesteld in stel_vast(lijst, besluit.afwijkingen) if besluit else ():
            if vastgesteld.afwijking:
                rijen.append((naam, naam_van(vastgesteld.berekend), afwijking_zin(vastgesteld)))
    return Tabel(
        "Afwijkingen in de besluiten", ("Agenda", "Onderwerp", "Wat"), tuple(rijen), rekbaar=(1, 2)
    )


def _koppeling(vergelijking: Vergelijking) -> Iterator[str]:
    """How topics were joined, and where that may have gone wrong."""
    yield "Onderwerpen horen bij elkaar als hun code gelijk is."
    for oud, nieuw in vergelijking.andere_code:
        yield f"Let op: «{nieuw.titel}» had de code {oud.code} en heeft nu {nieuw.code}."


def _titel(vergelijking: Vergelijking) -> str:
    """«Strategische agenda 2026 → 2027, Nijmegen en Rivierenland»; what is equal is said once."""
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    jaren = [lijst.dossier.instellingen.jaar for lijst in (oud, nieuw)]
    if oud.profiel.regio.naam != nieuw.profiel.regio.naam:
        return f"{agenda_van(oud)} → {agenda_van(nieuw)}"
    if jaren[0] == jaren[1]:
        return agenda_van(nieuw)
    return f"Strategische agenda {jaren[0]} → {jaren[1]}, {nieuw.profiel.regio.naam}"


def _instellingen(lijst: Ranglijst) -> str:
    peildatum = lijst.dossier.instellingen.peildatum
    return f"peildatum {peildatum}; gewichten {gewichten_tekst(lijst)}"


def _maatstaf(vergelijking: Vergelijking) -> Tabel:
    return Tabel(
        "Regels, kennis en gewichten: wat is er anders?",
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
    for verschil in stand.verschillen:
        if isinstance(verschil, Kennisverschil):
            soorten[verschil.soort, verschil.wat].append(verschil)
        else:
            yield verschil_woorden(verschil, vergelijking.velden)
    for groep in soorten.values():
        if len(groep) > _MAX_GENOEMD:
            yield kennis_samen(groep)
        else:
            yield from (verschil_woorden(verschil, vergelijking.velden) for verschil in groep)


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
        "Waardoor veranderde de ranglijst?",
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
        ("Was", "Wordt", "Onderwerp", "Waardoor"),
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
        ("Was", "Wordt", "Verschuift", "Onderwerp", "Waardoor"),
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
        ("Plaats of status", "Onderwerp", "Waardoor"),
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


def _lijst(titel: str, onderwerpen: Iterable[Beoordeeld]) -> Tabel:
    return Tabel(
        titel,
        ("Plaats of status", "Code", "Titel"),
        tuple((waar(deel), deel.code, deel.titel) for deel in onderwerpen),
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
