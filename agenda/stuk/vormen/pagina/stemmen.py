"""What each municipality says of a topic: a row for each, the one that differs most first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.oordelen import telling_tekst
from agenda.weergave.woorden import in_zin

if TYPE_CHECKING:
    from agenda.onderwerp.oordeel import Stem, Telling
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Uitleg

_TEKENS = {
    "ja": ("ja", "M-3.5 0 -1 3 4-3"),
    "nee": ("nee", "M-3.5 0H3.5"),
    "onbekend": ("onbekend", "M-2.2-1.6A2.2 2.2 0 1 1 .6 .4Q0 .8 0 1.8M0 4V4.1"),
}

_OMRAND = ' class="anders"'
_ANDERS = '<span class="voorlezen">, anders dan de meeste</span>'


class _Rij(NamedTuple):
    """What one municipality says, and on how many criteria it stands against the most."""

    naam: str
    stemmen: tuple[Stem, ...]
    anders: tuple[bool, ...]


def stemmen(agenda: Jaaragenda, uitleg: Uitleg) -> str:
    """The table of voices; nothing where none of them speaks of the topic."""
    if not any(deel.stemmen for deel in uitleg.criteria):
        return ""
    woord = agenda.ranglijst.profiel.woorden.lid
    rijen = _rijen(agenda, uitleg)
    code = uitleg.onderwerp.code
    kop = (
        f"Wat zeggen de {woord.geteld(len(rijen))}?" if len(rijen) > 1 else f"Wat zegt {woord.een}?"
    )
    koppen = "".join(
        f'<th scope="col">{tekst(in_zin(deel.regel.titel))}</th>' for deel in uitleg.criteria
    )
    samen = "".join(
        f"<td>{tekst(telling_tekst(deel.telling)).replace(', ', '<br>')}</td>"
        for deel in uitleg.criteria
        if deel.telling
    )
    return (
        f'<h4 id="stemmen-{code}">{tekst(kop)}</h4>\n<p class="sleutel">{_sleutel()}</p>\n'
        f'<div class="schuif" role="group" aria-labelledby="stemmen-{code}" tabindex="0">\n'
        f'<table class="stemmen">\n<caption class="voorlezen">{tekst(kop)}</caption>\n'
        f'<thead><tr><th scope="col">{tekst(woord.kop)}</th>{koppen}'
        '<th scope="col">anders dan de meeste</th></tr></thead>\n<tbody>\n'
        f"{''.join(map(_rij, rijen))}</tbody>\n"
        f'<tfoot><tr><th scope="row">Samen</th>{samen}<td></td></tr></tfoot>\n</table>\n</div>\n'
    )


def _rijen(agenda: Jaaragenda, uitleg: Uitleg) -> list[_Rij]:
    leden = agenda.ranglijst.profiel.lid
    per_gemeente = zip(*(deel.stemmen for deel in uitleg.criteria), strict=True)
    tellingen = [deel.telling for deel in uitleg.criteria if deel.telling]
    rijen = [
        _Rij(
            leden[stemmen[0].gemeente].naam,
            stemmen,
            tuple(tegen(stem, telling) for stem, telling in zip(stemmen, tellingen, strict=True)),
        )
        for stemmen in per_gemeente
    ]
    return sorted(rijen, key=lambda rij: -sum(rij.anders))


def tegen(stem: Stem, telling: Telling) -> bool:
    """Whether a voice stands against the majority; who does not know never does."""
    meeste = {"ja": telling.nee, "nee": telling.ja}.get(stem.uitkomst, 0)
    return meeste * 2 > telling.ja + telling.nee


def _rij(rij: _Rij) -> str:
    cellen = "".join(
        f"<td{_OMRAND if anders else ''}>{teken(stem.uitkomst)}{_ANDERS if anders else ''}</td>"
        for stem, anders in zip(rij.stemmen, rij.anders, strict=True)
    )
    hoeveel = f"{sum(rij.anders)} van {len(rij.anders)}" if any(rij.anders) else "–"
    return f'<tr><th scope="row">{tekst(rij.naam)}</th>{cellen}<td>{hoeveel}</td></tr>\n'


def teken(antwoord: str) -> str:
    """The sign of an answer, with its word for who hears the page."""
    woord, lijn = _TEKENS[antwoord]
    return (
        f'<svg class="teken-{antwoord}" viewBox="-11 -11 22 22" aria-hidden="true">'
        f'<circle r="9.5"/><path d="{lijn}"/></svg><span class="voorlezen">{woord}</span>'
    )


def _sleutel() -> str:
    delen = (
        f'<span>{teken(antwoord)}<span aria-hidden="true">{woord}</span></span>'
        for antwoord, (woord, _) in _TEKENS.items()
    )
    return "".join([*delen, "<span>omrand: anders dan de meeste</span>"])
