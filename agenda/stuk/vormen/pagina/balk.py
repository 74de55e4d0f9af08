"""What people can do with the list: search it, filter it, and ask for another view.

Without a script nothing of it works, so the script is what shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.raakt import te_kiezen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.uitleg.jaaragenda import Jaaragenda

_TEKENS = {
    "vragen": "M8 2v11M5 13h6M3 4h10M3 4 1 9h4zM13 4l-2 5h4z",
    "naast": "M2 3h5v10H2zM9 3h5v10H9z",
    "leden": "M2 3h2v2H2zM2 11h2v2H2zM7 4h7M7 12h7M2 7h2v2H2zM7 8h7",
    "druk": "M4 6V2h8v4M4 11H2V6h12v5h-2M4 9h8v5H4z",
}
"""The sign on each button, drawn on sixteen by sixteen."""


def balk(agenda: Jaaragenda, knoppen: Iterable[tuple[str, str]]) -> str:
    """The bar above the list.

    Args:
        knoppen: code and words of each button.
    """
    profiel = agenda.ranglijst.profiel
    themas = ((thema.code, thema.naam) for thema in profiel.themas)
    leden = ((lid.code, lid.naam) for lid in te_kiezen(agenda))
    rij = "".join(
        f'<button type="button" id="knop-{code}">{_teken(code)}{tekst(woorden)}</button>\n'
        for code, woorden in knoppen
    )
    aantal = len(agenda.ranglijst.alle)
    return (
        '<form id="balk" autocomplete="off" hidden>\n<div class="filters">\n'
        '<input type="search" id="zoek" name="zoek" maxlength="100" placeholder="Zoek in alle'
        ' teksten" aria-label="Zoek in alle teksten">\n'
        f"{_keuze('thema', profiel.woorden.thema.kop, 'alle', themas)}"
        f"{_keuze('gemeente', profiel.woorden.lid.kop, 'de hele regio', leden)}</div>\n"
        f'<div class="knoppen">\n{rij}</div>\n'
        f'<p id="telling" role="status"><span>{aantal} van {aantal}'
        f" {tekst(profiel.woorden.onderwerp.meer)}</span></p>\n"
        '<button type="reset" id="knop-alle" hidden>Toon alles</button>\n</form>\n'
        '<p id="melding" class="voorlezen" role="status"></p>\n'
    )


def _keuze(naam: str, label: str, alle: str, opties: Iterable[tuple[str, str]]) -> str:
    """A filter; where there is nothing to choose the script still finds it, and nobody sees it."""
    keuzes = "".join(
        f'<option value="{tekst(code)}">{tekst(woorden)}</option>\n' for code, woorden in opties
    )
    if not keuzes:
        return f'<input type="hidden" name="{naam}" value="">\n'
    return (
        f'<label for="knop-{naam}">{tekst(label)}</label>\n'
        f'<select id="knop-{naam}" name="{naam}">\n'
        f'<option value="">{alle}</option>\n{keuzes}</select>\n'
    )


def _teken(code: str) -> str:
    pad = f'<path d="{_TEKENS[code]}"/>'
    return f'<svg class="teken" viewBox="0 0 16 16" aria-hidden="true">{pad}</svg>'
