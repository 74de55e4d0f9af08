"""What people can set on the page: filters, and the weights of the criteria.

Without a script nothing of it works, so the script is what shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.onderwerp.instellingen import MAX_GEWICHT
from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.stuk.vormen.pagina.gegevens import statussen
from agenda.stuk.vormen.pagina.opmaak import tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.model import Regel

GELIJK = 50
"""The weight of every criterion when all are made equal: room to both sides."""


def knoppen(agenda: Jaaragenda) -> str:
    """Both forms, hidden until the script shows them; no weights where there are none to set."""
    weegschaal = _gewichten if agenda.ranglijst.rangschikt else _geen_gewichten
    return _filters(agenda) + weegschaal(agenda)


def _filters(agenda: Jaaragenda) -> str:
    ranglijst = agenda.ranglijst
    profiel, criteria = ranglijst.profiel, ranglijst.criteria
    verdeeld = bool(ranglijst.dossier.oordelen)
    aantal, meer = len(ranglijst.alle), tekst(profiel.woorden.onderwerp.meer)
    woorden = profiel.woorden
    namen = ((statussen(ranglijst)[status], naam) for status, naam in STATUSNAMEN.items())
    keuzes = (
        _keuze("thema", woorden.thema.kop, _opties((t.code, t.naam) for t in profiel.themas)),
        _keuze("status", "Status", _opties(namen if ranglijst.toetst else ())),
        _keuze(
            "voorstel",
            woorden.voorstel.kop,
            _opties((v.nummer, f"{v.nummer}. {v.titel}") for v in profiel.voorstellen),
        ),
        _keuze("criterium", "Criterium", _per_antwoord(criteria, verdeeld)),
    )
    return (
        '<form id="knop-filters" autocomplete="off" hidden><fieldset>\n<legend>Filters</legend>\n'
        f'<div class="keuzes">\n{"".join(keuzes)}</div>\n'
        f'<div class="uitkomst"><p id="telling" role="status">{aantal} van {aantal} {meer}</p>'
        f'\n<button type="reset">Toon alle {meer}</button></div>\n'
        "</fieldset></form>\n"
    )


def _per_antwoord(criteria: Sequence[Regel], verdeeld: bool) -> str:
    """The criteria to choose from, once for those that hold and once for those yet unknown.

    Args:
        verdeeld: whether municipalities can differ; then once for those on which they do.
    """
    if not criteria:
        return ""
    return "".join(
        f'<optgroup label="{naam}">\n'
        f"{_opties((f'{n} {antwoord}', r.titel) for n, r in enumerate(criteria))}"
        "</optgroup>\n"
        for antwoord, naam in (
            ("ja", "geldt"),
            *([("verdeeld", "verdeeld")] if verdeeld else []),
            ("onbekend", "nog onbekend"),
        )
    )


def _keuze(naam: str, label: str, opties: str) -> str:
    """A filter; where there is nothing to choose the script still finds it, and nobody sees it."""
    if not opties:
        return f'<input type="hidden" name="{naam}" value="">\n'
    return (
        f'<div><label for="knop-{naam}">{tekst(label)}</label>\n'
        f'<select id="knop-{naam}" name="{naam}">\n'
        f'<option value="">alle</option>\n{opties}</select></div>\n'
    )


def _opties(opties: Iterable[tuple[object, str]]) -> str:
    return "".join(
        f'<option value="{tekst(waarde)}">{tekst(naam)}</option>\n' for waarde, naam in opties
    )


def _geen_gewichten(_: Jaaragenda) -> str:
    """What the script looks for, with nothing in it to see."""
    return (
        '<form id="knop-gewichten" hidden><button type="button" id="knop-gelijk" hidden></button>'
        "</form>\n"
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
