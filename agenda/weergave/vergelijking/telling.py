"""How many topics two agendas have and share, and by what each was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.besluit import besluit_zin
from agenda.weergave.kop import agenda_van, gewichten_tekst
from agenda.weergave.vergelijking.verloop import tellingen
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.vergelijking.vergelijken import Vergelijking


def telling_tabel(vergelijking: Vergelijking) -> Tabel:
    """How many topics stand on one or both agendas, and what the two go by."""
    oud, nieuw = (_instellingen(lijst) for lijst in (vergelijking.oud, vergelijking.nieuw))
    instellingen = (
        [f"Oud en nieuw: {oud}."] if oud == nieuw else [f"Oud: {oud}.", f"Nieuw: {nieuw}."]
    )
    niets = [_niets(vergelijking)] if vergelijking.zelfde else []
    routes = vergelijking.andere_route
    return Tabel(
        f"{_titel(vergelijking)}: wat is er anders?",
        (vergelijking.nieuw.profiel.woorden.onderwerp.koppen, "Aantal"),
        (
            ("alleen op de nieuwe agenda", len(vergelijking.nieuwe)),
            ("alleen op de oude agenda", len(vergelijking.weg)),
            *tellingen(vergelijking),
            ("op beide", len(vergelijking.overgenomen)),
            *_tellingen(vergelijking),
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


def _tellingen(vergelijking: Vergelijking) -> Iterator[tuple[str, int]]:
    """How many topics stand elsewhere, as far as they can stand anywhere."""
    toetst, rangschikt = vergelijking.toetst, vergelijking.rangschikt
    if toetst:
        yield "– met een andere status", len(vergelijking.andere_status)
    if rangschikt:
        yield "– verschoven op de ranglijst", len(vergelijking.verschoven)
    wat = " en ".join(["status"] * toetst + ["plaats"] * rangschikt)
    if wat:
        gelijk = (not (d.andere_status or d.verschoven) for d in vergelijking.overgenomen)
        yield f"– zelfde {wat}", sum(gelijk)


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


def _niets(vergelijking: Vergelijking) -> str:
    """That nothing is different, of all that there is."""
    gewichten = ["gewichten"] if vergelijking.rangschikt else []
    wat = [vergelijking.nieuw.profiel.woorden.onderwerp.meer, "regels", "kennis", *gewichten]
    return f"Er is niets veranderd: {opsomming(wat, 'en')} zijn gelijk."


def _koppeling(vergelijking: Vergelijking) -> Iterator[str]:
    """How topics were joined, and where that may have gone wrong."""
    wat = vergelijking.nieuw.profiel.woorden.onderwerp.koppen
    yield f"{wat} horen bij elkaar als hun code gelijk is."
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
    agenda = nieuw.profiel.woorden.agenda.kop
    return f"{agenda} {jaren[0]} → {jaren[1]}, {nieuw.profiel.regio.naam}"


def _instellingen(lijst: Ranglijst) -> str:
    peildatum = lijst.dossier.instellingen.peildatum
    gewichten = f"; gewichten {gewichten_tekst(lijst)}" if lijst.rangschikt else ""
    return f"peildatum {peildatum}{gewichten}"
