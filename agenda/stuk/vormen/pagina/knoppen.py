"""What people can set on the page: filters, and the weights of the criteria.

Without a script nothing of it works, so the script is what shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.onderwerp.instellingen import MAX_GEWICHT
from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.vormen.pagina.opmaak import tekst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.uitleg.jaaragenda import Jaaragenda

GELIJK = 50
"""The weight of every criterion when all are made equal: room to both sides."""


def knoppen(agenda: Jaaragenda) -> str:
    """Both forms, hidden until the script shows them."""
    return _filters(agenda) + _gewichten(agenda)


def _filters(agenda: Jaaragenda) -> str:
    ranglijst = agenda.ranglijst
    profiel, criteria = ranglijst.profiel, ranglijst.criteria
    aantal = len(ranglijst.alle)
    keuzes = (
        _keuze("thema", "Thema", _opties((t.code, t.naam) for t in profiel.themas)),
        _keuze("status", "Status", _opties(STATUSNAMEN.items())),
        _keuze(
            "voorstel",
            "Voorstel",
            _opties((v.nummer, f"{v.nummer}. {v.titel}") for v in profiel.voorstellen),
        ),
        _keuze(
            "criterium",
            "Criterium",
            "".join(
                f'<optgroup label="{naam}">\n'
                f"{_opties((f'{n} {antwoord}', r.titel) for n, r in enumerate(criteria))}"
                "</optgroup>\n"
                for antwoord, naam in (("ja", "geldt"), ("onbekend", "nog onbekend"))
            ),
        ),
    )
    return (
        '<form id="knop-filters" autocomplete="off" hidden><fieldset>\n<legend>Filters</legend>\n'
        f'<div class="keuzes">\n{"".join(keuzes)}</div>\n'
        f'<div class="uitkomst"><p id="telling" role="status">{aantal} van {aantal} onderwerpen</p>'
        '\n<button type="reset">Toon alle onderwerpen</button></div>\n</fieldset></form>\n'
    )


def _keuze(naam: str, label: str, opties: str) -> str:
    return (
        f'<div><label for="knop-{naam}">{label}</label>\n<select id="knop-{naam}" name="{naam}">\n'
        f'<option value="">alle</option>\n{opties}</select></div>\n'
    )


def _opties(opties: Iterable[tuple[object, str]]) -> str:
    return "".join(
        f'<option value="{tekst(waarde)}">{tekst(naam)}</option>\n' for waarde, naam in opties
    )


def _gewichten(agenda: Jaaragenda) -> str:
    ranglijst = agenda.ranglijst
    rijen = []
    for nummer, regel in enumerate(ranglijst.criteria):
        bereik = f'min="0" max="{MAX_GEWICHT}" step="1" value="{ranglijst.gewichten[regel.code]}"'
        naam = f"knop-gewicht-{nummer}"
        titel = tekst(regel.titel)
        rijen.append(
            f'<div class="gewicht"><label for="{naam}">{titel}</label>\n'
            f'<input type="range" id="{naam}" data-nummer="{nummer}" {bereik}>\n'
            f'<input type="number" data-nummer="{nummer}" {bereik} required'
            f' aria-label="{titel}, gewicht in cijfers"></div>\n'
        )
    return (
        '<form id="knop-gewichten" autocomplete="off" hidden><fieldset>\n'
        "<legend>Gewichten</legend>\n"
        "<p>Verschuif een gewicht en zie wat er met de volgorde gebeurt. Alleen de verhouding telt:"
        " 1 en 2 is hetzelfde als 50 en 100.</p>\n"
        f"{''.join(rijen)}"
        '<button type="reset">Terug naar de gewichten van het dossier</button>\n'
        f'<button type="button" id="knop-gelijk" value="{GELIJK}">Alles even zwaar'
        f" ({GELIJK})</button>\n"
        '<p id="melding" role="status"></p>\n</fieldset></form>\n'
    )
