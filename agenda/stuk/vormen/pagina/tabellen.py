"""The lists of topics without a place: a row each, with a link to its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.bladlijsten import (
    niet_toegelaten_tabel,
    onbeslist_tabel,
    ranglijst_tabel,
)
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.weergave.vormen import Tabel


def rij_anker(code: str) -> str:
    """The name of the row of a topic."""
    return f"rij-{code}"


def onderwerp_link(code: str, titel: str) -> str:
    """The title of a topic, as a link to its reasons."""
    return f'<a href="#{onderwerp_anker(code)}"><bdi>{tekst(titel)}</bdi></a>'


def op_titel(agenda: Jaaragenda) -> str:
    """The topics on the agenda where they have no place."""
    tabel, woorden = ranglijst_tabel(agenda), agenda.ranglijst.profiel.woorden
    rijen = []
    for code, titel, thema in tabel.rijen:
        naam, *meer = str(titel).split("\n")
        klein = "".join(f'<span class="klein">{tekst(regel)}</span>' for regel in meer)
        rijen.append(f'{_rij(str(code), naam)}{klein}</th><td role="cell">{tekst(thema)}</td></tr>')
    return _lijst("op-titel", tabel, (woorden.onderwerp.kop, woorden.thema.kop), rijen)


def zonder_plaats(agenda: Jaaragenda) -> str:
    """The undecided and the not admitted topics, with their reasons."""
    ranglijst = agenda.ranglijst
    if not ranglijst.toetst:
        return ""
    woord = ranglijst.profiel.woorden.onderwerp
    onbeslist, niet_toegelaten = onbeslist_tabel(agenda), niet_toegelaten_tabel(agenda)
    return _met_redenen("onbeslist", onbeslist, ranglijst.onbeslist, woord) + _met_redenen(
        "niet-toegelaten", niet_toegelaten, ranglijst.niet_toegelaten, woord
    )


def _met_redenen(soort: str, tabel: Tabel, leden: Iterable[Beoordeeld], woord: Woord) -> str:
    rijen = [
        f'{_rij(lid.code, str(titel))}</th><td role="cell">{tekst(redenen)}</td></tr>'
        for lid, (_, titel, redenen) in zip(leden, tabel.rijen, strict=True)
    ]
    return _lijst(soort, tabel, (woord.kop, tabel.koppen[2]), rijen)


def _lijst(soort: str, tabel: Tabel, koppen: Iterable[str], rijen: Sequence[str]) -> str:
    """A table whose rows lay themselves out; the roles say that it is a table all the same."""
    if not rijen:
        return f"<p>{tekst(tabel.titel)}: geen.</p>\n{noten(tabel)}"
    cellen = "".join(f'<th role="columnheader" scope="col">{tekst(kop)}</th>' for kop in koppen)
    naam, lijf = f"lijst-{soort}", "\n".join(rijen)
    return (
        f'<div class="vak-lijst">\n<table class="lijst {soort}" role="table"'
        f' aria-labelledby="{naam}">\n<caption id="{naam}">{tekst(tabel.titel)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{cellen}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{lijf}\n</tbody>\n</table>\n{noten(tabel)}</div>\n'
    )


def _rij(code: str, titel: str) -> str:
    """The beginning of a row, up to and with its title."""
    link = onderwerp_link(code, titel)
    return f'<tr role="row" id="{rij_anker(code)}"><th role="rowheader" scope="row">{link}'


def noten(tabel: Tabel) -> str:
    """The remarks below a table."""
    return "".join(f'<p class="noot">{tekst(noot)}</p>\n' for noot in tabel.noten)
